"""`taureau doctor` on this machine, and on one where something is wrong."""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from taureau.machine_speed import measured_speed
from taureau.store.entries import Entries
from taureau.version import VERSION

from tests.cli.program import taureau
from tests.store.runs import little_run


@pytest.fixture(autouse=True)
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_SPEED", str(tmp_path / "speed.json"))
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "models"))
    monkeypatch.delenv("TAUREAU_CLIP")


def test_the_page_says_what_is_here_and_how_fast_it_draws():
    result = taureau("doctor")
    assert result.returncode == 0, result
    lines = result.stdout.splitlines()
    assert lines[0] == f"Taureau {VERSION}"
    assert any(line.startswith("ok  torch ") for line in lines)
    assert any(line.startswith("ok  taureau-clip ") and line.endswith("intact") for line in lines)
    speed = measured_speed()
    assert speed is not None
    assert f"16 strokes (standard) in {speed.standard:.1f} s" in result.stdout
    assert speed.draft > 0


def test_json_without_the_speed():
    found = json.loads(taureau("doctor", "--no-speed", "--json").stdout)
    assert (found["version"], found["speed"], found["default_preset"]) == (VERSION, None, "standard")
    assert {finding["standing"] for finding in found["findings"]} <= {"ok", "missing"}
    assert measured_speed() is None


def test_a_library_that_qt_lacks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def lacking(path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("taureau.cli.doctor.ctypes.CDLL", lacking)
    result = taureau("doctor", "--no-speed")
    assert result.returncode == 1
    assert "libxcb-cursor.so.0 is missing: the README lists the system packages" in result.stdout
    assert result.stderr == "taureau: not as it should be: window\n"


@pytest.mark.parametrize(("frozen", "how"), [(False, "install it by `pip install"), (True, "is not in this bundle")])
def test_an_extra_that_is_missing_is_added_by_pip_but_in_a_bundle(
    frozen: bool, how: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("taureau.cli.doctor.find_spec", lambda name: None if name == "ray" else find_spec(name))
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    (line,) = [line for line in taureau("doctor", "--no-speed").stdout.splitlines() if "extra farm" in line]
    assert line.startswith("--")
    assert how in line


def test_a_broken_model_is_said_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "models" / "vit-b-16").mkdir(parents=True)
    (tmp_path / "models" / "vit-b-16" / "record.json").write_text("{")
    result = taureau("doctor", "--no-speed")
    assert result.returncode == 1
    assert "import the model again, or `taureau models remove vit-b-16`" in result.stdout


def test_settings_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TAUREAU_SPEED", str(tmp_path / "file" / "speed.json"))
    result = taureau("doctor")
    assert result.returncode == 1
    assert "!!  settings" in result.stdout


def test_the_gallery_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "runs"))
    assert "still empty" in taureau("doctor", "--no-speed").stdout
    with Entries(tmp_path / "runs") as entries:
        entries.keep(little_run(0))
    assert f"{tmp_path / 'runs'}, 1 runs" in taureau("doctor", "--no-speed").stdout
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "file"))
    assert "!!  gallery" in taureau("doctor", "--no-speed").stdout
