"""Pictures as files: their names, their text, their bytes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.document import DocumentError
from app.imagine.picture_file import free_name, read_picture, save_picture, stem_of
from app.photo import load_photo


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("a red fox!", "a-red-fox"),
        ("../../etc/passwd", "etc-passwd"),
        ("un réd fox", "un-réd-fox"),
        ("…", "image"),
        ("", "image"),
        ("a fox under a very long umbrella that never comes to its end", "a-fox-under-a-very-long-umbrella-that"),
        ("x" * 100, "x" * 40),
    ],
)
def test_words_become_a_name_for_files(text: str, stem: str) -> None:
    assert stem_of(text) == stem


def test_no_name_is_taken_twice(tmp_path: Path) -> None:
    for taken in ("fox-01.png", "fox-07.svg", "fox-old.png", "foxes-09.png"):
        (tmp_path / taken).touch()
    assert free_name(tmp_path, "fox").name == "fox-08.png"
    assert free_name(tmp_path, "hen").name == "hen-01.png"


def test_the_same_picture_is_the_same_bytes_and_tells_how_it_was_made(tmp_path: Path) -> None:
    image = np.arange(5 * 9 * 3, dtype=np.uint8).reshape(5, 9, 3).repeat(4, 0).repeat(4, 1)
    for name in ("one.png", "two.png"):
        save_picture(image, tmp_path / name, {"prompt": "a réd “fox”", "seed": "3"})
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()
    assert np.array_equal(load_photo(tmp_path / "one.png").pixels, image)
    with Image.open(tmp_path / "one.png") as read:
        assert read.info == {"Software": "Taureau", "prompt": "a réd “fox”", "seed": "3"}


def test_a_picture_is_read_as_it_was_written(tmp_path: Path) -> None:
    image = np.arange(32 * 32 * 3, dtype=np.uint32).astype(np.uint8).reshape(32, 32, 3)
    facts = {"prompt": "a réd “fox”", "seed": "3"}
    save_picture(image, tmp_path / "fox.png", facts)
    pixels, read = read_picture(tmp_path / "fox.png")
    assert np.array_equal(pixels, image)
    assert read == facts
    (tmp_path / "fox.png").write_bytes(b"no picture")
    with pytest.raises(DocumentError):
        read_picture(tmp_path / "fox.png")
