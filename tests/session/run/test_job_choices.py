"""The choices of the draw panel and the settings of a job draw the same."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from taureau.photo import load_photo
from taureau.session import Choices
from taureau.session.queue.current_job import current_job
from taureau.session.run.job_choices import choices_of

WIDTHS = [round(width / 10, 1) for width in range(2, 51, 3)]


@pytest.mark.parametrize(
    "choices",
    [
        Choices(),
        Choices(strokes=5, pen="brush", preset="draft", mask="none", mode="lines", seed=7),
        Choices(detail=0.57, limit=30, preset="fine", seeds=2, words="a duck", pull=0.3),
        *(Choices(width=width, detail=round(width / 5, 2)) for width in WIDTHS),
    ],
)
def test_a_job_requests_what_the_panel_requests(choices: Choices, duck_photo: Path, tmp_path: Path) -> None:
    photo = load_photo(duck_photo)
    job = current_job(photo, duck_photo, choices, tmp_path)
    ours, theirs = choices.request(photo), job.request()
    for one in fields(ours):
        left, right = getattr(ours, one.name), getattr(theirs, one.name)
        assert np.array_equal(left, right) if isinstance(left, np.ndarray) else left == right, one.name
    assert choices_of(job) == choices


def test_words_alone_request_what_the_panel_requests(tmp_path: Path) -> None:
    choices = Choices(strokes=9, preset="fine", words="a cat", like=(2,), seed=3, force=True)
    job = current_job(None, None, choices, tmp_path)
    assert vars(job.request()) == vars(choices.request(None))
    assert choices_of(job) == choices
