"""The editor of the pages is what `make editor` makes of the version that is named."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT
from proof.site.sent import bare_script

SOURCE = ROOT / "requirements/editor.js"
LOCK = ROOT / "requirements/editor.lock"
BUNDLE = ROOT / "docs/assets/live/vendor/prism-code-editor.js"
#: The most that the editor may weigh, compressed: it comes with a click, beside a Python.
HEAVIEST = 60 * 1024


def test_it_says_of_which_version_it_is() -> None:
    named = set(re.findall(r"prism-code-editor@([\d.]+)", SOURCE.read_text(encoding="utf-8")))
    (locked,) = json.loads(LOCK.read_text(encoding="utf-8"))["npm"]
    (said,) = re.findall(r"/\*! prism-code-editor ([\d.]+), MIT", BUNDLE.read_text(encoding="utf-8"))
    assert named == {said}
    assert locked == f"prism-code-editor@{said}"
    assert "MIT License" in BUNDLE.with_name("prism-code-editor.LICENSE.txt").read_text(encoding="utf-8")
    assert "//" not in LOCK.read_text(encoding="utf-8")


def test_it_reaches_readers_as_it_is() -> None:
    text = BUNDLE.read_text(encoding="utf-8")
    assert bare_script(text) == text


def test_it_is_made_again_to_the_byte(tmp_path: Path) -> None:
    made = tmp_path / "editor.js"
    deno = Path(sys.executable).with_name("deno")
    flags = ["--quiet", "--no-config", f"--lock={LOCK}", "--frozen", "--minify", "--platform=browser"]
    cache = {"DENO_DIR": str(ROOT / ".cache/deno"), "DENO_NO_UPDATE_CHECK": "1"}
    done = subprocess.run(
        [deno, "bundle", *flags, f"--output={made}", str(SOURCE)],
        env={**os.environ, **cache},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode:
        pytest.skip(f"not verified: the editor's package cannot be had here: {done.stderr[-200:]}")
    assert made.read_bytes() == BUNDLE.read_bytes()
