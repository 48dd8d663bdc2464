"""Many curves as one: the order in which to draw them without lifting the pen, and what joins them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from taureau.geometry.bounds import Box
from taureau.geometry.curve import Curve, Points
from taureau.geometry.one_line.joints import line_through
from taureau.geometry.one_line.links import Links
from taureau.geometry.one_line.pieces import pieces_of
from taureau.geometry.one_line.tour import cheapest_tour

_FINE = 0.006  # of the drawing's size, between points along its lines
_SMALLEST = 10.0  # widths of the pen
_REACH = 2.5  # widths of the pen from which an end meets a stroke


def lines_through(
    curves: Sequence[Curve],
    *,
    pen: float,
    flow: float,
    lines: int = 1,
    sheet: Box | None = None,
    contours: Sequence[Points] = (),
    checkpoint: Callable[[], None] = lambda: None,
) -> list[Curve]:
    """Return at most `lines` curves that run through all of these, smooth (G1) where they meet.

    `pen` is its width, px. `flow` goes from 0, where every curve stays where it is to about the pen's width, to 1,
    where corners are rounded by several. Bridges stay on the `sheet` and follow `contours`, polylines [K, 2] each,
    where that costs less than to go over empty paper. `checkpoint` is called between the parts of the work, and may
    raise.

    A rural postman problem: the curves, cut where they meet, are ordered and turned for the cheapest links.
    """
    corners = np.concatenate([curve.sample(8) for curve in curves])
    width, height = np.ptp(corners, axis=0)
    size = max(float(np.sqrt(max(width, 0.1 * height) * max(height, 0.1 * width))), _SMALLEST * pen)
    spacing = max(_FINE * size, 0.75 * pen)
    pieces = pieces_of(curves, spacing=spacing, reach=_REACH * pen)
    links = Links(pieces, contours, pen=pen, size=size, spacing=spacing, flow=flow, checkpoint=checkpoint)
    tours = cheapest_tour(links.prices, lines - 1, checkpoint)
    return [line_through(tour, pieces, links, pen=pen, flow=flow, sheet=sheet) for tour in tours]
