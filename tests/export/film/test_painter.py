"""Frames painted one after the other."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image
from taureau.document import Drawing
from taureau.export import ExportError
from taureau.export.film import Film, staged
from taureau.export.film.painter import Painter
from taureau.export.film.reel import moments
from taureau.export.picture_file import picture_bytes

from tests.export.film.drawings import DRAWING, HIDDEN, PENCILLED, SIZE, a_photo, painted, pixels, stage, unlike


@pytest.mark.parametrize("drawing", [DRAWING, PENCILLED])
def test_the_last_frame_is_the_still_picture(drawing: Drawing) -> None:
    shown = stage(drawing=drawing)
    still = picture_bytes(shown.drawing, SIZE, 96, kind="png", transparent=False)
    painter = Painter(shown)
    for time in moments(shown.score, 12):
        painter.advance(time)
    with Image.open(io.BytesIO(still)) as expected:
        assert abs(pixels(painter.picture) - pixels(expected)).max() <= 3  # areas are laid beneath, rounded otherwise


@pytest.mark.parametrize("drawing", [DRAWING, PENCILLED])
def test_a_frame_is_the_same_however_many_were_painted_before_it(drawing: Drawing) -> None:
    shown = stage(drawing=drawing)
    painter = Painter(shown)
    for time in moments(shown.score, 25):
        painter.advance(time)
        if round(time * 25) % 16 == 3:
            assert unlike(pixels(painter.picture), painted(shown, time), by=100) < 0.0005
            assert unlike(pixels(painter.picture), painted(shown, time), by=32) < 0.01  # edges of pieces


def test_only_what_changed_is_told() -> None:
    shown = stage()
    painter = Painter(shown)
    assert not painter.advance(0.0)
    first = shown.score.cues[0]
    assert painter.advance((first.start + first.end) / 2)
    assert painter.advance(first.end)
    assert not painter.advance(first.end + 1e-4)  # the pause


def test_a_line_grows_along_its_length() -> None:
    shown = stage()
    cue = shown.score.cues[0]
    empty, half, whole = (painted(shown, time) for time in (0.0, (cue.start + cue.end) / 2, cue.end))
    drawn, complete = ((one != empty).any(2).nonzero()[1] for one in (half, whole))
    assert drawn.min() == complete.min()
    share = (drawn.max() - drawn.min()) / (complete.max() - complete.min())
    assert share == pytest.approx(cue.share((cue.start + cue.end) / 2), abs=0.05)


def test_the_photo_lies_beside_the_drawing() -> None:
    shown = stage("webp", kept=a_photo(), size=416)
    assert shown.photo is None  # it was not asked for
    beside = stage("webp", kept=a_photo(), photo="beside", size=(406, 150))
    end = painted(beside, 99)
    assert (end[75, 5, 1], end[75, 195, 1]) == pytest.approx((90, 90), abs=3)
    assert end[75, 5, 0] < 20
    assert end[75, 195, 0] > 235
    assert (end[75, 203] == (0xF3, 0xE6, 0xC8)).all()
    assert abs(end[:, 206:] - painted(stage(), 99)).max() <= 3


def test_the_photo_beneath_is_gone_when_the_lines_are_drawn() -> None:
    shown = stage("webp", kept=a_photo(), photo="beneath", size=200)
    first, last = painted(shown, 0.0), painted(shown, shown.score.lines_drawn)
    assert tuple(first[5, 5]) == pytest.approx((4, 90, 40), abs=6)
    assert tuple(last[5, 5]) == (0xF3, 0xE6, 0xC8)
    assert np.array_equal(painted(shown, 99), painted(stage(), 99))


def test_a_photo_that_is_missing_and_a_drawing_without_visible_strokes_are_refused() -> None:
    with pytest.raises(ExportError, match="there is no photo kept"):
        staged(DRAWING, Film("gif", photo="beside"))
    for drawing in (Drawing(10, 10), Drawing(10, 10, (HIDDEN,))):
        with pytest.raises(ExportError, match="nothing to film"):
            stage(drawing=drawing)
