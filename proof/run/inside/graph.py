"""The layers of a model as data, for `proof.press.diagram` to draw. Runs in the snippet's process."""

from __future__ import annotations

import itertools
from typing import Any


def diagram(model: Any) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """The layers of a built model, in order: name, class, shape of the output, layers it takes from.

    Understands Keras 3 and Keras 2.1.5. A layer that is used twice takes from all that it is used on.
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
