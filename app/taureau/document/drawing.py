"""The drawing as an immutable value: strokes in layers on a sheet."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from taureau.document.guides import Guide
from taureau.document.pens import PENS
from taureau.document.stroke_ids import is_stroke_id, unique_ids
from taureau.geometry import Affine, Curve, Profile
from taureau.geometry.erasing import between
from taureau.geometry.profile import chained


@dataclass(frozen=True)
class Stroke:
    """One line of the pen: round caps and joins, painted *over* what lies beneath.

    The `id` is what a stroke is known by through edits, undo, saving and reopening; it is part of the value. A stroke
    that is not yet in a drawing may have none (""). Raises ValueError when it, or the name of a group, is not an XML
    name (`is_stroke_id`), or when there is no such pen.
    """

    curve: Curve  # document coordinates, px
    width: float  # full width, px, > 0; where there is a profile, that of its factor 1
    color: str = "#141414"  # "#rrggbb", lower case, sRGB
    opacity: float = 1.0  # 0 … 1
    gain: float | None = None  # share of progress that the stroke brought when it was added, where known
    id: str = ""  # unique in its drawing
    groups: tuple[str, ...] = ()  # names of the groups that it is in, the outermost first (`groups.py`)
    profile: Profile | None = None  # the width along its length; None: constant
    pen: str | None = None  # one of PENS, whose texture it has; None: plain ink
    filled: bool = False  # an area: what the curve encloses is painted as well; it has neither profile nor pen

    def __post_init__(self) -> None:
        for name in (*((self.id,) if self.id else ()), *self.groups):
            if not is_stroke_id(name):
                raise ValueError(f"the id of a stroke or group must be an XML name, not {name[:40]!r}")
        if self.pen is not None and self.pen not in PENS:
            raise ValueError(f"unknown pen {self.pen!r}; choose one of {', '.join(PENS)}")
        if self.filled:
            object.__setattr__(self, "profile", None)
            object.__setattr__(self, "pen", None)

    @property
    def widest(self) -> float:
        """The full width where it is widest, px."""
        return self.width * (1.0 if self.profile is None else self.profile.widest)

    def transformed(self, affine: Affine) -> Stroke:
        return replace(self, curve=affine.curve(self.curve), width=self.width * affine.mean_scale)

    def reversed(self) -> Stroke:
        """Return the stroke drawn from its other end."""
        profile = None if self.profile is None else self.profile.reversed()
        return replace(self, curve=self.curve.reversed(), profile=profile)

    def between(self, first: float, last: float) -> Stroke:
        """Return the part of the stroke between two parameters of its curve, with that part of its profile.

        The parameters are those of `taureau.geometry.erasing.between`. The part keeps the id.
        """
        curve, profile, end = between(self.curve, first, last), self.profile, self.curve.segment_count
        if profile is not None and last > end:
            spans = ((first, end), (0.0, last - end))
            parts = [(profile.between(*self._shares(*span)), between(self.curve, *span).length()) for span in spans]
            profile = chained([(part, length, 1.0) for part, length in parts], 1.0)
        elif profile is not None and curve is not self.curve:
            profile = profile.between(*self._shares(first, last))
        return replace(self, curve=curve, profile=profile)

    def _shares(self, first: float, last: float) -> tuple[float, float]:
        start, end = self.curve.shares((first, last)).tolist()
        return start, end


@dataclass(frozen=True)
class Layer:
    """A named group of strokes in drawing order, first drawn first."""

    name: str
    strokes: tuple[Stroke, ...] = ()
    visible: bool = True
    locked: bool = False  # its strokes cannot be selected or edited
    ground: bool = False  # areas or tone under the lines, which are no part of the sequence of strokes

    @property
    def editable(self) -> bool:
        """Whether its strokes can be selected and edited: it is shown and not locked."""
        return self.visible and not self.locked


@dataclass(frozen=True)
class Drawing:
    """A sheet of `width` × `height` user units (1 unit = 1 px = 1/96 inch) with its layers, bottom first.

    `paper` is the colour of the sheet, "#rrggbb", if one was chosen; it is not part of the drawing itself. `facts` say
    how the drawing was made (request, seed, encoder, app version) as short strings by name; they are stored in the
    SVG's metadata.

    Every stroke in a drawing has a unique id: where strokes come without one, or with one that an earlier stroke has,
    the drawing holds copies of them with the next free ids. A new drawing of N strokes has `stroke1` … `strokeN`.
    """

    width: float  # px, > 0
    height: float  # px, > 0
    layers: tuple[Layer, ...] = ()
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    paper: str | None = None
    guides: tuple[Guide, ...] = ()
    last_number: int = field(default=0, compare=False, repr=False)  # so that no id of a deleted stroke is given again

    def __post_init__(self) -> None:
        before = [stroke.id for stroke in self.strokes]
        after, last_number = unique_ids(before, self.last_number)
        object.__setattr__(self, "last_number", last_number)
        if after != before:
            ids = iter(after)
            object.__setattr__(self, "layers", tuple(_with_ids(layer, ids) for layer in self.layers))

    @property
    def strokes(self) -> Iterator[Stroke]:
        """All strokes in document order."""
        return (stroke for layer in self.layers for stroke in layer.strokes)

    @property
    def stroke_count(self) -> int:
        return sum(len(layer.strokes) for layer in self.layers)

    @property
    def lines(self) -> tuple[Stroke, ...]:
        """The strokes that are not on ground layers, in document order."""
        return tuple(stroke for layer in self.layers if not layer.ground for stroke in layer.strokes)

    @property
    def line_count(self) -> int:
        """The number of strokes that are not on ground layers."""
        return len(self.lines)

    def transformed(self, affine: Affine) -> Drawing:
        """Return the drawing and its sheet scaled; the map may not rotate or translate."""
        layers = tuple(
            replace(layer, strokes=tuple(stroke.transformed(affine) for stroke in layer.strokes))
            for layer in self.layers
        )
        guides = tuple(guide.scaled(affine) for guide in self.guides)
        width, height = self.width * abs(affine.a), self.height * abs(affine.d)
        return replace(self, width=width, height=height, layers=layers, guides=guides)


def _with_ids(layer: Layer, ids: Iterator[str]) -> Layer:
    """Return the layer with the next ids given to its strokes; itself where they have them already."""
    strokes = tuple(
        stroke if stroke.id == name else replace(stroke, id=name)
        for stroke, name in zip(layer.strokes, ids, strict=False)
    )
    return layer if all(map(operator.is_, strokes, layer.strokes)) else replace(layer, strokes=strokes)
