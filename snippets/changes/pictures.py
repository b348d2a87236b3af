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

    rng = np.random.default_rng(0)
    photos = rng.uniform(0, 255, size=(8, 4, 4, 3))

    def changed(outputs):
        outputs = keras.ops.convert_to_numpy(outputs)
        return not np.allclose(outputs, photos / 255, atol=0.01)

    ways = {
        "called": changed(augment(photos)),
        "training=False": changed(augment(photos, training=False)),
        "predict": changed(augment.predict(photos, verbose=0)),
    }
    print(ways)
else:
    augment = ImageDataGenerator(
        rescale=1 / 255,
        horizontal_flip=True,
    )
    batch = next(augment.flow(pictures, batch_size=8))

print(batch.shape, round(float(batch.mean()), 3))
