"""What was imagined: pictures, who made them from whom, and the requests that are under way or wait their turn."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from app.document import DocumentError, Drawing
from app.engine import Failed as RunFailed
from app.export.picture_file import picture_bytes
from app.imagine import (
    Agreed,
    Blend,
    Change,
    Failed,
    Finished,
    ImageReady,
    ImagineRequest,
    Notice,
    Progress,
    StageChanged,
    Started,
    Variation,
    What,
    Words,
)
from app.imagine.choice import Choice, choose
from app.imagine.picture_file import save_picture
from app.session.messages import Message
from app.session.pictures import array_from_image, image_from_array
from app.session.runner import Ended
from app.session.workbench import Workbench
from app.weights import WeightsError

STRIP = 5  # pictures of a blend
_SHEET = 512  # px, the sides of a drawing as a model sees it


@dataclass(frozen=True, eq=False)
class Picture:
    """One picture."""

    number: int  # by which the window calls it
    pixels: NDArray[np.uint8]  # [H, W, 3], sRGB
    image: QImage
    facts: dict[str, str]  # how it was made; empty of one that came from the sheet
    phrases: tuple[tuple[str, float], ...] = ()  # what it shows of the sentence, each with a cosine
    name: str = ""  # of one that came from the sheet


@dataclass(eq=False)
class Generation:
    """The pictures of one request."""

    title: str  # "a red fox", "Variations of 3"
    parents: tuple[Picture, ...]
    depth: int  # of its place in the family tree, 0 …
    expected: int  # pictures
    run: str = ""
    pictures: list[Picture] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)  # of its pictures as they came, those that were discarded too
    active: bool = False  # it waits or is made
    stage: str = ""  # what is done for it now
    share: float = 0.0  # of it that is done
    began: float | None = None  # when its first step was done, by the monotonic clock
    held: str = ""  # model, device and memory, for people

    @property
    def remaining(self) -> float | None:
        """Seconds that are left, measured; None while nobody knows."""
        if self.began is None or self.share < 0.02:
            return None
        return (time.monotonic() - self.began) * (1 - self.share) / self.share


class Imagining(QObject):
    """The family tree of what was imagined; requests go into the session's own thread, one after the other."""

    changed = Signal()  # generations, in number or in what they hold
    progressed = Signal()  # how far the one is that is being made
    said = Signal(object)  # Message

    def __init__(self, session: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generations: list[Generation] = []  # as the tree is read: each below the one it came from
        self.discarded: list[list[tuple[Generation, int, Picture]]] = []  # with their places, to be brought back
        self.kept: set[int] = set()  # numbers of the pictures that lie in files of the user's
        self._session = session
        self._runner = session.runner
        self._runner.told.connect(self._take)
        session.run_changed.connect(self._say_that_a_drawing_waits)
        self._number = 0
        self._seed = 0
        self._waits_said = False

    # What is there.

    @property
    def current(self) -> Generation | None:
        """The generation that is being made, or waits for a drawing to be ready."""
        return next((one for one in self.generations if one.active), None)

    @property
    def waiting(self) -> int:
        """How many requests wait behind the current one."""
        return max(0, sum(one.active for one in self.generations) - 1)

    def pictures(self) -> Iterable[Picture]:
        return (picture for generation in self.generations for picture in generation.pictures)

    def home_of(self, picture: Picture) -> Generation | None:
        """The generation in which a picture is."""
        return next((one for one in self.generations if picture.number in [p.number for p in one.pictures]), None)

    def picture(self, pixels: NDArray[np.uint8], facts: dict[str, str], name: str = "") -> Picture:
        """One more picture, which has its number and no place yet."""
        self._number += 1
        return Picture(self._number, pixels, image_from_array(pixels), facts, name=name)

    def add(self, generation: Generation) -> None:
        """One more generation that came from none."""
        self.generations.append(generation)
        self.changed.emit()

    def choice(self, what: type[What]) -> Choice | None:
        """The model that would do this, here or not; None where the catalogue has none, which is said."""
        try:
            return choose(what)
        except WeightsError as error:
            self.said.emit(Message(str(error)))
            return None

    # What the user asks for.

    def words(self, prompt: str, style: str, count: int) -> None:
        """Imagine pictures of a sentence."""
        self._ask(Words(prompt, style), prompt.strip(), (), count)

    def vary(self, picture: Picture, count: int) -> None:
        self._ask(Variation(picture.pixels), f"Variations of {picture.number}", (picture,), count)

    def blend(self, first: Picture, second: Picture) -> None:
        title = f"From {first.number} to {second.number}"
        self._ask(Blend(first.pixels, second.pixels), title, (first, second), STRIP)

    def steer(self, picture: Picture, before: str, after: str, theta: float) -> None:
        title = f"{picture.number}, toward “{after.strip()}”"
        self._ask(Change(picture.pixels, before, after, theta), title, (picture,), 1)

    def take_in_the_sheet(self) -> None:
        """Make a picture of what lies on the sheet: the drawing, else the photo."""
        drawing, photo = self._session.shown, self._session.photo
        if drawing is not None:
            pixels, title = _pixels_of(drawing), "The drawing on the sheet"
        elif photo is not None:
            pixels, title = photo.pixels, "The photo on the sheet"
        else:
            return
        self.add(Generation(title, (), 0, 1, pictures=[self.picture(pixels, {}, title)]))

    def stop(self) -> None:
        """End the request that is being made; the pictures that are ready stay."""
        if self.current is not None:
            self._runner.stop(self.current.run)

    def discard(self, *pictures: Picture) -> None:
        """Take pictures away; `bring_back` undoes it."""
        taken: list[tuple[Generation, int, Picture]] = []
        for picture in pictures:
            home = self.home_of(picture)
            if home is not None:
                place = next(place for place, one in enumerate(home.pictures) if one.number == picture.number)
                taken.append((home, place, home.pictures.pop(place)))
        if taken:
            self.discarded.append(taken)
            self.changed.emit()

    def bring_back(self) -> None:
        """Undo the last discarding."""
        if self.discarded:
            for home, place, picture in reversed(self.discarded.pop()):
                home.pictures.insert(place, picture)
            self.changed.emit()

    def keep(self, picture: Picture, path: Path) -> bool:
        """Write a picture as PNG, with how it was made; False where that failed, which is said."""
        try:
            save_picture(picture.pixels, path, picture.facts)
        except DocumentError as error:
            self.said.emit(Message(str(error)))
            return False
        self.kept.add(picture.number)
        self.said.emit(Message(f"Kept in {path}.", kind="notice"))
        self.changed.emit()
        return True

    # How it is done.

    def _ask(self, what: What, title: str, parents: tuple[Picture, ...], count: int) -> None:
        try:
            request = ImagineRequest(what, count=count, seed=self._seed)
        except ValueError as error:
            text = str(error)
            self.said.emit(Message(f"This cannot be imagined: {text}."))
            return
        self._seed += 1 if isinstance(what, Blend) else count
        homes = [home for parent in parents if (home := self.home_of(parent))]
        depth = homes[0].depth + 1 if homes else 0
        generation = Generation(title, parents, depth, count, active=True, stage="waiting")
        place = self._below(homes[0]) if homes else len(self.generations)
        self.generations.insert(place, generation)
        generation.run = self._runner.queue(request)
        self.changed.emit()

    def _below(self, home: Generation) -> int:
        """The place behind a generation and all that came from it."""
        place = self.generations.index(home) + 1
        while place < len(self.generations) and self.generations[place].depth > home.depth:
            place += 1
        return place

    @Slot(object)
    def _take(self, event: object) -> None:
        run = getattr(event, "run", "")
        generation = next((one for one in self.generations if one.run == run), None)
        if generation is None:
            return
        match event:
            case Started(device=device, model=model, memory=memory):
                generation.held = f"{model} on {'the GPU' if device == 'cuda' else 'the processor'}, {memory}"
            case StageChanged(stage=stage):
                generation.stage = stage
            case Progress():
                generation.share = event.share
                generation.stage = event.stage
                if generation.began is None:
                    generation.began = time.monotonic()
            case ImageReady(image=pixels, facts=facts):
                picture = self.picture(pixels, dict(facts))
                generation.pictures.append(picture)
                generation.numbers.append(picture.number)
                self.changed.emit()
            case Agreed(index=index, phrases=phrases) if index < len(generation.numbers):
                self._tell_of(generation.numbers[index], phrases)
            case Notice(message=text):
                self.said.emit(Message(text, kind="notice"))
            case Finished(stopped=True, images=images):
                self.said.emit(
                    Message(f"Stopped; {images} of {generation.expected} pictures are ready.", kind="notice")
                )
            case Failed(error=error, what_to_do=advice) | RunFailed(error=error, what_to_do=advice):
                self.said.emit(Message(error, advice))
            case Ended():
                self._end(generation)
        self.progressed.emit()

    def _tell_of(self, number: int, phrases: tuple[tuple[str, float], ...]) -> None:
        """What a picture shows of the sentence, wherever it is by now."""
        for generation in self.generations:
            generation.pictures = [
                replace(one, phrases=phrases) if one.number == number else one for one in generation.pictures
            ]
        for taken in self.discarded:
            taken[:] = [
                (home, place, replace(one, phrases=phrases) if one.number == number else one)
                for home, place, one in taken
            ]
        self.changed.emit()

    def _end(self, generation: Generation) -> None:
        generation.active = False
        generation.expected = len(generation.pictures)
        gone = [home for taken in self.discarded for home, _, _ in taken]  # pictures may come back to these
        if not generation.pictures and generation not in gone:
            self.generations.remove(generation)
        self._waits_said = False
        self.changed.emit()

    def _say_that_a_drawing_waits(self) -> None:
        """Both are done in one thread, one after the other."""
        if self._session.run.active and self.current is not None and not self._waits_said:
            self._waits_said = True
            text = "The drawing begins when the pictures that are being imagined are ready."
            self._session.said.emit(Message(text, kind="notice"))


def _pixels_of(drawing: Drawing) -> NDArray[np.uint8]:
    """The drawing in the middle of a white square, [_SHEET, _SHEET, 3]."""
    scale = _SHEET / max(drawing.width, drawing.height)
    size = max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale))
    drawn = QImage.fromData(picture_bytes(drawing, size, 96 * scale, kind="png", transparent=False))
    sheet = QImage(_SHEET, _SHEET, QImage.Format.Format_RGB32)
    sheet.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(sheet)
    painter.drawImage((_SHEET - size[0]) // 2, (_SHEET - size[1]) // 2, drawn)
    painter.end()
    return array_from_image(sheet)
