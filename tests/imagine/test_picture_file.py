"""Pictures as files: their names, their text, their bytes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from taureau.document import DocumentError
from taureau.imagine.picture_file import facts_in, new_file, read_picture, save_new, save_picture, stem_of
from taureau.photo import load_photo


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
    assert new_file(tmp_path, "fox").name == "fox-08.png"
    assert new_file(tmp_path, "hen").name == "hen-01.png"
    assert new_file(tmp_path / "new" / "folder", "hen").is_file()


def test_two_who_write_at_once_share_no_name(tmp_path: Path) -> None:
    image = np.zeros((8, 8, 3), np.uint8)
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda n: save_new(image, tmp_path, "fox", {"seed": str(n)}), range(40)))
    assert sorted(paths) == sorted(tmp_path.glob("*.png"))
    assert [read_picture(path)[1]["seed"] for path in paths] == [str(n) for n in range(40)]


def test_a_picture_that_cannot_be_saved_takes_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise DocumentError("no space")

    monkeypatch.setattr("taureau.imagine.picture_file.write_whole", full)
    with pytest.raises(DocumentError):
        save_new(np.zeros((4, 4, 3), np.uint8), tmp_path, "fox", {})
    assert not list(tmp_path.iterdir())


def test_facts_are_read_of_our_own_pictures_alone(tmp_path: Path) -> None:
    image = np.zeros((32, 32, 3), np.uint8)
    save_picture(image, tmp_path / "ours.png", {"verb": "imagine", "seed": "3"})
    save_picture(image, tmp_path / "old.png", {"seed": "3"})
    Image.fromarray(image).save(tmp_path / "photo.jpg")
    (tmp_path / "text.png").write_text("no picture")
    assert facts_in(tmp_path / "ours.png") == {"verb": "imagine", "seed": "3"}
    assert [facts_in(tmp_path / name) for name in ("old.png", "photo.jpg", "text.png", "none.png")] == [{}] * 4


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
