"""Mutants of files that have no languages: records, pictures, short examples, scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from proof.book import Book
from proof.doubt.mutants.mutant import Mutant, change, next_number
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


def of_record(book: Book, path: str, kind: str = "digit of a record") -> Iterator[Mutant]:
    """Every run of digits in what pages can show of a record, changed, and in a picture."""
    text = records.read(book.root, path)
    first = text.find("--8<-- [start:")
    hidden = re.search(r"--8<-- \[start:[\w-]+-figure\]", text)
    last = hidden.start() if hidden else len(text)
    for match in DIGITS.finditer(text, max(first, 0), last):
        yield change(kind, path, text, match.span(), next_number(match[0]))


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
