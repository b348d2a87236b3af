"""A snippet and a lane come in, a run goes out. Knows of scripts, and nothing of pages or records.

A lane's own interpreter sees `inside/` alone. May call `common`.
"""

from proof.run import datasets, sections, snippets
from proof.run.cells import SOLUTION, Cell
from proof.run.host import LaneError
from proof.run.lanes import HOMES, IN_PAGE, LANES, NOW, STANDINS, Lane, named
from proof.run.outcome import as_shown, failure
from proof.run.runner import Request, Runner
from proof.run.runs import Run, Store
from proof.run.sections import SectionError
from proof.run.snippets import EXAMPLES, FOLDER, METADATA, NOTEBOOKS, OUTPUT, Snippet, SnippetError

__all__ = [
    "EXAMPLES",
    "FOLDER",
    "HOMES",
    "IN_PAGE",
    "LANES",
    "METADATA",
    "NOTEBOOKS",
    "NOW",
    "OUTPUT",
    "SOLUTION",
    "STANDINS",
    "Cell",
    "Lane",
    "LaneError",
    "Request",
    "Run",
    "Runner",
    "SectionError",
    "Snippet",
    "SnippetError",
    "Store",
    "as_shown",
    "datasets",
    "failure",
    "named",
    "sections",
    "snippets",
]
