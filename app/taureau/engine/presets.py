"""The presets, in one table for requests, command line and window; next to no import, so that help answers at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from taureau.wording import tr_noop

Mode = Literal["auto", "photo", "lines"]  # contours of a photo, or lines of line art along their middle
MODES: tuple[Mode, ...] = ("auto", "photo", "lines")
Preset = Literal["draft", "standard", "fine", "clipasso"]


@dataclass(frozen=True)
class PresetInfo:
    """A preset as the command line and the window present it."""

    label: str
    hint: str  # of the window, one line
    help: str  # of the command line, a few words
    clip: bool = False  # draws with CLIP, and reads prompts
    grows: bool = True  # can add strokes one after another, also to a drawing


PRESETS: Mapping[Preset, PresetInfo] = MappingProxyType({
    "draft": PresetInfo(tr_noop("Draft"), tr_noop("The first lines found, in a few seconds"), "contours only"),
    "standard": PresetInfo(
        tr_noop("Standard"), tr_noop("Takes the time to settle the lines onto the subject"),
        "strokes chosen and moved by what the built-in encoder sees",
    ),
    "fine": PresetInfo(
        tr_noop("Fine"), tr_noop("Judged by CLIP, which sees what the subject is: minutes without a graphics card"),
        "by what CLIP sees", clip=True,
    ),
    "clipasso": PresetInfo(
        tr_noop("CLIPasso"), tr_noop("As the method was published, to compare with: hours without a graphics card"),
        "CLIPasso as published", clip=True, grows=False,
    ),
})  # fmt: skip
DEFAULT_PRESET: Preset = "standard"
AUTO_LIMIT = 64  # strokes at most where the number is found and no other limit is given
AUTO_DETAIL = 0.5  # where that stops unless a detail is given
CLIP_PRESETS: tuple[Preset, ...] = tuple(preset for preset, info in PRESETS.items() if info.clip)
