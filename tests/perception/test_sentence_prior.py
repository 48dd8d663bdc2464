"""From images to the names that the stroke decoder has learnt."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from taureau.perception import TaureauClip
from taureau.perception.sentence_prior import SentencePrior, own_prior, packed_names, prior_from_file
from taureau.perception.taureau_clip import taureau_clip_from_folder
from taureau.photo import load_photo
from taureau.weights import NAMES_FILE, DamagedWeightsError, MissingWeightsError

from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="module")
def clip(files: Path) -> TaureauClip:
    return taureau_clip_from_folder(files)


def drawing() -> NDArray[np.uint8]:
    """A dark square on paper."""
    image = np.full((256, 256, 3), 255, np.uint8)
    image[100:140, 100:140] = 20
    return image


def prior_of(clip: TaureauClip, directions: torch.Tensor, usage: tuple[int, ...]) -> SentencePrior:
    """A prior whose names have these embeddings [N, 24] in CLIP's space."""
    sentences = torch.linalg.lstsq(clip.words.weight, (directions - clip.words.bias).T).solution.T
    return SentencePrior(clip, {f"name {number}": count for number, count in enumerate(usage)}, sentences)


def test_a_drawing_is_what_the_tower_sees_and_a_photo_its_classes(clip: TaureauClip, duck_photo: Path) -> None:
    photo = load_photo(duck_photo).pixels
    prepared = clip.prepare(drawing())
    drawn = clip.encode_image(prepared, embedding=True).direction()
    seen, _ = clip.photos(clip.prepare(photo))
    prior = prior_of(clip, torch.cat([drawn, seen]), (1, 1))
    assert prior.meaning(drawing()).names[0] == "name 0"
    assert prior.meaning(photo).names[0] == "name 1"


def test_of_names_as_near_the_one_that_is_drawn_most_is_first(clip: TaureauClip) -> None:
    drawn = clip.encode_image(clip.prepare(drawing()), embedding=True).direction()
    meaning = prior_of(clip, drawn.expand(3, -1), (4, 5, 1)).meaning(drawing())
    assert meaning.names == ("name 1", "name 0")  # the third is too unlikely beside them
    assert meaning.sentences.shape == (2, 32)
    assert torch.allclose(meaning.sentences.norm(dim=-1), torch.ones(2))


def test_names_are_read_as_they_were_written(clip: TaureauClip, files: Path, tmp_path: Path) -> None:
    assert prior_from_file(clip, files / NAMES_FILE).names == ("cat", "bicycle", "fish")
    assert prior_from_file(clip, files / NAMES_FILE).sentence("a cat").norm().item() == pytest.approx(1)
    file = tmp_path / NAMES_FILE
    file.write_bytes(packed_names([("cat", 3)], torch.ones(2, 32)))
    with pytest.raises(DamagedWeightsError, match="1 names and 2 sentences"):
        prior_from_file(clip, file)
    file.write_bytes(b"nothing")
    with pytest.raises(DamagedWeightsError, match="install Taureau again"):
        prior_from_file(clip, file)


def test_a_missing_file_is_named(files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in files.iterdir():
        if file.name != NAMES_FILE:
            (tmp_path / file.name).symlink_to(file)
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    with pytest.raises(MissingWeightsError, match=NAMES_FILE):
        own_prior()
