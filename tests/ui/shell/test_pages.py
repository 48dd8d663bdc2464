"""Pages beside the window: built when they are first opened, kept, and in the window's theme."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

NAMES = ("export", "imagine", "models", "palette", "shortcuts", "diagnostics", "about")


def test_a_window_builds_no_page(window):
    assert window.findChildren(QDialog) == []
    assert not window.pages.imagine_is_visible
    assert window.findChildren(QDialog) == []  # asking built none either


@pytest.mark.parametrize("name", NAMES)
def test_its_verb_builds_a_page_once(with_photo, name):
    with_photo.session.sheet.replace(None, "nothing")
    verb = getattr(with_photo.verbs, name)
    verb.setEnabled(True)
    verb.trigger()
    (page,) = with_photo.findChildren(QDialog)
    assert page is getattr(with_photo.pages, name)
    assert page.isVisible()
    page.close()
    verb.trigger()
    assert with_photo.findChildren(QDialog) == [page]
    assert page.isVisible()
    page.close()


def test_a_page_built_later_shows_what_is_there_already(with_photo):
    picture = with_photo.imagining.exchange.use_sheet()
    with_photo.verbs.imagine.trigger()
    page = with_photo.pages.imagine
    assert with_photo.pages.imagine_is_visible
    assert [tile.picture for tile in page.tree.tiles] == [picture]
    assert page.take_in.isVisible()
    page.close()


def test_pages_follow_the_theme_from_the_moment_they_are_built(window, appearance):
    appearance.set_mode("dark")
    try:
        preview = window.pages.export.preview
        assert preview._theme.dark
        appearance.set_mode("light")
        assert not preview._theme.dark
    finally:
        appearance.set_mode("light")
