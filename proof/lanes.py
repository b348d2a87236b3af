"""The environments in which snippets run, as data."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

#: What every lane fixes, so that a run depends on the snippet and on nothing around it.
FIXED: Mapping[str, str] = {
    "COLUMNS": "80",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
    "LANG": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
    "LINES": "24",
    "MPLBACKEND": "agg",
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

    `record` names the record that the lane is compared with, so that lanes which must agree to
    the character share one. `libraries` are the distributions whose versions a record states.
    """

    name: str
    record: str
    prefix: Path
    preload: tuple[str, ...]
    libraries: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=lambda: FIXED)

    @property
    def python(self) -> Path:
        """The lane's interpreter."""
        return self.prefix / "bin" / "python"

    @cached_property
    def installed(self) -> tuple[str, ...]:
        """What the interpreter and its packages are, read from the folder names alone."""
        config = self.prefix / "pyvenv.cfg"
        interpreter = config.read_text(encoding="utf-8") if config.exists() else sys.version
        packages = self.prefix.glob("lib/python3*/site-packages/*.dist-info")
        return (interpreter, *sorted(package.name for package in packages))


#: Keras 3 on TensorFlow, in the environment that also builds the site.
NOW = Lane(
    name="now",
    record="now",
    prefix=Path(sys.prefix),
    preload=("keras", "tensorflow"),
    libraries=("keras", "tensorflow"),
)

LANES: Mapping[str, Lane] = {lane.name: lane for lane in (NOW,)}
