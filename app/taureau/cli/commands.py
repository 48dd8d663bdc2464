"""The commands of `taureau`: what each is for, and where its options and its work are."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pkgutil import resolve_name
from typing import Any, NoReturn

from taureau.cli.errors import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_UNREAD, BadInputError, NotSavedError
from taureau.cli.interrupt import ending_signals_interrupt
from taureau.cli.output import UnwrittenError, check_written, complain
from taureau.streams import failure_of
from taureau.version import VERSION

_SENTENCES = ("prompt", "labels", "template", "before", "after")
_NEEDS_UNCLIP = "Needs an unCLIP model such as Karlo; see `taureau models`."
_WITHOUT_UNCLIP = "Without an unCLIP model (see `taureau models`) they are drawings in strokes."


@dataclass(frozen=True)
class Command:
    """One command. Its modules are imported when it is called, so that the list of commands is there at once."""

    summary: str  # in the list of commands
    description: str  # in the command's own help
    options: str  # "module:function" in taureau.cli: adds the options to a parser
    run: str  # "module:function" in taureau.cli: carries out the parsed command and returns the exit status


COMMANDS = {
    "sketch": Command(
        "draw a photo or a sentence",
        "Draw a photo, a sentence, or a photo pulled toward a sentence, as an SVG of few Bézier strokes.",
        "sketch_options:add_sketch",
        "sketch:sketch",
    ),
    "batch": Command(
        "draw the photos of a folder or a list",
        "Draw the photos of a folder or a list, several at once, with the options of `sketch`. What is drawn stays "
        "drawn: the same command goes on after an interruption. OUT gets a report, report.html.",
        "batch_options:add_batch",
        "batch:batch",
    ),
    "series": Command(
        "draw a photo at several levels of abstraction",
        "Draw a photo once and save it with fewer and fewer strokes, with a contact sheet of all levels.",
        "edit_options:add_series",
        "levels:series",
    ),
    "abstract": Command(
        "keep the first strokes of a drawing",
        "Keep the first strokes of a drawing, which matter most.",
        "edit_options:add_abstract",
        "levels:abstract",
    ),
    "prune": Command(
        "remove the strokes that matter least",
        "Remove the strokes that the drawing loses least by, and list them.",
        "edit_options:add_prune",
        "tidy:prune",
    ),
    "merge": Command(
        "join strokes that continue each other",
        "Join strokes that continue each other into one, and list them.",
        "edit_options:add_merge",
        "tidy:merge",
    ),
    "export": Command(
        "write a drawing as SVG, PDF, PNG, WebP, G-code or HPGL",
        "Write a drawing for other programs, for print or for a plotter. The name of OUT sets the format: "
        "SVG, PDF, PNG, WebP, G-code or HPGL.",
        "export_options:add_export",
        "export:export",
    ),
    "film": Command(
        "show how a drawing came to be, as a film",
        "Make a film of a drawing that draws itself, stroke by stroke in its order. The name of OUT sets the format: "
        "animated SVG, GIF, WebP, MP4, WebM (both need PyAV), or JSON for Lottie.",
        "film_options:add_film",
        "film:film",
    ),
    "info": Command(
        "show what a drawing or a generated image contains",
        "Show what an SVG drawing contains and how it was made; of a generated image, the command that makes it again.",
        "edit_options:add_info",
        "info:info",
    ),
    "classify": Command(
        "name what a photo or a drawing shows",
        "Rank labels by how well they fit a photo or a drawing. A larger CLIP does it better; see `taureau models`.",
        "model_options:add_classify",
        "classify:classify",
    ),
    "imagine": Command(
        "generate images of a sentence",
        f"Generate images of a sentence, and draw them if asked. {_NEEDS_UNCLIP}",
        "imagine_options:add_imagine",
        "imagine:imagine",
    ),
    "vary": Command(
        "generate variations of an image",
        f"Generate variations of an image. {_WITHOUT_UNCLIP}",
        "imagine_options:add_vary",
        "imagine:imagine",
    ),
    "blend": Command(
        "interpolate between two images",
        f"Generate a strip of images from one image to another. {_WITHOUT_UNCLIP}",
        "imagine_options:add_blend",
        "imagine:imagine",
    ),
    "steer": Command(
        "generate an image changed by words",
        "Generate an image changed from what one sentence describes toward another. "
        "Without an unCLIP model (see `taureau models`) it is a drawing in strokes.",
        "imagine_options:add_steer",
        "imagine:imagine",
    ),
    "models": Command(
        "list, fetch and check models",
        "List, fetch and check the models that Taureau can use. Only `fetch` downloads anything; each model states its "
        "licence. Models are stored in the folder that `where` shows, or in that of the environment variable "
        "TAUREAU_MODELS.",
        "model_options:add_models",
        "models:models",
    ),
    "serve": Command(
        "serve other programs of this machine over HTTP",
        "Serve other programs of this machine, such as scripts and editors, over HTTP on the loopback interface: they "
        "submit jobs, watch their events and fetch the drawings. Needs `pip install 'taureau[serve]'`.",
        "serve_options:add_serve",
        "serve:serve",
    ),
    "doctor": Command(
        "say what is there, what is missing, and how fast this machine draws",
        "Say in one page what is there, what is missing, and how fast this machine draws. The measured speed decides "
        "the default preset from then on.",
        "doctor_options:add_doctor",
        "doctor:doctor",
    ),
}


def is_command_line(arguments: Sequence[str]) -> bool:
    """Return whether these arguments are for the command line; none, or one existing file, open the window."""
    if not arguments:
        return False
    return len(arguments) > 1 or arguments[0] in COMMANDS or not os.path.exists(arguments[0])


def run(arguments: Sequence[str]) -> int:
    """Carry out one command and return the exit status."""
    try:
        with ending_signals_interrupt():
            chosen = _parsed(arguments)
            status: int = _resolved(COMMANDS[chosen.command].run)(chosen)
    except NotSavedError as error:
        complain(str(error))
        return EXIT_FAILED
    except BadInputError as error:
        complain(str(error))
        return EXIT_BAD_INPUT
    except (MemoryError, ImportError, OSError) as error:
        if _lacks_memory(error):
            complain("there is too little memory: close other programs, or raise the limit on memory")
            return EXIT_FAILED
        if not isinstance(error, OSError) or error.filename is None:
            raise
        complain(f"{os.fsdecode(error.filename)} cannot be used: {error.strerror}; name another file or folder")
        return EXIT_BAD_INPUT
    except UnwrittenError as error:
        if isinstance(error.reason, BrokenPipeError):  # stdout was closed early, e.g. by `head`
            return EXIT_UNREAD
        complain(f"the output cannot be written: {error.reason.strerror}")
        return EXIT_FAILED
    lost = failure_of(sys.stdout)
    if lost is not None and status == 0:
        complain(f"all is done, but the report of it cannot be written: {lost.strerror}")
    return status


def _lacks_memory(error: Exception) -> bool:
    """Return whether memory has run out, as may be while the large libraries are loaded."""
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return True
    return any(words in str(error).lower() for words in ("failed to map segment", "cannot allocate memory"))


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return the chosen options; raises BadInputError, and SystemExit once help was printed."""
    first = arguments[0]
    if first not in COMMANDS and not first.startswith("-"):
        raise BadInputError(_no_command(first))
    if any("\0" in word for word in arguments):
        raise BadInputError("a name has a null character in it, which no file has: correct the name")
    try:
        chosen = _parser(arguments).parse_args(arguments)
    except SystemExit:
        check_written()
        raise
    _check_words(chosen)
    return chosen


def _check_words(chosen: argparse.Namespace) -> None:
    """Raise BadInputError for sentences and labels whose bytes are no characters; names of files may be such."""
    for option in _SENTENCES:
        given = getattr(chosen, option, None)
        for words in given if isinstance(given, list) else [given or ""]:
            if any(0xD800 <= ord(letter) < 0xE000 for letter in words):
                raise BadInputError(f"the words {words!r} are not UTF-8: type them in a terminal of that encoding")


class _Parser(argparse.ArgumentParser):
    """Reports an error in one line, where argparse prints the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        raise BadInputError(f"{message}; see `{self.prog} --help`")


def _no_command(word: str) -> str:
    if os.path.exists(word):
        return f"{word} is no command: name one before it, such as `taureau export {word}`, or give the file alone"
    return f"there is neither a command nor a file {word}: `taureau --help` lists the commands"


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of these arguments, which has the options of their command alone."""
    parser: argparse.ArgumentParser = _Parser(
        prog="taureau",
        description="Draw a photo or a sentence with few, editable Bézier strokes. Without a command, open the window.",
        epilog="`taureau COMMAND --help` shows the options of a command.",
    )
    parser.add_argument("--version", action="version", version=f"taureau {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    wanted = next((word for word in arguments if word in COMMANDS), None)
    for name, command in COMMANDS.items():
        adding = commands.add_parser(name, help=command.summary, description=command.description)
        if name == wanted:
            _resolved(command.options)(adding)
    return parser


def _resolved(name: str) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = resolve_name(f"taureau.cli.{name}")
    return found
