"""What a batch is to draw: the photos of a folder, or a list of photos and prompts, with names for the drawings."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from taureau.errors import TaureauError
from taureau.imagine.picture_file import stem_of
from taureau.jobs.files import in_order, is_photo_name
from taureau.photo.kind import HEAD_BYTES, kind_of
from taureau.small_files import read_small

_PROMPT = "prompt:"
_LONGEST = 180  # bytes of a file's name; file systems allow 255


class ListError(TaureauError):
    """There is nothing to draw in what was named; the message says what to do."""


@dataclass(frozen=True)
class Source:
    """One photo or prompt, and where its drawing goes."""

    photo: Path | None  # absolute
    prompt: str
    name: str  # the photo's path below the folder that all are in, or the prompt
    output: str  # relative to the folder of the drawings, with slashes; unique whatever the case of its letters


def sources_in(path: Path, *, recursive: bool = False, besides: Path | None = None) -> list[Source]:
    """Return what a folder or a list names, in the order of the names or of the list; raises ListError, OSError.

    Of a folder these are the files whose name ends as that of a photo, without hidden ones and those in `besides`,
    the folder of the drawings. A list has a path on each line, relative to the folder that the list is in, or `prompt:`
    and a sentence; empty lines and those that begin with # count for nothing, and so does what was listed before.
    """
    if path.is_dir():
        root = path.absolute()
        found: list[Path | str] = list(_photos_in(root, recursive, besides and besides.absolute()))
        if not found:
            further = "" if recursive else ", or add --recursive for those in its folders"
            raise ListError(f"there is no photo in {path}: name another folder{further}")
        return _sources(found, root)
    if recursive:
        raise ListError(f"--recursive is for a folder, and {path} is a file: leave it out")
    listed = list(dict.fromkeys(_listed(path)))
    if not listed:
        raise ListError(f"{path} lists nothing: write the path of a photo on each line")
    return _sources(listed, _common_folder([one for one in listed if isinstance(one, Path)]))


def _photos_in(root: Path, recursive: bool, besides: Path | None) -> Iterator[Path]:
    for folder, folders, files in os.walk(root, onerror=_raise):
        place = Path(folder)
        below = [name for name in folders if recursive and not name.startswith(".") and place / name != besides]
        folders[:] = sorted(below, key=in_order)
        yield from (place / name for name in sorted(files, key=in_order) if is_photo_name(name))


def _raise(error: OSError) -> None:
    raise error


def _listed(path: Path) -> Iterator[Path | str]:
    """Yield photos as paths and prompts as texts."""
    data = read_small(path)
    if kind_of(data[:HEAD_BYTES], path.name) is not None or b"\0" in data:
        raise ListError(f"{path} is no list of photos: draw one photo with `taureau sketch`, or name a text file")
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").splitlines(), 1):
        text = os.fsdecode(line.strip())
        if text.lower().startswith(_PROMPT):
            prompt = text[len(_PROMPT) :].strip()
            if not prompt:
                raise ListError(
                    f"line {number} of {path} has no sentence after {_PROMPT} write one, or delete the line"
                )
            yield prompt
        elif text and not text.startswith("#"):
            yield Path(os.path.abspath(path.absolute().parent / text))


def _common_folder(photos: list[Path]) -> Path:
    """Return the deepest folder that all photos are in, below which their own folders are kept."""
    try:
        return Path(os.path.commonpath([photo.parent for photo in photos]))
    except ValueError:  # there are none, or they are on several drives
        return Path()


def _sources(found: list[Path | str], root: Path) -> list[Source]:
    stems = [stem_of(one) if isinstance(one, str) else _below(one, root, one.stem) for one in found]
    shared = Counter(stem.casefold() for stem in stems)
    taken: set[str] = set()
    sources = []
    for one, stem in zip(found, stems, strict=True):
        if isinstance(one, Path) and shared[stem.casefold()] > 1:  # a.jpg and a.png
            stem = _below(one, root, one.name)
        output = next(name for name in _numbered(_short(stem)) if name.casefold() not in taken)
        taken.add(output.casefold())
        if isinstance(one, str):
            sources.append(Source(None, one, one, output))
        else:
            sources.append(Source(one, "", _below(one, root, one.name), output))
    return sources


def _below(photo: Path, root: Path, name: str) -> str:
    """Return a name in the photo's own folder below `root`, with slashes."""
    folder = (
        photo.parent.relative_to(root) if photo.parent.is_relative_to(root) else photo.parent.relative_to(photo.anchor)
    )
    return (folder / name).as_posix()


def _short(stem: str) -> str:
    folder, slash, name = stem.rpartition("/")
    return f"{folder}{slash}{os.fsdecode(os.fsencode(name)[:_LONGEST])}"


def _numbered(stem: str) -> Iterable[str]:
    yield f"{stem}.svg"
    number = 2
    while True:
        yield f"{stem}-{number}.svg"
        number += 1
