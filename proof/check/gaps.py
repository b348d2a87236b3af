"""Tells what was not judged: for want of a data set, or of the lane that would have judged it."""

from __future__ import annotations

from collections.abc import Iterator

from proof.book import Claim, Fence, Figure
from proof.check.judge import Judge
from proof.run import LANES, Snippet


def unverified(judge: Judge) -> Iterator[str]:
    """What was not judged because a data set was not the real one, each as `file:line: message`."""
    for (path, lane), run in sorted(judge.runs.items()):
        if run.stand_ins:
            yield f"{Snippet(judge.book.root, path).record(LANES[lane])}:1: not verified in lane {lane}"
    for page in judge.book.pages.values():
        for part in judge.resolve(page).parts:
            item = part.item
            if part.stand_ins and isinstance(item, Claim | Figure):
                what = item.text if isinstance(item, Claim) else item.path
                yield f"{page.name}:{item.line}: not verified for want of {part.stand_ins}: “{what}”"


def unjudged(judge: Judge) -> Iterator[str]:
    """The records that no lane of these runs could judge: each that a page shows, and how many there are."""
    book = judge.book
    readable = [snippet for snippet in book.snippets if not snippet.problem]
    lanes = {snippet.record(lane): lane.name for snippet in readable for lane in reversed(snippet.lanes)}
    judged = {snippet.record(lane) for snippet in readable for lane in book.judged(snippet)}
    shown: dict[str, list[str]] = {record: [] for record in sorted(lanes.keys() - judged)}
    for page in book.pages.values():
        for item, source, _ in book.found(page):
            record = source.snippet.record(source.lane) if source and source.is_record else None
            if record in shown and isinstance(item, Fence):
                shown[str(record)].append(f"{page.name}:{item.line}")
    for record, places in shown.items():
        if places:
            yield f"{record}:1: not judged, for {lanes[record]} has not run; shown at {', '.join(places)}"
    if shown:
        yield f"{len(shown)} records of lanes that have not run were not judged; `--lane all` judges them"
