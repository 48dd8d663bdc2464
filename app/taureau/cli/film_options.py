"""The options of `taureau film`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.export.film import HOLD, MAX_FPS, MAX_HOLD, MAX_PX, MAX_SECONDS, MIN_PX, NO_PAPER, PHOTO_PLACES


def add_film(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="OUT",
        help="the file to write: .svg (animated), .gif, .webp, .mp4, .webm, or .json for Lottie",
    )
    parser.add_argument(
        "--size",
        metavar="PX|WxH",
        help=f"longer side, or width and height as in 1920x1080, {MIN_PX} to {MAX_PX} px "
        "(default: 1080 for videos, 720 for WebP, 480 for GIF, else that of the drawing)",
    )
    parser.add_argument(
        "--seconds",
        type=float,
        metavar="S",
        help=f"from the first stroke to the last, at most {MAX_SECONDS:g} (default: what the strokes ask for, 3 to 12)",
    )
    parser.add_argument(
        "--hold",
        type=float,
        default=HOLD,
        metavar="S",
        help=f"how long the finished drawing stays at the end, at most {MAX_HOLD:g} (default: {HOLD:g})",
    )
    parser.add_argument(
        "--fps",
        type=float,
        metavar="N",
        help=f"frames a second, at most {MAX_FPS:g} (default: 30 for videos, 25 for WebP, 20 for GIF, 60 for Lottie)",
    )
    parser.add_argument(
        "--paper",
        metavar=f"#RRGGBB|{NO_PAPER}",
        help=f"colour of the paper (default: that of the drawing, or white); {NO_PAPER}: SVG and Lottie without paper",
    )
    parser.add_argument(
        "--photo",
        choices=PHOTO_PLACES,
        default="none",
        help="beside the drawing, or beneath it, fading while the drawing is made (default: none)",
    )
    parser.add_argument(
        "--photo-file", type=Path, metavar="PHOTO", help="the photo (default: the one that is kept in the drawing)"
    )
