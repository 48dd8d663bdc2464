"""The options --one-line, --pen-downs and --flow: a drawing as a single line, or as few."""

from __future__ import annotations

import argparse

from taureau.flow import DEFAULT_FLOW


def add_one_line(parser: argparse._ActionsContainer) -> None:
    """Add the options; --one-line stands for --pen-downs 1."""
    lines = parser.add_mutually_exclusive_group()
    lines.add_argument(
        "--one-line",
        action="store_const",
        const=1,
        dest="pen_downs",
        help="draw all strokes as a single line, without lifting the pen; its bridges follow the subject's contours",
    )
    lines.add_argument("--pen-downs", type=int, metavar="N", help="draw all strokes as at most N lines")
    parser.add_argument(
        "--flow",
        type=float,
        metavar="PERCENT",
        help="how freely the lines of --one-line and --pen-downs run, from 0 (faithful) to 100 (flowing) "
        f"(default: {DEFAULT_FLOW:g})",
    )
