# /// script
# [tool.proof]
# trains = true
#
# [tool.proof.differs]
# now-jax = "It shuffles by NumPy, whose generator goes on from epoch to epoch."
# now-torch = "PyTorch's generator goes on from epoch to epoch."
# ///
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)


class Order(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.epochs = []

    def on_epoch_begin(self, *_):
        self.sums = [0.0]

    def on_train_batch_end(self, batch, logs):
        self.sums.append(logs["loss"] * (batch + 1))

    def on_epoch_end(self, *_):
        losses = np.diff(self.sums).round().astype(int)
        self.epochs.append(losses.tolist())


model = keras.Sequential(
    [
        keras.Input(shape=(1,)),
        layers.Dense(1, kernel_initializer="zeros"),
    ]
)
still = keras.optimizers.SGD(learning_rate=0.0)
model.compile(optimizer=still, loss="mean_absolute_error")
data, answers = np.ones((20, 1)), np.arange(1.0, 21.0)

seen = {}
for shuffle in (False, True):
    order = Order()
    model.fit(
        data,
        answers,
        batch_size=1,
        epochs=2,
        shuffle=shuffle,
        callbacks=[order],
        verbose=0,
    )
    seen[shuffle] = order.epochs
    first, second = order.epochs
    print(f"shuffle={shuffle}")
    print(
        "  each sample once: ", sorted(first) == list(range(1, 21))
    )
    print("  as given:         ", first == list(range(1, 21)))
    print("  both epochs alike:", first == second)
