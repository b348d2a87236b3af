"""Starts the warm process of a lane, hands it jobs, and reads its answers."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from proof.common.complaint import MachineError
from proof.run.lanes import Lane

#: The folder of `inside`, all that a lane's process sees of this engine.
HERE = Path(__file__).parent
#: The variables of the caller that a lane's process needs to exist at all.
INHERITED = ("PATH", "TMPDIR")


class LaneError(MachineError):
    """A lane whose process could not be started or did not survive."""


class Host:
    """The warm process of one lane (see `proof.run.inside.host`), seen from here.

    A *fresh* one imports the lane's shim alone, so that each snippet imports the rest itself.
    """

    def __init__(self, lane: Lane, workers: int, fresh: bool) -> None:
        if not lane.ready:
            raise LaneError(f"lane {lane.name} is not installed; `make lane-{lane.name}` installs it")
        path = [str(HERE), *([str(lane.added)] if lane.added else [])]
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        self.lane = lane
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        try:
            self.process = subprocess.Popen(
                [str(lane.python), "-m", "inside.host"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.log,
                text=True,
                encoding="utf-8",
                env={**inherited, **lane.environment, "PYTHONPATH": os.pathsep.join(path)},
                start_new_session=True,
            )
        except OSError as error:
            raise LaneError(f"lane {lane.name}: {lane.python} does not start: {error}") from None
        preload = [*lane.shim, *(() if fresh else lane.preload)]
        self.send({"preload": preload, "workers": workers})

    def send(self, message: dict[str, Any]) -> None:
        """Write one line to the process."""
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            print(json.dumps(message), file=self.process.stdin, flush=True)

    def answers(self, count: int) -> Iterable[dict[str, Any]]:
        """Yield the next *count* answers, as they come."""
        assert self.process.stdout is not None
        for _ in range(count):
            line = self.process.stdout.readline()
            if not line:
                self.log.seek(0)
                said = self.log.read().decode("utf-8", "replace").strip().splitlines()
                raise LaneError(
                    f"lane {self.lane.name}: its process ended, saying: {(said or ['nothing'])[-1]}\n"
                    f"{self.advice()}"
                )
            yield json.loads(line)

    def advice(self) -> str:
        """What to do about a process that has ended: one that was killed has nothing wrong with it."""
        code = self.process.wait()
        if code < 0:
            return f"It was killed by signal {-code}, maybe for want of memory: run it again, with `-j 1`"
        return "Install it afresh: `make clean`, then the command that you ran"

    def close(self) -> None:
        """End the process and all that it started."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()
