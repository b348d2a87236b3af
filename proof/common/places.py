"""Where this engine lies, and the checkout around it."""

from __future__ import annotations

from pathlib import Path

ENGINE = Path(__file__).parent.parent
ROOT = ENGINE.parent
