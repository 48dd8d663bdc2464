"""The pens that strokes can be drawn with: how the width lives along a line, and how wide it is.

The texture of a pen is in `grain.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from taureau.geometry import Curve, Profile
from taureau.wording import tr_noop

Emphasis = Sequence[tuple[float, float]]  # (share of the length, 0 (light) … 1 (heavy)), ascending
SHAPES: Mapping[str, Profile | None] = MappingProxyType(
    {
        tr_noop("even"): None,
        tr_noop("taper in"): Profile(((0.0, 0.0), (0.5, 1.0), (1.0, 1.0))),
        tr_noop("taper out"): Profile(((0.0, 1.0), (0.5, 1.0), (1.0, 0.0))),
        tr_noop("taper both"): Profile(((0.0, 0.0), (0.35, 1.0), (0.65, 1.0), (1.0, 0.0))),
        tr_noop("swell"): Profile(((0.0, 0.5), (0.5, 1.5), (1.0, 0.5))),
    }
)  # profiles that any stroke can be given
NEUTRAL = 0.5  # an emphasis that leaves the width as it is
_SAMPLES = 33  # along a line, from which its profile is made
_TOLERANCE = 0.04  # factor by which a profile with few points may lie beside the samples
_LONGEST_TAPER = 40.0  # widths
_MET = 0.7  # factor of the width where lines meet
_SHORT = 9.0  # widths, below which a line is light …
_LIGHTEST = 0.4  # … but no lighter than this
_BENT = 1 / 3  # a hand's speed falls with this power of the curvature (Lacquaniti, Terzuolo & Viviani 1983)


@dataclass(frozen=True)
class PenKind:
    """How one pen draws."""

    label: str
    width: float  # times that of plain ink
    start: float  # factor of the width where a line begins
    end: float  # and where it ends
    rise: float  # share of the length over which the line reaches its full width
    fall: float  # share of the length over which it leaves it
    swing: float  # 0 … 1, how far emphasis changes the width

    def profile(
        self, curve: Curve, width: float, emphasis: Emphasis | None = None, *, free: tuple[bool, bool] = (True, True)
    ) -> Profile | None:
        """The profile of a line of this pen, `width` px wide; None for one of constant width.

        The emphasis is the pressure or slowness of a hand, or the contrast of a photo; by default that of a hand, which
        slows down in bends. An end that is not `free`, because it meets another line, does not become thin. Short lines
        are light.
        """
        shares = np.linspace(0.0, 1.0, _SAMPLES)
        heavy = slowness(curve, shares) if emphasis is None else np.interp(shares, *np.array(emphasis, float).T)
        length = max(curve.length(), 1e-9)
        longest = _LONGEST_TAPER * width / length
        start, end = (
            one if is_free else max(one, _MET) for one, is_free in zip((self.start, self.end), free, strict=True)
        )
        taper = np.minimum(
            _ramp(shares, start, min(self.rise, longest)), _ramp(1 - shares, end, min(self.fall, longest))
        )
        light = 1.0 if self.swing == 0 else max(min(length / (_SHORT * width), 1.0), _LIGHTEST)
        factors = light * taper * (1 + self.swing * 2 * (heavy - NEUTRAL))
        if np.allclose(factors, 1.0):
            return None
        points = tuple(zip(shares.tolist(), factors.tolist(), strict=True))
        return Profile(points).simplified(_TOLERANCE)


PENS: Mapping[str, PenKind] = MappingProxyType(
    {
        "fineliner": PenKind(tr_noop("Fineliner"), 0.8, start=1.0, end=0.8, rise=0.0, fall=0.1, swing=0.08),
        "brush": PenKind(tr_noop("Brush pen"), 2.0, start=0.1, end=0.0, rise=0.3, fall=0.6, swing=0.6),
        "pencil": PenKind(tr_noop("Pencil"), 1.3, start=0.7, end=0.35, rise=0.15, fall=0.35, swing=0.4),
        "charcoal": PenKind(tr_noop("Charcoal"), 2.4, start=0.8, end=0.5, rise=0.1, fall=0.3, swing=0.5),
        "marker": PenKind(tr_noop("Marker"), 2.6, start=1.0, end=1.0, rise=0.0, fall=0.0, swing=0.0),
        "chalk": PenKind(tr_noop("Chalk"), 2.2, start=0.9, end=0.75, rise=0.05, fall=0.2, swing=0.25),
    }
)


def width_of(pen: str | None) -> float:
    """How many times as wide as plain ink a pen is."""
    return 1.0 if pen is None else PENS[pen].width


def slowness(curve: Curve, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """How slowly a hand would draw the line at shares of its length, 0 … 1: slower where it bends more."""
    points = curve.at(curve.parameters(np.linspace(0, 1, 4 * _SAMPLES)))
    legs = np.diff(points, axis=0)
    turns = np.abs(np.angle(np.exp(1j * np.diff(np.arctan2(legs[:, 1], legs[:, 0])))))
    bends = np.convolve(np.pad(turns, 6, mode="edge"), np.full(13, 1 / 13), mode="valid") ** _BENT
    most = bends.max(initial=0.0)
    slow = bends / most if most > 1e-3 else np.full(len(bends), NEUTRAL)
    return np.interp(shares, np.linspace(0, 1, len(slow)), slow)


def _ramp(shares: NDArray[np.float64], low: float, reach: float) -> NDArray[np.float64]:
    """A smooth rise from `low` to 1 over the first `reach` of the length."""
    u = np.clip(shares / reach, 0.0, 1.0) if reach > 0 else np.ones_like(shares)
    return low + (1 - low) * np.sin(u * np.pi / 2)
