"""Files are written whole or not at all."""

import os
import stat
from pathlib import Path

import pytest
from taureau.document import DocumentError, write_whole


def test_a_new_file_and_its_replacement(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.svg"]


def test_a_replaced_file_keeps_its_permissions_and_a_link_its_target(tmp_path: Path) -> None:
    path, link = tmp_path / "a.svg", tmp_path / "link.svg"
    path.write_bytes(b"one")
    path.chmod(0o640)
    link.symlink_to(path)
    write_whole(link, b"two")
    assert link.is_symlink()
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 125 + ".svg")
    write_whole(path, b"x")
    assert path.read_bytes() == b"x"


@pytest.mark.parametrize("name", ["missing/a.svg", "a.svg/b.svg", "folder", "nul\0l", "n" * 300])
def test_what_cannot_be_written_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.svg").write_bytes(b"old")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DocumentError, match=r"^Cannot save to '.*") as refusal:
        write_whole(f"{tmp_path}/{name}", b"new")
    assert "\n" not in str(refusal.value)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["a.svg", "folder"]
    assert (tmp_path / "a.svg").read_bytes() == b"old"


def test_a_device_is_not_replaced() -> None:
    with pytest.raises(DocumentError, match="it is not a file"):
        write_whole(os.devnull, b"x")


def test_when_replacing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match="No space left on device"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.svg"]
