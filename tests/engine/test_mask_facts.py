"""Mask and mode that a drawing was made with are known again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from taureau.document import Drawing, load_svg, save_svg
from taureau.engine import Finished, own_mask, own_mode
from taureau.engine.runs.sketch import sketch

from tests.engine.tiny import TinyEncoder, disc_request


def painted() -> np.ndarray:
    mask = np.zeros((96, 96), dtype=bool)
    mask[20:70, 30:80] = True
    return mask


def drawn_with(mask: object) -> Drawing:
    last = list(sketch(disc_request(mask=mask, preset="draft", strokes=2), lambda: False, encoder=TinyEncoder()))[-1]
    assert isinstance(last, Finished)
    return last.drawing


@pytest.mark.parametrize("mask", ["auto", "none"])
def test_a_mask_in_a_word_is_that_word(mask: str) -> None:
    drawing = drawn_with(mask)
    assert own_mask(drawing, [painted()]) == mask
    assert "mask fingerprint" not in drawing.facts


def test_a_given_mask_is_found_among_those_at_hand_even_after_saving(tmp_path) -> None:
    save_svg(drawn_with(painted()), tmp_path / "drawing.svg")
    drawing = load_svg(tmp_path / "drawing.svg")
    other, same = ~painted(), painted()
    assert own_mask(drawing, [other, same]) is same
    assert own_mask(drawing, [other, painted().T.copy()]) == "auto"
    assert own_mask(drawing) == "auto"


@pytest.mark.parametrize("mode", ["auto", "photo", "lines"])
def test_the_mode_is_known_again(mode: str, tmp_path: Path) -> None:
    last = list(sketch(disc_request(mode=mode, preset="draft", strokes=2), lambda: False, encoder=TinyEncoder()))[-1]
    assert isinstance(last, Finished)
    save_svg(last.drawing, tmp_path / "drawing.svg")
    assert own_mode(load_svg(tmp_path / "drawing.svg")) == mode


def test_a_mode_that_is_not_known_is_automatic() -> None:
    assert own_mode(Drawing(96.0, 96.0, facts={"mode": "etching"})) == "auto"
