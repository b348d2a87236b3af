"""What a command says when it cannot do what it was asked."""

from __future__ import annotations

import sys


def complain(message: str, code: int) -> int:
    """Print *message* where errors go; return *code*."""
    print(message, file=sys.stderr)
    return code


def reason(error: OSError) -> str:
    """Why the machine was in the way, and which file it was about."""
    file = error.filename2 or error.filename
    place = f"{file}: " if file else ""
    return f"{place}{error.strerror or error}"
