"""What a browser is sent beside the words of a page: what it may load, what it will need, and no more.

It may load and run what is the site's own, and nothing else. The policy stands in the page, for a plain
folder server sends no headers. Scripts are those of the site's own files, and those that the theme writes
into its pages, each by its digest. Styles are those of its own files; what the theme's scripts set on single
elements needs no leave. Icons that the theme draws from within its style sheets, and pictures within figures,
are images of the kind `data:`.

A page on which code can be run may compile what a Python consists of, and start a worker that it writes
itself: one from a file would be bound by no policy where the host sends none. Such a worker has the page's.

The scripts at the end of a page are named in its head, so that they come along with the styles. A browser
asks for a script at the end only when the styles have come, and for the next one only when that one has; on a
slow line these are waits, one after the other. The names stand before the first script of the head, which
waits for the styles itself.

What nobody sees is left out: white space between elements, colours that the site does not choose.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html import escape, unescape

#: A script that stands in the page; one of another type than JavaScript is data.
INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
SCRIPT = re.compile(r'<script\b[^>]*\ssrc="([^"]+)"')
#: What is as it is, to the space.
KEPT = re.compile(r"(<(pre|script|svg|textarea)\b.*?</\2>)", re.DOTALL)
PROOF = re.compile(r'(?<=<a class="claim)([^>]*? title=")([^"]*)')
#: What is quoted to the sign: code, and what a claim has from elsewhere; and the signs of the markup itself.
QUOTED = re.compile(r'(<(pre|code|script|style|svg)\b.*?</\2>|<a class="claim.*?</a>|<[^>]*>)', re.DOTALL)
APOSTROPHE = re.compile(r"(?<=\w)(?:'|&#39;|&#x27;)")
SIGN = '<a class="headerlink" '
#: A file that both halves of the site have, as the English one names it.
TWICE = re.compile(r'(?<=(?:src|ref)=")((?:[^"]*/)?)assets/')
#: Code, or the text of a claim, with a digit and a space, which is not too long for one line on a phone.
SHORT = re.compile(r'(?<=<)(code|a class="claim("[^>]*))>(?=[^<]*\d)(?=[^<]* )([^<]{1,26}<)')
RULE = re.compile(r"([^{}]+)\{[^{}]*\}")
CHOSEN = re.compile(r"data-md-color-(?:primary|accent)=(?!custom)")
LINK = '<link rel="preload" as="script" href="{}">'
HEAD = '<meta charset="utf-8">'
#: The mark of a block that the page can run, and of its section; and what such a page may do beyond others.
BUTTON = re.compile(r' data-live="[^"]*"(?: data-section="[^"]*")?')
COMPILES, OWN_WORKER = " 'wasm-unsafe-eval'", " blob:"
POLICY = (
    "default-src 'none'; script-src 'self'{compiles}{scripts}; worker-src 'self'{worker}; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def guarded(html: str) -> str:
    """*html*, a whole page, with its policy before all that the policy is about.

    Raises:
        ValueError: if the page does not begin as the theme's pages do.
    """
    if html.count(HEAD) != 1:
        raise ValueError(f"a page of the theme has {HEAD} once; its policy goes behind it")
    scripts = dict.fromkeys(digest(script) for script in INLINE.findall(html))
    compiles, worker = (COMPILES, OWN_WORKER) if BUTTON.search(html) else ("", "")
    named = "".join(f" '{script}'" for script in scripts)
    policy = POLICY.format(scripts=named, compiles=compiles, worker=worker)
    return html.replace(HEAD, f'{HEAD}\n      <meta http-equiv="Content-Security-Policy" content="{policy}">')


def without_buttons(html: str) -> str:
    """*html*, a page of the site, without marks of what it can run, and with the policy of others."""
    bare = BUTTON.sub("", html)
    return bare.replace(COMPILES, "", 1).replace(f"worker-src 'self'{OWN_WORKER}", "worker-src 'self'", 1)


def digest(script: str) -> str:
    """The digest by which a policy names *script*."""
    return "sha256-" + b64encode(hashlib.sha256(script.encode()).digest()).decode()


def preloaded(html: str) -> str:
    """*html*, a whole page, with its scripts named in its head."""
    links = "".join(map(LINK.format, dict.fromkeys(SCRIPT.findall(html))))
    return html.replace("<script", f"{links}<script", 1)


def slim(html: str) -> str:
    """*html*, a whole page, without empty lines and indentation that nobody sees."""
    parts = KEPT.split(html)
    del parts[2::3]  # the names of the elements that are kept
    return "".join(part if place % 2 else re.sub(r"\s*\n\s*", "\n", part) for place, part in enumerate(parts))


def plain_proofs(html: str) -> str:
    """*html* with the proofs of claims as they read; Markdown was given each sign of them by its number."""
    return PROOF.sub(lambda match: match[1] + escape(unescape(match[2])), html)


def curly(html: str) -> str:
    """*html* with apostrophes as they are printed, beside quotation marks that are; code keeps its own."""
    parts = QUOTED.split(html)
    del parts[2::3]  # the names of the elements
    return "".join(part if place % 2 else APOSTROPHE.sub("’", part) for place, part in enumerate(parts))


def unheard(html: str) -> str:
    """*html* whose headings are read out without the sign beside them, a link that the contents have, too."""
    return html.replace(SIGN, f'{SIGN}aria-hidden="true" tabindex="-1" ')


def at_the_root(html: str) -> str:
    """*html*, a page of the English half, with the files that both have where the Chinese half has them.

    A reader of both languages fetches them once.
    """

    def above(match: re.Match[str]) -> str:
        way = match[1]
        return f"{way.removesuffix('en/')}assets/" if way.startswith("/") else f"../{way}assets/"

    return TWICE.sub(above, html)


def whole(html: str) -> str:
    """*html* with marks on short values, such as `(32, 10)`, within which a line does not end."""

    def marked(match: re.Match[str]) -> str:
        tag = f'a class="claim whole{match[2]}' if match[2] else 'code class="whole"'
        return f"{tag}>{match[3]}"

    return SHORT.sub(marked, html)


def without_unused_colours(styles: str) -> str:
    """*styles*, the theme's colours, without rules for those that the site does not choose."""

    def rule(match: re.Match[str]) -> str:
        return "" if all(map(CHOSEN.search, match[1].split(","))) else match[0]

    return re.sub(r"@media[^{}]+\{\}", "", RULE.sub(rule, styles))


def bare_styles(styles: str) -> str:
    """*styles* without comments, and without white space that parts nothing."""
    bare = re.sub(r"/\*.*?\*/|(?<=[{};,])\s+|\s+(?=[{}])", "", styles, flags=re.DOTALL)
    return re.sub(r"\s+", " ", bare).strip()


def bare_script(script: str) -> str:
    """*script* without indentation and the lines that are comments; no text in ours holds either."""
    return re.sub(r"(?m)^\s*(?://|/\*\*(?:[^*]|\*(?!/))*\*/\s*$).*\n|^[ ]+", "", script)
