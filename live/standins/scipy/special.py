"""The functions of `scipy.special` that activations and losses need."""

import math

import numpy as np


def logsumexp(a, axis=None, keepdims=False):
    """The logarithm of the sum of exponentials, along *axis*."""
    a = np.asarray(a)
    top = np.max(a, axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0).astype(a.dtype)
    with np.errstate(divide="ignore"):
        found = np.log(np.sum(np.exp(a - top), axis=axis, keepdims=True)) + top
    return found if keepdims else np.squeeze(found, axis=axis)


def elementwise(function):
    """*function* of each number of an array, in the array's type."""
    of_each = np.vectorize(function, otypes=[float])

    def of_all(x):
        x = np.asarray(x)
        return of_each(x).astype(x.dtype if x.dtype.kind == "f" else float)

    return of_all


erf, erfc = elementwise(math.erf), elementwise(math.erfc)
