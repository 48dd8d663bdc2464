"""The catalogue that ships, and catalogues of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from taureau.resources import resource
from taureau.weights import CatalogueError, UnknownModelError, catalogue, find_model, is_present, locate

from tests.weights.little import LittleCatalogue, one_file


def test_the_shipped_catalogue_has_what_taureau_draws_with() -> None:
    ids = [model.id for model in catalogue()]
    assert ids[0] == "builtin"
    assert {"rn101", "vit-b-32", "vit-b-16", "vit-l-14", "laion-vit-b-16", "mobileclip2-s0"} < set(ids)
    assert {"datacomp-vit-b-32-256"} < set(ids)
    assert {"isnet", "birefnet", "karlo", "stable-unclip", "stable-unclip-small"} < set(ids)


def test_encoders_are_named_as_open_clip_names_them() -> None:
    open_clip = pytest.importorskip("open_clip")
    for model in catalogue():
        if model.kind != "encoder" or model.built_in:
            continue
        assert model.architecture is not None
        published = open_clip.get_pretrained_cfg(model.architecture, model.pretrained)
        assert published, model.id
        assert published.get("quick_gelu", False) == model.quick_gelu
        (file,) = model.files
        if file.format == "torchscript":
            assert file.url == published["url"]
            assert file.sha256 == file.url.split("/")[-2]  # OpenAI's addresses hold the hash of what lies there
            (copy,) = file.others
            assert f"huggingface.co/{published['hf_hub']}resolve" in copy.url
        else:
            assert f"huggingface.co/{published['hf_hub']}resolve" in file.url


def test_each_entry_is_complete_and_no_hash_is_made_up() -> None:
    for model in catalogue():
        assert model.purpose.endswith(".")
        assert "\n" not in model.purpose
        assert model.licence
        assert model.terms.endswith(".")
        assert model.source.startswith("https://")
        for file in model.files:
            assert file.url.startswith("https://")
            assert file.sha256 is None or re.fullmatch("[0-9a-f]{64}", file.sha256)
            assert file.md5 is None or re.fullmatch("[0-9a-f]{32}", file.md5)
    about = " ".join(json.loads(resource("models/catalogue.json").read_text(encoding="utf-8"))["about"])
    assert "recorded when the file is first fetched or imported" in about


def test_terms_of_a_research_licence_are_said() -> None:
    assert "not for commercial use" in find_model("mobileclip2-s0").terms


@pytest.mark.parametrize("kind", ["encoder", "mask", "imagine"])
def test_what_is_offered_first_may_be_used_by_anyone(kind: str) -> None:
    offered = [model for model in catalogue() if model.kind == kind and not model.built_in]
    assert offered[0].terms.startswith("Free to use")
    research_only = [place for place, model in enumerate(offered) if "not for commercial use" in model.terms]
    assert research_only in ([], [len(offered) - 1])


def test_ids_are_found_however_they_are_typed() -> None:
    assert find_model(" ViT-B-16 ").id == "vit-b-16"
    with pytest.raises(UnknownModelError, match="there is no model 'vit-b-61'; choose one of builtin, datacomp"):
        find_model("vit-b-61")


def test_the_builtin_encoder_is_always_here() -> None:
    assert is_present("builtin")
    assert not is_present("another program's")
    assert locate("builtin").suffix == ".pth"


def test_a_catalogue_of_ones_own(little: LittleCatalogue) -> None:
    little.add_encoder()
    assert [model.id for model in catalogue()] == ["builtin", "little"]
    little.add_encoder("other")
    assert [model.id for model in catalogue()] == ["builtin", "little", "other"]


@pytest.mark.parametrize(
    ("files", "more", "what"),
    [
        ([one_file(name="../../outside")], {}, "is no place in a model's folder"),
        ([one_file(name="/etc/passwd")], {}, "is no place in a model's folder"),
        ([one_file(name="C:evil")], {}, "is no place in a model's folder"),
        ([one_file(url="file:///etc/passwd")], {}, "is no web address"),
        ([one_file(format="exe")], {}, "unknown format"),
        ([one_file(surprise=1)], {}, "unexpected keyword"),
        ([], {"kind": "spell"}, "unknown kind"),
        ([], {"mask": {"side": 64, "mean": [0, 0, 0], "std": [1, 1, 1]}}, "only a mask model has a mask"),
        ([], {"kind": "mask", "mask": {"side": 0, "mean": [0, 0, 0], "std": [1, 1, 1]}}, "side must be from 1"),
        ([], {"kind": "mask", "mask": {"side": 64, "mean": [0, 0], "std": [1, 1, 1]}}, "three numbers each"),
        ([], {"kind": "mask", "mask": {"side": 64, "mean": [0, 0, 0], "std": [1, 0, 1]}}, "three numbers each"),
        ([], {"kind": "mask", "mask": {"side": 64}}, "'mean'"),
        ([], {"id": "../up"}, "is no id"),
    ],
)
def test_broken_catalogues_are_one_line(
    files: list[dict[str, object]], more: dict[str, object], what: str, little: LittleCatalogue
) -> None:
    little.add("little", files, **more)
    with pytest.raises(CatalogueError, match="mend it or unset TAUREAU_CATALOGUE") as caught:
        catalogue()
    assert what in str(caught.value)


def test_a_catalogue_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_CATALOGUE", str(tmp_path / "none.json"))
    with pytest.raises(CatalogueError, match=r"none\.json cannot be read: No such file"):
        catalogue()


def test_the_sizes_of_files_make_up_the_download() -> None:
    for model in catalogue():
        sizes = [file.size / 1e6 if file.size else file.about_mb for file in model.files if file.format != "json"]
        known = [size for size in sizes if size is not None]
        if model.about_mb is not None and len(known) > 1:
            assert sum(known) == pytest.approx(model.about_mb, rel=0.02), model.id


def test_variations_share_with_karlo_what_is_the_same() -> None:
    here = {file.url for file in find_model("karlo").files}
    new = [file for file in find_model("karlo-variations").files if file.url not in here]
    assert sum(file.about_mb or 0 for file in new) == 1220
    assert all("refs%2Fpr" not in file.url for file in new if file.format == "json")


def test_a_hash_of_others_is_said_to_be_one() -> None:
    listed = {model.id for model in catalogue() if any(file.listed for file in model.files)}
    assert listed == {"mobileclip2-s0", "isnet", "birefnet", "birefnet-lite"}
    for model in catalogue():  # a network without a program for it would be of no use
        assert model.built_in or model.architecture or model.mask or model.pipeline
