# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# --8<-- [start:first-gpu]
import tensorflow as tf

try:
    gpu = tf.config.list_physical_devices("GPU")[0]
    tf.config.experimental.set_memory_growth(gpu, True)
except IndexError as error:
    print("IndexError:", error)

gpus = tf.config.list_physical_devices("GPU")
for gpu in gpus:
    tf.config.experimental.set_memory_growth(gpu, True)
print(len(gpus))
# --8<-- [end:first-gpu]

# --8<-- [start:initialized]
cpu = tf.config.list_physical_devices("CPU")[0]
part = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [part, part])
print(len(tf.config.list_logical_devices("CPU")))

tf.ones(2)
try:
    tf.config.set_logical_device_configuration(cpu, [part])
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:initialized]
