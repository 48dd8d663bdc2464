"""Stable unCLIP: Stable Diffusion 2.1 fine-tuned on CLIP image embeddings. Words need Karlo's prior."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from taureau.imagine.folder import PipelineFolder
from taureau.imagine.generator import OnPart, OnStep, Pixels, Stage, generate, load_parts
from taureau.imagine.memory import Plan
from taureau.imagine.pipelines import assemble, image_embedding, sentence_embedding, truncated_token_count

_DECODER = (
    "tokenizer", "text_encoder", "unet", "vae", "scheduler", "image_normalizer", "image_noising_scheduler",
)  # fmt: skip
_IMAGE_ENCODER = ("feature_extractor", "image_encoder")
_TEXT_ENCODER = ("tokenizer", "text_encoder")  # Karlo's, which embeds sentences in the images' space
_PRIOR = (*_TEXT_ENCODER, "prior", "prior_scheduler")  # Karlo's too
_STEPS = 20
_GUIDANCE = 10.0
_DECODER_RATIO = 13.0  # 4.3·10¹² operations at 768 px, relative to 0.33·10¹² of the prior


def parts_needed(*, words: bool) -> tuple[str, ...]:
    """Return the parts to load from Stable unCLIP's own folder."""
    return _DECODER if words else (*_IMAGE_ENCODER, *_DECODER)


def parts_borrowed(*, words: bool) -> tuple[str, ...]:
    """Return the parts to load from Karlo's folder, for words or for the sentences of a change."""
    return _PRIOR if words else _TEXT_ENCODER


class StableUnclip:
    """Stable unCLIP, with the parts of Karlo that sentences need."""

    def __init__(
        self,
        folder: PipelineFolder,
        plan: Plan,
        on_part: OnPart,
        *,
        words: bool,
        karlo: PipelineFolder | None,
        steps: int | None,
        guidance: float | None,
    ) -> None:
        self.steps = _STEPS if steps is None else steps
        self.stages: tuple[Stage, ...] = (Stage("scheduler", "painting", self.steps, _DECODER_RATIO),)
        if words:
            self.stages = (Stage("prior_scheduler", "thinking of an image", self.steps, 1.0), *self.stages)
        self.guidance = _GUIDANCE if guidance is None else guidance
        self._plan = plan
        self._parts = load_parts(folder, parts_needed(words=words), plan, on_part)
        self._borrowed: dict[str, Any] = {}
        if karlo is not None:
            # The text encoder of a change is not part of the pipeline, so nothing moves it: it stays on the CPU.
            text_plan = plan if words else Plan("cpu", "float32")
            self._borrowed = load_parts(karlo, parts_borrowed(words=words), text_plan, on_part)
        if words:
            prior = {
                name if name.startswith("prior") else f"prior_{name}": part for name, part in self._borrowed.items()
            }
            self._pipeline = assemble("StableUnCLIPPipeline", self._parts | prior, plan)
        else:
            self._pipeline = assemble("StableUnCLIPImg2ImgPipeline", self._parts, plan)

    def from_sentence(self, sentence: str, seed: int, on_step: OnStep) -> Pixels:
        return self._generate(seed, on_step, prompt=sentence, prior_num_inference_steps=self.steps)

    def from_embedding(self, embedding: Tensor, seed: int, on_step: OnStep) -> Pixels:
        return self._generate(seed, on_step, image_embeds=embedding.to(self._plan.device, self._plan.dtype))

    def embed_image(self, image: Pixels) -> Tensor:
        encoder, extractor = self._parts["image_encoder"], self._parts["feature_extractor"]
        return image_embedding(encoder, extractor, image, self._plan.device)

    def embed_sentence(self, sentence: str) -> Tensor:
        return sentence_embedding(self._borrowed["text_encoder"], self._borrowed["tokenizer"], sentence, "cpu")

    def truncated_tokens(self, sentence: str) -> int:
        return truncated_token_count(self._borrowed.get("tokenizer", self._parts["tokenizer"]), sentence)

    def _generate(self, seed: int, on_step: OnStep, **arguments: Any) -> Pixels:
        return generate(
            self._pipeline,
            self.stages,
            seed,
            on_step,
            num_inference_steps=self.steps,
            guidance_scale=self.guidance,
            **arguments,
        )
