"""A Python that has imported Keras and nothing else of ours: it runs each script in a child of its own.

`python begun.py LIBRARY` reads one script a line, as JSON: its file, the folder to work in, its variables.
It writes what became of each as a line of JSON. What a child does at its end, the interpreter does.
"""

import builtins
import gc
import importlib
import json
import os
import sys
import types


def run(script: str, folder: str, variables: dict[str, str], data: dict[str, str]) -> None:
    """Be `python script`, in *folder*, with these *variables*.

    *data* are the files of data sets: `load_data()` finds them though they need not be those that Keras would
    download, to the byte.
    """
    for descriptor, name in enumerate(("in", "out", "err")):
        file = os.open(os.path.join(folder, f".{name}"), os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, descriptor)
    os.chdir(folder)
    os.environ.update(variables)
    for name, archive in data.items():
        os.symlink(archive, os.path.basename(archive))
        module = importlib.import_module(f"keras.src.datasets.{name}")
        vars(module)["get_file"] = lambda *_, file=archive, **__: file
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=builtins)
    sys.modules["__main__"] = main
    sys.argv, sys.path[0] = [script], os.path.dirname(script)
    with open(script, "rb") as source:
        code = compile(source.read(), script, "exec")
    exec(code, main.__dict__)


if __name__ == "__main__":
    importlib.import_module(sys.argv[1])
    gc.freeze()  # what is imported is not looked through again at the end of each child
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.flush()
        child = os.fork()
        if not child:
            run(*asked)
            sys.exit()
        _, status = os.waitpid(child, 0)
        print(json.dumps([asked[0], os.waitstatus_to_exitcode(status)]), flush=True)
