"""Packs a built site to take along: `python -m proof.site.lists.packed SITE ZIP`.

A browser lets a page that it opens from a disk run nothing of its own, so the first file of the zip says how
to read the others. The Python of the pages would be most of it, and stays at home: they have no buttons here.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from proof.site.live.pack import SENT
from proof.site.sent import without_buttons

FIRST = "00-READ-ME-FIRST.txt"
SAYS = """\
Keras 实证教程 / Keras, Proven

这是整个网站。浏览器不让直接从硬盘打开的网页运行脚本，搜索、证明卡片和画板都要靠它，所以请这样打开：
1. 解压。
2. 在解压出来的 site 文件夹里打开终端，运行：
       python -m http.server
   Windows 上若没有 python 这个命令，换成 py；macOS 和 Linux 上换成 python3。
3. 用浏览器打开它说的那个地址，端口在 port 后面：
       http://127.0.0.1:8000/

This is the whole site. A browser does not let a page that is opened from a disk run its scripts, by which the
search, the proofs and the paper to draw on work. So open it like this:
1. Unpack it.
2. Open a terminal in the folder called site, and run
       python -m http.server
   or, where there is no such command, py in place of python on Windows, python3 on macOS and Linux.
3. Open the address that it tells, with the port that it names, in a browser:
       http://127.0.0.1:8000/en/
"""


def pack(site: Path, file: Path) -> None:
    """Pack the built *site* into *file*, in a folder called `site`."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(FIRST, SAYS.replace("\n", "\r\n"))
        for found in sorted(site.rglob("*")):
            path = found.relative_to(site).as_posix()
            if found.suffix == ".html":
                packed.writestr(f"site/{path}", without_buttons(found.read_text(encoding="utf-8")))
            elif found.is_file() and found.suffix not in (".zip", ".epub") and not path.startswith(SENT):
                packed.write(found, f"site/{path}")


if __name__ == "__main__":
    pack(*map(Path, sys.argv[1:3]))
