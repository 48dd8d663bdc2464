"""The options of `taureau imagine`, `vary`, `blend` and `steer`. Like all of them they import nothing that is slow."""

from __future__ import annotations

import argparse
from pathlib import Path

from taureau.cli.stroke_count import stroke_count
from taureau.engine.presets import PRESETS
from taureau.imagine.request import THETA
from taureau.imagine.sentence import STYLES

_NEEDS = "It needs a model such as Karlo, see `taureau models`."
_IMAGE = "a photo, or a drawing as SVG"
_OPTIONS = {
    "count": "-n",
    "seed": "--seed",
    "steps": "--steps",
    "guidance": "--guidance",
    "prompt": "PROMPT",
    "before": "--from",
    "after": "--to",
    "theta": "--theta",
    "image": "IMAGE",
}
_OF_A_BLEND = {"count": "--steps", "steps": "--painting-steps", "image": "A and B", "second": "B"}


def add_imagine(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = f"Imagine pictures of a sentence, and draw them if asked. {_NEEDS}"
    parser = commands.add_parser("imagine", help="imagine pictures of a sentence", description=about)
    parser.add_argument("prompt", metavar="PROMPT", help="what the pictures are to show")
    parser.add_argument(
        "--style",
        choices=tuple(STYLES),
        default="as-typed",
        help="words around the prompt; photo, object and line-drawing make pictures that draw well "
        "(default: none, as typed)",
    )
    _add_common(parser, count=4)
    parser.set_defaults(run=_run, verb="imagine")


def add_vary(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = f"Imagine other pictures of what a picture shows. {_NEEDS}"
    parser = commands.add_parser("vary", help="imagine variations of a picture", description=about)
    parser.add_argument("image", type=Path, metavar="IMAGE", help=_IMAGE)
    _add_common(parser, count=4)
    parser.set_defaults(run=_run, verb="vary")


def add_blend(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = f"Imagine what lies between two pictures, as a strip from one to the other. {_NEEDS}"
    parser = commands.add_parser("blend", help="imagine what lies between two pictures", description=about)
    parser.add_argument("first", type=Path, metavar="A", help=_IMAGE)
    parser.add_argument("second", type=Path, metavar="B", help=_IMAGE)
    parser.add_argument(
        "--steps", type=int, default=5, dest="count", metavar="N", help="of the strip, both ends included (default: 5)"
    )
    _add_common(parser, count=None)
    parser.set_defaults(run=_run, verb="blend")


def add_steer(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = f"Imagine a picture changed by words, from what one sentence says toward what another one says. {_NEEDS}"
    parser = commands.add_parser("steer", help="imagine a picture changed by words", description=about)
    parser.add_argument("image", type=Path, metavar="IMAGE", help=_IMAGE)
    parser.add_argument(
        "--from", dest="before", required=True, metavar="SENTENCE", help="what it shows, such as 'a photo of a cat'"
    )
    parser.add_argument(
        "--to", dest="after", required=True, metavar="SENTENCE", help="what it is to show, such as 'a photo of a lion'"
    )
    parser.add_argument(
        "--theta", type=float, default=THETA, help=f"how far, 0 to 1; 0.25 to 0.5 do well (default: {THETA:g})"
    )
    _add_common(parser, count=1)
    parser.set_defaults(run=_run, verb="steer")


def _add_common(parser: argparse.ArgumentParser, *, count: int | None) -> None:
    """What all four take; a blend has its own count, and its --steps are not those of the painting."""
    if count is not None:
        parser.add_argument(
            "-n", type=int, default=count, dest="count", metavar="N", help=f"how many, 1 to 64 (default: {count})"
        )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the pictures go")
    parser.add_argument("--sketch", action="store_true", help="draw each picture too, into an SVG beside it")
    parser.add_argument(
        "--strokes", type=stroke_count, metavar="N|auto|auto:MAX", help="of --sketch, as `taureau sketch` takes it"
    )
    parser.add_argument("--preset", choices=tuple(PRESETS), help="of --sketch, as `taureau sketch` takes it")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the first picture (default: 0)")
    names = ("--painting-steps",) if count is None else ("--steps", "--painting-steps")
    parser.add_argument(
        *names,
        type=int,
        dest="painting_steps",
        metavar="N",
        help="of thinking of an image and of painting it, each, 2 to 200 (default: the model's, 25 or 20); "
        "Karlo's sharpening takes 7 more",
    )
    parser.add_argument(
        "--guidance",
        type=float,
        metavar="G",
        help="how closely to keep to what is asked, 1 to 30 (default: the model's)",
    )
    parser.add_argument("--model", default="", metavar="ID", help="the model to imagine with (default: the best here)")
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute (default: auto)"
    )
    parser.add_argument("--json", action="store_true", help="print what was made as one JSON object")


def option_of(field: str, verb: str) -> str:
    """The option that sets a field of the request; empty where none does."""
    if verb == "blend" and field in _OF_A_BLEND:
        return _OF_A_BLEND[field]
    return _OPTIONS.get(field, "")


def _run(chosen: argparse.Namespace) -> int:
    from taureau.cli.imagine import imagine

    return imagine(chosen)
