"""Puts into words what MkDocs, its theme and its settings raise, so that nobody is shown a traceback."""

from __future__ import annotations

import contextlib
import os
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
import yaml
from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from proof.common.complaint import UNTRUE, BookError, told
from proof.common.files import text_of
from proof.common.places import ENGINE

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig

LEFT = "the next build starts from nothing"


class Stopped(Abort):
    """The end of a build: what is wrong, in words, and the exit code."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code
        vars(self)["exit_code"] = code

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it where errors go."""
        click.echo(self.format_message(), file=file, err=file is None)


def stopped(error: Exception, root: Path) -> Abort:
    """The end of a build of the book below *root*, which *error* ends."""
    if isinstance(error, Abort):
        return error
    return Stopped(*told(error, LEFT, lambda other: explained(other, root)))


@contextlib.contextmanager
def ending_in_words(root: Path) -> Iterator[None]:
    """A context in which whatever is raised ends the build of the book below *root* in words.

    Raises:
        Abort: if anything is raised.
    """
    try:
        yield
    except Exception as error:
        raise stopped(error, root) from error


def explained(error: BaseException, root: Path) -> str | None:
    """What *error* says of a file below *root*, as `file:line: message`; None if nobody knows."""
    if isinstance(error, yaml.MarkedYAMLError):
        return at(error.problem_mark, str(error.problem or error.context), root)
    if isinstance(error, yaml.YAMLError):
        return f"{one_line(error)}; save the file as UTF-8 without control characters"
    if isinstance(error, MkDocsException):
        inner = error.__cause__ or error.__context__
        return (inner and explained(inner, root)) or one_line(error)
    if isinstance(error, TemplateSyntaxError):
        return f"{within(error.filename or str(error.name), root)}:{error.lineno}: {error.message}"
    return of_its_own(error, root)


def of_its_own(error: BaseException, root: Path) -> str | None:
    """The same of an *error* that arose in a template, or in a file of the book's own, such as a hook."""
    frames = list(traceback.extract_tb(error.__traceback__))
    if isinstance(error, TemplateError):
        frames = [frame for frame in frames if template(frame.filename)]
    said = f"{type(error).__name__}: {one_line(error).partition(' in search paths')[0]}"
    if frames and within(frames[-1].filename, root) != frames[-1].filename and not ours(frames[-1].filename):
        return f"{within(frames[-1].filename, root)}:{frames[-1].lineno}: {said}"
    return f"theme:1: {said}" if isinstance(error, TemplateError) else None


def ours(file: str) -> bool:
    """Whether *file* is one of this engine's."""
    return os.path.realpath(file).startswith(os.path.realpath(ENGINE) + os.sep)


def at(mark: yaml.Mark | None, problem: str, root: Path) -> str:
    """A *problem* with YAML at its place."""
    return f"{within(str(mark.name), root)}:{mark.line + 1}: not YAML: {problem}" if mark else problem


def template(file: str) -> bool:
    """Whether a frame of a traceback is one of a template."""
    return file.endswith((".html", ".xml")) and not file.startswith("<")


def within(file: str, root: Path) -> str:
    """*file* as seen from *root*, if it lies below it."""
    path = os.path.realpath(file)
    top = os.path.realpath(root) + os.sep
    return path.removeprefix(top) if path.startswith(top) else file


def one_line(error: BaseException) -> str:
    """What *error* says, in one line."""
    return " ".join(str(error).split())


def settings(root: Path, name: str = "mkdocs.yml", **given: object) -> MkDocsConfig:
    """What MkDocs makes of the settings called *name* below *root*, with others *given*.

    Raises:
        BookError: if they cannot be taken as they are; the message names the file.
    """
    text_of(root, name)
    have_a_home()
    try:
        config = load_config(str(root / name), **given)  # type: ignore[arg-type]
    except OSError:
        raise
    except Abort as error:  # what is wrong with them, MkDocs has said, each in a line of its own
        raise BookError(f"{name}:1: these settings cannot be used, for the reasons above") from error
    except Exception as error:
        known = explained(error, root)
        if known and isinstance(error, MkDocsException) and ".yml" not in known:
            known = f"{name}:1: {known}"
        if known is None:
            known = f"{name}:1: MkDocs cannot read these settings: {type(error).__name__}: {one_line(error)}"
        raise BookError(known) from error
    if given.get("plugins") is None:
        for plugin in ("proof", "material/search"):
            if plugin not in config.plugins:
                raise BookError(
                    f"{name}:1: the settings name no plugin {plugin.rpartition('/')[2]}, by which this site "
                    "is made; list it below `plugins:`"
                )
    return config


def have_a_home() -> None:
    """Have libraries find a folder for this user, who may have none, as in many containers."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = tempfile.gettempdir()


def readable(env: Environment, root: Path, folders: list[str]) -> None:
    """See that the templates of the book itself can be read.

    Raises:
        BookError: at the first that cannot.
    """
    for folder in folders:
        for file in sorted(Path(folder).rglob("*.html")) if within(folder, root) != folder else ():
            try:
                env.parse(file.read_text(encoding="utf-8"), file.name, str(file))
            except TemplateSyntaxError as error:
                raise BookError(f"{within(str(file), root)}:{error.lineno}: {error.message}") from None
            except UnicodeDecodeError:
                raise BookError(f"{within(str(file), root)}:1: not UTF-8 text; save it as UTF-8") from None


def problem_of(error: Exception, root: Path) -> tuple[str, int]:
    """What to say of *error*, which ended a build in another process, and the exit code."""
    end = stopped(error, root)
    return end.message, int(getattr(end, "exit_code", UNTRUE))
