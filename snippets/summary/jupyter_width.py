import os

from rich.console import Console


def width(variable, columns, jupyter):
    os.environ[variable] = str(columns)
    return Console(force_jupyter=jupyter).width


os.environ.pop("JUPYTER_COLUMNS", None)
script = width("COLUMNS", 100, jupyter=False)
notebook = width("COLUMNS", 100, jupyter=True)
told = width("JUPYTER_COLUMNS", 150, jupyter=True)
print("script, COLUMNS=100:", script)
print("notebook, COLUMNS=100:", notebook)
print("notebook, JUPYTER_COLUMNS=150:", told)
