"""Stands in for optree, with which Keras takes nested lists, tuples and dictionaries apart."""

from collections import OrderedDict, defaultdict, deque

from . import utils

__all__ = ["utils"]
__version__ = "0"

#: How to take apart and rebuild the objects of a class, by namespace and class.
REGISTERED = {}


class Spec:
    """How a structure is built: what *kind* of node it is, of which class, and with which children.

    `entries` name the children, `data` is what else it takes to build it.
    """

    def __init__(self, kind, cls=None, data=None, entries=(), children=(), namespace=""):
        self.kind, self.cls, self.data = kind, cls, data
        self.entries, self.children, self.namespace = entries, children, namespace
        self.num_leaves = 1 if kind == "leaf" else sum(child.num_leaves for child in children)
        self.num_nodes = 1 + sum(child.num_nodes for child in children)


def register_pytree_node_class(cls, *, namespace):
    """Have objects of *cls* be taken apart by their `tree_flatten`, and rebuilt by `tree_unflatten`."""
    register_pytree_node(cls, cls.tree_flatten, cls.tree_unflatten, namespace=namespace)
    return cls


def register_pytree_node(cls, flatten_func, unflatten_func, *, namespace):
    """Have objects of *cls* be taken apart and rebuilt so.

    Raises:
        ValueError: if it is known already.
    """
    if (namespace, cls) in REGISTERED:
        raise ValueError(f"PyTree type {cls!r} is already registered in namespace {namespace!r}.")
    REGISTERED[namespace, cls] = flatten_func, unflatten_func
    return cls


def tree_flatten(tree, is_leaf=None, *, none_is_leaf=False, namespace=""):
    """The leaves of *tree*, and how it is built."""
    _, leaves, spec = tree_flatten_with_path(tree, is_leaf, none_is_leaf=none_is_leaf, namespace=namespace)
    return leaves, spec


def tree_flatten_with_path(tree, is_leaf=None, *, none_is_leaf=False, namespace=""):
    """The paths of the leaves of *tree*, the leaves, and how it is built."""
    paths, leaves = [], []

    def walk(node, path):
        taken = None if is_leaf and is_leaf(node) else apart(node, none_is_leaf, namespace)
        if taken is None:
            paths.append(path)
            leaves.append(node)
            return Spec("leaf")
        kind, data, entries, children = taken
        specs = [walk(child, (*path, entry)) for entry, child in zip(entries, children)]
        return Spec(kind, type(node), data, entries, specs, namespace)

    spec = walk(tree, ())
    return paths, leaves, spec


def tree_paths(tree, is_leaf=None, *, none_is_leaf=False, namespace=""):
    """The paths of the leaves of *tree*."""
    return tree_flatten_with_path(tree, is_leaf, none_is_leaf=none_is_leaf, namespace=namespace)[0]


def tree_is_leaf(tree, is_leaf=None, *, none_is_leaf=False, namespace=""):
    """Whether *tree* is a leaf by itself."""
    return bool(is_leaf and is_leaf(tree)) or apart(tree, none_is_leaf, namespace) is None


def tree_unflatten(treespec, leaves):
    """The structure that is built as *treespec* says, of *leaves*.

    Raises:
        ValueError: if there are more of them, or fewer.
    """
    leaves, count = list(leaves), treespec.num_leaves
    if len(leaves) < count:
        raise ValueError(f"Too few leaves for PyTreeSpec; expected: {count}, got: {len(leaves)}.")
    if len(leaves) > count:
        raise ValueError(f"Too many leaves for PyTreeSpec; expected: {count}.")
    waiting = iter(leaves)

    def build(spec):
        if spec.kind == "leaf":
            return next(waiting)
        return together(spec, [build(child) for child in spec.children])

    return build(treespec)


def tree_map(func, tree, *rests, is_leaf=None, none_is_leaf=False, namespace=""):
    """The structure of *tree* with *func* of its leaves, and of what stands in their place in *rests*."""
    leaves, spec = tree_flatten(tree, is_leaf, none_is_leaf=none_is_leaf, namespace=namespace)
    columns = [up_to(spec, rest) for rest in rests]
    return tree_unflatten(spec, map(func, leaves, *columns))


def apart(node, none_is_leaf, namespace):
    """The kind of *node*, what it takes to build it again, its entries and its children; None for a leaf."""
    cls = type(node)
    if node is None:
        return None if none_is_leaf else ("none", None, (), ())
    if (namespace, cls) in REGISTERED:
        children, data, *entries = REGISTERED[namespace, cls][0](node)
        children = list(children)
        return "custom", data, entries[0] if entries else range(len(children)), children
    if cls in (dict, defaultdict, OrderedDict):
        keys = list(node) if cls is OrderedDict else in_order(node)
        return "dict", (list(node), getattr(node, "default_factory", None)), keys, [node[key] for key in keys]
    if cls in (tuple, list, deque):
        return cls.__name__, getattr(node, "maxlen", None), range(len(node)), list(node)
    if is_namedtuple(node):
        return "namedtuple", None, range(len(node)), list(node)
    return None


def together(spec, children):
    """The node that is built as *spec* says, of *children*."""
    if spec.kind == "none":
        return None
    if spec.kind == "custom":
        return REGISTERED[spec.namespace, spec.cls][1](spec.data, tuple(children))
    if spec.kind == "namedtuple":
        return spec.cls(*children)
    if spec.kind == "deque":
        return deque(children, maxlen=spec.data)
    if spec.kind == "dict":
        (order, factory), named = spec.data, dict(zip(spec.entries, children))
        items = [(key, named[key]) for key in order]
        return defaultdict(factory, items) if spec.cls is defaultdict else spec.cls(items)
    return spec.cls(children)


def up_to(spec, tree):
    """What stands in *tree* where *spec* has its leaves. As optree does, it looks at the last child first.

    Raises:
        ValueError: if *tree* is built otherwise, in optree's words.
    """
    if spec.kind == "leaf":
        return [tree]
    pairs = list(zip(spec.children, alike(spec, tree)))
    found = [up_to(child, below) for child, below in reversed(pairs)]
    return [leaf for leaves in reversed(found) for leaf in leaves]


def alike(spec, tree):
    """The children of *tree*, a node such as *spec* describes."""
    kind, cls = spec.kind, spec.cls
    if kind == "none":
        if tree is not None:
            raise ValueError(f"Expected None, got {tree!r}.")
        return ()
    if kind == "dict":
        return alike_dictionary(spec, tree)
    if kind == "namedtuple" and not is_namedtuple(tree):
        raise ValueError(f"Expected an instance of collections.namedtuple, got {tree!r}.")
    if kind in ("tuple", "list", "deque") and type(tree) is not cls:
        name = "collections.deque" if cls is deque else cls.__name__
        raise ValueError(f"Expected an instance of {name}, got {tree!r}.")
    if kind in ("namedtuple", "custom") and type(tree) is not cls:
        what, whole = ("namedtuple", "namedtuple") if kind == "namedtuple" else ("Custom node", "value")
        raise ValueError(
            f"{what} type mismatch; expected type: {cls!r}, got type: {type(tree)!r}; {whole}: {tree!r}."
        )
    children = apart(tree, True, spec.namespace)[3] if kind == "custom" else list(tree)
    if len(children) != len(spec.children):
        what, whole = ("Custom type", "value") if kind == "custom" else (kind, kind)
        raise ValueError(
            f"{what} arity mismatch; expected: {len(spec.children)}, got: {len(children)}; {whole}: {tree!r}."
        )
    return children


def alike_dictionary(spec, tree):
    """The same for dictionaries, which need the same keys."""
    if type(tree) not in (dict, OrderedDict, defaultdict):
        raise ValueError(
            "Expected an instance of dict, collections.OrderedDict, or collections.defaultdict, "
            f"got {tree!r}."
        )
    if set(tree) != set(spec.entries):
        name, wanted = spec.cls.__name__, list(spec.entries)
        text = f"dictionary key mismatch; expected key(s): {wanted}, got key(s): {in_order(tree)}"
        if missing := in_order(set(spec.entries) - set(tree)):
            text += f", missing key(s): {missing}"
        if extra := in_order(set(tree) - set(spec.entries)):
            text += f", extra key(s): {extra}"
        raise ValueError(f"{text}; {name}: {tree!r}.")
    return [tree[key] for key in spec.entries]


def in_order(keys):
    """*keys* sorted; those that cannot be compared, by their types first."""
    try:
        return sorted(keys)
    except TypeError:
        return sorted(keys, key=lambda key: (f"{type(key).__module__}.{type(key).__qualname__}", key))


def is_namedtuple(node):
    """Whether *node* is a tuple whose places have names."""
    return isinstance(node, tuple) and isinstance(getattr(type(node), "_fields", None), tuple)
