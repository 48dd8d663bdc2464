"""The options of `taureau batch`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.sketch_options import add_job, add_json


def add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "source",
        type=Path,
        metavar="FOLDER|LIST",
        help="a folder with photos, or a text file with the path of a photo, or prompt: SENTENCE, on each line",
    )
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="the folder for the drawings and the report"
    )
    parser.add_argument("--recursive", action="store_true", help="also the photos in folders of FOLDER")
    parser.add_argument(
        "--overwrite", action="store_true", help="draw everything again, and replace what is there under its names"
    )
    parser.add_argument(
        "--preset-file",
        type=Path,
        metavar="FILE",
        help="a JSON file with settings under the names of options; options that are given replace them",
    )
    where = parser.add_argument_group("workers")
    where.add_argument(
        "--workers", type=int, metavar="N", help="how many to draw at once (default: what the machine has room for)"
    )
    where.add_argument(
        "--ray",
        metavar="ADDRESS",
        help="draw on the machines of a Ray cluster: the HOST:PORT of its head, auto, or local to start Ray here",
    )
    add_job(parser)
    add_json(parser)
    parser.set_defaults(**dict.fromkeys(_settings(parser)))


def _settings(parser: argparse.ArgumentParser) -> list[str]:
    """Return the names of the options that a preset file may hold: None then says that they were not given."""
    from taureau.jobs.settings import KINDS

    return [action.dest for action in parser._actions if action.dest in KINDS]
