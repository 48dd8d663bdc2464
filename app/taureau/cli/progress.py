"""How a run shows on a terminal: a bar with stage, loss and remaining time; plain lines when it is piped."""

from __future__ import annotations

from typing import NoReturn, TextIO

from tqdm import tqdm

from taureau.cli.words import counted
from taureau.engine import Candidate, Event, Notice, Progress, StageChanged, Started, StrokeAdded

_COUNT = "{desc:<24} {n_fmt} so far"  # while the number is still being found
_SPOKEN = 8  # strokes from one plain line to the next
_BAR = "{desc:<24} {percentage:3.0f}% |{bar:24}| {n_fmt}/{total_fmt}{postfix} {remaining} left"


class ProgressDisplay:
    """Shows events on `stream`; leaves the terminal clean when it is closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: tqdm[NoReturn] | None = None
        self._stage = ""
        self._quarter = 0

    def show(self, event: Event) -> None:
        match event:
            case Started():
                self._line(f"drawing on {event.device}, {counted(event.threads, 'thread')}, encoder {event.encoder}")
            case Notice():
                self._line(event.message)
            case StageChanged():
                self._stage = event.stage
                if self._stream.isatty():
                    self._terminal_bar().set_description_str(event.stage)
                else:
                    self._line(event.stage)
            case StrokeAdded():
                if not self._stream.isatty() and event.number % _SPOKEN == 0:
                    self._line(f"{self._stage}: {counted(event.number, 'stroke')}")
            case Progress():
                self._progress(event)
            case Candidate():
                given_up = "" if event.given_up is None else f", given up after {counted(event.given_up, 'step')}"
                self._line(f"seed {event.seed}: loss {event.score:.4f}{given_up}")

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _progress(self, event: Progress) -> None:
        loss = event.losses.get("total")
        if self._stream.isatty():
            bar = self._terminal_bar()
            bar.total = event.total
            bar.bar_format = _BAR if event.total or not event.step else _COUNT
            if loss is not None:
                bar.set_postfix_str(f"loss {loss:.3f}", refresh=False)
            if event.step and not bar.n:
                bar.unpause()  # remaining time is measured over steps, not over the stages before them
            bar.update(event.step - bar.n)
            return
        quarter = 4 * event.step // max(event.total, 1)
        if loss is not None and quarter > self._quarter:
            self._quarter = quarter
            self._line(f"{self._stage}: step {event.step} of {event.total}, loss {loss:.3f}")

    def _terminal_bar(self) -> tqdm[NoReturn]:
        if self._bar is None:
            self._bar = tqdm(total=1, file=self._stream, leave=False, bar_format=_BAR, dynamic_ncols=True)
        return self._bar

    def _line(self, text: str) -> None:
        if self._bar is not None:
            self._bar.write(text, file=self._stream)
        else:
            print(text, file=self._stream, flush=True)
