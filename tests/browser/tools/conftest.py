"""Fixtures for what opens beside that which a reader presses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import WATCH, reader

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def opened(browser: Browser) -> Iterator[Any]:
    """Give what opens an address as a reader does whose browser is told by settings."""
    contexts = []

    def open_page(address: str, script: str = "", **settings: Any) -> Page:
        context = reader(browser, **settings)
        contexts.append(context)
        context.add_init_script(WATCH + script)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        page.bring_to_front()
        return page

    yield open_page
    for context in contexts:
        context.close()
