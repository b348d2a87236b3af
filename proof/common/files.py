"""Writing files whole or not at all, keeping documents in them, and naming them by what they hold."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from proof.common.complaint import BookError

#: For how long after a change another one might leave no trace in what a folder says of a file, in seconds.
YOUNG = 2
#: What files held, by all that their folders said of them.
digests: dict[tuple[int, ...], str] = {}
#: A line that git leaves where two versions of a text could not be made one.
CONFLICT = re.compile(r"(?m)^(?:<{7}|>{7}|\|{7})(?: .*)?$")
UNMERGED = (
    "git left both versions of a conflict here; keep what is right, "
    "and remove the lines that begin with <<<<<<<, ||||||| , ======= and >>>>>>>"
)


def text_of(root: Path, path: str, missing: str | None = None) -> str:
    """The text of the file at *path* below *root*; *missing*, if given, where there is none.

    Raises:
        BookError: if it cannot be read as text, or git has left a conflict in it; the message says where.
    """
    try:
        data = (root / path).read_bytes()
    except FileNotFoundError:
        if missing is not None:
            return missing
        raise BookError(f"{path}:1: there is no such file") from None
    except IsADirectoryError:
        raise BookError(f"{path}:1: this is a folder where a file is read; rename it") from None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BookError(f"{path}:{line_of(error)}: {no_text(error)}") from None
    if unmerged := CONFLICT.search(text):
        raise BookError(f"{path}:{text.count(chr(10), 0, unmerged.start()) + 1}: {UNMERGED}")
    return text


def listed(root: Path, path: str) -> Iterator[tuple[int, str]]:
    """The lines of the list at *path* below *root*, with their numbers and without comments; none if missing.

    Raises:
        BookError: if it cannot be read as text.
    """
    for number, line in enumerate(text_of(root, path, missing="").split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def line_of(error: UnicodeDecodeError) -> int:
    """The line of a file in which it stops being text."""
    return error.object.count(b"\n", 0, error.start) + 1


def no_text(error: UnicodeDecodeError) -> str:
    """What is wrong with a file that is no text."""
    return f"not UTF-8 text (byte 0x{error.object[error.start]:02x}); save it as UTF-8"


def write_all(files: Mapping[Path, str | bytes]) -> None:
    """Put each content into its file, all of them or, if the machine is in the way, none."""
    staged: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    try:
        for file, content in files.items():
            staged[file] = stage(file, content)
        for file, temporary in staged.items():
            before[file] = file.read_bytes() if file.exists() else None
            temporary.replace(file)
    except BaseException:
        for file, temporary in staged.items():
            if not temporary.exists() and (old := before.get(file)) is not None:
                write_atomically(file, old)
            elif not temporary.exists():
                file.unlink(missing_ok=True)
            temporary.unlink(missing_ok=True)
        raise


def write_atomically(file: Path, content: str | bytes) -> None:
    """Put *content* into *file*, text as UTF-8: a reader sees the old content or the new, none between."""
    temporary = stage(file, content)
    try:
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def stage(file: Path, content: str | bytes) -> Path:
    """A file beside *file*, with *content*, to take its place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(encoded(content) if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def save(file: Path, document: Any) -> None:
    """Keep *document*, which JSON can write, in *file*, so that `load` notices any damage."""
    payload = json.dumps(document, ensure_ascii=False, sort_keys=True)
    write_atomically(file, f"{digest(payload)}\n{payload}")


def load(file: Path) -> Any:
    """The document kept in *file*.

    Raises:
        OSError, ValueError: if there is none, or it is not whole.
    """
    checksum, _, payload = file.read_bytes().decode("utf-8", "surrogatepass").partition("\n")
    if checksum != digest(payload):
        raise ValueError(f"{file} is damaged")
    return json.loads(payload)


def digest(data: bytes | str) -> str:
    """The SHA-256 of *data*, in hexadecimal."""
    return hashlib.sha256(encoded(data) if isinstance(data, str) else data).hexdigest()


def encoded(text: str) -> bytes:
    """*text* as UTF-8, with halves of characters, which names of files and texts of exceptions may hold."""
    return text.encode("utf-8", "surrogatepass")


def state_of(root: Path, path: str) -> str:
    """What is at *path*, as seen from *root*: a file's digest, a folder, or nothing.

    If a slash ends *path*, it is the list of what is in that folder.
    """
    place = root / path
    if place.is_dir():
        listed = "\0".join(sorted(child.name for child in place.iterdir()))
        return f"folder of {digest(os.fsencode(listed))}" if path.endswith("/") else "folder"
    return digest_of(place) or "absent"


def digest_of(file: Path) -> str | None:
    """The SHA-256 of what *file* holds, or None if it cannot be read.

    A file is read again when anything that its folder says of it has changed, and while it is so young
    that another change might leave no trace there.
    """
    try:
        state = file.stat()
        seen = state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
        if seen not in digests:
            with file.open("rb") as stream:
                found = hashlib.file_digest(stream, "sha256").hexdigest()
            if time.time() - max(state.st_mtime, state.st_ctime) < YOUNG:
                return found
            digests[seen] = found
        return digests[seen]
    except OSError:
        return None
