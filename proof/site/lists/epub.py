"""Makes a book to download of each language: `python -m proof.site.lists.epub FOLDER`.

It is made of what the site is made of: its chapters are the pages, in the order of the menu, with all that
they show; its links stay within it. Pandoc, which the lane `epub` has, packs them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from proof.book import LANGUAGES, Book
from proof.check import Judge
from proof.common.complaint import BookError, MachineError
from proof.common.files import write_atomically
from proof.common.places import ROOT
from proof.press import card, held_against
from proof.press.around.chapter import chapter
from proof.run import Runner, Store
from proof.site.lists import command

NAME = "keras-proven.{}.epub"
PANDOC = ".lanes/epub/pypandoc/files/pandoc"
LOCALES = {"zh": "zh-CN", "en": "en"}
#: What a page is written in: Markdown as the site reads it, with the ids of headings and of blocks.
READ = "commonmark+attributes+fenced_divs+pipe_tables"
TITLES = {
    "zh": ("Keras 实证教程", "《Keras 实证教程》的作者"),
    "en": ("Keras, Proven", "The Keras, Proven authors"),
}
#: The id of the title of a page.
TOP = re.compile(r"(?m)^# .* \{ #([\w-]+) \}$")
#: What pandoc says of words that it would add in Chinese, and that no chapter needs.
OF_ITS_OWN = re.compile(r"translations?\b")
STYLE = """\
body { line-height: 1.7; }
pre { overflow-x: auto; padding: 0.5em; background: #f4f2ec; white-space: pre; }
pre { font-size: 0.62em; line-height: 1.3; }
code { font-family: monospace; }
a.claim { border-bottom: 0.1em dotted #a63a24; color: inherit; text-decoration: none; }
table { border-collapse: collapse; font-size: 0.85em; }
td, th { padding: 0.3em 0.5em; border-bottom: 1px solid #ccc; text-align: left; vertical-align: top; }
img { max-width: 100%; }
"""


def pandoc(root: Path) -> str:
    """The program.

    Raises:
        MachineError: if it is not here.
    """
    found = shutil.which(str(root / PANDOC)) or shutil.which("pandoc")
    if found is None:
        raise MachineError("pandoc is not here; `make lane-epub` installs it")
    return found


def made(root: Path, folder: Path) -> list[Path]:
    """Make both books of the pages below *root*, in *folder*; give their files.

    Raises:
        BookError: if anything in the book is not true.
        MachineError: if pandoc is not here, or fails.
    """
    program, book = pandoc(root), Book(root, held_against())
    with Runner(Store(root / ".cache" / "runs")) as runner:
        judge = Judge(book, runner.run(book.requests()))
    if wrong := next(iter(judge.problems()), None):
        raise BookError(wrong)
    return [packed(program, judge, language, folder) for language in LANGUAGES]


def packed(program: str, judge: Judge, language: str, folder: Path) -> Path:
    """The book of one language."""
    file = folder.resolve() / NAME.format(language)
    pages = [judge.book.pages[language, path] for path in judge.book.menu]
    title, author = TITLES[language]
    tops = {page.path: found[1] for page in pages if (found := TOP.search(page.text))}
    with tempfile.TemporaryDirectory() as name:
        work, names = Path(name), list[str]()
        for page in pages:
            text, pictures = chapter(judge.judged(page), tops)
            names.append(f"{page.path.rpartition('.')[0]}.md")
            (work / names[-1]).parent.mkdir(parents=True, exist_ok=True)
            (work / names[-1]).write_text(text, encoding="utf-8")
            for picture, svg in pictures.items():
                (work / names[-1]).parent.joinpath(picture).write_text(svg, encoding="utf-8")
        (work / "style.css").write_text(STYLE, encoding="utf-8")
        command = [program, f"--from={READ}", "--to=epub3", "--file-scope", "--toc", "--toc-depth=2"]
        command += ["--split-level=1", "--css=style.css", f"--epub-cover-image={card(pages[0])}"]
        command += [f"--metadata=title:{title}", f"--metadata=author:{author}"]
        command += [f"--metadata=lang:{LOCALES[language]}", f"--output={file.name}", *names]
        done = subprocess.run(command, cwd=work, capture_output=True, text=True, check=False)
        said = [line for line in done.stderr.splitlines() if not OF_ITS_OWN.search(line)]
        if done.returncode or said:
            raise MachineError(f"pandoc could not make {file.name}: {' '.join(said)}")
        write_atomically(file, (work / file.name).read_bytes())
    return file


def main(folder: Path) -> None:
    """Make both books in *folder*, and tell where they are."""
    for file in made(ROOT, folder):
        print(file, file=sys.stderr)


if __name__ == "__main__":
    command(main, "the books are not made", "FOLDER")
