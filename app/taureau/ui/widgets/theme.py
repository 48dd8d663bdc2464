"""The window's colours, in light and in dark, and the grid that its sizes are multiples of."""

from __future__ import annotations

from dataclasses import dataclass

GRID = 8  # px; every margin and size is a multiple of it, or half of it


@dataclass(frozen=True)
class Theme:
    """One set of colours; text and muted text keep 4.5:1 against window, panel and field."""

    dark: bool
    window: str  # around everything
    panel: str  # left panel, bottom line
    field: str  # what can be typed into
    desk: str  # around the sheet
    line: str  # hairlines between zones
    edge: str  # outlines of controls
    text: str
    muted: str
    faint: str  # disabled
    accent: str  # what is selected or running, and nothing else
    ink: str  # the primary button
    on_ink: str
    error: str
    paper: str = "#fbf8f1"
    pen: str = "#141414"
    mark: str = "#b0432a"  # the accent on paper, which is light in dark mode too
    quiet: str = "#5e5e59"  # small signs on paper
    guide: str = "#2f7fb5"


LIGHT = Theme(
    dark=False,
    window="#f3f2ef",
    panel="#f9f8f6",
    field="#ffffff",
    desk="#e5e2dd",
    line="#dedcd7",
    edge="#c6c3bd",
    text="#1d1d1b",
    muted="#5f5d58",
    faint="#918f89",
    accent="#b0432a",
    ink="#1d1d1b",
    on_ink="#fbf8f1",
    error="#9d2b1f",
)
DARK = Theme(
    dark=True,
    window="#1f1f1e",
    panel="#262625",
    field="#1b1b1a",
    desk="#161615",
    line="#363634",
    edge="#4a4a47",
    text="#ecebe7",
    muted="#aeada7",
    faint="#75746f",
    accent="#ec8a6b",
    ink="#ecebe7",
    on_ink="#1d1d1b",
    error="#f0907f",
)
