"""The records of the queue: their order, their paths, and what is left of them when the file is damaged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from taureau.store import jobs
from taureau.store.database import FILE, Database
from taureau.store.jobs import JobRecord


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "store") as made:
        yield made


def record(name: str, **values: object) -> JobRecord:
    return JobRecord(0, 0, name, '{"prompt": "a cat"}', **values)


def names(database: Database) -> list[str]:
    return [one.name for one in database.read(jobs.select)]


def test_rows_come_back_as_they_were(database) -> None:
    folder = Path(os.fsdecode(b"/out/caf\xe9"))
    given = record("a", folder=folder, output=folder / "a.svg", named=True, wait="model", lacking="x", replaced=True)
    (job_id,) = database.write(lambda connection: jobs.insert(connection, [given]))
    found = database.read(lambda connection: jobs.row_of(connection, job_id))
    assert found is not None
    assert found == JobRecord(**vars(given) | {"id": job_id, "position": 1})
    assert database.read(lambda connection: jobs.is_output(connection, folder / "a.svg"))
    assert not database.read(lambda connection: jobs.is_output(connection, folder / "b.svg"))
    assert database.read(lambda connection: jobs.row_of(connection, 99)) is None


@settings(max_examples=20)
@given(order=st.permutations(range(5)), count=st.integers(0, 5), strangers=st.sets(st.integers(90, 99)))
def test_any_order_of_some_rows_puts_them_first(order, count, strangers, tmp_path_factory) -> None:
    with Database(tmp_path_factory.mktemp("store")) as database:
        ids = database.write(lambda connection: jobs.insert(connection, [record(str(name)) for name in range(5)]))
        wanted = [*strangers, *(ids[place] for place in order[:count])]
        database.write(lambda connection: jobs.set_order(connection, wanted))
        rest = [name for name in range(5) if name not in order[:count]]
        assert names(database) == [str(name) for name in (*order[:count], *rest)]
        database.write(lambda connection: jobs.insert(connection, [record("last")]))
        assert names(database)[-1] == "last"


def test_a_row_is_changed_only_while_it_fulfils_the_condition(database) -> None:
    (job_id,) = database.write(lambda connection: jobs.insert(connection, [record("a")]))
    claim = {"state": "running", "claim": "me"}
    assert database.write(lambda connection: jobs.update(connection, job_id, "state = 'waiting'", **claim))
    assert not database.write(lambda connection: jobs.update(connection, job_id, "state = 'waiting'", **claim))
    assert not database.write(lambda connection: jobs.update(connection, job_id, "claim = ?", ("you",), state="done"))
    assert database.write(lambda connection: jobs.update(connection, job_id, "claim = ?", ("me",), state="done"))


def test_files_and_settings_are_remembered(database) -> None:
    path = Path("/camera/a.jpg")
    assert database.write(lambda connection: jobs.remember(connection, path, "1:1"))
    assert not database.write(lambda connection: jobs.remember(connection, path, "1:1"))
    assert database.write(lambda connection: jobs.remember(connection, path, "1:2"))
    assert database.read(lambda connection: jobs.read_setting(connection, "paused")) is None
    database.write(lambda connection: jobs.write_setting(connection, "paused", True))
    assert database.read(lambda connection: jobs.read_setting(connection, "paused")) is True


def test_of_a_damaged_file_the_rows_that_can_be_read_are_kept(database) -> None:
    many = [record(f"job {number:03}", reason="x" * 500) for number in range(200)]
    database.write(lambda connection: jobs.insert(connection, many))
    database.write(lambda connection: jobs.remember(connection, Path("/camera/a.jpg"), "1:1"))
    database.write(lambda connection: jobs.write_setting(connection, "paused", True))
    database.read(lambda connection: connection.execute("SELECT 1").fetchall())
    database.close()
    file = database.folder / FILE
    damaged = bytearray(file.read_bytes())
    page = int.from_bytes(damaged[16:18], "big")
    middle = damaged.index(b"job 100") // page * page
    damaged[middle : middle + page] = b"\xff" * page
    file.write_bytes(damaged)
    database.check()
    assert database.set_aside is not None
    left = names(database)
    assert 100 <= len(left) < 200
    assert left[0] == "job 000"
    assert left[-1] == "job 199"
    assert database.read(lambda connection: jobs.read_setting(connection, "paused")) is True
    assert not database.write(lambda connection: jobs.remember(connection, Path("/camera/a.jpg"), "1:1"))
