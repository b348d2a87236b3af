# /// script
# [tool.proof]
# lanes = ["now-tensorflow", "then-tensorflow"]
# trains = true
# seconds = 900
# ///
import contextlib
import io
import json
import logging
import re
import warnings
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from tensorflow.python.ops import control_flow_ops

warnings.simplefilter("ignore")
logging.getLogger("absl").setLevel("ERROR")
today = keras.__version__.startswith("3")
if today:
    tf.config.run_functions_eagerly(True)  # quicker, for so little
else:
    # What the old Keras looks for, and has moved since.
    np.Inf = np.inf
    control_flow_ops.while_loop = tf.while_loop

MENDED = re.compile(r"( *)(.*?)  # now:(.*)")
folder = Path(__file__).with_name("scripts")
marks = json.loads(folder.with_name("marks.json").read_text())


def failure(lines):
    keras.backend.clear_session()
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            code = compile("\n".join(lines), "script", "exec")
            exec(code, {"__name__": "__main__"})
        except Exception as error:
            return type(error).__name__
    return None


whole, failing, torn = [], set(), set()
said, other = set(), set()
for file in sorted(folder.glob("*.txt")):
    lines = file.read_text(encoding="utf-8").splitlines()
    old, new, changed = lines.copy(), lines.copy(), []
    for number, line in enumerate(lines):
        if found := MENDED.fullmatch(line):
            margin, before, after = found.groups()
            old[number] = margin + before
            new[number] = margin + (after.strip() or "pass")
            changed.append(number)
    if not failure(new if today else old):
        whole.append(file.stem)
    for kind, places in marks[file.stem].items():
        fails = said if kind == "fails" else other
        fails.update((file.stem, line) for line in places)
    for line in changed if today else ():
        error = failure([*new[:line], old[line], *new[line + 1 :]])
        if error == "NameError":
            torn.add((file.stem, line + 1))
        elif error:
            failing.add((file.stem, line + 1))

print(keras.__version__)
print(len(whole), "of", len(marks), "scripts run")
for name in sorted({*marks} - {*whole}):
    print(f"    not: {name}")
if today:
    print(len(failing), "old lines fail, put back alone;")
    print(len(failing & said), "of them are marked as failing")
    seen = len((failing & other) - said)
    print(seen, "as meaning something else")
    for name, line in sorted(failing - said - other):
        print(f"    not marked: {name}, line {line}")
    wrong = said - failing - torn
    print(len(wrong), "lines are marked and do not fail")
    rest = len(other - failing)
    print(rest, "more lines mean something else, or warn")
