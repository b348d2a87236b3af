"""The hook of the static floor: what a site in two languages needs, and nothing that runs or judges."""

import multiprocessing
from multiprocessing.process import BaseProcess
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.files import File, Files

ENGLISH: list[BaseProcess] = []


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give both languages what stands in `docs/assets`; from here on they are built side by side."""
    if Path(config.docs_dir).name == "zh":
        process = multiprocessing.get_context("fork").Process(target=build_english, args=(config,))
        process.start()
        ENGLISH.append(process)
    folder = Path(config.config_file_path).parent / "docs"
    for file in sorted((folder / "assets").rglob("*")):
        if file.is_file():
            path = file.relative_to(folder).as_posix()
            files.append(File(path, str(folder), config.site_dir, config.use_directory_urls))
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the English half, which stands in the Chinese one."""
    if Path(config.docs_dir).name == "zh":
        for process in ENGLISH:
            process.join()
            if process.exitcode:
                raise BuildError("the English half could not be built")


def build_english(config: MkDocsConfig) -> None:
    """Build the English half into the Chinese one, whose *config* is given."""
    place = {"site_dir": f"{config.site_dir}/en", "site_url": f"{config.site_url}en/"}
    build(load_config(str(Path(config.config_file_path).parent / "mkdocs.en.yml"), **place))
