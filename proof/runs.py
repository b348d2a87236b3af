"""A run: what one snippet did in one lane. The store that keeps runs, outside git."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from proof.files import digest, digest_of, write_atomically


@dataclass(frozen=True)
class Run:
    """What one snippet did in one lane.

    `exit` is empty if the process came to its own end, else how it ended. `error` is the `type`,
    `message` and `traceback` of the exception that ended the script; the last is in no stream.
    `values` maps each expression of a claim to `{"literal": …}`, `{"text": …}` or `{"error": …}`.
    `reads` maps the files that the run depended on, beside the script, to their digests.
    `sections` maps the sections of the script that printed to where their text starts and ends in
    `stdout`. `figures` maps each figure that it showed, called after its section, to its picture
    (`svg`) and to what it plots (`data`). `stand_ins` are the data sets that were not the real ones.
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
    figures: Mapping[str, Mapping[str, str]]
    stand_ins: Sequence[str]
    versions: Mapping[str, str]
    reads: Mapping[str, str]
    seconds: float
    finished: str

    @property
    def fresh(self) -> bool:
        """Whether every file that the run read is as it was."""
        return all(digest_of(Path(path)) == known for path, known in self.reads.items())

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
    """Runs by key, one file each. What is damaged or half written counts as absent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, key: str) -> Path:
        """Where the run with *key* is kept."""
        return self.folder / key[:2] / f"{key}.json"

    def get(self, key: str) -> Run | None:
        """The run kept under *key*, if it is whole and all that it read is as it was."""
        try:
            checksum, payload = self.file(key).read_text(encoding="utf-8").split("\n", 1)
            if checksum != digest(payload):
                return None
            run = Run(**json.loads(payload))
        except (OSError, ValueError, TypeError):
            return None
        return run if run.fresh else None

    def put(self, key: str, run: Run) -> None:
        """Keep *run* under *key*."""
        payload = json.dumps(asdict(run), ensure_ascii=False, sort_keys=True)
        write_atomically(self.file(key), f"{digest(payload)}\n{payload}")
