"""The gallery's entries: kept, found, changed, removed, brought back, and made anew from their files."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from taureau.document import drawing_to_svg, load_svg
from taureau.store import entry_folder
from taureau.store.database import FILE
from taureau.store.entries import Entries, keep
from taureau.store.entry import entry_as_json, entry_from, photo_reference
from taureau.store.errors import StoreError
from taureau.store.search import Search
from taureau.store.settings import StoreSettings, read_settings, write_settings

from tests.store.runs import little_drawing, little_photo, little_run, photo_file


@pytest.fixture
def entries(tmp_path: Path) -> Iterator[Entries]:
    with Entries(tmp_path / "runs") as entries:
        yield entries


def names(entries: Entries, search: Search | None = None) -> list[str]:
    return [found.name for found in entries.find(search)]


def test_a_run_is_kept_with_all_that_is_known_of_it(entries: Entries, tmp_path: Path) -> None:
    photo = photo_file(tmp_path)
    run = little_run(3, photo=photo, pixels=little_photo(3), words="a red cat", name="", outcome="stopped")
    kept = entries.keep(run)
    with Entries(entries.folder) as later:
        found = later.entry(kept.id)
        assert found == kept
        assert later.drawing(kept.id) == drawing_to_svg(little_drawing(3))
        assert (later.photo_thumbnail(kept.id) or b"")[:2] == b"\xff\xd8"  # JPEG
    assert (kept.name, kept.words, kept.outcome, kept.strokes) == ("photo-0", "a red cat", "stopped", 8)
    assert kept.gains[:2] == (0.1, 0.05)
    assert kept.photo is not None
    assert kept.photo.state == "same"
    assert kept.request["settings"] == {"seed": 3}


def test_a_photo_that_was_replaced_or_is_gone_is_known(tmp_path: Path) -> None:
    path = photo_file(tmp_path)
    reference = photo_reference(path)
    photo_file(tmp_path, 1).replace(path)
    assert reference.state == "changed"
    path.unlink()
    assert reference.state == "gone"


def test_a_run_without_a_drawing_tells_why(entries: Entries) -> None:
    kept = entries.keep(little_run(0, drawing=None, outcome="failed", reason="Out of memory."))
    (found,) = entries.find(Search(kind="failed"))
    assert (found.reason, found.strokes) == ("Out of memory.", 0)
    assert entries.drawing(kept.id) is None
    assert entries.drawing_thumbnail(kept.id) is None


def test_the_newest_come_first_even_when_the_clock_was_set_back(
    entries: Entries, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries.keep(little_run(0, name="first"))

    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(days=400)

    monkeypatch.setattr("taureau.store.entries.datetime", Earlier)
    entries.keep(little_run(1, name="second"))
    assert names(entries) == ["second", "first"]
    entries.database.close()
    (entries.folder / FILE).write_bytes(b"damage" * 1000)
    assert names(entries) == ["second", "first"]


def test_entries_are_found_by_words_kind_favourite_and_date(entries: Entries) -> None:
    kept = [entries.keep(little_run(number)) for number in range(10)]
    entries.keep(little_run(10, drawing=None, outcome="failed", name="broken photo"))
    entries.set_notes(kept[4].id, "for the GREEN wall\n")
    entries.set_favourite([kept[0].id, kept[5].id], True)
    assert names(entries, Search("DUCK")) == ["duck"]
    assert names(entries, Search("strasse a")) == ["Straße"]  # “ß” is folded, and the words may be anywhere
    assert names(entries, Search("green")) == ["sailing boat"]
    assert names(entries, Search("100%")) == []
    assert names(entries, Search(kind="failed")) == ["broken photo"]
    assert names(entries, Search(kind="words")) == ["violin", "Straße", "chair", "cat", "bicycle"]
    assert len(names(entries, Search(kind="photo"))) == 6
    assert names(entries, Search(favourites=True)) == ["chair", "duck"]
    now = datetime.now(UTC)
    assert len(names(entries, Search(since=now - timedelta(hours=1)))) == 11
    assert names(entries, Search(since=now + timedelta(hours=1))) == []


def test_removed_entries_come_back_until_they_are_purged(entries: Entries) -> None:
    kept = [entries.keep(little_run(number)) for number in range(3)]
    ids = [kept[0].id, kept[2].id]
    entries.remove(ids)
    assert names(entries) == ["bicycle"]
    entries.restore(ids)
    assert names(entries) == ["teapot", "bicycle", "duck"]
    entries.remove(ids)
    entries.purge([*ids, kept[1].id])
    assert names(entries) == ["bicycle"]
    assert entry_folder.ids_in(entries.folder) == [kept[1].id]


def test_beyond_the_limit_the_oldest_go_that_nobody_marked(entries: Entries) -> None:
    write_settings(entries.folder, StoreSettings(limit=10))
    kept = [entries.keep(little_run(number, name=str(number))) for number in range(10)]
    entries.set_favourite([kept[0].id], True)
    entries.set_notes(kept[2].id, "keep this")
    for number in range(10, 14):
        entries.keep(little_run(number, name=str(number)))
    assert names(entries) == ["13", "12", "11", "10", "9", "8", "7", "6", "2", "0"]
    assert len(entry_folder.ids_in(entries.folder)) == 10


def test_nothing_is_kept_where_the_user_does_not_want_it(tmp_path: Path) -> None:
    write_settings(tmp_path, StoreSettings(keep_runs=False))
    assert keep(little_run(0), tmp_path) is None
    write_settings(tmp_path, StoreSettings())
    assert keep(little_run(0), tmp_path) is not None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"keep_runs": 1, "limit": 3}', '{"limit": true}'])
def test_settings_that_make_no_sense_count_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.json").write_text(content)
    assert read_settings(tmp_path) == StoreSettings()


def test_a_damaged_store_is_made_anew_from_the_files(entries: Entries) -> None:
    kept = [entries.keep(little_run(number)) for number in range(6)]
    entries.set_favourite([kept[1].id], True)
    entries.set_notes(kept[2].id, "notes stay")
    entries.rename(kept[3].id, "a cat of mine")
    entries.remove([kept[4].id])
    before = [entries.entry(one.id) for one in kept]
    (entries.folder / "entries" / kept[5].id / "entry.json").write_text("{")
    entries.database.close()
    (entries.folder / FILE).write_bytes(os.urandom(5000))
    for wal in entries.folder.glob("runs.db-*"):
        wal.unlink()
    assert [entries.entry(one.id) for one in kept[:5]] == before[:5]
    assert entries.entry(kept[5].id) is None
    assert names(entries) == ["a cat of mine", "teapot", "bicycle", "duck"]
    assert entries.database.set_aside is not None
    assert entries.keep(little_run(6)).sequence > kept[4].sequence


def test_entries_of_a_deleted_database_are_found_again(entries: Entries) -> None:
    entries.keep(little_run(0))
    entries.keep(little_run(1))
    entries.database.close()
    for file in entries.folder.glob("runs.db*"):
        file.unlink()
    assert names(entries) == []
    entries.tidy()
    assert names(entries) == ["bicycle", "duck"]


def test_what_was_removed_long_ago_or_never_completed_is_tidied_away(
    entries: Entries, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new, lost = (entries.keep(little_run(number)) for number in range(3))
    with monkeypatch.context() as patched:
        patched.setattr("taureau.store.entries.time.time", lambda: 1e9)
        entries.remove([old.id])
    entries.remove([new.id])
    entry_folder.discard(entry_folder.folder_of(entries.folder, lost.id))
    part = entries.folder / "entries" / ".part-0"
    part.mkdir()
    os.utime(part, (1e9, 1e9))
    entries.tidy()
    assert entry_folder.ids_in(entries.folder) == [new.id]
    assert not part.exists()
    entries.restore([old.id, new.id, lost.id])
    assert names(entries) == ["bicycle"]


def test_a_full_disk_is_said_and_leaves_nothing_half(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    entries.keep(little_run(0))

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(StoreError, match="full: make room"):
            entries.keep(little_run(1))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)  # the facts, in the middle of the transaction
        with pytest.raises(StoreError, match="full: make room"):
            entries.keep(little_run(1))
    assert names(entries) == ["duck"]
    assert len(list((entries.folder / "entries").iterdir())) == 1


ROOT = Path(__file__).parents[2]
READ_ONLY = """
import os, sys
from pathlib import Path
from taureau.store.entries import Entries
from taureau.store.errors import StoreError
from tests.store.runs import little_run
if os.geteuid() == 0:  # whom no mode stops
    os.setuid(65534)
with Entries(Path(sys.argv[1])) as entries:
    try:
        entries.keep(little_run(1))
    except StoreError as error:
        print(error)
    print([found.name for found in entries.find()])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode")
def test_a_read_only_folder_is_said_and_can_still_be_looked_at(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("shared")
    with Entries(folder) as entries:
        entries.keep(little_run(0))
    below = Path(tempfile.gettempdir()).resolve()
    for parent in folder.resolve().parents:
        if parent.is_relative_to(below) and parent != below:
            parent.chmod(0o755)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755)
    assert done.stderr == ""
    said, found = done.stdout.splitlines()
    assert "check the folder and its rights" in said
    assert found == "['duck']"


def test_entries_survive_json(tmp_path: Path) -> None:
    with Entries(tmp_path) as entries:
        kept = entries.keep(little_run(0, photo=photo_file(tmp_path)))
    assert entry_from(json.loads(json.dumps(entry_as_json(kept)))) == kept
    for name, value in (("id", "../../etc"), ("outcome", "won"), ("gains", ["x"]), ("strokes", -1), ("made_at", "now")):
        with pytest.raises(ValueError):
            entry_from({**entry_as_json(kept), name: value})


def test_thumbnails_show_the_drawing(entries: Entries) -> None:
    from io import BytesIO

    from PIL import Image

    kept = entries.keep(little_run(0))
    data = entries.drawing_thumbnail(kept.id)
    assert data is not None
    with Image.open(BytesIO(data)) as picture:
        assert max(picture.size) == 400
        assert picture.getextrema()[3] == (0, 255)  # transparent but for the lines
    assert load_svg(entries.drawing_file(kept.id)).line_count == 8
    entry_folder.folder_of(entries.folder, kept.id).joinpath("drawing.svg").unlink()
    assert entries.drawing_thumbnail(kept.id) == data  # it was made once


def test_a_record_does_not_depend_on_its_photo_being_there(entries: Entries, tmp_path: Path) -> None:
    kept = entries.keep(replace(little_run(0), photo=tmp_path / "gone.jpg", name=""))
    assert (kept.photo, kept.name) == (None, "gone")
