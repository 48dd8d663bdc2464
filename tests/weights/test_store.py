"""What is here is whole, or is said not to be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from taureau.weights import (
    DamagedWeightsError,
    MissingWeightsError,
    RefusedWeightsError,
    StoppedError,
    find_model,
    import_model,
    is_present,
    locate,
    remove,
    state_of,
    store,
    verify,
)

from tests.weights.little import PADDED, LittleCatalogue


@pytest.fixture
def here(tmp_path: Path, little: LittleCatalogue) -> Path:
    """The file of a model, "little", that was imported."""
    little.add_encoder()
    (tmp_path / "incoming.safetensors").write_bytes(PADDED)
    list(import_model("little", tmp_path / "incoming.safetensors"))
    return little.models / "little" / "little.safetensors"


def spoil(path: Path, *, keep_time: bool = False) -> None:
    """Turn one bit of the file."""
    before = path.stat()
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    if keep_time:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    else:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1_000_000))


def test_a_file_that_changed_is_not_loaded(here: Path) -> None:
    assert locate("little") == here
    spoil(here)
    with pytest.raises(DamagedWeightsError, match=r"is not the file that came .*`taureau models remove little`"):
        locate("little")
    assert is_present("little")  # which only looks, and reads nothing


def test_a_hash_is_computed_once_for_a_file_that_stays_as_it_is(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hashed = store.hashed
    read: list[Path] = []
    monkeypatch.setattr(store, "hashed", lambda path, *rest: (read.append(path), hashed(path, *rest))[1])
    locate("little")
    assert read == []  # it was compared when it came
    os.utime(here, ns=(1, 2))
    locate("little")
    assert read == [here]
    store._checked.clear()  # as in another process
    locate("little")
    assert read == [here]


def test_weights_on_a_disk_that_cannot_be_written(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(30, "Read-only file system")

    os.utime(here, ns=(1, 2))
    monkeypatch.setattr("taureau.weights.folder.os.replace", refuse)
    assert locate("little") == here
    assert sorted(path.name for path in here.parent.iterdir()) == ["little.safetensors", "record.json"]


def test_verify_reads_even_what_looks_unchanged(here: Path) -> None:
    events = list(verify("little"))
    assert {event.stage for event in events} == {"checking"}
    assert events[-1].done == events[-1].total == len(PADDED)
    spoil(here, keep_time=True)
    assert locate("little") == here
    with pytest.raises(DamagedWeightsError, match="is not the file that came"):
        list(verify("little"))


def test_verify_can_be_stopped(here: Path) -> None:
    with pytest.raises(StoppedError):
        list(verify("little", lambda: True))


def test_the_builtin_weights_are_verified_by_their_name() -> None:
    assert next(iter(verify("builtin"))).total == state_of(find_model("builtin")).size


def test_files_cut_off_or_gone(here: Path) -> None:
    here.write_bytes(PADDED[:1000])
    with pytest.raises(DamagedWeightsError, match=f"has 1000 bytes instead of {len(PADDED)}"):
        locate("little")
    here.unlink()
    with pytest.raises(DamagedWeightsError, match="is gone"):
        locate("little")
    assert not is_present("little")
    assert "is gone" in state_of(find_model("little")).broken


@pytest.mark.parametrize("record", ["", "{}", '{"files": {"a": {}}}', '{"files": {}}', "[]"])
def test_a_broken_record_is_no_record(record: str, here: Path) -> None:
    (here.parent / "record.json").write_text(record)
    with pytest.raises(DamagedWeightsError, match=r"record\.json is broken: import the model again"):
        locate("little")


def test_a_record_that_contradicts_the_published_hash(here: Path, little: LittleCatalogue) -> None:
    little.entries[0]["files"][0]["sha256"] = "0" * 64
    little.add_encoder("another")  # which writes the catalogue
    with pytest.raises(DamagedWeightsError, match="is not the file its makers published"):
        locate("little")


def test_a_file_put_there_by_hand_is_not_taken_for_a_model(little: LittleCatalogue) -> None:
    little.add_encoder()
    (little.models / "little").mkdir(parents=True)
    (little.models / "little" / "little.safetensors").write_bytes(PADDED)
    with pytest.raises(MissingWeightsError):
        locate("little")


def test_remove(here: Path, little: LittleCatalogue) -> None:
    assert remove("little") > len(PADDED)
    assert list(little.models.iterdir()) == []
    assert not is_present("little")
    with pytest.raises(MissingWeightsError, match="nothing to remove"):
        remove("little")
    with pytest.raises(RefusedWeightsError, match="comes with the installation and stays"):
        remove("builtin")
