"""Finds the data that snippets train on, or something that stands in for it."""

from __future__ import annotations

import functools
import io
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from proof.common.files import digest_of, write_atomically
from proof.common.places import ROOT

#: How long Keras may try to download a data set, in seconds.
PATIENCE = 60


@dataclass(frozen=True)
class DataSet:
    """The file of a data set; `stand_in` says that it is not the real one, whose file cannot be had."""

    name: str
    file: Path
    stand_in: bool = False

    @property
    def identity(self) -> list[str | bool | None]:
        """What decides a run that reads it."""
        return [self.name, digest_of(self.file), self.stand_in]


@functools.cache
def find(name: str) -> DataSet:
    """The data set called *name*.

    Its file is the one that the environment names (`MNIST=/path/to/mnist.npz`), else the one kept in
    `shared/datasets` in the project or beside it, else the one that Keras has downloaded or downloads
    now. Where there is none, a stand-in is made, and a line on stderr says so.

    Raises:
        FileNotFoundError: if the environment names a file that is not there.
    """
    named = os.environ.get(name.upper())
    if named:
        file = Path(named).resolve()
        if not file.is_file():
            raise FileNotFoundError(2, f"there is no such file, though {name.upper()} names it", str(file))
        return DataSet(name, file)
    for folder in (ROOT.resolve(), ROOT.resolve().parent):
        kept = folder / "shared" / "datasets" / f"{name}.npz"
        if kept.is_file():
            return DataSet(name, kept.resolve())
    downloaded = download(name)
    if downloaded:
        return DataSet(name, downloaded)
    file = ROOT / ".cache" / "stand-ins" / f"{name}.npz"
    if not file.is_file():
        write_atomically(file, STAND_INS[name]())
    print(
        f"The data set {name} cannot be downloaded: a stand-in is used, and what needs the real one is not "
        f"verified. {name.upper()}=/path/to/{name}.npz names a copy.",
        file=sys.stderr,
    )
    return DataSet(name, file, stand_in=True)


def download(name: str) -> Path | None:
    """Where Keras keeps the data set, which it downloads if need be; None if it cannot."""
    try:
        file = Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras", "datasets", f"{name}.npz")
    except RuntimeError:  # whoever runs this has no home, as in many containers
        return None
    if file.is_file():
        return file
    code = f"import keras; keras.datasets.{name}.load_data()"
    try:
        subprocess.run([sys.executable, "-c", code], check=True, timeout=PATIENCE, capture_output=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return file if file.is_file() else None


def small_digits() -> bytes:
    """An archive like MNIST's: the 1,797 digits that scikit-learn carries, scaled to 28 × 28.

    Each is there twice, the second time a pixel further to the right: some scripts take 2,000 of them.
    """
    import numpy
    from sklearn.datasets import load_digits

    digits = load_digits()
    images = numpy.kron(digits.images, numpy.ones((3, 3))) / 16 * 255
    images = numpy.pad(images, ((0, 0), (2, 2), (2, 2))).astype("uint8")
    images = numpy.concatenate([images, numpy.roll(images, 1, axis=2)])
    labels = numpy.tile(digits.target, 2).astype("uint8")
    target = io.BytesIO()
    numpy.savez_compressed(
        target, x_train=images[:3000], y_train=labels[:3000], x_test=images[3000:], y_test=labels[3000:]
    )
    return target.getvalue()


#: What makes a stand-in for each data set that a snippet may ask for.
STAND_INS: Mapping[str, Callable[[], bytes]] = {"mnist": small_digits}
