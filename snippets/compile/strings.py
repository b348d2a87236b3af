import keras

for name in ("rmsprop", "adam", "sgd"):
    optimizer = keras.optimizers.get(name)
    rate = optimizer.get_config()["learning_rate"]
    print(f"{name}: {type(optimizer).__name__}, {rate:g}")

for name in ("categorical_crossentropy", "mse"):
    print(f"{name}: {keras.losses.get(name).__name__}")

rmsprop = keras.optimizers.get("rmsprop")
adam = keras.optimizers.get("adam")
sgd = keras.optimizers.get("sgd")
