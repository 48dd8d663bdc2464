"""`taureau batch FOLDER|LIST -o OUT`: many photos, on all cores of this machine or on several machines."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from taureau.cli.errors import EXIT_FAILED, EXIT_PARTLY, BadInputError
from taureau.cli.interrupt import Interrupt, interruptible
from taureau.cli.output import complain, json_text, say
from taureau.cli.progress import BatchDisplay, counted
from taureau.cli.sketch import settings_in
from taureau.document import DocumentError
from taureau.jobs.batch import Batch, BatchError, Item, Planned, planned
from taureau.jobs.batch_record import BatchRecord, RecordError, Result
from taureau.jobs.gallery import keep_drawn
from taureau.jobs.job import Job
from taureau.jobs.photo_list import ListError, sources_in
from taureau.jobs.pool import Pool, PoolError
from taureau.jobs.preset_file import read_preset
from taureau.jobs.process_pool import ProcessPool
from taureau.jobs.ray_pool import RayPool
from taureau.jobs.report import HTML, BatchReport, Line, State, write_report
from taureau.jobs.settings import JobSettings, SettingError, settings_from
from taureau.jobs.task import Drawn, usual_workers

_MOST_WORKERS = 256


def batch(chosen: argparse.Namespace) -> int:
    """Draw what is missing, write the report, print the summary."""
    began = time.monotonic()
    with interruptible() as interrupt:
        settings = settings_of(chosen)
        items = items_of(chosen, settings)
        with record_in(chosen.output) as record:
            plan = planned(items, record, overwrite=chosen.overwrite)
            with pool_of(chosen, settings, sum(one.to_draw for one in plan)) as pool:
                workers = pool.workers
                interrupt.something_to_keep = True
                results, stopped = draw(Batch(chosen.output, record, pool), plan, interrupt, keeping=chosen.gallery)
            report = BatchReport(
                lines=tuple(line_of(one, results.get(one.item.output), record) for one in plan),
                settings=settings,
                made=datetime.now().astimezone(),
                seconds=time.monotonic() - began,
                workers=workers,
                stopped=stopped,
            )
            try:
                write_report(report, chosen.output)
            except DocumentError as error:
                stopped = stopped or str(error)
    if stopped:
        complain(stopped)
    say(json_text(report.as_json()) if chosen.json else summary(report, chosen.output))
    if interrupt.asked:
        return interrupt.status
    return EXIT_FAILED if stopped else EXIT_PARTLY if report.count("failed", "foreign") else 0


def settings_of(chosen: argparse.Namespace) -> JobSettings:
    """Return the settings of the preset file, replaced by the options that are given; raises BadInputError."""
    given = {name: value for name, value in settings_in(chosen).items() if value is not None}
    try:
        kept = {} if chosen.preset_file is None else read_preset(chosen.preset_file).as_json()
        return settings_from({**kept, **given})
    except SettingError as error:
        raise BadInputError(error.as_options) from error


def items_of(chosen: argparse.Namespace, settings: JobSettings) -> list[Item]:
    """Return what is to be drawn; raises BadInputError."""
    try:
        sources = sources_in(chosen.source, recursive=chosen.recursive, besides=chosen.output)
        return [
            Item(Job(source.photo, source.prompt or chosen.prompt, settings), source.output, source.name)
            for source in sources
        ]
    except SettingError as error:
        raise BadInputError(error.as_options) from error
    except ListError as error:
        raise BadInputError(str(error)) from error


@contextmanager
def record_in(folder: Path) -> Iterator[BatchRecord]:
    """Open the record in the folder of the drawings, which is made if need be; raises BadInputError."""
    try:
        record = BatchRecord(folder)
    except RecordError as error:
        raise BadInputError(str(error)) from error
    except (FileExistsError, NotADirectoryError):
        raise BadInputError(f"{folder} is a file: name a folder for the drawings") from None
    except OSError as error:
        raise BadInputError(f"{folder} cannot be written: {error.strerror}; choose another folder") from error
    with record:
        yield record


@contextmanager
def pool_of(chosen: argparse.Namespace, settings: JobSettings, jobs: int) -> Iterator[Pool]:
    """Start the workers for a number of jobs; raises BadInputError."""
    if chosen.workers is not None and not 1 <= chosen.workers <= _MOST_WORKERS:
        raise BadInputError(f"--workers must be from 1 to {_MOST_WORKERS}, not {chosen.workers}")
    if chosen.ray is not None and Path(settings.mask).is_file():
        raise BadInputError("the picture of --mask is not sent to the machines of --ray: leave one of the two out")
    pool: Pool
    if chosen.ray is None or not jobs:
        pool = ProcessPool(max(1, min(chosen.workers or usual_workers(), jobs)))
    else:
        try:
            pool = RayPool(chosen.ray, workers=chosen.workers, gpu=settings.device == "cuda")
        except PoolError as error:
            raise BadInputError(str(error)) from error
    with pool:
        yield pool


def draw(
    batch: Batch, plan: Sequence[Planned], interrupt: Interrupt, *, keeping: bool
) -> tuple[dict[str, Result], str]:
    """Draw and show it, keeping all in the gallery or not; return the results, and why it could not go on, if so."""
    results: dict[str, Result] = {}
    workers = batch.workers
    display = BatchDisplay(sys.stderr, sum(one.to_draw for one in plan))
    try:
        for one in batch.run(plan, lambda: interrupt.asked):
            results[one.item.output] = one.result
            if isinstance(one.outcome, Drawn):
                display.drawn(one.item.name, one.result.strokes, one.result.seconds)
                problem = keep_drawn(one.item.job, one.outcome, origin="batch") if keeping else ""
                if problem:
                    display.note(f"{problem} Nor are those that follow.")
                    keeping = False
            else:
                display.failed(one.item.name, one.result.reason)
            if batch.workers != workers:
                display.note(f"{counted(batch.workers, 'worker')} now, {workers} before")
                workers = batch.workers
    except (BatchError, PoolError) as error:
        return results, str(error)
    finally:
        display.close()
    return results, ""


def line_of(one: Planned, result: Result | None, record: BatchRecord) -> Line:
    """Return what the report says of an item; `result` is that of this run."""
    item = one.item
    if result is not None:
        state: State = "drawn" if result.drawn else "failed"
        return Line(item.name, item.output, state, result.reason, result.strokes, result.seconds)
    if one.standing == "done" and (before := record.result(item.output)) is not None:
        return Line(item.name, item.output, "before", strokes=before.strokes, seconds=before.seconds)
    return Line(item.name, item.output, "foreign" if one.standing == "foreign" else "left")


def summary(report: BatchReport, folder: Path) -> str:
    """Return one line: how many are drawn, how fast, and where to read of it."""
    drawn = report.count("drawn")
    parts = [f"{counted(drawn, 'drawing')} in {report.seconds:.1f} s"]
    if drawn:
        parts[0] += f" ({report.photos_a_minute:.0f} a minute)"
    others: tuple[tuple[State, str], ...] = (
        ("before", "drawn before"),
        ("failed", "could not be drawn"),
        ("foreign", "left as they are: not of this batch, or changed since"),
        ("left", "not drawn yet: give the same command again"),
    )
    for state, words in others:
        if number := report.count(state):
            parts.append(f"{number} {words}")
    return f"{folder}: {'; '.join(parts)}; see {folder / HTML}"
