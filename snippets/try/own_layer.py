import keras
import numpy as np


class Scale(keras.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(
            shape=(input_shape[-1],), initializer="ones"
        )

    def call(self, inputs):
        return inputs * self.factor


layer = Scale()
scaled = layer(np.array([[1.0, 2.0, 3.0]]))
print(tuple(scaled.shape))
print("parameters:", layer.count_params())
