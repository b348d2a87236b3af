"""Mutants that change no meaning, each with its reason."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from proof.check import trusted
from proof.common.complaint import BookError
from proof.common.files import text_of
from proof.doubt.mutants import Mutant


@dataclass(frozen=True)
class Equivalent:
    """Mutants that change no meaning: their files and kind, what their line holds, and the reason."""

    paths: tuple[str, ...]
    kind: str
    line: re.Pattern[str]
    reason: str

    def covers(self, mutant: Mutant, line: str) -> bool:
        """Whether *mutant*, of the text *line*, is one of them."""
        return (
            any(fnmatch(mutant.path, path) for path in self.paths)
            and mutant.kind == self.kind
            and self.line.search(line) is not None
        )


def equivalents(root: Path) -> list[Equivalent]:
    """The mutants that need not be noticed.

    Raises:
        BookError: if the file cannot be understood; the message names it.
    """
    text = text_of(root, trusted.EQUIVALENTS, missing="")
    try:
        return [
            Equivalent(tuple(row["paths"]), row["kind"], re.compile(row["line"]), row["reason"])
            for row in tomllib.loads(text).get("equivalent", [])
        ]
    except tomllib.TOMLDecodeError as error:
        raise BookError(f"{trusted.EQUIVALENTS}:1: not TOML: {error}") from None
    except (KeyError, TypeError, re.error) as error:
        raise BookError(
            f"{trusted.EQUIVALENTS}:1: each [[equivalent]] has paths, kind, line (a pattern) "
            f"and reason: {error}"
        ) from None
