"""How far an image shows each thing that a sentence names, as an encoder sees it; torch-free."""

from __future__ import annotations

from dataclasses import dataclass

_BAR = 10  # characters of the longest bar


@dataclass(frozen=True)
class Thing:
    """One noun phrase, and how near an encoder sees images to it; cosines, -1 … 1."""

    phrase: str
    cosine: float  # of the image
    blank: float  # of sheets that show nothing, their mean: what no image falls short of by much

    @property
    def gain(self) -> float:
        """How much nearer the image is than nothing at all; 0 or less where it shows nothing of the thing."""
        return self.cosine - self.blank


@dataclass(frozen=True)
class Agreement:
    """All things of a sentence, in its order."""

    encoder: str  # its name, for people
    things: tuple[Thing, ...]

    def share(self, thing: Thing) -> float:
        """A thing's gain over the largest one, 0 … 1: the length of its bar."""
        most = max(one.gain for one in self.things)
        return max(0.0, thing.gain / most) if most > 0 else 0.0

    def said(self, thing: Thing) -> str:
        """What is to be read beside the bar: "not seen", "least"; empty for the others."""
        if thing.gain <= 0:
            return "not seen"
        least = min(self.things, key=lambda one: one.gain)
        return "least" if len(self.things) > 1 and thing is least else ""

    def __str__(self) -> str:
        """A line for each thing, below one that says what the bars are."""
        lines = [f"how much nearer than an empty sheet, as {self.encoder} sees it:"]
        for thing in self.things:
            bar, said = "=" * round(_BAR * self.share(thing)), self.said(thing)
            lines.append(f"{bar:<{_BAR}} {thing.gain:+.2f}  {thing.phrase}{f' ({said})' if said else ''}")
        return "\n".join(lines)
