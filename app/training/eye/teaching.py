"""The training loop, run in legs that resume from the last checkpoint."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from training.eye.losses import as_tensors, eye_losses
from training.eye.network import EyeNetwork, untaught_eye
from training.eye.scenes import Scenes

CHECKPOINT, CURVE = "checkpoint.pt", "curve.jsonl"
_MAPS = ("subject", "contours", "faces", "weight", "face_weight")  # targets and weights of a scene
_STEEPEST = 5.0  # gradient norm clipping


@dataclass(frozen=True)
class Plan:
    """Hyperparameters. A later leg may change all but the seed. Warm-up, then cosine decay to the last step."""

    steps: int = 3000
    batch: int = 12
    side: int = 224  # px, longer side of the scenes
    seed: int = 0
    trunk_rate: float = 4e-4
    decoder_rate: float = 2e-3
    decay: float = 0.02
    rise: int = 150  # steps
    ema: float = 0.997  # decay of the moving average of the weights, which is exported

    def rate(self, done: int) -> float:
        """Learning rate at a step, relative to its maximum."""
        progress = min(1.0, done / self.steps)
        return min(1.0, (done + 1) / self.rise) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))

    def shape(self, number: int) -> tuple[int, int]:
        """Rows and columns of a batch: landscape, portrait or square."""
        short = round(self.side * 0.75 / 32) * 32
        return ((short, self.side), (self.side, short), (self.side, self.side), (short, self.side))[number % 4]


class EyeTraining:
    """Model, moving average of its weights, optimiser and checkpoints."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan, self.done, self.spent = plan, 0, 0.0  # steps; seconds
        self._folder = folder
        self.eye = untaught_eye(plan.seed, plan.side).to(memory_format=torch.channels_last)
        self.average = untaught_eye(plan.seed, plan.side).eval().requires_grad_(False)
        groups = [
            {"params": [one for one in part.parameters() if one.requires_grad], "full": full}
            for part, full in ((self.eye.trunk, plan.trunk_rate), (self.eye.decoder, plan.decoder_rate))
        ]
        self._adam = torch.optim.AdamW(groups, lr=0, weight_decay=plan.decay)

    def learn(self, scenes: Scenes, until: Callable[[], bool], watch: Callable[[float, float, float], None]) -> None:
        """Train to the end of the plan or until `until()` is true; `watch` receives the losses of each step."""
        began, spent = time.monotonic(), self.spent
        self.eye.train()
        for pictures, *maps in _batches(scenes, self.plan, self.done):
            for group in self._adam.param_groups:
                group["lr"] = group["full"] * self.plan.rate(self.done)
            with torch.autocast("cpu", torch.bfloat16):
                logits = self.eye(as_tensors(pictures))
            losses = eye_losses(logits.float(), *(one.float() for one in maps))
            self._adam.zero_grad()
            sum(losses).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(self.eye.parameters(), _STEEPEST)
            self._adam.step()
            self._follow()
            self.done += 1
            self.spent = spent + time.monotonic() - began
            watch(*(float(loss.detach()) for loss in losses))
            if until():
                return

    def save(self) -> None:
        """Write the checkpoint atomically."""
        part = self._folder / f"{CHECKPOINT}.part"
        torch.save(
            {
                "plan": asdict(self.plan), "done": self.done, "spent": self.spent, "eye": self.eye.state_dict(),
                "average": self.average.state_dict(), "adam": self._adam.state_dict(),
            },
            part,
        )  # fmt: skip
        part.replace(self._folder / CHECKPOINT)

    def resume(self) -> bool:
        """Resume from the checkpoint if there is one, with this leg's plan; returns whether there was one."""
        file = self._folder / CHECKPOINT
        if not file.exists():
            return False
        kept: dict[str, Any] = torch.load(file, weights_only=True)
        self.plan = replace(self.plan, seed=kept["plan"]["seed"])
        self.done, self.spent = kept["done"], kept["spent"]
        self.eye.load_state_dict(kept["eye"])
        self.average.load_state_dict(kept["average"])
        self._adam.load_state_dict(kept["adam"])
        for group, full in zip(self._adam.param_groups, (self.plan.trunk_rate, self.plan.decoder_rate), strict=True):
            group["full"] = full
        return True

    @torch.no_grad()
    def _follow(self) -> None:
        """Update the moving average, with a shorter memory in the first steps."""
        decay = min(self.plan.ema, (self.done + 1) / (self.done + 20))
        for mean, one in zip(self.average.state_dict().values(), self.eye.state_dict().values(), strict=True):
            if mean.is_floating_point():
                mean.lerp_(one, 1 - decay)
            else:
                mean.copy_(one)


def taught_eye(folder: Path) -> tuple[EyeNetwork, dict[str, Any]] | None:
    """The averaged eye of a folder's checkpoint, with steps, seconds and plan; None without a checkpoint."""
    file = folder / CHECKPOINT
    if not file.exists():
        return None
    kept: dict[str, Any] = torch.load(file, weights_only=True)
    eye = untaught_eye(0, kept["plan"]["side"])
    eye.load_state_dict(kept["average"])
    notes = {"steps": kept["done"], "seconds": round(kept["spent"]), "plan": kept["plan"]}
    return eye.eval().requires_grad_(False), notes


def leg(
    training: EyeTraining,
    scenes: Callable[[], Scenes],
    folder: Path,
    *,
    minutes: float,
    every: float = 120,
    renew: float = 600,
    notify: Callable[[str], None] = print,
) -> None:
    """Train within a time limit; log the mean losses and write a checkpoint every `every` seconds.

    Scenes are recreated every `renew` seconds, to include photos labelled meanwhile.
    """
    end = time.monotonic() + 60 * minutes
    losses: list[tuple[float, float, float]] = []
    noted = time.monotonic()

    def note() -> None:
        nonlocal noted
        mask, lines, faces = np.mean(losses, axis=0).round(4).tolist() if losses else (0.0, 0.0, 0.0)
        line = json.dumps(
            {"step": training.done, "seconds": round(training.spent), "mask": mask, "lines": lines, "faces": faces,
             "rate": round(training.plan.rate(training.done), 4)}
        )  # fmt: skip
        with (folder / CURVE).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        training.save()
        notify(line)
        losses.clear()
        noted = time.monotonic()

    def watch(mask: float, lines: float, faces: float) -> None:
        losses.append((mask, lines, faces))
        if time.monotonic() - noted > every:
            note()

    while time.monotonic() < end and training.done < training.plan.steps:
        stop = min(end, time.monotonic() + renew)
        training.learn(scenes(), lambda stop=stop: time.monotonic() > stop, watch)  # type: ignore[misc]
    note()


class _Numbered(IterableDataset[tuple[Tensor, ...]]):
    """The batches of a plan from step `first` on, generated in a worker process."""

    def __init__(self, scenes: Scenes, plan: Plan, first: int) -> None:
        super().__init__()
        self._scenes, self._plan, self._first = scenes, plan, first

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        cv2.setNumThreads(1)
        size = self._plan.batch
        for step in range(self._first, self._plan.steps):
            made = [self._scenes.scene(step * size + index, self._plan.shape(step)) for index in range(size)]
            maps = [np.stack([getattr(one, name) for one in made]) for name in _MAPS]
            pictures = torch.from_numpy(np.stack([one.picture for one in made]))
            yield pictures, *(torch.from_numpy(one.astype(np.float16)) for one in maps)


def _batches(scenes: Scenes, plan: Plan, first: int) -> Iterator[tuple[Tensor, ...]]:
    return iter(DataLoader(_Numbered(scenes, plan, first), batch_size=None, num_workers=1, prefetch_factor=3))
