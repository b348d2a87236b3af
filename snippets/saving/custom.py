import keras
import numpy as np
from keras import layers


class Scale(layers.Layer):
    def __init__(self, factor, **options):
        super().__init__(**options)
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


def saved(layer, name):
    model = keras.Sequential([keras.Input(shape=(4,)), layer])
    model.save(name)
    return name


def tried(name, **options):
    try:
        model = keras.saving.load_model(name, **options)
    except TypeError as error:
        reason = str(error).partition("Exception encountered: ")[2]
        return reason.split(". ")[0]
    return model.predict(np.ones((1, 4)), verbose=0).tolist()


plain = saved(Scale(3), "scale.keras")
unknown = tried(plain)
given = tried(plain, custom_objects={"Scale": Scale})


@keras.saving.register_keras_serializable(package="book")
class Registered(Scale):
    pass


registered = tried(saved(Registered(3), "registered.keras"))
print("unknown:", unknown)
print("given:", given)
print("registered:", registered)
