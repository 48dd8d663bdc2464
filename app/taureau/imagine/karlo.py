"""Karlo: a prior from text to CLIP image embeddings, a decoder to 64 px, and super-resolution to 256 px."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.generator import EmbedImage, OnPart, OnStep, Pixels, Stage, generate, load_parts
from taureau.imagine.memory import Plan
from taureau.imagine.pipelines import (
    EmbeddedElsewhere,
    assemble,
    image_embedding,
    sentence_embedding,
    truncated_token_count,
)

_DECODER = (
    "tokenizer", "text_encoder", "text_proj", "decoder", "decoder_scheduler",
    "super_res_first", "super_res_last", "super_res_scheduler",
)  # fmt: skip
_PRIOR = ("prior", "prior_scheduler")
_IMAGE_ENCODER = ("feature_extractor", "image_encoder")
_STEPS, _SUPER_RES_STEPS = 25, 7
_GUIDANCE = 8.0
# A step of the prior takes 0.33·10¹² operations, one of the decoder 1.2·10¹², one of super-resolution 8.5·10¹².
_DECODER_RATIO, _SUPER_RES_RATIO = 3.7, 26.0


def parts_needed(folder: PipelineFolder, *, words: bool) -> tuple[str, ...]:
    """Return the parts to load: the prior for words, else an image encoder where the folder has one."""
    if words:
        return (*_PRIOR, *_DECODER)
    return (*(part for part in _IMAGE_ENCODER if part in folder.parts), *_DECODER)


class Karlo:
    """Karlo or its model for variations, with the parts that words or images need."""

    def __init__(
        self,
        folder: PipelineFolder,
        plan: Plan,
        on_part: OnPart,
        *,
        words: bool,
        embed_image: EmbedImage | None,  # where the folder has no image encoder
        steps: int | None,
        guidance: float | None,
    ) -> None:
        self.steps = _STEPS if steps is None else steps
        self.stages: tuple[Stage, ...] = (
            Stage("decoder_scheduler", "painting", self.steps, _DECODER_RATIO),
            Stage("super_res_scheduler", "sharpening", _SUPER_RES_STEPS, _SUPER_RES_RATIO),
        )
        if words:
            self.stages = (Stage("prior_scheduler", "thinking of an image", self.steps, 1.0), *self.stages)
        self.guidance = _GUIDANCE if guidance is None else guidance
        self._plan, self._embed_image = plan, embed_image
        self._parts = load_parts(folder, parts_needed(folder, words=words), plan, on_part)
        if words:
            self._pipeline = assemble("UnCLIPPipeline", self._parts, plan)
        else:
            missing = {"feature_extractor": None, "image_encoder": EmbeddedElsewhere(plan.dtype)}
            self._pipeline = assemble("UnCLIPImageVariationPipeline", missing | self._parts, plan)

    def from_sentence(self, sentence: str, seed: int, on_step: OnStep) -> Pixels:
        return self._generate(seed, on_step, prompt=sentence, prior_num_inference_steps=self.steps)

    def from_embedding(self, embedding: Tensor, seed: int, on_step: OnStep) -> Pixels:
        return self._generate(seed, on_step, image_embeddings=embedding.to(self._plan.device, self._plan.dtype))

    def embed_image(self, image: Pixels) -> Tensor:
        if "image_encoder" in self._parts:
            encoder, extractor = self._parts["image_encoder"], self._parts["feature_extractor"]
            return image_embedding(encoder, extractor, image, self._plan.device)
        if self._embed_image is None:
            raise ValueError("this folder has no image encoder, and none was given")
        return self._embed_image(image)

    def embed_sentence(self, sentence: str) -> Tensor:
        encoder, tokenizer = self._parts["text_encoder"], self._parts["tokenizer"]
        return sentence_embedding(encoder, tokenizer, sentence, self._plan.device)

    def truncated_tokens(self, sentence: str) -> int:
        return truncated_token_count(self._parts["tokenizer"], sentence)

    def _generate(self, seed: int, on_step: OnStep, **arguments: Any) -> Pixels:
        return generate(
            self._pipeline,
            self.stages,
            seed,
            on_step,
            decoder_num_inference_steps=self.steps,
            super_res_num_inference_steps=_SUPER_RES_STEPS,
            decoder_guidance_scale=self.guidance,
            **arguments,
        )
