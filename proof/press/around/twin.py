"""Writes a page as Markdown alone, for machines and for those who read without a browser.

It is the same page: its outputs are filled in, and each claim keeps its expression and has its value. What
only a page of the site can do is said in words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from proof.book import FRONT_MATTER, Claim, Fence, Figure, Item, Notebook, Page, Picture
from proof.check import JudgedPage
from proof.press.around.entries import with_entries
from proof.press.around.head import Verified
from proof.press.expand import claim_title, fence_body
from proof.press.notebook import BLOCK, LIVE, outputs
from proof.press.plain import address, as_markdown, indented

WORDS = {
    "zh": {
        "live": "（[网页]({address})上的这个地方可以动手操作。）",
        "elsewhere": "（这里在网站上可以动手操作。）",
        "picture": "（图：{text}）",
        "output": "输出",
        "error": "报错",
        "verified": "{date} 用 {versions} 验证。",
        "page": "本页：{address}。",
        "claims": "链接的标题是证明它的表达式，箭头后面是求得的值。",
        "and": "、",
        "titled": "{title}：",
    },
    "en": {
        "live": "(On the [page]({address}) there is something to try here.)",
        "elsewhere": "(On the site there is something to try here.)",
        "picture": "(Picture: {text})",
        "output": "Output",
        "error": "Error",
        "verified": "Verified on {date} with {versions}.",
        "page": "This page: {address}. ",
        "claims": " The title of a link is the expression that proves it; the value follows the arrow.",
        "and": ", ",
        "titled": "{title}:",
    },
}
#: What waits aside within a line while the words around it are turned; a block waits in lines of its own.
WITHIN = re.compile("\x01(\\d+)\x01")


def twin_of(page: Page) -> str:
    """The path of this Markdown, as seen from the pages of the language of *page*."""
    return f"{page.path.rpartition('.')[0]}.md"


def twin(judged: JudgedPage, site: str) -> str:
    """A page as Markdown; *site* is where the pages of its language are."""
    return Writer(judged, site).written()


@dataclass
class Writer:
    """Writes one page."""

    judged: JudgedPage
    site: str
    aside: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        """The page."""
        return self.judged.page

    @property
    def words(self) -> dict[str, str]:
        """The words in the language of the page."""
        return WORDS[self.page.language]

    def written(self) -> str:
        """The whole of it."""
        page, text = self.page, self.page.text
        items: list[Item] = [*page.fences, *page.claims, *page.pictures, *page.figures]
        for item in sorted(items, key=lambda item: item.start, reverse=True):
            text = text[: item.start] + self.waiting(item) + text[item.end :]
        text = with_entries(self.judged.resolved, FRONT_MATTER.sub("", text))
        here = address(page, page.path, self.site)
        text = self.turned(text)
        live = self.words["live"].format(address=here) if self.site else self.words["elsewhere"]
        text = LIVE.sub(live, text)
        text = WITHIN.sub(lambda match: self.aside[int(match[1])], text)
        text = BLOCK.sub(lambda match: indented(self.aside[int(match[2])], match[1]), text)
        title, _, rest = text.partition("\n")
        about = self.about(here)
        return f"{title}\n\n> {about}\n{rest}\n" if about else f"{title}\n{rest}\n"

    def turned(self, text: str) -> str:
        """*text* in plain Markdown."""
        return as_markdown(text, self.page, self.site)

    def about(self, here: str) -> str:
        """Where the page is, and what was verified on it."""
        verified, said = Verified.on(self.judged.resolved), self.words["page"].format(address=here)
        if not self.site:
            said = ""
        if not verified.runs or self.judged.problems:
            return said.strip()
        versions = self.words["and"].join(verified.versions("keras", "tensorflow", "python"))
        said += self.words["verified"].format(date=verified.date, versions=versions)
        return said + self.words["claims"] if self.page.claims else said

    def put_aside(self, text: str) -> int:
        """Have *text* wait; give its place."""
        self.aside.append(text)
        return len(self.aside) - 1

    def waiting(self, item: Item) -> str:
        """What stands for *item* until the words around it are turned."""
        if isinstance(item, Fence):
            line = self.page.text[item.start : item.end]
            indent = re.match(r"[ >]*", line)
            before = indent[0] if indent else ""
            blocks = "\n\n".join(self.blocks(item))
            return f"{before}\0{self.put_aside(blocks)}\0\n"
        if isinstance(item, Figure | Picture):
            return self.words["picture"].format(text=item.text)
        return f"\x01{self.put_aside(self.claim(item))}\x01"

    def claim(self, claim: Claim) -> str:
        """A claim as a link to its code, whose title is its proof."""
        to = address(self.page, f"{claim.page}#{claim.anchor}", self.site)
        title = claim_title(self.judged, claim)[0].replace("\\", "\\\\").replace('"', '\\"')
        return f'[{self.page.text[claim.start : claim.end][1:].rpartition("](")[0]}]({to} "{title}")'

    def blocks(self, fence: Fence) -> list[str]:
        """A block with its title, and below a cell of a notebook what that gave."""
        body = fence_body(self.judged, fence)[1] if fence.include else fence.body
        found = [self.block(fence.title or "", fence.language, body)]
        if isinstance(self.page, Notebook) and fence.include and fence.include[0] == self.page.name:
            script = self.judged.resolved.scripts[self.page.name]
            for output in outputs(script, fence.include[1], {}):
                if output.output_type == "error":
                    found.append(self.block(self.words["error"], "text", f"{output.ename}: {output.evalue}"))
                elif output.output_type != "display_data":
                    shown = output.get("text") or output.data["text/plain"]
                    found.append(self.block(self.words["output"], "text", shown))
        return found

    def block(self, title: str, language: str, body: str) -> str:
        """A block of code, with its *title* above it."""
        longest = max((len(run) for run in re.findall(r"(?m)^\s*(`{3,})", body)), default=2)
        edge = "`" * (longest + 1)
        within = body.rstrip("\n")
        shown = f"{edge}{language}\n{within}\n{edge}"
        return f"{self.words['titled'].format(title=title)}\n\n{shown}" if title else shown
