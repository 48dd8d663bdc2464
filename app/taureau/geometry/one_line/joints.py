"""The line itself: pieces in their order, and what joins them, smooth where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

import numpy as np

from taureau.geometry.bounds import Box
from taureau.geometry.curve import Curve, Points
from taureau.geometry.erasing import between
from taureau.geometry.one_line.bridges import bridge, evenly, heading, outward, smoothed, turn_between
from taureau.geometry.one_line.links import Links
from taureau.geometry.one_line.network import Way
from taureau.geometry.one_line.pieces import Piece
from taureau.geometry.polyline_fit import open_curve

_TRIM = 0.5, 6.0  # widths of the pen that a stroke loses at a sharp corner, at a flow of 0 and of 1
_JOG_TRIM = 3.0, 8.0  # the same where two strokes go on beside each other
_CLOSE = 6.0  # widths of the pen, the longest gap at which strokes may lose so much
_TRIMS = 5  # that are tried at either end
_LOSS = np.radians(4)  # of turning that a width of the pen is worth
_SHARE = 0.3  # of a stroke, the most that it loses at either end
_TIP = 0.15  # widths of the pen, the radius of a turn back along the same line
_SMOOTH, _BACK = np.radians(10), np.radians(140)  # turns that need no blend, and those that lead back
_ONTO = 1.5  # widths of the pen of a way that a blend takes at least
_SMOOTHING = 1.0, 3.0  # widths of the pen, of ways, at a flow of 0 and of 1
_TOLERANCE = 0.15  # widths of the pen, of fitted ways
_FADE = 5.0  # widths of the pen along which a line that turned back comes to lie on itself


def line_through(
    tour: Sequence[int], pieces: Sequence[Piece], links: Links, *, pen: float, flow: float, sheet: Box | None
) -> Curve:
    """Return the line that enters pieces by these ends, one after the other; its bridges stay on the sheet."""
    joints = _Joints(pen, flow, sheet)
    curves = [pieces[end // 2].curve if end % 2 == 0 else pieces[end // 2].curve.reversed() for end in tour]
    runs: list[Curve] = curves[:1]
    segments: list[Points] = []
    for (last, entered), curve in zip(pairwise(tour), curves[1:], strict=True):
        left = last ^ 1
        if pieces[left // 2].goes_on(left, pieces[entered // 2], entered):
            runs[-1] = Curve(np.concatenate([runs[-1].points, curve.points[1:]]))
            continue
        loose = not links.held(left, entered), not links.held(entered, left)
        before, joint, after = joints.joined(runs[-1], links.way(left, entered), curve, loose)
        segments += [before.segments, joint]
        runs.append(after)
    chain = np.concatenate([*segments, runs[-1].segments])
    return Curve.from_segments(chain[(chain != chain[:, :1]).any((1, 2))])  # without dots, which have no direction


class _Joints:
    """Joins curves by smooth bridges."""

    def __init__(self, pen: float, flow: float, sheet: Box | None) -> None:
        self._pen, self._sheet = pen, sheet
        self._least = pen * _TRIM[0]
        self._most = pen * (_TRIM[0] + (_TRIM[1] - _TRIM[0]) * flow)
        self._jog = pen * (_JOG_TRIM[0] + (_JOG_TRIM[1] - _JOG_TRIM[0]) * flow)
        self._sigma = pen * (_SMOOTHING[0] + (_SMOOTHING[1] - _SMOOTHING[0]) * flow)

    def joined(
        self, before: Curve, way: Way | None, after: Curve, loose: tuple[bool, bool]
    ) -> tuple[Curve, Points, Curve]:
        """Return two curves, somewhat shorter, and the segments [S, 4, 2] between them.

        `loose` says of either whether it may be cut off by more than a corner takes.
        """
        if way is None:
            return self._leapt(before, after, loose)
        line = self._softened(way)
        before, first, line, leaving = self._departed(before, line, loose[0])
        turned, last, line, arriving = self._departed(after.reversed(), line[::-1], loose[1])
        middle = open_curve(line[::-1], _TOLERANCE * self._pen, leaving=leaving, arriving=-arriving).segments
        return before, np.concatenate([first, middle, last[::-1, ::-1]]), turned.reversed()

    def _softened(self, way: Way) -> Points:
        """Return the way as an even polyline, smooth but where it lies on a stroke that is there already."""
        line = evenly(way.points, self._pen / 2, least=4)
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way.points, axis=0).T))])
        if along[-1] == 0:
            return line
        at = np.linspace(0, along[-1], len(line))[:, None]
        begins, ends = along[:-1][~way.again], along[1:][~way.again]
        off = np.maximum(begins - at, at - ends).clip(0).min(1, initial=np.inf)  # px from what lies on no stroke
        kept = (off / (3 * self._sigma)).clip(0, 1)[:, None]
        soft = smoothed(line, self._sigma / (along[-1] / (len(line) - 1)))
        blended: Points = kept * line + (1 - kept) * soft
        return blended

    def _departed(self, curve: Curve, line: Points, loose: bool) -> tuple[Curve, Points, Points, Points]:
        """Return the curve, segments from it onto a polyline, the rest of that, and its direction there."""
        ahead = outward(curve.points[::-1])
        turn = turn_between(ahead, heading(line, 2 * self._pen))
        if turn < _SMOOTH:
            return curve, np.zeros((0, 4, 2)), line, ahead
        if turn > _BACK:
            return curve, *self._turned_back(curve.end, ahead, line)
        trim = self._most if loose else self._least
        curve = self._trimmed(curve, trim * min(turn / np.pi * 2, 1.0))
        off = np.hypot(*(line - line[0]).T)
        cut = min(int((off < max(trim, _ONTO * self._pen)).sum()), len(line) // 3)
        line = line[cut:]
        onto = heading(line, self._pen)
        blend = bridge(curve.end, outward(curve.points[::-1]), line[0], onto, self._sheet)
        return curve, blend[None], line, onto

    def _turned_back(self, tip: Points, ahead: Points, line: Points) -> tuple[Points, Points, Points]:
        """Return a half circle at a tip, and the polyline moved beside itself until it lies where it was."""
        radius = self._pen * _TIP
        later = line[min(len(line) - 1, 12)] - tip
        left = np.array([ahead[1], -ahead[0]])
        side = left if later @ left >= 0 else -left
        quarter = 4 / 3 * (np.sqrt(2) - 1) * radius
        top, back = tip + radius * (side + ahead), tip + 2 * radius * side
        circle = np.array(
            [
                [tip, tip + quarter * ahead, top - quarter * side, top],
                [top, top + quarter * side, back + quarter * ahead, back],
            ]
        )
        along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(line, axis=0).T))])
        fade = min(_FADE * self._pen, float(along[-1]))
        beside = (1 - (along / fade).clip(0, 1)) ** 2
        return circle, line + 2 * radius * beside[:, None] * side, -ahead

    def _leapt(self, before: Curve, after: Curve, loose: tuple[bool, bool]) -> tuple[Curve, Points, Curve]:
        """Return both curves and the cubic from one to the other."""
        gap = float(np.hypot(*(after.start - before.end)))
        corner = min(turn_between(outward(before.points[::-1]), -outward(after.points)) / np.pi * 2, 1.0)
        close = gap < _CLOSE * self._pen
        least = self._least * corner if close else 0.0
        cuts = [max(least, self._most * corner) if end else least for end in loose]
        if not close:
            return self._cut_and_bridged(before, after, cuts)[0]
        # Strokes that go on beside each other, or curl up at their ends, lose what takes that away.
        more = [
            np.linspace(cut, max(cut, self._jog), _TRIMS if end else 1).tolist()
            for cut, end in zip(cuts, loose, strict=True)
        ]
        best, price = None, np.inf
        for one, other in product(*more):
            joint, bend = self._cut_and_bridged(before, after, (one, other))
            lost = (one + other - sum(cuts)) / self._pen
            if bend + _LOSS * lost < price:
                best, price = joint, bend + _LOSS * lost
        assert best is not None
        return best

    def _cut_and_bridged(
        self, before: Curve, after: Curve, cuts: Sequence[float]
    ) -> tuple[tuple[Curve, Points, Curve], float]:
        """Return two curves, shorter by so many px, with the cubic between them, and by how much that bends."""
        before, after = self._trimmed(before, cuts[0]), self._trimmed(after.reversed(), cuts[1]).reversed()
        ahead, onward = outward(before.points[::-1]), -outward(after.points)
        cubic = bridge(before.end, ahead, after.start, onward, self._sheet)
        leg = after.start - before.end
        if not leg.any():
            return (before, cubic[None], after), turn_between(ahead, onward)
        leg = leg / np.hypot(*leg)
        return (before, cubic[None], after), turn_between(ahead, leg) + turn_between(leg, onward)

    def _trimmed(self, curve: Curve, length: float) -> Curve:
        """Return the curve without the last `length` px, at most a share of it."""
        whole = curve.length()
        cut = min(length, _SHARE * whole)
        if cut <= 1e-3 * self._pen:
            return curve
        return between(curve, 0.0, float(curve.parameters([1 - cut / whole])[0]))
