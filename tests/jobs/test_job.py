"""Jobs are read strictly, and draw what the command line draws."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from taureau.document import save_svg
from taureau.engine import Failed, Finished
from taureau.jobs.job import Job, draw, job_from
from taureau.jobs.settings import KINDS, JobSettings, SettingError, settings_from, settings_schema
from taureau.small_files import json_value

from tests.cli.program import refusal, taureau

EVERY: dict[str, Any] = {  # each setting with a value that is not its default
    "strokes": "auto:40",
    "detail": 70,
    "width": "0.5mm",
    "pen": "brush",
    "colors": ["#141414", "#b0432a"],
    "areas": 3,
    "tone": "hatch",
    "tone_levels": 3,
    "tone_spacing": "4px",
    "pen_downs": 2,
    "flow": 20,
    "mask": "none",
    "mode": "photo",
    "prompt_weight": 0.5,
    "force": True,
    "preset": "draft",
    "encoder": "vit-b-32",
    "seeds": 2,
    "start": "random",
    "seed": 7,
    "like": [2, 5],
    "device": "cpu",
    "rasterizer": "diffvg",
    "size_mm": 150.5,
}


def test_every_setting_survives_json() -> None:
    assert EVERY.keys() == KINDS.keys() == settings_schema()["properties"].keys()
    settings = settings_from(json.loads(json.dumps(EVERY)))
    assert settings.as_json() == EVERY
    assert settings_from(settings.as_json()) == settings
    assert settings_from({}) == JobSettings()
    assert JobSettings().as_json() == {}
    assert hash(settings) == hash(settings_from(EVERY))


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ([], 'settings must be an object with names and values, such as {"strokes": 12}'),
        ({"stroke": 3}, "there is no setting 'stroke'; choose among strokes, detail,"),
        ({"strokes": 0}, "strokes must be a whole number from 1 to 256, or auto, or auto:MAX, not 0"),
        ({"strokes": False}, "strokes must be a whole number from 1 to 256"),
        ({"strokes": "12"}, "strokes must be a whole number from 1 to 256, or auto, or auto:MAX, not '12'"),
        ({"strokes": "auto:400"}, "strokes must be"),
        ({"strokes": 12.0}, "strokes must be"),
        ({"strokes": "auto", "detail": 101}, "detail must be a number from 0 (a hint) to 100 (everything), not 101"),
        ({"detail": 50}, "detail sets where strokes auto stops: give both, or leave detail out"),
        (
            {"width": "thick"},
            "width must be a number more than 0 with px, % or mm behind it, such as 1.2%, not 'thick'",
        ),
        ({"width": "nan%"}, "width must be"),
        ({"width": 3}, "width must be"),
        ({"pen": "quill"}, "pen must be one of fineliner, brush, pencil, charcoal, marker, chalk, not 'quill'"),
        ({"colors": 13}, "colors must be a whole number from 1 to 12, or their colours, such as #141414,#b0432a, not"),
        ({"colors": ["red"]}, "colors must be"),
        ({"colors": []}, "colors must be"),
        ({"areas": True}, "areas must be a whole number from 0 to 48, not True"),
        ({"areas": None}, "areas must be"),
        ({"tone_spacing": "3px"}, "tone_spacing is the distance of the lines of tone: give both, or leave it out"),
        ({"tone_levels": 3}, "tone_levels is the number of levels of tone: give both, or leave it out"),
        ({"mask": ""}, "mask must be"),
        ({"mask": "a\0b"}, "mask must be"),
        ({"force": 1}, "force must be true or false, not 1"),
        ({"seed": -1}, "seed must be"),
        ({"seed": 10**400}, "seed must be"),
        ({"prompt_weight": float("inf")}, "prompt_weight must be a number from 0 to 10, not inf"),
        ({"size_mm": 0}, "size_mm must be a number more than 0, at most 100000, not 0"),
        ({"size_mm": float("nan")}, "size_mm must be"),
        ({"like": [1, "2"]}, "like must be seeds, such as 2,5"),
        ({"mask": {"a": 1}}, "mask must be"),
    ],
)
def test_a_wrong_setting_gets_one_line(given: object, line: str) -> None:
    with pytest.raises(SettingError) as refused:
        settings_from(given)
    assert str(refused.value).startswith(line)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ("duck.jpg", "a job must be an object"),
        ({}, "there is nothing to draw: name a photo, or give a prompt"),
        ({"prompt": "  "}, "there is nothing to draw"),
        ({"prompt": "a cat", "photos": []}, "a job has photo, prompt and settings, not 'photos'"),
        ({"photo": 3}, "photo must be the path of a file"),
        ({"photo": "a\0b"}, "photo must be the path of a file"),
        ({"prompt": ["a cat"]}, "prompt must be a sentence"),
        ({"prompt": "\udc80"}, "prompt must be a sentence"),
        ({"prompt": "a cat", "settings": {"tone": "hatch"}}, "tone shades what a photo shows: name one, or leave"),
        ({"prompt": "a cat", "settings": {"mask": "mask.png"}}, "mask is for a photo: name one"),
    ],
)
def test_a_wrong_job_gets_one_line(given: object, line: str) -> None:
    with pytest.raises(SettingError) as refused:
        job_from(given)
    assert str(refused.value).startswith(line)


def test_numbers_that_are_none_are_refused_where_json_is_read() -> None:
    for text in ('{"detail": NaN}', '{"detail": Infinity}', "[" * 100_000):
        with pytest.raises(ValueError):
            json_value(text.encode())
    with pytest.raises(SettingError):
        settings_from(json_value(b'{"strokes": "auto", "detail": 1e999}'))


def test_the_path_of_a_photo_survives_json_whatever_its_bytes_are() -> None:
    job = Job(Path(os.fsdecode(b"/photos/caf\xe9.jpg")), settings=JobSettings(strokes=3))
    assert job_from(json.loads(json.dumps(job.as_json()))) == job


def test_a_job_and_the_command_line_give_the_same_bytes(duck_photo: Path, tmp_path: Path) -> None:
    """With tone, colours and a size on paper, which come after the run."""
    options = ["--preset", "draft", "--strokes", "6", "--tone", "hatch", "--tone-spacing", "2%", "--colors", "3"]
    options += ["--areas", "2", "--size-mm", "120", "--width", "0.4mm", "--pen", "marker"]
    assert taureau("sketch", duck_photo, "-o", tmp_path / "line.svg", *options).returncode == 0
    settings = {"preset": "draft", "strokes": 6, "tone": "hatch", "tone_spacing": "2%", "colors": 3}
    job = Job(
        duck_photo, settings=settings_from(settings | {"areas": 2, "size_mm": 120, "width": "0.4mm", "pen": "marker"})
    )
    last = list(draw(job))[-1]
    assert isinstance(last, Finished)
    save_svg(last.drawing, tmp_path / "job.svg")
    assert (tmp_path / "job.svg").read_bytes() == (tmp_path / "line.svg").read_bytes()


def test_a_photo_that_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "not.jpg").write_text("Dear diary")
    for job in (Job(tmp_path / "not.jpg"), Job(tmp_path / "missing.jpg")):
        (event,) = draw(job, run="r")
        assert isinstance(event, Failed)
        assert event.bad_input
        assert event.run == "r"
        assert job.name in event.error


def test_tone_too_fine_for_the_memory_is_said_before_the_run(tmp_path: Path) -> None:
    Image.effect_noise((200, 100), 50).convert("RGB").save(tmp_path / "noise.png")
    (event,) = draw(Job(tmp_path / "noise.png", settings=JobSettings(tone="hatch", tone_spacing="0.001mm")))
    assert isinstance(event, Failed)
    assert event.error == "tone_spacing must be at least 0.05% of the sheet, not 0.001mm"


def test_tone_wider_than_the_sheet_is_said_before_the_run(tmp_path: Path) -> None:
    Image.effect_noise((200, 100), 50).convert("RGB").save(tmp_path / "noise.png")
    (event,) = draw(Job(tmp_path / "noise.png", settings=JobSettings(tone="hatch", tone_spacing="201px")))
    assert isinstance(event, Failed)
    assert event.error == "tone_spacing must be less than the sheet, not 201px"
    line = refusal(
        taureau(
            "sketch", tmp_path / "noise.png", "-o", tmp_path / "o.svg", "--tone", "hatch", "--tone-spacing", "201px"
        )
    )
    assert line == "--tone-spacing must be less than the sheet, not 201px"
