"""A Python that has imported some modules and nothing else: it runs each program in a child of its own.

`python -P begun.py MODULE…` imports them, and calls the function `warm_up` of each that has one. It reads one
`Program` a line, as JSON, and writes its exit code as a line. What a child does at its end, the interpreter
does.
"""

import builtins
import gc
import importlib
import json
import os
import signal
import sys
import tempfile
import types
from typing import TypedDict


class Program(TypedDict):
    """What is to run: its `arguments` are those of `python`, a script or `-m` and a module with a `main`.

    It runs in `folder`, with `variables` besides those of this process, and has its streams in the files
    `.in`, `.out` and `.err` of `streams`. `data` are the files of data sets: `load_data()` finds them though
    they need not be those that Keras would download, to the byte. It may take `seconds`; 0 is any number.
    """

    arguments: list[str]
    folder: str
    streams: str
    variables: dict[str, str]
    data: dict[str, str]
    seconds: int


def become(program: Program) -> None:
    """Be `python`, running *program*."""
    for descriptor, name in enumerate(("in", "out", "err")):
        file = os.open(os.path.join(program["streams"], f".{name}"), os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, descriptor)
    os.chdir(program["folder"])
    os.environ.update(program["variables"])
    tempfile.tempdir = None
    signal.alarm(program["seconds"])
    for name, archive in program["data"].items():
        os.symlink(archive, os.path.basename(archive))
        loader = importlib.import_module(f"keras.src.datasets.{name}")
        vars(loader)["get_file"] = lambda *_, file=archive, **__: file
    arguments = program["arguments"]
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        module = importlib.import_module(sys.argv[0])
        if hasattr(module, "__path__"):
            module = importlib.import_module(f"{module.__name__}.__main__")
        sys.exit(module.main())
    sys.argv, script = arguments, arguments[0]
    sys.path.insert(0, os.path.dirname(script))
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=builtins)
    sys.modules["__main__"] = main
    with open(script, "rb") as source:
        code = compile(source.read(), script, "exec")
    exec(code, main.__dict__)


if __name__ == "__main__":
    for module in map(importlib.import_module, sys.argv[1:]):
        if hasattr(module, "warm_up"):
            module.warm_up()
    gc.freeze()  # what is imported is not looked through again at the end of each child
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.flush()
        child = os.fork()
        if not child:
            become(asked)
            sys.exit()
        _, status = os.waitpid(child, 0)
        print(json.dumps(os.waitstatus_to_exitcode(status)), flush=True)
