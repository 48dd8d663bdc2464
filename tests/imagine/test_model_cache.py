"""A model in memory: held for the next request, let go of, and what happens where there is too little."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from diffusers.models.attention_processor import SlicedAttnAddedKVProcessor
from taureau.engine.runs.imagining import imagine
from taureau.events import Failed, Notice, StageChanged
from taureau.imagine import ImageReady, ImagineRequest, Variation, What, Words
from taureau.imagine.memory import Plan
from taureau.imagine.model_cache import ModelCache, make_room

from tests.imagine.runs import CUBES, Picture, decoders_in_memory, images, made, never


@pytest.mark.usefixtures("models")
def test_when_memory_runs_out_it_goes_on_with_less(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = diffusers.UNet2DModel.forward
    calls = 0

    def forward(self: Any, *given: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 10:  # in the second image's super-resolution
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")
        return plain(self, *given, **named)

    wanted = images(made(CUBES, count=2))
    monkeypatch.setattr(diffusers.UNet2DModel, "forward", forward)
    events = made(CUBES, count=2)
    assert [event.message for event in events if isinstance(event, Notice)] == [
        "Memory ran out: it goes on on the processor, in full precision, attention in pieces."
    ]
    found = images(events)
    assert [event.index for event in events if isinstance(event, ImageReady)] == [0, 1]
    assert np.array_equal(found[0], wanted[0])
    assert np.abs(found[1].astype(int) - wanted[1]).max() <= 2


@pytest.mark.usefixtures("models")
def test_when_memory_runs_out_for_good_it_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def forward(*given: Any, **named: Any) -> Any:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")

    monkeypatch.setattr(diffusers.UNet2DModel, "forward", forward)
    last = made(CUBES, count=2)[-1]
    assert isinstance(last, Failed)
    assert last.error == "There is not enough memory to imagine."
    assert not decoders_in_memory()


@pytest.mark.usefixtures("models")
def test_the_next_request_finds_the_model_loaded(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = ModelCache()

    def run(what: What, cancelled: Callable[[], bool] = never) -> tuple[list[Picture], bool]:
        """Its images, and whether a model was loaded for them."""
        request = ImagineRequest(what, count=1, steps=3, device="cpu", model="karlo")
        events = list(imagine(request, cancelled, cache=cache))
        stages = [event.stage for event in events if isinstance(event, StageChanged)]
        return images(events), "loading the decoder" in stages

    fresh = run(Words("a fox"))
    again = run(Words("a fox"))
    assert (fresh[1], again[1]) == (True, False)
    assert np.array_equal(fresh[0][0], again[0][0])
    assert decoders_in_memory() == 1
    assert run(Variation(picture))[1]  # other parts of it
    assert decoders_in_memory() == 1
    make_room(cache)
    assert not cache.empty
    stop = iter([False, False, True])
    assert run(Variation(picture), lambda: next(stop, True)) == ([], False)
    assert cache.empty
    assert not decoders_in_memory()
    run(Words("a fox"))
    monkeypatch.setattr("taureau.imagine.memory.free_memory", lambda: 1 << 30)
    make_room(cache)  # a drawing comes, and has too little
    assert cache.empty
    assert not decoders_in_memory()
    monkeypatch.undo()


@pytest.mark.usefixtures("models")
def test_a_held_model_that_runs_out_of_memory_is_loaded_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = ModelCache()
    request = ImagineRequest(Words("a fox"), count=1, steps=3, device="cpu")
    wanted = images(list(imagine(request, never, cache=cache)))
    plain = diffusers.UNet2DModel.forward
    failing = [True]

    def forward(self: Any, *given: Any, **named: Any) -> Any:
        if failing and failing.pop():
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")
        return plain(self, *given, **named)

    monkeypatch.setattr(diffusers.UNet2DModel, "forward", forward)
    events = list(imagine(request, never, cache=cache))
    assert np.array_equal(images(events)[0], wanted[0])
    assert any(isinstance(event, StageChanged) and event.stage == "loading the decoder" for event in events)
    assert decoders_in_memory() == 1
    cache.clear()


@pytest.mark.usefixtures("models")
def test_attention_in_pieces_paints_the_same(monkeypatch: pytest.MonkeyPatch, picture: Picture) -> None:
    cut = 0
    plain = SlicedAttnAddedKVProcessor.__call__

    def attend(self: Any, *given: Any, **named: Any) -> Any:
        nonlocal cut
        cut += 1
        return plain(self, *given, **named)

    monkeypatch.setattr(SlicedAttnAddedKVProcessor, "__call__", attend)
    (wanted,) = images(made(Variation(picture), count=1, model="karlo-variations"))
    assert not cut
    monkeypatch.setattr("taureau.imagine.imagine.plans", lambda *given: (Plan("cpu", "float32", sliced=True),))
    events = made(Variation(picture), count=1, model="karlo-variations")
    assert cut
    (found,) = images(events)
    assert np.abs(found.astype(int) - wanted).max() <= 2
    (ready,) = (event for event in events if isinstance(event, ImageReady))
    assert ready.facts["held"] == "in full precision, attention in pieces"


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no GPU")
@pytest.mark.usefixtures("models")
def test_a_model_that_is_moved_to_the_gpu_part_by_part_paints_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for plan in (Plan("cuda", "float16"), Plan("cuda", "float16", offload=True, sliced=True)):
        monkeypatch.setattr("taureau.imagine.imagine.plans", lambda *given, plan=plan: (plan,))
        found += images(list(imagine(ImagineRequest(Words("a fox"), count=1, steps=3, device="cuda"), never)))
    assert np.abs(found[0].astype(int) - found[1]).mean() <= 4
