"""Work spread over processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any


@contextmanager
def process_map(processes: int) -> Iterator[Callable[..., Iterator[Any]]]:
    """A `map` that works in so many processes, and in this one where it is one; the order stays.

    Each process starts afresh and not as a copy of this one, whose torch may have threads that a copy would wait for.
    """
    if processes == 1:
        yield _one_by_one
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield pool.map


def _one_by_one(work: Callable[[Any], Any], jobs: Iterable[Any], chunksize: int = 1) -> Iterator[Any]:
    return map(work, jobs)
