"""The measured speed of a machine, and the default preset that follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.engine.encoders import default_preset
from taureau.machine_speed import MachineSpeed, measured_speed, store_speed


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TAUREAU_SPEED", str(tmp_path / "settings" / "speed.json"))
    return tmp_path / "settings" / "speed.json"


@pytest.fixture
def clip_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taureau.engine.encoders.is_present", lambda _: True)


def test_what_was_measured_is_read_again():
    speed = MachineSpeed(0.25, 3.5, "cpu")
    assert measured_speed() is None
    store_speed(speed)
    assert measured_speed() == speed


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"draft": 1, "standard": "x", "device": "cpu"}', '{"draft": NaN}'])
def test_a_broken_file_is_as_if_nothing_was_measured(text: str, file: Path):
    file.parent.mkdir()
    file.write_text(text)
    assert measured_speed() is None
    assert default_preset() == "standard"


@pytest.mark.parametrize(
    ("standard", "device", "expected"),
    [(4.0, "cpu", "fine"), (10.0, "cpu", "standard"), (25.0, "cpu", "draft"), (10.0, "cuda", "fine")],
)
@pytest.mark.usefixtures("clip_installed")
def test_the_default_preset_is_the_best_that_is_quick_enough(standard: float, device: str, expected: str):
    assert default_preset() == "fine"
    store_speed(MachineSpeed(1.0, standard, device))
    assert default_preset() == expected


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_times_are_finite_and_more_than_nothing(seconds: float):
    with pytest.raises(ValueError, match="finite and more than 0"):
        MachineSpeed(seconds, 1.0, "cpu")
