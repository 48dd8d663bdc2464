"""What the gallery says of an entry."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale

from taureau.engine.presets import PRESETS
from taureau.session import counted
from taureau.session.choices import Choices
from taureau.session.language import tr
from taureau.store.entry import Entry
from taureau.store.search import Summary


def moment_text(when: datetime) -> str:
    """Return date and time where the user lives."""
    moment = QDateTime.fromSecsSinceEpoch(int(when.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def about(entry: Summary) -> str:
    """Return the line below a name: the strokes, or how it went, and when."""
    if entry.outcome == "failed":
        what = tr("failed")
    elif entry.outcome == "stopped":
        what = tr("{counted}, stopped", counted=counted(entry.strokes))
    else:
        what = counted(entry.strokes)
    day = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(entry.made_at.timestamp())).date(), QLocale.FormatType.ShortFormat
    )
    return f"{what} · {day}"


def facts_of(entry: Entry, choices: Choices | None) -> list[tuple[str, str]]:
    """Return what is known of an entry, as names and values."""
    facts = [(tr("Drawn"), moment_text(entry.made_at))]
    if entry.words:
        facts.append((tr("Words"), entry.words))
    if entry.photo is not None:
        states = {"same": "", "changed": tr("changed since"), "gone": tr("no longer there")}
        state = states[entry.photo.state]
        facts.append((tr("Photo"), f"{entry.photo.path.name} ({state})" if state else entry.photo.path.name))
    if entry.strokes:
        facts.append((tr("Strokes"), str(entry.strokes)))
    if choices is not None:
        facts.append((tr("Preset"), tr(PRESETS[choices.preset].label)))
    facts.append((tr("Took"), tr("{seconds} s", seconds=f"{entry.seconds:.1f}")))
    if entry.outcome == "stopped":
        facts.append((tr("Outcome"), tr("stopped before it was finished")))
    return facts
