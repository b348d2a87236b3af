# /// script
# [tool.proof]
# lanes = ["then"]
# ///
import numpy as np
from keras.layers import Dense, Input
from keras.models import Model

inputs = Input(shape=(3,))
main = Dense(1, kernel_initializer="zeros", name="main")(inputs)
aux = Dense(1, kernel_initializer="zeros", name="aux")(inputs)
model = Model(inputs=inputs, outputs=[main, aux])
model.compile(
    optimizer="rmsprop", loss="mse", loss_weights=[1.0, 0.2]
)

data = np.ones((2, 3))
answers = [np.array([[2.0], [4.0]]), np.array([[3.0], [1.0]])]
scores = model.evaluate(data, answers, verbose=0)
for name, value in zip(model.metrics_names, scores, strict=True):
    print(name, value)
loss, main_loss, aux_loss = scores
