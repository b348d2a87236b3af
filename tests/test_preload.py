"""The scripts of a page are named in its head."""

from __future__ import annotations

from proof.preload import preloaded

STYLE = '<link rel="stylesheet" href="a.css">'
PAGE = (
    f'<head>{STYLE}<script>inline()</script></head><body><script type="application/json">{{}}</script>'
    '<script src="a.js"></script><script defer src="../b.js"></script><script src="a.js"></script></body>'
)
NAMED = '<link rel="preload" as="script" href="a.js"><link rel="preload" as="script" href="../b.js">'


def test_each_script_is_named_once_before_the_first_waits_for_the_styles() -> None:
    assert preloaded(PAGE).startswith(f"<head>{STYLE}{NAMED}<script>inline()")
    assert preloaded(PAGE).replace(NAMED, "") == PAGE


def test_a_page_without_scripts_stays_as_it_is() -> None:
    assert preloaded("<head></head><p>words</p>") == "<head></head><p>words</p>"
