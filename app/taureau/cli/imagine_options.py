"""The options of `taureau imagine`, `vary`, `blend` and `steer`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.sketch_options import add_device, add_json, strokes_of
from taureau.engine.presets import PRESETS
from taureau.imagine.request import STROKES_THETA, THETA
from taureau.imagine.sentence import STYLES

_IMAGE = "a photo, or a drawing as SVG"
MEDIA = ("strokes", "pixels")


def add_imagine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", metavar="PROMPT", help="what the images show")
    parser.add_argument(
        "--style",
        choices=tuple(STYLES),
        default="as-typed",
        help="words put around the prompt; photo, object and line-drawing make images that draw well "
        "(default: none, as typed)",
    )
    _add_common(parser, count=4)


def add_vary(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, metavar="IMAGE", help=_IMAGE)
    _add_medium(parser)
    _add_common(parser, count=4)


def add_blend(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("first", type=Path, metavar="A", help=_IMAGE)
    parser.add_argument("second", type=Path, metavar="B", help=_IMAGE)
    parser.add_argument(
        "--steps",
        type=int,
        default=5,
        dest="count",
        metavar="N",
        help="images in the strip, with A and B (default: 5)",
    )
    _add_medium(parser)
    _add_common(parser, count=None)


def add_steer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, metavar="IMAGE", help=_IMAGE)
    parser.add_argument(
        "--from", dest="before", required=True, metavar="SENTENCE", help="what it shows, such as 'a photo of a cat'"
    )
    parser.add_argument(
        "--to", dest="after", required=True, metavar="SENTENCE", help="what it is to show, such as 'a photo of a lion'"
    )
    parser.add_argument(
        "--theta",
        type=float,
        help=f"how far, 0 to 1; 0.25 to 0.5 work well (default: {THETA:g}, in strokes {STROKES_THETA:g})",
    )
    _add_medium(parser)
    _add_common(parser, count=1)


def _add_medium(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--in",
        choices=MEDIA,
        dest="medium",
        help="strokes: drawings as SVG, without a download; pixels: pictures by an unCLIP model "
        "(default: pixels where one is installed)",
    )


def _add_common(parser: argparse.ArgumentParser, *, count: int | None) -> None:
    """Add what all four share; a blend has its own count, and its --steps are not those of the diffusion."""
    if count is not None:
        parser.add_argument(
            "-n",
            type=int,
            default=count,
            dest="count",
            metavar="N",
            help=f"images to make, 1 to 64 (default: {count})",
        )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="the folder to write to")
    drawing = parser.add_argument_group("drawing")
    drawing.add_argument("--sketch", action="store_true", help="draw each image too, as an SVG beside it")
    drawing.add_argument(
        "--strokes",
        type=strokes_of,
        metavar="N|auto|auto:MAX",
        help="with --sketch: as in `taureau sketch`; in strokes: the most of a drawing",
    )
    drawing.add_argument("--preset", choices=tuple(PRESETS), help="with --sketch: as in `taureau sketch`")
    method = parser.add_argument_group("method")
    method.add_argument("--model", default="", metavar="ID", help="the model to use (default: the best installed)")
    method.add_argument(
        "--guidance",
        type=float,
        metavar="G",
        help="guidance scale, how closely to follow the input, 1 to 30 (default: the model's)",
    )
    names = ("--painting-steps",) if count is None else ("--steps", "--painting-steps")
    method.add_argument(
        *names,
        type=int,
        dest="painting_steps",
        metavar="N",
        help="steps of the prior and of the decoder, 2 to 200 each (default: the model's, 25 or 20); "
        "Karlo's super-resolution takes 7 more",
    )
    method.add_argument("--seed", type=int, default=0, metavar="N", help="random seed of the first image (default: 0)")
    add_device(method)
    add_json(parser)
