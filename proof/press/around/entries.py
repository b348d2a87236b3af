"""Writes what the glossary knows of a term below its heading, on the page that lists the terms."""

from __future__ import annotations

import re

from proof.book import ResolvedPage

WORDS = {
    "zh": {"typed": "这样也能搜到：{words}", "and": "、", "from": "从[{title}]({address})讲起"},
    "en": {"typed": "also found as {words}", "and": ", ", "from": "introduced in [{title}]({address})"},
}


def with_entries(resolved: ResolvedPage, text: str) -> str:
    """*text*, an expanded page, with a line below the heading of each term that it lists."""
    words = WORDS[resolved.page.language]
    for entry in resolved.entries:
        parts = [f"**{entry.other}**"]
        if entry.typed:
            parts.append(words["typed"].format(words=words["and"].join(entry.typed)))
        if entry.address:
            parts.append(words["from"].format(title=entry.title, address=entry.address))
        heading = re.compile(rf"(?m)^#+ .* \{{ #{re.escape(entry.anchor)} \}}\n")
        if found := heading.search(text):
            line = f"\n{' · '.join(parts)}\n{{ .term data-search-exclude }}\n"
            text = text[: found.end()] + line + text[found.end() :]
    return text
