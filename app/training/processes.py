"""Parallel work in several processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any


@contextmanager
def process_map(processes: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """Yield an ordered `map` that runs in this many processes, or in the current one for 1.

    Processes are spawned, not forked: a fork would hang on the threads of torch.
    """
    if processes == 1:
        yield _serial_map
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield pool.map


def _serial_map(work: Callable[[Any], Any], jobs: Iterable[Any], chunksize: int = 1) -> Iterator[Any]:
    return map(work, jobs)
