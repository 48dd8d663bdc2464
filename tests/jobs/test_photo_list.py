"""Folders and lists: what is drawn, and under which name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from taureau.jobs.photo_list import ListError, sources_in


def touch(folder: Path, *names: str) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def outputs(path: Path, **options: object) -> dict[str, str]:
    """The drawings' names by those of what is drawn."""
    return {source.name: source.output for source in sources_in(path, **options)}  # type: ignore[arg-type]


def test_the_photos_of_a_folder_and_with_a_word_those_below_it(tmp_path: Path) -> None:
    touch(tmp_path, "b.JPG", "a.heic", "notes.txt", ".hidden.jpg", "sub/c.png", ".thumbs/d.png", "out/e.png")
    assert outputs(tmp_path) == {"a.heic": "a.svg", "b.JPG": "b.svg"}
    below = outputs(tmp_path, recursive=True, besides=tmp_path / "out")
    assert below == {"a.heic": "a.svg", "b.JPG": "b.svg", "sub/c.png": "sub/c.svg"}


def test_no_two_drawings_have_one_name(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "a.png", "A.webp", "a.jpg.png", "b.jpg", "sub/a.jpg")
    found = outputs(tmp_path, recursive=True)
    assert found == {
        "A.webp": "A.webp.svg",
        "a.jpg": "a.jpg.svg",
        "a.jpg.png": "a.jpg-2.svg",
        "a.png": "a.png.svg",
        "b.jpg": "b.svg",
        "sub/a.jpg": "sub/a.svg",
    }


def test_a_list_names_photos_beside_it_elsewhere_and_prompts(tmp_path: Path) -> None:
    written = (
        "\ufeffsub/a.jpg\r\n\n# not this one.jpg\n  sub/../sub/a.jpg\n"
        f"{tmp_path}/other/a.jpg\nprompt: a réd fox\nPrompt: A réd fox\n"
    )
    (tmp_path / "list.txt").write_text(written, encoding="utf-8")
    found = sources_in(tmp_path / "list.txt")
    assert [(source.photo, source.prompt, source.output) for source in found] == [
        (tmp_path / "sub" / "a.jpg", "", "sub/a.svg"),
        (tmp_path / "other" / "a.jpg", "", "other/a.svg"),
        (None, "a réd fox", "a-réd-fox.svg"),
        (None, "A réd fox", "a-réd-fox-2.svg"),
    ]


def test_a_prompt_without_a_sentence_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("a.jpg\nprompt:  \n", encoding="utf-8")
    with pytest.raises(ListError, match=r"line 2 of .*list\.txt has no sentence after prompt: write one"):
        sources_in(tmp_path / "list.txt")


def test_names_that_are_no_text_or_very_long_are_names(tmp_path: Path) -> None:
    long = "n" * 240
    (tmp_path / "list.txt").write_bytes(b"caf\xe9.jpg\n" + os.fsencode(long) + b".jpg\n")
    first, second = sources_in(tmp_path / "list.txt")
    assert os.fsencode(first.photo or "") == os.fsencode(tmp_path) + b"/caf\xe9.jpg"
    assert os.fsencode(first.output) == b"caf\xe9.svg"
    assert second.output == "n" * 180 + ".svg"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\n# nothing\n", "lists nothing: write the path of a photo on each line"),
        (b"\xff\xd8\xff\xe0 JFIF", "is no list of photos: draw one photo with `taureau sketch`, or name a text file"),
        (b"a\0b", "is no list of photos: draw one photo with `taureau sketch`, or name a text file"),
    ],
)
def test_what_is_no_list_is_refused(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "list").write_bytes(content)
    with pytest.raises(ListError) as caught:
        sources_in(tmp_path / "list")
    assert str(caught.value) == f"{tmp_path / 'list'} {said}"


def test_a_folder_without_photos_is_refused(tmp_path: Path) -> None:
    touch(tmp_path, "sub/a.jpg")
    with pytest.raises(ListError, match="or add --recursive for those in its folders"):
        sources_in(tmp_path)
    touch(tmp_path, "list.txt")
    with pytest.raises(ListError, match="--recursive is for a folder"):
        sources_in(tmp_path / "list.txt", recursive=True)
