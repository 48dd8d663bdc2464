"""Weights files that would take minutes, gigabytes or a surprise: each is refused, with little work."""

from __future__ import annotations

import io
import json
import os
import pickle
import pickletools
import struct
import tracemalloc
import zipfile
from pathlib import Path
from typing import Any

import pytest
from taureau.weights import CatalogueError, DamagedWeightsError, RefusedWeightsError, catalogue, locate, state_of
from taureau.weights.content import content_of
from taureau.weights.model import Format
from taureau.weights.pickles import tensor_shapes

from tests.weights.little import LittleCatalogue, one_file


def nested(opcodes: bytes, ending: bytes) -> bytes:
    """A pickle of a tuple of itself twice, a hundred times over: hashing or printing it takes for ever."""
    return b"\x80\x02]q\x00" + (b"h\x00h\x00\x86q\x00" * 100) + opcodes + ending + b"."


PICKLES = {
    "a nested key": nested(b"}h\x00N", b"s"),
    "a nested key of many": nested(b"}(h\x00N", b"u"),
    "nested items": nested(b"ccollections\nOrderedDict\n]h\x00h\x00\x86a\x85", b"R"),
    "a nested set": nested(b"\x8f(h\x00", b"\x90"),
    "a nested frozen set": nested(b"(h\x00", b"\x91"),
    "a nested shape": nested(b"ctorch._utils\n_rebuild_tensor_v2\nNNh\x00\x87", b"R"),
    "many operations": b"\x80\x02" + b"N0" * 2_000_000 + b".",
    "many lists": b"\x80\x02(" + b"]" * 1_000_000 + b"l.",
    "a long text": b"\x80\x02X\xf0\xff\xff\x7f" + b"a" * (20 << 20) + b".",
    "a far note": b"\x80\x02Nr\xff\xff\xff\x7f0.",
    "wrapped in itself": b"\x80\x02}q\x00"
    + b"}q\x01(X\x05\x00\x00\x00modelh\x00X\x0a\x00\x00\x00state_dicth\x00uq\x00" * 99
    + b".",
}  # fmt: skip


@pytest.mark.parametrize("name", PICKLES)
def test_a_pickle_is_bounded(name: str, tmp_path: Path) -> None:
    path = tmp_path / "weights.pt"
    path.write_bytes(PICKLES[name])
    tracemalloc.start()
    with pytest.raises(RefusedWeightsError, match=r"damaged or cut off|no named tensors"):
        content_of(path, "torch")
    assert tracemalloc.get_traced_memory()[1] < 300e6
    tracemalloc.stop()


def test_the_operations_of_python_are_all_known() -> None:
    """Each operation is executed or refused; none is an error of the machine itself."""
    value: Any = {"a": [1, 2**70, 1.5, None, True, "é", (1, 2, 3, 4), {2: 3}]}
    for protocol in range(2, 6):
        assert tensor_shapes(io.BytesIO(pickle.dumps(value, protocol))) == {}
    assert tensor_shapes(io.BytesIO(pickle.dumps([{1, 2}, frozenset((3,))], 4))) == {}
    for operation in pickletools.opcodes:
        with pytest.raises((ValueError, RefusedWeightsError)):
            tensor_shapes(io.BytesIO(b"\x80\x02" + operation.code.encode("latin-1") * 3))


def header(table: str) -> bytes:
    return struct.pack("<Q", len(table)) + table.encode()


HEADERS = {
    "an infinite shape": header('{"a": {"dtype": "F32", "shape": [1e999], "data_offsets": [0, 0]}}'),
    "a shape without end": header('{"a": {"dtype": "F32", "shape": [Infinity], "data_offsets": [0, 0]}}'),
    "a shape of text": header('{"a": {"dtype": "F32", "shape": "11", "data_offsets": [0, 0]}}'),
    "a negative side": header('{"a": {"dtype": "F32", "shape": [-1], "data_offsets": [0, 0]}}'),
    "infinite offsets": header('{"a": {"dtype": "F32", "shape": [], "data_offsets": [0, 1e999]}}'),
    "deep nesting": header('{"a": ' + "[" * 200_000),
    "a list": header('{"a": []}'),
    "a table of nothing": header('{"a": null}'),
    "a long header": header("{" + " " * (20 << 20) + "}"),
}


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_of_safetensors_is_checked(name: str, tmp_path: Path) -> None:
    (tmp_path / "weights.safetensors").write_bytes(HEADERS[name])
    with pytest.raises(RefusedWeightsError):
        content_of(tmp_path / "weights.safetensors", "safetensors")


def torch_archive(**fields: int) -> bytes:
    """An archive as torch's, with other numbers in the header of its first member."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({}))
    data = bytearray(buffer.getvalue())
    central = data.rindex(b"PK\x01\x02")
    for name, value in fields.items():
        offset, size = {"flags": (8, 2), "method": (10, 2), "unpacked": (24, 4)}[name]
        data[central + offset : central + offset + size] = value.to_bytes(size, "little")
    return bytes(data)


@pytest.mark.parametrize("fields", [{"method": 77}, {"method": 12}, {"method": 14}, {"flags": 1}, {"unpacked": 2**31}])
def test_an_odd_archive(fields: dict[str, int], tmp_path: Path) -> None:
    (tmp_path / "weights.pt").write_bytes(torch_archive(**fields))
    with pytest.raises(RefusedWeightsError, match="damaged or cut off"):
        content_of(tmp_path / "weights.pt", "torch")


def test_an_archive_of_too_many_files(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "weights.pt", "w") as archive:
        archive.writestr("archive/data.pkl", pickle.dumps({}))
        for number in range(40_000):
            archive.writestr(f"archive/data/{'x' * 60}{number}", b"")
    with pytest.raises(RefusedWeightsError, match="far too long"):
        content_of(tmp_path / "weights.pt", "torch")


@pytest.mark.parametrize("wanted", ["json", "text"])
def test_long_and_nested_text(wanted: Format, tmp_path: Path) -> None:
    for name, text in (("deep", "[" * 200_000), ("long", "[" + " " * (40 << 20) + "]")):
        (tmp_path / name).write_text(text)
        if (name, wanted) != ("deep", "text"):  # brackets are text
            with pytest.raises(RefusedWeightsError, match="damaged or cut off"):
                content_of(tmp_path / name, wanted)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipes_are_not_read(little: LittleCatalogue, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    little.add_encoder()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RefusedWeightsError, match="not a file"):
        content_of(tmp_path / "pipe", "torch")
    folder = little.models / "little"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "record.json")
    with pytest.raises(DamagedWeightsError, match=r"record\.json is broken"):
        locate("little")
    monkeypatch.setenv("TAUREAU_CATALOGUE", str(tmp_path / "pipe"))
    with pytest.raises(CatalogueError, match="it is not a file; check TAUREAU_CATALOGUE"):
        catalogue()


@pytest.mark.parametrize(
    "fields",
    [
        {"about_mb": "300"}, {"about_mb": 1.5}, {"about_mb": -1}, {"about_mb": True}, {"about_mb": 10**300},
        {"name": None}, {"name": 3}, {"purpose": ["a"]}, {"licence": {}}, {"reads_text": "yes"}, {"kind": 1}, {"id": 7},
        {"id": "x" * 300}, {"tensors": []}, {"tensors": {"a": "12"}}, {"tensors": {"a": [1.0]}}, {"tensors": {"a": 3}},
        {"files": {}}, {"files": "file"}, {"files": [3]}, {"files": [[]]}, {"architecture": 5},
        {"embedding_width": "9"},
    ],
)  # fmt: skip
def test_wrong_types_in_a_catalogue(fields: dict[str, Any], little: LittleCatalogue) -> None:
    little.add(**{"model_id": "little", "files": [one_file()]} | fields)
    with pytest.raises(CatalogueError, match="mend it or unset TAUREAU_CATALOGUE") as caught:
        catalogue()
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "fields",
    [
        *({"name": name} for name in (
            "\0", "a\0b", "record.json", "RECORD.JSON", "a.part", "a.part.json", "", ".", "..", "a/../b", "/a", "a//b",
            "a/", ".hidden", "a/.hidden", "a b", "a\\b", "c:a", "a\nb", "é", "-rf", "x" * 200, "a/" * 40 + "b", 3, None,
        )),
        *({"url": url} for url in ("", "ftp://a/b", "http://", "http://[", "https://a b", "http://a\n", 5, None)),
        *({"sha256": digest} for digest in ("", "12", "x" * 64, 5)),
        {"md5": "z" * 32}, {"size": "1"}, {"size": -1}, {"size": 1e9}, {"format": ["onnx"]},
    ],
)  # fmt: skip
def test_odd_files_in_a_catalogue(fields: dict[str, Any], little: LittleCatalogue) -> None:
    little.add("little", [one_file(**fields)])
    with pytest.raises(CatalogueError, match="mend it or unset TAUREAU_CATALOGUE"):
        catalogue()


@pytest.mark.parametrize("names", [("a", "a"), ("a", "A"), ("a", "a/b")])
def test_files_of_one_name_in_a_catalogue(names: tuple[str, str], little: LittleCatalogue) -> None:
    little.add("little", [one_file(name=name) for name in names])
    with pytest.raises(CatalogueError, match="name"):
        catalogue()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "{}", "[]", '{"models": 3}', '{"models": [3]}', '{"models": NaN}', "\0"]
)
def test_a_catalogue_that_is_none(text: str, little: LittleCatalogue) -> None:
    little.path.write_text(text)
    with pytest.raises(CatalogueError, match="mend it or unset TAUREAU_CATALOGUE"):
        catalogue()


@pytest.mark.parametrize(
    "files",
    [
        {"../../secret": {"format": "torch", "size": 1, "sha256": "0" * 64, "checked_ns": 0}},
        {"a": {"format": "torch", "size": "1", "sha256": "0" * 64, "checked_ns": 0}},
        {"a": {"format": "torch", "size": 1, "sha256": 64 * [0], "checked_ns": 0}},
        {"a": {"format": [], "size": 1, "sha256": "0" * 64, "checked_ns": 0}},
        {"a": []}, [], {}, None,
    ],
)  # fmt: skip
def test_a_record_that_somebody_has_changed(files: Any, little: LittleCatalogue) -> None:
    little.add_encoder()
    folder = little.models / "little"
    folder.mkdir(parents=True)
    (folder / "record.json").write_text(json.dumps({"files": files}))
    (model,) = (model for model in catalogue() if model.id == "little")
    assert "record.json is broken" in state_of(model).broken


def test_a_variable_that_names_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    for named in (tmp_path / "none", tmp_path / "file", tmp_path):
        monkeypatch.setenv("TAUREAU_CLIP", str(named))
        with pytest.raises(Exception, match=f"TAUREAU_CLIP names {named} "):
            locate("taureau-clip")
    for named in (tmp_path / "none", tmp_path / "file"):
        monkeypatch.setenv("TAUREAU_MODELS", str(named))
        with pytest.raises(Exception, match=f"TAUREAU_MODELS names {named}"):
            locate("rn101")
