"""Convolution and pooling in NumPy, with the signatures of `jax.lax` as Keras's NumPy backend uses them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

add, max = np.add, np.maximum  # noqa: A001 - as jax.lax calls it


class ConvDimensionNumbers(NamedTuple):
    """Which axes of the input, the kernel and the output are batch (or out), channels (or in), and space."""

    lhs_spec: Sequence[int]
    rhs_spec: Sequence[int]
    out_spec: Sequence[int]


def reduce_window(operand, init_value, computation, window_dimensions, window_strides, padding):
    """The `add` or the `max` of each window of *operand*; as many dimensions and strides as it has axes."""
    if computation not in (add, max):
        raise NotImplementedError("reduce_window stands in for sums and maxima")
    x = np.asarray(operand)
    if x.dtype.kind in "iu" and init_value == -np.inf:
        init_value = np.iinfo(x.dtype).min
    pads = pads_of(padding, x.shape, window_dimensions, window_strides)
    ones = (1,) * x.ndim
    view = windows(x, range(x.ndim), window_dimensions, window_strides, ones, pads, init_value)
    inner = tuple(range(x.ndim, view.ndim))
    return computation.reduce(view, axis=inner, initial=init_value).astype(x.dtype)


def conv_general_dilated(
    lhs,
    rhs,
    window_strides,
    padding,
    lhs_dilation=None,
    rhs_dilation=None,
    dimension_numbers=None,
    feature_group_count=1,
):
    """The convolution of *lhs* with the kernel *rhs*, whose axes are as *dimension_numbers* say."""
    lhs_spec, rhs_spec, out_spec = dimension_numbers
    space = len(lhs_spec) - 2
    x = np.transpose(lhs, (lhs_spec[0], *lhs_spec[2:], lhs_spec[1]))  # batch, space…, channels
    kernel = np.transpose(rhs, (*rhs_spec[2:], rhs_spec[1], rhs_spec[0]))  # space…, in, out
    x = spread(x, lhs_dilation or (1,) * space)
    dilation = tuple(rhs_dilation or (1,) * space)
    reach = [(width - 1) * step + 1 for width, step in zip(kernel.shape, dilation)]
    pads = pads_of(padding, x.shape[1:-1], reach, window_strides)
    view = windows(x, range(1, space + 1), kernel.shape[:space], window_strides, dilation, pads, 0)
    parts = []
    for part, filters in zip(
        np.split(view, feature_group_count, axis=space + 1),  # batch, space…, channels, window…
        np.split(kernel, feature_group_count, axis=-1),
    ):
        parts.append(np.tensordot(part, np.moveaxis(filters, space, 0), axes=space + 1))
    places = np.argsort([out_spec[0], *out_spec[2:], out_spec[1]])
    return np.transpose(np.concatenate(parts, axis=-1), places).astype(np.result_type(lhs, rhs))


def conv_transpose(
    lhs, rhs, strides, padding, rhs_dilation=None, dimension_numbers=None, transpose_kernel=False
):
    """The transposed convolution: that of *lhs* spread by *strides*, with explicit *padding*."""
    if isinstance(padding, str):
        raise NotImplementedError("conv_transpose stands in for explicit padding")
    if transpose_kernel:
        out, channels, *space = dimension_numbers[1]
        rhs = np.swapaxes(np.flip(rhs, axis=tuple(space)), out, channels)
    return conv_general_dilated(
        lhs,
        rhs,
        (1,) * len(strides),
        padding,
        lhs_dilation=tuple(strides),
        rhs_dilation=rhs_dilation,
        dimension_numbers=dimension_numbers,
    )


def pads_of(padding, sizes, reach, strides):
    """How much is added below and above each axis: as given, or as `"SAME"` and `"VALID"` have it."""
    if not isinstance(padding, str):
        return [tuple(pair) for pair in padding]
    if padding.upper() == "VALID":
        return [(0, 0)] * len(sizes)
    if padding.upper() != "SAME":
        raise ValueError(f"padding is SAME, VALID or pairs of numbers, not {padding!r}")
    wanted = [
        (-(-size // step) - 1) * step + width - size for size, width, step in zip(sizes, reach, strides)
    ]
    total = np.maximum(wanted, 0)
    return list(zip(total // 2, total - total // 2))


def spread(x, steps):
    """*x* with zeros between its numbers along its axes of space."""
    if all(step == 1 for step in steps):
        return x
    sizes = [np.maximum((size - 1) * step + 1, 0) for size, step in zip(x.shape[1:-1], steps)]
    wide = np.zeros((x.shape[0], *sizes, x.shape[-1]), x.dtype)
    wide[(slice(None), *(slice(None, None, step) for step in steps))] = x
    return wide


def windows(x, axes, widths, strides, dilation, pads, fill):
    """The windows of *x*, padded with *fill*, along *axes*: their places first, then what is in them."""
    axes, outer, cut = list(axes), [(0, 0)] * x.ndim, [slice(None)] * x.ndim
    for axis, (low, high) in zip(axes, pads):
        outer[axis] = (int(np.maximum(low, 0)), int(np.maximum(high, 0)))
        cut[axis] = slice(-low if low < 0 else 0, high if high < 0 else None)
    x = np.pad(x, outer, constant_values=fill)[tuple(cut)]
    reach = [(width - 1) * step + 1 for width, step in zip(widths, dilation)]
    if any(x.shape[axis] < need for axis, need in zip(axes, reach)):
        shape = list(x.shape)
        for axis, need, step in zip(axes, reach, strides):
            shape[axis] = int(np.maximum((x.shape[axis] - need) // step + 1, 0))
        return np.zeros((*shape, *widths), x.dtype)
    view = sliding_window_view(x, reach, axis=tuple(axes))
    steps = [slice(None)] * x.ndim
    for axis, step in zip(axes, strides):
        steps[axis] = slice(None, None, step)
    return view[(*steps, *(slice(None, None, step) for step in dilation))]
