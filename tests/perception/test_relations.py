"""The dimensions that tell exchanged words apart."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from taureau.perception.relations import Relations, beside, packed_relations, relations_from_file
from taureau.perception.taureau_clip import RELATIONS_FILE, TaureauClip, taureau_clip_from_folder
from taureau.weights import DamagedWeightsError

from tests.perception.tiny_taureau_clip import shipped


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shipped(tmp_path_factory.mktemp("own"))


def untaught(clip: TaureauClip) -> Relations:
    state = torch.get_rng_state()
    torch.manual_seed(0)
    images = torch.rand(1, 3, clip.size, clip.size)
    last = clip.features(images, clip.stage_count)[-1]
    features = clip.tower.network.logits(last).shape[1] + last[0].numel()
    relations = Relations(features, 32, hidden=8, width=4).eval().requires_grad_(False)
    torch.set_rng_state(state)
    return relations


def test_unit_embeddings_stay_units_and_those_without_relations_stay_as_they_are() -> None:
    directions = torch.nn.functional.normalize(torch.randn(3, 8, generator=torch.Generator().manual_seed(1)), dim=-1)
    relations = 0.4 * torch.tensor([[0.0, 0.0], [1.0, 0.0], [0.6, 0.8]])
    joined = beside(directions, relations)
    assert torch.allclose(joined.norm(dim=-1), torch.ones(3))
    assert torch.equal(joined[0, :8], directions[0])


def test_its_file_keeps_it(folder: Path, tmp_path: Path) -> None:
    clip = taureau_clip_from_folder(folder)
    relations = untaught(clip)
    (tmp_path / RELATIONS_FILE).write_bytes(packed_relations(relations))
    read = relations_from_file(tmp_path / RELATIONS_FILE)
    sentences = torch.nn.functional.normalize(torch.ones(1, 32), dim=-1)
    assert torch.allclose(read.of_sentences(sentences), relations.of_sentences(sentences), atol=0.01)


def test_a_clip_with_it_has_more_dimensions_and_one_with_a_damaged_one_is_refused(folder: Path) -> None:
    plain = taureau_clip_from_folder(folder)
    file = folder / RELATIONS_FILE
    file.write_bytes(packed_relations(untaught(plain)))
    clip = taureau_clip_from_folder(folder)
    white = torch.ones(2, 3, clip.size, clip.size)
    photo = torch.rand(1, 3, clip.size, clip.size, generator=torch.Generator().manual_seed(2))
    for images in (white, torch.cat([white, photo])):
        before, after = (one.encode_image(images, embedding=True).direction() for one in (plain, clip))
        assert after.shape == (len(images), before.shape[1] + 4)
        ahead = torch.nn.functional.normalize(after[:, : before.shape[1]], dim=-1)
        assert torch.allclose(ahead, before, atol=1e-4)
    assert clip.class_directions.shape[1] == before.shape[1] + 4
    assert clip.encode_text(["a cat"]).shape[1] == before.shape[1] + 4
    assert clip.encode_text(["a cat"]).norm().item() == pytest.approx(1, abs=1e-4)
    file.write_bytes(b"no")
    with pytest.raises(DamagedWeightsError, match="install Taureau again"):
        taureau_clip_from_folder(folder)
    file.unlink()
