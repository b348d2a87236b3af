"""Decides what is measured, and in which order. Knows nothing of how."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


def in_turn(contestants: Sequence[Item], turn: int) -> list[Item]:
    """The *contestants* in the order of round *turn*: each round begins with the next of them."""
    start = turn % len(contestants) if contestants else 0
    return [*contestants[start:], *contestants[:start]]


def again(spent: float, turn: int, rounds: int, patience: float) -> bool:
    """Whether a contestant that needed *spent* seconds for its first round takes part in round *turn*.

    All take part in the first; those that need more than *patience* in no other.
    """
    return turn == 0 or (turn < rounds and spent <= patience)


def extrapolated(seconds: float, size: int, larger: int) -> float:
    """How long at most *larger* takes, where *size* took *seconds*: as if all of it grew alike."""
    return seconds * larger / size
