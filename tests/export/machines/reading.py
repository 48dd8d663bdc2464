"""Programs of machines as machines carry them out: interpreters of G-code and HPGL that know nothing of the writers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass
class Plot:
    """What was drawn, mm, and everywhere that the pen has been."""

    lines: list[NDArray[np.float64]] = field(default_factory=list)
    pens: list[int] = field(default_factory=list)  # of each line
    been: list[tuple[float, float]] = field(default_factory=list)
    pauses: int = 0
    comments: list[str] = field(default_factory=list)
    pen: int = 0


class _Paper:
    """Collects lines while the pen is down."""

    def __init__(self) -> None:
        self.plot, self.at, self._line = Plot(), (0.0, 0.0), None

    def press(self, down: bool) -> None:
        if down and self._line is None:
            self._line = [self.at]
        elif not down and self._line is not None:
            self.plot.lines.append(np.array(self._line))
            self.plot.pens.append(self.plot.pen)
            self._line = None

    def go(self, x: float, y: float) -> None:
        self.at = (x, y)
        self.plot.been.append(self.at)
        if self._line is not None:
            self._line.append(self.at)

    @property
    def down(self) -> bool:
        return self._line is not None


def run_gcode(data: bytes, tool: str) -> Plot:
    """Carry out G-code in mm; `tool` is "z" (down at Z ≤ 0), "servo" (down above S500) or "laser" (on with M3)."""
    paper = _Paper()
    words: dict[str, float] = {}
    motion, ended = 0, False
    for row in data.decode("ascii").splitlines():
        code, _, comment = row.partition(";")
        if comment:
            paper.plot.comments.append(comment.strip())
        read = [(letter, float(number)) for letter, number in re.findall(r"([A-Z])(-?\d+(?:\.\d+)?)", code)]
        assert re.sub(r"[A-Z]-?\d+(\.\d+)?|\s", "", code) == "", row
        assert not (read and ended), "a command after M2"
        given = dict(read)
        for letter, number in read:
            if letter == "G":
                assert number in (0, 1, 4, 21, 90, 94), row
                motion = int(number) if number in (0, 1) else motion
            elif letter == "M":
                assert number in (0, 2, 3, 5), row
                paper.plot.pauses += number == 0
                ended = number == 2
                if tool == "laser" and number in (3, 5):
                    paper.press(number == 3)
            elif letter == "F":
                assert number > 0
        if ("X" in given or "Y" in given) and given.get("G") != 4:
            assert motion == 1 or not paper.down, f"a rapid move with the pen down: {row}"
            assert motion == 0 or "F" in given or "F" in words
            paper.go(given.get("X", paper.at[0]), given.get("Y", paper.at[1]))
        if tool == "z" and "Z" in given:
            paper.press(given["Z"] <= 0)
        if tool == "servo" and "S" in given:
            paper.press(given["S"] > 500)
        words |= given
    assert ended
    assert not paper.down
    return paper.plot


def run_hpgl(data: bytes) -> Plot:
    """Carry out HPGL, 40 units to a mm."""
    paper = _Paper()
    text = data.decode("ascii").replace("\n", "")
    assert text.startswith("IN;")
    assert text.endswith(";")
    for command in text[:-1].split(";"):
        name, numbers = command[:2], [int(part) for part in command[2:].split(",") if part]
        if name == "SP":
            paper.plot.pen = numbers[0]
        elif name in ("PU", "PD", "PA"):
            if name != "PA":
                paper.press(name == "PD")
            assert len(numbers) % 2 == 0
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                paper.go(x / 40, y / 40)
        else:
            assert name == "IN", command
    assert not paper.down
    assert paper.plot.pen == 0
    return paper.plot
