# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "now-jax", "now-torch"]
# [tool.proof.differs]
# now-jax = "TensorFlow computes from the scores before the activation"
# now-torch = "TensorFlow computes from the scores before the activation"
# ///
# --8<-- [start:same]
import keras
import numpy as np
from keras import ops

Loss = keras.losses.SparseCategoricalCrossentropy
label = np.array([0])


def both(scores):
    scores = np.array([scores], dtype="float32")
    probs = ops.convert_to_numpy(ops.softmax(scores))
    from_probs = float(Loss()(label, probs))
    from_scores = float(Loss(from_logits=True)(label, scores))
    return from_probs, from_scores


close = both([2.0, 1.0, 0.0])
print(
    "from probabilities: {:.3f}  from scores: {:.3f}".format(*close)
)
# --8<-- [end:same]

# --8<-- [start:far]
far = both([0.0, 200.0, 0.0])
print(
    "from probabilities: {:.3f}  from scores: {:.3f}".format(*far)
)
# --8<-- [end:far]

# --8<-- [start:inside]
model = keras.Sequential(
    [keras.Input(shape=(3,)), keras.layers.Activation("softmax")]
)
model.compile(loss="sparse_categorical_crossentropy")
scores = np.array([[0.0, 200.0, 0.0]])
inside = float(model.evaluate(scores, label, verbose=0))
print(f"in a model: {inside:.3f}")
# --8<-- [end:inside]

# --8<-- [start:metric]
yes, score = np.array([[1.0]]), np.array([[0.3]])
print(f"probability: {float(ops.sigmoid(0.3)):.2f}")
for metric in (
    keras.metrics.BinaryAccuracy(),
    keras.metrics.BinaryAccuracy(threshold=0.0),
):
    right = float(metric(yes, score))
    print("threshold:", metric.threshold, "right:", right)
# --8<-- [end:metric]
