"""Tools are tested on the bench; what needs menus, panels or a run has the window."""

from __future__ import annotations

import pytest

from tests.ui.bench import Bench
from tests.ui.sheets import ROWS


@pytest.fixture
def rows(bench: Bench) -> Bench:
    """Six lines, one above the other, of which the third is locked and the fourth hidden."""
    bench.open(ROWS)
    return bench


@pytest.fixture
def window_rows(with_photo):
    """The same in a window."""
    with_photo.session.sheet.set_drawing(ROWS)
    return with_photo
