"""Presets of the user's own: the settings of a run under a name, stored where they differ from the defaults."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from PySide6.QtCore import QObject, QSettings, Signal

from taureau.session.choices import Choices

_KEY = "draw/presets"
_OF_ONE_PICTURE = ("mask", "mask_model", "painted", "words", "pull", "like", "force")
LONGEST_NAME = 60  # characters


class RunPresets(QObject):
    """Read from the settings once, written at every change; invalid values in the file are ignored."""

    changed = Signal()

    def __init__(self, settings: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._kept = _parsed("{}" if settings is None else str(settings.value(_KEY, "{}")))

    @property
    def names(self) -> list[str]:
        """The names, in alphabetical order."""
        return sorted(self._kept, key=str.casefold)

    def choices(self, name: str) -> Choices:
        """Return the settings of this name; raises KeyError."""
        return replace(Choices(), **self._kept[name])

    def save(self, name: str, choices: Choices) -> None:
        """Keep the settings under a name, in place of others of that name."""
        fresh = Choices()
        values = {one: getattr(choices, one) for one in _names() if getattr(choices, one) != getattr(fresh, one)}
        self._set({**self._kept, name: values})

    def rename(self, name: str, new: str) -> None:
        """Give the settings another name; others of that name are replaced."""
        kept = dict(self._kept)
        kept[new] = kept.pop(name)
        self._set(kept)

    def remove(self, name: str) -> None:
        self._set({one: values for one, values in self._kept.items() if one != name})

    def _set(self, kept: dict[str, dict[str, Any]]) -> None:
        self._kept = kept
        if self._settings is not None and kept:
            self._settings.setValue(_KEY, json.dumps(kept, sort_keys=True))
        elif self._settings is not None:
            self._settings.remove(_KEY)
        self.changed.emit()


def _names() -> list[str]:
    return [one.name for one in fields(Choices) if one.name not in _OF_ONE_PICTURE]


def _parsed(text: str) -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        name[:LONGEST_NAME]: {one: values[one] for one in _names() if one in values and _makes_sense(one, values[one])}
        for name, values in kept.items()
        if name.strip() and isinstance(values, dict)
    }


@cache
def _hints() -> dict[str, Any]:
    return get_type_hints(Choices)


def _makes_sense(name: str, value: Any) -> bool:
    hint = _hints()[name]
    if get_origin(hint) is Literal:
        return value in get_args(hint)
    kinds = tuple(kind for kind in (get_args(hint) or (hint,)) if kind is not type(None))
    if isinstance(value, bool) and bool not in kinds:
        return False
    whole = isinstance(value, int) and float in kinds
    return (isinstance(value, kinds) or whole) and not (isinstance(value, float) and not math.isfinite(value))
