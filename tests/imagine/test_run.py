"""What a run says, how it is stopped, and what ends it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from taureau.engine.runs.imagining import PromptJudge, imagine
from taureau.events import Failed, Notice, StageChanged
from taureau.imagine import Agreed, GenerationFinished, GenerationProgress, GenerationStarted, ImagineRequest, Words
from taureau.perception import load_encoder
from taureau.weights import DamagedWeightsError

from tests.imagine.runs import CUBES, Picture, decoders_in_memory, images, made, never


@pytest.mark.usefixtures("models")
def test_the_same_seed_is_the_same_image() -> None:
    first = images(made(CUBES, count=2, seed=7))
    again = images(made(CUBES, count=1, seed=8))
    assert np.array_equal(first[1], again[0])


@pytest.mark.usefixtures("models")
def test_a_run_says_what_it_does_and_how_far_it_is() -> None:
    events = made(CUBES, count=2)
    started = next(event for event in events if isinstance(event, GenerationStarted))
    assert (started.device, started.model, started.memory) == ("cpu", "Karlo", "in full precision")
    assert started.sent == "a red cube on top of a blue cube"
    stages = [event.stage for event in events if isinstance(event, StageChanged)]
    assert stages[0] == "loading Karlo"
    assert "loading the decoder" in stages
    assert stages[-3:] == ["thinking of an image", "painting", "sharpening"]
    steps = [event for event in events if isinstance(event, GenerationProgress)]
    assert [(step.step, step.total) for step in steps if step.index == 0] == [
        *((number, 3) for number in (1, 2, 3)), *((number, 3) for number in (1, 2, 3)),
        *((number, 7) for number in range(1, 8)),
    ]  # fmt: skip
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert all(step.remaining is not None and step.remaining >= 0 for step in steps[1:])
    assert steps[13].remaining > 0  # the second picture's first
    assert len({event.run for event in events}) == 1


@pytest.mark.usefixtures("models")
def test_each_thing_of_a_sentence_is_looked_for_in_the_image() -> None:
    agreed = [event for event in made(CUBES, count=2) if isinstance(event, Agreed)]
    assert [event.index for event in agreed] == [0, 1]
    first, second = (event.agreement.things for event in agreed)
    assert [thing.phrase for thing in first] == ["a red cube", "a blue cube"]
    assert all(-1 <= cosine <= 1 for thing in (*first, *second) for cosine in (thing.cosine, thing.blank))
    assert [thing.blank for thing in first] == [thing.blank for thing in second]
    assert [thing.cosine for thing in first] != [thing.cosine for thing in second]
    assert agreed[0].agreement.encoder == "CLIP ViT-L/14"
    assert len([event for event in made(Words("a shiny red ball"), count=1) if isinstance(event, Agreed)]) == 1
    assert not any(isinstance(event, Agreed) for event in made(Words("a camel"), count=1))


@pytest.mark.usefixtures("models")
def test_an_encoder_that_is_damaged_costs_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(encoder_id: str) -> Any:
        raise DamagedWeightsError(f"{encoder_id} is damaged: fetch it again")

    monkeypatch.setattr("taureau.engine.runs.imagining.load_encoder", damaged)
    events = made(CUBES, count=2)
    assert len(images(events)) == 2
    (notice,) = (event for event in events if isinstance(event, Notice))
    assert "is damaged: fetch it again" in notice.message


@pytest.mark.usefixtures("models")
def test_a_sentence_that_is_too_long_is_said() -> None:
    events = made(Words("a very " + "long " * 30 + "tail"), count=1)
    assert images(events)
    (notice,) = (event for event in events if isinstance(event, Notice))
    assert "too long: its last" in notice.message


@pytest.mark.usefixtures("models")
def test_stopping_takes_one_step_and_lets_go_of_the_model() -> None:
    answers: list[bool] = []

    def cancelled() -> bool:  # the 71st answer comes in the second image
        answers.append(len(answers) >= 70)
        return answers[-1]

    events = list(imagine(ImagineRequest(CUBES, count=3, steps=20, device="cpu"), cancelled))
    last = events[-1]
    assert isinstance(last, GenerationFinished)
    assert (last.images, last.stopped) == (1, True)
    assert any(isinstance(event, GenerationProgress) and event.index == 1 for event in events)
    assert answers.count(True) == 1  # no further step asked
    assert not decoders_in_memory()


@pytest.mark.usefixtures("models")
def test_a_listener_who_goes_leaves_no_thread_behind() -> None:
    events = imagine(ImagineRequest(CUBES, count=3, steps=20), never)
    next(event for event in events if isinstance(event, GenerationProgress))
    assert isinstance(events, Iterator)
    events.close()  # type: ignore[attr-defined]
    assert not any(thread.name == "taureau-imagine" for thread in threading.enumerate())


@pytest.mark.usefixtures("catalogued")
def test_without_the_model_one_line_says_how_to_get_it() -> None:
    last = made(CUBES)[-1]
    assert isinstance(last, Failed)
    assert last.bad_input
    assert last.error == (
        "Karlo is not on this machine: get it with `taureau models fetch karlo` (about 11.0 GB, licence CreativeML "
        "Open RAIL-M), or from a file or folder with `taureau models import karlo PATH`."
    )


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
@pytest.mark.usefixtures("models")
def test_a_gpu_that_is_not_there_is_said() -> None:
    request = ImagineRequest(CUBES, device="cuda")
    last = list(imagine(request, never))[-1]
    assert isinstance(last, Failed)
    assert last.error == "There is no usable NVIDIA GPU on this machine."


@pytest.mark.usefixtures("models")
def test_what_counts_is_how_much_nearer_an_image_is_than_sheets_of_one_colour(picture: Picture) -> None:
    encoder = load_encoder("vit-l-14")
    agreement = PromptJudge("tiny", encoder, ("a red cube", "a blue cube")).agreement(picture)
    read = encoder.encode_text(["a photo of a red cube", "a photo of a blue cube"])
    sheets = [np.full((32, 32, 3), [255 * (n >> bit & 1) for bit in range(3)], np.uint8) for n in range(8)]
    sheets.append(np.full((32, 32, 3), 127.5).astype(np.uint8))
    with torch.no_grad():
        seen = [encoder.encode_image(encoder.prepare(one), embedding=True).direction()[0] for one in [picture, *sheets]]
    for place, thing in enumerate(agreement.things):
        near = [float(one @ read[place]) for one in seen]
        assert thing.cosine == pytest.approx(near[0], abs=1e-5)
        assert thing.blank == pytest.approx(np.mean(near[1:]), abs=1e-3)
