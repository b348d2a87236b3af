"""What stands beside the pages of a half of the site and lists them, for machines."""

import argparse
import sys
from pathlib import Path


def paths(*names: str) -> list[Path]:
    """The paths that a command of this room was given: one for each of *names*, or it says so and ends."""
    spec = sys.modules["__main__"].__spec__
    parser = argparse.ArgumentParser(prog=f"python -m {spec.name}" if spec else None)
    for name in names:
        parser.add_argument(name.lower(), metavar=name, type=Path)
    return [*vars(parser.parse_args()).values()]
