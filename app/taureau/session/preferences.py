"""The user's preferences: values by name, of which the settings hold only those that differ from their defaults."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QLocale, QObject, QSettings, Signal

from taureau.document import PAPERS, Unit
from taureau.session.language import LANGUAGES

Value = TypeVar("Value", bool, float, str)


@dataclass(frozen=True)
class Preference(Generic[Value]):
    """The key of a value in the settings file, its default, and the values it may have."""

    key: str
    default: Value
    choices: tuple[Value, ...] = ()  # of text; empty: any
    low: float = -math.inf  # of a number
    high: float = math.inf

    def parsed(self, stored: object) -> Value:
        """Return the value that is stored as text; the default where that is missing or invalid."""
        if stored is None:
            return self.default
        text = str(stored)
        value: Any = text
        if isinstance(self.default, bool):
            return {"true": True, "false": False}.get(text, self.default)
        if isinstance(self.default, float):
            try:
                value = float(text)
            except ValueError:
                return self.default
            return cast(Value, value if self.low <= value <= self.high else self.default)
        return cast(Value, self.default if self.choices and value not in self.choices else value)


LANGUAGE = Preference("window/language", "", ("", *LANGUAGES))  # empty: the system's
APPEARANCE = Preference("window/appearance", "system", ("system", "light", "dark"))
MOTION = Preference("window/motion", True)
SHOW_SEES = Preference("window/sees", True)
SHOW_STROKES = Preference("window/strokes", True)
KEEP_PHOTO = Preference("files/keep_photo", True)
SNAP = Preference("snapping/on", True)
SNAP_TO_NODES = Preference("snapping/nodes", True)
SNAP_TO_GUIDES = Preference("snapping/guides", True)
SNAP_TO_PAGE = Preference("snapping/page", True)
SNAP_TO_GRID = Preference("snapping/grid", True)  # while the grid is shown
SNAP_DISTANCE = Preference("snapping/distance", 6.0, low=1.0, high=50.0)  # px of the screen
NEW_PAPER = Preference("sheet/paper", "", ("", *(color for _, color in PAPERS if color)))  # empty: warm white
SHOW_RULERS = Preference("window/rulers", False)
SHOW_GUIDES = Preference("window/guides", True)
SHOW_GRID = Preference("window/grid", False)
GRID_SPACING = Preference("grid/spacing", round(5 * Unit.MM.px, 6), low=0.5, high=10_000.0)  # px, as fields hold them
PRINT_FITTED = Preference("print/fitted", True)
TOUCH_DRAWS = Preference("touch/draws", False)
UNIT = Preference("units/length", "", ("", *Unit))  # empty: as usual where the user lives
ALL: tuple[Preference[Any], ...] = (
    LANGUAGE,
    APPEARANCE,
    MOTION,
    SHOW_SEES,
    SHOW_STROKES,
    KEEP_PHOTO,
    SNAP,
    SNAP_TO_NODES,
    SNAP_TO_GUIDES,
    SNAP_TO_PAGE,
    SNAP_TO_GRID,
    SNAP_DISTANCE,
    NEW_PAPER,
    SHOW_RULERS,
    SHOW_GUIDES,
    SHOW_GRID,
    GRID_SPACING,
    PRINT_FITTED,
    TOUCH_DRAWS,
    UNIT,
)


class Preferences(QObject):
    """Reads and writes the preferences; without settings they last as long as this object."""

    changed = Signal(str)  # the key of a preference that has another value

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._values: dict[str, object] = {}  # parsed, by key
        self._followers: defaultdict[str, list[Callable[[Any], object]]] = defaultdict(list)  # by key

    def value(self, preference: Preference[Value]) -> Value:
        if preference.key not in self._values:
            stored = None if self._settings is None else self._settings.value(preference.key)
            self._values[preference.key] = preference.parsed(stored)
        return cast(Value, self._values[preference.key])

    def set_value(self, preference: Preference[Value], value: Value) -> None:
        if value == self.value(preference):
            return
        self._values[preference.key] = value
        if self._settings is not None and value == preference.default:
            self._settings.remove(preference.key)
        elif self._settings is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            self._settings.setValue(preference.key, text)
        for use in self._followers[preference.key]:
            use(value)
        self.changed.emit(preference.key)

    def reset(self, preference: Preference[Any]) -> None:
        """Set a preference to its default."""
        self.set_value(preference, preference.default)

    def follow(self, preference: Preference[Value], use: Callable[[Value], object]) -> None:
        """Call `use` with the value now and whenever it changes."""
        self._followers[preference.key].append(use)
        use(self.value(preference))

    # The unit of length.

    @property
    def unit(self) -> Unit:
        """The unit that lengths are shown in: the user's choice, or mm or inch by the locale."""
        chosen = self.value(UNIT)
        if chosen:
            return Unit(chosen)
        inches = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        return Unit.INCH if inches else Unit.MM

    def set_unit(self, unit: Unit) -> None:
        self.set_value(UNIT, str(unit))
