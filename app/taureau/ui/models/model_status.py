"""Texts on the state of a model: size, presence, progress of a transfer."""

from __future__ import annotations

from taureau.session import Entry, megabytes
from taureau.session.language import tr
from taureau.wording import tr_noop

_DOING = {"fetching": tr_noop("Fetching"), "copying": tr_noop("Copying"), "checking": tr_noop("Checking")}
_BEGINNING = {
    "fetch": tr_noop("Connecting"),
    "import": tr_noop("Reading the file"),
    "verify": tr_noop("Checking"),
    "pack": tr_noop("Checking"),
}


def size_text(entry: Entry) -> str:
    """Return “about 351 MB”; empty for a built-in model."""
    return (
        tr("about {megabytes}", megabytes=megabytes(int(entry.model.about_mb * 1000000.0)))
        if entry.model.about_mb
        else ""
    )


def standing(entry: Entry) -> str:
    """Return whether a model is present: “On this machine, 351 MB”."""
    state = entry.state
    if entry.model.built_in:
        return tr("Built in")
    if state.present:
        return tr("On this machine, {megabytes}", megabytes=megabytes(state.size))
    if state.broken:
        return tr("Broken")
    size = size_text(entry)
    if state.size:
        return tr("{megabytes} fetched{value}", megabytes=megabytes(state.size), value=f" of {size}" if size else "")
    return tr("Not on this machine, {size}", size=size) if size else tr("Not on this machine")


def doing(entry: Entry) -> str:
    """Return the progress of a transfer: “Fetching 120 MB of 351 MB”; empty without one."""
    if entry.verb is None:
        return ""
    transfer = entry.transfer
    if transfer is None:
        return f"{tr(_BEGINNING[entry.verb])} …"
    of = tr(" of {megabytes}", megabytes=megabytes(transfer.total)) if transfer.total else ""
    which = tr(", file {number} of {count}", number=transfer.number, count=transfer.count) if transfer.count > 1 else ""
    return f"{tr(_DOING[transfer.stage])} {megabytes(transfer.done)}{of}{which}"
