"""Names of a photo and of a drawing among the classes of the built-in network."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.document import Drawing, Layer, Stroke
from taureau.engine.runs.naming import drawing_names, photo_names
from taureau.geometry import Curve
from taureau.perception import own_clip
from taureau.photo import load_photo
from taureau.resources import resource

from tests.perception.tiny_taureau_clip import shipped

DRAWING = Drawing(100, 100, (Layer("Drawing", (Stroke(Curve.line((10, 10), (90, 90)), 3.0),)),))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(autouse=True)
def own(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(files))


def test_a_photo_has_five_names_the_most_probable_first() -> None:
    found = photo_names(load_photo(resource("samples/duck.jpg")).pixels)
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert (len(found), next(iter(found)) in ("goose", "duck", "drake", "mallard")) == (5, True)
    assert 0 < sum(found.values()) <= 1


def test_a_drawing_is_compared_with_all_names() -> None:
    best = drawing_names(DRAWING)
    assert (len(best), set(best) <= set(own_clip().names)) == (5, True)
    among = drawing_names(DRAWING, ("goose", *best))
    assert among.keys() == {"goose", *best}
    assert {name: among[name] for name in best} == pytest.approx(best)
