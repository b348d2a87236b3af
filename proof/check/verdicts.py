"""Judges one item of a page, a claim, a block or a picture, against the runs behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from proof.book import Claim, Fence, Figure, Page, Picture, Resolved, Runs
from proof.check import buttons, claims
from proof.record import RecordError, changes, records
from proof.run import HOMES, Lane, Run, Snippet, failure, sections


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is wrong with one item, as `file:line: message`; None if nothing.

    Of a block: `broken` is why there is nothing true to show in it, `fresh` what its run prints instead of
    what is recorded, `button` whether a page can run it.
    """

    problem: str | None
    broken: str | None = None
    fresh: str | None = None
    button: bool = False


@dataclass(frozen=True, eq=False)
class Verdicts:
    """The verdicts on the items of the book at *root* in the light of *runs*.

    What is wrong with a run is looked for once: from then on it is *known*, by the snippet's path and the
    lane's name.
    """

    root: Path
    runs: Runs
    known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def on(self, page: Page, part: Resolved) -> Verdict:
        """What is wrong with one item of *page*."""
        where, item = f"{page.name}:{part.item.line}", part.item
        if isinstance(item, Figure) and part.source and not item.text:
            return Verdict(f"{where}: {item.path} has no text for those who cannot see it")
        if part.problem or part.source is None:
            return Verdict(part.problem or None, broken=part.problem or None)
        unended = map(unended_in(item), part.lanes) if isinstance(item, Claim) else ()
        if wrong := next(filter(None, unended), None):
            return Verdict(f"{where}: {wrong}")
        if isinstance(item, Claim) and claims.proves_nothing(item.expression):
            asked = part.source.snippet.path
            return Verdict(f"{where}: {item.expression} asks nothing of {asked}, so it proves nothing")
        if isinstance(item, Claim):
            found = [self.claim_problem(item, part.source.snippet, lane, run) for lane, run in part.lanes]
        else:
            found = [self.run_problem(part.source.snippet, lane) for lane, _ in part.lanes]
        wrong = next(filter(None, found), None)
        problem = f"{where}: {wrong.splitlines()[0]}" if wrong else None
        if isinstance(item, Fence) and part.run:
            return self.on_block(part, part.run, problem)
        return Verdict(problem)

    def on_block(self, part: Resolved, run: Run, problem: str | None) -> Verdict:
        """The same of a block that has run; *problem* is what is wrong in any lane."""
        assert part.source is not None
        here = self.run_problem(part.source.snippet, part.source.lane)
        if not here:
            button = not problem and buttons.may_have_one(part.source, self.runs)
            return Verdict(problem, button=button)
        if part.source.is_record and not run.exit:
            try:
                rendered = records.render(part.source.snippet, run)
                return Verdict(problem, fresh=sections.body(rendered, str(part.source.section)))
            except (RecordError, sections.SectionError) as error:
                return Verdict(problem, broken=str(error))
        failed = not part.source.is_record and (run.exit or run.error)
        return Verdict(problem, broken=here.splitlines()[0] if failed else None)

    def claim_problem(self, claim: Claim, snippet: Snippet, lane: Lane, run: Run | None) -> str | None:
        """What is wrong with a claim about *snippet* in one lane; None if nothing."""
        if run is None:
            return f"{snippet.path} has not run in lane {lane.name}, so nothing proves “{claim.text}”"
        where = snippet.path if lane in HOMES else f"{snippet.path} in lane {lane.name}"
        try:
            value = run.value(claim.expression)
        except LookupError as error:
            failed = failure(snippet, run)
            if failed:
                return f"nothing proves “{claim.text}”: {failed.splitlines()[0]}"
            return (
                None
                if run.stand_ins
                else f"{claim.expression} cannot be evaluated at the end of {where}: {error}"
            )
        if run.stand_ins:
            return None
        if isinstance(claim, Picture):
            return (
                None
                if claim.text
                else f"the picture of {claim.expression} has no text for those who cannot see it"
            )
        wrong = claims.judge(claim.text, claim.expression, value)
        return wrong.replace(claim.expression, f"{claim.expression} of {where}", 1) if wrong else None

    def run_problem(self, snippet: Snippet, lane: Lane) -> str | None:
        """What is wrong with a snippet's run, or with its record; None if nothing."""
        name = snippet.path, lane.name
        if name not in self.known:
            self.known[name] = self.run_problem_afresh(snippet, lane)
        return self.known[name]

    def run_problem_afresh(self, snippet: Snippet, lane: Lane) -> str | None:
        """The same, not remembered."""
        run = self.runs.get((snippet.path, lane.name))
        if run is None:
            return f"{snippet.path}:1: it has not run in lane {lane.name}"
        try:
            wrong = failure(snippet, run)
            if wrong or not run.stand_ins:
                return wrong or changes.difference(snippet, run)
            record = records.read(self.root, snippet.record(lane))
            return next(changes.damaged_files(snippet, run, record), None)
        except RecordError as error:
            return str(error)


def unended_in(claim: Claim) -> Callable[[tuple[Lane, Run | None]], str | None]:
    """What to say of *claim* in a lane in which it, or one before it, was not answered; None elsewhere."""

    def said(found: tuple[Lane, Run | None]) -> str | None:
        lane, run = found
        value = run.values.get(claim.expression, {}) if run else {}
        if run is None or "unended" not in value:
            return None
        culprit = value["unended"]
        where = run.snippet if lane in HOMES else f"{run.snippet} in lane {lane.name}"
        if culprit != claim.expression:
            return f"nothing proves “{claim.text}”, for {culprit} {value['error']} after {where}"
        return f"{culprit} {value['error']} after {where}; ask for less, or for what the script has kept"

    return said
