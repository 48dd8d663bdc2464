"""The options of `taureau sketch`, and those it shares with other commands."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.one_line import add_one_line
from taureau.engine.presets import AUTO_LIMIT, MODES, PRESETS
from taureau.engine.tone.limits import DEFAULT_LEVELS, MAX_LEVELS, TONES
from taureau.jobs.quantities import StrokeCount, stroke_count
from taureau.pen_names import PEN_NAMES


def strokes_of(text: str) -> StrokeCount:
    """Parse the value of --strokes; raises ArgumentTypeError."""
    try:
        return stroke_count(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def seeds_of(text: str) -> tuple[int, ...]:
    """Parse the value of --like, such as `2` or `2,5`; raises ArgumentTypeError."""
    try:
        return tuple(int(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a seed, or seeds with commas between them") from None


def add_sketch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "photo", type=Path, nargs="?", metavar="PHOTO", help="JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.svg", help="the file to write")
    strokes = add_job(parser)
    strokes.add_argument(
        "--onto", type=Path, metavar="DRAWING.svg", help="continue a drawing of this photo: add N strokes to it"
    )
    strokes.add_argument("--freeze", action="store_true", help="keep the strokes of --onto where they are")
    add_json(parser)


def add_job(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add the settings of a job, its prompt, and whether it is kept; return the group of options about strokes."""
    strokes = parser.add_argument_group("strokes")
    _add_strokes(strokes)
    _add_subject(parser.add_argument_group("subject"))
    _add_method(parser.add_argument_group("method"))
    parser.add_argument("--size-mm", type=float, metavar="MM", help="length of the longer side on paper")
    parser.add_argument(
        "--no-gallery", dest="gallery", action="store_false", help="leave no entry of this run in the gallery"
    )
    return strokes


def _add_strokes(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--strokes",
        type=strokes_of,
        default=StrokeCount(None, auto=False),
        metavar="N|auto|auto:MAX",
        help="number of strokes, 1 to 256 (default: 16, or 14 for each thing where a prompt names several), or as many "
        f"as it takes, up to MAX (default: {AUTO_LIMIT})",
    )
    group.add_argument(
        "--detail",
        type=float,
        metavar="PERCENT",
        help="where auto stops, from 0 (a hint) to 100 (everything) (default: 50)",
    )
    group.add_argument(
        "--width",
        metavar="WIDTH",
        help="stroke width in px of the photo (3), percent of its longer side (0.6%%) or mm on paper (0.5mm) "
        "(default: 0.6%%, less around a small subject, times the width of --pen)",
    )
    group.add_argument(
        "--pen",
        choices=PEN_NAMES,
        help="the pen to draw with, its lines wider where the photo has more contrast (default: even lines)",
    )
    group.add_argument(
        "--colors",
        metavar="N|PEN,…",
        help="draw lines and tone in the photo's colours: with so many pens, 1 to 12, or with those of yours that fit, "
        "such as black,#c33 (the darkest one for the darkest tone)",
    )
    group.add_argument(
        "--areas",
        type=int,
        default=0,
        metavar="N",
        help="put flat areas of the photo's colours under the lines, 0 to 48 (default: 0)",
    )
    group.add_argument(
        "--tone",
        choices=TONES,
        help="tone the dark parts under the lines: parallel or crossed hatching, hatching along the form, or dots",
    )
    group.add_argument(
        "--tone-levels",
        type=int,
        default=DEFAULT_LEVELS,
        metavar="N",
        help=f"levels of darkness, 1 to {MAX_LEVELS} (default: {DEFAULT_LEVELS})",
    )
    group.add_argument(
        "--tone-spacing",
        metavar="LENGTH",
        help="distance between the lines of the tone, as for --width (default: 3.5 widths of a pen half as wide as the "
        "lines')",
    )
    add_one_line(group)


def _add_subject(group: argparse._ArgumentGroup) -> None:
    add_mask(group)
    group.add_argument(
        "--mode",
        choices=MODES,
        default="auto",
        help="draw the contours of a photo, or follow the lines of a drawing, a scan or lettering along their middle "
        "(default: auto, lines where the picture is nothing else)",
    )
    group.add_argument(
        "--prompt",
        default="",
        metavar="SENTENCE",
        help="draw this sentence; with a photo, pull its drawing toward the sentence, which needs a larger CLIP",
    )
    group.add_argument(
        "--force",
        action="store_true",
        help="draw a prompt although it is near to nothing that Taureau has learnt to draw",
    )
    group.add_argument(
        "--prompt-weight", type=float, default=1.0, metavar="W", help="strength of that pull, 0 to 10 (default: 1)"
    )


def _add_method(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        default="auto",
        help="; ".join(f"{preset}: {info.help}" for preset, info in PRESETS.items())
        + " (default: fine for a prompt or if a larger CLIP is installed, else standard)",
    )
    group.add_argument(
        "--encoder", default="builtin", metavar="ID", help="the model to draw with; see `taureau models list`"
    )
    group.add_argument(
        "--seeds",
        type=int,
        metavar="N",
        help="drawings that CLIP tries to keep the best of, 1 to 16 (default: 3 or 4)",
    )
    group.add_argument(
        "--start",
        choices=("contours", "random"),
        default="contours",
        help="first strokes: contours of the photo (default), or random scribbles as published with CLIPasso",
    )
    add_seed(group)
    group.add_argument(
        "--like",
        type=seeds_of,
        default=(),
        metavar="N[,N…]",
        help="draw others like the drawing of a prompt that --seed N draws; the further numbers are seeds among those",
    )
    add_device(group)
    group.add_argument(
        "--rasterizer",
        choices=("own", "diffvg"),
        default="own",
        help="renderer used while strokes are moved: Taureau's own (default), or pydiffvg if it is installed",
    )


def add_mask(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--mask",
        default="auto",
        metavar="auto|none|MODEL|FILE",
        help="draw the subject that is found (auto, default), everything (none), the subject that a mask model finds "
        "(isnet, birefnet; see `taureau models list`), or what is white in an image",
    )


def add_seed(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="random seed (default: 0)")


def add_device(parser: argparse._ActionsContainer) -> None:
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute (default: auto)"
    )


def add_json(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
