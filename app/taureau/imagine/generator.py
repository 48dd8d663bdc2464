"""The interface of every unCLIP model: embeddings of sentences and images, and images from either."""

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
EmbedImage = Callable[[Pixels], Tensor]  # an image's embedding [1, D]
OnPart = Callable[[str], None]  # called before a part is loaded, with its name; raises to cancel
OnStep = Callable[[int, int, int], None]  # the index of a stage, its completed step, its steps; raises to cancel


@dataclass(frozen=True)
class Stage:
    """A sequence of denoising steps."""

    scheduler: str  # the pipeline's scheduler whose steps these are
    name: str  # for the user
    steps: int  # the pipeline may take one more
    ratio: float  # operations of a step, relative to a step of the prior


class ImageGenerator(Protocol):
    """A loaded model. Embeddings are [1, D], in the space shared by images and sentences."""

    stages: tuple[Stage, ...]  # of one image
    steps: int  # of the prior and of the decoder, each
    guidance: float

    def from_sentence(self, sentence: str, seed: int, on_step: OnStep) -> Pixels: ...

    def from_embedding(self, embedding: Tensor, seed: int, on_step: OnStep) -> Pixels: ...

    def embed_image(self, image: Pixels) -> Tensor: ...

    def embed_sentence(self, sentence: str) -> Tensor: ...

    def truncated_tokens(self, sentence: str) -> int:
        """Return how many tokens at the end of a sentence the model does not read."""
        ...


def load_parts(folder: PipelineFolder, names: Sequence[str], plan: Plan, on_part: OnPart) -> dict[str, Any]:
    """Load these parts of a folder; raises RefusedWeightsError, before anything is loaded where one is missing."""
    folder.check(tuple(names))
    parts = {}
    for name in names:
        on_part(name.replace("_", " "))
        parts[name] = load_part(folder, name, plan)
    return parts


def generate(pipeline: Any, stages: Sequence[Stage], seed: int, on_step: OnStep, **arguments: Any) -> Pixels:
    """Return one image of a pipeline, from a seed's noise, which is the same on every device."""

    callbacks = {stage.scheduler: partial(on_step, index) for index, stage in enumerate(stages)}
    generator = torch.Generator("cpu").manual_seed(seed)
    return run_pipeline(pipeline, callbacks, generator=generator, **arguments)
