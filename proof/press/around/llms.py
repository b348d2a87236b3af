"""Writes `llms.txt`, for machines: what the site is, and where each of its pages is as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

WORDS = {
    "zh": (
        "每一页都有一份 Markdown，就是下面的链接；输出和数值都已填入，数字的链接带着证明它的表达式。"
        "需要背景时，先读目录里排在前面的页。English: {other}"
    ),
    "en": (
        "Each page is there as Markdown, at the links below: outputs and values are filled in, and the link "
        "of a number carries the expression that proves it. Pages build on those before. 中文：{other}"
    ),
}


@dataclass(frozen=True)
class Listed:
    """A page as it is listed: its title, the address of its Markdown, and what it is about."""

    title: str
    address: str
    about: str


def llms(site: str, motto: str, language: str, other: str, parts: Iterable[tuple[str, list[Listed]]]) -> str:
    """The list of a *site* with its *motto*; *other* is the address of the list in the other language."""
    text = [f"# {site}", f"> {motto}", WORDS[language].format(other=other)]
    for name, pages in parts:
        lines = [
            f"- [{page.title}]({page.address})" + (f": {page.about}" if page.about else "") for page in pages
        ]
        text += [f"## {name}", "\n".join(lines)] if name else ["\n".join(lines)]
    return "\n\n".join(text) + "\n"
