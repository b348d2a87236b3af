"""Evaluates the expressions of claims, and gives them what they may ask. Runs in the snippet's process."""

from __future__ import annotations

import ast
import contextlib
import functools
import inspect
import itertools
import re
import sys
import types
from typing import Any

#: The longest that a value may be when it is written out, in characters.
LONGEST = 1 << 20


def evaluate(expression: str, namespace: dict[str, Any]) -> dict[str, str]:
    """Evaluate a claim's expression among the snippet's names, and `keras`.

    Returns `{"literal": …}` for a value that a literal can write, else `{"text": …}`, or
    `{"error": …}` if it cannot be evaluated.
    """
    try:
        keras = {"keras": sys.modules["keras"]} if "keras" in sys.modules else {}
        value = eval(expression, {"api": api, "diagram": diagram, **keras, **namespace})
        if hasattr(value, "item") and getattr(value, "shape", None) == ():
            value = value.item()
        if isinstance(value, tuple):
            value = tuple(value)
        literal = repr(value)
        if len(literal) > LONGEST:
            return {"error": f"its value is {len(literal):,} characters long; the most is {LONGEST:,}"}
        with contextlib.suppress(ValueError, SyntaxError):
            if ast.literal_eval(literal) == value:
                return {"literal": literal}
        return {"text": str(value)}
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {said(error)}"}


def said(error: BaseException) -> str:
    """What *error* says, as the interpreter has it."""
    try:
        return str(error)
    except Exception:
        return "<exception str() failed>"


def api(name: str) -> bool:
    """Whether *name* is one of Keras's: dotted from `keras` on, or a bare name or parameter."""
    if not name.startswith("keras."):
        return name in bare_names()
    place = sys.modules["keras"]
    for part in name.split(".")[1:]:
        if not hasattr(place, part):
            return False
        place = getattr(place, part)
    return True


@functools.cache
def bare_names() -> frozenset[str]:
    """The public names in Keras's modules, the members of its classes, and all their parameters."""
    found = {"keras"}
    modules = [module for name, module in sys.modules.items() if re.match(r"keras(?!\.src\b)", name)]
    for module in modules:
        if isinstance(module, types.ModuleType):
            for name, thing in list(vars(module).items()):
                found.add(name)
                found.update(names_within(thing))
    return frozenset(found)


def names_within(thing: object) -> set[str]:
    """The parameters of a function; the members of a class, and their parameters."""
    if not isinstance(thing, type):
        return parameters(thing)
    members = {name: member for name, member in inspect.getmembers(thing) if not name.startswith("_")}
    return members.keys() | parameters(vars(thing).get("__init__")).union(*map(parameters, members.values()))


def parameters(thing: object) -> set[str]:
    """The parameters of *thing*, if it is a function."""
    with contextlib.suppress(TypeError, ValueError):
        if isinstance(thing, (types.FunctionType, types.MethodType)):
            return set(inspect.signature(thing).parameters)
    return set()


def diagram(model: Any, counts: bool = False) -> list[tuple[Any, ...]]:
    """The layers of a built model, in order: name, class, shape of the output, layers it takes from.

    With *counts*, the number of its parameters comes last. A layer that is used twice takes from all that it
    is used on. Understands Keras 3 and Keras 2.1.5.
    """
    graph = getattr(model, "_functional", None) or model
    layers = list(graph.layers)
    if hasattr(model, "add") and not hasattr(layers[0], "batch_shape"):
        chain = [getattr(layer, "name", "") for layer in layers]
        inputs = {name: [before] for before, name in itertools.pairwise(chain)}
    else:
        inputs = {layer.name: sources(layer) for layer in layers}
    known = {layer.name for layer in layers}
    return [
        (
            layer.name,
            type(layer).__name__,
            str(output_shape(layer)),
            tuple(name for name in dict.fromkeys(inputs.get(layer.name, [])) if name in known),
            *([layer.count_params()] if counts else []),
        )
        for layer in layers
    ]


def output_shape(layer: Any) -> tuple[int | None, ...]:
    """The shape that *layer* gives, where it was called first."""
    shape = getattr(layer, "batch_shape", None) or getattr(layer, "output_shape", None)
    return tuple(shape or layer._inbound_nodes[0].output_tensors[0].shape)


def sources(layer: Any) -> list[str]:
    """The names of the layers that *layer* has been called on."""
    found: list[str] = []
    for node in layer._inbound_nodes:
        if hasattr(node, "parent_nodes"):
            found += [parent.operation.name for parent in node.parent_nodes]
        else:
            found += [before.name for before in node.inbound_layers]
    return found
