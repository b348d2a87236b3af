"""Clean kernels for notebooks, forked from a process that has imported Keras and done nothing else.

This is what the lanes do for scripts: it spares each notebook the seconds of the import. Jupyter starts
what it takes for the kernel, and that only asks the warm process for one and waits until it ends.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

NAME = "warm"
#: What a kernel sets before it imports anything; Keras imports matplotlib, which reads it then.
INLINE = "module://matplotlib_inline.backend_inline"


@contextlib.contextmanager
def warm(environment: Mapping[str, str]) -> Iterator[None]:
    """Have Jupyter find a kernel of this `NAME`; *environment* holds while Keras is imported."""
    with tempfile.TemporaryDirectory(prefix="proof-") as folder, pytest.MonkeyPatch.context() as patch:
        place = Path(folder, "socket")
        spec = Path(folder, "kernels", NAME, "kernel.json")
        spec.parent.mkdir(parents=True)
        command = [sys.executable, __file__, "ask", str(place), "{connection_file}"]
        spec.write_text(json.dumps({"argv": command, "display_name": NAME, "language": "python"}))
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(str(place))
            listening.listen()
            process = subprocess.Popen(
                [sys.executable, __file__, "serve", str(listening.fileno())],
                env={**environment, "MPLBACKEND": INLINE},
                pass_fds=[listening.fileno()],
            )
            try:
                patch.setenv("JUPYTER_PATH", folder)
                yield
            finally:
                process.kill()
                process.wait()


def serve(number: int) -> None:
    """Import once, and fork a kernel for each that asks on the socket with this *number*."""
    import ipykernel.kernelapp
    import keras  # noqa: F401 - to have it imported is the point

    gc.freeze()
    listening = socket.socket(fileno=number)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    while True:
        asking, _ = listening.accept()
        if os.fork():
            asking.close()
            continue
        listening.close()
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        with asking.makefile() as lines:
            asked = json.loads(lines.readline())
        os.chdir(asked["folder"])
        os.environ.clear()
        os.environ.update(asked["environment"])
        threading.Thread(target=end_with, args=[asking], daemon=True).start()
        ipykernel.kernelapp.launch_new_instance(argv=["-f", asked["connection"], "--quiet"])
        os._exit(0)


def end_with(asking: socket.socket) -> None:
    """End this kernel with the process that asked for it."""
    asking.recv(1)
    os._exit(0)


def ask(place: str, connection: str) -> None:
    """Ask for a kernel at this *connection*, in this process's folder and variables; wait for its end."""
    asked = {"folder": str(Path.cwd()), "environment": dict(os.environ), "connection": connection}
    with socket.socket(socket.AF_UNIX) as asking:
        asking.connect(place)
        asking.sendall(json.dumps(asked).encode() + b"\n")
        with contextlib.suppress(KeyboardInterrupt):  # so Jupyter begins to shut a kernel down
            asking.recv(1)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(int(sys.argv[2]))
    ask(*sys.argv[2:])
