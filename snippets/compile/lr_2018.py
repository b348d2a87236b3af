# /// script
# [tool.proof]
# lanes = ["then"]
# ///
from keras import backend, optimizers

optimizer = optimizers.RMSprop(lr=0.01)
rate = float(backend.get_value(optimizer.lr))
print(f"{rate:g}")

try:
    optimizers.RMSprop(learning_rate=0.01)
except TypeError as error:
    message = str(error)
    print("TypeError:", message)
