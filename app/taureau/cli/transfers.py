"""How bytes that move show on a terminal: a bar for each file; a line for each when it is piped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn, TextIO

from tqdm import tqdm

from taureau.cli.errors import EXIT_INTERRUPTED
from taureau.weights import Transfer, megabytes

_BAR = "{desc} {percentage:3.0f}% |{bar:24}| {n_fmt}/{total_fmt} {rate_fmt} {remaining} left"
_NO_TOTAL = "{desc} {n_fmt} {rate_fmt}"


def show(transfers: Iterator[Transfer], stream: TextIO) -> int:
    """Go through the events and show them; 0 at their end, the status of an interruption on Ctrl-C."""
    bar: tqdm[NoReturn] | None = None
    before: tuple[str, int] | None = None
    try:
        for event in transfers:
            if (event.stage, event.number) != before:
                before = (event.stage, event.number)
                if bar is not None:
                    bar.close()
                bar = _begin(event, stream)
            if bar is not None:
                bar.total = event.total
                bar.update(event.done - bar.n)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    finally:
        if bar is not None:
            bar.close()
    return 0


def _begin(event: Transfer, stream: TextIO) -> tqdm[NoReturn] | None:
    """A bar on a terminal, from where the file stands; elsewhere a line."""
    which = f" ({event.number} of {event.count})" if event.count > 1 else ""
    title = f"{event.stage} {event.file}{which}"
    if not stream.isatty():
        size = f", {megabytes(event.total)}" if event.total else ""
        kept = f", from {megabytes(event.done)} on" if event.done else ""
        print(f"{title}{size}{kept}", file=stream, flush=True)
        return None
    form = _BAR if event.total else _NO_TOTAL
    return tqdm(
        total=event.total, initial=event.done, desc=title, file=stream, leave=False,
        unit="B", unit_scale=True, bar_format=form, dynamic_ncols=True,
    )  # fmt: skip
