"""Models come in from files and folders."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
import torch
from safetensors.torch import save, save_file
from taureau.weights import (
    MissingWeightsError,
    RefusedWeightsError,
    StoppedError,
    StorageError,
    import_model,
    is_present,
    locate,
)
from taureau.weights.transfer import CHUNK

from tests.perception.tiny_mask_models import ISNET, save_mask_model
from tests.weights.little import PADDED, SAFE, TENSORS, LittleCatalogue, one_file, save_torchscript, sha256


def take_in(model_id: str, path: Path) -> None:
    for _ in import_model(model_id, path):
        pass


@pytest.fixture
def safe_file(tmp_path: Path) -> Path:
    path = tmp_path / "incoming" / "open_clip_model.safetensors"
    path.parent.mkdir()
    path.write_bytes(SAFE)
    return path


def test_a_file_comes_in_and_is_the_same(safe_file: Path, little: LittleCatalogue) -> None:
    little.add_encoder()
    with pytest.raises(MissingWeightsError) as caught:
        locate("little")
    assert "`taureau models fetch little`" in str(caught.value)
    assert "`taureau models import little PATH`" in str(caught.value)
    events = list(import_model("little", safe_file))
    assert (events[0].done, events[-1].done, events[-1].total) == (0, len(SAFE), len(SAFE))
    assert {event.stage for event in events} == {"copying"}
    assert locate("little").read_bytes() == SAFE
    assert locate("little") == little.models / "little" / "little.safetensors"
    assert sorted(path.name for path in little.models.iterdir()) == ["little"]


@pytest.mark.parametrize("kind", ["folder", "snapshot", "cache"])
def test_a_folder_of_hugging_face(kind: str, safe_file: Path, little: LittleCatalogue, tmp_path: Path) -> None:
    little.add_encoder()
    folder = safe_file.parent
    (folder / "open_clip_config.json").write_text("{}")
    (folder / "vocab.safetensors").write_bytes(b"another")
    if kind != "folder":  # the cache keeps blobs, and links to them
        snapshot = tmp_path / "models--timm--little" / "snapshots" / "0a1b"
        snapshot.mkdir(parents=True)
        (snapshot / safe_file.name).symlink_to(safe_file)
        folder = snapshot if kind == "snapshot" else tmp_path / "models--timm--little"
    take_in("little", folder)
    assert locate("little").read_bytes() == SAFE
    assert not locate("little").is_symlink()


def test_a_checkpoint_of_torch_in_place_of_safetensors(tmp_path: Path, little: LittleCatalogue) -> None:
    little.add_encoder(sha256=sha256(b"published, in another format"))
    torch.save({f"module.{name}": tensor for name, tensor in TENSORS.items()}, tmp_path / "epoch_3.pt")
    take_in("little", tmp_path / "epoch_3.pt")
    assert locate("little").name == "little.pt"
    assert locate("little").read_bytes() == (tmp_path / "epoch_3.pt").read_bytes()


def test_torchscript_only_with_its_makers_hash(tmp_path: Path, little: LittleCatalogue) -> None:
    path = tmp_path / "RN.pt"
    save_torchscript(path)
    little.add("published", [one_file("RN.pt", format="torchscript", sha256=sha256(path.read_bytes()))])
    little.add("another", [one_file("RN.pt", format="torchscript", sha256=sha256(b"another"))])
    little.add("unknown", [one_file("RN.pt", format="torchscript")])
    take_in("published", path)
    assert locate("published").name == "RN.pt"
    with pytest.raises(RefusedWeightsError, match="it with `taureau models import published"):
        take_in("another", path)
    save_torchscript(path, seed=1)
    for model_id in ("another", "unknown"):
        with pytest.raises(RefusedWeightsError, match="a TorchScript program, and not the one its makers published"):
            take_in(model_id, path)


def test_other_models_are_told_by_their_tensors(tmp_path: Path, little: LittleCatalogue) -> None:
    little.add_encoder()
    path = tmp_path / "weights.safetensors"
    save_file({**TENSORS, "visual.proj": torch.ones(3, 5)}, path)
    with pytest.raises(RefusedWeightsError, match=r"its visual\.proj is 3 × 5 instead of 2 × 5"):
        take_in("little", path)
    save_file({"vision_model.embeddings.weight": torch.ones(3)}, path)
    with pytest.raises(RefusedWeightsError, match=r"no tensor visual\.conv1\.weight \(it is in transformers' naming\)"):
        take_in("little", path)
    assert not is_present("little")


def test_other_files_are_told_by_what_is_known_of_the_published_one(safe_file: Path, little: LittleCatalogue) -> None:
    little.add_encoder("size", size=len(SAFE) + 1)
    little.add_encoder("md5", md5="0" * 32)
    for model_id in ("size", "md5"):
        with pytest.raises(RefusedWeightsError, match=r"is not the little\.safetensors of Little"):
            take_in(model_id, safe_file)
    assert [path.name for path in little.models.iterdir()] == []


def test_a_mask_wants_onnx(safe_file: Path, little: LittleCatalogue) -> None:
    little.add("mask", [one_file("mask.onnx", format="onnx")], kind="mask")
    with pytest.raises(RefusedWeightsError, match="is a safetensors file, and Little mask wants an ONNX file"):
        take_in("mask", safe_file)


def test_stopping_leaves_nothing_and_keeps_what_was(tmp_path: Path, little: LittleCatalogue) -> None:
    little.add_encoder()
    (tmp_path / "first.safetensors").write_bytes(SAFE)
    (tmp_path / "second.safetensors").write_bytes(PADDED)
    take_in("little", tmp_path / "first.safetensors")
    seen: list[int] = []
    stopped = import_model("little", tmp_path / "second.safetensors", lambda: len(seen) > 2)
    with pytest.raises(StoppedError, match="stopped; nothing was changed"):
        seen.extend(event.done for event in stopped)
    assert seen == [0, CHUNK, 2 * CHUNK]
    interrupted = import_model("little", tmp_path / "second.safetensors")
    assert [next(interrupted).done for _ in range(2)] == [0, CHUNK]
    with pytest.raises(StorageError, match="another import of little is under way"):
        take_in("little", tmp_path / "second.safetensors")
    interrupted.close()
    assert locate("little").read_bytes() == SAFE
    assert sorted(path.name for path in little.models.iterdir()) == ["little"]
    take_in("little", tmp_path / "second.safetensors")
    assert locate("little").read_bytes() == PADDED


def test_a_model_can_be_imported_from_its_own_place(safe_file: Path, little: LittleCatalogue) -> None:
    little.add_encoder()
    take_in("little", safe_file)
    (little.models / "little" / "record.json").unlink()
    assert not is_present("little")
    take_in("little", little.models / "little")
    assert locate("little").read_bytes() == SAFE


def test_no_room(safe_file: Path, little: LittleCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    little.add_encoder()
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(StorageError, match="and 1 kB are free: make room"):
        take_in("little", safe_file)
    assert [path.name for path in little.models.iterdir()] == []


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("nowhere", "there is no file .*nowhere: check the path"),
        ("empty", "there are no weights in .*empty: Little little is one file"),
        ("two", r"there are several files in .*two \(a.pt, b.pt\): name the one"),
    ],
)
def test_paths_that_lead_to_no_file(path: str, what: str, tmp_path: Path, little: LittleCatalogue) -> None:
    little.add_encoder()
    (tmp_path / "empty").mkdir()
    (tmp_path / "two").mkdir()
    for name in ("a.pt", "b.pt"):
        (tmp_path / "two" / name).write_bytes(b"")
    with pytest.raises(RefusedWeightsError, match=what):
        take_in("little", tmp_path / path)


def test_the_builtin_model_is_not_imported(tmp_path: Path) -> None:
    with pytest.raises(RefusedWeightsError, match="comes with the installation"):
        take_in("builtin", tmp_path)


@pytest.fixture
def pipeline(tmp_path: Path, little: LittleCatalogue) -> Path:
    """A folder in diffusers' layout, and its entry in the catalogue, "karlito"."""
    folder = tmp_path / "karlito-v1"
    parts = {
        "model_index.json": json.dumps({"_class_name": "LittlePipeline"}).encode(),
        "prior/config.json": b"{}",
        "prior/diffusion_pytorch_model.safetensors": save({"proj": torch.ones(3)}),
        "tokenizer/merges.txt": b"a b\n",
    }
    formats = {"json": "json", "safetensors": "safetensors", "txt": "text"}
    for name, data in parts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "karlito.ckpt").write_bytes(b"the same again, in a form that is not wanted")
    files = [one_file(name, format=formats[name.rsplit(".")[-1]]) for name in parts]
    little.add("karlito", files, kind="imagine", pipeline="LittlePipeline")
    return folder


def test_a_folder_of_several_files(pipeline: Path, little: LittleCatalogue) -> None:
    events = list(import_model("karlito", pipeline))
    assert [event.number for event in events if event.done == 0] == [1, 2, 3, 4]
    assert {event.count for event in events} == {4}
    folder = locate("karlito")
    assert folder == little.models / "karlito"
    for path in pipeline.rglob("*"):
        if path.is_file() and path.suffix != ".ckpt":
            assert (folder / path.relative_to(pipeline)).read_bytes() == path.read_bytes()
    assert not (folder / "karlito.ckpt").exists()


def test_a_folder_with_diffusers_older_files(pipeline: Path, little: LittleCatalogue) -> None:
    (pipeline / "prior" / "diffusion_pytorch_model.safetensors").unlink()
    with pytest.raises(RefusedWeightsError, match=r"prior/diffusion_pytorch_model\.safetensors is missing"):
        take_in("karlito", pipeline)
    torch.save({"proj": torch.ones(3)}, pipeline / "prior" / "diffusion_pytorch_model.bin")
    take_in("karlito", pipeline)
    assert (locate("karlito") / "prior" / "diffusion_pytorch_model.bin").is_file()


def test_folders_of_other_models(pipeline: Path, little: LittleCatalogue) -> None:
    (pipeline / "model_index.json").write_text(json.dumps({"_class_name": "OtherPipeline"}))
    with pytest.raises(RefusedWeightsError, match="holds a OtherPipeline, and Little karlito is a LittlePipeline"):
        take_in("karlito", pipeline)
    with pytest.raises(RefusedWeightsError, match="is no folder: Little karlito is a folder of 4 files"):
        take_in("karlito", pipeline / "model_index.json")
    assert not is_present("karlito")


@pytest.mark.parametrize(("shape", "found"), [({"side": 32}, "1 × 3 × 32 × 32"), ({"channels": 4}, "1 × 4 × 64 × 64")])
def test_an_onnx_file_with_another_input_is_no_mask_model(
    shape: dict[str, int], found: str, little: LittleCatalogue, tmp_path: Path
) -> None:
    little.add("isnet", [one_file("isnet.onnx", format="onnx")], kind="mask", mask=ISNET)
    path = save_mask_model(tmp_path / "mask.onnx", **shape)
    what = rf"^mask\.onnx is not Little isnet: it is given {found} instead of 1 × 3 × 64 × 64$"
    with pytest.raises(RefusedWeightsError, match=what):
        take_in("isnet", path)
    assert not is_present("isnet")
    take_in("isnet", save_mask_model(path, side="side"))
    assert locate("isnet").name == "isnet.onnx"
