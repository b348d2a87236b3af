# /// script
# [tool.proof]
# lanes = ["now", "then-tensorflow"]
# ///
from pathlib import Path

import keras.backend as K

file = Path(__file__).with_name("backend_2018.names")
names = file.read_text(encoding="utf-8").split()
there = [name for name in names if hasattr(K, name)]
print(len(there), "of", len(names), "are there")
if len(there) < len(names):
    print(*there, sep="\n")
    message = ""
    try:
        print(K.relu)
    except AttributeError as error:
        message = str(error)
    print(message)
