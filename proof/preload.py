"""Names the scripts at the end of a page in its head, so that they come along with the styles.

A browser asks for a script at the end only when the styles have come, and for the next one only when that
one has; on a slow line these are waits, one after the other. The names stand before the first script of
the head, which waits for the styles itself.
"""

from __future__ import annotations

import re

SCRIPT = re.compile(r'<script\b[^>]*\ssrc="([^"]+)"')
LINK = '<link rel="preload" as="script" href="{}">'


def preloaded(html: str) -> str:
    """*html*, a whole page, with its scripts named in its head."""
    links = "".join(map(LINK.format, dict.fromkeys(SCRIPT.findall(html))))
    return html.replace("<script", f"{links}<script", 1)
