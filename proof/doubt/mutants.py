"""Makes mutants: files of the book with one thing changed, each of which some check should notice."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from proof.book import FRONT_MATTER, Book, Page, without_proof
from proof.record import records
from proof.run import METADATA, OUTPUT, Snippet

DIGITS = re.compile(r"\d+")
#: What a constant of a script is changed into.
OTHER = {
    "relu": "tanh",
    "softmax": "sigmoid",
    "sigmoid": "softmax",
    "tanh": "relu",
    "rmsprop": "sgd",
    "adam": "sgd",
    "sgd": "adam",
    "mse": "mae",
    "mae": "mse",
    "accuracy": "mae",
    "categorical_crossentropy": "mse",
    "sparse_categorical_crossentropy": "mse",
    "binary_crossentropy": "mse",
}


@dataclass(frozen=True)
class Mutant:
    """A change of one file: the text from `start` to `end` becomes `after`."""

    kind: str
    path: str
    start: int
    end: int
    before: str
    after: str
    line: int

    def applied(self, text: str) -> str:
        """*text* with the change made."""
        return text[: self.start] + self.after + text[self.end :]

    def __str__(self) -> str:
        before, after = (" ".join(part.split())[:60] for part in (self.before, self.after))
        return f"{self.path}:{self.line}: {self.kind}: “{before}” → “{after}”"


def change(kind: str, path: str, text: str, span: tuple[int, int], after: str) -> Mutant:
    """The mutant that replaces a *span* of *text*."""
    start, end = span
    return Mutant(kind, path, start, end, text[start:end], after, text.count("\n", 0, start) + 1)


def next_number(digits: str) -> str:
    """Another run of digits, as long as *digits*."""
    return str((int(digits) + 1) % 10 ** len(digits)).zfill(len(digits))


def of_page(page: Page) -> Iterator[Mutant]:
    """The mutants of a page; of a notebook, those of its words."""
    for mutant in (*digits_of_page(page), *proofs_of_page(page), *blocks_of_page(page)):
        start, end = page.in_file(mutant.start, mutant.end)
        if page.written[start:end] == mutant.before:
            yield replace(mutant, start=start, end=end)


def digits_of_page(page: Page) -> Iterator[Mutant]:
    """Every run of digits a page holds, changed, by where it stands."""
    text, content = page.text, page.contents
    head = FRONT_MATTER.match(text)
    for match in DIGITS.finditer(text):
        start, end = match.span()
        fence = next((item for item in content.fences if item.start <= start < item.end), None)
        proof = next((item for item in page.proofs if item.start <= start < item.end), None)
        if fence:
            kind = "digit of a block"
        elif proof:
            title = text.rfind(proof.expression, proof.start, proof.end)
            kind = "digit of an expression" if start >= title else "digit of a claim"
        elif head and start < head.end():
            kind = "digit of the front matter"
        else:
            kind = "digit of the prose"
        yield change(kind, page.name, text, (start, end), next_number(match[0]))


def proofs_of_page(page: Page) -> Iterator[Mutant]:
    """Claims that lose their proof, or get that of the next; ids and includes that lead elsewhere."""
    text = page.text
    for item, following in zip(page.claims, [*page.claims[1:], None], strict=True):
        link = text[item.start : item.end]
        yield change("claim without proof", page.name, text, (item.start, item.end), without_proof(link))
        if following and (item.text, item.expression) != (following.text, following.expression):
            place = item.start + 1, item.start + 1 + len(item.text)
            if text[slice(*place)] == item.text and item.text != following.text:
                yield change("text of another claim", page.name, text, place, following.text)
            place = text.rfind(item.expression, item.start, item.end), item.end - 2
            if place[0] > 0 and item.expression != following.expression and '"' not in following.expression:
                yield change("proof of another claim", page.name, text, place, following.expression)
    for match in re.finditer(r"#([a-z][\w-]*)(?=[ )\"])", text):
        yield change("id", page.name, text, match.span(1), match[1] + "-x")
    includes = [fence for fence in page.fences if fence.include]
    for fence, following_fence in pairwise(includes):
        start = text.index(fence.body.strip(), fence.start)
        if fence.body.strip() != following_fence.body.strip():
            span = start, start + len(fence.body.strip())
            yield change("include", page.name, text, span, following_fence.body.strip())


def blocks_of_page(page: Page) -> Iterator[Mutant]:
    """Paragraphs, headings, list items and tables' rows that are gone, or have lost a word."""
    text = page.text
    for token in page.tokens:
        if token.type not in ("paragraph_open", "heading_open", "tr_open") or token.map is None:
            continue
        span = page.offsets[token.map[0]], page.offsets[token.map[1]]
        block = text[slice(*span)]
        if block.startswith("///") or not block.strip():
            continue
        yield change("block gone", page.name, text, span, "")
    for token in page.tokens:
        if token.type == "inline" and token.map is not None and token.children:
            words = [child for child in token.children if child.type == "text" and len(child.content) > 3]
            for child in words[:1]:
                start = text.find(child.content, page.offsets[token.map[0]], page.offsets[token.map[1]])
                if start >= 0 and not child.content.startswith("///"):
                    yield change("word gone", page.name, text, (start + 1, start + 3), "")


def of_record(book: Book, path: str) -> Iterator[Mutant]:
    """Every run of digits in what pages can show of a record, changed, and in a picture."""
    text = records.read(book.root, path)
    first = text.find("--8<-- [start:")
    hidden = re.search(r"--8<-- \[start:[\w-]+-figure\]", text)
    last = hidden.start() if hidden else len(text)
    for match in DIGITS.finditer(text, max(first, 0), last):
        yield change("digit of a record", path, text, match.span(), next_number(match[0]))


def of_example(snippet: Snippet) -> Iterator[Mutant]:
    """Every run of digits in what a short example says that it prints, changed."""
    text = snippet.source
    for output in OUTPUT.finditer(text):
        for match in DIGITS.finditer(text, *output.span(1)):
            yield change("digit of an example", snippet.path, text, match.span(), next_number(match[0]))


def of_picture(book: Book, path: str) -> Iterator[Mutant]:
    """Every word that a picture shows, changed."""
    text = records.read(book.root, path)
    for match in re.finditer(r"<text[^>]*>([^<]+)</text>", text):
        yield change("word of a picture", path, text, match.span(1), match[1] + "0")


def of_snippet(snippet: Snippet) -> Iterator[Mutant]:
    """Each number, and each word that Keras knows, of a script changed into another."""
    source = snippet.source
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    metadata = METADATA.search(source)
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Constant) or node.end_lineno is None or node.end_col_offset is None:
            continue
        place = (
            starts[node.lineno - 1] + node.col_offset,
            starts[node.end_lineno - 1] + node.end_col_offset,
        )
        start, end = (len(source.encode()[:offset].decode()) for offset in place)
        if metadata and start < metadata.end():
            continue
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
            yield change("number of a script", snippet.path, source, (start, end), repr(node.value + 1))
        elif node.value in OTHER:
            after = source[start] + OTHER[node.value] + source[start]
            yield change("word of a script", snippet.path, source, (start, end), after)
