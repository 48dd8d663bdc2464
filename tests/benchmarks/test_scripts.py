"""The scripts that measure everything run, on next to nothing; no time is asserted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch

from tests.benchmarks import all as everything
from tests.benchmarks import farm, gpu


def test_a_row_of_the_table_is_a_ratio_to_its_yardstick(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "all.json"
    assert everything.main(["--rounds", "1", "--only", "256 long strokes", "--out", str(out)]) == 0
    (row,) = json.loads(out.read_text(encoding="utf-8"))["rows"]
    assert row["ratio"] == pytest.approx(row["seconds"] / row["yardstick seconds"])
    assert row["yardstick"] == "arithmetic"
    assert "raster: 256 long strokes at 224 px" in capsys.readouterr().out


def test_a_command_is_measured_with_its_memory_and_its_failure_is_shown() -> None:
    sample = everything.process(["true"])
    assert sample.seconds > 0
    assert sample.memory is None or sample.memory > 0
    with pytest.raises(SystemExit, match="no-such-file failed"):
        everything.process(["cat", "/no-such-file"])


def test_every_yardstick_of_a_row_is_known() -> None:
    known = everything.yardsticks()
    assert all(row.yardstick in known for row in everything.rows())
    with pytest.raises(SystemExit):
        everything.main(["--only", "no such row"])


def test_every_part_for_a_device_is_rehearsed_on_the_processor(tmp_path: Path) -> None:
    out = tmp_path / "gpu.json"
    parts = ("kernels", "3 × 16", "2,048", "agreement of ink", "fine, rn101, 1 seed")
    assert gpu.main(["--rehearse", "--only", *parts, "--out", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["machine"]["rehearsal"] is True
    assert len(found) == 1 + len(parts)
    assert found["fine, rn101, 1 seed"]["step s"] > 0


def test_a_part_that_fails_is_recorded_and_the_others_are_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(plan: gpu.Plan) -> None:
        raise RuntimeError("no such kernel")

    monkeypatch.setattr(gpu.Plan, "kernels", broken)
    out = tmp_path / "gpu.json"
    assert gpu.main(["--rehearse", "--only", "kernels", "agreement of ink", "--out", str(out)]) == 1
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["kernels"]["error"] == "RuntimeError: no such kernel"
    assert found["agreement of ink and gradients with the CPU"]["ink, largest difference"] == 0


def test_a_farm_of_idle_machines_is_as_fast_as_its_parts() -> None:
    free = farm.Costs(send=0.0, keep=0.0, load=0.0)
    assert farm.simulated([1.0] * 64, 64, free) == (1.0, 1.0)
    assert farm.simulated([1.0] * 64, 1, free) == (64.0, 1.0)
    assert farm.simulated([1.0, 3.0], 2, free) == (3.0, pytest.approx(4 / 6))
    seconds, _ = farm.simulated([1.0] * 8, 8, farm.Costs(send=0.5, keep=0.0, load=2.0))
    assert seconds == 0.5 * 8 + 2.0 + 1.0  # the last photo is sent, its worker loads the engine and draws
    seconds, _ = farm.simulated([0.0] * 100, 10, farm.Costs(send=0.25, keep=0.75, load=0.0))
    assert seconds == 100.0  # the machine that has the batch is the bottleneck


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a device")
def test_without_a_device_it_says_so_in_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "gpu.json"
    assert gpu.main(["--out", str(out)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not out.exists()
