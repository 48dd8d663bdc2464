"""Teaching of the projection of the image tower, on features of the tower as it is, toward names that stay.

The tower's network, the text side and the names keep their places, and with them what rests on them: the relations, the
decoder of strokes, the classes of photos. What is learnt is how features of drawings lead to names.
"""

from __future__ import annotations

import copy
import hashlib
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from taureau.perception.faster import bfloat16_pays
from taureau.perception.taureau_clip import TaureauClip
from torch import Tensor, nn

from training.drawings.mixture import DrawingsMixture
from training.encoder.validation import as_images
from training.errors import TrainingError

_SAVED_EVERY = 60.0  # seconds


@dataclass(frozen=True)
class DrawingsPlan:
    """The hyperparameters."""

    batches: int = 300  # of pictures, each augmented once
    pictures: int = 128  # of a batch
    steps: int = 600
    batch: int = 256  # features of a step
    rate: float = 1e-4
    decay: float = 0.1
    dropped: float = 0.4  # share of the features that a step does not see
    kept: float = 2.0  # weight of: a pictogram stays where it was, per unit of 1 - cosine
    seed: int = 0

    def share(self, step: int) -> float:
        """Return the share of the full rate at a step: a warm-up of 50 steps, then cosine decay to 0."""
        return min(1.0, (step + 1) / 50) * 0.5 * (1 + math.cos(math.pi * step / self.steps))


@dataclass(frozen=True, eq=False)
class Features:
    """Pooled features of the tower for N pictures."""

    pooled: Tensor  # [N, F]
    names: Tensor  # [N], indices of the mixture's names
    drawn: Tensor  # [N], whether it is a draft rather than made of a pictogram


@torch.no_grad()
def pooled_features(clip: TaureauClip, images: Tensor) -> Tensor:
    """Return the features [N, F] that the projection gets of images [N, 3, H, W], sRGB in 0 … 1."""
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bfloat16_pays()):
        pooled: Tensor = clip.tower.network.logits(clip.features(images, clip.stage_count)[-1])
    return pooled.float()


def gather_features(
    clip: TaureauClip,
    mixture: DrawingsMixture,
    plan: DrawingsPlan,
    file: Path,
    *,
    minutes: float,
    report: Callable[[int], None] = lambda batches: None,
) -> Features:
    """Return the features of the first batches, `plan.batches` or as many as the time allows.

    They are kept in `file`, which is extended by a later call. Raises TrainingError if it is of another tower, or of a
    mixture with other names.
    """
    from safetensors import safe_open
    from safetensors.torch import load_file, save_file

    tower = clip.tower.network.state_dict().values()
    origin = hashlib.sha256("\n".join(mixture.names).encode())
    origin.update(b"".join(value.numpy().tobytes() for value in tower))
    parts: list[dict[str, Tensor]] = []
    if file.exists():
        with safe_open(file, "pt") as opened:
            if (opened.metadata() or {}).get("of") != origin.hexdigest():
                raise TrainingError(f"{file} is of another tower or of other names; delete it")
        parts.append(load_file(file))
    done = sum(len(part["names"]) for part in parts) // plan.pictures
    began = saved = time.monotonic()

    def save() -> None:
        whole = {key: torch.cat([part[key] for part in parts]) for key in parts[0]}
        part = file.with_name(f"{file.name}.part")
        save_file(whole, part, {"of": origin.hexdigest()})
        part.replace(file)
        parts[:] = [whole]

    while done < plan.batches and time.monotonic() - began < 60 * minutes:
        batch = mixture.batch(done, plan.pictures, clip.size)
        pooled = pooled_features(clip, as_images(batch.pictures, clip.size)).half()
        parts.append({"pooled": pooled, "names": torch.from_numpy(batch.names), "drawn": torch.from_numpy(batch.drawn)})
        done += 1
        if time.monotonic() - saved > _SAVED_EVERY:
            save()
            report(done)
            saved = time.monotonic()
    save()
    return Features(parts[0]["pooled"].float(), parts[0]["names"], parts[0]["drawn"])


def teach_projection(
    clip: TaureauClip,
    features: Features,
    names: Tensor,
    plan: DrawingsPlan,
    measured: Callable[[nn.Module], Mapping[str, float]],
    report: Callable[[int, Mapping[str, float]], None] = lambda step, figures: None,
    *,
    every: int = 250,
) -> nn.Module:
    """Return the tower's projection, taught to lead features to the unit embeddings of their names [K, D].

    The loss is the cross-entropy of a picture's name among all by their cosines, and for pictures of pictograms the
    distance from where they were. `report` is called with the step and the figures that `measured` finds, regularly.
    """
    began = clip.tower.projection
    projection = copy.deepcopy(began).requires_grad_(True)
    matrices, others = ([one for one in projection.parameters() if (one.ndim > 1) is many] for many in (True, False))
    groups = [{"params": matrices, "weight_decay": plan.decay}, {"params": others, "weight_decay": 0.0}]
    adam = torch.optim.AdamW(groups, lr=plan.rate, betas=(0.9, 0.98))
    random = np.random.default_rng([plan.seed, 7])
    torch.manual_seed(plan.seed)
    losses: list[float] = []
    for step in range(plan.steps):
        for group in adam.param_groups:
            group["lr"] = plan.rate * plan.share(step)
        rows = torch.from_numpy(random.integers(len(features.names), size=plan.batch))
        pooled = features.pooled[rows]
        seen = nn.functional.normalize(projection(nn.functional.dropout(pooled, plan.dropped)), dim=-1)
        with torch.no_grad():
            there = nn.functional.normalize(began(pooled), dim=-1)
        moved = (1 - (seen * there).sum(-1))[~features.drawn[rows]]
        loss = nn.functional.cross_entropy(clip.logit_scale * seen @ names.T, features.names[rows])
        loss = loss + plan.kept * moved.sum() / plan.batch
        adam.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        adam.step()
        losses.append(loss.item())
        if (step + 1) % every == 0 or step + 1 == plan.steps:
            report(step + 1, {"loss": float(np.mean(losses)), **measured(projection)})
            losses.clear()
    return projection.requires_grad_(False)
