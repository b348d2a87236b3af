# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///

# --8<-- [start:placement]
import tensorflow as tf

with tf.device("/GPU:0"):
    print(tf.ones(2).device)

tf.config.set_soft_device_placement(False)
try:
    with tf.device("/GPU:0"):
        tf.ones(2)
except tf.errors.InvalidArgumentError as error:
    print("InvalidArgumentError:", error)
# --8<-- [end:placement]
