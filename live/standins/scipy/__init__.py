"""Stands in for SciPy, of which Keras's NumPy backend calls a few functions for common layers."""

from . import linalg, special

__all__ = ["linalg", "special"]
__version__ = "0"
