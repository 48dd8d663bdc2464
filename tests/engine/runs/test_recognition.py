"""How well drawings are recognised: by an untaught CLIP, whose answers can be worked out beside it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.document import Drawing, Layer, Stroke
from taureau.engine import SketchRequest
from taureau.engine.runs.recognition import recognise
from taureau.engine.scene.render_drawing import drawing_view
from taureau.geometry import Curve
from taureau.perception import own_clip
from taureau.photo import load_photo

from tests.perception.tiny_taureau_clip import shipped

DRAWING = Drawing(200.0, 100.0, (Layer("lines", (Stroke(Curve.line((10, 10), (190, 80)), 4.0),)),))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def here(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def photo_request(photo: Path, mask: tuple[slice, slice] | None = None) -> SketchRequest:
    found = load_photo(photo)
    if mask is None:
        return SketchRequest(found.pixels, found.width, found.height)
    painted = np.zeros(found.pixels.shape[:2], dtype=bool)
    painted[mask] = True
    return SketchRequest(found.pixels, found.width, found.height, mask=painted)


def test_the_photos_best_name_is_looked_for_in_the_drawing(duck_photo: Path) -> None:
    found = recognise(DRAWING, photo_request(duck_photo))
    assert found is not None
    assert found.name in ("duck", "goose")
    clip = own_clip()
    seen = clip.encode_image(drawing_view(DRAWING, clip.size), embedding=True).direction()[0]
    shares = (clip.logit_scale * clip.class_directions @ seen).softmax(0)
    right = clip.names.index(found.name)
    assert found.probability == pytest.approx(float(shares[right]))
    assert found.rank == 1 + sum(float(share) > float(shares[right]) for share in shares)
    assert found.names == 1000
    assert found.seen == clip.names[int(shares.argmax())]


def test_words_are_a_name_more() -> None:
    found = recognise(DRAWING, SketchRequest(None, 200, 100, prompt="a cat", preset="fine"))
    assert found is not None
    assert (found.name, found.names) == ("a cat", 1001)


def test_what_was_painted_over_is_what_counts(duck_photo: Path) -> None:
    water = recognise(DRAWING, photo_request(duck_photo, (slice(0, 60), slice(0, 60))))
    assert water is not None
    assert water.name not in ("duck", "goose")


def test_where_it_is_missing_or_damaged_nothing_is_said(
    duck_photo: Path, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    assert recognise(DRAWING, photo_request(duck_photo)) is None
    for file in files.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes()[:1000])
    assert recognise(DRAWING, photo_request(duck_photo)) is None


def test_an_empty_drawing_shows_nothing() -> None:
    assert recognise(Drawing(10.0, 10.0), SketchRequest(None, 10, 10, prompt="a cat", preset="fine")) is None


def test_it_is_the_same_each_time(duck_photo: Path) -> None:
    torch.manual_seed(0)
    first = recognise(DRAWING, photo_request(duck_photo))
    torch.manual_seed(1)
    assert recognise(DRAWING, photo_request(duck_photo)) == first
