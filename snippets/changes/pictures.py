# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
import numpy as np

print(keras.__version__)
pictures = np.full((8, 4, 4, 3), 51.0)

try:
    from keras.preprocessing.image import ImageDataGenerator
except ImportError:
    from keras.layers import (
        RandomFlip,
        RandomRotation,
        RandomTranslation,
        Rescaling,
    )

    augment = keras.Sequential(
        [
            keras.Input((4, 4, 3)),
            Rescaling(1 / 255),
            RandomFlip("horizontal"),
            RandomRotation(10 / 360),
            RandomTranslation(0.1, 0.1),
        ]
    )
    batch = augment(pictures, training=True)
    batch = keras.ops.convert_to_numpy(batch)
else:
    augment = ImageDataGenerator(
        rescale=1 / 255,
        horizontal_flip=True,
    )
    batch = next(augment.flow(pictures, batch_size=8))

print(batch.shape, round(float(batch.mean()), 3))
