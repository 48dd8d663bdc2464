"""Which ink shows on which paper."""

from __future__ import annotations

import pytest
from taureau.document import (
    CHALK,
    INK,
    INKS,
    PAPERS,
    WARM_WHITE,
    Drawing,
    Layer,
    Stroke,
    contrast,
    is_dark,
    on_paper,
    with_ground,
)
from taureau.geometry import Curve


def drawing(*colors: str) -> Drawing:
    strokes = [Stroke(Curve.line((0, place), (9, place)), 1.0, color) for place, color in enumerate(colors)]
    return Drawing(10, 10, (Layer("a", tuple(strokes)),))


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#b0432a", "#b0432a") == 1


@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_every_paper_shows_its_own_ink(name, paper):
    ink = CHALK if is_dark(paper) else INK
    assert contrast(ink, paper or WARM_WHITE) > 7
    laid = on_paper(drawing(*(color for _, color in INKS)), paper)
    assert laid.paper == paper
    assert all(contrast(stroke.color, paper or WARM_WHITE) >= 1.7 for stroke in laid.strokes)


def test_only_lost_ink_is_changed():
    before = drawing(INK, "#b0432a", CHALK)
    after = on_paper(before, "#23282b")
    assert [stroke.color for stroke in after.strokes] == [CHALK, "#b0432a", CHALK]
    assert list(after.strokes)[1] is list(before.strokes)[1]
    assert [stroke.color for stroke in on_paper(after, None).strokes] == [INK, "#b0432a", INK]


def test_areas_of_the_photo_keep_their_colours_and_tone_shows():
    line = Curve.line((0, 0), (9, 9))
    before = with_ground(drawing(INK), "Colours", [Stroke(line, 1.0, "#2b2f33", filled=True)])
    before = with_ground(before, "Tone", [Stroke(line, 1.0, INK)])
    after = on_paper(before, "#23282b")
    assert [stroke.color for stroke in after.strokes] == ["#2b2f33", CHALK, CHALK]
