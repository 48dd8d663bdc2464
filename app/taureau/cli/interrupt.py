"""What Ctrl-C does while a command runs."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from taureau.cli.errors import EXIT_INTERRUPTED


@dataclass
class Interrupt:
    """The signal handler: the first Ctrl-C asks the run to stop and keep its result, the second one aborts.

    While there is nothing to keep yet, the first one aborts too.
    """

    asked: bool = False
    something_to_keep: bool = False

    def __call__(self, number: int, frame: FrameType | None) -> None:
        if self.asked or not self.something_to_keep:
            raise KeyboardInterrupt
        self.asked = True


@contextmanager
def interruptible() -> Iterator[Interrupt]:
    """Handle Ctrl-C with an Interrupt; when it aborts, print one line and exit with EXIT_INTERRUPTED."""
    interrupt = Interrupt()
    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupt
    except KeyboardInterrupt:
        print("taureau: stopped; nothing was saved", file=sys.stderr)
        raise SystemExit(EXIT_INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGINT, before)
