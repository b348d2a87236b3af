import keras
from keras import optimizers
from keras.layers import Dense


def sgd(parameters, momentum=0):
    return (momentum > 0) * parameters + 2


def rmsprop(parameters, momentum=0, centered=False):
    return (1 + (momentum > 0) + centered) * parameters + 2


def adam(parameters, amsgrad=False):
    return (2 + amsgrad) * parameters + 2


def adagrad(parameters):
    return parameters + 2


def adadelta(parameters):
    return 2 * parameters + 2


def nadam(parameters):
    return 2 * parameters + 3


def adafactor(parameters, rows, columns, vectors):
    return parameters + rows + columns + 2 * vectors + 2


model = keras.Sequential(
    [keras.Input(shape=(784,)), Dense(32), Dense(10)]
)
n = model.count_params()
factored = adafactor(n, 784 + 32, 32 + 10, 2)
rows = [
    (sgd(n), optimizers.SGD()),
    (sgd(n, 0.9), optimizers.SGD(momentum=0.9)),
    (adagrad(n), optimizers.Adagrad()),
    (rmsprop(n), optimizers.RMSprop()),
    (rmsprop(n, centered=True), optimizers.RMSprop(centered=True)),
    (adam(n), optimizers.Adam()),
    (adam(n, amsgrad=True), optimizers.Adam(amsgrad=True)),
    (adadelta(n), optimizers.Adadelta()),
    (nadam(n), optimizers.Nadam()),
    (factored, optimizers.Adafactor()),
]
agreed = []
for formula, optimizer in rows:
    optimizer.build(model.trainable_variables)
    counted = sum(
        int(keras.ops.size(v)) for v in optimizer.variables
    )
    agreed.append(formula == counted)
    print(f"{type(optimizer).__name__:10}{formula:8,}{counted:8,}")
