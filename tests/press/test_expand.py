"""How a page is written out for readers."""

from __future__ import annotations

import pytest

from proof.press.expand import wraps

MESSAGE = (
    "ValueError: " + "Input 0 of layer is incompatible with the layer, and more is said of it here. " * 2
)


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        (f"{MESSAGE}\n", True),
        (f"(2, 3)\n{MESSAGE}\n  File x\n", True),
        ("ValueError: short\n", False),
        (f"{'x' * 80}\n", False),
        (f"┃ Layer ┃\n{MESSAGE}\n", False),
        (f"loss       accuracy\n{MESSAGE}\n", False),
        (f"{MESSAGE}\n{' ' * 20}^^^^\n", False),
        ("", False),
    ],
)
def test_messages_wrap_and_columns_do_not(output: str, expected: bool) -> None:
    assert wraps(output) == expected
