"""Packs a built site to take along: `python -m proof.site.lists.packed SITE ZIP`.

Its pages can be read by a double click, for their links name the files. A browser lets such a page fetch
nothing, so the first file of the zip says how to open the site with all that it can do, and so does each page
that is opened from a disk. The Markdown of a page leads to its neighbours in the zip. The Python that pages
run would be most of it, and stays at home, and the buttons with it.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path

from proof.common.files import write_atomically
from proof.site.lists import command
from proof.site.live.pack import SENT
from proof.site.sent import without_buttons

FIRST = "00-READ-ME-FIRST.txt"
SAYS = """\
Keras 实证教程 / Keras, Proven

这是整个网站。要读，解压以后双击 site 文件夹里的 index.html 就行。浏览器不让直接从硬盘打开的网页读取别的文件，
搜索、证明卡片、计算器和画板都要靠它，所以要用这些，请这样打开：
1. 解压。
2. 在解压出来的 site 文件夹里打开终端，运行：
       python -m http.server
   Windows 上若没有 python 这个命令，换成 py；macOS 和 Linux 上换成 python3。
3. 用浏览器打开它说的那个地址，端口在 port 后面：
       http://127.0.0.1:8000/

This is the whole site. To read it, unpack it and double-click index.html in the folder called site/en. A
browser does not let a page that is opened from a disk read other files, by which the search, the proofs, the
calculator and the paper to draw on work. To have these, open it like this:
1. Unpack it.
2. Open a terminal in the folder called site, and run
       python -m http.server
   or, where there is no such command, py in place of python on Windows, python3 on macOS and Linux.
3. Open the address that it tells, with the port that it names, in a browser:
       http://127.0.0.1:8000/en/
"""
#: A link of a page to another, without its anchor.
LINK = re.compile(r'(<a\b[^>]*?\shref=")([^":#]+)(?=[#"])')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
#: What tells a reader what a page that is opened from a disk cannot do.
DISK = '<script src="{}assets/disk.js" defer></script></body>'


def pack(site: Path, file: Path) -> None:
    """Pack the built *site* into *file*, in a folder called `site`."""
    address = CANONICAL.search((site / "index.html").read_text(encoding="utf-8"))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(FIRST, SAYS.replace("\n", "\r\n"))
        for found in sorted(site.rglob("*")):
            name = found.relative_to(site).as_posix()
            if not found.is_file() or found.suffix in (".zip", ".epub") or name.startswith(SENT):
                continue
            if found.suffix == ".html":
                packed.writestr(f"site/{name}", on_disk(found.read_text(encoding="utf-8"), name))
            elif address and found.suffix in (".md", ".txt"):
                packed.writestr(f"site/{name}", near(found.read_text(encoding="utf-8"), name, address[1]))
            else:
                packed.write(found, f"site/{name}")
    write_atomically(file, whole.getvalue())


def on_disk(html: str, name: str) -> str:
    """*html*, the page *name* of the site, without buttons; its links to folders name the page in them.

    ```py
    from proof.site.lists.packed import on_disk

    print(on_disk('<a href="../fit/#train">fit</a> <a href="..">home</a>', "mnist/index.html"))
    #> <a href="../fit/index.html#train">fit</a> <a href="../index.html">home</a>
    ```
    """

    def named(match: re.Match[str]) -> str:
        way = match[2]
        folder = way.endswith("/") or posixpath.basename(way) in (".", "..")
        return match[1] + (posixpath.normpath(f"{way}/index.html") if folder else way)

    return LINK.sub(named, without_buttons(html)).replace("</body>", DISK.format("../" * name.count("/")))


def near(text: str, name: str, site: str) -> str:
    """*text*, the Markdown *name* of the site, whose links lead to the Markdown of other pages beside it.

    What it says of its own page leads to that. *site* is the address at which the site is published.

    ```py
    from proof.site.lists.packed import near

    print(near("[fit](https://a.b/fit/#train), [page](https://a.b/mnist/)", "mnist.md", "https://a.b/"))
    #> [fit](fit.md#train), [page](mnist/index.html)
    ```
    """
    here = name.removesuffix(".md").removesuffix("index")

    def beside(match: re.Match[str]) -> str:
        way = match[1]
        if way.rstrip("/") == here.rstrip("/"):
            way = posixpath.join(way, "index.html")
        elif not way or way.endswith("/"):
            way = f"{way.rstrip('/')}.md" if way not in ("", "en/") else f"{way}index.md"
        return posixpath.relpath(way, posixpath.dirname(name) or ".")

    return re.sub(rf"{re.escape(site)}([\w./%-]*)", beside, text)


if __name__ == "__main__":
    command(pack, "nothing was packed", "SITE", "ZIP")
