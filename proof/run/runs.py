"""A run: what one snippet did in one lane. The store that keeps runs, outside git."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any

from proof.common.files import digest, load, save, state_of


@dataclass(frozen=True, eq=False)
class Run:
    """What one snippet did in one lane; equal to itself alone.

    `exit` is empty if the process came to its own end, else how it ended. `error` is the `type`,
    `message` and `traceback` of the exception that ended the script; the last is in no stream.
    `values` maps each expression of a claim to `{"literal": …}`, `{"text": …}` or `{"error": …}`; the last
    has `unended`, too, if it was not answered: the expression that took too long, or ended the process.
    `reads` maps what the run looked at, beside the script, to what was there (see `proof.run.inside.watch`);
    a path without a root begins at that of the project.
    `sections` maps the sections of the script that printed to where their text starts and ends in
    `stdout`. `cells` are what those of a notebook showed, in their order, each part with its
    name: of `dense` its output (`dense`), its `dense-stderr`, its value (`dense-out`) and its exception
    (`dense-error`), those that are not empty. `figures` maps each figure that
    it showed, called after its section, to its picture (`svg`) and to what it plots (`data`). `products`
    maps the files that it left for the site to what they hold, in base64. `stand_ins` are the data sets
    that were not the real ones.
    `finished` is a time in UTC, ISO 8601.
    """

    snippet: str
    lane: str
    exit: str
    error: Mapping[str, str] | None
    stdout: str
    stderr: str
    values: Mapping[str, Mapping[str, str]]
    sections: Mapping[str, tuple[int, int]]
    cells: Sequence[tuple[str, str]]
    figures: Mapping[str, Mapping[str, str]]
    products: Mapping[str, str]
    stand_ins: Sequence[str]
    versions: Mapping[str, str]
    reads: Mapping[str, str]
    seconds: float
    finished: str

    def fresh(self, root: Path) -> bool:
        """Whether all that the run looked at is as it was, in the project at *root*."""
        return all(state_of(root, path) == known for path, known in self.reads.items())

    @property
    def answered(self) -> bool:
        """Whether each claim was answered: none took too long, or ended the process."""
        return not any("unended" in value for value in self.values.values())

    @cached_property
    def digest(self) -> str:
        """Names the run by all that is known of it."""
        return digest(json.dumps([getattr(self, field.name) for field in fields(self)], sort_keys=True))

    def value(self, expression: str) -> Any:
        """The value of a claim's expression at the end of the script.

        Raises:
            LookupError: with the reason, if the expression could not be evaluated.
        """
        if expression not in self.values:
            raise LookupError("the snippet did not run to its end")
        found = self.values[expression]
        if "error" in found:
            raise LookupError(found["error"])
        return ast.literal_eval(found["literal"]) if "literal" in found else found["text"]


class Store:
    """Runs by key, one file each; none is read twice. What is damaged or half written counts as absent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known: dict[str, Run] = {}

    def file(self, key: str) -> Path:
        """Where the run with *key* is kept."""
        return self.folder / key[:2] / f"{key}.json"

    def get(self, key: str, root: Path) -> Run | None:
        """The run kept under *key*, if it is whole and all that it looked at below *root* is as it was."""
        if key not in self.known:
            try:
                self.known[key] = Run(**load(self.file(key)))
            except (OSError, ValueError, TypeError):
                return None
        return self.known[key] if self.known[key].fresh(root) else None

    def put(self, key: str, run: Run) -> None:
        """Keep *run* under *key*."""
        save(self.file(key), asdict(run))
        self.known[key] = run
