"""What was measured, as a file that the page on speed reads. Only `make bench` writes it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from bench import environment, watch
from bench.session import Entry, Session

FILE = "measured.json"


def collected(commit: str, versions: dict[str, str], session: Session) -> dict[str, Any]:
    """All that *session* measured, with the *commit* and the *versions* that it measured, and the machine."""
    return {
        "finished": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit,
        "machine": environment.machine(),
        "versions": versions,
        "memory": watch.kind_of_memory(),
        "sizes": {
            str(size): {name: of_entry(entry) for name, entry in entries.items() if entry.took}
            for size, entries in session.entries.items()
        },
        "left_out": {
            str(size): {name: round(seconds) for name, seconds in out.items()}
            for size, out in session.left_out.items()
        },
        "saved": {str(size): saved for size, saved in session.saved.items()},
    }


def of_entry(entry: Entry) -> dict[str, Any]:
    """What was measured of one contestant at one size: each round's seconds and peak of memory."""
    return {
        "as_alone": entry.as_alone,
        "scenarios": {
            scenario: {"seconds": [one.seconds for one in took], "peak": [one.peak for one in took]}
            for scenario, took in entry.took.items()
        },
    }


def written(found: dict[str, Any]) -> str:
    """*found* as the text of the file."""
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"
