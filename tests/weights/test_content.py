"""Files are known by their bytes; a pickle that would run code is refused, and does not run."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch
from safetensors.torch import save_file
from taureau.weights import RefusedWeightsError
from taureau.weights.content import content_of
from taureau.weights.model import Format
from torch import nn

from tests.perception.tiny_mask_models import save_mask_model
from tests.weights.little import SAFE, TENSORS, save_torchscript


class Bomb:
    """Runs a command when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self._mark}",)


def test_safetensors(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"  # whatever it is called
    save_file(TENSORS, path, {"format": "pt"})
    found = content_of(path, "safetensors")
    assert found.format == "safetensors"
    assert found.tensors == {name: tuple(tensor.shape) for name, tensor in TENSORS.items()}


@pytest.mark.parametrize("new", [True, False])
@pytest.mark.parametrize("inside", [None, "state_dict"])
def test_checkpoints_of_torch(new: bool, inside: str | None, tmp_path: Path) -> None:
    module = nn.Sequential(nn.Conv2d(3, 4, 2), nn.BatchNorm2d(4)).half()
    state = module.state_dict()
    path = tmp_path / "weights.pt"
    torch.save(state if inside is None else {"epoch": 3, inside: state}, path, _use_new_zipfile_serialization=new)
    found = content_of(path, "torch")
    assert found.format == "torch"
    assert found.tensors == {name: tuple(tensor.shape) for name, tensor in state.items()}


def test_checkpoints_with_parameters(tmp_path: Path) -> None:
    torch.save({"w": nn.Parameter(torch.ones(2, 3))}, tmp_path / "weights.pt")
    assert content_of(tmp_path / "weights.pt", "torch").tensors == {"w": (2, 3)}


def test_torchscript(tmp_path: Path) -> None:
    save_torchscript(tmp_path / "model.pt")
    assert content_of(tmp_path / "model.pt", "torchscript").format == "torchscript"


def test_onnx_and_what_its_graph_is_given(tmp_path: Path) -> None:
    path = save_mask_model(tmp_path / "mask.bin", side="side")  # whatever it is called
    found = content_of(path, "onnx")
    assert found.format == "onnx"
    assert found.inputs == {"image": (1, 3, 0, 0)}
    for length in (1, 40, path.stat().st_size // 2, path.stat().st_size - 3):
        (tmp_path / "cut.onnx").write_bytes(path.read_bytes()[:length])
        with pytest.raises(RefusedWeightsError, match=r"^cut\.onnx is refused: "):
            content_of(tmp_path / "cut.onnx", "onnx")


def test_initial_values_are_no_inputs(tmp_path: Path) -> None:
    model = onnx.load(save_mask_model(tmp_path / "mask.onnx"))
    model.graph.input.append(onnx.helper.make_tensor_value_info("weight", onnx.TensorProto.FLOAT, [1, 3, 1, 1]))
    onnx.save(model, tmp_path / "old.onnx")  # as the first versions of ONNX had it
    assert content_of(tmp_path / "old.onnx", "onnx").inputs == {"image": (1, 3, 64, 64)}


def external(tensor: onnx.TensorProto) -> None:
    """Say that a tensor's data is in another file."""
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="../../secret")


@pytest.mark.parametrize("place", ["initial value", "constant", "branch"])
def test_onnx_with_weights_in_other_files_is_refused(place: str, tmp_path: Path) -> None:
    path = save_mask_model(tmp_path / "mask.onnx")
    model = onnx.load(path)
    if place == "initial value":
        external(model.graph.initializer[0])
    else:
        value = onnx.numpy_helper.from_array(np.zeros(3, dtype=np.float32), "value")
        external(value)
        constant = onnx.helper.make_node("Constant", [], ["c"], value=value)
        branch = onnx.helper.make_graph([constant], "branch", [], [])
        hidden = constant if place == "constant" else onnx.helper.make_node("If", ["x"], ["y"], then_branch=branch)
        model.graph.node.append(hidden)
    path.write_bytes(model.SerializeToString())
    with pytest.raises(RefusedWeightsError, match=r"its weights are in other files: take it as one file$"):
        content_of(path, "onnx")


def test_onnx_of_countless_fields_is_refused(tmp_path: Path) -> None:
    graph = b"\x0a\x00" * 1_100_000  # empty nodes
    (tmp_path / "mask.onnx").write_bytes(b"\x08\x08\x3a\xc0\xa3\x86\x01" + graph)
    assert len(graph) == 0x40 + (0x23 << 7) + (0x06 << 14) + (0x01 << 21)  # as it is written before it
    with pytest.raises(RefusedWeightsError, match="more than 1000000 fields"):
        content_of(tmp_path / "mask.onnx", "onnx")


def test_text_only_where_text_is_wanted(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"a": 1}')
    assert content_of(tmp_path / "config.json", "json").format == "json"
    (tmp_path / "merges.txt").write_text("#version: 0.2\ni n\n")
    assert content_of(tmp_path / "merges.txt", "text").format == "text"
    for name in ("config.json", "merges.txt"):
        with pytest.raises(RefusedWeightsError, match="it is no weights"):
            content_of(tmp_path / name, "safetensors")


def bombs(mark: Path) -> dict[str, bytes]:
    """Files that would run a command, in every wrapping that torch would open."""
    bomb = Bomb(mark)
    found: dict[str, bytes] = {f"plain {protocol}": pickle.dumps(bomb, protocol) for protocol in range(6)}
    found["in a dict"] = pickle.dumps({"weights": bomb})
    # os.system by way of the names' notes, where a scan for the words next to each other finds nothing
    found["notes"] = (
        b"\x80\x04\x8c\x02os\x94\x8c\x06system\x94\x8c\x01x0h\x00h\x01\x93\x94\x8c" + bytes([len(f"touch {mark}")])
        + f"touch {mark}".encode() + b"\x85R."
    )  # fmt: skip
    for new in (True, False):
        buffer = io.BytesIO()
        torch.save({"w": torch.ones(2), "bomb": bomb}, buffer, _use_new_zipfile_serialization=new)
        found[f"torch.save {new}"] = buffer.getvalue()
    return found


@pytest.mark.parametrize("wrapping", [*(f"plain {n}" for n in range(2, 6)), "in a dict", "notes", "torch.save True",
                                      "torch.save False"])  # fmt: skip
def test_code_is_refused_and_does_not_run(wrapping: str, tmp_path: Path) -> None:
    path, mark = tmp_path / "weights.pt", tmp_path / "mark"
    path.write_bytes(bombs(mark)[wrapping])
    with pytest.raises(RefusedWeightsError) as caught:
        content_of(path, "torch")
    assert "\n" not in str(caught.value)
    assert "it is a pickle that would run code (" in str(caught.value)
    assert str(caught.value).endswith("system): take the model as safetensors")
    assert not mark.exists()
    pickle.loads(pickle.dumps(Bomb(mark)))
    assert mark.exists()  # it would have


@pytest.mark.parametrize("protocol", [0, 1])
def test_the_oldest_pickles_are_no_weights(protocol: int, tmp_path: Path) -> None:
    path, mark = tmp_path / "weights.pt", tmp_path / "mark"
    path.write_bytes(bombs(mark)[f"plain {protocol}"])
    with pytest.raises(RefusedWeightsError, match="it is no weights"):
        content_of(path, "torch")
    assert not mark.exists()


@pytest.mark.parametrize(
    ("name", "data", "wanted", "what"),
    [
        ("empty", b"", "safetensors", "it is empty"),
        ("page", b"  <!DOCTYPE html><html>Sign in</html>", "safetensors", "it is a web page"),
        ("pointer", b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "torch", "it is a Git LFS pointer"),
        ("photo", b"\xff\xd8\xff\xe0" + bytes(500), "torch", "it is no weights"),
        ("cut", SAFE[:-10], "safetensors", "it is damaged or cut off"),
        ("long", SAFE + b"more", "safetensors", "it is damaged or cut off"),
        ("header", SAFE[:8] + b"{" * 400, "safetensors", "it is damaged or cut off"),
        ("zeros", bytes(100), "safetensors", "it is no weights"),
        ("pickle", pickle.dumps({"a": 1}), "torch", "there are no named tensors in it"),
        ("broken", b"\x80\x04garbage", "torch", "it is damaged or cut off"),
        ("note", b"\x80\x02Nr\xff\xff\xff\x7f.", "torch", "there are no named tensors in it"),
        ("json", b"{", "json", "it is damaged or cut off"),
    ],
)
def test_what_is_no_weights(name: str, data: bytes, wanted: Format, what: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RefusedWeightsError, match=f"^{name} is refused: {what}") as caught:
        content_of(tmp_path / name, wanted)
    assert "\n" not in str(caught.value)


def test_other_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photos/cat.txt", "meow")
    with pytest.raises(RefusedWeightsError, match="a zip archive without weights"):
        content_of(tmp_path / "photos.zip", "torch")
    torch.save({"w": torch.ones(1000)}, tmp_path / "weights.pt")
    (tmp_path / "cut.pt").write_bytes((tmp_path / "weights.pt").read_bytes()[:2000])
    with pytest.raises(RefusedWeightsError, match="damaged or cut off"):
        content_of(tmp_path / "cut.pt", "torch")
