"""What became of a snippet: the run made of what its process answered, and why it failed."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from typing import Any

from proof.common.text import lines, on_terminal
from proof.run import sections
from proof.run.lanes import Lane
from proof.run.runs import Run
from proof.run.snippets import Snippet


def as_run(snippet: Snippet, lane: Lane, answer: dict[str, Any], stand_ins: list[str]) -> Run:
    """Turn what the lane's process answered into a run."""
    answer = whole(answer)
    error = answer.get("error")
    return Run(
        snippet=snippet.path,
        lane=lane.name,
        exit=answer["exit"],
        error={part: as_shown(snippet, text) for part, text in error.items()} if error else None,
        stdout=as_shown(snippet, answer["stdout"]),
        stderr=as_shown(snippet, answer["stderr"]),
        values=answer.get("values", {}),
        sections=sections_of(snippet, answer),
        cells=cells_of(snippet, answer),
        figures=figures_of(snippet, answer),
        products=answer.get("products", {}),
        stand_ins=stand_ins,
        versions=answer.get("versions", {}),
        reads=answer.get("reads", {}),
        seconds=answer.get("seconds", float(snippet.seconds)),
        finished=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def as_shown(snippet: Snippet, text: str) -> str:
    """*text* as a terminal shows it, in which paths begin at the root, wherever that is here."""
    return on_terminal(text.replace(f"{snippet.root.resolve()}{os.sep}", ""))


def whole(found: Any) -> Any:
    """*found*, in whose texts halves of characters are escaped, which no file can hold."""
    if isinstance(found, str):
        return found.encode("utf-8", "backslashreplace").decode()
    if isinstance(found, list):
        return [whole(one) for one in found]
    if isinstance(found, dict):
        return {name: whole(one) for name, one in found.items()}
    return found


def sections_of(snippet: Snippet, answer: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """What each section of *snippet* printed, as offsets in the text of its output."""
    printed = answer["stdout"].encode()
    before = {
        line: as_shown(snippet, printed[:count].decode(errors="ignore"))
        for line, count, _ in answer.get("cuts", [])
    }
    whole = as_shown(snippet, answer["stdout"])
    passed = {line: len(text) for line, text in before.items() if whole.startswith(text)}
    spans = {
        name: (passed[start], passed[end])
        for name, (start, end) in sections.lines(snippet.source).items()
        if start in passed and end in passed
    }
    return {name: (start, end) for name, (start, end) in spans.items() if start < end}


def cells_of(snippet: Snippet, answer: dict[str, Any]) -> list[tuple[str, str]]:
    """What the cells of a notebook showed, in their order, each part by its name."""
    return [
        (name if part == "stdout" else f"{name}-{part}", in_lines(as_shown(snippet, found[part])))
        for name, found in answer.get("cells", {}).items()
        for part in ("stdout", "stderr", "out", "error")
        if part in found
    ]


def in_lines(text: str) -> str:
    """*text* with an end to its last line."""
    return text if text.endswith("\n") else f"{text}\n"


def figures_of(snippet: Snippet, answer: dict[str, Any]) -> dict[str, dict[str, str]]:
    """The figures by name: that of the section that showed it, numbered if it showed several."""
    passed = {line: count for line, _, count in answer.get("cuts", [])}
    spans = {
        name: (passed[start], passed[end])
        for name, (start, end) in sections.lines(snippet.source).items()
        if start in passed and end in passed
    } | {name: found["figures"] for name, found in answer.get("cells", {}).items()}
    named: dict[str, dict[str, str]] = {}
    for number, figure in enumerate(answer.get("figures", [])):
        within = [name for name, (first, after) in spans.items() if first <= number < after]
        name = within[-1] if within else "figure"
        again = sum(known.rpartition("-")[0] == name or known == name for known in named)
        named[f"{name}-{again + 1}" if again else name] = figure
    return named


def failure(snippet: Snippet, run: Run) -> str | None:
    """Why *run* is not what its snippet promises: one line, and its last lines of output."""
    raised = run.error["type"] if run.error else None
    missing = [name for name in snippet.products if name not in run.products]
    if run.exit:
        what = run.exit
        if run.exit == "did not end in time":
            what = f"did not end within {snippet.seconds} s"
    elif raised != snippet.raises:
        what = f"raised {raised}: {run.error['message']}" if run.error else "raised nothing"
        if snippet.raises:
            what += f", but its metadata says that it raises {snippet.raises}"
    elif not (run.error or run.figures or run.cells or (run.stdout + run.stderr).strip()):
        what = "printed nothing, so there is nothing to show and nothing to compare"
    elif missing:
        what = f"left no {', '.join(missing)}, but its metadata says that it does"
    else:
        return None
    said = (run.error or {}).get("traceback") or run.stderr or run.stdout
    last = [line for line in lines(said) if line.strip() and not line.startswith("Traceback (")][-5:]
    tail = "".join(f"\n    {line[:200]}" for line in last)
    return f"{snippet.path}:{failing_line(snippet, run)}: in lane {run.lane} it {what}{tail}"


def failing_line(snippet: Snippet, run: Run) -> int:
    """The line of the script where *run* failed; 1 if nothing tells.

    A traceback names the innermost place last; the dump of a crash or a time-out names it first.
    """
    place = rf'File "{re.escape(snippet.path)}", line (\d+)'
    raised = re.findall(rf"(?m){place}(?:,|$)", (run.error or {}).get("traceback", ""))
    dumped = re.findall(rf"{place} in", run.stderr)
    return int(raised[-1] if raised else dumped[0] if dumped else 1)
