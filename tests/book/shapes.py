"""Shapes and settings of layers, drawn at random, and the script that has Keras count them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

#: How many cases are drawn for each formula.
EACH = 20
SMALL = st.integers(1, 9)
ON = st.booleans()
CONVOLUTIONS = {
    f"{kind}{rank}D{more}" for rank in "123" for kind, more in (("Conv", ""), ("Conv", "Transpose"))
}
DEPTHWISE = {"DepthwiseConv1D", "DepthwiseConv2D"}
SEPARABLE = {"SeparableConv1D", "SeparableConv2D"}
RECURRENT = {"SimpleRNN", "LSTM", "GRU"}

#: Prints what Keras counts for each of CASES, or None where it has no such layer.
SCRIPT = """
import contextlib
import math

import keras
from keras import layers


def unfilled():
    # Layers are built without filling their weights, where Keras knows how to.
    known = hasattr(keras, "StatelessScope")
    return keras.StatelessScope(initialize_variables=False) if known else contextlib.nullcontext()


def sizes(weights):
    return sum(math.prod(int(side) for side in weight.shape) for weight in weights)


def made(case):
    given = dict(case["arguments"])
    if "wrapped" in case:
        given["layer"] = getattr(layers, case["wrapped"][0])(**case["wrapped"][1])
    return getattr(layers, case["layer"])(**given)


def counted(case):
    if case["kind"] == "optimizer":
        if not hasattr(keras, "ops"):
            return None
        model = keras.Sequential([keras.Input(shape=case["shape"])])
        for units in case["network"]:
            model.add(layers.Dense(units))
        optimizer = getattr(keras.optimizers, case["layer"])(**case["arguments"])
        optimizer.build(model.trainable_variables)
        return [sizes(optimizer.variables)]
    if not hasattr(layers, case["layer"]):
        return None
    layer = made(case)
    if case["kind"] == "size":
        return [int(layer.compute_output_shape(case["shape"])[1])]
    with unfilled():
        layer.build(*([case["shape"]] * case.get("times", 1)))
    return [sizes(layer.trainable_weights), sizes(layer.non_trainable_weights)]


for case in CASES:
    print(repr(counted(case)))
"""


@dataclass(frozen=True)
class Case:
    """What the script builds, and what the names of the formula are for it."""

    formula: str
    build: dict[str, Any]
    names: dict[str, Any]


def drawn(formula: str) -> list[Case]:
    """Cases of one *formula*, the same on each run."""
    found: list[Case] = []

    @settings(
        max_examples=EACH,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        build, names = case(formula, data.draw)
        found.append(Case(formula, {"kind": "count", "layer": formula, "arguments": {}, **build}, names))

    collect()
    return found


def case(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """One case of *formula*: what is built, and the names."""
    for known, make in MAKERS:
        if formula in known:
            return make(formula, draw)
    raise KeyError(formula)


def convolution(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    rank = int(formula.partition("D")[0][-1]) if not formula.startswith("Depth") else int(formula[-2])
    side = tuple(draw(st.integers(1, 3)) for _ in range(rank))
    groups = draw(st.integers(1, 3)) if formula in {"Conv1D", "Conv2D", "Conv3D"} else 1
    names = {
        "window": math.prod(side),
        "channels": draw(SMALL) * groups,
        "use_bias": draw(ON),
        "filters": draw(SMALL) * groups,
        "groups": groups,
        "depth_multiplier": draw(st.integers(1, 4)),
    }
    arguments = {
        "kernel_size": side,
        "use_bias": names["use_bias"],
        "padding": draw(st.sampled_from(["valid", "same"])),
        "activation": draw(st.sampled_from([None, "relu"])),
    }
    strides, dilation = draw(st.sampled_from([(1, 1), (2, 1), (1, 2)]))
    arguments |= {"strides": strides} if strides > 1 else {"dilation_rate": dilation}
    arguments |= {"groups": groups} if groups > 1 else {}
    arguments |= {"filters": names["filters"]} if formula not in DEPTHWISE else {}
    if formula in DEPTHWISE | SEPARABLE:
        arguments["depth_multiplier"] = names["depth_multiplier"]
    shape = (None, *(draw(st.integers(6, 12)) for _ in side), names["channels"])
    return {"arguments": arguments, "shape": shape}, names


def side(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    layer, padding = formula.split()
    strides, dilation = draw(st.integers(1, 4)), 1
    if layer == "Conv2D" and draw(ON):
        strides, dilation = 1, draw(st.integers(1, 3))
    names = {
        "side": draw(st.integers(1, 4)),
        "strides": strides,
        "dilation_rate": dilation,
        "size": draw(st.integers(12, 40)),
    }
    window = (
        {"kernel_size": names["side"], "filters": 2}
        if layer != "MaxPooling2D"
        else {"pool_size": names["side"]}
    )
    arguments = {**window, "strides": strides, "padding": padding}
    arguments |= {"dilation_rate": dilation} if dilation > 1 else {}
    shape = (None, names["size"], names["size"], 3)
    return {"kind": "size", "layer": layer, "arguments": arguments, "shape": shape}, names


def embedding(_: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    names = {"input_dim": draw(st.integers(1, 99)), "output_dim": draw(SMALL)}
    return {"arguments": dict(names), "shape": (None, draw(SMALL))}, names


def recurrent(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    names = {"units": draw(SMALL), "inputs": draw(SMALL), "use_bias": draw(ON), "reset_after": draw(ON)}
    arguments = {
        "units": names["units"],
        "use_bias": names["use_bias"],
        "return_sequences": draw(ON),
        "go_backwards": draw(ON),
    }
    arguments |= {"reset_after": names["reset_after"]} if formula == "GRU" else {}
    return {"arguments": arguments, "shape": (None, draw(SMALL), names["inputs"])}, names


def wrapper(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    if formula == "TimeDistributed":
        inputs, units = draw(SMALL), draw(SMALL)
        inner, shape = ("Dense", {"units": units}), (None, draw(SMALL), inputs)
        return {"wrapped": inner, "shape": shape}, {"wrapped": inputs * units + units}
    name = draw(st.sampled_from(sorted(RECURRENT - {"GRU"})))
    build, names = recurrent(name, draw)
    del build["arguments"]["go_backwards"]
    times = {"SimpleRNN": 1, "LSTM": 4}[name]
    whole = times * names["units"] * (names["inputs"] + names["units"] + names["use_bias"])
    merge = {"merge_mode": draw(st.sampled_from(["concat", "sum"]))}
    return {"wrapped": (name, build["arguments"]), "shape": build["shape"], "arguments": merge}, {
        "wrapped": whole
    }


def normalization(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    names = {"scale": draw(ON), "center": draw(ON), "channels": draw(SMALL)}
    arguments = (
        {}
        if formula in {"RMSNormalization", "Normalization"}
        else {key: names[key] for key in ("scale", "center")}
    )
    if formula == "GroupNormalization":
        arguments["groups"] = groups = draw(st.integers(1, 3))
        names["channels"] *= groups
    return {"arguments": arguments, "shape": (None, draw(SMALL), names["channels"])}, names


def prelu(_: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    height, width, shared = draw(SMALL), draw(SMALL), draw(ON)
    names = {"positions": 1 if shared else height * width, "channels": draw(SMALL)}
    arguments = {"shared_axes": [1, 2]} if shared else {}
    return {"arguments": arguments, "shape": (None, height, width, names["channels"])}, names


def einsum(_: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    sizes = {letter: draw(SMALL) for letter in "cde"}
    kernel, biases = draw(
        st.sampled_from([("cd", None), ("cd", "d"), ("cde", "e"), ("cde", "de"), ("cde", None)])
    )
    made = [sizes[letter] for letter in kernel[1:]]
    arguments = {
        "equation": f"abc,{kernel}->ab{kernel[1:]}",
        "output_shape": (None, *made),
        "bias_axes": biases,
    }
    counted = math.prod(sizes[letter] for letter in biases) if biases else 0
    names = {"inputs": sizes["c"], "outputs": math.prod(made), "biases": counted}
    return {"arguments": arguments, "shape": (None, 5, sizes["c"])}, names


def attention(_: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    arguments = {
        "num_heads": draw(st.integers(1, 4)),
        "key_dim": draw(SMALL),
        "value_dim": draw(SMALL),
        "use_bias": draw(ON),
    }
    names = {**arguments, "features": draw(SMALL)}
    return {"arguments": arguments, "shape": (None, draw(SMALL), names["features"]), "times": 2}, names


def optimizer(formula: str, draw: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    inputs, network = draw(SMALL), draw(st.lists(SMALL, min_size=1, max_size=3))
    widths = [inputs, *network]
    names = {
        "parameters": sum((a + 1) * b for a, b in pairwise(widths)),
        "rows": sum(widths[:-1]),
        "columns": sum(widths[1:]),
        "vectors": len(network),
        "momentum": draw(st.sampled_from([0.0, 0.5, 0.9])),
        "centered": draw(ON),
        "amsgrad": draw(ON),
    }
    takes = {
        "SGD": ["momentum"],
        "RMSprop": ["momentum", "centered"],
        "Adam": ["amsgrad"],
        "AdamW": ["amsgrad"],
    }
    arguments = {key: names[key] for key in takes.get(formula, [])}
    return {"kind": "optimizer", "arguments": arguments, "shape": (inputs,), "network": network}, names


MAKERS = (
    (CONVOLUTIONS | DEPTHWISE | SEPARABLE, convolution),
    (
        {
            f"{layer} {way}"
            for layer in ("Conv2D", "MaxPooling2D", "Conv2DTranspose")
            for way in ("valid", "same")
        },
        side,
    ),
    ({"Embedding"}, embedding),
    (RECURRENT, recurrent),
    ({"Bidirectional", "TimeDistributed"}, wrapper),
    (
        {
            "BatchNormalization",
            "LayerNormalization",
            "GroupNormalization",
            "RMSNormalization",
            "Normalization",
        },
        normalization,
    ),
    ({"PReLU"}, prelu),
    ({"EinsumDense"}, einsum),
    ({"MultiHeadAttention"}, attention),
    (
        {
            "SGD",
            "Adagrad",
            "Lion",
            "RMSprop",
            "Adam",
            "AdamW",
            "Adadelta",
            "Adamax",
            "Ftrl",
            "Nadam",
            "Adafactor",
        },
        optimizer,
    ),
)
