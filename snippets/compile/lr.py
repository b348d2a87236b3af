import keras

try:
    keras.optimizers.RMSprop(lr=0.01)
except ValueError as error:
    message = str(error)
    print("ValueError:", message)

optimizer = keras.optimizers.RMSprop(learning_rate=0.01)
print(f"{float(optimizer.learning_rate):g}")
