"""Karlo: a prior from words to CLIP's embedding of an image, a decoder to 64 px, two networks that make it 256."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.memory import Plan
from taureau.imagine.painter import Loading, Pixels, See, Stage, Told, load_parts, painted
from taureau.imagine.pipelines import (
    EmbeddedElsewhere,
    assemble,
    image_embedding,
    sentence_embedding,
    tokens_left_out,
)

_DECODER = (
    "tokenizer", "text_encoder", "text_proj", "decoder", "decoder_scheduler",
    "super_res_first", "super_res_last", "super_res_scheduler",
)  # fmt: skip
_PRIOR = ("prior", "prior_scheduler")
_EYE = ("feature_extractor", "image_encoder")
_STEPS, _SHARPENING_STEPS = 25, 7
_GUIDANCE = 8.0
# A step of thinking takes 0.33·10¹² operations, one of painting 1.2·10¹², one of sharpening 8.5·10¹².
_PAINTING_RATIO, _SHARPENING_RATIO = 3.7, 26.0


def parts_needed(folder: PipelineFolder, *, words: bool) -> tuple[str, ...]:
    """The parts that are loaded: the prior for words alone, an eye where the folder has one and images come in."""
    if words:
        return (*_PRIOR, *_DECODER)
    return (*(part for part in _EYE if part in folder.parts), *_DECODER)


class Karlo:
    """Karlo from its folder, or its sister for variations, with all that words or images take."""

    def __init__(
        self,
        folder: PipelineFolder,
        plan: Plan,
        loading: Loading,
        *,
        words: bool,
        see: See | None,  # where the folder has no eye
        steps: int | None,
        guidance: float | None,
    ) -> None:
        self.steps = _STEPS if steps is None else steps
        self.stages: tuple[Stage, ...] = (
            Stage("decoder_scheduler", "painting", self.steps, _PAINTING_RATIO),
            Stage("super_res_scheduler", "sharpening", _SHARPENING_STEPS, _SHARPENING_RATIO),
        )
        if words:
            self.stages = (Stage("prior_scheduler", "thinking of an image", self.steps, 1.0), *self.stages)
        self.guidance = _GUIDANCE if guidance is None else guidance
        self._plan, self._see = plan, see
        self._parts = load_parts(folder, parts_needed(folder, words=words), plan, loading)
        if words:
            self._pipeline = assemble("UnCLIPPipeline", self._parts, plan)
        else:
            eye = {"feature_extractor": None, "image_encoder": EmbeddedElsewhere(plan.dtype)}
            self._pipeline = assemble("UnCLIPImageVariationPipeline", eye | self._parts, plan)

    def of_words(self, sentence: str, seed: int, told: Told) -> Pixels:
        return self._paint(seed, told, prompt=sentence, prior_num_inference_steps=self.steps)

    def of_embedding(self, embedding: Tensor, seed: int, told: Told) -> Pixels:
        return self._paint(seed, told, image_embeddings=embedding.to(self._plan.device, self._plan.dtype))

    def see(self, image: Pixels) -> Tensor:
        if "image_encoder" in self._parts:
            encoder, extractor = self._parts["image_encoder"], self._parts["feature_extractor"]
            return image_embedding(encoder, extractor, image, self._plan.device)
        if self._see is None:
            raise ValueError("this folder has no image encoder, and none was lent to it")
        return self._see(image)

    def read(self, sentence: str) -> Tensor:
        encoder, tokenizer = self._parts["text_encoder"], self._parts["tokenizer"]
        return sentence_embedding(encoder, tokenizer, sentence, self._plan.device)

    def left_out(self, sentence: str) -> int:
        return tokens_left_out(self._parts["tokenizer"], sentence)

    def _paint(self, seed: int, told: Told, **asked: Any) -> Pixels:
        return painted(
            self._pipeline,
            self.stages,
            seed,
            told,
            decoder_num_inference_steps=self.steps,
            super_res_num_inference_steps=_SHARPENING_STEPS,
            decoder_guidance_scale=self.guidance,
            **asked,
        )
