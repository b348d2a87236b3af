"""Lists the pages of a half of the site in the parts of its menu, with the addresses of their Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from proof.book import page_at
from proof.press import Listed, llms
from proof.site.workshop import root_of, workshop

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def list_for_machines(config: MkDocsConfig) -> str:
    """The text of `llms.txt`."""
    root, language = root_of(config), workshop.language_of(config)
    names, site = config.extra.get("parts", {}), str(config.site_url)
    parts = []
    for entry in config.nav or ():
        name = next(iter(entry), "") if isinstance(entry, dict) else ""
        pages = [page_at(root, language, path) for path in listed(entry)]
        shown = [
            Listed(
                page.front["title"],
                f"{site}{page.path.rpartition('.')[0]}.md",
                page.front.get("description", ""),
            )
            for page in pages
            if not page.front_problem
        ]
        parts.append((names.get(name, name), shown))
    there = urljoin(site, f"{config.extra['other']['path']}llms.txt")
    return llms(config.site_name, str(config.site_description), language, there, parts)


def listed(menu: Any) -> Iterator[str]:
    """The pages of a *menu*, in their order, whatever parts they stand in."""
    if isinstance(menu, str):
        yield menu
    elif menu:
        for part in menu.values() if isinstance(menu, dict) else menu:
            yield from listed(part)
