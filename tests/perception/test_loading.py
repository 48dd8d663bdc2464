"""Weights in every form they come in, and files that are none."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from taureau.perception import clip_from_file
from taureau.perception.state_file import read_state
from taureau.perception.torchscript import is_torchscript, torchscript_state
from taureau.weights import RefusedWeightsError

from tests.perception.tiny_clip import register, saved, snapshot, tiny_clip

# torch.jit still writes what OpenAI published, though it asks for other ways by now.
archives = pytest.mark.filterwarnings("ignore:`torch.jit:FutureWarning")


@archives
@pytest.mark.parametrize("form", ["safetensors", "torch", "checkpoint", "torchscript"])
@pytest.mark.parametrize("kind", ["resnet", "vit", "timm"])
def test_every_form_gives_the_same_encoder(kind: str, form: str, tmp_path: Path) -> None:
    approximate = form == "torchscript"
    model = tiny_clip(kind, seed=5, quick_gelu=approximate)
    encoder = clip_from_file(saved(model, tmp_path, form), register(kind, tmp_path), name="tiny")
    images = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(1))
    wanted = model.encode_image(encoder.normalised(images), normalize=True)
    assert float((encoder.encode_image(images, embedding=True).direction() * wanted).sum()) > (
        0.999 if approximate else 0.99999
    )
    assert encoder.name == "tiny"


@archives
def test_openais_weights_get_openais_gelu(tmp_path: Path) -> None:
    model = tiny_clip("vit", quick_gelu=True)
    archive = clip_from_file(saved(model, tmp_path, "torchscript"), register("vit", tmp_path))
    tagged = clip_from_file(saved(model, tmp_path, "safetensors"), register("vit", tmp_path), "openai")
    other = clip_from_file(saved(model, tmp_path, "safetensors"), register("vit", tmp_path), "laion2b")
    gelus = [type(encoder.tower.transformer.resblocks[0].mlp.gelu).__name__ for encoder in (archive, tagged, other)]
    assert gelus == ["QuickGELU", "QuickGELU", "GELU"]


@archives
def test_an_archives_tensors_are_those_torch_itself_would_load(tmp_path: Path) -> None:
    path = saved(tiny_clip("resnet"), tmp_path, "torchscript")
    wanted = torch.jit.load(path).state_dict()
    found = torchscript_state(path)
    assert found.keys() == wanted.keys()
    assert all(torch.equal(found[name], wanted[name]) and found[name].dtype == wanted[name].dtype for name in wanted)


@archives
def test_an_archives_program_is_not_read(tmp_path: Path) -> None:
    path = saved(tiny_clip("vit"), tmp_path, "torchscript")
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(tmp_path / "spoilt.pt", "w") as spoilt:
        for name in archive.namelist():
            spoilt.writestr(name, b"this is no program" if "/code/" in name else archive.read(name))
    assert is_torchscript(tmp_path / "spoilt.pt")
    assert torchscript_state(tmp_path / "spoilt.pt").keys() == torchscript_state(path).keys()


def test_a_folder_says_itself_what_it_holds(tmp_path: Path) -> None:
    encoder = clip_from_file(snapshot("resnet", tmp_path), "ViT-B-32")
    assert encoder.layers == ("stem", "layer1", "layer2", "layer3", "layer4")
    assert (encoder.mean, encoder.std) == ((0.5, 0.4, 0.3), (0.2, 0.3, 0.4))


class _RunsCode:
    def __reduce__(self) -> tuple[object, ...]:
        return (print, ("ran",))


def bad_file(kind: str, folder: Path) -> Path:
    path = folder / "weights.pt"
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("no weights")
        case "code":
            torch.save({"state_dict": _RunsCode()}, path)
        case "archive with code":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a/constants.pkl", b"")
                archive.writestr("a/data.pkl", pickle.dumps(_RunsCode()))
        case "archive of nothing":
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a/constants.pkl", b"")
        case "a number":
            torch.save(3, path)
        case "broken safetensors":
            path = path.with_suffix(".safetensors")
            path.write_bytes(bytes(7))
        case "cut off":
            whole = saved(tiny_clip("vit"), folder, "torch").read_bytes()
            path.write_bytes(whole[: len(whole) // 2])
    return path


@pytest.mark.parametrize(
    "kind",
    ["empty", "text", "code", "archive with code", "archive of nothing", "a number", "broken safetensors", "cut off"],
)
def test_what_is_no_weights_is_refused_in_one_line(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = bad_file(kind, tmp_path)
    with pytest.raises(RefusedWeightsError, match="fetch") as raised:
        read_state(path)
    assert "\n" not in str(raised.value)
    assert "ran" not in capsys.readouterr().out


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    path = saved(tiny_clip("vit"), tmp_path, "safetensors")
    with pytest.raises(RefusedWeightsError, match="another network than my-resnet"):
        clip_from_file(path, register("resnet", tmp_path), name="my-resnet")


def test_an_unknown_architecture_and_an_empty_folder_are_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedWeightsError, match="there are no weights in"):
        clip_from_file(tmp_path, "RN101")
    path = saved(tiny_clip("vit"), tmp_path, "safetensors")
    with pytest.raises(RefusedWeightsError, match="knows no architecture 'RN7'"):
        clip_from_file(path, "RN7")
