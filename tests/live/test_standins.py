"""Each function of a stand-in gives what the library gives for which it stands in; so do its errors."""

from __future__ import annotations

import importlib
import importlib.util
import itertools
import multiprocessing
import os
import sys
from collections import OrderedDict, defaultdict, deque, namedtuple
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from types import ModuleType
from typing import Any

import numpy as np
import optree
import pytest
import scipy.linalg
import scipy.special
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from proof.run.lanes import NOW_JAX, STANDINS

Numbers = Any
#: The same examples each time, however long one takes on a busy machine.
CALM = settings(deadline=None, derandomize=True, database=None)


def standin(name: str) -> ModuleType:
    """The stand-in called *name*, under another name than the library's."""
    file = STANDINS / f"{name}.py" if "/" in name else STANDINS / name / "__init__.py"
    own = f"standin_{name.replace('/', '_')}"
    spec = importlib.util.spec_from_file_location(own, file, submodule_search_locations=[str(file.parent)])
    assert spec
    assert spec.loader
    module = sys.modules[own] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


REAL_TYPES: Any = importlib.import_module("ml_dtypes")
TREES, TYPES = standin("optree"), standin("ml_dtypes")
LAX, LINEAR, SPECIAL = standin("jax/lax"), standin("scipy/linalg"), standin("scipy/special")


def floats(least: float = -50, most: float = 50) -> st.SearchStrategy[float]:
    return st.floats(least, most, width=32, allow_subnormal=False)


# Nested structures


Pair = namedtuple("Pair", "left right")


class Box:
    """Something that says itself how it is taken apart."""

    def __init__(self, *held: object) -> None:
        self.held = held

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Box) and self.held == other.held

    def __hash__(self) -> int:
        return len(self.held)

    def __repr__(self) -> str:
        return f"Box{self.held}"

    def tree_flatten(self) -> tuple[tuple[object, ...], str]:
        """What is in it, and a word that it takes to build it."""
        return self.held, "box"

    @classmethod
    def tree_unflatten(cls, data: str, held: tuple[object, ...]) -> Box:
        """The box that holds *held*."""
        assert data == "box"
        return cls(*held)


class Shelf(Box):
    """Something that is registered with functions, and names what is in it."""


for library in (optree, TREES):
    library.register_pytree_node_class(Box, namespace="keras")
    library.register_pytree_node(
        Shelf,
        lambda shelf: (shelf.held, None, [f"at {place}" for place in range(len(shelf.held))]),
        lambda _, held: Shelf(*held),
        namespace="keras",
    )

KEYS = st.text("abc", min_size=1, max_size=2) | st.integers(0, 3)
LEAVES = st.integers(0, 9) | st.none() | st.text("xy", max_size=2)


def within(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lists = st.lists(inner, max_size=3)
    dictionaries = st.dictionaries(KEYS, inner, max_size=3)
    return st.one_of(
        lists,
        lists.map(tuple),
        lists.map(lambda items: deque(items, maxlen=4)),
        lists.map(lambda items: Box(*items)),
        lists.map(lambda items: Shelf(*items)),
        dictionaries,
        dictionaries.map(OrderedDict),
        dictionaries.map(lambda items: defaultdict(list, items)),
        st.tuples(inner, inner).map(lambda items: Pair(*items)),
    )


STRUCTURES = st.recursive(LEAVES, within, max_leaves=8)
MODES = st.fixed_dictionaries({"none_is_leaf": st.booleans(), "namespace": st.sampled_from(["", "keras"])})


def outcome(function: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """What *function* gives, or the kind and the words of its error."""
    try:
        return function(*arguments, **named)
    except Exception as error:
        return type(error), str(error)


@CALM
@given(STRUCTURES, MODES)
def test_a_structure_is_taken_apart_as_optree_does(tree: Any, mode: dict[str, Any]) -> None:
    paths, leaves, spec = TREES.tree_flatten_with_path(tree, **mode)
    known_paths, known_leaves, known = optree.tree_flatten_with_path(tree, **mode)
    assert (paths, leaves) == (known_paths, known_leaves)
    assert (spec.num_leaves, spec.num_nodes) == (known.num_leaves, known.num_nodes)
    assert TREES.tree_paths(tree, **mode) == optree.tree_paths(tree, **mode)
    assert TREES.tree_is_leaf(tree, **mode) == optree.tree_is_leaf(tree, **mode)
    assert TREES.tree_flatten(tree, **mode)[0] == optree.tree_flatten(tree, **mode)[0]


@CALM
@given(STRUCTURES, MODES)
def test_a_structure_is_rebuilt_as_it_was(tree: Any, mode: dict[str, Any]) -> None:
    leaves, spec = TREES.tree_flatten(tree, **mode)
    again = TREES.tree_unflatten(spec, leaves)
    assert again == tree
    assert repr(again) == repr(optree.tree_unflatten(optree.tree_flatten(tree, **mode)[1], leaves))


@CALM
@given(STRUCTURES, st.integers(0, 9))
def test_too_few_leaves_or_too_many_are_refused_in_the_same_words(tree: Any, count: int) -> None:
    spec, known = TREES.tree_flatten(tree)[1], optree.tree_flatten(tree)[1]
    assume(count != spec.num_leaves)
    said, expected = (
        outcome(library.tree_unflatten, one, [0] * count) for library, one in ((TREES, spec), (optree, known))
    )
    assert said[0] == expected[0]
    assert said[1].split(";")[0] == expected[1].split(";")[0]


@CALM
@given(STRUCTURES, MODES)
def test_what_a_caller_takes_for_a_leaf_is_one(tree: Any, mode: dict[str, Any]) -> None:
    def is_leaf(node: object) -> bool:
        return isinstance(node, tuple)

    assert TREES.tree_flatten(tree, is_leaf, **mode)[0] == optree.tree_flatten(tree, is_leaf, **mode)[0]
    assert TREES.tree_is_leaf(tree, is_leaf, **mode) == optree.tree_is_leaf(tree, is_leaf, **mode)


@CALM
@given(STRUCTURES, MODES)
def test_a_function_is_called_for_each_leaf(tree: Any, mode: dict[str, Any]) -> None:
    found, known = (library.tree_map(lambda leaf: [leaf], tree, **mode) for library in (TREES, optree))
    assert repr(found) == repr(known)


@settings(CALM, max_examples=300)
@given(STRUCTURES, STRUCTURES)
def test_two_structures_go_together_or_are_refused_in_the_same_words(one: Any, other: Any) -> None:
    mode = {"none_is_leaf": True, "namespace": "keras"}
    found, known = (
        outcome(library.tree_map, lambda *leaves: leaves, one, other, **mode) for library in (TREES, optree)
    )
    assert repr(found) == repr(known)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1, 2), ("accuracy",)),
        ([1], [1, 2]),
        ((1,), [1]),
        ([1], 5),
        ({"a": 1}, {"b": 1}),
        ({"a": 1}, [1]),
        (OrderedDict(a=1), {"a": 1, "b": 2}),
        (Pair(1, 2), (1, 2)),
        (Pair(1, 2), 3),
        (deque([1]), deque([1, 2])),
        (Box(1), Box(1, 2)),
        (Box(1), 1),
        (Box(1), None),
    ],
)
def test_what_a_learner_may_be_told_is_said_as_optree_says_it(one: Any, other: Any) -> None:
    mode = {"none_is_leaf": True, "namespace": "keras"}
    said, expected = (
        outcome(library.tree_map, lambda *leaves: leaves, one, other, **mode) for library in (TREES, optree)
    )
    assert said == expected
    assert said[0] is ValueError


def test_a_class_is_registered_once() -> None:
    with pytest.raises(ValueError, match="is already registered in namespace 'keras'"):
        TREES.register_pytree_node_class(Box, namespace="keras")


# Bounds of types


@pytest.mark.parametrize(
    "name", ["bfloat16", "float8_e4m3fn", "float8_e5m2", "float16", "float32", "float64"]
)
def test_the_bounds_of_numbers_with_a_point(name: str) -> None:
    found, known = TYPES.finfo(name), REAL_TYPES.finfo(name)
    for bound in ("eps", "max", "min", "tiny", "smallest_normal", "bits"):
        assert float(getattr(found, bound)) == float(getattr(known, bound)), bound


@pytest.mark.parametrize("name", ["int2", "uint2", "int4", "uint4", "int8", "uint8", "int32", "int64"])
def test_the_bounds_of_whole_numbers(name: str) -> None:
    found, known = TYPES.iinfo(name), REAL_TYPES.iinfo(name)
    assert (found.min, found.max) == (known.min, known.max)


# SciPy


SHAPES = arrays.array_shapes(min_dims=1, max_dims=3, max_side=4)


@CALM
@given(arrays.arrays("float32", SHAPES, elements=floats(-5, 5)))
def test_error_functions(x: Numbers) -> None:
    for found, known in ((SPECIAL.erf(x), scipy.special.erf(x)), (SPECIAL.erfc(x), scipy.special.erfc(x))):
        np.testing.assert_allclose(found, known, rtol=2e-6, atol=1e-9)
        assert found.dtype == known.dtype


@CALM
@given(
    arrays.arrays("float32", SHAPES, elements=floats() | st.just(-np.inf)),
    st.none() | st.just(0) | st.just(-1),
    st.booleans(),
)
def test_the_logarithm_of_a_sum_of_exponentials(x: Numbers, axis: int | None, keepdims: bool) -> None:
    found = SPECIAL.logsumexp(x, axis=axis, keepdims=keepdims)
    known = scipy.special.logsumexp(x, axis=axis, keepdims=keepdims)
    np.testing.assert_allclose(found, known, rtol=1e-5, atol=1e-6)
    assert np.shape(found) == np.shape(known)


@CALM
@given(
    st.integers(1, 4).flatmap(lambda n: arrays.arrays("float64", (n, n), elements=floats(-1, 1))),
    st.booleans(),
)
def test_a_triangle_is_solved(a: Numbers, lower: bool) -> None:
    a = a + 3 * np.eye(len(a))
    b = np.arange(2.0 * len(a)).reshape(len(a), 2)
    known = scipy.linalg.solve_triangular(a, b, lower=lower)
    np.testing.assert_allclose(LINEAR.solve_triangular(a, b, lower=lower), known, rtol=1e-8, atol=1e-8)


# JAX


def find_jax(folder: str) -> None:
    """Have a process find the JAX in *folder*."""
    os.environ["JAX_PLATFORMS"] = "cpu"
    sys.path.insert(0, folder)


def of_jax(name: str, *arguments: Any, **named: Any) -> Numbers:
    """What the function of `jax.lax` called *name* gives; a name among its *arguments* is another of them."""
    real = importlib.import_module("jax.lax")
    if "dimension_numbers" in named:
        named["dimension_numbers"] = real.ConvDimensionNumbers(*named["dimension_numbers"])
    given = [getattr(real, one) if isinstance(one, str) and hasattr(real, one) else one for one in arguments]
    return np.asarray(getattr(real, name)(*given, **named))


@pytest.fixture(scope="module")
def lax() -> Iterator[Callable[..., Numbers]]:
    """Give the real `jax.lax`, in a process of its own: a process with JAX in it must not fork."""
    if not NOW_JAX.ready:
        pytest.skip("the lane now-jax is not installed, so there is no JAX to compare with")
    spawned = multiprocessing.get_context("spawn")
    folder = str(NOW_JAX.added)
    with ProcessPoolExecutor(1, spawned, initializer=find_jax, initargs=(folder,)) as process:
        yield lambda *asked, **named: process.submit(of_jax, *asked, **named).result()


@st.composite
def convolutions(draw: st.DrawFn, transposed: bool = False) -> tuple[Numbers, Numbers, dict[str, Any]]:
    """An input, a kernel, and how they are convolved; *transposed*, in fewer ways."""
    space, groups = draw(st.integers(1, 2)), draw(st.sampled_from([1] if transposed else [1, 2]))
    sizes, widths, strides, dilation = (
        draw(st.tuples(*[st.integers(1, most)] * space)) for most in (6, 3, 3, 2)
    )
    channels, filters = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    pairs = st.tuples(st.integers(-1, 2), st.integers(-1, 2))
    explicit = st.tuples(*[pairs] * space).map(list)
    padding = draw(explicit if transposed else st.sampled_from(["SAME", "VALID", "same"]) | explicit)
    spread = draw(st.none() | st.tuples(*[st.integers(1, 3)] * space))
    random = np.random.default_rng(draw(st.integers(0, 99)))
    x = random.normal(size=(2, *sizes, channels * groups)).astype("float32")
    kernel = random.normal(size=(*widths, channels, filters * groups)).astype("float32")
    last = draw(st.booleans())
    places = (0, space + 1, *range(1, space + 1)) if last else tuple(range(space + 2))
    x = x if last else np.moveaxis(x, -1, 1)
    kernel_places = (space + 1, space, *range(space))
    how = {
        "window_strides": strides,
        "padding": padding,
        "lhs_dilation": spread,
        "rhs_dilation": dilation,
        "dimension_numbers": (places, kernel_places, places),
        "feature_group_count": groups,
    }
    return x, kernel, how


@settings(CALM, max_examples=60)
@given(case=convolutions())
def test_a_convolution_is_that_of_jax(
    lax: Callable[..., Numbers], case: tuple[Numbers, Numbers, dict[str, Any]]
) -> None:
    x, kernel, how = case
    known = outcome(lax, "conv_general_dilated", x, kernel, **how)
    assume(not isinstance(known, tuple))  # what JAX refuses, Keras does not ask for
    found = LAX.conv_general_dilated(x, kernel, **how)
    assert found.dtype == known.dtype
    np.testing.assert_allclose(found, known, rtol=1e-4, atol=1e-4)


@settings(CALM, max_examples=40)
@given(case=convolutions(transposed=True))
def test_a_transposed_convolution_is_that_of_jax(
    lax: Callable[..., Numbers], case: tuple[Numbers, Numbers, dict[str, Any]]
) -> None:
    x, kernel, how = case
    places, kernel_places, _ = how["dimension_numbers"]
    kernel = np.swapaxes(kernel, -1, -2)  # its input is the other's output
    arguments = (how["window_strides"], [(abs(low), abs(high)) for low, high in how["padding"]])
    named = {"rhs_dilation": how["rhs_dilation"], "transpose_kernel": True}
    numbers = (places, kernel_places, places)
    known = lax("conv_transpose", x, kernel, *arguments, dimension_numbers=numbers, **named)
    found = LAX.conv_transpose(x, kernel, *arguments, dimension_numbers=numbers, **named)
    np.testing.assert_allclose(found, known, rtol=1e-4, atol=1e-4)


@st.composite
def poolings(draw: st.DrawFn) -> tuple[Numbers, tuple[int, ...], tuple[int, ...], Any]:
    """An input, the sizes of windows and of steps, and a padding."""
    sizes = draw(st.tuples(*[st.integers(1, 6)] * 2))
    widths, strides = (draw(st.tuples(*[st.integers(1, 3)] * 2)) for _ in range(2))
    padding = draw(st.sampled_from(["SAME", "VALID"]))
    x = np.random.default_rng(draw(st.integers(0, 99))).normal(size=(2, *sizes, 3)).astype("float32")
    return x, (1, *widths, 1), (1, *strides, 1), padding


@settings(CALM, max_examples=60)
@given(case=poolings())
def test_windows_are_reduced_as_by_jax(
    lax: Callable[..., Numbers], case: tuple[Numbers, Any, Any, Any]
) -> None:
    x, *how = case
    for start, name in ((-np.inf, "max"), (0.0, "add")):
        found = LAX.reduce_window(x, start, getattr(LAX, name), *how)
        known = lax("reduce_window", x, np.float32(start), name, *how)
        assert found.dtype == known.dtype
        np.testing.assert_allclose(found, known, rtol=1e-5, atol=1e-5)


def test_what_is_not_stood_in_for_says_so() -> None:
    with pytest.raises(NotImplementedError, match="sums and maxima"):
        LAX.reduce_window(np.zeros((2, 2)), 1, np.multiply, (1, 1), (1, 1), "VALID")
    with pytest.raises(NotImplementedError, match="explicit padding"):
        LAX.conv_transpose(np.zeros((1, 2, 1)), np.zeros((1, 1, 1)), (1,), "SAME")
    with pytest.raises(ValueError, match="SAME, VALID"):
        LAX.pads_of("full", (2,), (1,), (1,))


def test_nothing_stands_in_that_nothing_tests() -> None:
    files = {file.relative_to(STANDINS).as_posix() for file in STANDINS.rglob("*.py")}
    packages = {f"{name}/__init__.py" for name in ("jax", "ml_dtypes", "optree", "scipy")}
    functions = {"jax/lax.py", "optree/utils.py", "scipy/linalg.py", "scipy/special.py", "keras_on_numpy.py"}
    assert files == packages | functions
    assert list(itertools.chain([LAX.max, LAX.add])) == [np.maximum, np.add]
