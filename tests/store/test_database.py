"""Transactions on one file, whatever happens to it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from taureau.store.database import FILE, Database
from taureau.store.errors import StoreError
from taureau.store.schema import MIGRATIONS

ADD = (
    "INSERT INTO entries (id, made_at, origin, name, words, outcome, reason, strokes, seconds, favourite, notes, photo,"
    " request, gains) VALUES (?, '', 'window', ?, '', 'finished', '', 1, 1.0, 0, '', '', '{}', '[]')"
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "runs") as database:
        yield database


def add(database: Database, *names: str) -> None:
    database.write(lambda connection: connection.executemany(ADD, [(name, name) for name in names]))


def names(database: Database) -> list[str]:
    rows = database.read(lambda connection: connection.execute("SELECT name FROM entries ORDER BY sequence").fetchall())
    return [name for (name,) in rows]


def test_what_is_written_is_there_in_the_next_program(database: Database) -> None:
    add(database, "duck", "bicycle")
    with Database(database.folder) as other:
        assert names(other) == ["duck", "bicycle"]
        (mode,) = other.read(lambda connection: connection.execute("PRAGMA journal_mode").fetchone())
        assert mode == "wal"


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute(ADD, ("duck", "duck"))
        raise KeyError("duck")

    with pytest.raises(KeyError):
        database.write(work)
    assert names(database) == []


def test_several_programs_write_at_once(database: Database) -> None:
    add(database, "first")
    program = (
        "import sys; from pathlib import Path; from taureau.store.database import Database\n"
        "database = Database(Path(sys.argv[1]))\n"
        f"add = {ADD!r}\n"
        "for number in range(50):\n"
        "    name = f'{sys.argv[2]}-{number}'\n"
        "    database.write(lambda connection: connection.execute(add, (name, name)))\n"
        "database.close()\n"
    )
    others = [
        subprocess.Popen([sys.executable, "-c", program, str(database.folder), name], env={**os.environ})
        for name in ("one", "two")
    ]
    assert [other.wait(timeout=120) for other in others] == [0, 0]
    assert len(set(names(database))) == 101


def test_a_program_that_waits_too_long_is_told_of_the_other(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database, "duck")
    monkeypatch.setattr("taureau.store.database.BUSY", 0.05)
    with closing(sqlite3.connect(database.folder / FILE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Database(database.folder) as late, pytest.raises(StoreError, match="Another program is writing"):
            add(late, "bicycle")
        other.execute("ROLLBACK")
    assert names(database) == ["duck"]


def test_an_older_database_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Database(tmp_path) as database:
        add(database, "duck")
    monkeypatch.setattr(
        "taureau.store.database.MIGRATIONS", (*MIGRATIONS, ("ALTER TABLE entries ADD COLUMN mood TEXT DEFAULT 'calm'",))
    )
    with Database(tmp_path) as database:
        row = database.read(lambda connection: connection.execute("SELECT name, mood FROM entries").fetchone())
    assert row == ("duck", "calm")


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Database(tmp_path) as database:
        add(database, "duck")
    broken = ("CREATE TABLE half (one TEXT)", "CREATE TABLE entries (one TEXT)")
    with monkeypatch.context() as patched:
        patched.setattr("taureau.store.database.MIGRATIONS", (*MIGRATIONS, broken))
        with Database(tmp_path) as database, pytest.raises(StoreError):
            names(database)
    with Database(tmp_path) as database:
        assert names(database) == ["duck"]
        tables = database.read(lambda connection: connection.execute("SELECT name FROM sqlite_schema").fetchall())
    assert ("half",) not in tables


def test_a_newer_database_is_left_as_it_is(tmp_path: Path) -> None:
    with Database(tmp_path) as database:
        add(database, "duck")
    with closing(sqlite3.connect(tmp_path / FILE)) as file:
        file.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with Database(tmp_path) as database:
        with pytest.raises(StoreError, match="newer Taureau: update this one"):
            add(database, "bicycle")
        assert database.set_aside is None
    with closing(sqlite3.connect(tmp_path / FILE)) as file:
        assert file.execute("SELECT count(*) FROM entries").fetchone() == (1,)


def test_what_is_no_database_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all " * 500)
    with Database(tmp_path) as database:
        add(database, "duck")
        assert names(database) == ["duck"]
        assert database.set_aside is not None
        assert database.set_aside.read_bytes().startswith(b"not a database")


def test_what_can_be_read_of_a_damaged_database_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = ("CREATE TABLE marks (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",)
    monkeypatch.setattr("taureau.store.database.MIGRATIONS", (*MIGRATIONS, table))
    rows = [(number, "x" * 200) for number in range(400)]
    with Database(tmp_path) as database:
        database.write(lambda connection: connection.executemany("INSERT INTO marks VALUES (?, ?)", rows))
    data = bytearray((tmp_path / FILE).read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 4096] = b"\xee" * 4096
    (tmp_path / FILE).write_bytes(data)
    with Database(tmp_path) as database:
        database.check()
        assert database.set_aside is not None
        kept = database.read(lambda connection: connection.execute("SELECT * FROM marks ORDER BY number").fetchall())
    assert len(rows) // 2 < len(kept) < len(rows)
    assert set(kept) < set(rows)
    assert (kept[0], kept[-1]) == (rows[0], rows[-1])


def test_a_sound_database_is_not_replaced_by_a_check(database: Database) -> None:
    add(database, "duck")
    database.check()
    assert database.set_aside is None
    assert names(database) == ["duck"]


def test_a_folder_that_is_deleted_meanwhile_is_made_anew(database: Database) -> None:
    add(database, "duck")
    for file in database.folder.iterdir():
        file.unlink()
    database.folder.rmdir()
    add(database, "bicycle")
    assert names(database) == ["bicycle"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Database(tmp_path / "file" / "runs") as database, pytest.raises(StoreError, match="check the folder"):
        add(database, "duck")


def test_a_full_disk_is_said_and_costs_nothing_that_is_there(database: Database) -> None:
    add(database, "duck")

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 1")  # as much as there is already
        connection.executemany(ADD, [(str(number), "x" * 4000) for number in range(100)])

    with pytest.raises(StoreError, match="full: make room"):
        database.write(fill)
    assert names(database) == ["duck"]
    add(database, "bicycle")
