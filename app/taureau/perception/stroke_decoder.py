"""A small network from a sentence or an image embedding to strokes, trained on pictograms and their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import torch
from safetensors import SafetensorError, safe_open
from torch import Tensor, nn

from taureau.perception.quantisation import dequantised, quantised
from taureau.perception.unfilled import unfilled
from taureau.weights import STROKES_FILE, DamagedWeightsError, MissingWeightsError, own_clip_folder

_UNREADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, SafetensorError)
_GAIN = 4.0  # gain of the embedding: unit vectors have small entries
_SCALE = ".scale"


class StrokeDecoder(nn.Module):
    """Predicts strokes from an embedding, in the style of one of the icon sets it was trained on.

    The embedding is that of a sentence by `SentenceTower` (`width` numbers), or that of an image in the space of the
    bundled CLIP (`image_width` numbers), as unCLIP (arXiv 2204.06125) decodes it to pixels. A style says how detailed
    and how round a set is drawn. `styles` names them, each with the number of drawings it was trained on; `lessons` has
    the styles (indices) in which each name was drawn.
    """

    def __init__(
        self,
        styles: Mapping[str, int],
        lessons: Mapping[str, Sequence[int]] = MappingProxyType({}),
        *,
        width: int = 384,
        image_width: int = 256,
        strokes: int = 24,
        hidden: int = 1024,
        blocks: int = 6,
    ) -> None:
        super().__init__()
        self.styles = dict(styles)
        self.lessons = {name: tuple(those) for name, those in lessons.items()}
        self.shape = {
            "width": width, "image_width": image_width, "strokes": strokes, "hidden": hidden, "blocks": blocks
        }  # fmt: skip
        self.strokes = strokes
        self.style = nn.Embedding(len(styles), hidden // 12)
        self.enter = nn.Linear(width + hidden // 12, hidden)
        self.enter_image = nn.Linear(image_width + hidden // 12, hidden)
        self.blocks = nn.ModuleList(
            nn.Sequential(nn.LayerNorm(hidden), nn.Linear(hidden, hidden), nn.GELU(), nn.Linear(hidden, hidden))
            for _ in range(blocks)
        )
        self.leave = nn.Sequential(nn.LayerNorm(hidden), nn.Linear(hidden, strokes * 9))
        nn.init.normal_(self.style.weight, std=0.3)

    def forward(self, sentences: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Sentences [B, W] in styles [B] (indices) -> control points [B, K, 4, 2] in −1 … 1, y downwards, and the
        logits [B, K] of whether each stroke is there."""
        return self._strokes(self.enter(self._beside(sentences, styles)))

    def decode_images(self, images: Tensor, styles: Tensor) -> tuple[Tensor, Tensor]:
        """Embeddings of images or sentences in CLIP's space [B, image_width] in styles [B] -> as `forward`."""
        return self._strokes(self.enter_image(self._beside(images, styles)))

    def _beside(self, embeddings: Tensor, styles: Tensor) -> Tensor:
        return torch.cat([_GAIN * embeddings, self.style(styles)], -1)

    def _strokes(self, state: Tensor) -> tuple[Tensor, Tensor]:
        for block in self.blocks:
            state = state + block(state)
        drawn = self.leave(state).unflatten(-1, (self.strokes, 9))
        return drawn[..., :8].unflatten(-1, (4, 2)), drawn[..., 8]


def stroke_decoder() -> StrokeDecoder:
    """Return the bundled decoder; raises MissingWeightsError, DamagedWeightsError."""
    file = own_clip_folder() / STROKES_FILE
    if not file.is_file():
        raise MissingWeightsError(f"{file} is missing: install the program again, or train one for these weights")
    return _cached(file, file.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _cached(file: Path, changed: int) -> StrokeDecoder:
    return stroke_decoder_from_file(file)


def stroke_decoder_from_file(file: Path) -> StrokeDecoder:
    """Load a decoder that `packed_decoder` wrote; raises DamagedWeightsError."""
    try:
        with safe_open(file, "pt") as opened:
            facts = opened.metadata()
            state = {key: opened.get_tensor(key) for key in opened.keys()}  # noqa: SIM118 (it is no mapping)
        with unfilled():
            decoder = StrokeDecoder(
                json.loads(facts["styles"]), json.loads(facts["lessons"]), **json.loads(facts["shape"])
            )
        decoder.load_state_dict(_unpacked(state), assign=True)
    except _UNREADABLE as error:
        raise DamagedWeightsError(f"{file} is damaged ({error}); install Taureau again") from error
    return decoder.eval().requires_grad_(False)


def packed_decoder(decoder: StrokeDecoder) -> bytes:
    """Return a decoder as a safetensors file: matrices as int8 with an fp16 scale for each row, the rest in fp16."""
    from safetensors.torch import save

    state: dict[str, Tensor] = {}
    for key, value in decoder.state_dict().items():
        if value.ndim < 2:
            state[key] = value.half()
        else:
            state[key], state[key + _SCALE] = quantised(value)
    lessons = json.dumps(decoder.lessons, ensure_ascii=False, separators=(",", ":"))
    facts = {"styles": json.dumps(decoder.styles), "lessons": lessons, "shape": json.dumps(decoder.shape)}
    return save({key: value.contiguous() for key, value in state.items()}, facts)


def _unpacked(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    return {
        key: dequantised(value, state[key + _SCALE]) if key + _SCALE in state else value.float()
        for key, value in state.items()
        if not key.endswith(_SCALE)
    }
