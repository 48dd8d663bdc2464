"""The options of `taureau serve`."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.sketch_options import add_json

DEFAULT_PORT = 8765


def add_serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port", type=int, default=DEFAULT_PORT, help=f"0 … 65535; 0: a free one (default: {DEFAULT_PORT})"
    )
    parser.add_argument(
        "--folder", type=Path, help="where uploads, results and the queue are kept (default: in the platform's data)"
    )
    parser.add_argument(
        "--photos",
        type=Path,
        action="append",
        default=[],
        metavar="FOLDER",
        help="a folder whose photos jobs may name by their paths; may be repeated",
    )
    add_json(parser)
