"""A machine that holds a pen: its bed, how fast it moves, and the text of its commands."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from string import Formatter
from typing import Any, Literal, get_args

from taureau.export.errors import ExportError
from taureau.export.paper import MAX_MM
from taureau.wording import said, tr_noop

Language = Literal["svg", "gcode", "hpgl"]
Origin = Literal["top-left", "bottom-left"]  # the corner that x and y count from; y runs into the page
LANGUAGES: tuple[Language, ...] = get_args(Language)
ORIGINS: tuple[Origin, ...] = get_args(Origin)
TEMPLATES = ("head", "pen", "pause", "lift", "drop", "foot")

_MOTION = ("draw_speed", "travel_speed", "draw_feed", "travel_feed", "lift_seconds", "drop_seconds")
_OF_A_PEN = ("pen", "name")
_SPEC = re.compile(r"(\.\d[fg])?")  # such as .1f
_GRID = {"svg": 0.001, "gcode": 0.001, "hpgl": 0.025}  # mm, by which places are told apart
_MAX_TEXT = 10_000  # characters of a template
_RANGES = {  # more than, at most
    "draw_speed": (0.009, 10_000.0),  # more than half a mm/min, which G-code has without decimals
    "travel_speed": (0.009, 10_000.0),
    "draw_acceleration": (0.009, 1e6),
    "travel_acceleration": (0.009, 1e6),
    "junction_deviation": (0.0, 10.0),
    "tolerance": (0.0009, 1.0),
    "lift_seconds": (-1e-9, 60.0),
    "drop_seconds": (-1e-9, 60.0),
}


@dataclass(frozen=True)
class Machine:
    """Lengths in mm, times in s. The page lies with its corner at `origin`, moved by `inset` from the machine's zero.

    Raises ExportError for values that no machine has and for templates with unknown fields.
    """

    name: str
    language: Language
    bed: tuple[float, float]  # along x and y, from the machine's zero
    origin: Origin = "bottom-left"
    inset: tuple[float, float] = (0.0, 0.0)  # where on the page the machine's zero lies, from the page's corner
    holders: int = 1  # pens that it holds; more than that are changed by hand, in a pause
    draw_speed: float = 30.0  # mm/s
    travel_speed: float = 60.0  # mm/s, with the pen lifted
    draw_acceleration: float = 500.0  # mm/s²
    travel_acceleration: float = 500.0  # mm/s²
    junction_deviation: float = 0.02  # by which a corner may be thought cut, which sets the speed through it
    lift_seconds: float = 0.2
    drop_seconds: float = 0.2
    tolerance: float = 0.02  # by which lines may differ from the curve
    head: str = ""  # the templates: at the start
    pen: str = ""  # before the lines of each pen
    pause: str = ""  # before each pen but the first, where it is changed by hand
    lift: str = ""
    drop: str = ""
    foot: str = ""  # at the end

    def __post_init__(self) -> None:
        _check_word("language", self.language, LANGUAGES)
        _check_word("origin", self.origin, ORIGINS)
        if not isinstance(self.name, str) or not 0 < len(self.name) <= 80 or not self.name.isprintable():
            raise ExportError(tr_noop("name must be one line of 1 to 80 characters"))
        object.__setattr__(self, "bed", _pair("bed", self.bed, 0.0))
        object.__setattr__(self, "inset", _pair("inset", self.inset, -1e-9))
        for name, (low, high) in _RANGES.items():
            object.__setattr__(self, name, _number(name, getattr(self, name), low, high))
        if type(self.holders) is not int or not 1 <= self.holders <= 100:
            raise ExportError(
                said("holders must be a whole number from 1 to 100, not {value}", value=str(self.holders)[:40])
            )
        for name in TEMPLATES:
            _check_template(name, getattr(self, name))

    @property
    def grid(self) -> float:
        """The step of its coordinates, mm."""
        return _GRID[self.language]

    def reaches(self, left: float, top: float, right: float, bottom: float, page_height: float) -> bool:
        """Return whether a box on a page lies on the bed."""
        near, far = (top, bottom) if self.origin == "top-left" else (page_height - bottom, page_height - top)
        x, y = self.inset
        return left >= x and near >= y and right - x <= self.bed[0] and far - y <= self.bed[1]

    def text(self, template: str, *, pen: int = 0, name: str = "") -> str:
        """Return a template with its fields filled in."""
        motion = {field: getattr(self, field) for field in _MOTION if not field.endswith("_feed")}
        motion |= {"draw_feed": self.draw_speed * 60, "travel_feed": self.travel_speed * 60}
        filled: str = getattr(self, template).format(
            **{field: _plain(value) for field, value in motion.items()}, pen=pen, name=name
        )
        return filled


class _Plain(float):
    """A number that is written without trailing zeros where a template names no format."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec or "g")


def _plain(value: float) -> _Plain:
    return _Plain(round(value, 6))


def field_names() -> tuple[str, ...]:
    """Return the names of all that describes a machine."""
    return tuple(field.name for field in fields(Machine))


def _check_word(name: str, value: Any, words: tuple[str, ...]) -> None:
    if value not in words:
        raise ExportError(
            said("{name} must be one of {words}, not {value}", name=name, words=", ".join(words), value=_short(value))
        )


def _number(name: str, value: Any, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ExportError(said("{name} must be a number, not {value}", name=name, value=_short(value)))
    if not low < value <= high:
        raise ExportError(
            said("{name} must be at least 0 and at most {high:g}", name=name, high=high)
            if low < 0
            else said("{name} must be more than {low:g} and at most {high:g}", name=name, low=low, high=high)
        )
    return float(value)


def _pair(name: str, value: Any, low: float) -> tuple[float, float]:
    if not isinstance(value, (tuple, list)) or len(value) != 2:
        raise ExportError(said("{name} must be two lengths in mm, not {value}", name=name, value=_short(value)))
    return _number(name, value[0], low, MAX_MM), _number(name, value[1], low, MAX_MM)


def _short(value: Any) -> str:
    """Return a value as it can stand in a sentence."""
    return repr(str(value)[:40])


def _check_template(name: str, text: Any) -> None:
    """Raise ExportError unless all fields of a template are known and simply formatted."""
    if not isinstance(text, str) or len(text) > _MAX_TEXT:
        raise ExportError(
            said("the template {name} must be text of at most {most} characters", name=name, most=_MAX_TEXT)
        )
    known = (*_MOTION, *_OF_A_PEN) if name in ("pen", "pause") else _MOTION
    try:
        parts = list(Formatter().parse(text))
    except ValueError as error:
        raise ExportError(
            said("the template {name} cannot be read: {error}; double a brace to write one", name=name, error=error)
        ) from error
    for _, field, spec, conversion in parts:
        if field is None:
            continue
        if field not in known:
            raise ExportError(
                said(
                    "the template {name} has an unknown field {field}: choose from {known}",
                    name=name,
                    field=_short(field),
                    known=", ".join(known),
                )
            )
        if conversion or not _SPEC.fullmatch(spec or "") or (spec and field in _OF_A_PEN):
            raise ExportError(
                said(
                    "the template {name} formats {field} as no number is: leave that out, or write .1f",
                    name=name,
                    field=field,
                )
            )
