"""Draws stacks of layers from a fixed seed, and prints what Keras makes of each: run in a Python of its own.

Each layer is built by Keras as it would be in a model, without filling its weights. What Keras refuses ends
its stack.
"""

import json
import math
import random
import sys
from typing import Any

import keras
from keras import layers

HOW_MANY = int(sys.argv[1])
DRAW = random.Random(2026)
RANKS = {"1D": 1, "2D": 2, "3D": 3}
KNOWN: dict[str, Any] = {}


def drawn(kind: str) -> dict[str, Any]:
    """Settings of a layer, by the names that the calculator has for them."""
    rank = RANKS.get(kind.replace("Transpose", "")[-2:], 1)

    def side(most: int) -> Any:
        one = DRAW.randint(1, most)
        return one if DRAW.random() < 0.7 or rank == 1 else [DRAW.randint(1, most) for _ in range(rank)]

    few = DRAW.choice([1, 2, 3, 4, 6, 8, 12, 16])
    always: dict[str, Any] = {}
    sometimes: dict[str, Any] = {}
    if "Pooling" in kind and not kind.startswith("Global"):
        always = {"pool_size": side(3)}
        sometimes = {"strides": side(3), "padding": "same"}
    elif "Conv" in kind:
        always = {"kernel_size": side(4)}
        sometimes = {"padding": "same", "use_bias": False}
        always |= {} if kind.startswith("Depthwise") else {"filters": few}
        if kind.startswith(("Depthwise", "Separable")):
            sometimes |= {"strides": DRAW.randint(1, 3), "depth_multiplier": DRAW.randint(1, 3)}
        elif kind.endswith("Transpose"):
            sometimes["strides"] = side(3)
        else:
            sometimes["groups"] = DRAW.randint(1, 4)
            sometimes[DRAW.choice(["strides", "dilation_rate"])] = side(3)
            if DRAW.random() < 0.05:
                sometimes |= {"strides": 2, "dilation_rate": 2}
    elif kind in {"SimpleRNN", "LSTM", "GRU"}:
        always = {"units": few}
        sometimes = {"return_sequences": True, "Bidirectional": True, "use_bias": False}
        sometimes |= {"reset_after": False} if kind == "GRU" else {}
    elif kind == "Embedding":
        always = {"input_dim": DRAW.randint(1, 5000), "output_dim": few}
    elif kind in {"Dense", "TimeDistributed", "EinsumDense"}:
        always, sometimes = {"units": few}, {"use_bias": False}
    elif kind in {"BatchNormalization", "LayerNormalization", "GroupNormalization"}:
        always = {"groups": DRAW.randint(1, 4)} if kind.startswith("Group") else {}
        sometimes = {"center": False, "scale": False}
    elif kind == "MultiHeadAttention":
        always = {"num_heads": DRAW.randint(1, 4), "key_dim": DRAW.randint(1, 9)}
        sometimes = {"value_dim": DRAW.randint(1, 9), "use_bias": False}
    return always | {name: value for name, value in sometimes.items() if DRAW.random() < 0.4}


def made(kind: str, settings: dict[str, Any]) -> Any:
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in settings.items()}
    twice = given.pop("Bidirectional", False)
    if kind == "Dropout":
        return layers.Dropout(0.5)
    if kind == "TimeDistributed":
        return layers.TimeDistributed(layers.Dense(**given))
    if kind == "EinsumDense":
        axes = "y" if given.get("use_bias", True) else None
        return layers.EinsumDense("...x,xy->...y", given["units"], bias_axes=axes)
    layer = getattr(layers, kind)(**given)
    return layers.Bidirectional(layer) if twice else layer


def counted(kind: str, settings: dict[str, Any], shape: tuple[int, ...]) -> Any:
    """The shape of the output and both counts, or None where Keras refuses."""
    if (kind, len(shape)) == ("MultiHeadAttention", 1) or (kind == "EinsumDense" and len(shape) > 2):
        return None  # what Keras says of these it cannot compute
    key = json.dumps([kind, settings, shape])
    if key not in KNOWN:
        KNOWN[key] = None
        try:
            layer = made(kind, settings)
            inputs = keras.KerasTensor((None, *shape))
            with keras.StatelessScope(initialize_variables=False):
                output = layer(inputs, inputs) if kind == "MultiHeadAttention" else layer(inputs)
            result = [int(one) for one in output.shape[1:]]
            if min(result, default=1) > 0:
                parts = layer.trainable_weights, layer.non_trainable_weights
                seeds = [weight for weight in parts[1] if "seed" in weight.path]
                counts = [sum(math.prod(weight.shape) for weight in part) for part in parts]
                counts[1] -= sum(math.prod(weight.shape) for weight in seeds)
                KNOWN[key] = [result, *counts]
        except (ValueError, ZeroDivisionError, TypeError, IndexError):
            pass
    return KNOWN[key]


def written(kind: str, settings: dict[str, Any]) -> str:
    def text(value: Any) -> str:
        if isinstance(value, list):
            return "x".join(map(str, value))
        return str(int(value)) if isinstance(value, bool) else str(value)

    return ",".join([kind, *(f"{name}={text(value)}" for name, value in settings.items())])


KINDS = sys.argv[2].split(",")
found: list[dict[str, Any]] = []
while len(found) < HOW_MANY:
    sizes = [DRAW.randint(1, 20) for _ in range(DRAW.choice([1, 1, 2, 2, 3, 3, 3, 4]))]
    shape = tuple(sizes)
    text, rows, refused = ["x".join(map(str, sizes))], [], False
    for _ in range(DRAW.randint(1, 6)):
        # Most of the stack fits; now and then a layer comes as it comes.
        for _ in range(8):
            kind = DRAW.choice(KINDS)
            settings = drawn(kind)
            row = counted(kind, settings, shape)
            if row is not None or DRAW.random() < 0.02:
                break
        text.append(written(kind, settings))
        if row is None or math.prod(row[0]) > 10**6:
            refused = row is None
            if not refused:
                text.pop()
            break
        rows.append(row)
        shape = tuple(row[0])
    found.append({"text": "/".join(text), "rows": rows, "refused": refused})
print(json.dumps(found))
