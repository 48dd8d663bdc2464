"""Coloured emoji as line drawings, and the everyday names of what they show."""

from __future__ import annotations

import numpy as np
import pytest
from taureau.geometry import Curve
from training.decoder.contours import trace_colours
from training.decoder.everyday import added, called
from training.decoder.tracing import EXTENT, SIDE
from training.icons.naming import NamedIcon

FACE = '<circle cx="50" cy="50" r="46" fill="#c33"/>'


def drawn(body: str, *most: int) -> list[np.ndarray | None]:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="{SIDE}" height="{SIDE}">{body}</svg>'
    return [None if one is None else one.strokes for one in trace_colours(svg, fewest=1, most=most)]


def test_a_disc_is_drawn_by_its_rim() -> None:
    (found,) = drawn(FACE, 24)
    assert found is not None
    points = np.concatenate([Curve(stroke).sample(16) for stroke in found])
    assert np.abs(np.hypot(*points.T) - EXTENT).max() < 0.04


def test_shades_of_one_colour_have_no_border_but_other_colours_have() -> None:
    plain, shaded, eyed = (
        drawn(FACE + more, 24)[0]
        for more in (
            "",
            '<path d="M50 50H96A46 46 0 0 1 50 96z" fill="#c73838"/>',
            '<circle cx="50" cy="50" r="12" fill="#fff"/>',
        )
    )
    assert plain is not None
    assert shaded is not None
    assert eyed is not None
    assert len(plain) == len(shaded) < len(eyed)


def test_a_thin_line_is_drawn_once_along_its_middle() -> None:
    (found,) = drawn(FACE + '<path d="M25 60H75" stroke="#000" stroke-width="1.5"/>', 24)
    assert found is not None
    straight = [stroke for stroke in found if np.ptp(stroke[:, 1]) < 0.05]
    assert len(straight) == 1
    assert np.ptp(straight[0][:, 0]) == pytest.approx(50 / 46 * EXTENT, rel=0.1)


def test_fewer_strokes_leave_details_out() -> None:
    spots = "".join(f'<circle cx="{x}" cy="{y}" r="6" fill="#fff"/>' for x in (30, 50, 70) for y in (30, 50, 70))
    full, few = drawn(FACE + spots, 24, 3)
    assert full is not None
    assert few is None
    assert len(full) > 16


@pytest.mark.parametrize("body", ["", "<text>a</text>", '<path d="M1 1h1v1z" fill="#c33"/>'])
def test_of_nothing_nothing_is_drawn(body: str) -> None:
    assert drawn(body, 24, 16) == [None, None]


@pytest.mark.parametrize(
    ("prefix", "icon", "emoji", "names"),
    [
        ("twemoji", "ewe", True, [("sheep", "ewe"), ("ewe",)]),
        ("noto", "red apple", True, [("apple", "red apple"), ("red apple",)]),
        ("twemoji", "hot dog", True, [("hot dog",)]),
        ("tabler", "sailboat", False, [("sailboat", "sailing boat")]),
        ("bi", "table", False, [("spreadsheet",)]),
        ("game-icons", "table", False, [("table",)]),
        ("solar", "cup", False, [("trophy",)]),
    ],
)
def test_things_have_their_everyday_names(prefix: str, icon: str, emoji: bool, names: list[tuple[str, ...]]) -> None:
    found = called(NamedIcon(prefix, icon, (icon,)), emoji=emoji)
    assert [one.captions for one in found] == names


def test_things_that_a_selection_left_out_are_added_once() -> None:
    icons = {"tabler": {"apple": object(), "star": object(), "heart": object()}, "bi": {"apple": object()}}
    found = list(added([NamedIcon("tabler", "heart", ("heart",))], icons))
    assert [(one.prefix, one.captions) for one in found] == [("tabler", ("star",)), ("tabler", ("apple",))]
