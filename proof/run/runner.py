"""Runs snippets in warm, isolated processes, or finds that they have run. Knows nothing of pages."""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from proof.common.files import digest
from proof.common.progress import Tell, untold
from proof.run import datasets
from proof.run.datasets import DataSet
from proof.run.host import Host
from proof.run.lanes import Lane
from proof.run.outcome import as_run, failure
from proof.run.runs import Run, Store
from proof.run.snippets import Snippet


@dataclass(frozen=True)
class Request:
    """One snippet to run in one lane, and the expressions that claims make of it."""

    snippet: Snippet
    lane: Lane
    expressions: tuple[str, ...] = ()

    @property
    def name(self) -> tuple[str, str]:
        """The snippet's path and the lane's name."""
        return self.snippet.path, self.lane.name

    @property
    def data(self) -> list[DataSet]:
        """The data sets that the snippet loads, as they can be had here."""
        return [datasets.find(name) for name in self.snippet.data]

    @property
    def host(self) -> tuple[str, bool]:
        """Names the warm process that runs it: the lane's, or the one that has imported nothing."""
        return self.lane.name, self.snippet.fresh

    @property
    def key(self) -> str:
        """Names a run by all that decides it, but for the files that it will turn out to read."""
        parts = {
            "source": self.snippet.program,
            "beside": self.snippet.beside,
            "path": self.snippet.path,
            "expressions": sorted(self.expressions),
            "lane": [self.lane.name, dict(self.lane.environment), self.lane.installed],
            "imports": [self.lane.shim, self.lane.preload, self.lane.libraries],
            "data": [data.identity for data in self.data],
            "engine": engine_digest(),
        }
        return digest(json.dumps(parts, sort_keys=True))


@functools.cache
def engine_digest() -> str:
    """The digest of what makes runs: the files of this room."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return digest(b"\0".join(file.read_bytes() for file in files))


class Runner:
    """Gives runs: kept ones where nothing they depend on has changed, new ones elsewhere.

    Failed runs are remembered by this object alone, so that the next command tries them again.
    Use it as a context manager: its processes stay warm until it is left.
    """

    def __init__(self, store: Store, workers: int | None = None, longest_first: bool = True) -> None:
        self.store = store
        self.longest_first = longest_first
        self.workers = workers or os.cpu_count() or 1
        self.hosts: dict[tuple[str, bool], Host] = {}
        self.failed: dict[str, Run] = {}

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the warm processes."""
        for host in self.hosts.values():
            host.close()
        self.hosts.clear()

    def warm(self, lane: Lane, fresh: bool = False) -> Host:
        """The warm process of *lane*; where there is none, it starts to import the lane's libraries now."""
        name = lane.name, fresh
        if name not in self.hosts:
            self.hosts[name] = Host(lane, self.workers, fresh)
        return self.hosts[name]

    def kept(self, request: Request) -> Run | None:
        """The run of *request*, if there is one that still holds."""
        root, key = request.snippet.root, request.key
        failed = self.failed.get(key)
        return failed if failed and failed.fresh(root) else self.store.get(key, root)

    def run(
        self,
        requests: Iterable[Request],
        tell: Tell = untold,
    ) -> dict[tuple[str, str], Run]:
        """Give a run for each of *requests*, running what has no kept one.

        *tell* is told how many of the missing runs are done, of how many, and which was the last; first, with
        none done, when the lanes have begun to import their libraries.
        """
        runs: dict[tuple[str, str], Run] = {}
        missing: dict[tuple[str, bool], list[Request]] = {}
        for request in requests:
            kept = self.kept(request)
            if kept is None:
                missing.setdefault(request.host, []).append(request)
            else:
                runs[request.name] = kept
        total, done = sum(map(len, missing.values())), 0
        for wanted in missing.values():
            self.warm(wanted[0].lane, wanted[0].snippet.fresh)
        if total:
            tell(0, total, "importing the libraries")
        for wanted in missing.values():
            for request, run in self.run_on_host(wanted):
                done += 1
                runs[request.name] = run
                tell(done, total, f"{run.snippet}, {run.seconds:.1f} s")
        return runs

    def run_on_host(self, requests: list[Request]) -> Iterable[tuple[Request, Run]]:
        """Run *requests*, all of one host, yielding each as it ends."""
        lane, name = requests[0].lane, requests[0].host
        host = self.warm(lane, requests[0].snippet.fresh)
        if self.longest_first:
            requests = sorted(requests, key=lambda request: -request.snippet.seconds)
        by_path = {request.snippet.path: request for request in requests}
        keys = {path: request.key for path, request in by_path.items()}
        for path, request in by_path.items():
            host.send(
                {
                    "id": path,
                    "path": path,
                    "source": request.snippet.source,
                    "root": str(request.snippet.root.resolve()),
                    "expressions": sorted(request.expressions),
                    "libraries": lane.libraries,
                    "seconds": request.snippet.seconds,
                    "data": {data.name: str(data.file) for data in request.data},
                    "cuts": request.snippet.cuts,
                    "cells": [
                        {"name": cell.name, "line": cell.line, "code": cell.code, "raises": cell.raises}
                        for cell in request.snippet.code
                    ],
                    "products": request.snippet.products,
                }
            )
        try:
            for answer in host.answers(len(by_path)):
                request = by_path[answer["id"]]
                stand_ins = [data.name for data in request.data if data.stand_in]
                run = as_run(request.snippet, request.lane, answer, stand_ins)
                if failure(request.snippet, run) or not run.answered:
                    self.failed[keys[answer["id"]]] = run
                else:
                    self.store.put(keys[answer["id"]], run)
                yield request, run
        except BaseException:
            del self.hosts[name]
            host.close()
            raise
