"""How a model is held in memory: whole where it fits, part by part or in pieces where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import torch

Numbers = Literal["float32", "float16"]
ROOM = 4 << 30  # bytes that a drawing is to find free, by the largest encoder
_WORK = 2 << 30  # bytes that painting takes beside the weights


@dataclass(frozen=True)
class Plan:
    """One way to hold a model."""

    device: str  # "cuda", "cpu"
    numbers: Numbers
    offload: bool = False  # only the part at work is on the GPU
    sliced: bool = False  # attention is computed in pieces

    @property
    def dtype(self) -> torch.dtype:
        found: torch.dtype = getattr(torch, self.numbers)
        return found

    def __str__(self) -> str:
        said = ["in full precision" if self.numbers == "float32" else "in half precision"]
        if self.offload:
            said.append("moved to the GPU part by part")
        if self.sliced:
            said.append("attention in pieces")
        return ", ".join(said)


def plans(device: str, sizes: Mapping[str, int], free: int, free_gpu: int = 0) -> tuple[Plan, ...]:
    """Ways to hold a model, the quickest first, each later one with less memory; those that cannot fit are left out.

    `sizes` are bytes of each part's weights in full precision, `free` and `free_gpu` bytes that nobody uses.
    Where nothing fits, there is none.
    """
    total, two = sum(sizes.values()), sum(sorted(sizes.values())[-2:])  # Karlo's prior stays beside the part at work
    ways: list[Plan] = []
    if device == "cuda":
        if total / 2 + _WORK <= free_gpu:
            ways.append(Plan("cuda", "float16"))
        if two / 2 + _WORK <= free_gpu and total / 2 <= free:
            ways.append(Plan("cuda", "float16", offload=True, sliced=True))
    work = min(_WORK, total)  # a small model paints small images
    if total + work <= free:
        ways.append(Plan("cpu", "float32"))
    if total <= free:
        ways.append(Plan("cpu", "float32", sliced=True))  # half precision lacks operations there
    return tuple(ways)


def has_room() -> bool:
    """Whether a drawing would find the memory it takes."""
    return free_memory() >= ROOM and (not torch.cuda.is_available() or free_on_gpu() >= ROOM)


def free_memory() -> int:
    """Bytes of main memory that could be had, swap included."""
    import psutil

    return int(psutil.virtual_memory().available + psutil.swap_memory().free)


def free_on_gpu() -> int:
    """Bytes of the GPU that could be had; 0 without one."""
    return int(torch.cuda.mem_get_info()[0]) if torch.cuda.is_available() else 0
