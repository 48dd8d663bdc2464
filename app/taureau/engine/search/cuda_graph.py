"""Optimisation steps captured as a CUDA graph: thousands of kernels start with one launch."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import torch
from torch import Tensor

log = logging.getLogger(__name__)

_WARM_UP = 2  # runs on a side stream, to initialise libraries
_TERMS_APART = 0.02  # relative: half precision depends on the order of summation …
_MOVED_APART = 0.25  # … and the first steps of Adam depend on the sign of the gradient alone

Terms = Mapping[str, Tensor]
Record = Callable[[Callable[[], Terms]], Callable[[], Terms]]  # work -> a replay of it, in place


class Move(Protocol):
    """Change the state in place by a cue, and return the terms of the loss, [B] each."""

    def __call__(self, cue: Tensor, rate: float | Tensor) -> Terms: ...


class CapturedMove:
    """A move that is recorded in its first call and replayed from then on.

    Cue and rate are buffers that a replay reads again. The first call also makes the plain move: unless the replay
    agrees with it, `trouble` gives the reason, and all calls are plain. Results are valid until the next call.
    """

    def __init__(self, move: Move, state: Sequence[Tensor], identity_cue: Tensor, record: Record) -> None:
        """`state`: all tensors that the move changes; `identity_cue`: a cue of the right shape, to record with."""
        self.trouble = ""
        self._move = move
        self._state = state
        self._record = record
        self._cue = identity_cue.to(state[0].device, copy=True)
        self._rate = torch.zeros((), device=state[0].device)
        self._replay: Callable[[], Terms] | None = None

    def __call__(self, cue: Tensor, rate: float | Tensor) -> Terms:
        if self.trouble:
            return self._move(cue, rate)
        if self._replay is None:
            return self._first(cue, rate)
        return self._again(self._replay, cue, rate)

    def _first(self, cue: Tensor, rate: float | Tensor) -> Terms:
        before = self._copies()
        terms = self._move(cue, rate)
        after = self._copies()
        self._put_back(before)
        try:
            replay = self._record(lambda: self._move(self._cue, self._rate))
            self._put_back(before)
            again = self._again(replay, cue, rate)
            if self._agrees(before, after) and _close(terms, again):
                self._replay = replay
                return again
            self.trouble = "a recorded step moves otherwise"
        except RuntimeError as error:  # an operation that cannot be recorded, or too little memory for it
            self.trouble = str(error).strip().partition("\n")[0] or type(error).__name__
        log.warning("Steps are not recorded: %s", self.trouble)
        self._put_back(after)
        return terms

    def _again(self, replay: Callable[[], Terms], cue: Tensor, rate: float | Tensor) -> Terms:
        self._cue.copy_(cue)
        self._rate.fill_(rate)
        return replay()

    @torch.no_grad()
    def _copies(self) -> list[Tensor]:
        return [tensor.clone() for tensor in self._state]

    @torch.no_grad()
    def _put_back(self, copies: Sequence[Tensor]) -> None:
        for tensor, copy in zip(self._state, copies, strict=True):
            tensor.copy_(copy)

    @torch.no_grad()
    def _agrees(self, before: Sequence[Tensor], wanted: Sequence[Tensor]) -> bool:
        """Return whether the state changed from `before` to `wanted`, within tolerance."""
        return all(
            bool((now - end).norm() <= _MOVED_APART * (end - start).norm())
            for now, start, end in zip(self._state, before, wanted, strict=True)
        )


def recorder_for(device: torch.device) -> Record | None:
    """Return the recorder for a device; None where recording gains nothing."""
    return cuda_graph if device.type == "cuda" else None


def cuda_graph(work: Callable[[], Terms]) -> Callable[[], Terms]:
    """Capture work, which is run a few times meanwhile. Raises RuntimeError where it cannot be captured."""
    aside = torch.cuda.Stream()  # type: ignore[no-untyped-call]
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for _ in range(_WARM_UP):
            work()
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph, capture_error_mode="thread_local"):  # another thread may use the GPU meanwhile
        terms = work()

    def replay() -> Terms:
        graph.replay()
        return terms

    return replay


def _close(terms: Terms, others: Terms) -> bool:
    one, other = torch.stack(list(terms.values())), torch.stack(list(others.values()))
    return torch.allclose(one, other, rtol=_TERMS_APART, atol=1e-6)
