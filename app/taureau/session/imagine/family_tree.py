"""Who came from whom among the pictures that were imagined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from taureau.imagine import Agreement
from taureau.session.files.image_arrays import image_from_array
from taureau.session.imagine.generation import Generation, Picture


class Family(QObject):
    """A tree of generations, and the pictures that were taken out of it."""

    changed = Signal()  # generations, in number or in what they hold

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generations: list[Generation] = []  # as the tree is read: each below the one it came from
        self.discarded: list[list[tuple[Generation, Picture]]] = []  # to be brought back, the latest last
        self._number = 0

    @property
    def shown(self) -> list[Generation]:
        """The tree: those with pictures, now or soon, and those whose pictures are gone but for what came from them."""
        shown: list[Generation] = []
        for one in reversed(self.generations):
            if one.pictures or one.active or (shown and shown[-1].depth > one.depth):
                shown.append(one)
        return shown[::-1]

    def pictures(self) -> Iterable[Picture]:
        return (picture for generation in self.generations for picture in generation.pictures)

    def home_of(self, picture: Picture) -> Generation | None:
        """The generation in which a picture is."""
        return next((one for one in self.generations if picture.number in [p.number for p in one.pictures]), None)

    def is_there(self, picture: Picture) -> bool:
        """Whether it was not discarded."""
        return self.home_of(picture) is not None

    def picture(self, pixels: NDArray[np.uint8], facts: dict[str, str], name: str = "") -> Picture:
        """One more picture, which has its number and no place yet."""
        self._number += 1
        return Picture(self._number, pixels, image_from_array(pixels), facts, name=name)

    def add(self, generation: Generation) -> None:
        """One more generation that came from none."""
        self.generations.append(generation)
        self.changed.emit()

    def discard(self, *pictures: Picture) -> None:
        """Take pictures away; `bring_back` undoes it."""
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
        """Undo the last discarding, or bring back the one picture of this number."""
        for taken in reversed(self.discarded):
            wanted = [entry for entry in taken if number in (None, entry[1].number)]
            for home, picture in wanted:
                home.put(picture)
            taken[:] = [entry for entry in taken if entry not in wanted]
            if wanted:
                break
        self.discarded = [taken for taken in self.discarded if taken]
        self.changed.emit()

    def _below(self, home: Generation) -> int:
        """The place behind a generation and all that came from it."""
        place = self.generations.index(home) + 1
        while place < len(self.generations) and self.generations[place].depth > home.depth:
            place += 1
        return place

    def _tell_of(self, number: int, agreement: Agreement) -> None:
        """What a picture shows of the sentence, wherever it is by now."""
        for generation in self.generations:
            generation.pictures = [
                replace(one, agreement=agreement) if one.number == number else one for one in generation.pictures
            ]
        for taken in self.discarded:
            taken[:] = [
                (home, replace(one, agreement=agreement) if one.number == number else one) for home, one in taken
            ]
        self.changed.emit()
