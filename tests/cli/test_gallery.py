"""What `sketch` leaves in the gallery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from taureau.document import load_svg
from taureau.jobs.job import job_from
from taureau.store.entries import Entries
from taureau.store.settings import StoreSettings, write_settings

from tests.cli.program import taureau


@pytest.fixture
def entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Entries]:
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "runs"))
    with Entries() as entries:
        yield entries


def test_a_run_is_kept_and_can_be_drawn_again(
    entries: Entries, duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(duck_photo.parent)
    output = tmp_path / "duck.svg"
    result = taureau("sketch", duck_photo.name, "-o", output, "--preset", "draft", "--strokes", 5, "--tone", "hatch")
    assert result.returncode == 0
    (found,) = entries.find()
    assert (found.name, found.outcome, found.strokes) == ("duck", "finished", 5)
    assert entries.drawing(found.id) == output.read_text()
    kept = entries.entry(found.id)
    assert kept is not None
    assert kept.origin == "sketch"
    assert kept.photo is not None
    assert kept.photo.path == duck_photo
    job = job_from(kept.request)
    assert (job.photo, job.settings.strokes, job.settings.tone) == (duck_photo, 5, "hatch")


def test_the_run_or_the_user_may_not_want_it(entries: Entries, duck_photo: Path, tmp_path: Path) -> None:
    options = ("sketch", duck_photo, "-o", tmp_path / "duck.svg", "--preset", "draft", "--strokes", 3)
    assert taureau(*options, "--no-gallery").returncode == 0
    assert not entries.folder.exists()
    write_settings(entries.folder, StoreSettings(keep_runs=False))
    assert taureau(*options).returncode == 0
    assert [path.name for path in entries.folder.iterdir()] == ["settings.json"]


def test_a_gallery_that_cannot_be_written_costs_nothing_but_a_line(
    duck_photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "file" / "runs"))
    output = tmp_path / "duck.svg"
    result = taureau("sketch", duck_photo, "-o", output, "--preset", "draft", "--strokes", 3)
    assert result.returncode == 0
    assert load_svg(output).stroke_count == 3
    (line,) = [line for line in result.stderr.splitlines() if "gallery" in line]
    assert line.startswith("taureau: This run is not in the gallery. The runs in ")
    assert line.endswith("check the folder and its rights.")
