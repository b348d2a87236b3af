"""The environments in which snippets run, as data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from proof.common.files import digest_of
from proof.common.places import ROOT

#: What every lane fixes, so that a run depends on the snippet and on nothing around it.
FIXED: Mapping[str, str] = {
    "COLUMNS": "80",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "LINES": "24",
    "MPLBACKEND": "module://shown_figures",
    "OMP_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "TERM": "dumb",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTEROP_THREADS": "1",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TZ": "UTC",
}


@dataclass(frozen=True)
class Lane:
    """One environment: an interpreter, the variables it runs under, what it imports once.

    Lanes of one `family` teach the same Keras on different backends. They must agree to the
    character, so they share one record, which the first of them, their home, writes. `added` is a
    folder of packages that come before the interpreter's own. `shim` is imported before anything
    else, `preload` once for all snippets that do not ask for a fresh start. `libraries` are the
    modules whose versions a record states. A lane that does not `trains` is left out by the
    snippets that do. One that does not `proves` holds nobody to anything: what it prints as recorded
    can be run in a page, and what it prints otherwise cannot. One that is asked for `by_name` runs the
    snippets that name it, and not those that name its family.
    """

    name: str
    family: str
    prefix: Path
    preload: tuple[str, ...]
    libraries: tuple[str, ...]
    shim: tuple[str, ...] = ()
    added: Path | None = None
    trains: bool = True
    proves: bool = True
    by_name: bool = False
    environment: Mapping[str, str] = field(default_factory=lambda: FIXED)

    @property
    def python(self) -> Path:
        """The lane's interpreter."""
        return self.prefix / "bin" / "python"

    @property
    def ready(self) -> bool:
        """Whether the lane is installed."""
        place = self.added or self.prefix
        return place in (Path(sys.prefix), STANDINS) or (place / ".done").exists()

    @cached_property
    def installed(self) -> tuple[str, ...]:
        """What the interpreter and its packages are, read from the folder names alone."""
        config = self.prefix / "pyvenv.cfg"
        interpreter = config.read_text(encoding="utf-8") if config.exists() else sys.version
        packages = [*self.prefix.glob("lib/python3*/site-packages/*.dist-info")]
        packages += self.added.glob("*.dist-info") if self.added else []
        own = [digest_of(file) for file in sorted(STANDINS.rglob("*.py"))] if self.added == STANDINS else []
        return (interpreter, *sorted(package.name for package in packages), *map(str, own))

    @property
    def packages(self) -> list[Path]:
        """The folders of its packages."""
        return [*([self.added] if self.added else []), *self.prefix.glob("lib/python3*/site-packages")]


INSTALLED = ROOT / ".lanes"
#: What stands in for packages that no page has.
STANDINS = ROOT / "live/standins"

#: Keras 3 on TensorFlow, in the environment that also builds the site.
NOW = Lane(
    name="now-tensorflow",
    family="now",
    prefix=Path(sys.prefix),
    preload=("keras", "tensorflow"),
    libraries=("keras", "tensorflow"),
)

#: Keras 3 on JAX.
NOW_JAX = Lane(
    name="now-jax",
    family="now",
    prefix=Path(sys.prefix),
    preload=("keras", "jax"),
    libraries=("keras", "jax"),
    added=INSTALLED / "now-jax",
    environment={**FIXED, "KERAS_BACKEND": "jax", "JAX_PLATFORMS": "cpu"},
)

#: Keras 3 on PyTorch.
NOW_TORCH = Lane(
    name="now-torch",
    family="now",
    prefix=Path(sys.prefix),
    preload=("keras", "torch"),
    libraries=("keras", "torch"),
    added=INSTALLED / "now-torch",
    environment={**FIXED, "KERAS_BACKEND": "torch"},
)

#: Keras 3 on OpenVINO, which predicts and does not train.
NOW_OPENVINO = Lane(
    name="now-openvino",
    family="now",
    prefix=Path(sys.prefix),
    preload=("keras", "openvino"),
    libraries=("keras", "openvino"),
    added=INSTALLED / "now-openvino",
    trains=False,
    environment={**FIXED, "KERAS_BACKEND": "openvino"},
)

#: Keras 3 on TensorFlow, with what hands its models to ONNX Runtime.
NOW_ONNX = Lane(
    name="now-onnx",
    family="now",
    prefix=Path(sys.prefix),
    preload=("keras", "tensorflow"),
    libraries=("keras", "tensorflow", "onnxruntime"),
    added=INSTALLED / "now-onnx",
    by_name=True,
)

#: Keras 3 on NumPy, as a page runs it: with stand-ins for what a browser does not have (see `live/`).
IN_PAGE = Lane(
    name="now-numpy",
    family="now",
    prefix=Path(sys.prefix),
    shim=("inside.page",),
    preload=("keras_on_numpy",),
    libraries=("keras", "numpy"),
    added=STANDINS,
    trains=False,
    proves=False,
    environment={**FIXED, "KERAS_BACKEND": "numpy"},
)

#: Keras 2.1.5 of 2018, the real library, on today's TensorFlow (see `proof.run.inside.then`).
THEN = Lane(
    name="then-tensorflow",
    family="then",
    prefix=Path(sys.prefix),
    shim=("inside.then",),
    preload=("keras",),
    libraries=("keras", "tensorflow"),
    added=INSTALLED / "then-tensorflow",
)

#: Keras 2.1.5 on Theano, in an environment of its own.
THEN_THEANO = Lane(
    name="then-theano",
    family="then",
    prefix=INSTALLED / "then-theano",
    shim=("inside.then",),
    preload=("keras",),
    libraries=("keras", "theano"),
    environment={
        **FIXED,
        "KERAS_BACKEND": "theano",
        "THEANO_FLAGS": f"blas.ldflags=,base_compiledir={INSTALLED / 'then-theano' / 'compiled'}",
    },
)

LANES: Mapping[str, Lane] = {
    lane.name: lane for lane in (NOW, NOW_JAX, NOW_TORCH, NOW_OPENVINO, NOW_ONNX, IN_PAGE, THEN, THEN_THEANO)
}


def home(family: str) -> Lane | None:
    """The lane that writes the records of *family*."""
    return next((lane for lane in LANES.values() if lane.family == family), None)


#: What is run unless a command says otherwise: the home of each family.
HOMES: tuple[Lane, ...] = (NOW, THEN)


def named(names: Iterable[str]) -> list[Lane]:
    """The lanes called *names*, each a lane or a family without its lanes that are asked for by name.

    Raises:
        KeyError: with the name that is neither.
    """
    found: dict[str, Lane] = {}
    for name in names:
        family = [lane for lane in LANES.values() if lane.family == name and not lane.by_name]
        lanes = [LANES[name]] if name in LANES else family
        if not lanes:
            raise KeyError(name)
        found.update((lane.name, lane) for lane in lanes)
    return list(found.values())
