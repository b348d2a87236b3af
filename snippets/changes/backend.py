# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
import keras
import keras.backend as K
import numpy as np

x = np.array([[1.0, -2.0], [3.0, 4.0]], dtype="float32")
rows = [
    ("K.abs(x)", "ops.abs(x)", np.abs(x)),
    ("K.mean(x)", "ops.mean(x)", x.mean()),
    ("K.sum(x, axis=1)", "ops.sum(x, axis=1)", x.sum(1)),
    ("K.max(x)", "ops.max(x)", x.max()),
    ("K.argmax(x)", "ops.argmax(x, axis=-1)", x.argmax(1)),
    ("K.std(x)", "ops.std(x)", x.std()),
    ("K.square(x)", "ops.square(x)", x**2),
    ("K.sqrt(K.abs(x))", "ops.sqrt(ops.abs(x))", abs(x) ** 0.5),
    ("K.exp(x)", "ops.exp(x)", np.exp(x)),
    ("K.log(x * x)", "ops.log(x * x)", np.log(x * x)),
    ("K.pow(x, 3)", "ops.power(x, 3)", x**3),
    ("K.clip(x, 0, 1)", "ops.clip(x, 0, 1)", x.clip(0, 1)),
    ("K.relu(x)", "ops.relu(x)", x.clip(0)),
    ("K.dot(x, x)", "ops.dot(x, x)", x @ x),
    (
        "K.concatenate([x, x])",
        "ops.concatenate([x, x], axis=-1)",
        np.hstack([x, x]),
    ),
    ("K.flatten(x)", "ops.ravel(x)", x.ravel()),
    (
        "K.expand_dims(x)",
        "ops.expand_dims(x, -1)",
        x[..., None],
    ),
    (
        "K.permute_dimensions(x, (1, 0))",
        "ops.transpose(x, (1, 0))",
        x.T,
    ),
    ("K.int_shape(x)", "ops.shape(x)", x.shape),
    ("K.epsilon()", "keras.config.epsilon()", 1e-7),
]

print(keras.__version__)
column = 0 if hasattr(K, "mean") else 1
if column == 0:
    names, as_array = {"K": K, "x": K.constant(x)}, K.eval
else:
    ops = keras.ops
    names = {"ops": ops, "keras": keras}
    names["x"] = ops.convert_to_tensor(x)
    as_array = ops.convert_to_numpy

agree = []
for row in rows:
    found = eval(row[column], names)
    if not isinstance(found, (float, tuple)):
        found = as_array(found)
    agree.append(np.allclose(found, row[2], atol=1e-5))
    print(row[column], agree[-1])

called = [row[0].partition("(")[0][2:] for row in rows]
there = [name for name in called if hasattr(K, name)]
print(len(there), "of", len(called), "are in keras.backend")

no_twin = """
function gradients placeholder variable get_session set_session
learning_phase set_learning_phase set_image_dim_ordering
"""
others = no_twin.split()
more = [name for name in others if hasattr(K, name)]
print(len(more), "of", len(others), "others are")

if column == 0:
    inputs = K.placeholder((None, 2))
    outputs = K.square(inputs) * K.variable(2.0)
    doubled = K.function([inputs], [outputs])([x])[0]
else:
    inputs = keras.Input((2,))
    outputs = ops.square(inputs) * keras.Variable(2.0)
    model = keras.Model(inputs, outputs)
    doubled = model.predict_on_batch(x)
print(doubled.tolist())
