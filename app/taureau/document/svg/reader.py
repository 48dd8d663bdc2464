"""SVG files as drawings: our own exactly, those of other programs as far as strokes go.

What is read: paths, lines, polylines, polygons, rectangles, circles and ellipses with their transforms,
units, viewBox, groups, `<use>`, `<switch>` and nested `<svg>`; stroke, width, colour and opacity from attributes,
inline style and style sheets, with CSS's cascade. Groups that Inkscape calls layers are layers; sublayers belong to
theirs, and what lies loose between layers is gathered in a layer of its own. Other groups within a layer are groups of
strokes, with their ids, where they hold more than one item. Each subpath is a stroke; the first of an
element keeps its id where that can be a stroke's (`stroke_ids.py`). A shape without a stroke is left out, unless
nothing in the file has one: then the outlines of its filled shapes are read as lines of 1 px in the colour of the fill.
What is not: text, pictures, dashes, markers, clips, masks, filters, anything in other files; gradients become their
fallback colour or black. The one picture that counts is the photo kept in a layer of its own (`reference.py`).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from taureau.document.drawing import Drawing
from taureau.document.errors import DocumentError, excerpt
from taureau.document.svg.reference import Reference, read_reference
from taureau.document.svg.source import too_large
from taureau.document.svg.terms import MAX_BYTES
from taureau.document.svg.tree import svg_tree
from taureau.wording import said


@dataclass(frozen=True)
class SvgContent:
    """The content of an SVG that was read, and the kinds that were left out."""

    drawing: Drawing
    reference: Reference | None  # the photo kept with it
    left_out: tuple[str, ...]  # kinds of things that are seen in the file, or could be, and are not in the drawing

    @property
    def left_out_in_words(self) -> str:
        """What was left out as a phrase, such as "filled areas, pictures and text"; empty if all was read."""
        *others, last = self.left_out or ("",)
        return f"{', '.join(others)} and {last}" if others else last


def load_svg(path: str | os.PathLike[str]) -> Drawing:
    """Read a drawing from an SVG or SVGZ file; raises DocumentError, which names the file."""
    return read_svg(path).drawing


def read_svg(path: str | os.PathLike[str], *, areas: bool = False) -> SvgContent:
    """Read an SVG or SVGZ file, and what it fills too if `areas`; raises DocumentError, as `load_svg`."""
    name = excerpt(os.path.basename(os.fsdecode(path)) or os.fsdecode(path))
    try:
        if not Path(path).is_file():
            reason = "it is not a file" if Path(path).exists() else "there is no such file"
            raise DocumentError(said("{reason}; check the name.", reason=reason))
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise too_large()
        return svg_content(data, areas=areas)
    except DocumentError as error:
        raise DocumentError(said("Cannot open '{name}': {error}", name=name, error=error)) from error
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or str(error)
        raise DocumentError(
            said("Cannot open '{name}': {reason}; check that it may be read.", name=name, reason=reason)
        ) from error


def svg_to_drawing(data: bytes | str) -> Drawing:
    """Read a drawing from the bytes of an SVG or SVGZ file, or from SVG text; raises DocumentError."""
    return svg_content(data).drawing


def svg_content(data: bytes | str, *, areas: bool = False) -> SvgContent:
    """Read the bytes of an SVG or SVGZ file, or SVG text; raises DocumentError.

    `areas`: every fill is a filled stroke below its own line, and none an outline.
    """
    from taureau.document.svg.stroke_reader import StrokeReader  # and the CSS parsers with it

    root = svg_tree(data)
    with np.errstate(all="ignore"):  # what is not finite is refused in the end, where curves are made
        reader = StrokeReader(root, areas=areas)
        return SvgContent(reader.drawing(), read_reference(root), reader.left_out)
