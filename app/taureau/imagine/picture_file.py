"""Generated images as PNG files with the facts of their making."""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Mapping
from itertools import count
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from taureau.document import DocumentError, write_whole
from taureau.photo import PhotoError, load_photo

_LONGEST = 40  # characters of a file's name before its number
_LARGEST = 8192  # px; no model makes larger images


def save_picture(image: NDArray[np.uint8], path: Path, facts: Mapping[str, str]) -> None:
    """Write the image [H, W, 3] with its facts as text chunks, whole or not at all; raises DocumentError.

    The same image and facts are the same bytes.
    """
    write_whole(path, png_of(image, facts))


def png_of(image: NDArray[np.uint8], facts: Mapping[str, str]) -> bytes:
    """Return the image [H, W, 3] as PNG with its facts as text chunks."""
    chunks = PngInfo()
    for name, value in {"Software": "Taureau", **facts}.items():
        chunks.add_text(name, value)
    written = io.BytesIO()
    Image.fromarray(image).save(written, "PNG", pnginfo=chunks)
    return written.getvalue()


def read_picture(path: Path) -> tuple[NDArray[np.uint8], dict[str, str]]:
    """Read an image that `save_picture` wrote, [H, W, 3], and its facts; raises DocumentError."""
    try:
        pixels = load_photo(path).pixels
        with Image.open(path) as opened:
            facts = _texts(opened)
    except (PhotoError, OSError, ValueError, SyntaxError) as error:
        raise DocumentError(str(error)) from error
    facts.pop("Software", None)
    return pixels, facts


def facts_in(path: Path) -> dict[str, str]:
    """Return the facts of an image that Taureau generated; empty for any other file."""
    try:
        if not path.is_file():  # reading a pipe might never end
            return {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG"]) as opened:
                if max(opened.size) > _LARGEST:
                    return {}
                opened.load()  # text may follow the pixels
                found = _texts(opened)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}
    return found if found.pop("Software", "") == "Taureau" and "verb" in found else {}


def new_file(folder: Path, stem: str, suffix: str = ".png") -> Path:
    """Create a new empty file, with the next free number: "red-fox-05.png".

    The folder is made where there is none. Raises DocumentError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {path.stem for path in folder.glob("*")}
        numbers = [int(rest) for name in taken if (rest := name.removeprefix(f"{stem}-")).isascii() and rest.isdigit()]
        for number in count(max(numbers, default=0) + 1):
            path = folder / f"{stem}-{number:02}{suffix}"
            with contextlib.suppress(FileExistsError):  # taken by another run meanwhile
                path.touch(exist_ok=False)
                return path
    except OSError as error:
        raise DocumentError(f"Cannot save in '{folder}': {error.strerror}; choose another folder.") from error
    raise AssertionError("numbers do not end")


def save_new(image: NDArray[np.uint8], folder: Path, stem: str, facts: Mapping[str, str]) -> Path:
    """Write the image [H, W, 3] to a new file, and return its path; raises DocumentError."""
    path = new_file(folder, stem)
    try:
        save_picture(image, path, facts)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _texts(picture: Image.Image) -> dict[str, str]:
    return {str(name): str(value) for name, value in picture.info.items() if isinstance(value, str)}


def stem_of(text: str) -> str:
    """Return a file name from words: "a red fox!" -> "a-red-fox"."""
    kept = "".join(character if character.isalnum() else " " for character in text.lower()).split()
    stem = ""
    for word in kept:
        if stem and len(stem) + len(word) >= _LONGEST:
            break
        stem = f"{stem}-{word}" if stem else word[:_LONGEST]
    return stem or "image"
