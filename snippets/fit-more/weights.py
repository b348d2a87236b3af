# /// script
# [tool.proof]
# trains = true
# ///
import keras
import numpy as np
from keras import layers


def trained(**weights):
    model = keras.Sequential(
        [
            keras.Input(shape=(1,)),
            layers.Dense(
                1, use_bias=False, kernel_initializer="zeros"
            ),
        ]
    )
    sgd = keras.optimizers.SGD(learning_rate=0.25)
    model.compile(optimizer=sgd, loss="mean_squared_error")
    data, labels = np.ones((4, 1)), np.array([0, 0, 0, 1])
    model.fit(data, labels, epochs=25, verbose=0, **weights)
    return round(float(model.get_weights()[0][0, 0]), 3)


plain = trained()
by_class = trained(class_weight={0: 1.0, 1: 3.0})
by_sample = trained(sample_weight=np.array([1.0, 1.0, 1.0, 3.0]))
left_out = trained(sample_weight=np.array([1.0, 1.0, 0.0, 1.0]))
print("no weights:    ", plain)
print("class_weight:  ", by_class)
print("sample_weight: ", by_sample)
print("one at zero:   ", left_out)
