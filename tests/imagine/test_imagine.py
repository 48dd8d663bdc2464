"""Images from tiny unCLIPs of the real classes, beside the same pipelines run by hand."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from app.engine.imagining import Judge, imagine
from app.imagine import (
    Agreed,
    Blend,
    Change,
    Event,
    Failed,
    Finished,
    ImageReady,
    ImagineRequest,
    Notice,
    Progress,
    StageChanged,
    Started,
    Variation,
    What,
    Words,
)
from app.imagine.choice import choose
from app.imagine.folder import read_folder
from app.imagine.held import Held
from app.imagine.imagine import make_room
from app.imagine.memory import Plan
from app.imagine.pipelines import load_part
from app.perception import load_encoder
from app.weights import DamagedWeightsError, RefusedWeightsError, import_model
from tests.imagine.models import TinyModels
from tests.imagine.test_arithmetic import naive_slerp
from tests.imagine.tiny_unclip import save_stable

Picture = NDArray[np.uint8]
CUBES = Words("a red cube on top of a blue cube")


def never() -> bool:
    return False


def made(what: What, *, cancelled: Callable[[], bool] = never, **more: Any) -> list[Event]:
    """All events of a run of three steps a stage."""
    return list(imagine(ImagineRequest(what, steps=3, device="cpu", **more), cancelled))


def images(events: list[Event]) -> list[Picture]:
    assert isinstance(events[-1], Finished), events[-1]
    return [event.image for event in events if isinstance(event, ImageReady)]


def by_hand(models: TinyModels, model_id: str, pipeline: str) -> Any:
    """The pipeline of diffusers, put together from its parts without any of our painters."""
    folder = read_folder(models.folder / model_id)
    parts = {name: load_part(folder, name, Plan("cpu", "float32")) for name in folder.parts}
    assembled = getattr(diffusers, pipeline)(**parts)
    assembled.set_progress_bar_config(disable=True)
    return assembled


def noise(seed: int) -> torch.Generator:
    return torch.Generator("cpu").manual_seed(seed)


def whole(image: NDArray[np.float32]) -> Picture:
    found: Picture = (image * 255).round().astype(np.uint8)
    return found


@pytest.fixture
def sister(models: TinyModels) -> Any:
    return by_hand(models, "karlo-variations", "UnCLIPImageVariationPipeline")


def seen_by(pipeline: Any, image: Picture) -> NDArray[np.float64]:
    """The image's embedding, [D]."""
    pixels = pipeline.feature_extractor(images=image.copy(), return_tensors="pt").pixel_values
    embedding: NDArray[np.float64] = pipeline.image_encoder(pixels).image_embeds[0].double().numpy()
    return embedding


def decoders_in_memory() -> int:
    return sum(type(thing) is diffusers.UNet2DConditionModel for thing in gc.get_objects())


STEPS = {"decoder_num_inference_steps": 3, "super_res_num_inference_steps": 7, "output_type": "np"}


def test_words_become_the_images_of_the_pipeline_itself(models: TinyModels) -> None:
    found = images(made(Words("a fox", "photo"), count=2, seed=5, guidance=4))
    karlo = by_hand(models, "karlo", "UnCLIPPipeline")
    for index, image in enumerate(found):
        asked = {"prior_num_inference_steps": 3, "decoder_guidance_scale": 4.0, "generator": noise(5 + index)}
        assert np.array_equal(image, whole(karlo("a photo of a fox", **STEPS, **asked).images[0]))
    assert found[0].shape == (32, 32, 3)
    assert not np.array_equal(*found)


def test_a_variation_is_the_pipelines_own(picture: Picture, sister: Any) -> None:
    (found,) = images(made(Variation(picture), count=1, seed=2, model="karlo-variations"))
    assert np.array_equal(found, whole(sister(Image.fromarray(picture), generator=noise(2), **STEPS).images[0]))


def test_a_blend_paints_what_lies_between(picture: Picture, other_picture: Picture, sister: Any) -> None:
    events = made(Blend(picture, other_picture), count=3, seed=1, model="karlo-variations")
    found = images(events)
    ends = [seen_by(sister, image) for image in (picture, other_picture)]
    for share, image in zip((0, 0.5, 1), found, strict=True):
        between = naive_slerp(*ends, share)
        embedding = torch.tensor(between, dtype=torch.float32)[None]
        wanted = whole(sister(image_embeddings=embedding, generator=noise(1), **STEPS).images[0])
        assert np.abs(image.astype(int) - wanted).max() <= 1  # the naive formula rounds otherwise
    ready = [event for event in events if isinstance(event, ImageReady)]
    assert [event.facts["blend"] for event in ready] == ["0.000", "0.500", "1.000"]
    assert [event.seed for event in ready] == [1, 1, 1]


def test_a_change_turns_toward_the_words(picture: Picture, sister: Any) -> None:
    change = Change(picture, "a photo of a cat", "a photo of a lion", theta=0.4)
    (found,) = images(made(change, count=1, seed=3, model="karlo-variations"))

    def read(sentence: str) -> NDArray[np.float64]:
        tokens = sister.tokenizer(sentence, padding="max_length", max_length=77, return_tensors="pt").input_ids
        embedding = sister.text_encoder(tokens).text_embeds[0].double()
        unit: NDArray[np.float64] = (embedding / embedding.norm()).numpy()
        return unit

    difference = read("a photo of a lion") - read("a photo of a cat")
    seen = seen_by(sister, picture)
    turned = naive_slerp(seen, np.linalg.norm(seen) * difference / np.linalg.norm(difference), 0.4)
    embedding = torch.tensor(turned, dtype=torch.float32)[None]
    wanted = whole(sister(image_embeddings=embedding, generator=noise(3), **STEPS).images[0])
    assert np.abs(found.astype(int) - wanted).max() <= 1


@pytest.mark.usefixtures("models")
@pytest.mark.parametrize("model", ["karlo", "karlo-variations", "stable-unclip"])
def test_every_model_varies_blends_and_changes(model: str, picture: Picture, other_picture: Picture) -> None:
    asked = (Variation(picture), Blend(picture, other_picture), Change(picture, "a cat", "a lion"))
    results = [images(made(what, count=2, model=model)) for what in asked]
    assert all(image.shape == (32, 32, 3) and image.std() > 5 for found in results for image in found)
    assert not any(np.array_equal(*found) for found in results)


def test_stable_unclip_reads_words_by_karlos_prior(models: TinyModels) -> None:
    (found,) = images(made(Words("a fox"), count=1, model="stable-unclip"))
    parts = {
        name: load_part(read_folder(models.folder / "stable-unclip"), name, Plan("cpu", "float32"))
        for name in (
            "tokenizer", "text_encoder", "unet", "vae", "scheduler", "image_normalizer", "image_noising_scheduler",
        )
    }  # fmt: skip
    for name in ("prior", "prior_scheduler", "tokenizer", "text_encoder"):
        part = load_part(read_folder(models.folder / "karlo"), name, Plan("cpu", "float32"))
        parts[name if "prior" in name else f"prior_{name}"] = part
    stable = diffusers.StableUnCLIPPipeline(**parts)
    stable.set_progress_bar_config(disable=True)
    steps = {"prior_num_inference_steps": 3, "num_inference_steps": 3, "output_type": "np"}
    assert np.array_equal(found, whole(stable("a fox", generator=noise(0), **steps).images[0]))


@pytest.mark.usefixtures("models")
def test_the_same_seed_is_the_same_image() -> None:
    first = images(made(CUBES, count=2, seed=7))
    again = images(made(CUBES, count=1, seed=8))
    assert np.array_equal(first[1], again[0])


@pytest.mark.usefixtures("models")
def test_a_run_says_what_it_does_and_how_far_it_is() -> None:
    events = made(CUBES, count=2)
    started = next(event for event in events if isinstance(event, Started))
    assert (started.device, started.model, started.memory) == ("cpu", "Karlo", "in full precision")
    assert started.sent == "a red cube on top of a blue cube"
    stages = [event.stage for event in events if isinstance(event, StageChanged)]
    assert stages[0] == "loading Karlo"
    assert "loading the decoder" in stages
    assert stages[-3:] == ["thinking of an image", "painting", "sharpening"]
    steps = [event for event in events if isinstance(event, Progress)]
    assert [(step.step, step.total) for step in steps if step.index == 0] == [
        *((number, 3) for number in (1, 2, 3)), *((number, 3) for number in (1, 2, 3)),
        *((number, 7) for number in range(1, 8)),
    ]  # fmt: skip
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
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
def test_what_counts_is_how_much_nearer_an_image_is_than_sheets_of_one_colour(picture: Picture) -> None:
    encoder = load_encoder("vit-l-14")
    agreement = Judge("tiny", encoder, ("a red cube", "a blue cube")).look_at(picture)
    read = encoder.read(["a photo of a red cube", "a photo of a blue cube"])
    sheets = [np.full((32, 32, 3), [255 * (n >> bit & 1) for bit in range(3)], np.uint8) for n in range(8)]
    sheets.append(np.full((32, 32, 3), 127.5).astype(np.uint8))
    with torch.no_grad():
        seen = [encoder.see(encoder.prepare(one), embedding=True).direction()[0] for one in [picture, *sheets]]
    for place, thing in enumerate(agreement.things):
        near = [float(one @ read[place]) for one in seen]
        assert thing.cosine == pytest.approx(near[0], abs=1e-5)
        assert thing.blank == pytest.approx(np.mean(near[1:]), abs=1e-3)


@pytest.mark.usefixtures("models")
def test_an_encoder_that_is_damaged_costs_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(encoder_id: str) -> Any:
        raise DamagedWeightsError(f"{encoder_id} is damaged: fetch it again")

    monkeypatch.setattr("app.engine.imagining.load_encoder", damaged)
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
    assert isinstance(last, Finished)
    assert (last.images, last.stopped) == (1, True)
    assert any(isinstance(event, Progress) and event.index == 1 for event in events)
    assert answers.count(True) == 1  # no further step asked
    assert not decoders_in_memory()


@pytest.mark.usefixtures("models")
def test_a_listener_who_goes_leaves_no_thread_behind() -> None:
    events = imagine(ImagineRequest(CUBES, count=3, steps=20), never)
    next(event for event in events if isinstance(event, Progress))
    assert isinstance(events, Iterator)
    events.close()  # type: ignore[attr-defined]
    assert not any(thread.name == "taureau-imagine" for thread in threading.enumerate())


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


@pytest.mark.parametrize(
    ("what", "more", "says"),
    [
        (Words("  "), {}, "write what the picture is to show"),
        (Words("a cat", "cubist"), {}, "unknown style 'cubist'; choose one of as-typed"),
        (CUBES, {"count": 0}, "from 1 to 64, not 0"),
        (CUBES, {"seed": -1}, "the seed must be from 0 to"),
        (CUBES, {"steps": 1}, "the steps must be from 2 to 200"),
        (CUBES, {"guidance": 0.5}, "the guidance must be from 1 to 30"),
        (Blend(np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2, 3), np.uint8)), {"count": 1}, "from 2 to 64"),
        (Variation(np.zeros((2, 2), np.uint8)), {}, "uint8 [H, W, 3]"),
        (Variation(np.zeros((2, 2, 3), np.uint8)), {}, "is empty, of one colour"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", " "), {}, "needs two sentences"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", "a  cat"), {}, "are the same"),
        (Change(np.zeros((2, 2, 3), np.uint8), "a cat", "a lion", 1.5), {}, "theta must be from 0 to 1"),
    ],
)
def test_a_request_that_means_nothing_is_refused(what: What, more: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError) as caught:
        ImagineRequest(what, **more)
    assert says in str(caught.value)


@pytest.mark.usefixtures("models")
def test_a_model_is_never_looked_for_on_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing asks for an address, and the hub's own switch is on, whatever the environment said before."""
    import os
    import socket

    def asked(*address: object, **options: object) -> None:
        raise AssertionError(f"asked for {address}")

    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", asked)
    monkeypatch.setattr(socket.socket, "connect", asked)
    assert images(made(Words("a fox"), count=1))
    assert os.environ["HF_HUB_OFFLINE"] == "1"


@pytest.mark.usefixtures("models")
def test_the_next_request_finds_the_model_loaded(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()

    def run(what: What, cancelled: Callable[[], bool] = never) -> tuple[list[Picture], bool]:
        """Its images, and whether a model was loaded for them."""
        request = ImagineRequest(what, count=1, steps=3, device="cpu", model="karlo")
        events = list(imagine(request, cancelled, held=held))
        stages = [event.stage for event in events if isinstance(event, StageChanged)]
        return images(events), "loading the decoder" in stages

    fresh = run(Words("a fox"))
    again = run(Words("a fox"))
    assert (fresh[1], again[1]) == (True, False)
    assert np.array_equal(fresh[0][0], again[0][0])
    assert decoders_in_memory() == 1
    assert run(Variation(picture))[1]  # other parts of it
    assert decoders_in_memory() == 1
    make_room(held)
    assert not held.empty
    stop = iter([False, False, True])
    assert run(Variation(picture), lambda: next(stop, True)) == ([], False)
    assert held.empty
    assert not decoders_in_memory()
    run(Words("a fox"))
    monkeypatch.setattr("app.imagine.memory.free_memory", lambda: 1 << 30)
    make_room(held)  # a drawing comes, and has too little
    assert held.empty
    assert not decoders_in_memory()
    monkeypatch.undo()


@pytest.mark.usefixtures("models")
def test_a_held_model_that_runs_out_of_memory_is_loaded_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held()
    request = ImagineRequest(Words("a fox"), count=1, steps=3, device="cpu")
    wanted = images(list(imagine(request, never, held=held)))
    plain = diffusers.UNet2DModel.forward
    failing = [True]

    def forward(self: Any, *given: Any, **named: Any) -> Any:
        if failing and failing.pop():
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20 GiB")
        return plain(self, *given, **named)

    monkeypatch.setattr(diffusers.UNet2DModel, "forward", forward)
    events = list(imagine(request, never, held=held))
    assert np.array_equal(images(events)[0], wanted[0])
    assert any(isinstance(event, StageChanged) and event.stage == "loading the decoder" for event in events)
    assert decoders_in_memory() == 1
    held.let_go()


def test_what_is_soonest_fetched_is_asked_for(catalogued: TinyModels, tmp_path: Path) -> None:
    assert choose(Variation).missing == ("stable-unclip",)
    list(import_model("karlo", catalogued.sources["karlo"]))
    assert choose(Variation).missing == ("vit-l-14",)
    list(import_model("stable-unclip", save_stable(tmp_path / "large", width=48)))
    assert choose(Variation).model.id == "stable-unclip"
    assert choose(Change).missing == ("vit-l-14",)  # it paints no embeddings of the length that Karlo makes
    with pytest.raises(RefusedWeightsError, match=r"makes 32: choose one of karlo-variations, karlo$"):
        choose(Change, "stable-unclip")
    list(import_model("stable-unclip", catalogued.sources["stable-unclip"]))
    assert choose(Change) == choose(Change, "stable-unclip")


def test_the_shipped_models_are_chosen_by_the_length_of_their_embeddings() -> None:
    """As their folders would say, which are not here."""
    assert choose(Words, "stable-unclip-small").prior == "karlo"
    with pytest.raises(RefusedWeightsError, match=r"of 1024 numbers, and Karlo, .* makes 768: choose one of karlo, "):
        choose(Words, "stable-unclip")
    assert choose(Words).missing == ("karlo",)
    assert choose(Variation).missing == ("stable-unclip-small",)
    assert choose(Change).missing == ("karlo-variations",)
