"""Work that says what it does while it is done, as an iterator; diffusers' pipelines return only at their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Event as Flag
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


class Abandoned(BaseException):
    """Nobody listens any more: raised in the work when it says something."""


def streamed(work: Callable[[Callable[[T], None]], None]) -> Iterator[T]:
    """Do the work in a thread of its own and yield what it says; its exception is raised here.

    Where the iterator is closed early, the work breaks off at its next word; this returns when the thread has ended.
    Only a KeyboardInterrupt, with which the program ends, does not wait for it.
    """
    said: SimpleQueue[T | None] = SimpleQueue()
    abandoned = Flag()
    failure: list[BaseException] = []

    def say(word: T) -> None:
        if abandoned.is_set():
            raise Abandoned
        said.put(word)

    def run() -> None:
        try:
            work(say)
        except Abandoned:
            pass
        except BaseException as error:  # it is raised again in the thread that listens
            failure.append(error)
        finally:
            said.put(None)

    thread = Thread(target=run, name="taureau-imagine", daemon=True)
    thread.start()
    try:
        while (word := said.get()) is not None:
            yield word
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
