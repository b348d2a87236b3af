"""Imports Keras on its NumPy backend, where there is no JAX, no SciPy and no thread. Import it before Keras.

Keras's own files are as its authors published them. What they take for granted is put where they look for it:

- the backend takes two Fourier transforms from its sibling for JAX, which would import all of JAX;
- `evaluate` and `predict` have a thread call the callbacks; here they are called at once;
- the shape of an output is found by calculating with arrays that hold whatever was in memory. Here they hold
  zeros, and what NumPy warns of while it calculates with them concerns nobody.
"""

import concurrent.futures
import os
import sys
import types

import numpy as np


def transforms():
    """A module with the transforms that the backend takes from its sibling for JAX."""

    def both(transform):
        def transformed(x):
            found = transform(np.asarray(x[0]) + 1j * np.asarray(x[1]))
            return found.real.astype("float32"), found.imag.astype("float32")

        return transformed

    module = types.ModuleType("keras.src.backend.jax.math")
    module.fft, module.fft2 = both(np.fft.fft), both(np.fft.fft2)
    return module


class AtOnce(concurrent.futures.Executor):
    """Calls what it is handed where it is handed over."""

    def __init__(self, *_, **__):
        pass

    def submit(self, function, /, *arguments, **named):
        """Call *function*; give what has come of it."""
        done = concurrent.futures.Future()
        try:
            done.set_result(function(*arguments, **named))
        except BaseException as error:  # which is the caller's to see, when it asks
            done.set_exception(error)
        return done


def with_zeros():
    """NumPy, whose empty arrays hold zeros."""
    module = types.ModuleType("numpy")
    vars(module).update(vars(np), empty=np.zeros)
    return module


def silently(found_of):
    """*found_of*, without warnings of NumPy's."""

    def found(*arguments, **named):
        with np.errstate(all="ignore"):
            return found_of(*arguments, **named)

    return found


os.environ["KERAS_BACKEND"] = "numpy"
sys.modules["keras.src.backend.jax"] = types.ModuleType("keras.src.backend.jax")
sys.modules["keras.src.backend.jax.math"] = transforms()
concurrent.futures.ThreadPoolExecutor = AtOnce

import keras  # noqa: E402, F401 - what stands above comes before Keras
from keras.src import backend  # noqa: E402
from keras.src.backend.numpy import core  # noqa: E402

core.np = with_zeros()
backend.compute_output_spec = silently(backend.compute_output_spec)
