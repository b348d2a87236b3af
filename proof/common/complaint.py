"""What a command says when it cannot do what it was asked, and that it says it in one message."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

#: The exit codes of commands.
UNTRUE, USAGE, MACHINE, FAULT, INTERRUPTED = 1, 2, 3, 4, 130


class BookError(ValueError):
    """Something of the book that cannot be taken as it is; the message names file, line and what to do."""


class UsageError(ValueError):
    """A command that asks for what cannot be."""


class MachineError(RuntimeError):
    """Something of the machine that is in the way; the message says what to do."""


class Heard:
    """A stream of text whose reader may leave, and need not know every character.

    What it cannot show is escaped; what is said after its reader has left is said to nobody. Any other
    `error` is kept, and the work goes on: whether it was done does not depend on who listens.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.error: OSError | None = None
        with contextlib.suppress(AttributeError, ValueError, OSError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        """Write *text*, unless nobody is there."""
        with self.whoever_listens():
            self.stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Hand on what was written, unless nobody is there."""
        with self.whoever_listens():
            self.stream.flush()

    @contextlib.contextmanager
    def whoever_listens(self) -> Iterator[None]:
        """A context in which this stream may break; from then on, its end is open."""
        try:
            yield
        except OSError as error:
            if not isinstance(error, BrokenPipeError):
                self.error = self.error or error
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, self.stream.fileno())
                os.close(nowhere)


def commanded(
    work: Callable[[], int | None], left: str, explain: Callable[[Exception], str | None] = lambda _: None
) -> int:
    """Do the *work* of a command, and return its exit code, whatever becomes of it: never with a traceback.

    *work* gives the exit code, or nothing if it has succeeded. *left* says what is left where the
    machine was in the way; *explain* puts what others raise into words, if it can.
    """
    out, err = Heard(sys.stdout), Heard(sys.stderr)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = work() or 0
        except KeyboardInterrupt:
            code = complain("interrupted; every finished run is kept", INTERRUPTED)
        except Exception as error:
            code = complain(*told(error, left, explain))
        out.flush()
        err.flush()
        if out.error and not code:
            code = complain(f"what there was to say could not be written: {reason(out.error)}", MACHINE)
    return code


def told(error: Exception, left: str, explain: Callable[[Exception], str | None]) -> tuple[str, int]:
    """What to say of *error*, and the exit code."""
    if isinstance(error, UsageError):
        return str(error), USAGE
    if isinstance(error, MachineError):
        return str(error), MACHINE
    if known := str(error) if isinstance(error, BookError) else explain(error):
        return known, UNTRUE
    if isinstance(error, OSError | MemoryError):
        why = reason(error) if isinstance(error, OSError) else "there is not enough memory"
        return f"{why}; {left}", MACHINE
    return fault(error), FAULT


def fault(error: BaseException) -> str:
    """What to say of an *error* that nobody expected; all of it is kept in a file, for those who mend it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    text = "".join(traceback.format_exception(error))
    try:
        handle, file = tempfile.mkstemp(prefix="proof-fault-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
        where = f"what led there is in {file}"
    except OSError:
        where = "what led there could not be kept"
    return f"the engine itself failed: {what}{place}; {where}; please report it, with what you did"


def complain(message: str, code: int) -> int:
    """Print *message* where errors go; return *code*."""
    print(message, file=sys.stderr)
    return code


def reason(error: OSError) -> str:
    """Why the machine was in the way, and which file it was about."""
    file = error.filename2 or error.filename
    place = f"{file}: " if file else ""
    return f"{place}{error.strerror or error}"
