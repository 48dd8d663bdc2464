"""What every unCLIP can do: an image of words, embeddings of words and images, an image of an embedding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.memory import Plan
from taureau.imagine.pipelines import load_part, run_pipeline

Pixels = NDArray[np.uint8]  # [H, W, 3], sRGB
See = Callable[[Pixels], Tensor]  # an image's embedding [1, D]
Loading = Callable[[str], None]  # is told which part comes next; raises to break off
Told = Callable[[int, int, int], None]  # a stage's number, a step of it, and how many it has; raises to break off


@dataclass(frozen=True)
class Stage:
    """A part of the work that takes steps."""

    scheduler: str  # of the pipeline's, whose steps they are
    name: str  # for the user
    steps: int  # the pipeline may take one more
    ratio: float  # operations of a step, by those of a step of thinking


class Painter(Protocol):
    """A model that is loaded. Embeddings are [1, D], in the space where images and sentences meet."""

    stages: tuple[Stage, ...]  # of one image
    steps: int  # of thinking and of painting, each
    guidance: float

    def of_words(self, sentence: str, seed: int, told: Told) -> Pixels: ...

    def of_embedding(self, embedding: Tensor, seed: int, told: Told) -> Pixels: ...

    def see(self, image: Pixels) -> Tensor: ...

    def read(self, sentence: str) -> Tensor: ...

    def left_out(self, sentence: str) -> int:
        """How many of a sentence's tokens it will not read."""
        ...


def load_parts(folder: PipelineFolder, names: Sequence[str], plan: Plan, loading: Loading) -> dict[str, Any]:
    """These parts of a folder; raises RefusedWeightsError, before anything is loaded where one is missing."""
    folder.check(tuple(names))
    parts = {}
    for name in names:
        loading(name.replace("_", " "))
        parts[name] = load_part(folder, name, plan)
    return parts


def painted(pipeline: Any, stages: Sequence[Stage], seed: int, told: Told, **asked: Any) -> Pixels:
    """One image of a pipeline, from the noise of a seed; the noise is the same on every device."""

    watched = {stage.scheduler: partial(told, index) for index, stage in enumerate(stages)}
    generator = torch.Generator("cpu").manual_seed(seed)
    return run_pipeline(pipeline, watched, generator=generator, **asked)
