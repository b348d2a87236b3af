"""Stands in for ml_dtypes, of which Keras asks the bounds of number types. It has no arrays."""

from types import SimpleNamespace

import numpy as np

__version__ = "0"

#: bits, the step after 1, the largest number, the smallest normal one.
FLOATS = {
    "bfloat16": (16, 2.0**-7, 255 * 2.0**120, 2.0**-126),
    "float8_e4m3fn": (8, 2.0**-3, 448.0, 2.0**-6),
    "float8_e5m2": (8, 2.0**-2, 57344.0, 2.0**-14),
}
INTEGERS = {"int2": (-2, 1), "uint2": (0, 3), "int4": (-8, 7), "uint4": (0, 15)}


def finfo(dtype):
    """The bounds of a type of numbers with a point, by its name or as NumPy has it."""
    if dtype not in FLOATS:
        return np.finfo(dtype)
    bits, eps, most, tiny = FLOATS[dtype]
    return SimpleNamespace(bits=bits, eps=eps, max=most, min=-most, tiny=tiny, smallest_normal=tiny)


def iinfo(dtype):
    """The bounds of a type of whole numbers, by its name or as NumPy has it."""
    if dtype not in INTEGERS:
        return np.iinfo(dtype)
    least, most = INTEGERS[dtype]
    return SimpleNamespace(min=least, max=most)
