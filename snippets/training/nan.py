# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np

x = np.array([[-1.0], [0.0], [1.0]])
y = 3 * x + 2


def losses(rate):
    model = keras.Sequential(
        [
            keras.Input(shape=(1,)),
            keras.layers.Dense(1, kernel_initializer="zeros"),
        ]
    )
    model.compile(optimizer=keras.optimizers.SGD(rate), loss="mse")
    log = model.fit(x, y, epochs=100, verbose=0).history
    return log["loss"], model.get_weights()


too_large, ruined = losses(2.0)
print("rate 2.0: ", *[round(loss) for loss in too_large[:4]])
print("then infinite:", np.inf in too_large)
print("at the end:", too_large[-1], ruined[0][0, 0], ruined[1][0])
smaller, found = losses(0.2)
print("rate 0.2: ", *[round(loss, 2) for loss in smaller[:4]])
