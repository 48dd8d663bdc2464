"""SVG read from the elements that a test is about."""

from __future__ import annotations

from taureau.document import Drawing, Stroke, svg_to_drawing


def read(body: str, attributes: str = 'width="100" height="100"') -> Drawing:
    namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    inkscape = 'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"'
    return svg_to_drawing(f"<svg {namespaces} {inkscape} {attributes}>{body}</svg>")


def only(drawing: Drawing) -> Stroke:
    (stroke,) = drawing.strokes
    return stroke
