"""What lies open in the window as a job: the photo with the settings of the draw panel, or the words alone."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image

from taureau.document.whole_file import write_whole
from taureau.jobs.job import Job
from taureau.jobs.settings import JobSettings
from taureau.photo import Photo, save_mask
from taureau.session.choices import Choices
from taureau.session.core.session import Session
from taureau.session.language import tr
from taureau.session.messages import Message
from taureau.session.queue.job_queue import JobQueue
from taureau.session.run.job_choices import job_settings

_FOLDER = "queued"  # in the store's folder: photos without a file, and masks that were painted


def current_job(photo: Photo | None, path: Path | None, choices: Choices, store: Path) -> Job:
    """Return the job that draws what *Draw* would draw from scratch.

    A photo that is in no file, and a mask that was painted, are written into the store's folder. Raises SettingError,
    DocumentError, PhotoError, OSError.
    """
    if photo is None:
        return Job(prompt=choices.words, settings=job_settings(choices, alone=True))
    settings = job_settings(choices, alone=False)
    folder = store / _FOLDER
    if choices.mask == "brush" and choices.painted is not None:
        settings = replace(settings, mask=str(_mask_file(choices.painted, folder)))
    file = path if path is not None and path.is_file() else _photo_file(photo, folder)
    return Job(file, choices.words, settings)


def send_to_queue(session: Session, choices: Choices, queue: JobQueue) -> None:
    """Add what lies open to the queue, and say so."""
    photo, path, store = session.source.photo, session.source.path, queue.store

    def add(job: Job) -> None:
        queue.add([job])
        session.notified.emit(Message(tr("“{name}” waits in the queue.", name=job.name), kind="notice"))

    queue.work(lambda _: current_job(photo, path, choices, store), add)


def shared_settings(choices: Choices, *, alone: bool) -> JobSettings:
    """Return the settings for other pictures: without what is meant for the one that lies open.

    `alone`: they are for prompts.
    """
    if not alone:
        return job_settings(choices.shared.photo_alone, alone=False)
    if choices.reads:
        return job_settings(choices.shared, alone=True)
    return JobSettings(seed=choices.seed, device=choices.device, pen=choices.pen)


def _photo_file(photo: Photo, folder: Path) -> Path:
    """Write the pixels of a photo, named for the photo and for what they are, so that one photo is one file."""
    pixels = photo.pixels if photo.alpha is None else np.dstack((photo.pixels, photo.alpha))
    name = hashlib.sha256(pixels.tobytes()).hexdigest()[:16]
    stem = Path(photo.name).stem[:40] or "photo"
    file = folder / name / f"{stem}.png"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        data = BytesIO()
        Image.fromarray(pixels).save(data, "PNG", compress_level=1)
        write_whole(file, data.getvalue())
    return file


def _mask_file(mask: np.ndarray, folder: Path) -> Path:
    file = folder / f"{hashlib.sha256(np.packbits(mask).tobytes()).hexdigest()[:16]}.png"
    folder.mkdir(parents=True, exist_ok=True)
    save_mask(mask, file)
    return file
