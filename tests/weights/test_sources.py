"""Downloads are bounded, go nowhere but to the web and the models folder, and know several places for one file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from taureau.weights import (
    DamagedWeightsError,
    FetchError,
    RefusedWeightsError,
    StorageError,
    UnlistedWeightsError,
    fetch,
    import_model,
    is_present,
    locate,
)

from tests.weights.little import PADDED, SAFE, SHAPES, LittleCatalogue, one_file, sha256
from tests.weights.server import Served, Server


@pytest.mark.parametrize("file", [{"size": len(SAFE)}, {"about_mb": 1}, {"format": "json"}])
def test_a_body_without_end_is_bounded(file: dict[str, object], server: Server, little: LittleCatalogue) -> None:
    server.files["/little"] = Served(SAFE, endless=True)
    little.add_encoder(url=f"{server.url}/little", **file)
    with pytest.raises(FetchError, match=r"127\.0\.0\.1 sends more than the .* nothing of it is kept"):
        list(fetch("little"))
    assert server.sent < 80e6
    assert list((little.models / ".little.fetch").iterdir()) == []


def test_a_length_beyond_the_catalogues_is_not_received(server: Server, little: LittleCatalogue) -> None:
    server.files["/little"] = Served(PADDED)
    little.add_encoder(url=f"{server.url}/little", size=len(SAFE))
    with pytest.raises(FetchError, match="sends more than"):
        list(fetch("little"))


@pytest.mark.parametrize(
    "address", ["ftp://127.0.0.1/little", "file:///etc/passwd", "data:,little", "//", "gopher://a/b"]
)
def test_redirects_lead_to_the_web_alone(address: str, server: Server, little: LittleCatalogue) -> None:
    server.files["/little"] = Served(leads_to=address)
    little.add_encoder(url=f"{server.url}/little")
    with pytest.raises(FetchError):
        list(fetch("little"))
    assert not is_present("little")


def test_a_redirect_without_end(server: Server, little: LittleCatalogue) -> None:
    server.files["/little"] = Served(leads_to="/little")
    little.add_encoder(url=f"{server.url}/little")
    with pytest.raises(FetchError):
        list(fetch("little"))
    assert len(server.asked) < 20


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links cannot be told apart here")
@pytest.mark.parametrize("hard", [False, True])
@pytest.mark.parametrize("place", ["little.safetensors.part", "little.safetensors", "../.little.fetch.lock"])
def test_a_planted_link_is_not_written_through(
    place: str, hard: bool, server: Server, little: LittleCatalogue, tmp_path: Path
) -> None:
    server.files["/little"] = Served(SAFE)
    little.add_encoder(url=f"{server.url}/little")
    precious = tmp_path / "precious.txt"
    precious.write_text("mine")
    link = little.models / ".little.fetch" / place
    (little.models / ".little.fetch").mkdir(parents=True)
    os.link(precious, link) if hard else link.symlink_to(precious)
    try:
        list(fetch("little"))
    except (StorageError, RefusedWeightsError):
        list(fetch("little")) if "lock" not in place else None
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("verb", ["fetch", "import"])
def test_a_planted_folder_is_not_written_into(
    verb: str, server: Server, little: LittleCatalogue, tmp_path: Path
) -> None:
    server.files["/little"] = Served(SAFE)
    little.add_encoder(url=f"{server.url}/little")
    (tmp_path / "weights.safetensors").write_bytes(SAFE)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    little.models.mkdir()
    (little.models / f".little.{verb}").symlink_to(elsewhere)
    with pytest.raises(StorageError, match="is a link, which is not written through: delete it"):
        list(fetch("little") if verb == "fetch" else import_model("little", tmp_path / "weights.safetensors"))
    assert list(elsewhere.iterdir()) == []


def test_sources_are_tried_in_turn_and_the_hash_decides(server: Server, little: LittleCatalogue) -> None:
    server.files |= {"/gone": Served(status=404), "/other": Served(PADDED), "/right": Served(SAFE)}
    digest = sha256(SAFE)
    others = [one_file(url=f"{server.url}/{name}", sha256=digest) for name in ("other", "right")]
    little.add_encoder(url=f"{server.url}/gone", sha256=digest, others=others)
    list(fetch("little"))
    assert locate("little").read_bytes() == SAFE
    assert [path for path, _ in server.asked] == ["/gone", "/other", "/right"]


def test_all_sources_fail(server: Server, little: LittleCatalogue) -> None:
    others = [one_file(url=f"{server.url}/also-gone")]
    little.add_encoder(url=f"{server.url}/gone", others=others)
    with pytest.raises(FetchError, match=r"there is no such file any more: .*/gone .*\(2 sources were tried\)"):
        list(fetch("little"))


def test_another_format_of_the_same_weights(server: Server, little: LittleCatalogue) -> None:
    server.files["/safe"] = Served(SAFE)
    others = [one_file(name="open.safetensors", url=f"{server.url}/safe")]
    little.add_encoder(name="little.pt", format="torchscript", url=f"{server.url}/gone", sha256="0" * 64, others=others)
    list(fetch("little"))
    assert locate("little").name == "open.safetensors"
    assert is_present("little")


def test_a_file_of_an_installed_model_is_not_fetched_again(server: Server, little: LittleCatalogue) -> None:
    server.files |= {"/one": Served(SAFE), "/two": Served(PADDED)}
    shared = one_file("shared/weights.safetensors", url=f"{server.url}/one")
    little.add("first", [shared, one_file("more.safetensors", url=f"{server.url}/two")])
    little.add("second", [one_file("own.safetensors", url=f"{server.url}/two"), shared])
    list(fetch("first"))
    asked = len(server.asked)
    list(fetch("second"))
    assert len(server.asked) == asked
    assert (locate("second") / "shared" / "weights.safetensors").read_bytes() == SAFE
    assert (locate("second") / "own.safetensors").read_bytes() == PADDED


def test_a_hash_that_only_others_list_is_asked_about(server: Server, little: LittleCatalogue, tmp_path: Path) -> None:
    server.files["/little"] = Served(SAFE)
    little.add("little", [one_file(url=f"{server.url}/little", sha256="0" * 64, listed=True)], tensors=SHAPES)
    with pytest.raises(
        UnlistedWeightsError, match=f"take it with `taureau models fetch little --accept {sha256(SAFE)}`"
    ):
        list(fetch("little"))
    assert not is_present("little")
    asked = len(server.asked)
    with pytest.raises(UnlistedWeightsError):
        list(fetch("little", accept="1" * 64))
    list(fetch("little", accept=sha256(SAFE)))
    assert len(server.asked) == asked  # what came was kept
    assert locate("little").read_bytes() == SAFE
    (tmp_path / "weights.safetensors").write_bytes(SAFE)
    with pytest.raises(UnlistedWeightsError, match="models import little"):
        list(import_model("little", tmp_path / "weights.safetensors"))
    list(import_model("little", tmp_path / "weights.safetensors", accept=sha256(SAFE)))


def test_a_published_hash_cannot_be_overruled(server: Server, little: LittleCatalogue) -> None:
    server.files["/little"] = Served(SAFE)
    little.add_encoder(url=f"{server.url}/little", sha256="0" * 64)
    with pytest.raises(DamagedWeightsError, match="is not what was published"):
        list(fetch("little", accept=sha256(SAFE)))
