"""The gallery behind its page: search, marks, deleting and bringing back, pictures, damage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from taureau.session.gallery.gallery import Gallery
from taureau.session.gallery.gallery_settings import GallerySettings
from taureau.session.gallery.reopening import choices_in, opened_entry
from taureau.session.gallery.thumbnails import Thumbnails
from taureau.store.database import FILE
from taureau.store.entries import Entries
from taureau.store.search import Search
from taureau.store.settings import StoreSettings, read_settings

from tests.store.runs import little_run, photo_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Entries(tmp_path / "runs") as entries:
        for number in range(6):
            entries.keep(little_run(number))
    return tmp_path / "runs"


@pytest.fixture
def gallery(folder: Path, qtbot) -> Iterator[Gallery]:
    gallery = Gallery(folder)
    gallery.heard = []
    gallery.notified.connect(gallery.heard.append)
    with qtbot.waitSignal(gallery.changed, timeout=30_000):
        gallery.open()
    yield gallery
    gallery.close()


def names(gallery: Gallery) -> list[str]:
    return [entry.name for entry in gallery.found]


def changed(gallery: Gallery, qtbot):
    return qtbot.waitSignal(gallery.changed, timeout=30_000)


def test_only_the_latest_search_takes_effect(gallery, qtbot) -> None:
    with changed(gallery, qtbot):
        gallery.find(Search("duck"))
        gallery.find(Search("chair"))
    assert names(gallery) == ["chair"]
    with changed(gallery, qtbot):
        gallery.find(Search())
    assert len(names(gallery)) == 6


def test_marks_are_stored(gallery, folder, qtbot) -> None:
    one = gallery.found[2]
    with changed(gallery, qtbot):
        gallery.set_favourite([one.id], True)
    with changed(gallery, qtbot):
        gallery.set_notes(one.id, "blue paper")
    with changed(gallery, qtbot):
        gallery.rename(one.id, "my cat")
    with Entries(folder) as entries:
        entry = entries.entry(one.id)
    assert entry is not None
    assert (entry.favourite, entry.notes, entry.name) == (True, "blue paper", "my cat")


def test_what_is_deleted_comes_back_in_turn(gallery, qtbot) -> None:
    before = names(gallery)
    for row in (0, 1):
        with changed(gallery, qtbot):
            gallery.remove([gallery.found[row].id])
    assert len(gallery.found) == 4
    for _ in range(2):
        assert gallery.can_restore
        with changed(gallery, qtbot):
            gallery.bring_back()
    assert names(gallery) == before
    assert not gallery.can_restore


def test_what_is_not_brought_back_is_deleted_at_the_end(gallery, folder, qtbot) -> None:
    gone = gallery.found[0].id
    with changed(gallery, qtbot):
        gallery.remove([gone])
    gallery.close()
    assert not (folder / "entries" / gone).exists()


def test_damage_is_told_and_repaired(gallery, folder, qtbot) -> None:
    before = names(gallery)
    gallery.entries.close()
    (folder / FILE).write_bytes(b"damage" * 2000)
    with changed(gallery, qtbot):
        gallery.refresh()
    assert names(gallery) == before
    (message,) = gallery.heard
    assert "made anew from the drawings’ own files" in message.advice


def test_a_store_that_cannot_be_read_is_told(tmp_path, qtbot) -> None:
    (tmp_path / "file").write_text("")
    gallery = Gallery(tmp_path / "file" / "runs")
    with qtbot.waitSignal(gallery.notified, timeout=30_000) as told:
        gallery.refresh()
    assert "check the folder and its rights" in told.args[0].text
    gallery.close()


def test_pictures_are_as_large_as_asked_for(gallery, qtbot) -> None:
    drawn = []
    gallery.draw(gallery.found[0].id, 500, drawn.append)
    gallery.photo(gallery.found[1].id, drawn.append)
    qtbot.waitUntil(lambda: len(drawn) == 2)
    assert max(drawn[0].width(), drawn[0].height()) == 500
    assert (drawn[1].width(), drawn[1].height()) == (120, 90)


def test_thumbnails_come_when_they_are_first_asked_for(gallery, qtbot) -> None:
    thumbnails = Thumbnails(gallery.entries.drawing_thumbnail)
    thumbnails.set_side(150)
    one, other = gallery.found[0].id, gallery.found[1].id
    assert thumbnails.picture(one) is None
    qtbot.waitUntil(lambda: thumbnails.picture(one) is not None)
    picture = thumbnails.picture(one)
    assert max(picture.width(), picture.height()) == 150
    with qtbot.waitSignal(thumbnails.arrived, timeout=30_000) as arrived:
        thumbnails.picture(other)
    assert arrived.args == [other]
    thumbnails.close()
    assert thumbnails.picture("0" * 32) is None


def test_thumbnails_keep_to_their_room(gallery, qtbot, monkeypatch) -> None:
    monkeypatch.setattr("taureau.session.gallery.thumbnails._ROOM", 150 * 150 * 4 * 2)
    thumbnails = Thumbnails(gallery.entries.drawing_thumbnail)
    thumbnails.set_side(150)
    for entry in gallery.found:
        qtbot.waitUntil(lambda one=entry.id: thumbnails.picture(one) is not None)
    assert len(thumbnails._pictures) <= 3
    thumbnails.close()


def test_an_entry_opens_with_its_photo_unless_that_has_changed(tmp_path) -> None:
    photo = photo_file(tmp_path)
    with Entries(tmp_path / "other") as entries:
        kept = entries.keep(little_run(0, photo=photo))
        opened = opened_entry(entries, kept)
        assert opened.photo is not None
        assert (opened.source, opened.drawing.line_count, opened.path) == (photo, 8, None)
        photo_file(tmp_path, 1).replace(photo)
        assert opened_entry(entries, kept).photo is None


def test_settings_come_back_as_choices(tmp_path) -> None:
    settings = {"strokes": "auto:40", "detail": 30, "width": "1.5%", "pen": "brush", "preset": "draft", "seed": 4}
    request = {"photo": "/photos/duck.jpg", "prompt": "", "settings": settings}
    with Entries(tmp_path / "other") as entries:
        choices = choices_in(entries.keep(little_run(0, request=request)))
        assert choices is not None
        assert (choices.strokes, choices.limit, choices.detail, choices.width) == (None, 40, 0.3, 1.5)
        assert (choices.pen, choices.preset, choices.seed) == ("brush", "draft", 4)
        assert choices_in(entries.keep(little_run(0, request={"settings": {"mood": "calm"}}))) is None


def test_settings_are_shared_by_all_programs(tmp_path, qtbot) -> None:
    settings = GallerySettings(tmp_path / "runs")
    with qtbot.waitSignal(settings.changed):
        settings.set_limit(200)
    settings.set_keep_runs(False)
    assert read_settings(tmp_path / "runs") == StoreSettings(False, 200)
    settings.reset()
    assert settings.value == StoreSettings()
    (tmp_path / "file").write_text("")
    blocked = GallerySettings(tmp_path / "file")
    with qtbot.waitSignal(blocked.notified) as told:
        blocked.set_limit(300)
    assert told.args[0].text == "The choice cannot be stored."
