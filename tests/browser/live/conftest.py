"""A site without the Python of pages has no buttons, and then nothing of this can be verified."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Site


@pytest.fixture(autouse=True)
def packed(site: Site) -> None:
    """Skip what needs the packed Python where it could not be had."""
    if not (site.folder / "live").is_dir():
        pytest.skip(
            "not verified: the Python of pages was not packed; `make live` packs it, where it can be had"
        )
