"""Writes behind a link on which day somebody in mainland China last reached where it leads."""

from __future__ import annotations

from proof.book import ResolvedPage

WORDS = {
    "zh": "这一天有人在中国大陆打开过它",
    "en": "on this day somebody in mainland China last opened it",
}


def with_days(resolved: ResolvedPage, text: str) -> str:
    """*text*, an expanded page, with the day behind each link to an address that was reached."""
    said = WORDS[resolved.page.language]
    for url, day in resolved.reached.items():
        shown = f'<small class="reached" title="{said}" data-search-exclude>{day}</small>'
        text = text.replace(f"]({url})", f"]({url}) {shown}")
    return text
