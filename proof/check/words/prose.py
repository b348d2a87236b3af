"""Finds what a page's prose says that nothing proves. Knows nothing of runs.

A digit in prose stands in a claim or another link, in inline code that its section shows, or in a proper
name from `docs/names.txt`. Of code that leaves parts out (`Conv1D(init=...)`), each word with a digit occurs
there. A word of inline code, and a quotation of English on a Chinese page, occurs in what the page shows,
too, or else Keras must know the word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from proof.book import NAMES, Page, spans, texts
from proof.run import Snippet

#: Digits, and the signs that stand for numbers: ½ ² ⑩ Ⅷ 〇.
NUMERALS = "".join(
    chr(code) for code in range(0x80, 0x3300) if unicodedata.category(chr(code)) in ("No", "Nl")
)
DIGITS = re.compile(rf"[\d.,]*[\d{NUMERALS}]")
#: A number that is no part of a name.
NUMBER = re.compile(r"(?<!\w)\d")
#: What HTML says to a reader; and what it hands to a script of the page.
SAID = re.compile(r""">([^<]+)<|\b(?:title|alt|aria-label)=["']([^"']*)["']""")
#: What a page writes in Markdown, where it is judged.
REFUSED = re.compile(r"<(audio|code|embed|iframe|img|object|pre|samp|script|style|svg|video)\b", re.I)
HANDED = re.compile(r"\bdata-[\w-]+=\"([^\"]*)\"")
#: What stands in code for what it leaves out; and code that is but a name.
LEFT_OUT = re.compile(r"\.\.\.|'\*")
NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
QUOTATION = re.compile(r"“([A-Za-z][^”\u4e00-\u9fff]*)”")


def unproven(
    page: Page, allowed: list[str], shown: str, near: Callable[[int], str]
) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each digit that nothing proves.

    *allowed* are proper names; *shown* is the text of all that the page includes, and *near* tells for a line
    what of that stands near it.
    """
    for line, text in texts(page):
        for digits in DIGITS.findall(without_names(text, allowed)) if DIGITS.search(text) else ():
            yield line, f"“{digits}” stands outside a claim, a link, or a name in {NAMES}"
    for line, title in tooltips(page):
        for digits in DIGITS.findall(without_names(title, allowed)):
            yield line, f"“{digits}” stands in the title of a link, where nothing can prove it"
    yield from miscounted(page)
    yield from unproven_in_html(page, allowed, shown)
    for line, code in spans(page, "code_inline"):
        if not re.search(r"\d", code) or code in allowed:
            continue
        if not occurs(code, shown, allowed):
            yield line, f"`{code}` occurs in nothing that the page shows"
        elif NUMBER.search(code) and not occurs(code, near(line), allowed):
            yield (
                line,
                f"`{code}` occurs in nothing that this section shows; make it a claim, or a link of the "
                "section name the block or the heading that it is of",
            )
    for line, text in texts(page):
        for quoted in QUOTATION.findall(text) if page.language == "zh" else ():
            if " ".join(quoted.split()) not in " ".join(shown.split()):
                yield line, f"“{quoted}” is quoted, but occurs in nothing that the page shows"


def miscounted(page: Page) -> Iterator[tuple[int, str]]:
    """The line of each entry of a numbered list that has not the number of its place."""
    places: list[int] = []
    for token in page.tokens:
        if token.type in ("ordered_list_open", "bullet_list_open"):
            places.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            places.pop()
        elif token.type == "list_item_open" and token.map:
            places[-1] += 1
            if token.info and token.info != str(places[-1]):
                yield (
                    token.map[0] + 1,
                    f"“{token.info}.” stands where the list has come to {places[-1]}; number it so",
                )


def occurs(code: str, shown: str, allowed: list[str]) -> bool:
    """Whether *code* occurs in *shown*; where it is a name or leaves parts out, its words with digits do.

    ```py
    from proof.check.words.prose import occurs

    print(occurs("keras.layers.Conv1D(init=...)", "Conv1D(8, 3)", []))
    #> True
    print(occurs("keras.layers.Conv1D(9, init=...)", "Conv1D(8, 3)", []))
    #> False
    ```
    """
    if not (LEFT_OUT.search(code) or NAME.fullmatch(code)):
        return code in shown
    known = "\n".join([shown, *allowed])
    return all(re.search(rf"\b{word}\b", known) for word in re.findall(r"\w*\d\w*", code))


def unproven_in_html(page: Page, allowed: list[str], shown: str) -> Iterator[tuple[int, str]]:
    """The same of what the HTML of a page says, and of what it hands to scripts."""
    for line, html in markup(page):
        if refused := REFUSED.search(html):
            yield line, f"<{refused[1]}> stands in HTML, where nothing can prove it; write it in Markdown"
        said = " ".join(text or attribute for text, attribute in SAID.findall(html))
        for digits in DIGITS.findall(without_names(said, allowed)):
            yield line, f"“{digits}” stands in HTML, where nothing can prove it"
        for digits in DIGITS.findall(" ".join(HANDED.findall(html))):
            if not re.search(rf"\b{digits}\b", shown):
                yield line, f"“{digits}” is handed to a script, but occurs in nothing that the page shows"


def without_names(text: str, allowed: list[str]) -> str:
    """*text* without the proper names in *allowed*."""
    for name in allowed:
        text = re.sub(rf"(?<![\w.]){re.escape(name)}(?!\.?\d)", "", text)
    return text


def tooltips(page: Page) -> Iterator[tuple[int, str]]:
    """The titles of the links and images of *page* that are no claims, with their lines."""
    for token in page.tokens:
        for child in token.children or ():
            target = str(child.attrGet("href") or child.attrGet("src") or "")
            if token.map and (title := child.attrGet("title")) and ("#" not in target or "://" in target):
                yield token.map[0] + 1, str(title)


def seen(page: Page) -> Iterator[str]:
    """All words of *page* that are judged, in claims, links, code and HTML, too."""
    yield from (text for _, text in texts(page))
    yield from (html for _, html in markup(page))
    yield from (title for _, title in tooltips(page))
    for token in page.tokens:
        yield from (child.content for child in token.children or () if child.type != "html_inline")


def markup(page: Page) -> Iterator[tuple[int, str]]:
    """The HTML of *page*, with its lines."""
    for token in page.tokens:
        if token.map is None:
            continue
        if token.type == "html_block":
            yield token.map[0] + 1, token.content
        if any(child.type == "html_inline" for child in token.children or ()):
            yield token.map[0] + 1, token.content


def unproven_remarks(snippet: Snippet) -> Iterator[str]:
    """Each comment of a shown script that holds digits, as `file:line: message`: no run can prove it."""
    for line, remark in snippet.remarks:
        if DIGITS.search(remark):
            yield f"{snippet.path}:{line}: a comment with digits, which nothing can prove: {remark}"
