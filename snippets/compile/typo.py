import keras

try:
    keras.optimizers.get("rmsporp")
except ValueError as error:
    print("ValueError:", error)

try:
    keras.losses.get("crossentropy")
except ValueError as error:
    print("ValueError:", error)
