"""The training photos: one folder per class (Caltech 101), and the classes held out for evaluation."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from taureau.photo import content_box

from training.errors import TrainingError

FACES = "Faces"  # folder of portraits
CLUTTER = "BACKGROUND_Google"  # folder of photos without a subject, used as backgrounds of composites
# Never used in training: animals, vehicles, tools, instruments, furniture and food. Chosen by hand, before training,
# so that each category is represented.
HELD_OUT = (
    "cougar_face", "dalmatian", "flamingo", "crab", "helicopter", "ketch", "scissors", "strawberry", "umbrella",
    "windsor_chair", "grand_piano", "butterfly",
)  # fmt: skip
# Classes with faces, or something similar, that the face teacher cannot label.
LIVING = (
    "Leopards", "ant", "bass", "beaver", "brontosaurus", "buddha", "butterfly", "cougar_body", "cougar_face", "crab",
    "crayfish", "crocodile", "crocodile_head", "dalmatian", "dollar_bill", "dolphin", "dragonfly", "elephant", "emu",
    "flamingo", "flamingo_head", "garfield", "gerenuk", "hawksbill", "hedgehog", "ibis", "kangaroo", "llama", "lobster",
    "mayfly", "octopus", "okapi", "panda", "pigeon", "platypus", "rhino", "rooster", "scorpion", "sea_horse", "snoopy",
    "stegosaurus", "tick", "wild_cat",
)  # fmt: skip
ROTATED = ("accordion", "trilobite", "minaret")  # photos rotated by the collection, with blank corners


@dataclass(frozen=True, order=True)
class PhotoFile:
    """A photo of the collection."""

    kind: str
    name: str  # without its suffix
    path: Path

    def beside(self, folder: Path, suffix: str) -> Path:
        """Path of a file derived from this photo, in a folder."""
        return folder / self.kind / f"{self.name}{suffix}"


def photo_files(folder: Path, *, seed: int = 0) -> list[PhotoFile]:
    """All photos of a collection in round-robin order over classes, shuffled within each class by the seed.

    Every prefix of the list is therefore a balanced sample. Raises TrainingError if there are no photos.
    """
    kinds: list[list[PhotoFile]] = []
    for place in sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else ():
        files = [PhotoFile(place.name, path.stem, path) for path in sorted(place.glob("*.jpg"))]
        random.Random(f"{seed} {place.name}").shuffle(files)
        kinds.append(files)
    rounds = max((len(files) for files in kinds), default=0)
    ordered = [files[turn] for turn in range(rounds) for files in kinds if turn < len(files)]
    if not ordered:
        raise TrainingError(f"no photos in {folder}: expected one folder of JPEG files per class")
    return ordered


def taught(files: Sequence[PhotoFile]) -> list[PhotoFile]:
    """The photos of the training classes."""
    return [file for file in files if file.kind not in (*HELD_OUT, *ROTATED, CLUTTER)]


def held_out(files: Sequence[PhotoFile]) -> list[PhotoFile]:
    """The photos of the held-out classes."""
    return [file for file in files if file.kind in HELD_OUT]


def clutter(files: Sequence[PhotoFile]) -> tuple[list[PhotoFile], list[PhotoFile]]:
    """The background photos: those for training, and those for evaluation."""
    found = [file for file in files if file.kind == CLUTTER]
    kept = len(found) // 5
    return found[kept:], found[:kept]


def read_photo(path: Path) -> NDArray[np.uint8]:
    """A photo [H, W, 3], sRGB, without letterbox bars or frame. Raises TrainingError if it cannot be read."""
    read = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if read is None:
        raise TrainingError(f"{path} cannot be read as a photo")
    top, bottom, left, right = content_box(read)
    return np.ascontiguousarray(read[top:bottom, left:right, ::-1])
