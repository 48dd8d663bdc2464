"""Image generation: one request in, one stream of events out."""

from __future__ import annotations

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
from taureau.imagine.generator import EmbedImage, ImageGenerator
from taureau.imagine.karlo import Karlo
from taureau.imagine.memory import Plan, free_memory, free_on_gpu, has_room, plans
from taureau.imagine.model_cache import CacheKey, ModelCache, free_unused_memory, weight_files
from taureau.imagine.pace import Pace
from taureau.imagine.request import Blend, Change, ImagineRequest, Variation, Words
from taureau.imagine.stable import StableUnclip
from taureau.imagine.stream import streamed
from taureau.out_of_memory import out_of_memory
from taureau.weights import WeightsError, locate, megabytes
from taureau.wording import said, tr_noop

log = logging.getLogger(__name__)
Emit = Callable[[Event], None]


class CannotImagineError(Exception):
    """The request cannot be carried out here; `what_to_do` is for the user."""

    def __init__(self, message: str, what_to_do: str) -> None:
        super().__init__(message)
        self.what_to_do = what_to_do


def imagine(
    request: ImagineRequest,
    cancelled: Callable[[], bool],
    *,
    run: str | None = None,
    embed_image: EmbedImage | None = None,
    cache: ModelCache | None = None,
) -> Iterator[Event]:
    """Generate the images; the last event is GenerationFinished or Failed.

    `cancelled` is polled after each step: it may block while the run is paused, and once it returns True the run ends
    with the images that are ready. `run` is the id in all events. `embed_image` serves models that were published
    without an image encoder. The model is released after the run, unless the run succeeded, `cache` is given to keep it
    for the next one, and memory allows.
    """
    run = run or uuid4().hex
    try:
        yield from streamed(_Generation(run, request, Cancellation(cancelled), embed_image, cache).run_all)
        return
    except Exception as error:  # torch, diffusers and transformers have exceptions of their own
        last = _failed(run, error)
    free_unused_memory()  # outside of the handler, whose exception keeps frames and with them the model
    yield last


def _failed(run: str, error: Exception) -> Failed:
    """Return an exception as the last event of a run; log those that are not the user's to mend."""
    if isinstance(error, WeightsError):
        return Failed(run, f"{str(error).rstrip('.')}.", tr_noop("Then imagine again."), bad_input=True)
    if isinstance(error, CannotImagineError):
        return Failed(run, str(error), error.what_to_do, bad_input=True)
    if out_of_memory(error):
        return Failed(
            run, tr_noop("There is not enough memory to imagine."), tr_noop("Close other programs and try again.")
        )
    log.error("run %s failed", run, exc_info=error)
    first_line = str(error).strip().partition("\n")[0] or type(error).__name__
    return Failed(
        run, said("Imagining failed: {first_line}", first_line=first_line), tr_noop("Try another model or device.")
    )


@dataclass
class _Generation:
    """One run, in a thread of its own."""

    run: str
    request: ImagineRequest
    cancellation: Cancellation
    embed_image: EmbedImage | None
    cache: ModelCache | None
    ready: int = 0  # images so far

    def run_all(self, emit: Emit) -> None:
        stopped = False
        try:
            self._generate(emit)
        except CancelledError:
            stopped = True
        free_unused_memory()
        emit(GenerationFinished(self.run, self.ready, self.cancellation.seconds, stopped))

    def _generate(self, emit: Emit) -> None:
        request = self.request
        choice = choose(type(request.what), request.model)
        require(choice)
        emit(StageChanged(self.run, said("loading {name}", name=choice.model.name)))
        folder = read_folder(locate(choice.model.id))
        prior_folder = read_folder(locate(choice.prior)) if choice.prior else None
        settings = (type(request.what) is Words, choice.prior, request.steps, request.guidance, request.device)
        key = CacheKey(choice.model.id, settings, weight_files(folder, prior_folder))
        if self._use_cached(emit, choice, key):
            return
        all_plans = self._plans(choice, folder, prior_folder)
        for number, plan in enumerate(all_plans):
            emit(GenerationStarted(self.run, plan.device, choice.model.name, str(plan), self._sentence))
            try:
                load = partial(self._load, emit, choice, folder, prior_folder, plan)
                self._keep(key, self._make_images(emit, choice, plan, load), plan)
                return
            except (RuntimeError, MemoryError) as error:
                if not out_of_memory(error) or number == len(all_plans) - 1:
                    raise
            free_unused_memory()  # not in the handler: until it ends the exception's frames keep the model
            following = all_plans[number + 1]
            where = "on the GPU" if following.device == "cuda" else "on the processor"
            emit(
                Notice(
                    self.run, said("Memory ran out: it goes on {where}, {following}.", where=where, following=following)
                )
            )

    def _use_cached(self, emit: Emit, choice: Choice, key: CacheKey) -> bool:
        """Make the images with the cached model and return True; without a fitting one, or memory, drop any."""
        taken = self.cache.take(key) if self.cache is not None else None
        if taken is not None:
            generator: list[ImageGenerator] = [taken[0]]  # the only reference, so that the model can be freed
            plan: Plan = taken[1]
            taken = None
            emit(GenerationStarted(self.run, plan.device, choice.model.name, str(plan), self._sentence))
            try:
                self._keep(key, self._make_images(emit, choice, plan, generator.pop), plan)
                return True
            except (RuntimeError, MemoryError) as error:
                if not out_of_memory(error):
                    raise
        free_unused_memory()
        return False

    def _keep(self, key: CacheKey, generator: ImageGenerator, plan: Plan) -> None:
        if self.cache is not None and has_room():
            self.cache.keep(key, generator, plan)

    def _plans(self, choice: Choice, folder: PipelineFolder, prior_folder: PipelineFolder | None) -> tuple[Plan, ...]:
        """Return the memory plans that fit on this machine; raises CannotImagineError where there is none."""
        device = self.request.device
        has_gpu = torch.cuda.is_available()
        if device == "cuda" and not has_gpu:
            raise CannotImagineError(
                tr_noop("There is no usable NVIDIA GPU on this machine."), tr_noop("Choose the device auto or cpu.")
            )
        sizes = self._sizes(choice, folder, prior_folder)
        free = free_memory()
        found = plans("cuda" if device != "cpu" and has_gpu else "cpu", sizes, free, free_on_gpu())
        if device == "cuda":
            found = tuple(plan for plan in found if plan.device == "cuda")
        if not found:
            needed = megabytes(sum(sizes.values()))
            raise CannotImagineError(
                said(
                    "{name} takes about {needed} of memory, and {megabytes} are free.",
                    name=choice.model.name,
                    needed=needed,
                    megabytes=megabytes(free),
                ),
                tr_noop("Close other programs, or choose another model or device."),
            )
        return found

    def _sizes(self, choice: Choice, folder: PipelineFolder, prior_folder: PipelineFolder | None) -> dict[str, int]:
        """Return the bytes of each part's weights; raises RefusedWeightsError where a part is missing."""
        words = isinstance(self.request.what, Words)
        names = stable.parts_needed(words=words) if choice.is_stable else karlo.parts_needed(folder, words=words)
        folder.check(names)
        sizes = folder.weights_size(names)
        if prior_folder is not None:
            borrowed = stable.parts_borrowed(words=words)
            prior_folder.check(borrowed)
            sizes |= {f"{choice.prior} {name}": size for name, size in prior_folder.weights_size(borrowed).items()}
        return sizes

    def _load(
        self, emit: Emit, choice: Choice, folder: PipelineFolder, prior_folder: PipelineFolder | None, plan: Plan
    ) -> ImageGenerator:
        def on_part(part: str) -> None:
            self.cancellation.checkpoint()
            emit(StageChanged(self.run, said("loading the {part}", part=part)))

        request = self.request
        words = isinstance(request.what, Words)
        steps, guidance = request.steps, request.guidance
        if choice.is_stable:
            return StableUnclip(folder, plan, on_part, words=words, karlo=prior_folder, steps=steps, guidance=guidance)
        embed_image = self.embed_image
        return Karlo(folder, plan, on_part, words=words, embed_image=embed_image, steps=steps, guidance=guidance)

    def _make_images(
        self, emit: Emit, choice: Choice, plan: Plan, load: Callable[[], ImageGenerator]
    ) -> ImageGenerator:
        """Make the images that are not ready yet and return the generator, which is freed when this raises."""
        generator = load()
        what = self.request.what
        for sentence in (self._sentence, *((what.before, what.after) if isinstance(what, Change) else ())):
            if sentence and (truncated := generator.truncated_tokens(sentence)):
                text = f"The sentence is too long: its last {truncated} tokens (parts of words) go unread."
                emit(Notice(self.run, text))
        embeddings = self._embeddings(generator)
        pace = Pace(generator.stages, self.request.count, (choice.model.id, plan.device))
        for index in range(self.ready, self.request.count):
            seed = self.request.seed_of(index)
            pace.begin(index)
            on_step = partial(self._on_step, emit, generator, pace, index)
            if isinstance(what, Words):
                image = generator.from_sentence(self._sentence, seed, on_step)
            else:
                image = generator.from_embedding(embeddings[index], seed, on_step)
            pace.end()
            self.cancellation.checkpoint()
            emit(ImageReady(self.run, index, seed, image, facts_of(self.request, index, choice, plan, generator)))
            self.ready += 1
        return generator

    def _embeddings(self, generator: ImageGenerator) -> list[Tensor]:
        """Return the embedding of each image to be made; none where images are made of words."""
        count = self.request.count
        match self.request.what:
            case Variation(image=image):
                return [generator.embed_image(image)] * count
            case Blend(first=first, second=second):
                ends = generator.embed_image(first), generator.embed_image(second)
                return [slerp(*ends, index / (count - 1)) for index in range(count)]
            case Change(image=image, before=before, after=after, theta=theta):
                try:
                    embed = generator.embed_sentence
                    moved = changed(generator.embed_image(image), embed(before), embed(after), theta)
                except ValueError as error:
                    raise CannotImagineError(
                        said("Nothing would change: {error}.", error=error), tr_noop("Say it in other words.")
                    ) from error
                return [moved] * count
        return []

    def _on_step(
        self, emit: Emit, generator: ImageGenerator, pace: Pace, index: int, stage: int, step: int, total: int
    ) -> None:
        name = generator.stages[stage].name
        if step == 1:
            emit(StageChanged(self.run, name))
        pace.step(stage, step, total)
        count = self.request.count
        emit(GenerationProgress(self.run, index, count, name, step, total, pace.share, pace.remaining))
        self.cancellation.checkpoint()  # may block while the run is paused
        pace.resume()

    @property
    def _sentence(self) -> str:
        return self.request.what.sent if isinstance(self.request.what, Words) else ""
