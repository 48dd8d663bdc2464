"""The figures of the model card: measured by the real program, and right where the answer is known."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from training.evaluate import main
from training.evaluation.supervised_head import SupervisedHead
from training.evaluation.tables import Table

from tests.cli.program import MAIN
from tests.perception.tiny_taureau_clip import shipped
from tests.training.tiny_renders import tiny_renders


def test_the_program_measures_the_same_each_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tiny_renders(tmp_path)
    options = [
        str(tmp_path / "renders.npz"), "--weights", str(shipped(tmp_path)),
        "--samples", "none", "--json", str(tmp_path / "figures.json"),
    ]  # fmt: skip
    assert main(options) == 0
    first = capsys.readouterr().out
    assert "### Zero-shot, on families never seen" in first
    assert "### Attributes" in first
    families, attributes = json.loads((tmp_path / "figures.json").read_text(encoding="utf-8"))
    (little,) = families["rows"]
    assert (little["family"], little["pictures"], little["chance"]) == ("little", 6, 0.3333)
    assert little["top-5"] == 1.0  # of three names
    assert [row["chance"] for row in attributes["rows"]] == [0.5, 0.5, 0.5]
    command = [sys.executable, "-m", "training.evaluate", *options]
    again = subprocess.run(command, cwd=MAIN.parent, capture_output=True, text=True, check=False, timeout=120)
    assert (again.returncode, again.stdout) == (0, first), again.stderr


def test_what_is_missing_is_said_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for options in ([tmp_path / "renders.npz", "--weights", shipped(tmp_path)], [tmp_path / "renders.npz"]):
        assert main([str(option) for option in options]) == 2
        error = capsys.readouterr().err
        assert error.startswith("evaluate: ")
        assert len(error.splitlines()) == 1


def test_the_head_learns_what_can_be_told_apart() -> None:
    random = torch.Generator().manual_seed(0)
    labels = torch.arange(60) % 3
    features = torch.eye(3)[labels] @ torch.randn(3, 8, generator=random) * 4 + torch.randn(60, 8, generator=random)
    head = SupervisedHead(features[:30], labels[:30], 3)
    assert float((head(features[30:]).argmax(1) == labels[30:]).float().mean()) > 0.9


def test_the_head_is_at_its_optimum() -> None:
    """There the slope of the loss is nothing: classes are expected as often as they are there."""
    random = torch.Generator().manual_seed(1)
    features, labels = torch.randn(40, 4, generator=random), torch.arange(40) % 2
    shares = SupervisedHead(features, labels, 2)(features).softmax(1).mean(0)
    assert shares.tolist() == pytest.approx([0.5, 0.5], abs=1e-3)


def test_a_table_is_markdown_and_facts() -> None:
    table = Table("Title", "A note.", ("what", "share", "many"), (("one", 0.12345, 7),))
    assert table.markdown() == (
        "### Title\n\nA note.\n\n| what | share | many |\n| --- | --- | --- |\n| one | 12.3 % | 7 |\n"
    )
    rows = [{"what": "one", "share": 0.1235, "many": 7}]
    assert table.facts() == {"title": "Title", "note": "A note.", "rows": rows}
