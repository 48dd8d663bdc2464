"""The options of `taureau doctor`."""

from __future__ import annotations

import argparse

from taureau.cli.sketch_options import add_device, add_json


def add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-speed", action="store_true", help="leave out the drawings that measure the speed")
    add_device(parser)
    add_json(parser)
