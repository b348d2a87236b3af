"""Who is measured: in which form it takes the work, which command makes its pages, what it keeps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import forms
from bench.forms import Files
from bench.work import Work

#: What is measured: nothing is kept from before; nothing has changed; a comment more in one script; a
#: sentence more on one page; and, of this project alone, the check without a site.
SCENARIOS = ("cold", "unchanged", "snippet", "page", "check")
OWN = sys.executable
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Contestant:
    """One way to make pages that show what scripts printed.

    `command` gives the command for a scenario; `{python}` in it is the Python of the peers. `keeps`
    are the files and folders that must be gone for a cold start. `scenarios` are those in which it can
    do something else than all from the start. `site` is the folder of its pages. The floors and this
    project are measured at `every` size, others while they do not take too long.
    """

    name: str
    form: Callable[[Work], Files]
    command: Callable[[str, Work], list[str]]
    keeps: tuple[str, ...]
    scenarios: tuple[str, ...]
    site: str | None = None
    every: bool = False


def mkdocs(python: str) -> Callable[[str, Work], list[str]]:
    """A command that builds with MkDocs."""
    return lambda *_: [python, "-m", "mkdocs", "build"]


def sphinx(builder: str, jobs: int) -> Callable[[str, Work], list[str]]:
    """A command that builds with Sphinx."""
    order = ["{python}", "-m", "sphinx", "-q", "-b", builder, "-j", str(jobs), ".", "_build"]
    return lambda *_: order


def bare(way: str, workers: int) -> Callable[[str, Work], list[str]]:
    """A command that runs the scripts the bare way: all of them, or the one that was edited."""

    def command(scenario: str, work: Work) -> list[str]:
        parts = [work.touched.parts[0]] if scenario == "snippet" else work.parts
        return [
            OWN,
            "-P",
            str(HERE / "bare.py"),
            way,
            str(workers),
            *(f"scripts/{part.name}.py" for part in parts),
        ]

    return command


def own(scenario: str, work: Work) -> list[str]:  # noqa: ARG001 - all commands are asked alike
    """The command of this project."""
    return [OWN, "-m", "proof", "check"] if scenario == "check" else [OWN, "-m", "proof.site.build"]


ALL = ("cold", "unchanged", "snippet", "page")
SITE = ("site",)
BARE = (*SITE, "printed", "docs/zh", "docs/en")
MYST = ("_build", ".jupyter_cache")
GALLERY = ("_build", "gallery", "sg_execution_times.rst")

PROOF = Contestant("proof", forms.proof, own, (*SITE, ".cache"), SCENARIOS, site="site", every=True)

#: In the order in which they are measured.
CONTESTANTS = (
    Contestant("static", forms.static, mkdocs(OWN), SITE, ("cold",), every=True),
    Contestant(
        "fork-server-2", forms.bare, bare("fork", 2), BARE, ("cold", "snippet"), site="site", every=True
    ),
    PROOF,
    Contestant("fork-server-1", forms.bare, bare("fork", 1), BARE, ("cold",), site="site"),
    Contestant("python-2", forms.bare, bare("python", 2), BARE, ("cold",), site="site"),
    Contestant("python-1", forms.bare, bare("python", 1), BARE, ("cold",), site="site"),
    Contestant("markdown-exec", forms.markdown_exec, mkdocs("{python}"), SITE, ALL, site="site"),
    Contestant(
        "sphinx-doctest", forms.sphinx_doctest, sphinx("doctest", 2), ("_build",), ("cold", "unchanged")
    ),
    Contestant(
        "sphinx-gallery-2",
        partial(forms.sphinx_gallery, jobs=2),
        sphinx("html", 2),
        GALLERY,
        ALL,
        site="_build",
    ),
    Contestant(
        "sphinx-gallery-1",
        partial(forms.sphinx_gallery, jobs=1),
        sphinx("html", 1),
        GALLERY,
        ("cold",),
        site="_build",
    ),
    Contestant("myst-nb-2", forms.myst_nb, sphinx("html", 2), MYST, ALL, site="_build"),
    Contestant("myst-nb-1", forms.myst_nb, sphinx("html", 1), MYST, ("cold",), site="_build"),
    Contestant(
        "mkdocs-jupyter", forms.mkdocs_jupyter, mkdocs("{python}"), (*SITE, ".cache"), ALL, site="site"
    ),
)

#: What the result states the versions of.
PACKAGES = (
    *(
        "keras",
        "tensorflow-cpu",
        "tensorflow",
        "mkdocs",
        "mkdocs-material",
        "mkdocs-jupyter",
        "markdown-exec",
    ),
    *("myst-nb", "jupyter-cache", "sphinx", "sphinx-gallery"),
)
