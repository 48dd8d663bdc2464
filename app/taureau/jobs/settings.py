"""The settings of a job: the options of `taureau sketch` that make a drawing, as one frozen value and as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Literal

from taureau.document import MM_PER_PX
from taureau.engine.coloring.limits import MAX_AREAS, MAX_PENS
from taureau.engine.presets import AUTO_DETAIL, MODES, PRESETS, Mode, Preset
from taureau.engine.request import (
    BUILTIN,
    DEVICES,
    MAX_PROMPT_WEIGHT,
    MAX_SEEDS,
    MAX_STROKES,
    RASTERIZERS,
    STARTS,
    Device,
    Rasterizer,
    Start,
)
from taureau.engine.tone.limits import DEFAULT_LEVELS, FINEST, MAX_LEVELS, TONES, Tone
from taureau.errors import TaureauError
from taureau.flow import MAX_FLOW, MAX_JOINED
from taureau.jobs.kinds import Choice, Either, Flag, Kind, Number, Several, Text
from taureau.jobs.quantities import StrokeCount, length, stroke_count
from taureau.pen_names import PEN_NAMES

MAX_SIZE_MM = 100_000.0
MAX_SEED = 2**63 - 1  # as torch takes it


class SettingError(TaureauError):
    """A setting, or a combination of them, has no meaning; the message is one line that says what to do.

    The template has the names of settings in braces, which the command line shows as options.
    """

    def __init__(self, template: str, **values: object) -> None:
        self._template, self._values = template, values
        super().__init__(self._said(str))

    @property
    def as_options(self) -> str:
        """The message for the command line, where `tone_levels` is `--tone-levels`."""
        return self._said(lambda name: f"--{name.replace('_', '-')}")

    def _said(self, shown: Any) -> str:
        names = {name: shown(name) for name in (*KINDS, "prompt")}
        return self._template.format(**names, **self._values)


@dataclass(frozen=True)
class JobSettings:
    """The options of `taureau sketch` under their names, with the same defaults; raises SettingError.

    Lengths are texts such as "3px", "0.6%" of the sheet's longer side, or "0.5mm" on paper.
    """

    strokes: int | str | None = None  # 1 … 256, "auto" or "auto:MAX"; None: the usual number
    detail: float | None = None  # 0 (a hint) … 100 (everything), where "auto" stops; None: 50
    width: str | None = None  # of strokes; None: 0.6 %, less around a small subject
    pen: str | None = None
    colors: int | tuple[str, ...] | None = None  # pens of the photo's colours, 1 … 12, or their colours, "#rrggbb"
    areas: int = 0  # flat areas of colour under the lines, 0 … 48
    tone: Tone | None = None
    tone_levels: int = DEFAULT_LEVELS  # 1 … 4
    tone_spacing: str | None = None
    pen_downs: int | None = None  # lines that all strokes become at most, 1 … 1000; None: strokes as they are
    flow: float | None = None  # of these lines, 0 (faithful) … 100 (flowing); None: 50
    mask: str = "auto"  # "none", the id of a mask model, or the path of a picture
    mode: Mode = "auto"
    prompt_weight: float = 1.0  # 0 … 10
    force: bool = False
    preset: Preset | Literal["auto"] = "auto"
    encoder: str = BUILTIN
    seeds: int | None = None  # 1 … 16
    start: Start = "contours"
    seed: int = 0
    like: tuple[int, ...] = ()  # for a prompt alone
    device: Device = "auto"
    rasterizer: Rasterizer = "own"
    size_mm: float | None = None  # of the longer side on paper

    def __post_init__(self) -> None:
        for one in fields(self):
            value, kind = getattr(self, one.name), KINDS[one.name]
            if value is None and one.default is None:
                continue
            if one.name == "strokes" and type(value) is int and value == 0:
                continue  # a drawing that is continued may get none
            if not kind.accepts(value):
                phrase = f"{{{one.name}}} must be {{phrase}}, not {{given}}"
                raise SettingError(phrase, phrase=kind.phrase, given=_shown(value))
        if self.detail is not None and not self.stroke_count.auto:
            raise SettingError("{detail} sets where {strokes} auto stops: give both, or leave {detail} out")
        if self.tone_spacing is not None and self.tone is None:
            raise SettingError("{tone_spacing} is the distance of the lines of {tone}: give both, or leave it out")
        if self.tone_levels != DEFAULT_LEVELS and self.tone is None:
            raise SettingError("{tone_levels} is the number of levels of {tone}: give both, or leave it out")
        if self.flow is not None and self.pen_downs is None:
            raise SettingError("{flow} is that of the lines of {pen_downs}: give both, or leave it out")

    @property
    def stroke_count(self) -> StrokeCount:
        return StrokeCount(None, auto=False) if self.strokes is None else stroke_count(str(self.strokes))

    @property
    def stop(self) -> float | None:
        """Where a search for the number of strokes stops, 0 … 1; None where the number is given."""
        if not self.stroke_count.auto:
            return None
        return AUTO_DETAIL if self.detail is None else float(self.detail) / 100

    def width_px(self, longer: float) -> float | None:
        """Return the stroke width on a sheet whose longer side has `longer` px; None for the default."""
        return None if self.width is None else length(self.width).px(longer, self._px_per_mm(longer))

    def tone_spacing_px(self, longer: float) -> float | None:
        """Return the distance between the lines of the tone, px; None for the default; raises SettingError."""
        if self.tone_spacing is None:
            return None
        spacing = length(self.tone_spacing).px(longer, self._px_per_mm(longer))
        if spacing > longer:
            raise SettingError("{tone_spacing} must be less than the sheet, not {given}", given=self.tone_spacing)
        if spacing < FINEST * longer:
            raise SettingError(
                "{tone_spacing} must be at least {finest} of the sheet, not {given}",
                finest=f"{FINEST:.2%}",
                given=self.tone_spacing,
            )
        return spacing

    def _px_per_mm(self, longer: float) -> float:
        return longer / self.size_mm if self.size_mm else 1 / MM_PER_PX

    def as_json(self) -> dict[str, Any]:
        """Return the settings that differ from the defaults, as `settings_from` reads them."""
        given = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != one.default}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}


def settings_from(value: object) -> JobSettings:
    """Return the settings in a JSON object; raises SettingError for unknown names, wrong types and ranges."""
    if not isinstance(value, Mapping):
        raise SettingError(
            "settings must be an object with names and values, such as {example}", example='{"strokes": 12}'
        )
    unknown = [name for name in value if name not in KINDS]
    if unknown:
        known = ", ".join(KINDS)
        raise SettingError("there is no setting {name}; choose among {known}", name=_shown(unknown[0]), known=known)
    given: dict[str, Any] = {name: tuple(one) if isinstance(one, list) else one for name, one in value.items()}
    if given.get("strokes") == 0:
        raise SettingError(f"{{strokes}} must be {KINDS['strokes'].phrase}, not 0")
    return JobSettings(**given)


def settings_schema() -> dict[str, Any]:
    """Return the JSON Schema of the settings."""
    properties = {}
    for one in fields(JobSettings):
        default = list(one.default) if isinstance(one.default, tuple) else one.default
        schema = KINDS[one.name].schema
        properties[one.name] = (
            {"anyOf": [schema, {"type": "null"}]} if default is None else {**schema, "default": default}
        )
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _count(text: str) -> None:
    count = stroke_count(text)
    if not count.auto or not 1 <= (count.most or 0) <= MAX_STROKES:
        raise ValueError(text)


def _shown(value: object) -> str:
    if isinstance(value, float):
        return f"{value:g}"
    text = repr(",".join(map(str, value)) if isinstance(value, tuple) else value)
    return text if len(text) <= 60 else f"{text[:60]}…"


_LENGTH = Text("a number more than 0 with px, % or mm behind it, such as 1.2%", length)
_COLORS = Several(
    Text("a colour such as #b0432a", pattern="#[0-9a-f]{6}"), "their colours, such as #141414,#b0432a", 1, 64
)
KINDS: Mapping[str, Kind] = MappingProxyType({
    "strokes": Either((Number(1, MAX_STROKES), Text("auto, or auto:MAX", _count))),
    "detail": Number(0, 100, whole=False, ends=("a hint", "everything")),
    "width": _LENGTH,
    "pen": Choice(PEN_NAMES),
    "colors": Either((Number(1, MAX_PENS), _COLORS)),
    "areas": Number(0, MAX_AREAS),
    "tone": Choice(TONES),
    "tone_levels": Number(1, MAX_LEVELS),
    "tone_spacing": _LENGTH,
    "pen_downs": Number(1, MAX_JOINED),
    "flow": Number(0, MAX_FLOW, whole=False),
    "mask": Text("auto, none, a mask model or a picture"),
    "mode": Choice(MODES),
    "prompt_weight": Number(0, MAX_PROMPT_WEIGHT, whole=False),
    "force": Flag(),
    "preset": Choice(("auto", *PRESETS)),
    "encoder": Text("the id of a model, as in `taureau models list`"),
    "seeds": Number(1, MAX_SEEDS),
    "start": Choice(STARTS),
    "seed": Number(0, MAX_SEED),
    "like": Several(Number(0, MAX_SEED), "seeds, such as 2,5", 0, 64),
    "device": Choice(DEVICES),
    "rasterizer": Choice(RASTERIZERS),
    "size_mm": Number(0, MAX_SIZE_MM, whole=False, above=True),
})  # fmt: skip
