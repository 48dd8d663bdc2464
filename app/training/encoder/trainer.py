"""Training of the CLIP for drawings, resumable from a checkpoint with exactly the same result."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from training.encoder.contrastive import contrastive_loss
from training.encoder.mixture import Mixture
from training.encoder.model import MAX_LOG_SCALE, PictogramModel
from training.encoder.validation import Validation, as_images
from training.encoder.warm_start import WarmStart, phases
from training.errors import WarmStartError

CHECKPOINT, CURVE = "checkpoint.pt", "curve.jsonl"


@dataclass(frozen=True)
class Plan:
    """The hyperparameters; a resumed run may change `steps` and `splits`, and the rate decays to the new end."""

    steps: int = 4000
    batch: int = 128
    side: int = 80  # px
    seed: int = 0
    splits: tuple[str, ...] = ("train",)  # of the training pictures
    tower_rate: float = 6e-4
    heads_rate: float = 1.5e-3
    decay: float = 0.05
    rise: float = 0.05  # share of the steps that warm up the rate

    def paced(self, share: float) -> Plan:
        """Return the plan with its learning rates multiplied."""
        return replace(self, tower_rate=share * self.tower_rate, heads_rate=share * self.heads_rate)

    def rate(self, done: int) -> float:
        """Return the share of the full rate at a step: linear warm-up, then cosine decay to 0."""
        progress = min(1.0, done / self.steps)
        return min(1.0, (done + 1) / max(1.0, self.rise * self.steps)) * 0.5 * (1 + math.cos(math.pi * progress))


class Trainer:
    """A model with its optimiser and the folder of its checkpoints."""

    def __init__(self, plan: Plan, mixture: Mixture | None, features: Tensor, folder: Path) -> None:
        self.plan, self.done, self.spent = plan, 0, 0.0  # steps; seconds
        self.started_from: dict[str, Any] | None = None  # the record of the exported weights; None: ImageNet
        self._mixture, self._features, self._folder = mixture, features, folder
        state = torch.get_rng_state()
        torch.manual_seed(plan.seed)
        self.model = PictogramModel(sentence_width=features.shape[1])
        torch.set_rng_state(state)
        tower = list(self.model.tower.network.parameters())
        heads = [*self.model.tower.projection.parameters(), *self.model.words.parameters(), self.model.scale]
        self._adam = torch.optim.AdamW(
            [*_groups(tower, plan.tower_rate, plan.decay), *_groups(heads, plan.heads_rate, plan.decay)],
            betas=(0.9, 0.98),
        )

    def run(self, until: Callable[[], bool], watch: Callable[[float], None] = lambda loss: None) -> None:
        """Run steps to the end of the plan, or until `until()`; call `watch` with each loss."""
        began, spent = time.monotonic(), self.spent
        for pictures, texts, names in self._batches():
            share = self.plan.rate(self.done)
            for group in self._adam.param_groups:
                group["lr"] = group["full"] * share
            seen = self.model.late(pictures)
            read = self.model.read(texts)
            loss = contrastive_loss(seen, read, self.model.scale.exp(), names)
            self._adam.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            self._adam.step()
            with torch.no_grad():
                self.model.scale.clamp_(max=MAX_LOG_SCALE)
            self.done += 1
            self.spent = spent + time.monotonic() - began
            watch(float(loss.detach()))
            if until():
                break

    def start_from(self, exported: WarmStart) -> None:
        """Load exported weights; the optimiser is new, and batches continue after those used for the weights.

        Raises WarmStartError if their shapes differ.
        """
        own = self.model.state_dict()
        counters = {key: value for key, value in own.items() if key.endswith("num_batches_tracked")}
        try:
            self.model.load_state_dict({**exported.state, **counters})
        except RuntimeError as error:
            raise WarmStartError("the weights to start from have other shapes than the model") from error
        self.started_from = exported.facts

    def save(self) -> None:
        """Write the checkpoint atomically."""
        part = self._folder / f"{CHECKPOINT}.part"
        torch.save(
            {
                "plan": asdict(self.plan), "done": self.done, "spent": self.spent, "began": self.started_from,
                "model": self.model.state_dict(), "adam": self._adam.state_dict(),
            },
            part,
        )  # fmt: skip
        part.replace(self._folder / CHECKPOINT)

    def resume(self) -> bool:
        """Load the checkpoint if there is one, except what the plan may change; return whether there is one."""
        file = self._folder / CHECKPOINT
        if not file.exists():
            return False
        kept: dict[str, Any] = torch.load(file, weights_only=True)
        self.plan = replace(Plan(**kept["plan"]), steps=self.plan.steps, splits=self.plan.splits)
        self.done, self.spent, self.started_from = kept["done"], kept["spent"], kept.get("began")
        self.model.load_state_dict(kept["model"])
        self._adam.load_state_dict(kept["adam"])
        return True

    def record(self) -> dict[str, Any]:
        """Return the training record for the exported config.json."""
        origin = {} if self.started_from is None else {"from": self.started_from}
        return {"steps": self.done, "seconds": round(self.spent), "plan": asdict(self.plan), **origin}

    def _batches(self) -> Iterator[tuple[Tensor, Tensor, tuple[str, ...]]]:
        """Yield batches after the frozen stages, prepared in a thread during the previous step."""
        mixture = self._mixture
        if mixture is None:
            raise ValueError("there is no training data")
        before = sum(one["steps"] for one in phases(self.started_from["training"])) if self.started_from else 0

        def made(number: int) -> tuple[Tensor, Tensor, tuple[str, ...]]:
            batch = mixture.batch(before + number, self.plan.batch, self.plan.side)
            early = self.model.early(as_images(batch.pictures, self.plan.side))
            return early, self._features[torch.from_numpy(batch.sentences)].float(), batch.names

        with ThreadPoolExecutor(1, thread_name_prefix="batches") as maker:
            waiting = [maker.submit(made, number) for number in range(self.done, min(self.done + 3, self.plan.steps))]
            for number in range(self.done, self.plan.steps):
                ready = waiting.pop(0).result()
                if number + 3 < self.plan.steps:
                    waiting.append(maker.submit(made, number + 3))
                yield ready


def checkpoint_plan(folder: Path) -> Plan | None:
    """Return the plan of the checkpoint in a folder, if there is one."""
    file = folder / CHECKPOINT
    return Plan(**torch.load(file, weights_only=True)["plan"]) if file.exists() else None


def _groups(parameters: Sequence[nn.Parameter], rate: float, decay: float) -> list[dict[str, Any]]:
    """Return AdamW's groups of the trainable parameters: weight decay for matrices only."""
    trainable = [one for one in parameters if one.requires_grad]
    matrices, others = [one for one in trainable if one.ndim > 1], [one for one in trainable if one.ndim <= 1]
    return [
        {"params": matrices, "full": rate, "weight_decay": decay},
        {"params": others, "full": rate, "weight_decay": 0.0},
    ]


def train_for(
    training: Trainer,
    validation: Validation,
    minutes: float,
    folder: Path,
    *,
    every: float = 180,
    report: Callable[[str], None] = print,
) -> None:
    """Train for at most `minutes`; validate, log and write a checkpoint every `every` seconds and at the end.

    `report` is called with each log line: step, seconds, loss and validation figures as JSON.
    """
    end = time.monotonic() + 60 * minutes
    logged = time.monotonic()
    losses: list[float] = []

    def log() -> None:
        nonlocal logged
        found = validation.measure(training.model, training.plan.side)
        line = {
            "step": training.done, "seconds": round(training.spent), "loss": sum(losses) / max(1, len(losses)),
            "scale": float(training.model.scale.detach().exp()), "rate": training.plan.rate(training.done), **found,
        }  # fmt: skip
        with (folder / CURVE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        report(json.dumps(line))
        training.save()
        losses.clear()
        logged = time.monotonic()

    def watch(loss: float) -> None:
        losses.append(loss)
        if time.monotonic() - logged > every:
            log()

    training.run(lambda: time.monotonic() > end, watch)
    log()
