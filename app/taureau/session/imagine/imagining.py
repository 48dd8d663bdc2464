"""Requests to generate images: queued, executed in the drawing thread, and their pictures put into the family tree."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from taureau.document import DocumentError
from taureau.engine import NotLearnt
from taureau.engine.request import MAX_SEEDS
from taureau.events import Failed, Notice, StageChanged
from taureau.export import ExportError
from taureau.export.picture_file import square_picture
from taureau.imagine import (
    Agreed,
    Blend,
    Change,
    DrawingReady,
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
from taureau.session.core.session import Session
from taureau.session.imagine.exchange import Exchange
from taureau.session.imagine.family_tree import FamilyTree
from taureau.session.imagine.generation import Generation, Picture, save
from taureau.session.imagine.imagine_settings import ImagineSettings
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.run.run_state import Phase
from taureau.session.run.runner import Ended
from taureau.weights import WeightsError, find_model

STRIP = 5  # pictures of a blend
STEERED = 4  # drawings of a text difference in strokes
_USUAL = ImagineSettings()


class Imagining(QObject):
    """Queues requests and puts what they make into `tree`."""

    progressed = Signal()  # progress of the current request, or the order of the waiting ones
    notified = Signal(object)  # Message
    ended = Signal(object)  # Generation that is complete

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tree = FamilyTree(self)
        self.exchange = Exchange(session, self.tree, self.notified.emit)
        self.kept: set[int] = set()  # numbers of the pictures that were saved to files
        self._session = session
        self._runner = session.runner
        self._runner.queued_arrived.connect(self._take)
        self._runner.postponed.connect(self._notify_of_waiting_run)
        session.run.changed.connect(self._update_waiting)
        self._queue: list[Generation] = []  # the current request first

    # State.

    @property
    def current(self) -> Generation | None:
        """The generation that is being made, or that is next when the drawing is finished."""
        return self._queue[0] if self._queue else None

    @property
    def waiting(self) -> int:
        """The number of requests behind the current one."""
        return max(0, len(self._queue) - 1)

    def waits_behind(self, generation: Generation) -> bool:
        """Return whether other requests come before it."""
        return generation in self._queue[1:]

    def waits_for(self, generation: Generation) -> str:
        """Return what a generation waits for, as a phrase; empty if it is being made or complete."""
        if generation not in self._queue or generation.begun or self._runner.executing == generation.run:
            return ""
        index = self._queue.index(generation)
        if index:
            return tr("waits for “{title}”", title=self._queue[index - 1].title)
        if self._session.run.active:
            paused = self._session.run.state.phase is Phase.PAUSED
            return tr("waits for the drawing, which is paused") if paused else tr("waits for the drawing")
        return tr("waits for its turn")

    def choice(self, what: type[What], asked: str = "") -> Choice | None:
        """Return the model for such a request, installed or not: `asked` if it is able to, else the best one.

        Return None, after a message, if the catalogue has none.
        """
        try:
            return choose(what, asked)
        except WeightsError as error:
            if asked:
                return self.choice(what)
            self.notified.emit(Message(tr(str(error))))
            return None

    # Requests.

    def words(self, prompt: str, style: str, count: int, settings: ImagineSettings = _USUAL) -> None:
        """Generate pictures of a sentence."""
        self._ask(Words(prompt, style), prompt.strip(), (), count, settings)

    def vary(self, picture: Picture, count: int, settings: ImagineSettings = _USUAL) -> None:
        self._ask(
            Variation(picture.pixels), tr("Variations of {number}", number=picture.number), (picture,), count, settings
        )

    def blend(self, first: Picture, second: Picture, count: int = STRIP, settings: ImagineSettings = _USUAL) -> None:
        title = tr("From {number} to {number_}", number=first.number, number_=second.number)
        self._ask(Blend(first.pixels, second.pixels), title, (first, second), count, settings)

    def steer(
        self, picture: Picture, before: str, after: str, theta: float, settings: ImagineSettings = _USUAL
    ) -> None:
        """Generate a picture that is changed by the difference of two sentences; in strokes a few to choose from."""
        title, count = (
            tr("{number}, toward “{strip}”", number=picture.number, strip=after.strip()),
            STEERED if settings.medium == "strokes" else 1,
        )
        self._ask(Change(picture.pixels, before, after, theta), title, (picture,), count, settings)

    def stop(self, generation: Generation | None = None) -> None:
        """Stop a request, by default the current one; pictures that are ready stay."""
        generation = generation or self.current
        if generation is not None and generation.active:
            generation.stopping = True
            self._runner.stop(generation.run)
            self.progressed.emit()

    def stop_all(self) -> None:
        for generation in reversed(self._queue):  # from the last, so that none begins when the one before it ends
            self.stop(generation)

    def stop_next(self) -> bool:
        """Stop the first request that is not stopping yet; return False if there is none."""
        generation = next((one for one in self._queue if not one.stopping), None)
        if generation is not None:
            self.stop(generation)
        return generation is not None

    def keep(self, picture: Picture, path: Path) -> bool:
        """Save a picture with how it was made, or a drawing; return False, after a message, if that failed."""
        try:
            save(picture, path)
        except (DocumentError, ExportError) as error:
            self.notified.emit(Message(tr(str(error))))
            return False
        self.kept.add(picture.number)
        self.notified.emit(Message(tr("Kept in {path}.", path=path), kind="notice"))
        self.tree.changed.emit()
        return True

    # Execution.

    def _ask(self, what: What, title: str, parents: tuple[Picture, ...], count: int, settings: ImagineSettings) -> None:
        strokes = settings.medium == "strokes"
        model = "" if strokes else settings.model
        if model and (choice := self.choice(type(what), model)) is not None and choice.model.id != model:
            text = tr("{name} cannot do this; {name_} does.", name=find_model(model).name, name_=choice.model.name)
            self.notified.emit(Message(text, kind="notice"))
            model = ""
        try:
            request = ImagineRequest(
                what,
                count=count,
                model=model,
                seed=self._made_already(title, parents) if settings.seed is None else settings.seed,
                steps=settings.steps,
                guidance=settings.guidance,
                device=settings.device,
                medium=settings.medium,
                strokes=settings.strokes,
                sources=tuple(Source(parent.name, facts=parent.facts) for parent in parents),
            )
        except ValueError as error:
            text = tr(str(error))
            self.notified.emit(Message(tr("This cannot be imagined: {text}.", text=text)))
            return
        if strokes and isinstance(what, Words):
            count = min(count, MAX_SEEDS)
        homes = [home for parent in parents if (home := self.tree.home_of(parent))]
        depth = homes[0].depth + 1 if homes else 0
        generation = Generation(title, parents, depth, count, active=True)
        self._queue.append(generation)
        generation.run = self._runner.queue(request)
        self.tree.add(generation, homes[0] if homes else None)

    def _made_already(self, title: str, parents: tuple[Picture, ...]) -> int:
        """Return how many pictures were made of the same request."""
        numbers = [parent.number for parent in parents]
        alike = (one for one in self.tree.generations if one.title == title)
        return sum(
            len(one.numbers) + one.awaited for one in alike if [parent.number for parent in one.parents] == numbers
        )

    @Slot(object)
    def _take(self, event: object) -> None:
        run = getattr(event, "run", "")
        generation = next((one for one in self.tree.generations if one.run == run), None)
        if generation is None:
            return
        generation.begun = generation.begun or not isinstance(event, Ended)
        match event:
            case GenerationStarted(device=device, model=model, memory=memory):
                generation.environment = tr(
                    "{model} on {value}, {memory}",
                    model=model,
                    value=tr("the GPU") if device == "cuda" else tr("the processor"),
                    memory=memory,
                )
            case StageChanged(stage=stage):
                generation.stage = tr(stage)
            case GenerationProgress():
                generation.set_progress(event)
            case ImageReady(image=pixels, facts=facts):
                self._add(generation, self.tree.picture(pixels, dict(facts)))
            case DrawingReady(drawing=drawing):
                self._add(generation, self.tree.picture(square_picture(drawing), dict(drawing.facts), drawing=drawing))
            case Agreed(index=index, agreement=agreement) if index < len(generation.numbers):
                self.tree.set_agreement(generation.numbers[index], agreement)
            case Notice(message=text):
                self.notified.emit(Message(tr(text), kind="notice"))
            case GenerationFinished(stopped=True, images=images):
                self.notified.emit(
                    Message(
                        tr(
                            "Stopped; {images} of {expected} pictures are ready.",
                            images=images,
                            expected=generation.expected,
                        ),
                        kind="notice",
                    )
                )
            case NotLearnt(error=error):
                generation.failed = True
                self.notified.emit(Message(tr(error), tr("Use other words.")))
            case Failed(error=error, what_to_do=advice):
                generation.failed = True
                self.notified.emit(Message(tr(error), tr(advice)))
            case Ended():
                self._end(generation)
        self.progressed.emit()

    def _add(self, generation: Generation, picture: Picture) -> None:
        generation.pictures.append(picture)
        generation.numbers.append(picture.number)
        self.tree.changed.emit()

    def _end(self, generation: Generation) -> None:
        self._queue.remove(generation)
        generation.active = False
        generation.expected = len(generation.pictures)
        if not generation.begun:
            self.notified.emit(
                Message(tr("“{title}” was stopped before it began.", title=generation.title), kind="notice")
            )
        self.tree.remove_if_empty(generation)
        self.ended.emit(generation)

    @Slot(str)
    def _notify_of_waiting_run(self, run: str) -> None:
        """Notify that a drawing waits for the request that the drawing thread is executing."""
        generation = next((one for one in self._queue if one.run == run), None)
        if generation is None:
            return
        if self._session.run.active:
            self._session.run.state.stage = tr("Waiting for the pictures")
        text = tr("This begins when the pictures of “{title}” are ready.", title=generation.title)
        stop = partial(self.stop, generation)
        self._session.notified.emit(Message(tr(text), kind="notice", verb=tr("Stop the pictures"), do=stop))

    def _update_waiting(self) -> None:
        if self._queue:
            self.progressed.emit()
