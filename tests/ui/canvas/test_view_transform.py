"""The transform from the sheet to the canvas."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSizeF
from taureau.ui.canvas.view_transform import MAX_SCALE, MIN_SCALE, ViewTransform

AT = QPointF(120, 80)


@pytest.mark.parametrize("factor", [0.5, 3.0, 1e-6, 1e6])
def test_zooming_keeps_the_point_under_the_cursor_at_the_limits_too(factor):
    before = ViewTransform(0.7, 15, -20)
    after = before.zoomed(factor, AT)
    assert MIN_SCALE <= after.scale <= MAX_SCALE
    below, still = before.to_sheet(AT), after.to_sheet(AT)
    assert (still.x(), still.y()) == pytest.approx((below.x(), below.y()))


def test_the_whole_sheet_fits_in_the_middle_of_the_area():
    view = ViewTransform.fit(QSizeF(400, 100), QSizeF(300, 300), 50)
    rect = view.sheet_rect(QSizeF(400, 100))
    assert (rect.left(), rect.right(), rect.center().y()) == pytest.approx((50, 250, 150), abs=1)
