"""What stands beside the pages of a half of the site and lists them, for machines."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from proof.common.complaint import commanded


def command(work: Callable[..., int | None], left: str, *names: str) -> None:
    """End this process with what becomes of *work*, which is given a path for each of *names*.

    *left* says what is left where the machine was in the way.
    """
    spec = sys.modules["__main__"].__spec__
    parser = argparse.ArgumentParser(prog=f"python -m {spec.name}" if spec else None)
    for name in names:
        parser.add_argument(name.lower(), metavar=name, type=Path)
    given = vars(parser.parse_args()).values()
    sys.exit(commanded(lambda: work(*given), left))
