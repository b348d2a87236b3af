"""What stands in the head of each page for its browser: what it may load, and what it will need.

It may load and run what is the site's own, and nothing else. The policy stands in the page, for a plain
folder server sends no headers. Scripts are those of the site's own files, and those that the theme writes
into its pages, each by its digest. Styles are those of its own files; what the theme's scripts set on single
elements needs no leave. Icons that the theme draws from within its style sheets, and pictures within figures,
are images of the kind `data:`.

The scripts at the end of a page are named in its head, so that they come along with the styles. A browser
asks for a script at the end only when the styles have come, and for the next one only when that one has; on a
slow line these are waits, one after the other. The names stand before the first script of the head, which
waits for the styles itself.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode

#: A script that stands in the page; one of another type than JavaScript is data.
INLINE = re.compile(r"<script(?![^>]*\s(?:src|type)=)[^>]*>(.*?)</script>", re.DOTALL)
SCRIPT = re.compile(r'<script\b[^>]*\ssrc="([^"]+)"')
LINK = '<link rel="preload" as="script" href="{}">'
HEAD = '<meta charset="utf-8">'
POLICY = (
    "default-src 'none'; script-src 'self'{scripts}; worker-src 'self'; style-src 'self'; "
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
    policy = POLICY.format(scripts="".join(f" '{script}'" for script in scripts))
    return html.replace(HEAD, f'{HEAD}\n      <meta http-equiv="Content-Security-Policy" content="{policy}">')


def digest(script: str) -> str:
    """The digest by which a policy names *script*."""
    return "sha256-" + b64encode(hashlib.sha256(script.encode()).digest()).decode()


def preloaded(html: str) -> str:
    """*html*, a whole page, with its scripts named in its head."""
    links = "".join(map(LINK.format, dict.fromkeys(SCRIPT.findall(html))))
    return html.replace("<script", f"{links}<script", 1)
