"""What stands in the head of each page: its policy, and the names of its scripts."""

from __future__ import annotations

import pytest

from proof.site.sent import (
    HEAD,
    at_the_root,
    curly,
    guarded,
    plain_proofs,
    preloaded,
    slim,
    unheard,
    whole,
    without_buttons,
    without_unused_colours,
)

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


LIVE = '<div class="highlight" data-live="try/it" data-section="build"><pre>1</pre></div>'


def test_a_page_that_can_run_something_may_compile_a_python_and_no_other_page() -> None:
    wider = policy(LIVE)
    assert "script-src 'self' 'wasm-unsafe-eval';" in wider
    assert "worker-src 'self' blob:;" in wider
    assert policy('<div data-live=""></div>') == wider
    for words in (" 'wasm-unsafe-eval'", " blob:"):
        wider = wider.replace(words, "")
    assert policy("<div></div>") == wider


def test_without_buttons_a_page_is_as_others_are() -> None:
    plain = '<div class="highlight"><pre>1</pre></div>'
    assert without_buttons(guarded(f"<head>{HEAD}</head>{LIVE}")) == guarded(f"<head>{HEAD}</head>{plain}")
    assert without_buttons(plain) == plain


def test_a_page_without_a_head_is_an_error() -> None:
    with pytest.raises(ValueError, match="its policy goes behind"):
        guarded("<p>words</p>")


def test_each_script_is_named_once_before_the_first_waits_for_the_styles() -> None:
    assert preloaded(PAGE).startswith(f"<head>{STYLE}{NAMED}<script>inline()")
    assert preloaded(PAGE).replace(NAMED, "") == PAGE


def test_a_page_without_scripts_stays_as_it_is() -> None:
    assert preloaded("<head></head><p>words</p>") == "<head></head><p>words</p>"


def test_a_page_loses_white_space_but_not_that_of_its_code() -> None:
    code = "<pre><code>a\n\n    b</code></pre>"
    assert slim(f"<p>\n\n  one\n  two {code}\n\n   </p>") == f"<p>\none\ntwo {code}\n</p>"


def test_a_proof_reads_as_it_is() -> None:
    assert plain_proofs('<a class="claim" href="#a" title="a&#46;b &#60; &#34;c&#34;">') == (
        '<a class="claim" href="#a" title="a.b &lt; &quot;c&quot;">'
    )


def test_colours_that_the_site_does_not_choose_are_left_out() -> None:
    ours = "[data-md-color-scheme=slate]{a:b}"
    theirs = "@media screen{[data-md-color-primary=red],[data-md-color-accent=pink]{a:c}}"
    assert without_unused_colours(f"{theirs}{ours}") == ours
    assert (
        without_unused_colours("[data-md-color-accent=pink],.b{a:c}") == "[data-md-color-accent=pink],.b{a:c}"
    )


def test_short_values_are_not_torn() -> None:
    assert whole("<code>(32, 10)</code>") == '<code class="whole">(32, 10)</code>'
    assert whole('<a class="claim" title="a">28 × 28</a>') == '<a class="claim whole" title="a">28 × 28</a>'
    for other in ("<code>a b</code>", "<code>10</code>", f"<code>{'1 ' * 20}</code>", "<p>1 2</p>"):
        assert whole(other) == other
    assert whole(f'<a class="claim">{"1 " * 20}</a>') == f'<a class="claim">{"1 " * 20}</a>'


def test_apostrophes_are_printed_but_not_in_code_and_quotations() -> None:
    assert curly("<p title=\"a'b\">Keras's and layers' <code>'x'</code></p>") == (
        "<p title=\"a'b\">Keras’s and layers’ <code>'x'</code></p>"
    )
    claim = '<a class="claim" href="#a">it\'s</a>'
    assert curly(f"<p>It&#39;s {claim} <pre><code>a'b</code></pre></p>") == (
        f"<p>It’s {claim} <pre><code>a'b</code></pre></p>"
    )


def test_a_heading_is_read_out_without_its_sign() -> None:
    assert unheard('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>') == (
        '<h2 id="a">A<a class="headerlink" aria-hidden="true" tabindex="-1" href="#a">¶</a></h2>'
    )


def test_both_halves_have_their_files_from_one_place() -> None:
    for here, there in (
        ("assets/a.js", "../assets/a.js"),
        ("../assets/a.js", "../../assets/a.js"),
        ("/below/en/assets/a.js", "/below/assets/a.js"),
    ):
        assert at_the_root(f'<script src="{here}">') == f'<script src="{there}">'
        assert at_the_root(f'<link href="{here}">') == f'<link href="{there}">'
    assert at_the_root('<a href="sequential/">assets/</a>') == '<a href="sequential/">assets/</a>'
