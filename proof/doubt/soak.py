"""Runs every snippet again and again, in another order and another environment each time.

Nothing around a snippet may decide what it prints: not the order, not how many run at once, not the
variables, the locale, the time zone or the width of the terminal of whoever asks.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proof.book import Book
from proof.check import Judge
from proof.common.progress import Tell
from proof.run import Runner, Store

#: What a caller's environment may hold. A round draws one value of each; None leaves it out.
SURROUNDINGS: dict[str, tuple[str | None, ...]] = {
    "COLUMNS": (None, "40", "200"),
    "CUDA_VISIBLE_DEVICES": (None, "0"),
    "KERAS_BACKEND": (None, "jax", "torch"),
    "LANG": (None, "C", "zh_CN.UTF-8", "de_DE.UTF-8"),
    "LC_ALL": (None, "C", "zh_CN.GBK", "tr_TR.UTF-8"),
    "MPLBACKEND": (None, "svg"),
    "OMP_NUM_THREADS": (None, "2"),
    "PYTHONHASHSEED": (None, "1", "random"),
    "PYTHONUNBUFFERED": (None, "1"),
    "TERM": (None, "dumb", "xterm-256color"),
    "TF_ENABLE_ONEDNN_OPTS": (None, "1"),
    "TZ": (None, "Asia/Shanghai", "America/New_York"),
}


@contextmanager
def surroundings(chance: random.Random) -> Iterator[str]:
    """Put this process into an environment drawn by *chance*; give it in words."""
    drawn = {name: chance.choice(values) for name, values in SURROUNDINGS.items()}
    before = {name: os.environ.get(name) for name in drawn}
    try:
        set_all(drawn)
        yield (
            ", ".join(f"{name}={value}" for name, value in drawn.items() if value is not None)
            or "nothing set"
        )
    finally:
        set_all(before)


def set_all(variables: dict[str, str | None]) -> None:
    """Set variables of this process; those that are None are removed."""
    for name, value in variables.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


def soak(book: Book, rounds: int, seed: int, tell: Tell) -> Iterator[tuple[str, list[str]]]:
    """Run all of *book* afresh, *rounds* times; give for each round its words and what was not true."""
    chance = random.Random(seed)  # noqa: S311 - an order, not a secret
    for number in range(rounds):
        requests = book.requests()
        chance.shuffle(requests)
        workers = 1 + number % 2
        with surroundings(chance) as words, tempfile.TemporaryDirectory() as folder:
            with Runner(Store(Path(folder)), workers, longest_first=False) as runner:
                runs = runner.run(requests, tell)
            problems = list(Judge(book, runs).problems())
        yield f"round {number + 1} of {rounds}, {len(runs)} runs, {workers} at a time, {words}", problems
