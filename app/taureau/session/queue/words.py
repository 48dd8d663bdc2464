"""The rows of the queue in words."""

from __future__ import annotations

import json

from taureau.document import PENS
from taureau.engine.presets import AUTO_LIMIT, PRESETS
from taureau.jobs.job import Job, job_from
from taureau.jobs.settings import JobSettings, SettingError
from taureau.session.choices import counted
from taureau.session.language import tr
from taureau.small_files import json_value
from taureau.store.jobs import JobRecord
from taureau.weights import WeightsError, find_model
from taureau.wording import tr_noop, unpacked

_TONES = {
    "hatch": tr_noop("hatched"),
    "cross": tr_noop("cross-hatched"),
    "form": tr_noop("hatched along the form"),
    "stipple": tr_noop("stippled"),
}


def job_of(record: JobRecord) -> Job | None:
    """Return the job of a row; None where it cannot be read."""
    try:
        return job_from(json_value(record.job.encode()))
    except (SettingError, ValueError):
        return None


def settings_in_words(settings: JobSettings) -> str:
    """Return what is special about settings, in a few words."""
    count = settings.stroke_count
    if count.auto:
        words = [tr("as many strokes as it takes")]
        if count.most != AUTO_LIMIT:
            words = [tr("up to {counted}", counted=counted(count.most or AUTO_LIMIT))]
    else:
        words = [] if count.most is None else [counted(count.most)]
    if settings.preset != "auto":
        words.append(tr(PRESETS[settings.preset].label))
    if settings.pen is not None:
        words.append(tr(PENS[settings.pen].label))
    if settings.tone is not None:
        words.append(tr(_TONES[settings.tone]))
    if settings.colors is not None or settings.areas:
        words.append(tr("in colour"))
    if settings.pen_downs is not None:
        words.append(tr("as one line") if settings.pen_downs == 1 else tr("as few lines"))
    if settings.mask == "none":
        words.append(tr("the whole photo"))
    return " · ".join(words) or tr("usual settings")


def state_in_words(record: JobRecord, *, paused: bool, here: bool) -> str:
    """Return what a row waits for, or what came of it; `here`: this program draws it."""
    match record.state:
        case "waiting":
            return _wait(record, paused=paused)
        case "running":
            return tr("is being drawn") if here else tr("drawn by another program")
        case "done":
            outcome = json.loads(record.outcome)
            drawn = counted(outcome.get("strokes", 0))
            return tr("{drawn} in {seconds} s", drawn=drawn, seconds=f"{outcome.get('seconds', 0.0):.1f}")
        case "failed":
            return " ".join(tr(text) for text in unpacked(record.reason))
        case "cancelled":
            return tr("cancelled")


def without_folder(record: JobRecord, state: str) -> str:
    """Return the state of a row in words with the photo's name for its path, which the row has no room for."""
    job = job_of(record) if record.state == "failed" else None
    return state if job is None or job.photo is None else state.replace(str(job.photo), job.photo.name)


def _wait(record: JobRecord, *, paused: bool) -> str:
    match record.wait:
        case "file":
            return tr("waits: the file is still being written")
        case "model":
            return tr("waits for the model {name}", name=_model_name(record.lacking))
        case "folder":
            return tr("waits: its folder is not there")
        case "disk":
            return tr("waits: the disk is full")
        case _:
            return tr("paused") if paused else tr("waits for its turn")


def _model_name(model_id: str) -> str:
    try:
        return find_model(model_id).name
    except WeightsError:  # not in the catalogue
        return model_id
