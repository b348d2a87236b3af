"""Writing files whole or not at all, keeping documents in them, and naming them by what they hold."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from pathlib import Path
from typing import Any

#: For how long after a change another one might leave no trace in what a folder says of a file, in seconds.
YOUNG = 2
#: What files held, by all that their folders said of them.
digests: dict[tuple[int, ...], str] = {}


def write_atomically(file: Path, content: str | bytes) -> None:
    """Put *content* into *file*, text as UTF-8: a reader sees the old content or the new, none between."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def save(file: Path, document: Any) -> None:
    """Keep *document*, which JSON can write, in *file*, so that `load` notices any damage."""
    payload = json.dumps(document, ensure_ascii=False, sort_keys=True)
    write_atomically(file, f"{digest(payload)}\n{payload}")


def load(file: Path) -> Any:
    """The document kept in *file*.

    Raises:
        OSError, ValueError: if there is none, or it is not whole.
    """
    checksum, _, payload = file.read_text(encoding="utf-8").partition("\n")
    if checksum != digest(payload):
        raise ValueError(f"{file} is damaged")
    return json.loads(payload)


def digest(data: bytes | str) -> str:
    """The SHA-256 of *data*, in hexadecimal."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


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
