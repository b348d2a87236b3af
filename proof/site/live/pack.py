"""Packs the Python that runs in a page into `.cache/live`: `python -m proof.site.live.pack`.

Pyodide's two scripts and its machine code are as they come. All else is one file: the length of its index
as four bytes, the index as JSON (for each name where it begins behind the index, and how long it is), and the
files one after the other. `std.zip` is Python's own library; any other name is the path at which the file
lies in the page's Python. Sources have become byte code without docstrings.

Each file is compressed, so that it does not depend on the host whether it is sent so; its name has the digest
of what it holds. The same pieces make the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from proof.common.complaint import MachineError, commanded
from proof.common.files import digest, digest_of
from proof.common.places import ROOT
from proof.site.live import pieces

#: Where the packed files are kept, below the root of the book, and where they are in the site.
PACKED, SENT = ".cache/live", "live/"
MANIFEST, LICENCES = "manifest.json", "LICENSES.txt"
#: The time of every file in a zip, for want of any that means something.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def made_of() -> str:
    """Names all that decides what is packed: the pinned pieces, what is ours, and what packs it."""
    own = [*Path(__file__).parent.glob("*.py"), pieces.CLAIMS, *pieces.LIVE.rglob("*.*")]
    wanted = (file for file in own if file.suffix not in (".md", ".pyc"))
    files = {str(file.relative_to(ROOT)): digest_of(file) for file in wanted}
    return digest(json.dumps([files, [version(name) for name in pieces.PURE]], sort_keys=True))


def packed(root: Path) -> Path | None:
    """The folder with the packed files of the book below *root*; None if there are none of these pieces."""
    return root / PACKED if known(root / PACKED).get("of") == made_of() else None


def known(folder: Path) -> dict[str, Any]:
    """What the manifest in *folder* says; nothing if the folder is not whole."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        whole = all((folder / file["path"]).is_file() for file in found["files"].values())
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found if whole else {}


def make(root: Path) -> Path:
    """Pack the pieces anew into a folder, which takes the place of the last; return it.

    Raises:
        MachineError: if they cannot be had.
    """
    core = pieces.pyodide()
    whole = together(compiled(core, dict(pieces.files(core))))
    contents = {
        "loader": ("pyodide.{}.js.gz", (core / "pyodide.js").read_bytes()),
        "asm": ("pyodide.asm.{}.js.gz", (core / "pyodide.asm.js").read_bytes()),
        "wasm": ("pyodide.asm.{}.wasm.gz", (core / "pyodide.asm.wasm").read_bytes()),
        "packed": ("live.{}.bin.gz", whole),
    }
    place = root / PACKED
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".live-") as folder:
        new, files = Path(folder, "live"), dict[str, dict[str, str | int]]()
        new.mkdir()
        for kind, (name, data) in contents.items():
            path, sent = name.format(digest(data)[:12]), gzip.compress(data, 9, mtime=0)
            (new / path).write_bytes(sent)
            files[kind] = {"path": path, "bytes": len(sent)}
        (new / LICENCES).write_text(licences(core), encoding="utf-8")
        (new / MANIFEST).write_text(json.dumps(manifest(core, files), indent=1) + "\n", encoding="utf-8")
        if place.exists():
            place.rename(Path(folder, "old"))
        new.rename(place)
    return place


def manifest(core: Path, files: Mapping[str, Mapping[str, str | int]]) -> dict[str, Any]:
    """What a page has to know of the packed *files*: what they are, and their size as they are sent."""
    lock = pieces.lock(core)
    versions = {
        "python": lock["info"]["python"],
        "keras": version("keras"),
        "numpy": lock["numpy"]["version"],
        "pyodide": lock["info"]["version"],
    }
    edition = digest(json.dumps([versions, [file["path"] for file in files.values()]]))[:12]
    return {"version": edition, "of": made_of(), **versions, "info": lock["info"], "files": files}


def compiled(core: Path, sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """*sources* as they lie in the page's Python, each that is Python as byte code.

    Raises:
        MachineError: if it cannot be compiled.
    """
    code = {name: data for name, data in sources.items() if name.endswith(".py")}
    with tempfile.TemporaryDirectory(prefix="live-") as folder:
        before, after = Path(folder, "sources.zip"), Path(folder, "code.zip")
        before.write_bytes(zipped(code))
        allowed = ("--allow-read", f"--allow-write={folder}", "--allow-env", "--allow-sys")
        script = (pieces.LIVE / "compile.js", core, before, after)
        done = subprocess.run(
            list(map(str, (*pieces.RUN, *allowed, *script))),
            env={**os.environ, "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=900,
        )
        if done.returncode or not after.is_file():
            said = (done.stderr.strip().splitlines() or ["nothing"])[0]
            raise MachineError(f"Pyodide did not compile Keras under deno, saying: {said}")
        with zipfile.ZipFile(after) as archive:
            made = {f"{name}c": archive.read(name) for name in archive.namelist()}
    return {name: data for name, data in sources.items() if name not in code} | made


def together(files: Mapping[str, bytes]) -> bytes:
    """*files* as one, behind their index; those of Python's own library as a zip, from which it imports them.

    Files of one kind stand beside each other, which makes what is compressed smaller.
    """
    own = {name: data for name, data in files.items() if name.startswith(pieces.STDLIB)}
    library = zipped({name.removeprefix(pieces.STDLIB): data for name, data in own.items()})
    others = {f"/{name}": data for name, data in files.items() if name not in own}
    parts = {"std.zip": library}
    parts |= {name: others[name] for name in sorted(others, key=lambda name: (name.rpartition(".")[2], name))}
    index, at = {}, 0
    for name, data in parts.items():
        index[name] = [at, len(data)]
        at += len(data)
    head = json.dumps(index, separators=(",", ":")).encode()
    return struct.pack("<I", len(head)) + head + b"".join(parts.values())


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip of *members*, as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), members[name])
    return out.getvalue()


def licences(core: Path) -> str:
    """The licences of all that is packed, which go where it goes."""
    texts = [
        (pieces.LIVE / f"licences/{name}").read_text(encoding="utf-8")
        for name in ("pyodide.txt", "python.txt")
    ]
    with pieces.wheel(pieces.lock(core)["numpy"]) as numpy:
        name = next(name for name in numpy.namelist() if name.endswith(".dist-info/LICENSE.txt"))
        texts.append(f"NumPy\n\n{numpy.read(name).decode()}")
    for name in pieces.PURE:
        for file in distribution(name).files or ():
            if "/licenses/LICENSE" in file.as_posix():
                texts.append(f"{name} {version(name)}\n\n{file.read_text(encoding='utf-8')}")
    return f"\n{'=' * 79}\n\n".join(f"{text.strip()}\n" for text in texts)


def main() -> int:
    """The command line; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m proof.site.live.pack", description=__doc__.partition("\n")[0]
    )
    parser.add_argument(
        "--if-possible", action="store_true", help="if not, the site is built without buttons"
    )
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    options = parser.parse_args()

    def work() -> int:
        if packed(options.root):
            return 0
        print("Packing the Python that pages run …", file=sys.stderr)
        try:
            place = make(options.root)
        except MachineError as error:
            if not options.if_possible:
                raise
            print(f"The site has no Run buttons: {error}", file=sys.stderr)
            return 0
        size = sum(file["bytes"] for file in known(place)["files"].values())
        print(f"{PACKED}: {size / 1e6:.1f} MB", file=sys.stderr)
        return 0

    return commanded(work, "nothing was packed")


if __name__ == "__main__":
    sys.exit(main())
