"""The only module that uses diffusers' and transformers' classes: parts from a folder, pipelines from parts.

Parts are loaded one by one, for Karlo's index names a library that does not exist ("unclip", of `text_proj`) and
diffusers refuses the folder as a whole.
"""

from __future__ import annotations

import functools
import logging
import os
import warnings
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.memory import Plan
from taureau.weights import RefusedWeightsError

_OURS = {  # classes that are not where the index says
    "UnCLIPTextProjModel": "diffusers.pipelines.deprecated.unclip.text_proj",
    "StableUnCLIPImageNormalizer": "diffusers.pipelines.stable_diffusion.stable_unclip_image_normalizer",
}
_DIFFUSERS = ("AutoencoderKL", "PriorTransformer", "UNet2DConditionModel", "UNet2DModel")
_TRANSFORMERS = {
    "CLIPFeatureExtractor": "CLIPImageProcessor",  # its name until transformers 5
    "CLIPImageProcessor": "CLIPImageProcessor",
    "CLIPTextModel": "CLIPTextModel",
    "CLIPTextModelWithProjection": "CLIPTextModelWithProjection",
    "CLIPTokenizer": "CLIPTokenizer",
    "CLIPTokenizerFast": "CLIPTokenizer",
    "CLIPVisionModelWithProjection": "CLIPVisionModelWithProjection",
}
_PIPELINES = (
    "UnCLIPPipeline",
    "UnCLIPImageVariationPipeline",
    "StableUnCLIPPipeline",
    "StableUnCLIPImg2ImgPipeline",
)


def load_part(folder: PipelineFolder, name: str, plan: Plan) -> Any:
    """Load one part of a folder in the plan's precision, on the CPU; raises RefusedWeightsError where it is not one."""
    kind, path = folder.parts[name], folder.path / name
    with _quiet():
        of, library = _class(kind, folder.path)
        if not issubclass(of, nn.Module):
            try:
                return of.from_pretrained(str(path), local_files_only=True)
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise _broken(path, kind) from error
        precision = {"dtype" if library == "transformers" else "torch_dtype": plan.dtype}
        try:
            part, found = of.from_pretrained(
                str(path), local_files_only=True, output_loading_info=True, low_cpu_mem_usage=True, **precision
            )
        except (OSError, ValueError, KeyError, TypeError, RuntimeError, AttributeError) as error:
            if isinstance(error, torch.OutOfMemoryError):
                raise
            raise _broken(path, kind) from error
    if found["missing_keys"] or found.get("mismatched_keys"):
        raise _broken(path, kind)
    part.eval().requires_grad_(False)
    return part


def assemble(pipeline: str, parts: Mapping[str, Any], plan: Plan) -> Any:
    """Return a pipeline of diffusers made of its parts, on the device of the plan."""
    with _quiet():
        import diffusers

        if pipeline not in _PIPELINES:
            raise ValueError(f"unknown pipeline {pipeline!r}")
        made = getattr(diffusers, pipeline)(**parts)
        made.set_progress_bar_config(disable=True)
        if plan.sliced:
            made.enable_attention_slicing()
        if plan.offload:
            made.enable_model_cpu_offload(device=plan.device)
        else:
            made.to(plan.device)
    return made


def run_pipeline(
    pipeline: Any, callbacks: Mapping[str, Callable[[int, int], None]], **arguments: Any
) -> NDArray[np.uint8]:
    """Return one image [H, W, 3] of a pipeline.

    `callbacks` are called after each step of the schedulers they are named for, with the step and their number; they
    may raise to cancel.
    """
    for name, on_step in callbacks.items():
        _call_after_steps(getattr(pipeline, name), on_step)
    with _quiet(), torch.no_grad():
        image = pipeline(output_type="np", **arguments).images[0]  # [H, W, 3], 0 … 1
    painted: NDArray[np.uint8] = (np.asarray(image, dtype=np.float32).clip(0, 1) * 255).round().astype(np.uint8)
    return painted


@torch.no_grad()
def sentence_embedding(encoder: Any, tokenizer: Any, sentence: str, device: str) -> Tensor:
    """The embedding of a sentence [1, D] by a CLIPTextModelWithProjection, as the network gives it."""
    read = tokenizer(
        sentence, padding="max_length", max_length=tokenizer.model_max_length, truncation=True, return_tensors="pt"
    )
    embedding: Tensor = encoder(read.input_ids.to(device)).text_embeds
    return embedding


@torch.no_grad()
def image_embedding(encoder: Any, extractor: Any, image: NDArray[np.uint8], device: str) -> Tensor:
    """The embedding of an image [H, W, 3] by a CLIPVisionModelWithProjection, [1, D], as the network gives it."""
    pixels = extractor(images=image.copy(), return_tensors="pt").pixel_values  # torch wants to be able to write
    embedding: Tensor = encoder(pixels.to(device, encoder.dtype)).image_embeds
    return embedding


def truncated_token_count(tokenizer: Any, sentence: str) -> int:
    """Return how many of a sentence's tokens are beyond the model's limit."""
    with _quiet():
        found = tokenizer(sentence, truncation=False).input_ids
    return max(0, len(found) - int(tokenizer.model_max_length))


class EmbeddedElsewhere(nn.Module):
    """Stands in for an image encoder where embeddings are given; the pipeline only reads its precision."""

    def __init__(self, dtype: torch.dtype) -> None:
        super().__init__()
        self.precision = nn.Parameter(torch.zeros(1, dtype=dtype), requires_grad=False)

    @property
    def dtype(self) -> torch.dtype:
        return self.precision.dtype

    @property
    def device(self) -> torch.device:
        return self.precision.device


def _call_after_steps(scheduler: Any, on_step: Callable[[int, int], None]) -> None:
    """Call back after each step of a scheduler, for these pipelines have no callback, or not for every stage."""
    plain = type(scheduler).step
    done = 0

    @functools.wraps(plain)  # the pipelines inspect its signature
    def step(*given: Any, **named: Any) -> Any:
        nonlocal done
        result = plain(scheduler, *given, **named)
        done += 1
        on_step(done, len(scheduler.timesteps))
        return result

    scheduler.step = step


def _class(kind: str, folder: Path) -> tuple[Any, str]:
    """The class of a part and the library it is from; raises RefusedWeightsError for one that no unCLIP has."""
    import importlib

    import diffusers
    import transformers

    if kind in _OURS:
        return getattr(importlib.import_module(_OURS[kind]), kind), "diffusers"
    if kind in _TRANSFORMERS:
        return getattr(transformers, _TRANSFORMERS[kind]), "transformers"
    if kind in _DIFFUSERS or (kind.endswith("Scheduler") and hasattr(diffusers, kind)):
        return getattr(diffusers, kind), "diffusers"
    raise RefusedWeightsError(f"{folder} has a part {kind}, which belongs to no unCLIP: import the right model")


def _broken(path: Path, kind: str) -> RefusedWeightsError:
    return RefusedWeightsError(f"{path} does not hold the weights of a {kind}: fetch or import the model again")


@contextmanager
def _quiet() -> Any:
    """Keep both libraries offline and silent: they print bars and warnings, and look for updates."""
    os.environ["HF_HUB_OFFLINE"] = "1"  # before they import the hub's client
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import diffusers.utils.logging
        import transformers.utils.logging

        for library in (diffusers, transformers):
            library.utils.logging.set_verbosity(logging.CRITICAL)
            library.utils.logging.disable_progress_bar()
        yield
