"""The family tree of generated images: which generation was made from which image."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from taureau.document import Drawing
from taureau.imagine import Agreement
from taureau.session.files.image_arrays import image_from_array
from taureau.session.imagine.generation import Generation, Picture


class FamilyTree(QObject):
    """The generations, each below the one it was made from, and the pictures discarded from them."""

    changed = Signal()  # the generations, or their pictures

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generations: list[Generation] = []  # depth first
        self.discarded: list[list[tuple[Generation, Picture]]] = []  # one list per discard, the latest last
        self._number = 0

    @property
    def shown(self) -> list[Generation]:
        """The generations that have pictures, await some, or have descendants that do."""
        shown: list[Generation] = []
        for one in reversed(self.generations):
            if one.pictures or one.active or (shown and shown[-1].depth > one.depth):
                shown.append(one)
        return shown[::-1]

    def pictures(self) -> Iterable[Picture]:
        return (picture for generation in self.generations for picture in generation.pictures)

    def home_of(self, picture: Picture) -> Generation | None:
        """Return the generation that a picture is in; None if it was discarded."""
        return next((one for one in self.generations if picture.number in [p.number for p in one.pictures]), None)

    def is_there(self, picture: Picture) -> bool:
        """Return whether a picture is in the tree, that is, not discarded."""
        return self.home_of(picture) is not None

    def picture(
        self, pixels: NDArray[np.uint8], facts: dict[str, str], name: str = "", drawing: Drawing | None = None
    ) -> Picture:
        """Return a picture with the next number, not yet in a generation; `pixels` show the drawing if there is one."""
        self._number += 1
        return Picture(self._number, pixels, image_from_array(pixels), facts, name=name, drawing=drawing)

    def add(self, generation: Generation, parent: Generation | None = None) -> None:
        """Add a generation below its parent's other descendants, or at the end."""
        index = len(self.generations)
        if parent is not None:
            index = self.generations.index(parent) + 1
            while index < len(self.generations) and self.generations[index].depth > parent.depth:
                index += 1
        self.generations.insert(index, generation)
        self.changed.emit()

    def remove_if_empty(self, generation: Generation) -> None:
        """Remove a generation without pictures, unless a discarded one could return to it."""
        homes = [home for taken in self.discarded for home, _ in taken]
        if not generation.pictures and generation not in homes:
            self.generations.remove(generation)
        self.changed.emit()

    def discard(self, *pictures: Picture) -> None:
        """Discard pictures; `bring_back` undoes it."""
        taken: list[tuple[Generation, Picture]] = []
        for picture in pictures:
            home = self.home_of(picture)
            if home is not None:
                there = next(one for one in home.pictures if one.number == picture.number)
                home.pictures.remove(there)
                taken.append((home, there))
        if taken:
            self.discarded.append(taken)
            self.changed.emit()

    def bring_back(self, number: int | None = None) -> None:
        """Undo the last discard, or bring back only the picture of this number."""
        for taken in reversed(self.discarded):
            wanted = [entry for entry in taken if number in (None, entry[1].number)]
            for home, picture in wanted:
                home.put(picture)
            taken[:] = [entry for entry in taken if entry not in wanted]
            if wanted:
                break
        self.discarded = [taken for taken in self.discarded if taken]
        self.changed.emit()

    def set_agreement(self, number: int, agreement: Agreement) -> None:
        """Note what the picture of this number shows of its sentence, whether it was discarded or not."""
        for generation in self.generations:
            generation.pictures = [
                replace(one, agreement=agreement) if one.number == number else one for one in generation.pictures
            ]
        for taken in self.discarded:
            taken[:] = [
                (home, replace(one, agreement=agreement) if one.number == number else one) for home, one in taken
            ]
        self.changed.emit()
