"""Models go from one machine to another on a memory stick."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from taureau.weights import (
    DamagedWeightsError,
    MissingWeightsError,
    RefusedWeightsError,
    StoppedError,
    import_model,
    import_pack,
    is_present,
    locate,
    pack,
    packable,
    read_pack,
)

from tests.weights.little import PADDED, SAFE, LittleCatalogue, one_file, sha256


@pytest.fixture
def stick(little: LittleCatalogue, tmp_path: Path) -> Path:
    """A pack of two models, made on another machine."""
    (tmp_path / "in.safetensors").write_bytes(SAFE)
    (tmp_path / "large.safetensors").write_bytes(PADDED)
    little.add_encoder("small")
    little.add_encoder("large")
    list(import_model("small", tmp_path / "in.safetensors"))
    list(import_model("large", tmp_path / "large.safetensors"))
    assert packable() == ["small", "large"]
    events = list(pack(["small", "large"], tmp_path / "stick"))
    assert [(event.model, event.done) for event in events if event.done == event.total] == [
        ("small", len(SAFE)),
        ("large", len(PADDED)),
    ]
    return tmp_path / "stick"


@pytest.fixture
def other_machine(stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "elsewhere"))
    assert packable() == []


def test_the_pack_lists_hashes_and_licences(stick: Path) -> None:
    small, large = read_pack(stick)
    assert (small.id, small.licence, small.terms) == ("small", "MIT", "Free to use.")
    assert [(file.name, file.size, file.sha256) for file in large.files] == [
        ("little.safetensors", len(PADDED), sha256(PADDED))
    ]


@pytest.mark.usefixtures("other_machine")
def test_another_machine_takes_it_in(stick: Path) -> None:
    list(import_pack(stick))
    assert locate("small").read_bytes() == SAFE
    assert locate("large").read_bytes() == PADDED
    assert list(import_pack(stick)) == []  # nothing is left to do


@pytest.mark.usefixtures("other_machine")
def test_a_damaged_file_is_refused_and_the_model_before_it_stays(stick: Path) -> None:
    path = stick / "large" / "little.safetensors"
    path.write_bytes(PADDED[:-1] + bytes([PADDED[-1] ^ 1]))
    with pytest.raises(DamagedWeightsError, match="is damaged: copy it again"):
        list(import_pack(stick))
    assert is_present("small")
    assert not is_present("large")


def test_packing_again_adds_and_renews(stick: Path, little: LittleCatalogue, tmp_path: Path) -> None:
    (stick / "small" / "little.safetensors").write_bytes(b"worn out")
    list(pack(["small"], stick))
    assert sorted(model.id for model in read_pack(stick)) == ["large", "small"]
    assert (stick / "small" / "little.safetensors").read_bytes() == SAFE


def test_a_folder_of_several_files(little: LittleCatalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [one_file("part/a.safetensors"), {**one_file("config.json"), "format": "json"}]
    little.add("twofold", files)
    folder = tmp_path / "snapshot"
    (folder / "part").mkdir(parents=True)
    (folder / "part" / "a.safetensors").write_bytes(SAFE)
    (folder / "config.json").write_text("{}")
    list(import_model("twofold", folder))
    list(pack(["twofold"], tmp_path / "stick"))
    monkeypatch.setenv("TAUREAU_MODELS", str(tmp_path / "elsewhere"))
    list(import_pack(tmp_path / "stick"))
    assert (locate("twofold") / "part" / "a.safetensors").read_bytes() == SAFE


def test_a_stopped_pack_lists_what_is_complete(stick: Path, tmp_path: Path) -> None:
    answers = iter([False, False, True])  # small.safetensors is one chunk, large.safetensors four
    with pytest.raises(StoppedError):
        list(pack(["small", "large"], tmp_path / "other", lambda: next(answers)))
    assert [model.id for model in read_pack(tmp_path / "other")] == ["small"]


def test_what_cannot_be_packed(little: LittleCatalogue, tmp_path: Path) -> None:
    little.add_encoder("small")
    with pytest.raises(MissingWeightsError, match="taureau models fetch small"):
        list(pack(["small"], tmp_path / "stick"))
    with pytest.raises(RefusedWeightsError, match="comes with the installation"):
        list(pack(["builtin"], tmp_path / "stick"))
    assert not (tmp_path / "stick").exists()


@pytest.mark.parametrize(
    "written",
    ["", "[]", "{}", '{"models": [1]}', '{"models": [{"id": "../x"}]}', "{" * 100_000],
    ids=["empty", "list", "nothing", "number", "outside", "nested"],
)
def test_a_broken_list_is_refused(written: str, little: LittleCatalogue, tmp_path: Path) -> None:
    (tmp_path / "taureau-models.json").write_text(written)
    with pytest.raises(RefusedWeightsError, match="pack the models again"):
        read_pack(tmp_path)
    with pytest.raises(RefusedWeightsError, match="is no pack of models"):
        read_pack(tmp_path / "nowhere")


@pytest.mark.usefixtures("other_machine")
def test_places_outside_the_pack_are_refused(stick: Path) -> None:
    written = json.loads((stick / "taureau-models.json").read_text())
    written["models"][0]["files"][0]["name"] = "../large/little.safetensors"
    (stick / "taureau-models.json").write_text(json.dumps(written))
    with pytest.raises(RefusedWeightsError):
        list(import_pack(stick))


@pytest.mark.skipif(os.name == "nt", reason="links take rights on Windows")
def test_nothing_is_written_through_a_link(stick: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious" / "file").write_text("mine")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "small").symlink_to(tmp_path / "precious")
    with pytest.raises(Exception, match="is a link"):
        list(pack(["small"], tmp_path / "other"))
    assert (tmp_path / "precious" / "file").read_text() == "mine"
