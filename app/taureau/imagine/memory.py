"""Memory plans: a model whole on the GPU or the CPU, offloaded part by part, or with sliced attention."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch

Precision = Literal["float32", "float16"]
ROOM = 4 << 30  # bytes that a drawing needs, with the largest encoder
_WORK = 2 << 30  # bytes that denoising takes beside the weights


@dataclass(frozen=True)
class Plan:
    """One way to keep a model in memory."""

    device: str  # "cuda", "cpu"
    precision: Precision
    offload: bool = False  # only the active part is on the GPU
    sliced: bool = False  # attention is computed in slices

    @property
    def dtype(self) -> torch.dtype:
        found: torch.dtype = getattr(torch, self.precision)
        return found

    def __str__(self) -> str:
        parts = ["in full precision" if self.precision == "float32" else "in half precision"]
        if self.offload:
            parts.append("moved to the GPU part by part")
        if self.sliced:
            parts.append("attention in pieces")
        return ", ".join(parts)


def plans(device: str, sizes: Mapping[str, int], free: int, free_gpu: int = 0) -> tuple[Plan, ...]:
    """Return the plans that fit, the quickest first, each later one with less memory; empty where none fits.

    `sizes` are bytes of each part's weights in full precision, `free` and `free_gpu` unused bytes.
    """
    total, two = sum(sizes.values()), sum(sorted(sizes.values())[-2:])  # Karlo's prior stays beside the active part
    found: list[Plan] = []
    if device == "cuda":
        if total / 2 + _WORK <= free_gpu:
            found.append(Plan("cuda", "float16"))
        if two / 2 + _WORK <= free_gpu and total / 2 <= free:
            found.append(Plan("cuda", "float16", offload=True, sliced=True))
    work = min(_WORK, total)  # a small model paints small images
    if total + work <= free:
        found.append(Plan("cpu", "float32"))
    if total <= free:
        found.append(Plan("cpu", "float32", sliced=True))  # half precision lacks operations there
    return tuple(found)


def has_room() -> bool:
    """Return whether a drawing would have enough memory."""
    return free_memory() >= ROOM and (not torch.cuda.is_available() or free_on_gpu() >= ROOM)


def free_memory() -> int:
    """Return the available bytes of main memory, swap included."""
    import psutil

    return int(psutil.virtual_memory().available + psutil.swap_memory().free)


def free_on_gpu() -> int:
    """Return the available bytes of the GPU; 0 without one."""
    return int(torch.cuda.mem_get_info()[0]) if torch.cuda.is_available() else 0
