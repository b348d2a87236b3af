"""Loaded by MkDocs with its settings: says what to do where it lacks what this site is built with."""

from importlib.util import find_spec

MISSING = [name for name in ("material", "proof") if find_spec(name) is None]
if MISSING:
    raise SystemExit(
        f"this MkDocs lacks {' and '.join(MISSING)}; run `make setup` in this folder, then .venv/bin/mkdocs"
    )
