"""Preferences: only what differs from the default is stored, and what is stored wrongly is ignored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QSettings
from taureau.document import Unit
from taureau.session import Preference, Preferences
from taureau.session.preferences import MOTION, UNIT

SPACING = Preference("test/spacing", 5.0, low=1.0, high=100.0)


@pytest.fixture
def settings(tmp_path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_only_what_differs_is_stored(settings):
    preferences = Preferences(settings)
    preferences.set_value(MOTION, False)
    preferences.set_value(SPACING, 7.5)
    assert set(settings.allKeys()) == {"window/motion", "test/spacing"}
    again = Preferences(settings)
    assert (again.value(MOTION), again.value(SPACING)) == (False, 7.5)
    again.set_value(MOTION, True)
    again.reset(SPACING)
    assert settings.allKeys() == []


@pytest.mark.parametrize("stored", ["", "wide", "nan", "0.5", "1e9"])
def test_an_invalid_number_is_the_default(settings, stored):
    settings.setValue(SPACING.key, stored)
    assert Preferences(settings).value(SPACING) == 5.0


def test_an_unknown_word_is_the_default(settings):
    settings.setValue(UNIT.key, "ell")
    settings.setValue(MOTION.key, "perhaps")
    preferences = Preferences(settings)
    assert (preferences.value(UNIT), preferences.value(MOTION)) == ("", True)


def test_followers_hear_of_changes_alone():
    preferences, heard = Preferences(), []
    preferences.follow(SPACING, heard.append)
    preferences.set_value(SPACING, 7.5)
    preferences.set_value(SPACING, 7.5)
    preferences.set_value(MOTION, False)
    assert heard == [5.0, 7.5]


@pytest.mark.parametrize(("place", "unit"), [("de_DE", Unit.MM), ("en_US", Unit.INCH), ("en_GB", Unit.MM)])
def test_the_unit_is_that_of_the_place_until_one_is_chosen(place, unit):
    usual = QLocale()
    try:
        QLocale.setDefault(QLocale(place))
        preferences = Preferences()
        assert preferences.unit is unit
        preferences.set_unit(Unit.PT)
        assert preferences.unit is Unit.PT
    finally:
        QLocale.setDefault(usual)
