"""Stable unCLIP: Stable Diffusion 2.1, taught to paint CLIP's embedding of an image. Words need Karlo's prior."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.memory import Plan
from taureau.imagine.painter import Loading, Pixels, Stage, Told, load_parts, painted
from taureau.imagine.pipelines import assemble, image_embedding, sentence_embedding, tokens_left_out

_PAINTER = (
    "tokenizer", "text_encoder", "unet", "vae", "scheduler", "image_normalizer", "image_noising_scheduler",
)  # fmt: skip
_EYE = ("feature_extractor", "image_encoder")
_READER = ("tokenizer", "text_encoder")  # Karlo's, whose sentences lie where the images do
_PRIOR = (*_READER, "prior", "prior_scheduler")  # Karlo's too
_STEPS = 20
_GUIDANCE = 10.0
_PAINTING_RATIO = 13.0  # 4.3·10¹² operations at 768 px, by 0.33·10¹² of thinking


def parts_needed(*, words: bool) -> tuple[str, ...]:
    """The parts that are loaded of Stable unCLIP's own folder."""
    return _PAINTER if words else (*_EYE, *_PAINTER)


def parts_borrowed(*, words: bool) -> tuple[str, ...]:
    """The parts that are loaded of Karlo's, to imagine words or to read the sentences of a change."""
    return _PRIOR if words else _READER


class StableUnclip:
    """Stable unCLIP from its folder, with what it borrows from Karlo's if it is to deal with sentences."""

    def __init__(
        self,
        folder: PipelineFolder,
        plan: Plan,
        loading: Loading,
        *,
        words: bool,
        karlo: PipelineFolder | None,
        steps: int | None,
        guidance: float | None,
    ) -> None:
        self.steps = _STEPS if steps is None else steps
        self.stages: tuple[Stage, ...] = (Stage("scheduler", "painting", self.steps, _PAINTING_RATIO),)
        if words:
            self.stages = (Stage("prior_scheduler", "thinking of an image", self.steps, 1.0), *self.stages)
        self.guidance = _GUIDANCE if guidance is None else guidance
        self._plan = plan
        self._parts = load_parts(folder, parts_needed(words=words), plan, loading)
        self._lent: dict[str, Any] = {}
        if karlo is not None:
            # The reader of a change is no part of the pipeline, so nobody moves it: it stays on the CPU.
            lent_plan = plan if words else Plan("cpu", "float32")
            self._lent = load_parts(karlo, parts_borrowed(words=words), lent_plan, loading)
        if words:
            prior = {name if name.startswith("prior") else f"prior_{name}": part for name, part in self._lent.items()}
            self._pipeline = assemble("StableUnCLIPPipeline", self._parts | prior, plan)
        else:
            self._pipeline = assemble("StableUnCLIPImg2ImgPipeline", self._parts, plan)

    def of_words(self, sentence: str, seed: int, told: Told) -> Pixels:
        return self._paint(seed, told, prompt=sentence, prior_num_inference_steps=self.steps)

    def of_embedding(self, embedding: Tensor, seed: int, told: Told) -> Pixels:
        return self._paint(seed, told, image_embeds=embedding.to(self._plan.device, self._plan.dtype))

    def see(self, image: Pixels) -> Tensor:
        encoder, extractor = self._parts["image_encoder"], self._parts["feature_extractor"]
        return image_embedding(encoder, extractor, image, self._plan.device)

    def read(self, sentence: str) -> Tensor:
        return sentence_embedding(self._lent["text_encoder"], self._lent["tokenizer"], sentence, "cpu")

    def left_out(self, sentence: str) -> int:
        return tokens_left_out(self._lent.get("tokenizer", self._parts["tokenizer"]), sentence)

    def _paint(self, seed: int, told: Told, **asked: Any) -> Pixels:
        return painted(
            self._pipeline,
            self.stages,
            seed,
            told,
            num_inference_steps=self.steps,
            guidance_scale=self.guidance,
            **asked,
        )
