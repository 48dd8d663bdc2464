"""The options of `taureau export`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.one_line import add_one_line
from taureau.document import AS_DRAWN, LOOKS
from taureau.export import (
    FORMATS,
    HATCH_SPACING,
    MARKS,
    ORIENTATIONS,
    PAPERS,
    PLOTTER_MARGIN_MM,
    PLOTTER_PEN_MM,
    PROFILES,
    ExportError,
    Paper,
    paper_of,
)
from taureau.export.machines import MACHINES, ORIGINS

AS_IT_IS = "drawn"  # the width of strokes, for --pen-mm


def add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help="the file to write")
    parser.add_argument("--format", choices=FORMATS, help="file format (default: by the name of OUT)")
    parser.add_argument(
        "--profile",
        choices=PROFILES,
        help="kind of SVG: web (px), inkscape (mm, default), illustrator (pt), plotter (mm, a layer per pen)",
    )
    _add_size(parser)
    _add_page(parser)
    _add_content(parser)
    add_one_line(parser.add_argument_group("a single line, or few; tone and areas stay as they are"))
    _add_plotter(parser)
    _add_pixels(parser)


def _add_size(parser: argparse.ArgumentParser) -> None:
    size = parser.add_argument_group("size, without margins").add_mutually_exclusive_group()
    size.add_argument("--size-mm", type=float, metavar="MM", help="length of the longer side")
    size.add_argument("--width-mm", type=float, metavar="MM", help="width")
    size.add_argument("--height-mm", type=float, metavar="MM", help="height")
    parser.add_argument(
        "--size-px", type=int, metavar="PX", help="length of the longer side in pixels: PNG, WebP, SVG for the web"
    )


def _add_page(parser: argparse.ArgumentParser) -> None:
    page = parser.add_argument_group("page")
    page.add_argument(
        "--page",
        type=_page,
        metavar="PAGE",
        help=f"{', '.join(PAPERS)}, or a size as in 200x300 (mm) or 8x10in. fit: as large as the drawing and its "
        "margins (default; for a plotter a4, unless a size is given); on the others the drawing is centred and fills "
        "the space between the margins, unless a size is given",
    )
    page.add_argument(
        "--orientation", choices=ORIENTATIONS, default="auto", help="of the page (default: auto, as the drawing)"
    )
    page.add_argument(
        "--margin-mm",
        metavar="MM",
        help=f"one number, or top,right,bottom,left (default: 0; {PLOTTER_MARGIN_MM:g} on a page for a plotter)",
    )


def _add_content(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("content")
    what.add_argument("--crop", action="store_true", help="crop to the strokes instead of the whole sheet")
    what.add_argument("--strokes", metavar="1,4-7", help="only these strokes, numbered from 1 in drawing order")
    what.add_argument("--hidden", action="store_true", help="keep hidden layers, hidden (SVG)")
    what.add_argument(
        "--layers-as-files",
        action="store_true",
        help="write one file per layer (for a plotter: per pen), all with the same page",
    )
    what.add_argument(
        "--look",
        choices=tuple(LOOKS),
        default=AS_DRAWN,
        help="pen style (default: ink, as drawn)",
    )
    what.add_argument(
        "--paper",
        action=argparse.BooleanOptionalAction,
        help="an area in the paper's colour below the strokes (default: in PNG and WebP, and where ink would vanish)",
    )
    what.add_argument(
        "--pen-mm",
        type=_pen_width,
        metavar="MM",
        help=f"width of all strokes on paper, or drawn: as they are (default; for a plotter {PLOTTER_PEN_MM:g})",
    )
    what.add_argument("--precision", type=int, default=3, metavar="N", help="decimals in an SVG, 0 to 6 (default: 3)")


def _add_plotter(parser: argparse.ArgumentParser) -> None:
    plotter = parser.add_argument_group("plotter: G-code, HPGL, SVG with --profile plotter")
    plotter.add_argument("--keep-layers", action="store_true", help="keep the drawing's layers instead of one per pen")
    plotter.add_argument(
        "--sort-travel", action="store_true", help="order and reverse the strokes of each layer for short pen-up travel"
    )
    plotter.add_argument(
        "--hatch-fills", action="store_true", help="hatch filled areas, each colour at an angle of its own"
    )
    plotter.add_argument(
        "--hatch-spacing-mm",
        type=float,
        metavar="MM",
        help=f"distance of the lines of --hatch-fills (default: {HATCH_SPACING:g} widths of the pen)",
    )
    plotter.add_argument(
        "--marks", choices=MARKS, help="registration marks around the drawing, which each pen draws before its strokes"
    )
    which = plotter.add_mutually_exclusive_group()
    which.add_argument(
        "--machine",
        choices=tuple(MACHINES),
        help="whose bed is kept to, whose commands are written and whose time is told (default: axidraw for SVG, then "
        "without a bed; grbl-3018 for G-code; hp-7475a for HPGL)",
    )
    which.add_argument("--machine-file", type=Path, metavar="FILE.toml", help="a machine of your own")
    plotter.add_argument("--bed", metavar="WxH", help="size of the machine's bed, as in 300x218 (mm) or 12x8in")
    plotter.add_argument("--origin", choices=ORIGINS, help="corner of the page that the machine counts from")
    plotter.add_argument(
        "--tolerance-mm", type=float, metavar="MM", help="by which lines may differ from curves (default: 0.02)"
    )
    plotter.add_argument(
        "--from-stroke", type=int, default=1, metavar="K", help="leave out what was plotted before stroke K, from 1"
    )


def _add_pixels(parser: argparse.ArgumentParser) -> None:
    pixels = parser.add_argument_group("PNG and WebP")
    pixels.add_argument("--dpi", type=float, metavar="DPI", help="pixels per inch (default: 300)")
    pixels.add_argument("--transparent", action="store_true", help="transparent background instead of paper")


def _page(text: str) -> Paper:
    try:
        return paper_of(text)
    except ExportError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _pen_width(text: str) -> float | str:
    """The width, mm, or "drawn"."""
    if text == AS_IT_IS:
        return text
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a width in mm, or {AS_IT_IS}, not {text[:40]!r}") from None
