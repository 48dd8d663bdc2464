"""Turns work that reports through a callback into an iterator; diffusers' pipelines return only at their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Event as Flag
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Abandoned(BaseException):
    """Raised in the work by `emit` once the iterator was closed."""


def streamed(work: Callable[[Callable[[T], None]], None]) -> Iterator[T]:
    """Run `work(emit)` in a thread of its own and yield what it emits; an exception of the work is raised here.

    Closing the iterator ends the work at its next `emit`, and waits for its thread. Only on KeyboardInterrupt, which
    ends the program, the thread is not waited for.
    """
    items: SimpleQueue[T | None] = SimpleQueue()
    abandoned = Flag()
    failure: list[BaseException] = []

    def emit(item: T) -> None:
        if abandoned.is_set():
            raise Abandoned
        items.put(item)

    def run() -> None:
        try:
            work(emit)
        except Abandoned:
            pass
        except BaseException as error:  # raised again in the consumer's thread
            failure.append(error)
        finally:
            items.put(None)

    thread = Thread(target=run, name="taureau-imagine", daemon=True)
    thread.start()
    try:
        while (item := items.get()) is not None:
            yield item
    except KeyboardInterrupt:
        abandoned.set()
        raise
    except BaseException:
        abandoned.set()
        thread.join()
        raise
    thread.join()
    if failure:
        raise failure[0]
