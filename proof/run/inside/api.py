"""Tells whether Keras knows a name. Runs in the snippet's process."""

from __future__ import annotations

import contextlib
import functools
import inspect
import re
import sys
import types


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
