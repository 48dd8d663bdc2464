"""What is asked of the models that imagine: requests that are under way or wait their turn, and what comes of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import DocumentError
from taureau.events import Failed, Notice, StageChanged
from taureau.export.picture_file import square_picture
from taureau.imagine import (
    Agreed,
    Blend,
    Change,
    GenerationFinished,
    GenerationProgress,
    GenerationStarted,
    ImageReady,
    ImagineRequest,
    Source,
    Variation,
    What,
    Words,
)
from taureau.imagine.choice import Choice, choose
from taureau.imagine.picture_file import save_picture
from taureau.session.core.session import Session
from taureau.session.imagine.family_tree import Family
from taureau.session.imagine.generation import Generation, Picture
from taureau.session.imagine.imagine_settings import ImagineSettings
from taureau.session.messages import Message
from taureau.session.run.run_state import Phase
from taureau.session.run.runner import Ended
from taureau.weights import WeightsError, find_model

STRIP = 5  # pictures of a blend
_USUAL = ImagineSettings()


class Imagining(Family):
    """How the family tree grows; requests go into the session's own thread, one after the other."""

    progressed = Signal()  # how far the one is that is being made
    said = Signal(object)  # Message
    ended = Signal(object)  # Generation that is as it will be

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kept: set[int] = set()  # numbers of the pictures that lie in files of the user's
        self._session = session
        self._runner = session.runner
        self._runner.told.connect(self._take)
        self._runner.put_off.connect(self._say_what_goes_first)
        session.run.changed.connect(self._show_who_waits)
        self._lined_up: list[Generation] = []  # in the order of their turns
        self._taken_in: tuple[object, int] | None = None  # from the sheet, and the picture's number

    # What is there.

    @property
    def current(self) -> Generation | None:
        """The generation that is being made, or waits for a drawing to be ready."""
        return self._lined_up[0] if self._lined_up else None

    @property
    def waiting(self) -> int:
        """How many requests wait behind the current one."""
        return max(0, len(self._lined_up) - 1)

    def waits_behind(self, generation: Generation) -> bool:
        """Whether another request has its turn before it."""
        return generation in self._lined_up[1:]

    def waits_for(self, generation: Generation) -> str:
        """For what, in words; empty of one that is being made, or is ready."""
        if generation not in self._lined_up or generation.begun or self._runner.at_work == generation.run:
            return ""
        place = self._lined_up.index(generation)
        if place:
            return f"waits for “{self._lined_up[place - 1].title}”"
        if self._session.run.active:
            paused = self._session.run.state.phase is Phase.PAUSED
            return "waits for the drawing, which is paused" if paused else "waits for the drawing"
        return "waits for its turn"

    def choice(self, what: type[What], asked: str = "") -> Choice | None:
        """The model that would do this, here or not: the one that was asked for if it can, else the best one.

        None where the catalogue has none, which is said.
        """
        try:
            return choose(what, asked)
        except WeightsError as error:
            if asked:
                return self.choice(what)
            self.said.emit(Message(str(error)))
            return None

    # What the user asks for.

    def words(self, prompt: str, style: str, count: int, settings: ImagineSettings = _USUAL) -> None:
        """Imagine pictures of a sentence."""
        self._ask(Words(prompt, style), prompt.strip(), (), count, settings)

    def vary(self, picture: Picture, count: int, settings: ImagineSettings = _USUAL) -> None:
        self._ask(Variation(picture.pixels), f"Variations of {picture.number}", (picture,), count, settings)

    def blend(self, first: Picture, second: Picture, count: int = STRIP, settings: ImagineSettings = _USUAL) -> None:
        title = f"From {first.number} to {second.number}"
        self._ask(Blend(first.pixels, second.pixels), title, (first, second), count, settings)

    def steer(
        self, picture: Picture, before: str, after: str, theta: float, settings: ImagineSettings = _USUAL
    ) -> None:
        title = f"{picture.number}, toward “{after.strip()}”"
        self._ask(Change(picture.pixels, before, after, theta), title, (picture,), 1, settings)

    def take_in_the_sheet(self) -> Picture | None:
        """A picture of what lies on the sheet, the drawing or else the photo; the same one while that is the same."""
        drawing, photo = self._session.sheet.shown, self._session.source.photo
        there = drawing or photo
        if self._taken_in is not None and self._taken_in[0] is there:
            number = self._taken_in[1]
            if (again := next((one for one in self.pictures() if one.number == number), None)) is not None:
                return again
        if drawing is not None:
            picture = self.picture(square_picture(drawing), {}, "The drawing on the sheet")
        elif photo is not None:
            picture = self.picture(photo.pixels, {}, "The photo on the sheet")
        else:
            return None
        self._taken_in = (there, picture.number)
        self.add(Generation(picture.name, (), 0, 1, pictures=[picture]))
        return picture

    def stop(self, generation: Generation | None = None) -> None:
        """End a request, or else the one that is being made; the pictures that are ready stay."""
        generation = generation or self.current
        if generation is not None and generation.active:
            generation.stopping = True
            self._runner.stop(generation.run)
            self.progressed.emit()

    def stop_all(self) -> None:
        for generation in reversed(self._lined_up):  # else each would begin when the one before it ends
            self.stop(generation)

    def stop_next(self) -> bool:
        """End the first request that was not asked to end yet; False where there is none."""
        generation = next((one for one in self._lined_up if not one.stopping), None)
        if generation is not None:
            self.stop(generation)
        return generation is not None

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

    def _ask(self, what: What, title: str, parents: tuple[Picture, ...], count: int, settings: ImagineSettings) -> None:
        model = settings.model
        if model and (choice := self.choice(type(what), model)) is not None and choice.model.id != model:
            text = f"{find_model(model).name} cannot do this; {choice.model.name} does."
            self.said.emit(Message(text, kind="notice"))
            model = ""
        try:
            request = ImagineRequest(
                what,
                count=count,
                model=model,
                seed=settings.seed,
                steps=settings.steps,
                guidance=settings.guidance,
                device=settings.device,
                sources=tuple(Source(parent.name, facts=parent.facts) for parent in parents),
            )
        except ValueError as error:
            text = str(error)
            self.said.emit(Message(f"This cannot be imagined: {text}."))
            return
        homes = [home for parent in parents if (home := self.home_of(parent))]
        depth = homes[0].depth + 1 if homes else 0
        generation = Generation(title, parents, depth, count, active=True)
        place = self._below(homes[0]) if homes else len(self.generations)
        self.generations.insert(place, generation)
        self._lined_up.append(generation)
        generation.run = self._runner.queue(request)
        self.changed.emit()

    @Slot(object)
    def _take(self, event: object) -> None:
        run = getattr(event, "run", "")
        generation = next((one for one in self.generations if one.run == run), None)
        if generation is None:
            return
        generation.begun = generation.begun or not isinstance(event, Ended)
        match event:
            case GenerationStarted(device=device, model=model, memory=memory):
                generation.held = f"{model} on {'the GPU' if device == 'cuda' else 'the processor'}, {memory}"
            case StageChanged(stage=stage):
                generation.stage = stage
            case GenerationProgress():
                generation.hear(event)
            case ImageReady(image=pixels, facts=facts):
                picture = self.picture(pixels, dict(facts))
                generation.pictures.append(picture)
                generation.numbers.append(picture.number)
                self.changed.emit()
            case Agreed(index=index, agreement=agreement) if index < len(generation.numbers):
                self._tell_of(generation.numbers[index], agreement)
            case Notice(message=text):
                self.said.emit(Message(text, kind="notice"))
            case GenerationFinished(stopped=True, images=images):
                self.said.emit(
                    Message(f"Stopped; {images} of {generation.expected} pictures are ready.", kind="notice")
                )
            case Failed(error=error, what_to_do=advice):
                generation.failed = True
                self.said.emit(Message(error, advice))
            case Ended():
                self._end(generation)
        self.progressed.emit()

    def _end(self, generation: Generation) -> None:
        self._lined_up.remove(generation)
        generation.active = False
        generation.expected = len(generation.pictures)
        if not generation.begun:
            self.said.emit(Message(f"“{generation.title}” was stopped before it began.", kind="notice"))
        gone = [home for taken in self.discarded for home, _ in taken]  # pictures may come back to these
        if not generation.pictures and generation not in gone:
            self.generations.remove(generation)
        self.changed.emit()
        self.ended.emit(generation)

    @Slot(str)
    def _say_what_goes_first(self, run: str) -> None:
        """Drawings and pictures are made in one thread, one after the other."""
        generation = next((one for one in self._lined_up if one.run == run), None)
        if generation is None:
            return
        if self._session.run.active:
            self._session.run.state.stage = "Waiting for the pictures"
        text = f"This begins when the pictures of “{generation.title}” are ready."
        stop = partial(self.stop, generation)
        self._session.notified.emit(Message(text, kind="notice", verb="Stop the pictures", do=stop))

    def _show_who_waits(self) -> None:
        if self._lined_up:
            self.progressed.emit()
