"""The one function of `scipy.linalg` that layers come to."""

import numpy as np


def solve_triangular(a, b, lower=False):
    """The solution of `a x = b`, where of *a* only one triangle counts."""
    return np.linalg.solve(np.tril(a) if lower else np.triu(a), b)
