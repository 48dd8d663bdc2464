"""What is said of a model and of what is being done with it."""

from __future__ import annotations

import re

from taureau.session import Entry, megabytes

_ADDRESS = re.compile(r"\S*[/\\]\S*")
_PIECE = re.compile(r"[^/\\]{1,16}[/\\]*|[/\\]+")
_DOING = {"fetching": "Fetching", "copying": "Copying", "checking": "Checking"}
_BEGINNING = {"fetch": "Connecting", "import": "Looking into it", "verify": "Checking"}


def breakable(text: str) -> str:
    """The text with places to break a line inside its addresses and paths, which have no spaces."""
    return _ADDRESS.sub(lambda found: "\u200b".join(_PIECE.findall(found[0])), text)


def size_text(entry: Entry) -> str:
    """“about 351 MB”; empty for what comes with the installation."""
    return f"about {megabytes(int(entry.model.about_mb * 1e6))}" if entry.model.about_mb else ""


def standing(entry: Entry) -> str:
    """How a model stands: “On this machine, 351 MB”."""
    state = entry.state
    if entry.model.built_in:
        return "Built in"
    if state.present:
        return f"On this machine, {megabytes(state.size)}"
    if state.broken:
        return "Broken"
    size = size_text(entry)
    if state.size:
        return f"{megabytes(state.size)} fetched{f' of {size}' if size else ''}"
    return f"Not on this machine, {size}" if size else "Not on this machine"


def doing(entry: Entry) -> str:
    """How far a transfer is: “Fetching 120 MB of 351 MB”; empty where none is under way."""
    if entry.verb is None:
        return ""
    transfer = entry.transfer
    if transfer is None:
        return f"{_BEGINNING[entry.verb]} …"
    of = f" of {megabytes(transfer.total)}" if transfer.total else ""
    which = f", file {transfer.number} of {transfer.count}" if transfer.count > 1 else ""
    return f"{_DOING[transfer.stage]} {megabytes(transfer.done)}{of}{which}"
