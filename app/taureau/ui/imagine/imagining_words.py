"""How far imagining is, in words."""

from __future__ import annotations

from taureau.session import Imagining
from taureau.ui.timeline.time_line import clock_text


def progress_words(imagining: Imagining, *, short: bool = False) -> str:
    """Picture, stage, step and what is left; `short`: without stage and step. Empty where nothing is being made."""
    current = imagining.current
    if current is None:
        return ""
    waits = imagining.waits_for(current)
    if waits:
        return f"“{current.title}” {waits}{_more(imagining)}"
    parts = []
    progress = current.progress
    if progress is not None and current.expected > 1:
        parts.append(f"Picture {min(progress.index + 1, current.expected)} of {current.expected}")
    if current.stopping:
        parts.append("stopping")
    elif not short or progress is None:
        stage = current.stage or "getting ready"
        with_step = progress is not None and progress.stage == stage
        parts.append(f"{stage}, step {progress.step} of {progress.total}" if progress and with_step else stage)
    left = current.remaining
    if left is not None and not current.stopping:
        parts.append(f"{clock_text(left)} left")
    text = " · ".join(parts)
    return text[:1].upper() + text[1:] + _more(imagining)


def _more(imagining: Imagining) -> str:
    """How many requests wait behind the current one."""
    waiting = imagining.waiting
    return f" · {waiting} more {'request' if waiting == 1 else 'requests'}" if waiting else ""
