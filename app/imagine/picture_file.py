"""An imagined image as a PNG that remembers how it was made."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from app.document import DocumentError, write_whole
from app.photo import PhotoError, load_photo

_LONGEST = 40  # characters of a file's name before its number


def save_picture(image: NDArray[np.uint8], path: Path, facts: Mapping[str, str]) -> None:
    """Write the image [H, W, 3] with its facts as text chunks, whole or not at all; raises DocumentError.

    The same image and facts are the same bytes.
    """
    write_whole(path, png_of(image, facts))


def png_of(image: NDArray[np.uint8], facts: Mapping[str, str]) -> bytes:
    """The image [H, W, 3] as PNG, its facts as text chunks."""
    chunks = PngInfo()
    for name, value in {"Software": "Taureau", **facts}.items():
        chunks.add_text(name, value)
    written = io.BytesIO()
    Image.fromarray(image).save(written, "PNG", pnginfo=chunks)
    return written.getvalue()


def read_picture(path: Path) -> tuple[NDArray[np.uint8], dict[str, str]]:
    """A picture that `save_picture` wrote, [H, W, 3], and its facts; raises DocumentError."""
    try:
        pixels = load_photo(path).pixels
        with Image.open(path) as opened:
            facts = {str(name): str(value) for name, value in opened.info.items() if isinstance(value, str)}
    except (PhotoError, OSError, ValueError, SyntaxError) as error:
        raise DocumentError(str(error)) from error
    facts.pop("Software", None)
    return pixels, facts


def free_name(folder: Path, stem: str) -> Path:
    """A name for a picture in a folder, numbered on from those that are taken: "red-fox-05.png"."""
    taken = {path.stem for path in folder.glob("*")}
    numbers = [int(rest) for name in taken if (rest := name.removeprefix(f"{stem}-")).isascii() and rest.isdigit()]
    return folder / f"{stem}-{max(numbers, default=0) + 1:02}.png"


def stem_of(text: str) -> str:
    """A name for a file from words: "a red fox!" -> "a-red-fox"."""
    kept = "".join(character if character.isalnum() else " " for character in text.lower()).split()
    stem = ""
    for word in kept:
        if stem and len(stem) + len(word) >= _LONGEST:
            break
        stem = f"{stem}-{word}" if stem else word[:_LONGEST]
    return stem or "image"
