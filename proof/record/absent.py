"""Says why a record has no section of a name that a page asks for, and what to do about it."""

from __future__ import annotations

from proof.record import records
from proof.run import Run, Snippet, sections

#: What a record calls its own sections, and when it has them.
OWN = {
    "stdout": "it prints nothing to stdout",
    "stderr": "it prints nothing to stderr",
    "error": "no exception ends it",
}


def why(snippet: Snippet, run: Run | None, name: str, record: str) -> str:
    """Why *record*, that of *snippet*, has no section called *name*; *run* is the last there is."""
    known = ", ".join(sections.names(record)) or "none"
    return f"there is no section “{name}” (sections here: {known}): {because(snippet, run, name)}"


def because(snippet: Snippet, run: Run | None, name: str) -> str:
    """The reason, and what to do."""
    if run is not None and name in sections.names(records.render(snippet, run)):
        return f"its script prints one now; `python -m proof promote {snippet.path}` writes it"
    if name in OWN:
        return f"{OWN[name]}; show another section, or remove this block"
    if snippet.cells:
        ids = ", ".join(cell.name for cell in snippet.code)
        return f"no cell of that name shows anything (cells: {ids})"
    lines = enumerate(snippet.source.split("\n"), start=1)
    marks = [(number, line, match) for number, line in lines if (match := sections.MARKER.match(line))]
    own = [(number, line) for number, line, match in marks if match["name"] == name]
    if not own:
        known = ", ".join(dict.fromkeys(match["name"] for _, _, match in marks)) or "none"
        return f"{snippet.path} marks no section of that name (it marks: {known})"
    indented = next((number for number, line in own if not line.startswith("#")), None)
    return (
        f"{snippet.path}:{indented}: its markers stand within a function or a block, where nothing tells "
        "what it printed; put them at the margin, around what calls it"
        if indented
        else f"{snippet.path}:{own[0][0]}: {because_of_what_it_printed(run, name)}"
    )


def because_of_what_it_printed(run: Run | None, name: str) -> str:
    """The reason, where the script marks a section called *name* as it should."""
    if run is None:
        return "it has not run"
    if name not in run.sections:
        return "its lines print nothing; let them, or remove this block"
    _, end = run.sections[name]
    place = "ends" if run.stdout[end - 1 : end] != "\n" else "begins"
    return (
        f"what it prints {place} within a line, which is not its own alone; have the line end before the "
        f"section {place}"
    )
