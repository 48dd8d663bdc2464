"""Teaching the CLIP for drawings, in legs: each goes on from the last checkpoint, as if it had never been cut off."""

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
from training.encoder.model import SHARPEST, PictogramModel
from training.encoder.validation import Validation, as_images
from training.encoder.warm_start import WarmStart, phases
from training.errors import WarmStartError

CHECKPOINT, CURVE = "checkpoint.pt", "curve.jsonl"


@dataclass(frozen=True)
class Plan:
    """How to teach; a later leg may change `steps` and `splits`; the rate falls toward the new end."""

    steps: int = 4000
    batch: int = 128
    side: int = 80  # px
    seed: int = 0
    splits: tuple[str, ...] = ("train",)  # of the pictures that are learnt from
    tower_rate: float = 6e-4
    heads_rate: float = 1.5e-3
    decay: float = 0.05
    rise: float = 0.05  # the part of the steps in which the rate rises

    def paced(self, share: float) -> Plan:
        """The same at a share of its full rates."""
        return replace(self, tower_rate=share * self.tower_rate, heads_rate=share * self.heads_rate)

    def rate(self, done: int) -> float:
        """The share of the full rate at a step: up in a straight line, down along a cosine to nothing."""
        progress = min(1.0, done / self.steps)
        return min(1.0, (done + 1) / max(1.0, self.rise * self.steps)) * 0.5 * (1 + math.cos(math.pi * progress))


class Trainer:
    """A model being taught, its optimiser, and where its checkpoints lie."""

    def __init__(self, plan: Plan, mixture: Mixture | None, features: Tensor, folder: Path) -> None:
        self.plan, self.done, self.spent = plan, 0, 0.0  # steps; seconds
        self.began: dict[str, Any] | None = None  # what it began from, where that was not ImageNet's weights
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

    def learn(self, until: Callable[[], bool], watch: Callable[[float], None] = lambda loss: None) -> None:
        """Steps to the end of the plan, or until asked to stop; `watch` is told the loss after each."""
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
                self.model.scale.clamp_(max=SHARPEST)
            self.done += 1
            self.spent = spent + time.monotonic() - began
            watch(float(loss.detach()))
            if until():
                break

    def begin(self, beginning: WarmStart) -> None:
        """Take over exported weights; the optimiser begins anew, and batches go on where those were taught to.

        Raises WarmStartError where they are of another shape.
        """
        own = self.model.state_dict()
        counters = {key: value for key, value in own.items() if key.endswith("num_batches_tracked")}
        try:
            self.model.load_state_dict({**beginning.state, **counters})
        except RuntimeError as error:
            raise WarmStartError("the weights to begin from are of another shape than those to be taught") from error
        self.began = beginning.facts

    def save(self) -> None:
        """Write the checkpoint, whole or not at all."""
        part = self._folder / f"{CHECKPOINT}.part"
        torch.save(
            {
                "plan": asdict(self.plan), "done": self.done, "spent": self.spent, "began": self.began,
                "model": self.model.state_dict(), "adam": self._adam.state_dict(),
            },
            part,
        )  # fmt: skip
        part.replace(self._folder / CHECKPOINT)

    def resume(self) -> bool:
        """Go on from the checkpoint if there is one; all is as it was but what the plan lets change."""
        file = self._folder / CHECKPOINT
        if not file.exists():
            return False
        kept: dict[str, Any] = torch.load(file, weights_only=True)
        self.plan = replace(Plan(**kept["plan"]), steps=self.plan.steps, splits=self.plan.splits)
        self.done, self.spent, self.began = kept["done"], kept["spent"], kept.get("began")
        self.model.load_state_dict(kept["model"])
        self._adam.load_state_dict(kept["adam"])
        return True

    def learnt(self) -> dict[str, Any]:
        """How it was taught, as it is noted in what ships."""
        begun = {} if self.began is None else {"from": self.began}
        return {"steps": self.done, "seconds": round(self.spent), "plan": asdict(self.plan), **begun}

    def _batches(self) -> Iterator[tuple[Tensor, Tensor, tuple[str, ...]]]:
        """The next batches, through the frozen stages already; made in a thread while the last one is learnt from."""
        mixture = self._mixture
        if mixture is None:
            raise ValueError("there is nothing to learn from")
        before = sum(one["steps"] for one in phases(self.began["training"])) if self.began else 0

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
    """The plan of the checkpoint in a folder, if there is one."""
    file = folder / CHECKPOINT
    return Plan(**torch.load(file, weights_only=True)["plan"]) if file.exists() else None


def _groups(parameters: Sequence[nn.Parameter], rate: float, decay: float) -> list[dict[str, Any]]:
    """Those that are taught, as AdamW wants them: matrices decay, all else does not."""
    taught = [one for one in parameters if one.requires_grad]
    matrices, others = [one for one in taught if one.ndim > 1], [one for one in taught if one.ndim <= 1]
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
    """Teach for so long at most; every `every` seconds note how it stands and write a checkpoint.

    `said` is told what is noted: step, seconds, loss, and what the validation measures, as JSON.
    """
    end = time.monotonic() + 60 * minutes
    noted = time.monotonic()
    losses: list[float] = []

    def note() -> None:
        nonlocal noted
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
        noted = time.monotonic()

    def watch(loss: float) -> None:
        losses.append(loss)
        if time.monotonic() - noted > every:
            note()

    training.learn(lambda: time.monotonic() > end, watch)
    note()
