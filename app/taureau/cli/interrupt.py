"""What Ctrl-C, and the signals to terminate and of a closed terminal, do while a command runs."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from taureau.cli.errors import EXIT_SIGNAL
from taureau.cli.output import complain

_ENDING = ("SIGTERM", "SIGHUP", "SIGBREAK")  # the last one is that of Windows


class SignalError(KeyboardInterrupt):
    """The signal `number` asks the program to stop."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def status_of(stop: KeyboardInterrupt) -> int:
    """Return the exit status of a program that a signal, or Ctrl-C, has stopped."""
    return EXIT_SIGNAL + (stop.number if isinstance(stop, SignalError) else signal.SIGINT)


@dataclass
class Interrupt:
    """The signal handler: the first signal asks the run to stop and keep its result, a second Ctrl-C aborts.

    While there is nothing to keep yet, the first one aborts too.
    """

    number: int = 0  # of the signal that asked first; 0: none
    something_to_keep: bool = False

    @property
    def asked(self) -> bool:
        return self.number > 0

    @property
    def status(self) -> int:
        """The exit status of a run that was asked to stop."""
        return EXIT_SIGNAL + self.number

    def __call__(self, number: int, frame: FrameType | None) -> None:
        # A terminal that is closed may send its signal twice: only a second Ctrl-C is impatience.
        if not self.something_to_keep or (self.asked and number == signal.SIGINT):
            raise SignalError(number)
        self.number = self.number or number


@contextmanager
def interruptible() -> Iterator[Interrupt]:
    """Handle the signals with an Interrupt; when it aborts, print one line and exit with the signal's status."""
    interrupt = Interrupt()
    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, *_ending_signals())}
    try:
        yield interrupt
    except KeyboardInterrupt as stop:
        complain("stopped; nothing was saved")
        raise SystemExit(status_of(stop)) from None
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def ending_signals_interrupt() -> Iterator[None]:
    """Let the signals that end a program raise KeyboardInterrupt, as Ctrl-C does."""
    before = {number: signal.signal(number, _stop) for number in _ending_signals()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> None:
    raise SignalError(number)


def _ending_signals() -> list[signal.Signals]:
    """Return the signals that end a program here, but those that it was started to ignore, as by `nohup`."""
    known = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    return [number for number in known if signal.getsignal(number) is not signal.SIG_IGN]
