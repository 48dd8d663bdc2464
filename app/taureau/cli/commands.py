"""The commands and their options. Nothing here imports torch: help answers at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from taureau import __version__
from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_UNREAD, BadInputError
from taureau.cli.export_options import add_export
from taureau.cli.imagine_options import add_blend, add_imagine, add_steer, add_vary
from taureau.cli.stroke_count import stroke_count
from taureau.engine.presets import PRESETS


def is_command_line(arguments: Sequence[str]) -> bool:
    """Whether these arguments are for the command line; none at all, or one file that exists, open the window."""
    if not arguments:
        return False
    return len(arguments) > 1 or arguments[0] in COMMANDS or not os.path.exists(arguments[0])


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit status."""
    try:
        first = arguments[0]
        if first not in COMMANDS and not first.startswith("-"):
            raise BadInputError(_no_command(first))
        chosen = _parser().parse_args(arguments)
        status: int = chosen.run(chosen)
        sys.stdout.flush()
        return status
    except BadInputError as error:
        print(f"taureau: {error}", file=sys.stderr)
        return EXIT_BAD_INPUT
    except BrokenPipeError:  # stdout was closed early, e.g. by `head`
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (sys.stdout, sys.stderr):  # what is still held back would fail again when Python ends
            os.dup2(nowhere, stream.fileno())
        return EXIT_UNREAD


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; argparse puts the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_BAD_INPUT, f"taureau: {message}; `{self.prog} --help` says more\n")


def _no_command(word: str) -> str:
    if os.path.exists(word):
        return f"{word} is no command: name one before it, such as `taureau export {word}`, or give the file alone"
    return f"there is neither a command nor a file {word}: `taureau --help` lists the commands"


def _parser() -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = _Parser(
        prog="taureau",
        description="Turn a photo into a drawing of few, editable Bézier strokes. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"taureau {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in COMMANDS.values():
        add(commands)
    return parser


def _add_sketch(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Draw a photo into an SVG; or, with CLIP, a sentence, or a photo pulled toward a sentence."
    parser = commands.add_parser("sketch", help="draw a photo, or a sentence, into an SVG", description=about)
    parser.add_argument(
        "photo", type=Path, nargs="?", metavar="PHOTO", help="JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.svg", help="where the drawing goes")
    parser.add_argument(
        "--strokes",
        type=stroke_count,
        default="16",
        metavar="N|auto|auto:MAX",
        help="how many, 1 to 256 (default: 16), or as many as it takes, up to MAX (64)",
    )
    parser.add_argument(
        "--detail",
        type=float,
        metavar="PERCENT",
        help="when auto stops: from 0, a hint, to 100, everything (default: 50)",
    )
    parser.add_argument(
        "--onto",
        type=Path,
        metavar="DRAWING.svg",
        help="a drawing of this photo to go on with; N more strokes are drawn",
    )
    parser.add_argument("--freeze", action="store_true", help="leave the strokes of --onto as they are")
    parser.add_argument(
        "--width",
        metavar="WIDTH",
        help="of the pen: in the photo's pixels (3), in percent of its longer side (1.2%%), "
        "or on paper (0.5mm) (default: 1.2%%, less for a long strip)",
    )
    parser.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help="; ".join(f"{preset}: {info.help}" for preset, info in PRESETS.items())
        + " (default: fine for a prompt and where a larger CLIP is here, else standard)",
    )
    parser.add_argument(
        "--prompt",
        default="",
        metavar="SENTENCE",
        help="draw this, or pull the photo's drawing to it, which takes a larger CLIP",
    )
    parser.add_argument(
        "--prompt-weight", type=float, default=1.0, metavar="W", help="how strongly it pulls, 0 to 10 (default: 1)"
    )
    parser.add_argument(
        "--encoder", default="builtin", metavar="ID", help="the model to draw with, see `taureau models list`"
    )
    parser.add_argument(
        "--seeds",
        type=int,
        metavar="N",
        help="how many drawings CLIP tries to keep the best, 1 to 16 (default: 3 or 4)",
    )
    parser.add_argument(
        "--start",
        choices=("contours", "random"),
        default="contours",
        help="what strokes begin as: the photo's contours (default), or scribbles as CLIPasso published it, to compare",
    )
    parser.add_argument(
        "--mask",
        default="auto",
        metavar="auto|none|FILE",
        help="what to draw: the subject as found (auto, default), everything (none), or what is white in a picture",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (default: 0)")
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute (default: auto)"
    )
    parser.add_argument(
        "--rasterizer",
        choices=("own", "diffvg"),
        default="own",
        help="what turns strokes into pixels while they move: Taureau's own (default), or pydiffvg if installed",
    )
    parser.add_argument("--size-mm", type=float, metavar="MM", help="length of the drawing's longer side on paper")
    parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")
    parser.set_defaults(run=_run_sketch)


def _add_classify(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Say which of some labels a photo or a drawing shows. A larger CLIP is better at it, see `taureau models`."
    parser = commands.add_parser("classify", help="say what a photo or a drawing shows", description=about)
    parser.add_argument("image", type=Path, metavar="IMAGE", help="a photo, or a drawing as SVG")
    parser.add_argument("--labels", required=True, metavar="A,B,…", help="what it may show, such as cat,dog,camel")
    parser.add_argument(
        "--template",
        action="append",
        metavar="SENTENCE",
        help="what to ask for each label, {} standing for it; may be given again "
        "(default: a photo of a {}, a sketch of a {}, a line drawing of a {})",
    )
    parser.add_argument("--encoder", metavar="ID", help="a model that reads text (default: the best one here)")
    parser.add_argument(
        "--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute (default: auto)"
    )
    parser.add_argument("--json", action="store_true", help="print it as one JSON object")
    parser.set_defaults(run=_run_classify)


def _add_info(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "info",
        help="say what an SVG drawing or an imagined picture holds",
        description="Say what an SVG drawing holds, and how it was made; of a picture that was imagined, how, and the "
        "command that makes it again.",
    )
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg|PICTURE.png")
    parser.add_argument("--json", action="store_true", help="print it as one JSON object")
    parser.set_defaults(run=_run_info)


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = (
        "List, fetch and check the models that Taureau can use. Nothing is downloaded but by `fetch`, and each model "
        "says what its licence asks. They lie in a folder that `where` names; the environment variable TAUREAU_MODELS "
        "names another."
    )
    parser = commands.add_parser("models", help="list, fetch and check the models to draw with", description=about)
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)

    def add(verb: str, does: str, *, json: bool = False) -> argparse.ArgumentParser:
        adding = verbs.add_parser(verb, help=does, description=f"{does[:1].upper()}{does[1:]}.")
        if json:
            adding.add_argument("--json", action="store_true", help="print it as JSON")
        adding.set_defaults(run=_run_models, verb=verb)
        return adding

    add("list", "say which models there are, and which are here", json=True)
    add("info", "say what a model is for, what its licence asks, and how it stands", json=True).add_argument(
        "id", metavar="ID"
    )
    add("fetch", "download a model, going on where an earlier fetch stopped").add_argument("id", metavar="ID")
    taking_in = add("import", "take in a model from a file or folder: a checkpoint, or a snapshot of Hugging Face's")
    taking_in.add_argument("id", metavar="ID")
    taking_in.add_argument("path", type=Path, metavar="PATH")
    checking = add("verify", "read a model's files, or those of all that are here, and compare their hashes", json=True)
    checking.add_argument("id", metavar="ID", nargs="?")
    add("remove", "delete a model's files").add_argument("id", metavar="ID")
    where = add("where", "say in which folder models lie", json=True)
    where.add_argument(
        "--set", type=Path, metavar="FOLDER", help="use this folder from now on; models stay where they are"
    )


def _add_abstract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Keep the first strokes of a drawing, the ones that matter most."
    parser = commands.add_parser("abstract", help="keep a drawing's first strokes", description=about)
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument("--keep", type=int, required=True, metavar="N", help="how many")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.svg")
    parser.set_defaults(run=_run_abstract)


def _add_series(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Draw a photo once and save it at several levels of abstraction, with a contact sheet."
    parser = commands.add_parser("series", help="draw a photo at several levels", description=about)
    parser.add_argument("photo", type=Path, metavar="PHOTO")
    parser.add_argument(
        "--levels", default="32,16,8,4", metavar="N,N,…", help="numbers of strokes (default: 32,16,8,4)"
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--polish", action="store_true", help="let each level settle on its own")
    parser.add_argument("--mask", choices=("auto", "none"), default="auto", help="the subject alone (default), or all")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (default: 0)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.set_defaults(run=_run_series)


def _add_prune(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Remove the strokes that a drawing hardly loses by, and say which they are."
    parser = commands.add_parser("prune", help="remove strokes that bring little", description=about)
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument("photo", type=Path, metavar="PHOTO", help="what was drawn")
    parser.add_argument(
        "--loss", type=float, default=1.0, metavar="PERCENT", help="that may be lost in all (default: 1)"
    )
    parser.add_argument(
        "--mask", metavar="auto|none|FILE", help="what counts as the subject (default: as when it was drawn)"
    )
    _add_tidy_output(parser)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.set_defaults(run=_run_prune)


def _add_merge(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    about = "Make one stroke of strokes that continue each other, and say which they are."
    parser = commands.add_parser("merge", help="join strokes that continue each other", description=about)
    parser.add_argument("drawing", type=Path, metavar="DRAWING.svg")
    parser.add_argument(
        "--tolerance", type=float, metavar="PX", help="by which a line may be moved (default: the pen's width)"
    )
    _add_tidy_output(parser)
    parser.set_defaults(run=_run_merge)


def _add_tidy_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.svg")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")


def _run_abstract(chosen: argparse.Namespace) -> int:
    from taureau.cli.levels import abstract

    return abstract(chosen)


def _run_series(chosen: argparse.Namespace) -> int:
    from taureau.cli.levels import series

    return series(chosen)


def _run_prune(chosen: argparse.Namespace) -> int:
    from taureau.cli.tidy import prune

    return prune(chosen)


def _run_merge(chosen: argparse.Namespace) -> int:
    from taureau.cli.tidy import merge

    return merge(chosen)


def _run_sketch(chosen: argparse.Namespace) -> int:
    from taureau.cli.sketch import sketch

    return sketch(chosen)


def _run_classify(chosen: argparse.Namespace) -> int:
    from taureau.cli.classify import classify

    return classify(chosen)


def _run_info(chosen: argparse.Namespace) -> int:
    from taureau.cli.info import info

    return info(chosen)


def _run_models(chosen: argparse.Namespace) -> int:
    from taureau.cli.models import models

    return models(chosen)


COMMANDS = {
    "sketch": _add_sketch,
    "series": _add_series,
    "abstract": _add_abstract,
    "prune": _add_prune,
    "merge": _add_merge,
    "export": add_export,
    "imagine": add_imagine,
    "vary": add_vary,
    "blend": add_blend,
    "steer": add_steer,
    "classify": _add_classify,
    "info": _add_info,
    "models": _add_models,
}
