"""The options of the commands that make a drawing simpler or describe it."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.sketch_options import add_device, add_json, add_mask, add_seed
from taureau.engine.presets import MODES


def add_series(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="the folder to write to")
    parser.add_argument(
        "--levels", default="32,16,8,4", metavar="N,N,…", help="numbers of strokes (default: 32,16,8,4)"
    )
    parser.add_argument("--polish", action="store_true", help="optimise each level on its own")
    add_mask(parser)
    add_seed(parser)
    add_device(parser)


def add_abstract(parser: argparse.ArgumentParser) -> None:
    _add_drawing(parser)
    parser.add_argument("--keep", type=int, required=True, metavar="N", help="number of strokes to keep")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.svg", help="the file to write")


def add_prune(parser: argparse.ArgumentParser) -> None:
    _add_drawing(parser)
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="the photo it was drawn from")
    parser.add_argument(
        "--loss", type=float, default=1.0, metavar="PERCENT", help="how much worse it may become (default: 1)"
    )
    parser.add_argument("--mask", metavar="auto|none|MODEL|FILE", help="the subject (default: as when it was drawn)")
    parser.add_argument("--mode", choices=MODES, help="photo or line art (default: as when it was drawn)")
    _add_output(parser)
    add_device(parser)


def add_merge(parser: argparse.ArgumentParser) -> None:
    _add_drawing(parser)
    parser.add_argument(
        "--tolerance", type=float, metavar="PX", help="how far a line may move (default: the stroke width)"
    )
    _add_output(parser)


def add_info(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg|IMAGE.png")
    add_json(parser)


def _add_drawing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.svg", help="the file to write")
    parser.add_argument("--dry-run", action="store_true", help="list the strokes, write nothing")
