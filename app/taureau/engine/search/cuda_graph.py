"""A step that is recorded once and replayed: its thousands of kernels start as one CUDA graph."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import torch
from torch import Tensor

log = logging.getLogger(__name__)

_WARM_UP = 2  # runs on a side stream, in which libraries get ready
_TERMS_APART = 0.02  # relative: computed in another order, half precision gives a little else …
_MOVED_APART = 0.25  # … and the first steps of Adam turn on the mere sign of a slope

Terms = Mapping[str, Tensor]
Record = Callable[[Callable[[], Terms]], Callable[[], Terms]]  # some work -> what does it again, in place


class Move(Protocol):
    """Changes its state in place by what a cue says, and tells the terms of its loss, [B] each."""

    def __call__(self, cue: Tensor, rate: float | Tensor) -> Terms: ...


class CapturedMove:
    """The same call as the move it is of, recorded in the first one and replayed from then on.

    Cue and rate lie in buffers, which a replay reads anew. The first call makes the move plainly as well: unless the
    replay agrees with it, `trouble` says why, and all calls are plain ones. What is returned holds until the next call.
    """

    def __init__(self, move: Move, state: Sequence[Tensor], still: Tensor, record: Record) -> None:
        """`state`: all that the move changes; `still`: a cue of the right shape, which is recorded with."""
        self.trouble = ""
        self._move = move
        self._state = state
        self._record = record
        self._cue = still.to(state[0].device, copy=True)
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
        """Whether the state has changed from `before` as it was to."""
        return all(
            bool((now - end).norm() <= _MOVED_APART * (end - start).norm())
            for now, start, end in zip(self._state, before, wanted, strict=True)
        )


def recorder_for(device: torch.device) -> Record | None:
    """What records steps on a device; None where there is nothing to be won by it."""
    return cuda_graph if device.type == "cuda" else None


def cuda_graph(work: Callable[[], Terms]) -> Callable[[], Terms]:
    """Some work as a CUDA graph; it is done a few times on the way. Raises RuntimeError where it cannot be recorded."""
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
