"""Folders as they come: whole, in a hub's cache, in pickles, incomplete, foreign, hostile."""

from __future__ import annotations

import json
import os
import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file
from taureau.engine.runs.imagining import imagine
from taureau.events import Event, Failed
from taureau.imagine import ImageReady, ImagineRequest, Words
from taureau.imagine.folder import read_folder
from taureau.imagine.memory import Plan
from taureau.imagine.pipelines import load_part
from taureau.weights import RefusedWeightsError, import_model

from tests.imagine.models import TinyModels
from tests.imagine.tiny_unclip import KARLO, save_stable

DECODER = "decoder/diffusion_pytorch_model.safetensors"


def last_event(model: str = "karlo") -> Event:
    return list(imagine(ImagineRequest(Words("a fox"), count=1, steps=3, model=model, device="cpu"), lambda: False))[-1]


def image_of_a_fox() -> np.ndarray:
    request = ImagineRequest(Words("a fox"), count=1, steps=3, device="cpu")
    return next(event.image for event in imagine(request, lambda: False) if isinstance(event, ImageReady))


def as_pickle(folder: Path, part: str) -> None:
    """A part's weights as its makers had them before safetensors."""
    file = folder / part
    torch.save(load_file(file), file.with_suffix(".bin"))
    file.unlink()


def test_a_hubs_cache_is_taken_whole(catalogued: TinyModels, tmp_path: Path) -> None:
    """As Hugging Face keeps it: snapshots of links to blobs, an older one beside the latest."""
    cache = tmp_path / "models--kakaobrain--karlo-v1-alpha"
    (cache / "blobs").mkdir(parents=True)
    latest = cache / "snapshots" / "5ee45298"
    for number, file in enumerate(sorted(path for path in catalogued.sources["karlo"].rglob("*") if path.is_file())):
        blob = cache / "blobs" / f"{number:040}"
        shutil.copy(file, blob)
        link = latest / file.relative_to(catalogued.sources["karlo"])
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(blob, link.parent))
    older = cache / "snapshots" / "00000000"
    older.mkdir()
    os.utime(older, (0, 0))
    list(import_model("karlo", cache))
    shutil.rmtree(cache)
    assert image_of_a_fox().shape == (32, 32, 3)


def test_pickles_of_weights_give_the_same_image(catalogued: TinyModels) -> None:
    list(import_model("karlo", catalogued.sources["karlo"]))
    wanted = image_of_a_fox()
    for part in (DECODER, "super_res_last/diffusion_pytorch_model.safetensors"):
        as_pickle(catalogued.sources["karlo"], part)
    text = catalogued.sources["karlo"] / "text_encoder" / "model.safetensors"
    torch.save(load_file(text), text.with_name("pytorch_model.bin"))
    text.unlink()
    list(import_model("karlo", catalogued.sources["karlo"]))
    assert np.array_equal(image_of_a_fox(), wanted)


class Hostile:
    """Runs a command where it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch hostile-was-here",)


def test_a_pickle_that_runs_code_is_refused(
    catalogued: TinyModels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    bin_file = catalogued.sources["karlo"] / "decoder" / "diffusion_pytorch_model.bin"
    (catalogued.sources["karlo"] / DECODER).unlink()
    bin_file.write_bytes(pickle.dumps(Hostile(), protocol=2))
    with pytest.raises(RefusedWeightsError, match=r"diffusion_pytorch_model\.bin"):
        list(import_model("karlo", catalogued.sources["karlo"]))
    with pytest.raises(RefusedWeightsError, match="does not hold the weights of a UNet2DConditionModel"):
        load_part(read_folder(catalogued.sources["karlo"]), "decoder", Plan("cpu", "float32"))
    assert not (tmp_path / "hostile-was-here").exists()


@pytest.mark.parametrize("gone", ["decoder", DECODER, "tokenizer/merges.txt", "prior_scheduler", "model_index.json"])
def test_an_incomplete_folder_is_refused_with_what_is_missing(gone: str, catalogued: TinyModels) -> None:
    path = catalogued.sources["karlo"] / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    with pytest.raises(RefusedWeightsError, match=rf"is not all of Karlo: {gone}.* is missing"):
        list(import_model("karlo", catalogued.sources["karlo"]))


def test_parts_that_went_are_named_before_anything_is_loaded(catalogued: TinyModels) -> None:
    folder = read_folder(catalogued.sources["karlo"])
    shutil.rmtree(folder.path / "prior")
    (folder.path / "tokenizer" / "vocab.json").unlink()
    with pytest.raises(RefusedWeightsError, match="is not a whole UnCLIPPipeline: prior, tokenizer are missing"):
        folder.check(("prior", "decoder", "tokenizer"))


def test_another_model_is_refused(catalogued: TinyModels) -> None:
    (catalogued.sources["stable-unclip"] / "model_index.json").unlink()
    with pytest.raises(RefusedWeightsError):
        list(import_model("karlo", catalogued.sources["stable-unclip"]))
    shutil.copy(catalogued.sources["karlo"] / "model_index.json", catalogued.sources["stable-unclip"])
    with pytest.raises(RefusedWeightsError, match="holds a UnCLIPPipeline, and Stable unCLIP is a Stable"):
        list(import_model("stable-unclip", catalogued.sources["stable-unclip"]))


def test_weights_of_another_network_are_refused(catalogued: TinyModels) -> None:
    decoder = catalogued.sources["karlo"] / DECODER
    weights = load_file(decoder)
    del weights["conv_in.weight"]
    save_file(weights, decoder)
    list(import_model("karlo", catalogued.sources["karlo"]))
    failed = last_event()
    assert isinstance(failed, Failed)
    assert failed.bad_input
    assert "decoder does not hold the weights of a UNet2DConditionModel" in failed.error


def test_a_class_that_is_no_part_of_unclip_is_not_brought_in(catalogued: TinyModels) -> None:
    index = catalogued.sources["karlo"] / "model_index.json"
    index.write_text(json.dumps(KARLO | {"decoder": ["os", "system"]}))
    list(import_model("karlo", catalogued.sources["karlo"]))
    failed = last_event()
    assert isinstance(failed, Failed)
    assert "has a part system, which belongs to no unCLIP" in failed.error


@pytest.mark.parametrize("text", ["[]", "{", '{"decoder": ["diffusers"]}', '{"_class_name": "X", "decoder": [1]}'])
def test_an_index_that_is_none_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "model_index.json").write_text(text)
    with pytest.raises(RefusedWeightsError, match="is no index of a model"):
        read_folder(tmp_path)


def test_embeddings_of_another_width_are_refused(catalogued: TinyModels, tmp_path: Path) -> None:
    """The large Stable unCLIP paints what another CLIP sees than the one Karlo's prior knows."""
    list(import_model("karlo", catalogued.sources["karlo"]))
    list(import_model("stable-unclip", save_stable(tmp_path / "large", width=48)))
    failed = last_event("stable-unclip")
    assert isinstance(failed, Failed)
    assert (
        "paints embeddings of 48 numbers, and Karlo, which reads the words, makes 32: choose one of karlo"
        in failed.error
    )
