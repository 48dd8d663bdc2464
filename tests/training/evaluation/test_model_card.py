"""The model card says what was learnt from, how long, and what was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from training.errors import NoCheckpointError, NoFiguresError
from training.evaluation.model_card import write_card
from training.evaluation.tables import Table

from tests.training.tiny_renders import tiny_renders

FIGURES = Table("Unseen families", "Names of 12.", ("family", "top-1", "names"), (("little", 0.25, 12),))
CONFIG: dict[str, Any] = {
    "size": 80, "width": 256, "text": {"vocab_size": 11500},
    "bytes": {"image.safetensors": 9_100_000, "text.safetensors": 30_000_000},
    "training": {"steps": 1500, "seconds": 3600, "plan": {"batch": 128, "side": 80, "seed": 0, "splits": ["train"]}},
}  # fmt: skip


def folder(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Renders, a folder of what ships, and figures."""
    tiny_renders(tmp_path)
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (shipped / "config.json").write_text(json.dumps(CONFIG), encoding="utf-8")
    figures = tmp_path / "figures.json"
    figures.write_text(json.dumps([FIGURES.facts()]), encoding="utf-8")
    return tmp_path, shipped, figures


def test_it_holds_the_data_the_training_and_the_figures(tmp_path: Path) -> None:
    text = write_card(*folder(tmp_path)).read_text(encoding="utf-8")
    assert "39.1 MB in all" in text
    assert "18 pictures of 3 names, from 1 sets" in text  # three shapes, six of each are learnt from
    assert "| solid | 9 |" in text
    assert "1,500 steps of 128 pictures" in text
    assert "192,000 in all) in 60 minutes" in text
    assert FIGURES.markdown() in text
    assert text.index(FIGURES.markdown()) < text.index("## Tried") < text.index("## Limits")


def test_it_tells_which_weights_were_measured_on_names_never_learnt(tmp_path: Path) -> None:
    place, shipped, figures = folder(tmp_path)
    assert "names never learnt" not in write_card(place, shipped, figures).read_text(encoding="utf-8")
    (place / "names-unseen").mkdir()
    earlier = {**CONFIG, "training": {**CONFIG["training"], "steps": 1401}}
    (place / "names-unseen" / "config.json").write_text(json.dumps(earlier), encoding="utf-8")
    text = write_card(place, shipped, figures).read_text(encoding="utf-8")
    assert "names never learnt are of the weights after 1,401 steps" in text


def test_it_counts_what_was_taught_before_weights_were_gone_on_from(tmp_path: Path) -> None:
    place, shipped, figures = folder(tmp_path)
    first = CONFIG["training"]
    later = {**first, "steps": 500, "seconds": 600, "from": {"sha256": "00", "training": first}}
    (shipped / "config.json").write_text(json.dumps({**CONFIG, "training": later}), encoding="utf-8")
    text = write_card(place, shipped, figures).read_text(encoding="utf-8")
    assert "2,000 steps of 128 pictures" in text
    assert "256,000 in all) in 70 minutes" in text
    assert "After 1,500 steps it continued from the exported weights" in text


def test_without_figures_or_weights_it_says_what_to_run_first(tmp_path: Path) -> None:
    place, shipped, figures = folder(tmp_path)
    figures.write_text("[{}]", encoding="utf-8")
    with pytest.raises(NoFiguresError, match=r"training\.evaluate --json"):
        write_card(place, shipped, figures)
    (shipped / "config.json").unlink()
    with pytest.raises(NoCheckpointError, match="run the step `export` first"):
        write_card(place, shipped, figures)


def test_it_tells_what_the_projection_was_taught_afterwards(tmp_path: Path) -> None:
    place, shipped, figures = folder(tmp_path)
    assert "projection alone" not in write_card(place, shipped, figures).read_text(encoding="utf-8")
    drawings = {"steps": 300, "batch": 256, "features": 16_640, "drafts": 600, "names": 7_801}
    (shipped / "config.json").write_text(json.dumps({**CONFIG, "drawings": drawings}), encoding="utf-8")
    text = write_card(place, shipped, figures).read_text(encoding="utf-8")
    assert "16,640 pictures" in text
    assert "600 drafts" in text
    assert "among 7,801," in text
