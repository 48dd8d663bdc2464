"""Drafts of photos and emoji that a tower is taught with."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from training.drawings.drafts import FEWEST, MOST, Drafts, Sitter, draft, emoji, photos
from training.errors import TrainingError
from training.icons.selection import select_pictograms

from tests.training.pictogram_package import write_package


def jpeg(left: int = 40) -> bytes:
    """A dark cup-like shape on a light ground."""
    image = Image.new("RGB", (160, 120), (225, 220, 210))
    draw = ImageDraw.Draw(image)
    draw.rectangle((left, 30, left + 60, 100), fill=(60, 80, 150))
    draw.ellipse((left + 45, 45, left + 85, 85), outline=(60, 80, 150), width=8)
    file = io.BytesIO()
    image.save(file, "JPEG")
    return file.getvalue()


def tarball(folder: Path, kinds: dict[str, int]) -> Path:
    """The photos of some kinds, packed as Caltech-101 is."""
    path = folder / "photos.tar"
    with tarfile.open(path, "w") as packed:
        for kind, count in kinds.items():
            for number in range(count):
                member = tarfile.TarInfo(f"caltech101/{kind}/image_{number:04d}.jpg")
                content = jpeg(30 + 5 * number)
                member.size = len(content)
                packed.addfile(member, io.BytesIO(content))
    return path


def test_kinds_come_in_turn_with_their_names_and_those_held_out_stay_apart(tmp_path: Path) -> None:
    path = tarball(tmp_path, {"cup": 2, "crab": 1, "cougar_body": 1, "wild_cat": 2})
    found = list(photos(path))
    assert [one.key for one in found] == [
        "crab/image_0000.jpg", "cup/image_0000.jpg", "wild_cat/image_0000.jpg", "cup/image_0001.jpg",
        "wild_cat/image_0001.jpg",
    ]  # fmt: skip
    assert {one.captions[0]: one.split for one in found} == {"crab": "kind", "cup": "train", "wild cat": "train"}
    assert found[0].pixels.shape == (120, 160, 3)


def test_what_holds_no_photos_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="Caltech-101"):
        list(photos(tmp_path / "none.tar"))


def test_drawings_are_kept_and_not_made_twice(tmp_path: Path) -> None:
    path = tarball(tmp_path, {"cup": 2, "crab": 1})
    file = tmp_path / "drafts.npz"
    heard: list[int] = []
    assert Drafts(file).gather(photos(path), minutes=5, most=2, report=heard.append) == 2
    drafts = Drafts(file)
    assert drafts.count() == {("photo", "kind"): 1, ("photo", "train"): 1}
    assert drafts.gather(photos(path), minutes=5, most=9, report=heard.append) == 3
    listed = file.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert listed == ["crab/image_0000.jpg", "cup/image_0000.jpg", "cup/image_0001.jpg"]


def test_emoji_are_drawn_within_their_square_and_blank_pictures_are_not(tmp_path: Path) -> None:
    house = next(
        one
        for one in emoji(select_pictograms(write_package(tmp_path / "package.tgz"), 0), 0)
        if "house" in one.captions
    )
    assert (house.style, house.alpha is None) == ("emoji", False)
    strokes = draft(house)
    assert strokes is not None
    assert FEWEST <= len(strokes) <= MOST
    assert np.abs(strokes).max() == pytest.approx(1)
    assert draft(Sitter("blank", np.full((90, 90, 3), 255, np.uint8), None, ("x",), "photo", "train")) is None
