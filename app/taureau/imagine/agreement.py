"""How well an image shows each thing named in a sentence, by an encoder; torch-free."""

from __future__ import annotations

from dataclasses import dataclass

_BAR = 10  # characters of the longest bar


@dataclass(frozen=True)
class Thing:
    """One noun phrase, and its cosine with images, −1 … 1."""

    phrase: str
    cosine: float  # of the image
    blank: float  # the mean over blank images: a lower bound in practice

    @property
    def gain(self) -> float:
        """The cosine above that of blank images; 0 or less where the image does not show the thing."""
        return self.cosine - self.blank


@dataclass(frozen=True)
class Agreement:
    """All things of a sentence, in order."""

    encoder: str  # its display name
    things: tuple[Thing, ...]

    def share(self, thing: Thing) -> float:
        """Return a thing's gain relative to the largest one, 0 … 1: the length of its bar."""
        most = max(one.gain for one in self.things)
        return max(0.0, thing.gain / most) if most > 0 else 0.0

    def label(self, thing: Thing) -> str:
        """Return the label beside the bar: "not seen", "least"; empty for the others."""
        if thing.gain <= 0:
            return "not seen"
        least = min(self.things, key=lambda one: one.gain)
        return "least" if len(self.things) > 1 and thing is least else ""

    def __str__(self) -> str:
        """Return a line for each thing, below one that explains the bars."""
        lines = [f"how much nearer than an empty sheet, as {self.encoder} sees it:"]
        for thing in self.things:
            bar, label = "=" * round(_BAR * self.share(thing)), self.label(thing)
            lines.append(f"{bar:<{_BAR}} {thing.gain:+.2f}  {thing.phrase}{f' ({label})' if label else ''}")
        return "\n".join(lines)
