"""What a page asks for when it is opened: nothing of another host, nothing in vain, and not much."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import BELOW, MISSING, PAGES, Site, Visit


@pytest.mark.parametrize("folder", [BELOW, ""], ids=["below", "root"])
@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_its_own_host_alone_and_in_vain_for_nothing(
    site: Site, visit: Callable[[str], Visit], path: str, folder: str
) -> None:
    seen = visit(f"{site.server}{folder}/{path}")
    assert [address for address in seen.requests if not address.startswith(f"{site.server}{folder}/")] == []
    assert seen.failed == []
    assert seen.console == []


@pytest.mark.parametrize("path", MISSING)
def test_so_does_the_page_that_says_that_there_is_none(
    site: Site, visit: Callable[[str], Visit], path: str
) -> None:
    seen = visit(site.address + path)
    assert [address for address in seen.requests if not address.startswith(site.address)] == []
    assert seen.failed == []
    assert seen.console == []
