# /// script
# [tool.proof]
# lanes = ["now-tensorflow"]
# ///
import importlib.util
import sys

print("in an environment:", sys.prefix != sys.base_prefix)
for name in "keras", "tensorflow", "jax", "torch":
    print(f"{name:11}", importlib.util.find_spec(name) is not None)
