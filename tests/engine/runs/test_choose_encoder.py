"""Which encoders a request gets, on tiny models that lie where real ones would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from taureau.engine.encoders import default_preset, encoders_for
from taureau.engine.errors import CannotDrawError
from taureau.engine.request import SketchRequest
from taureau.engine.runs.choose_encoder import choose_encoders
from taureau.perception import ClipEncoder, load_encoder
from taureau.weights import OWN_CLIP, STROKES_FILE, MissingWeightsError, remove

from tests.engine.tiny import disc_request
from tests.perception.tiny_clip import IDS, bring, clip_catalogue
from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which snapshots can be made; no CLIP is here yet."""
    clip_catalogue(tmp_path, monkeypatch)
    return tmp_path


def names(**changes: object) -> tuple[str, str]:
    encoder, saliency_encoder = choose_encoders(disc_request(**changes), "cpu")
    return encoder.name, saliency_encoder.name


def test_clipasso_looks_with_vit_b_32_where_it_is_here(here: Path) -> None:
    bring("rn101", "resnet", here)
    assert names(preset="clipasso") == ("rn101", "rn101")
    bring("vit-b-32", "vit", here)
    assert names(preset="clipasso") == ("rn101", "vit-b-32")
    assert names(preset="fine") == ("rn101", "rn101")


def test_fine_takes_the_preferred_encoder_that_is_here_or_the_one_asked_for(here: Path) -> None:
    assert default_preset() == "standard"
    bring("vit-b-32", "vit", here)
    assert default_preset() == "fine"
    assert names(preset="fine")[0] == "vit-b-32"
    bring("mobileclip2-s0", "timm", here)
    assert names(preset="fine")[0] == "mobileclip2-s0"
    assert names(preset="fine", encoder="vit-b-32")[0] == "vit-b-32"


def test_words_alone_fall_to_the_one_that_ships_where_no_larger_one_is_here(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = shipped(here)
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    words = SketchRequest(None, 100, 100, prompt="a cat", preset="fine")
    assert choose_encoders(words, "cpu")[0].name == OWN_CLIP
    for asked in (disc_request(prompt="a cat", preset="fine"), replace(words, preset="clipasso")):
        with pytest.raises(CannotDrawError):
            choose_encoders(asked, "cpu")
    assert default_preset() == "standard"
    bring("vit-b-32", "vit", here)
    assert choose_encoders(words, "cpu")[0].name == "vit-b-32"


def test_without_its_decoder_of_strokes_words_alone_need_a_larger_one(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "config.json").write_text("{}")
    monkeypatch.setenv("TAUREAU_CLIP", str(here))
    with pytest.raises(CannotDrawError) as refused:
        choose_encoders(SketchRequest(None, 100, 100, prompt="a cat", preset="fine"), "cpu")
    assert (
        refused.value.what_to_do == "Get it with `taureau models fetch datacomp-vit-b-32-256`."
    )  # without words, nothing


def test_it_comes_last_on_every_device(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "config.json").write_text("{}")
    (here / STROKES_FILE).touch()
    monkeypatch.setenv("TAUREAU_CLIP", str(here))
    for device in ("cpu", "cuda"):
        *larger, last = encoders_for("fine", device, alone=True)
        assert (set(larger), last) == (set(IDS), OWN_CLIP)
        assert list(encoders_for("fine", device)) == larger


def test_an_encoder_is_kept_until_its_file_changes(here: Path) -> None:
    bring("rn101", "resnet", here)
    first = load_encoder("rn101")
    assert load_encoder("rn101") is first
    remove("rn101")
    with pytest.raises(MissingWeightsError):
        load_encoder("rn101")
    bring("rn101", "vit", here, seed=1)
    other = load_encoder("rn101")
    assert isinstance(other, ClipEncoder)
    assert other.is_transformer
