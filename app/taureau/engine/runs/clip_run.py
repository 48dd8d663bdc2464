"""A run of the presets that draw with CLIP, and of prompts: stages in their order, no file, no widget, no print."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import torch
from numpy.typing import NDArray

from taureau import __version__
from taureau.document import Drawing, Layer, Stroke
from taureau.engine.cancellation import StoppedError, Stopwatch
from taureau.engine.errors import NoContourError
from taureau.engine.events import Candidate, Finished, Progress, Report
from taureau.engine.losses.clip_loss import Likeness, Looks
from taureau.engine.mask_facts import mask_facts
from taureau.engine.presets import recipe_for
from taureau.engine.request import SketchRequest
from taureau.engine.runs.clip_start import Start, photo_start, prompt_start
from taureau.engine.runs.out_of_memory import out_of_memory
from taureau.engine.runs.recognition import recognise, with_fact
from taureau.engine.scene.preview_maps import looked
from taureau.engine.search.cuda_graph import Record, recorder_for
from taureau.engine.search.parallel_seeds import Rival, Rivals, as_array, unkinked
from taureau.events import Event, Notice, StageChanged
from taureau.geometry import Affine, Curve
from taureau.geometry.welding import welded
from taureau.perception import Encoder

_PREVIEW_EVERY = 0.1  # s
_BLACK = "#000000"
_REACH = 5.0  # canvas px that ends which met at the start are parted by at most


class ClipRun:
    """One run. `looker` finds the subject and its contours, `gazer` is whose saliency the published start uses."""

    def __init__(
        self,
        run: str,
        request: SketchRequest,
        cancelled: Callable[[], bool],
        encoder: Encoder,
        coverage: Callable[..., torch.Tensor],
        *,
        looker: Encoder,
        gazer: Encoder,
    ) -> None:
        self._run = run
        self._request = request
        self._watch = Stopwatch(cancelled)
        self._encoder = encoder
        self._coverage = coverage
        self._looker = looker
        self._gazer = gazer
        recipe = recipe_for(request.preset, encoder.name, encoder.layers, photo=request.photo is not None)
        self._recipe = recipe if request.seeds is None else replace(recipe, seeds=request.seeds)
        self._shown = 0.0  # when the last preview was sent
        self._losses: Mapping[str, float] = MappingProxyType({})
        self._start: Start | None = None
        self._points: NDArray[np.float64] = np.zeros((0, 4, 2))  # [N, 4, 2], canvas px, of the best drawing so far
        self._seed = 0  # of that drawing
        self._start_loss: float | None = None
        self._loss: float | None = None

    def events(self) -> Iterator[Event]:
        """Everything from the first look to Finished."""
        with suppress(StoppedError):
            yield from self._stages()
        yield self._finished(stopped=self._watch.cancelled())

    def _stages(self) -> Iterator[Event]:
        request = self._request
        if request.photo is not None:
            yield StageChanged(self._run, "looking at the photo")
            self._watch.checkpoint()
            start = photo_start(
                request, self._recipe, self._looker, self._gazer, self._encoder, self._coverage, self._watch
            )
        else:
            worded = self._recipe.start == "worded"
            yield StageChanged(self._run, "drawing by heart" if worded else "scattering strokes")
            start = prompt_start(request, self._recipe, self._encoder, self._watch)
        self._start = start
        self._points = start.drawings[0]
        if start.sight is not None:
            yield looked(self._run, start.sight.mask, start.sight.saliency, self._points, start.to_document)
        if not len(self._points):
            raise NoContourError
        if start.notice:
            yield Notice(self._run, start.notice)
        yield self._progress(0)
        self._watch.checkpoint()
        yield StageChanged(self._run, "drawing what was read" if request.photo is None else "drawing what CLIP sees")
        yield from self._optimise(start)

    def _optimise(self, start: Start) -> Iterator[Event]:
        recipe, encoder = self._recipe, self._encoder
        weight = self._request.prompt_weight if start.photo is not None else 1.0
        record = recorder_for(encoder.device)
        cpu = encoder.device.type == "cpu"
        most = recipe.together if cpu else recipe.seeds * (recipe.views + recipe.plain)
        # What is recorded cannot be ended midway; it takes milliseconds.
        ask = self._watch.checkpoint if record is None else lambda: None
        looks = Looks(encoder, recipe, start.photo, self._request.seed, most=most, checkpoint=ask)
        likeness = Likeness(encoder, recipe, looks.plain, self._request.prompt, weight)
        drawings = [torch.from_numpy(points.astype(np.float32)).to(encoder.device) for points in start.drawings]

        def compete(drawings: Sequence[torch.Tensor], record: Record | None) -> Rivals:
            return Rivals(
                drawings,
                recipe,
                likeness,
                looks,
                start.lines,
                self._coverage,
                side=encoder.size,
                checkpoint=ask,
                record=record,
            )

        if (tries := len(drawings) // recipe.seeds) > 1:  # the best of each seed
            scores = np.array(compete(drawings, None).scores()).reshape(-1, tries)
            best = scores.argmin(1) + tries * np.arange(len(scores))
            drawings = [drawings[index] for index in best]
        rivals = compete(drawings, record)
        self._start_loss = min(rivals.scores())
        try:
            yield from self._race(rivals, looks)
        except StoppedError:
            self._take(rivals.best, rivals.best.loss)
            raise

    def _race(self, rivals: Rivals, looks: Looks) -> Iterator[Event]:
        recipe, patience = self._recipe, _Patience(self._recipe.patience)
        slower = False
        while rivals.done < recipe.steps:
            self._watch.checkpoint()
            try:
                terms = rivals.step()
            except (RuntimeError, MemoryError) as error:
                if looks.most == 1 or not out_of_memory(error):
                    raise
                looks.most = (looks.most + 1) // 2
                yield Notice(self._run, "Memory ran out; the run goes on with fewer pictures at a time.")
                continue
            if rivals.trouble and not slower:
                slower = True
                yield Notice(self._run, "This GPU cannot replay the steps of this run; each is done anew, more slowly.")
            self._losses = MappingProxyType({**terms, "total": sum(terms.values())})
            if rivals.done in recipe.rounds and len(rivals.all) > 1:
                yield from self._give_up(rivals)
            if time.monotonic() - self._shown >= _PREVIEW_EVERY:
                self._points = as_array(rivals.best)
                yield self._progress(rivals.done)
            if patience.ended(self._losses["total"]) and len(rivals.all) == 1:
                break
        (score, best), *others = self._ranked(rivals)
        for one, rival in [*others[::-1], (score, best)]:
            yield self._candidate(rival, one)
        self._take(best, score)
        yield self._progress(rivals.done)

    def _give_up(self, rivals: Rivals) -> Iterator[Event]:
        """End the race for the worse half, and say how far each came."""
        ranked = self._ranked(rivals)
        kept = (len(ranked) + 1) // 2
        for score, rival in ranked[kept:]:
            yield self._candidate(rival, score, given_up=rivals.done)
        rivals.keep([rival for _, rival in ranked[:kept]])

    def _ranked(self, rivals: Rivals) -> list[tuple[float, Rival]]:
        return sorted(zip(rivals.scores(), rivals.all, strict=True), key=lambda pair: pair[0])

    def _candidate(self, rival: Rival, score: float, given_up: int | None = None) -> Candidate:
        drawing = self._drawing(self._final(rival))
        return Candidate(self._run, self._request.seed + rival.seed, score, drawing, given_up)

    def _take(self, rival: Rival, loss: float) -> None:
        """This drawing is the run's."""
        self._loss = loss if math.isfinite(loss) else None
        self._seed = rival.seed
        self._points = self._final(rival)

    def _final(self, rival: Rival) -> NDArray[np.float64]:
        if self._recipe.start == "worded":
            return welded(as_array(rival), _REACH)
        return unkinked(rival) if self._recipe.start == "contours" else as_array(rival)

    def _progress(self, step: int) -> Progress:
        self._shown = time.monotonic()
        return Progress(self._run, step, self._recipe.steps, self._losses, self._drawing(self._points))

    def _finished(self, *, stopped: bool) -> Finished:
        drawing = self._drawing(self._points)
        recognised = None if stopped else recognise(drawing, self._request, self._encoder.device.type)
        report = Report(
            strokes=len(self._points),
            seconds=self._watch.seconds,
            device=self._encoder.device.type,
            encoder=self._encoder.name,
            seed=self._request.seed + self._seed,
            start_loss=self._start_loss,
            final_loss=self._loss,
            stopped=stopped,
            recognised=recognised,
        )
        return Finished(self._run, with_fact(drawing, recognised), report)

    def _drawing(self, points: NDArray[np.float64]) -> Drawing:
        request = self._request
        to_document = self._start.to_document if self._start is not None else Affine()
        width, color = request.pen_width, Stroke.color
        if self._recipe.start == "published":
            color = _BLACK
            if request.stroke_width is None:
                width = self._recipe.stroke_width * to_document.mean_scale
        strokes = tuple(Stroke(Curve(to_document.points(one)), width, color=color) for one in points)
        facts = {
            "app": f"taureau {__version__}",
            "encoder": self._encoder.name,
            "preset": request.preset,
            "start": self._recipe.start,
            "strokes": str(request.strokes),
            "seed": str(request.seed),
            "seeds": str(self._recipe.seeds),
            "rasterizer": request.rasterizer,
        }
        if request.photo is not None:
            facts |= mask_facts(request.mask)
        if request.prompt:
            facts["prompt"] = request.prompt
            facts["prompt weight"] = f"{request.prompt_weight:g}"
        if request.name:
            facts["photo"] = request.name
        return Drawing(request.width, request.height, (Layer("drawing", strokes),), MappingProxyType(facts))


class _Patience:
    """Notices a plateau: no smoothed loss 1 % under the best one for so many steps."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._smooth: float | None = None
        self._best = float("inf")
        self._waited = 0

    def ended(self, loss: float) -> bool:
        self._smooth = loss if self._smooth is None else 0.9 * self._smooth + 0.1 * loss
        if self._smooth < 0.99 * self._best:
            self._best, self._waited = self._smooth, 0
            return False
        self._waited += 1
        return bool(self._steps) and self._waited >= self._steps
