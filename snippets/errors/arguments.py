# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# ///
# --8<-- [start:setup]
import keras
import numpy as np
from keras import layers

x, y = np.ones((8, 4)), np.ones((8, 3))


def network(**compiled):
    model = keras.Sequential(
        [keras.Input(shape=(4,)), layers.Dense(3)]
    )
    model.compile(**{"loss": "mse", **compiled})
    return model


# --8<-- [end:setup]

# --8<-- [start:val-loss]
model = network()
history = model.fit(x, y, verbose=0)
try:
    history.history["val_loss"]
except KeyError as error:
    print("KeyError:", error)

history = model.fit(x, y, validation_split=0.25, verbose=0)
print(sorted(history.history))
# --8<-- [end:val-loss]

# --8<-- [start:history-index]
try:
    history["loss"]
except TypeError as error:
    print("TypeError:", error)

print(len(history.history["loss"]))
# --8<-- [end:history-index]

# --8<-- [start:optimizer-lr]
optimizer = keras.optimizers.Adam()
try:
    print(optimizer.lr)
except AttributeError as error:
    print("AttributeError:", error)

optimizer.lr = 0.5
print(round(float(optimizer.learning_rate), 3))
optimizer.learning_rate = 0.5
print(float(optimizer.learning_rate))
# --8<-- [end:optimizer-lr]

# --8<-- [start:rate-text]
try:
    keras.optimizers.Adam(learning_rate="0.01")
except ValueError as error:
    print("ValueError:", error)

rate = float("0.01")
optimizer = keras.optimizers.Adam(learning_rate=rate)
print(round(float(optimizer.learning_rate), 3))
# --8<-- [end:rate-text]

# --8<-- [start:rate-schedule]
falling = keras.optimizers.schedules.ExponentialDecay(
    0.1, decay_steps=10, decay_rate=0.9
)
try:
    keras.optimizers.SGD(falling).learning_rate = 0.01
except TypeError as error:
    print("TypeError:", error)

optimizer = keras.optimizers.SGD(0.1)
model = network(optimizer=optimizer)
slower = keras.callbacks.LearningRateScheduler(
    lambda epoch: 0.1 * 0.5**epoch
)
model.fit(x, y, epochs=3, callbacks=[slower], verbose=0)
print(round(float(optimizer.learning_rate), 3))
# --8<-- [end:rate-schedule]

# --8<-- [start:clip]
try:
    keras.optimizers.Adam(clipnorm=1.0, clipvalue=0.5)
except ValueError as error:
    print("ValueError:", error)

print(keras.optimizers.Adam(global_clipnorm=1.0).global_clipnorm)
# --8<-- [end:clip]

# --8<-- [start:optimizer-class]
try:
    network(optimizer=keras.optimizers.SGD)
except ValueError as error:
    print("ValueError:", error)

print(network(optimizer=keras.optimizers.SGD()).optimizer.name)
# --8<-- [end:optimizer-class]

# --8<-- [start:metric-name]
try:
    network(metrics=["f1"]).fit(x, y, verbose=0)
except ValueError as error:
    print("ValueError:", error)

f1 = keras.metrics.F1Score(average="macro")
model = network(metrics=[f1])
print(sorted(model.fit(x, y, verbose=0).history))
# --8<-- [end:metric-name]

# --8<-- [start:rate-range]
try:
    layers.Dropout(50)
except ValueError as error:
    print("ValueError:", error)
try:
    layers.Dense(2.0)
except ValueError as error:
    print("ValueError:", error)

print(layers.Dropout(0.5).rate, layers.Dense(2).units)
# --8<-- [end:rate-range]
