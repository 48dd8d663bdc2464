"""The frame of a run: what becomes of exceptions in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from taureau.cancellation import Cancellation
from taureau.engine import Failed
from taureau.engine.runs.runner import Prepared, run_events
from taureau.events import Event


def never() -> bool:
    return False


def failing(error: BaseException) -> Iterator[Event]:
    """The events of a run whose preparation raises an exception."""

    def prepare() -> Prepared:
        raise error

    return run_events(never, prepare)


def test_an_exception_is_the_last_event() -> None:
    *_, last = failing(ValueError("too much ink"))
    assert isinstance(last, Failed)
    assert "too much ink" in str(last.error)


def test_an_interrupted_import_is_an_interrupt() -> None:
    def import_it() -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as interrupt:
            raise ImportError("initialization failed") from interrupt

    def prepare() -> Prepared:
        try:
            import_it()
        except ImportError as error:
            raise RuntimeError("no eye") from error
        raise AssertionError

    with pytest.raises(KeyboardInterrupt):
        list(run_events(never, prepare))


def test_an_interrupt_within_a_run_passes() -> None:
    def work(run: str, cancellation: Cancellation) -> Iterator[Event]:
        raise KeyboardInterrupt
        yield

    with pytest.raises(KeyboardInterrupt):
        list(run_events(never, lambda: Prepared("cpu", "none", work)))
