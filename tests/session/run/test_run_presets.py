"""Presets by name, in the settings and out of damaged ones."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QSettings
from taureau.jobs.settings import settings_from
from taureau.session import Choices, RunPresets


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_they_come_back_with_what_differs_alone(settings):
    presets = RunPresets(settings)
    portrait = Choices(strokes=24, width=0.4, mode="lines", seed=7)
    presets.save("Portrait", portrait)
    presets.save("as it is", Choices(words="a cat", mask="none"))
    again = RunPresets(settings)
    assert again.names == ["as it is", "Portrait"]
    assert again.choices("Portrait") == portrait
    assert again.choices("as it is") == Choices()
    stored = json.loads(str(settings.value("draw/presets")))
    assert stored == {
        "Portrait": {"strokes": 24, "width": "0.4%", "mode": "lines", "seed": 7, "preset": "standard"},
        "as it is": {"strokes": "auto:64", "detail": 50.0, "preset": "standard"},
    }
    assert {settings_from(values) for values in stored.values()}  # as a preset file has them


def test_they_are_renamed_and_removed(settings):
    presets = RunPresets(settings)
    presets.save("a", Choices(seed=1))
    presets.rename("a", "b")
    assert (presets.names, presets.choices("b")) == (["b"], Choices(seed=1))
    presets.remove("b")
    assert settings.allKeys() == []
    with pytest.raises(KeyError):
        presets.choices("b")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"a": 5}', '{" ": {"seed": 1}}', "[" * 100_000],
    ids=["", "list", "cut", "5", "blank", "deep"],
)
def test_damaged_settings_hold_none(settings, text):
    settings.setValue("draw/presets", text)
    assert RunPresets(settings).names == []


@pytest.mark.parametrize(
    "values",
    [{"seed": "seven"}, {"mode": "oil"}, {"width": True}, {"words": "a cat"}, {"detail": float("nan")}, {"new": 1}],
)
def test_invalid_values_are_left_out(settings, values):
    kept = {"strokes": "auto:9", "preset": "standard", "pen": "brush"}
    settings.setValue("draw/presets", json.dumps({"a": {**kept, **values}}))
    assert RunPresets(settings).choices("a") == Choices(limit=9, pen="brush")
