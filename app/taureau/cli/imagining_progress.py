"""How imagining shows on a terminal: a bar over all pictures with the stage and the remaining time."""

from __future__ import annotations

from typing import NoReturn, TextIO

from tqdm import tqdm

from taureau.events import Event, Notice, StageChanged
from taureau.imagine import GenerationProgress, GenerationStarted

_BAR = "{desc:<48} {percentage:3.0f}%{postfix} |{bar:16}|"


class ImaginingDisplay:
    """Shows events on `stream`; leaves the terminal clean when it is closed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._bar: tqdm[NoReturn] | None = None
        self._said = ""

    def show(self, event: Event) -> None:
        match event:
            case GenerationStarted():
                self.line(f"imagining with {event.model} on {event.device}, {event.memory}")
                if event.sent:
                    self.line(f"as sent: {event.sent}")
            case Notice():
                self.line(event.message)
            case StageChanged():
                if self._stream.isatty():
                    self._terminal_bar().set_description_str(event.stage)
            case GenerationProgress():
                self._progress(event)

    def line(self, text: str) -> None:
        """One line that stays."""
        if self._bar is not None:
            self._bar.write(text, file=self._stream)
        else:
            print(text, file=self._stream, flush=True)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def _progress(self, event: GenerationProgress) -> None:
        doing = f"picture {event.index + 1} of {event.count}: {event.stage}"
        left = "" if event.remaining is None else f"{tqdm.format_interval(round(event.remaining))} left"
        if self._stream.isatty():
            bar = self._terminal_bar()
            bar.set_description_str(f"{doing}, step {event.step} of {event.total}", refresh=False)
            bar.set_postfix_str(left, refresh=False)
            bar.update(event.share - bar.n)
        elif doing != self._said:
            self._said = doing
            self.line(", ".join(text for text in (doing, f"{event.total} steps", left) if text))

    def _terminal_bar(self) -> tqdm[NoReturn]:
        if self._bar is None:
            self._bar = tqdm(total=1.0, file=self._stream, leave=False, bar_format=_BAR, dynamic_ncols=True)
        return self._bar
