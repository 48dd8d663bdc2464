"""From one request to images, as one stream of events."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

import torch
from torch import Tensor

from taureau.cancellation import Cancellation, CancelledError
from taureau.events import Event, Failed, Notice, StageChanged
from taureau.imagine import karlo, stable
from taureau.imagine.arithmetic import changed, slerp
from taureau.imagine.choice import Choice, choose, require
from taureau.imagine.events import GenerationFinished, GenerationProgress, GenerationStarted, ImageReady
from taureau.imagine.facts import facts_of
from taureau.imagine.folder import PipelineFolder, read_folder
from taureau.imagine.held import Held, Key, files_of
from taureau.imagine.karlo import Karlo
from taureau.imagine.memory import Plan, free_memory, free_on_gpu, has_room, plans
from taureau.imagine.pace import Pace
from taureau.imagine.painter import Painter, See
from taureau.imagine.request import Blend, Change, ImagineRequest, Variation, Words
from taureau.imagine.stable import StableUnclip
from taureau.imagine.stream import streamed
from taureau.out_of_memory import out_of_memory
from taureau.weights import WeightsError, locate, megabytes

log = logging.getLogger(__name__)
Say = Callable[[Event], None]


class CannotImagineError(Exception):
    """What was asked cannot be done here; the message says why, `what_to_do` what to change."""

    def __init__(self, message: str, what_to_do: str) -> None:
        super().__init__(message)
        self.what_to_do = what_to_do


def imagine(
    request: ImagineRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    see: See | None = None,
    held: Held | None = None,
) -> Iterator[Event]:
    """Make the images; the last event is Finished or Failed, whatever happens.

    `cancelled` is asked after each step: it may block while the run is paused, and once it answers True the run ends
    with the images that are ready. `run` names the run in its events. `see` makes the embedding of an image for a
    model that was published without an image encoder. The model is let go after the run, unless all went
    well, `held` is there to hold it for the next one, and memory allows.
    """
    run = run or uuid4().hex
    try:
        yield from streamed(_Work(run, request, Cancellation(cancelled), see, held).do)
        return
    except Exception as error:  # torch and the two libraries fail in ways of their own; a listener waits for an end
        last = _failed(run, error)
    _free()  # the failure is forgotten, and with it what its frames held
    yield last


def _failed(run: str, error: Exception) -> Failed:
    """How a run says that it failed; what nobody expected goes into the log as well."""
    if isinstance(error, WeightsError):
        return Failed(run, f"{str(error).rstrip('.')}.", "Then imagine again.", bad_input=True)
    if isinstance(error, CannotImagineError):
        return Failed(run, str(error), error.what_to_do, bad_input=True)
    if out_of_memory(error):
        return Failed(run, "There is not enough memory to imagine.", "Close other programs and try again.")
    log.error("run %s failed", run, exc_info=error)
    first_line = str(error).strip().partition("\n")[0] or type(error).__name__
    return Failed(run, f"Imagining failed: {first_line}", "Try another model or device.")


@dataclass
class _Work:
    """One run, done in a thread of its own."""

    run: str
    request: ImagineRequest
    cancellation: Cancellation
    see: See | None
    held: Held | None
    ready: int = 0  # images so far

    def do(self, say: Say) -> None:
        stopped = False
        try:
            self._imagine(say)
        except CancelledError:
            stopped = True
        _free()
        say(GenerationFinished(self.run, self.ready, self.cancellation.seconds, stopped))

    def _imagine(self, say: Say) -> None:
        request = self.request
        choice = choose(type(request.what), request.model)
        require(choice)
        say(StageChanged(self.run, f"loading {choice.model.name}"))
        folder = read_folder(locate(choice.model.id))
        lender = read_folder(locate(choice.prior)) if choice.prior else None
        settings = (type(request.what) is Words, choice.prior, request.steps, request.guidance, request.device)
        key = Key(choice.model.id, settings, files_of(folder, lender))
        if self._go_on(say, choice, key):
            return
        ways = self._ways(choice, folder, lender)
        for number, plan in enumerate(ways):
            say(GenerationStarted(self.run, plan.device, choice.model.name, str(plan), self._sent))
            try:
                painter = self._paint_all(say, choice, plan, partial(self._load, say, choice, folder, lender, plan))
                self._keep(key, painter, plan)
                return
            except (RuntimeError, MemoryError) as error:
                if not out_of_memory(error) or number == len(ways) - 1:
                    raise
            _free()  # here, for while the error is handled its frames hold the model
            following = ways[number + 1]
            where = "on the GPU" if following.device == "cuda" else "on the processor"
            say(Notice(self.run, f"Memory ran out: it goes on {where}, {following}."))

    def _go_on(self, say: Say, choice: Choice, key: Key) -> bool:
        """Paint with the model that is held for such requests; any other one is let go of, as is this in need."""
        taken = self.held.take(key) if self.held is not None else None
        if taken is not None:
            ready: list[Painter] = [taken[0]]  # the one reference, so that it can be let go of
            plan: Plan = taken[1]
            taken = None
            say(GenerationStarted(self.run, plan.device, choice.model.name, str(plan), self._sent))
            try:
                self._keep(key, self._paint_all(say, choice, plan, ready.pop), plan)
                return True
            except (RuntimeError, MemoryError) as error:
                if not out_of_memory(error):
                    raise
        _free()
        return False

    def _keep(self, key: Key, painter: Painter, plan: Plan) -> None:
        if self.held is not None and has_room():
            self.held.keep(key, painter, plan)

    def _ways(self, choice: Choice, folder: PipelineFolder, lender: PipelineFolder | None) -> tuple[Plan, ...]:
        """The ways to hold the model here; raises CannotImagineError without one."""
        device = self.request.device
        if device == "cuda" and not torch.cuda.is_available():
            raise CannotImagineError("There is no usable NVIDIA GPU on this machine.", "Choose the device auto or cpu.")
        sizes = self._sizes(choice, folder, lender)
        free = free_memory()
        ways = plans("cpu" if device == "cpu" else _best_device(), sizes, free, free_on_gpu())
        if device == "cuda":
            ways = tuple(plan for plan in ways if plan.device == "cuda")
        if not ways:
            needed = megabytes(sum(sizes.values()))
            raise CannotImagineError(
                f"{choice.model.name} takes about {needed} of memory, and {megabytes(free)} are free.",
                "Close other programs, or choose another model or device.",
            )
        return ways

    def _sizes(self, choice: Choice, folder: PipelineFolder, lender: PipelineFolder | None) -> dict[str, int]:
        """Bytes of the weights of each part that will be loaded; raises RefusedWeightsError where one is missing."""
        words = isinstance(self.request.what, Words)
        names = stable.parts_needed(words=words) if choice.is_stable else karlo.parts_needed(folder, words=words)
        folder.check(names)
        sizes = folder.weights_size(names)
        if lender is not None:
            borrowed = stable.parts_borrowed(words=words)
            lender.check(borrowed)
            sizes |= {f"{choice.prior} {name}": size for name, size in lender.weights_size(borrowed).items()}
        return sizes

    def _load(
        self, say: Say, choice: Choice, folder: PipelineFolder, lender: PipelineFolder | None, plan: Plan
    ) -> Painter:
        def loading(part: str) -> None:
            self.cancellation.checkpoint()
            say(StageChanged(self.run, f"loading the {part}"))

        request = self.request
        words = isinstance(request.what, Words)
        if choice.is_stable:
            return StableUnclip(
                folder, plan, loading, words=words, karlo=lender, steps=request.steps, guidance=request.guidance
            )
        return Karlo(folder, plan, loading, words=words, see=self.see, steps=request.steps, guidance=request.guidance)

    def _paint_all(self, say: Say, choice: Choice, plan: Plan, load: Callable[[], Painter]) -> Painter:
        """The images that are not ready yet, and the painter they are from; it is gone when this raises."""
        painter = load()
        what = self.request.what
        for sentence in (self._sent, *((what.before, what.after) if isinstance(what, Change) else ())):
            if sentence and (left_out := painter.left_out(sentence)):
                say(
                    Notice(
                        self.run, f"The sentence is too long: its last {left_out} tokens (parts of words) go unread."
                    )
                )
        embeddings = self._embeddings(painter)
        pace = Pace(painter.stages, self.request.count, (choice.model.id, plan.device))
        for index in range(self.ready, self.request.count):
            seed = self.request.seed_of(index)
            pace.begin(index)
            told = partial(self._told, say, painter, pace, index)
            if isinstance(what, Words):
                image = painter.of_words(self._sent, seed, told)
            else:
                image = painter.of_embedding(embeddings[index], seed, told)
            pace.end()
            self.cancellation.checkpoint()
            say(ImageReady(self.run, index, seed, image, facts_of(self.request, index, choice, plan, painter)))
            self.ready += 1
        return painter

    def _embeddings(self, painter: Painter) -> list[Tensor]:
        """What is painted, an embedding for each image; none where words are."""
        count = self.request.count
        match self.request.what:
            case Variation(image=image):
                return [painter.see(image)] * count
            case Blend(first=first, second=second):
                ends = painter.see(first), painter.see(second)
                return [slerp(*ends, index / (count - 1)) for index in range(count)]
            case Change(image=image, before=before, after=after, theta=theta):
                try:
                    moved = changed(painter.see(image), painter.read(before), painter.read(after), theta)
                except ValueError as error:
                    raise CannotImagineError(f"Nothing would change: {error}.", "Say it in other words.") from error
                return [moved] * count
        return []

    def _told(self, say: Say, painter: Painter, pace: Pace, index: int, stage: int, step: int, total: int) -> None:
        name = painter.stages[stage].name
        if step == 1:
            say(StageChanged(self.run, name))
        pace.step(stage, step, total)
        say(GenerationProgress(self.run, index, self.request.count, name, step, total, pace.share, pace.remaining))
        self.cancellation.checkpoint()  # may last, while the run is paused
        pace.resume()

    @property
    def _sent(self) -> str:
        return self.request.what.sent if isinstance(self.request.what, Words) else ""


def make_room(held: Held) -> None:
    """Let go of the model that is held unless a drawing has room beside it."""
    if not held.empty and not has_room() and held.let_go():
        _free()


def let_go(held: Held) -> None:
    """Give back the memory of the model that is held."""
    held.let_go()
    _free()


def _best_device() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"


def _free() -> None:
    """Give back what a painter held: its parts refer to each other, so that only a collection finds them."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
