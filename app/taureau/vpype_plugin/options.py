"""The options of `taureau sketch` for click, which vpype's command line is made with."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from typing import Any

import click

from taureau.cli.sketch_options import add_sketch
from taureau.vpype_plugin.errors import BadInput

_LEFT_OUT = ("photo", "output", "onto", "freeze", "json", "gallery", "help", "areas")  # vpype has lines alone


def sketch_options() -> list[click.Parameter]:
    """Return the options that make a drawing, with their names, choices and help."""
    return [_option(action) for action in _actions()]


def chosen_options(given: dict[str, Any]) -> argparse.Namespace:
    """Return what was given to the options, and the defaults, as the command line has them."""
    chosen = _parser().parse_args(["-", "-o", "-"])
    for name, value in given.items():
        if value is not None:
            setattr(chosen, name, value)
    return chosen


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    add_sketch(parser)
    return parser


def _actions() -> Iterator[argparse.Action]:
    return (action for action in _parser()._actions if action.dest not in _LEFT_OUT)


def _option(action: argparse.Action) -> click.Option:
    names = [*action.option_strings, action.dest]
    help_text = (action.help or "").replace("%%", "%")
    if action.nargs == 0:  # a flag; where it is not given, the default stays
        return click.Option(names, is_flag=True, flag_value=action.const, default=None, help=help_text)
    if action.choices is not None:
        return click.Option(names, type=click.Choice(list(action.choices)), help=help_text)
    metavar = action.metavar if isinstance(action.metavar, str) else None
    return click.Option(names, type=_value_of(action.type), metavar=metavar, help=help_text)


class TaureauCommand(click.Command):
    """A command that vpype lists under its own heading, and that says what is wrong with its options in one line."""

    help_group = "Taureau"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise BadInput(f"{error.format_message()} See `vpype {self.name} --help`.") from error


def _value_of(convert: Any) -> Callable[[str], Any]:
    """Return a converter for click of what an option of argparse converts."""
    by: Callable[[str], Any] = str if convert is None else convert

    def converted(text: str) -> Any:
        try:
            return by(text)
        except argparse.ArgumentTypeError as error:
            raise click.BadParameter(f"{error}.") from error
        except ValueError as error:
            raise click.BadParameter(f"{text!r} is not a valid {by.__name__}.") from error

    return converted
