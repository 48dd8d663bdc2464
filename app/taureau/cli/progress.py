"""How runs show: a progress bar on a terminal, plain lines when the output is piped."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn, TextIO

from taureau.cli.output import shown
from taureau.engine import Progress, StrokeAdded
from taureau.events import Event, Notice, StageChanged
from taureau.imagine import GenerationProgress, GenerationStarted

if TYPE_CHECKING:
    from tqdm import tqdm

_STEPS = "{desc:<24} {percentage:3.0f}% |{bar:24}| {n_fmt}/{total_fmt} {remaining} left"
_COUNT = "{desc:<24} {n_fmt} so far"  # while the number of strokes is still being found
_JOBS = "{n_fmt} of {total_fmt} |{bar:24}| {remaining} left{postfix}"
_IMAGES = "{desc:<48} {percentage:3.0f}%{postfix} |{bar:16}|"
_SHARE = "{desc:<24} {percentage:3.0f}% |{bar:24}| {remaining} left"
_MANY_STROKES = 1000
_STROKES_PER_LINE = 8  # from one plain line to the next


def counted(number: int, thing: str) -> str:
    """Return "1 stroke", "16 strokes"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


class Terminal:
    """A stream of lines, with one progress bar below them where it is a terminal."""

    def __init__(self, stream: TextIO, bar_format: str) -> None:
        self._stream = stream
        self._format = bar_format
        self._bar: tqdm[NoReturn] | None = None
        self.interactive = stream.isatty()

    @property
    def bar(self) -> tqdm[NoReturn]:
        """The bar, which appears when it is first used."""
        if self._bar is None:
            from tqdm import tqdm  # only a terminal needs it

            self._bar = tqdm(total=1, file=self._stream, leave=False, bar_format=self._format, dynamic_ncols=True)
        return self._bar

    def line(self, text: str) -> None:
        """Print a line above the bar."""
        if self._bar is not None:
            self._bar.write(shown(text), file=self._stream)
        else:
            print(shown(text), file=self._stream, flush=True)

    def close(self) -> None:
        """Remove the bar."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None


@contextmanager
def share_shown(doing: str, strokes: int) -> Iterator[Callable[[float], None]]:
    """Show how much of some work on many strokes is done, as `work_shown` does.

    Work on few strokes is not worth a word.
    """
    with work_shown(f"{doing} {counted(strokes, 'stroke')}", quietly=strokes < _MANY_STROKES) as show:
        yield show


@contextmanager
def work_shown(what: str, *, quietly: bool = False) -> Iterator[Callable[[float], None]]:
    """Show how much of some work is done, on stderr: the share, 0 … 1, that the function is told; or nothing."""
    if quietly:
        yield lambda share: None
        return
    terminal = Terminal(sys.stderr, _SHARE)
    if terminal.interactive:
        terminal.bar.set_description_str(shown(what))
    else:
        terminal.line(what)

    def show(share: float) -> None:
        if terminal.interactive:
            terminal.bar.update(share - terminal.bar.n)

    try:
        yield show
    finally:
        terminal.close()


class SketchDisplay:
    """Shows the events of a drawing run; `close` removes its bar."""

    def __init__(self, stream: TextIO) -> None:
        self._terminal = Terminal(stream, _STEPS)
        self._stage = ""
        self._quarter = 0
        self.close = self._terminal.close

    def show(self, event: Event) -> None:
        terminal = self._terminal
        match event:
            case Notice():
                terminal.line(event.message)
            case StageChanged():
                self._stage = event.stage
                if terminal.interactive:
                    terminal.bar.set_description_str(shown(event.stage))
                else:
                    terminal.line(event.stage)
            case StrokeAdded():
                if not terminal.interactive and event.number % _STROKES_PER_LINE == 0:
                    terminal.line(f"{self._stage}: {counted(event.number, 'stroke')}")
            case Progress():
                self._progress(event)

    def _progress(self, event: Progress) -> None:
        if self._terminal.interactive:
            bar = self._terminal.bar
            bar.total = event.total
            bar.bar_format = _STEPS if event.total or not event.step else _COUNT
            if event.step and not bar.n:
                bar.unpause()  # remaining time is measured over steps, not over the stages before them
            bar.update(event.step - bar.n)
            return
        quarter = 4 * event.step // max(event.total, 1)
        if "total" in event.losses and quarter > self._quarter:
            self._quarter = quarter
            self._terminal.line(f"{self._stage}: step {event.step} of {event.total}")


class BatchDisplay:
    """Shows the jobs of a batch that have ended; `close` removes its bar."""

    def __init__(self, stream: TextIO, jobs: int) -> None:
        self._terminal = Terminal(stream, _JOBS)
        self._jobs = jobs
        self._ended = 0
        self.close = self._terminal.close
        if self._terminal.interactive and jobs:
            self._terminal.bar.reset(jobs)

    def drawn(self, name: str, strokes: int, seconds: float) -> None:
        """Count a job; where there is no bar, print a line for it."""
        self._count()
        if not self._terminal.interactive:
            line = f"{self._ended} of {self._jobs}: {name}: {counted(strokes, 'stroke')} in {seconds:.1f} s"
            self._terminal.line(line)

    def failed(self, name: str, reason: str) -> None:
        """Count a job that failed and print why."""
        self._count()
        self._terminal.line(f"{self._ended} of {self._jobs}: {name}: {reason}")

    def note(self, line: str) -> None:
        """Print a line."""
        self._terminal.line(line)

    def _count(self) -> None:
        self._ended += 1
        if self._terminal.interactive:
            self._terminal.bar.update()


class GenerationDisplay:
    """Shows the events of image generation, with one bar over all images; `close` removes it."""

    def __init__(self, stream: TextIO) -> None:
        self._terminal = Terminal(stream, _IMAGES)
        self._last = ""
        self.close = self._terminal.close

    def show(self, event: Event) -> None:
        terminal = self._terminal
        match event:
            case GenerationStarted():
                terminal.line(f"imagining with {event.model} on {event.device}, {event.memory}")
                if event.sent:
                    terminal.line(f"as sent: {event.sent}")
            case Notice():
                terminal.line(event.message)
            case StageChanged():
                if terminal.interactive:
                    terminal.bar.set_description_str(shown(event.stage))
            case GenerationProgress():
                self._progress(event)

    def _progress(self, event: GenerationProgress) -> None:
        now = f"picture {event.index + 1} of {event.count}: {event.stage}"
        from tqdm import tqdm

        left = "" if event.remaining is None else f"{tqdm.format_interval(round(event.remaining))} left"
        if self._terminal.interactive:
            bar = self._terminal.bar
            bar.set_description_str(f"{now}, step {event.step} of {event.total}", refresh=False)
            bar.set_postfix_str(left, refresh=False)
            bar.update(event.share - bar.n)
        elif now != self._last:
            self._last = now
            self._terminal.line(", ".join(text for text in (now, f"{event.total} steps", left) if text))
