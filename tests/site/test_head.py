"""What stands in the head of each page: its policy, and the names of its scripts."""

from __future__ import annotations

import pytest

from proof.site.head import HEAD, guarded, preloaded

#: The digest that the specification of Content Security Policy gives for this script.
HELLO, DIGEST = "alert('Hello, world.');", "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="

STYLE = '<link rel="stylesheet" href="a.css">'
PAGE = (
    f'<head>{STYLE}<script>inline()</script></head><body><script type="application/json">{{}}</script>'
    '<script src="a.js"></script><script defer src="../b.js"></script><script src="a.js"></script></body>'
)
NAMED = '<link rel="preload" as="script" href="a.js"><link rel="preload" as="script" href="../b.js">'


def policy(body: str) -> str:
    return guarded(f"<head>{HEAD}</head>{body}").partition('content="')[2].partition('"')[0]


def test_a_script_in_the_page_is_named_by_its_digest() -> None:
    assert f"script-src 'self' '{DIGEST}';" in policy(f"<script>{HELLO}</script>")
    assert policy(f"<script>{HELLO}</script><script>{HELLO}</script>").count("sha256") == 1


def test_files_and_data_need_no_digest() -> None:
    assert "script-src 'self';" in policy('<script src="a.js" defer></script>')
    assert "script-src 'self';" in policy('<script id="b" type="application/json">{}</script>')


def test_nothing_unsafe_and_nothing_from_elsewhere() -> None:
    written = policy(f"<script>{HELLO}</script>")
    assert written.startswith("default-src 'none';")
    assert "unsafe" not in written
    assert "http" not in written


def test_a_page_without_a_head_is_an_error() -> None:
    with pytest.raises(ValueError, match="its policy goes behind"):
        guarded("<p>words</p>")


def test_each_script_is_named_once_before_the_first_waits_for_the_styles() -> None:
    assert preloaded(PAGE).startswith(f"<head>{STYLE}{NAMED}<script>inline()")
    assert preloaded(PAGE).replace(NAMED, "") == PAGE


def test_a_page_without_scripts_stays_as_it_is() -> None:
    assert preloaded("<head></head><p>words</p>") == "<head></head><p>words</p>"
