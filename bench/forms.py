"""Writes the work in the form of each contestant: the text of each file, by its path."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from textwrap import indent

from bench.work import WORDS, Leaf, Part, Words, Work, opening, remarks

ROOT = Path(__file__).parent.parent
Files = dict[str, str]
EN = WORDS["en"]


def proof(work: Work) -> Files:
    """The form of this project: pages in two languages, scripts, and proofs of the numbers."""
    files = {f"snippets/work/{part.name}.py": part.source for part in work.parts}
    for language, words in WORDS.items():
        for leaf in work.leaves:
            files[f"docs/{language}/{leaf.name}.md"] = page(leaf, words, included)
    return files | settings()


def static(work: Work) -> Files:
    """The same pages with the scripts and what they print pasted in."""

    def pasted(part: Part, record: bool) -> str:
        return work.printed[part.name] if record else part.source

    return {
        f"docs/{language}/{leaf.name}.md": page(leaf, words, pasted)
        for language, words in WORDS.items()
        for leaf in work.leaves
    } | settings("hook.py")


def bare(work: Work) -> Files:
    """The same pages with a hole for what each script will print; the scripts stand beside them."""

    def holed(part: Part, record: bool) -> str:
        return f"<<{part.name}>>\n" if record else part.source

    pages = {
        f"holed/{language}/{leaf.name}.md": page(leaf, words, holed)
        for language, words in WORDS.items()
        for leaf in work.leaves
    }
    return pages | {f"scripts/{part.name}.py": part.source for part in work.parts} | settings("hook.py")


def included(part: Part, record: bool) -> str:
    """The line that includes a script or its record."""
    path = f"snippets/work/{part.name}"
    return f'--8<-- "{path}.now.txt:stdout"\n' if record else f'--8<-- "{path}.py"\n'


def page(leaf: Leaf, words: Words, shown: Callable[[Part, bool], str]) -> str:
    """A page of this project, with what is *shown* of each script and of its record."""
    blocks = [
        f"---\ntitle: {words.title}\ndescription: {words.description}\n---",
        f"# {words.title} {{ #models }}",
        opening(leaf, words),
    ]
    for part in leaf.parts:
        total = f'[{part.total}](#{part.name} "model.count_params()")'
        counted = "sum(layer.count_params() for layer in model.layers[:-1])"
        first = f'[{part.first_layer}](#{part.name} "{counted}")'
        blocks += [
            f'``` {{ .python #{part.name} title="snippets/work/{part.name}.py" }}\n{shown(part, False)}```',
            f'``` {{ .text #{part.name}-output title="{words.output}" }}\n{shown(part, True)}```',
            words.total.format(claim=total),
            words.first_layer.format(claim=first),
        ]
    return "\n\n".join(blocks) + "\n"


@cache
def settings(hook: str | None = None) -> Files:
    """The settings of the site of this project, with all pages in its menu; with *hook* for its plugin."""
    names = "mkdocs.yml", "mkdocs.en.yml"
    chinese, english = ((ROOT / name).read_text(encoding="utf-8") for name in names)
    chinese = re.sub(r"(?m)^nav:\n(?: +- .*\n)+|^INHERIT: .*\n", "", chinese)
    if hook:
        chinese = re.sub(r"(?m)^  proof:\n(?:    .*\n)+", "", chinese) + f"\nhooks: [{hook}]\n"
        english = re.sub(r"(?m)^  proof: .*\n", "", english)
    return {"mkdocs.yml": chinese, "mkdocs.en.yml": english}


def mkdocs_jupyter(work: Work) -> Files:
    """Notebooks, and the settings of a site that executes them."""
    files = {f"docs/{leaf.name}.ipynb": notebook(leaf) for leaf in work.leaves}
    files["mkdocs.yml"] = (
        "site_name: Small models\ntheme: {name: material, font: false}\n"
        "plugins: [search, mkdocs-jupyter: {execute: true, cache: true, allow_errors: false}]\n"
    )
    return files


def notebook(leaf: Leaf) -> str:
    """A page as a notebook that has not run."""

    def cells() -> Iterator[tuple[str, str]]:
        yield "markdown", f"# {EN.title}\n\n{opening(leaf, EN)}"
        for part in leaf.parts:
            yield "code", part.source
            yield "markdown", "\n\n".join(remarks(part, EN))

    code: dict[str, object] = {"execution_count": None, "outputs": []}
    content = {
        "cells": [
            {"id": f"cell-{n}", "cell_type": kind, "metadata": {}, "source": text}
            | (code if kind == "code" else {})
            for n, (kind, text) in enumerate(cells())
        ],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def markdown_exec(work: Work) -> Files:
    """Pages whose blocks run while they are rendered."""
    fence = '```python exec="1" source="above" result="text"\n{}```'
    files = {
        f"docs/{leaf.name}.md": marked_down(leaf, lambda part: fence.format(part.source))
        for leaf in work.leaves
    }
    files["mkdocs.yml"] = (
        "site_name: Small models\ntheme: {name: material, font: false}\n"
        "plugins: [search, markdown-exec]\nmarkdown_extensions: [pymdownx.superfences]\n"
    )
    return files


def myst_nb(work: Work) -> Files:
    """Pages of MyST whose cells are executed, with a cache."""
    head = "---\nfile_format: mystnb\nkernelspec: {name: python3, display_name: Python 3}\n---\n"
    files = {
        f"{leaf.name}.md": head + marked_down(leaf, lambda part: f"```{{code-cell}} python\n{part.source}```")
        for leaf in work.leaves
    }
    files["index.md"] += "\n```{toctree}\n:glob:\np*\n```\n"
    files["conf.py"] = conf(
        "myst_nb",
        'nb_execution_mode = "cache"',
        'nb_execution_cache_path = ".jupyter_cache"',
        "nb_execution_timeout = 600",
        "nb_execution_raise_on_error = True",
    )
    return files


def marked_down(leaf: Leaf, block: Callable[[Part], str]) -> str:
    """A page of Markdown with a *block* for each script."""
    blocks = [f"# {EN.title}", opening(leaf, EN)]
    for part in leaf.parts:
        blocks += [block(part), *remarks(part, EN)]
    return "\n\n".join(blocks) + "\n"


def sphinx_gallery(work: Work, jobs: int) -> Files:
    """Scripts with words in their comments, for a gallery made by *jobs* at a time."""
    files = {}
    for leaf in work.leaves:
        text = f'"""\n{EN.title}\n{"=" * len(EN.title)}\n\n{opening(leaf, EN)}\n"""\n'
        for part in leaf.parts:
            text += f"# %%\n{indent(chr(10).join(remarks(part, EN)), '# ')}\n\n{part.source}\n"
        files[f"examples/plot_{leaf.name}.py"] = text
    files["examples/GALLERY_HEADER.rst"] = f"{EN.title}\n{'=' * len(EN.title)}\n"
    files["index.rst"] = f"{EN.title}\n{'=' * len(EN.title)}\n\n.. toctree::\n\n   gallery/index\n"
    files["conf.py"] = conf(
        "sphinx_gallery.gen_gallery",
        'sphinx_gallery_conf = {"examples_dirs": "examples", "gallery_dirs": "gallery",',
        f'    "abort_on_example_error": True, "parallel": {jobs if jobs > 1 else False}}}',
    )
    return files


def sphinx_doctest(work: Work) -> Files:
    """Pages whose scripts and outputs are tests; Keras forgets its names before each."""
    files = {}
    for leaf in work.leaves:
        blocks = [f"{EN.title}\n{'=' * len(EN.title)}", opening(leaf, EN)]
        for part in leaf.parts:
            blocks += [
                f".. testcode:: {part.name}\n\n{indent(part.source, '   ')}",
                f".. testoutput:: {part.name}\n\n{indent(work.printed[part.name], '   ')}",
                *remarks(part, EN),
            ]
        files[f"{leaf.name}.rst"] = "\n\n".join(blocks) + "\n"
    files["index.rst"] += "\n.. toctree::\n   :glob:\n\n   p*\n"
    forget = 'doctest_global_setup = "import keras; keras.utils.clear_session()"'
    files["conf.py"] = conf("sphinx.ext.doctest", forget)
    return files


def conf(extension: str, *lines: str) -> str:
    """The settings of Sphinx with one *extension*."""
    first = 'project = "Small models"', f'extensions = ["{extension}"]'
    return "\n".join([*first, 'exclude_patterns = ["_build", ".jupyter_cache", "examples"]', *lines]) + "\n"
