"""Runs what a reader runs in a page, each time as a Python of its own would. The page's worker calls it.

All runs share one interpreter, for starting another takes seconds. Between them, what a new one would have is
put back: no names, no modules of the script's own, an empty folder, Keras as after its import. Nothing is
seeded, as in the lanes that made the records.
"""

import atexit
import base64
import builtins
import codeop
import io
import json
import linecache
import os
import random
import shutil
import sys
import time
import traceback
import types
import warnings

import numpy as np
from claims import evaluate as value_of
from claims import said
from keras_on_numpy import keras

#: The most that a run may print, in characters, as in a lane.
MOST = 1 << 20
#: Where scripts lie, as below the root of the book, and the folder in which they run.
ROOT = "/home/pyodide/book"
#: What the variables of a run are.
VARIABLES = {
    "COLUMNS": "80",
    "HOME": "/home/pyodide",
    "KERAS_BACKEND": "numpy",
    "LANG": "C.UTF-8",
    "LINES": "24",
    "PYTHONHASHSEED": "0",
    "TERM": "dumb",
    "TZ": "UTC",
}
FIRST = {
    "filters": warnings.filters[:],
    "modules": frozenset(sys.modules),
    "path": sys.path[:],
    "printed": np.get_printoptions(),
    "errors": np.geterr(),
}
#: The names at the end of the last run.
names = {}


class PrintedTooMuch(BaseException):
    """Ends a run that has printed more than it may."""


class Stream(io.TextIOBase):
    """One of the two streams: hands on what is written, and counts it with the other."""

    encoding = "utf-8"

    def __init__(self, name, write, count):
        self.name, self.hand_on, self.count = f"<{name}>", write, count
        self.which = name

    def writable(self):
        """It is."""
        return True

    def write(self, text):
        """Hand on *text*, whose paths begin at the root of the book."""
        self.count[0] += len(text)
        if self.count[0] > MOST:
            raise PrintedTooMuch
        self.hand_on(self.which, text.replace(f"{ROOT}/", ""))
        return len(text)


def run(name, code, before, files, write):
    """Run *code* as the script *name*, after the parts of it that stand *before*, which print to nobody.

    `chapter/script` is the file `snippets/chapter/script.py`; a bare name is that file. *files* holds what
    lies beside the script, by name, in base64; *write* is given the stream and the text of what is printed.

    Returns as JSON the `error` (null, or its `type`, its `message`, its `line` in *code*, and the `text` as
    Python prints it), the `seconds`, and whether the output was `cut` because there was too much.
    """
    shown = f"snippets/{name}.py" if "/" in name else f"{name}.py"
    script = f"{ROOT}/{shown}"
    begin(script, files)
    main = types.ModuleType("__main__")
    main.__dict__.update(__file__=script, __builtins__=builtins, __cached__=None, __annotations__={})
    streams, own = (sys.stdin, sys.stdout, sys.stderr), sys.modules["__main__"]
    count, started = [0], time.monotonic()
    sys.modules["__main__"], sys.argv = main, [script]
    error, cut = None, False
    try:
        compiled = codeop.Compile()
        sys.stdin = io.StringIO()
        sys.stdout = sys.stderr = Stream("nowhere", lambda *_: None, [0])
        for part in before:
            execute(compiled, part, f"{shown} (above)", main)
        sys.stdout, sys.stderr = (Stream(each, write, count) for each in ("stdout", "stderr"))
        execute(compiled, code, shown, main)
        atexit._run_exitfuncs()
    except PrintedTooMuch:
        cut = True
    except BaseException as raised:
        error = told(raised, shown)
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        sys.modules["__main__"] = own
    names.clear()
    names.update(main.__dict__)
    return json.dumps({"error": error, "seconds": time.monotonic() - started, "cut": cut})


def evaluate(expression):
    """What *expression* is at the end of the last run, as a claim's is: `value` or `error`, as JSON."""
    found = value_of(expression, names)
    return json.dumps({"value": found.get("literal", found.get("text")), "error": found.get("error")})


def begin(script, files):
    """Be as after the start, with *script* in a folder with *files*, and in an empty one."""
    os.environ.clear()
    os.environ.update(VARIABLES)
    shutil.rmtree(ROOT, ignore_errors=True)
    folder, work = os.path.dirname(script), f"{ROOT}/work"
    for place in (folder, work):
        os.makedirs(place, exist_ok=True)
    os.chdir(work)
    for name, text in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(base64.b64decode(text))
    for name in sys.modules.keys() - FIRST["modules"]:
        if (getattr(sys.modules[name], "__file__", None) or "").startswith(ROOT):
            del sys.modules[name]
    sys.path[:] = [folder, *FIRST["path"]]
    sys.path_importer_cache.pop(folder, None)
    warnings.filters[:] = FIRST["filters"]
    warnings._filters_mutated()  # so that what was warned of once is warned of again
    linecache.clearcache()
    atexit._clear()
    forget()


def forget():
    """Have Keras, NumPy and chance be as after their import."""
    keras.utils.clear_session(free_memory=False)
    keras.config.set_floatx("float32")
    keras.config.set_epsilon(1e-7)
    keras.config.set_image_data_format("channels_last")
    keras.config.enable_traceback_filtering()
    registered = sys.modules["keras.src.saving.object_registration"]
    registered.GLOBAL_CUSTOM_OBJECTS.clear()
    registered.GLOBAL_CUSTOM_NAMES.clear()
    np.set_printoptions(**FIRST["printed"])
    np.seterr(**FIRST["errors"])
    np.random.seed()
    random.seed()


def execute(compiled, source, shown, main):
    """Run *source* in the module *main*, as the file that tracebacks call *shown*."""
    lines = io.StringIO(source).readlines()
    linecache.cache[shown] = (len(source), None, lines, shown)
    exec(compiled(source, shown, "exec"), main.__dict__)


def told(raised, shown):
    """What is to be said of the exception that ended a run; None if it ended well."""
    if isinstance(raised, SystemExit):
        if raised.code in (None, 0):
            return None
        return {"type": "SystemExit", "message": str(raised.code), "line": None, "text": f"{raised.code}\n"}
    own = raised.__traceback__
    while own and own.tb_frame.f_globals.get("__name__") in (__name__, "codeop"):
        own = own.tb_next
    text = "".join(traceback.format_exception(type(raised), raised, own)).replace(f"{ROOT}/", "")
    places = [line for frame, line in traceback.walk_tb(own) if frame.f_code.co_filename == shown]
    line = places[-1] if places else getattr(raised, "lineno", None)
    return {"type": type(raised).__name__, "message": said(raised), "line": line, "text": text}
