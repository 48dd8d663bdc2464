"""The options of `taureau export`. Like all of them they import nothing that is slow."""

from __future__ import annotations

import argparse
from pathlib import Path

ABOUT = (
    "Write a drawing for other programs, for print, or for a plotter. The format is that of OUT's name: "
    "SVG, PDF, PNG or WebP."
)


def add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("export", help="write a drawing for other programs or a plotter", description=ABOUT)
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=".svg, .pdf, .png or .webp")
    parser.add_argument("--format", choices=("svg", "pdf", "png", "webp"), help="whatever OUT's name ends with")
    parser.add_argument(
        "--profile",
        choices=("web", "inkscape", "illustrator", "plotter"),
        help="for whom an SVG is: web (px), inkscape (mm, default), illustrator (points), "
        "plotter (mm, a layer for each pen)",
    )
    _add_size(parser)
    _add_page(parser)
    _add_what(parser)
    _add_plotter(parser)
    _add_pixels(parser)
    parser.set_defaults(run=_run_export)


def _add_size(parser: argparse.ArgumentParser) -> None:
    size = parser.add_argument_group("size of the picture, without margins").add_mutually_exclusive_group()
    size.add_argument("--size-mm", type=float, metavar="MM", help="length of its longer side")
    size.add_argument("--width-mm", type=float, metavar="MM")
    size.add_argument("--height-mm", type=float, metavar="MM")
    parser.add_argument(
        "--size-px", type=int, metavar="PX", help="its longer side in pixels: PNG, WebP, SVG for the web"
    )


def _add_page(parser: argparse.ArgumentParser) -> None:
    page = parser.add_argument_group("page")
    page.add_argument(
        "--page",
        choices=("fit", "a5", "a4", "a3", "letter"),
        default="fit",
        help="fit: as large as the picture and its margins (default); on the others the picture is centred, "
        "and fills what the margins leave unless it has a size",
    )
    page.add_argument("--orientation", choices=("auto", "portrait", "landscape"), default="auto")
    page.add_argument(
        "--margin-mm", default="0", metavar="MM", help="free at the edges: one number, or top,right,bottom,left"
    )


def _add_what(parser: argparse.ArgumentParser) -> None:
    what = parser.add_argument_group("what is written")
    what.add_argument("--crop", action="store_true", help="measure what is drawn, not the drawing's sheet")
    what.add_argument("--strokes", metavar="1,4-7", help="these only, counted in drawing order from 1")
    what.add_argument("--hidden", action="store_true", help="keep hidden layers in an SVG, hidden")
    what.add_argument("--layers-as-files", action="store_true", help="a file for each layer, all on the same page")
    what.add_argument(
        "--look",
        choices=("ink", "pencil", "marker"),
        default="ink",
        help="other pens for the same lines (default: ink, as drawn)",
    )
    what.add_argument("--pen-mm", type=float, metavar="MM", help="the width of all strokes on paper")
    what.add_argument("--precision", type=int, default=3, metavar="N", help="decimals in an SVG, 0 to 6 (default: 3)")


def _add_plotter(parser: argparse.ArgumentParser) -> None:
    plotter = parser.add_argument_group("for a plotter")
    plotter.add_argument("--keep-layers", action="store_true", help="the drawing's layers, not one for each pen")
    plotter.add_argument(
        "--sort-travel", action="store_true", help="order and turn the strokes of each layer for a short way between"
    )


def _add_pixels(parser: argparse.ArgumentParser) -> None:
    pixels = parser.add_argument_group("PNG and WebP")
    pixels.add_argument("--dpi", type=float, metavar="DPI", help="pixels per inch, stated in the file (default: 300)")
    pixels.add_argument("--transparent", action="store_true", help="without the paper")


def _run_export(chosen: argparse.Namespace) -> int:
    from taureau.cli.export import export

    return export(chosen)
