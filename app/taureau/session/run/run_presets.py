"""Presets of the user's own: the settings of a run under a name, stored in the form of preset files."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

from taureau.jobs.settings import KINDS, JobSettings, SettingError, settings_from
from taureau.session.choices import Choices
from taureau.session.run.job_choices import choices_from, job_settings

_KEY = "draw/presets"
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
        return choices_from(self._kept[name])

    def save(self, name: str, choices: Choices) -> None:
        """Keep the settings under a name, in place of others of that name."""
        self._set({**self._kept, name: job_settings(choices.shared, alone=False)})

    def rename(self, name: str, new: str) -> None:
        """Give the settings another name; others of that name are replaced."""
        kept = dict(self._kept)
        kept[new] = kept.pop(name)
        self._set(kept)

    def remove(self, name: str) -> None:
        self._set({one: values for one, values in self._kept.items() if one != name})

    def _set(self, kept: dict[str, JobSettings]) -> None:
        self._kept = kept
        if self._settings is not None and kept:
            stored = {name: settings.as_json() for name, settings in kept.items()}
            self._settings.setValue(_KEY, json.dumps(stored, sort_keys=True))
        elif self._settings is not None:
            self._settings.remove(_KEY)
        self.changed.emit()


def _parsed(text: str) -> dict[str, JobSettings]:
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        name[:LONGEST_NAME]: _valid(values)
        for name, values in kept.items()
        if name.strip() and isinstance(values, dict)
    }


def _valid(values: dict[str, Any]) -> JobSettings:
    """Return the settings among these that are valid, beside those before them."""
    valid = JobSettings()
    for name in KINDS:
        if name in values:
            try:
                valid = settings_from({**valid.as_json(), name: values[name]})
            except SettingError:
                continue
    return valid
