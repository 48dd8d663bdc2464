"""Texts on the state of a model: size, presence, progress of a transfer."""

from __future__ import annotations

from taureau.session import Entry, megabytes

_DOING = {"fetching": "Fetching", "copying": "Copying", "checking": "Checking"}
_BEGINNING = {"fetch": "Connecting", "import": "Reading the file", "verify": "Checking"}


def size_text(entry: Entry) -> str:
    """Return “about 351 MB”; empty for a built-in model."""
    return f"about {megabytes(int(entry.model.about_mb * 1e6))}" if entry.model.about_mb else ""


def standing(entry: Entry) -> str:
    """Return whether a model is present: “On this machine, 351 MB”."""
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
    """Return the progress of a transfer: “Fetching 120 MB of 351 MB”; empty without one."""
    if entry.verb is None:
        return ""
    transfer = entry.transfer
    if transfer is None:
        return f"{_BEGINNING[entry.verb]} …"
    of = f" of {megabytes(transfer.total)}" if transfer.total else ""
    which = f", file {transfer.number} of {transfer.count}" if transfer.count > 1 else ""
    return f"{_DOING[transfer.stage]} {megabytes(transfer.done)}{of}{which}"
