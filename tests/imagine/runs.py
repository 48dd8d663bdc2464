"""Runs of tiny models to their end, and what is asked of them."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import diffusers
import numpy as np
from numpy.typing import NDArray
from taureau.engine.runs.imagining import imagine
from taureau.events import Event
from taureau.imagine import GenerationFinished, ImageReady, ImagineRequest, What, Words

Picture = NDArray[np.uint8]
CUBES = Words("a red cube on top of a blue cube")


def never() -> bool:
    return False


def made(what: What, *, cancelled: Callable[[], bool] = never, **more: Any) -> list[Event]:
    """All events of a run of three steps a stage."""
    return list(imagine(ImagineRequest(what, steps=3, device="cpu", **more), cancelled))


def images(events: list[Event]) -> list[Picture]:
    assert isinstance(events[-1], GenerationFinished), events[-1]
    return [event.image for event in events if isinstance(event, ImageReady)]


def decoders_in_memory() -> int:
    return sum(type(thing) is diffusers.UNet2DConditionModel for thing in gc.get_objects())
