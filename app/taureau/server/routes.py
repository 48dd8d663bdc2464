"""What the server does for each request: thin functions on the queue, the photos and the events."""

from __future__ import annotations

import asyncio
import contextlib
import json
import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from taureau.api import export_drawing
from taureau.document import DocumentError, load_svg
from taureau.engine.masks import MASKS, mask_models
from taureau.errors import TaureauError
from taureau.jobs.job import Job, job_from
from taureau.jobs.queue import Queue
from taureau.server.drawing_thread import DrawingThread
from taureau.server.event_log import EventLog
from taureau.server.openapi import FORMATS, openapi
from taureau.server.page import api_page
from taureau.server.photo_files import ForbiddenPathError, PhotoFiles, UploadError
from taureau.small_files import json_value
from taureau.store.jobs import JobRecord
from taureau.version import VERSION
from taureau.wording import unpacked

LARGEST_JOB = 1 << 20  # bytes of JSON
MOST_WAITING = 10_000  # jobs
_BEAT = 15.0  # s without an event after which a comment keeps the connection alive


class RefusedError(Exception):
    """The request cannot be done; `status` is that of HTTP."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True)
class Routes:
    """The functions behind the paths."""

    queue: Queue
    photos: PhotoFiles
    events: EventLog
    drawing: DrawingThread
    results: Path  # the folder of finished drawings

    @property
    def routes(self) -> list[Route]:
        return [
            Route("/", self.page),
            Route("/openapi.json", self.description),
            Route("/version", self.version),
            Route("/photos", self.upload, methods=["POST"]),
            Route("/jobs", self.jobs, methods=["GET"]),
            Route("/jobs", self.submit, methods=["POST"]),
            Route("/jobs/{id}", self.job, methods=["GET"]),
            Route("/jobs/{id}", self.delete, methods=["DELETE"]),
            Route("/jobs/{id}/events", self.stream),
            Route("/jobs/{id}/drawing", self.result),
        ]

    async def page(self, request: Request) -> Response:
        return HTMLResponse(api_page(openapi()))

    async def description(self, request: Request) -> Response:
        return JSONResponse(openapi())

    async def version(self, request: Request) -> Response:
        return JSONResponse({"version": VERSION})

    async def upload(self, request: Request) -> Response:
        data, name = await request.body(), request.query_params.get("name", "")
        try:
            return JSONResponse({"photo": await run_in_threadpool(self.photos.upload, data, name)}, 201)
        except UploadError as error:
            raise RefusedError(422, str(error)) from error

    async def submit(self, request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            raise RefusedError(415, "a job is sent as application/json")
        data = await request.body()
        if len(data) > LARGEST_JOB:
            raise RefusedError(413, f"a job may have at most {LARGEST_JOB >> 20} MB: upload its photo to /photos")
        try:
            value = json_value(data)
        except ValueError as error:
            raise RefusedError(400, f"the body is no JSON: {error}") from error
        record = await run_in_threadpool(self._add, value)
        self.drawing.wake()
        return JSONResponse(_facts(record), 201, {"Location": f"/jobs/{record.id}"})

    def _add(self, value: object) -> JobRecord:
        try:
            job = self._with_files(job_from(value))
        except ForbiddenPathError as error:
            raise RefusedError(403, str(error)) from error
        except (TaureauError, ValueError) as error:
            raise RefusedError(422, str(error)) from error
        if sum(not record.over for record in self.queue.records()) >= MOST_WAITING:
            raise RefusedError(429, f"{MOST_WAITING} jobs wait already: add more when some are done")
        self.results.mkdir(parents=True, exist_ok=True)
        (job_id,) = self.queue.add([job], self.results)
        return self._record(job_id)

    def _with_files(self, job: Job) -> Job:
        """Return the job with the files that it names, where it may name them; raises ForbiddenPathError."""
        photo = None if job.photo is None else self.photos.path_of(str(job.photo))
        settings = job.settings
        if settings.mask not in (*MASKS, *mask_models()):
            settings = replace(settings, mask=str(self.photos.path_of(settings.mask)))
        return replace(job, photo=photo, settings=settings)

    async def jobs(self, request: Request) -> Response:
        return JSONResponse([_facts(record) for record in await run_in_threadpool(self.queue.records)])

    async def job(self, request: Request) -> Response:
        return JSONResponse(_facts(await run_in_threadpool(self._record, _id(request))))

    async def delete(self, request: Request) -> Response:
        await run_in_threadpool(self._delete, _id(request))
        return Response(status_code=204)

    def _delete(self, job_id: int) -> None:
        record = self._record(job_id)
        if not record.over:
            self.queue.cancel([job_id])
            return
        self.queue.remove([job_id])
        self.events.forget(job_id)
        if record.output is not None and record.output.parent == self.results:
            record.output.unlink(missing_ok=True)

    async def result(self, request: Request) -> Response:
        kind = request.query_params.get("format", "svg")
        if kind not in FORMATS:
            raise RefusedError(422, f"there is no format {kind[:20]!r}: choose one of {', '.join(FORMATS)}")
        data = await run_in_threadpool(self._result, _id(request), kind)
        return Response(data, media_type=FORMATS[kind])

    def _result(self, job_id: int, kind: str) -> bytes:
        record = self._record(job_id)
        if record.state != "done" or record.output is None:
            raise RefusedError(409, f"this job is {record.state}: its drawing is there once it is done")
        try:
            if kind == "svg":
                return record.output.read_bytes()
            drawing = load_svg(record.output)
        except (OSError, DocumentError) as error:
            raise RefusedError(410, "the drawing is gone: draw it again") from error
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / f"drawing.{kind}"
            export_drawing(drawing, path)
            return path.read_bytes()

    async def stream(self, request: Request) -> Response:
        job_id = _id(request)
        await run_in_threadpool(self._record, job_id)
        last = request.headers.get("last-event-id", "")
        seen = int(last) if last.isdecimal() and len(last) < 16 else 0
        headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
        return StreamingResponse(self._messages(job_id, seen), media_type="text/event-stream", headers=headers)

    async def _messages(self, job_id: int, seen: int) -> AsyncIterator[str]:
        """Server-sent events: those of the run as they come, and at its end `end` with the job as it is then."""
        loop, news = asyncio.get_running_loop(), asyncio.Event()

        def tell() -> None:
            with contextlib.suppress(RuntimeError):  # the loop is closed
                loop.call_soon_threadsafe(news.set)

        end_listening = self.events.listen(tell)
        try:
            while True:
                news.clear()
                over = await run_in_threadpool(self._over, job_id)  # before the events, so that none is missed
                for number, event in self.events.after(job_id, seen):
                    seen = number
                    yield f"id: {number}\nevent: {event['event']}\ndata: {json.dumps(event)}\n\n"
                if over is not None:
                    yield f"event: end\ndata: {json.dumps(over)}\n\n"
                    return
                try:
                    await asyncio.wait_for(news.wait(), _BEAT)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            end_listening()

    def _over(self, job_id: int) -> dict[str, Any] | None:
        """Return the facts of a job that is over, or was removed; None while it is not."""
        try:
            record = self._record(job_id)
        except RefusedError:
            return {"id": job_id, "state": "removed"}
        return _facts(record) if record.over and not self.events.is_running(job_id) else None

    def _record(self, job_id: int) -> JobRecord:
        found = self.queue.record(job_id)
        if found is None:
            raise RefusedError(404, f"there is no job {job_id}")
        return found


def _id(request: Request) -> int:
    text = request.path_params["id"]
    if not text.isascii() or not text.isdecimal() or len(text) > 15:
        raise RefusedError(404, "a job is named by the number that came with it")
    return int(text)


def _facts(record: JobRecord) -> dict[str, Any]:
    job = json_value(record.job.encode())
    return {
        "id": record.id,
        "name": record.name,
        "state": record.state,
        "waits_for": record.wait or None,
        "reason": " ".join(unpacked(record.reason)) or None,
        "job": job,
        "outcome": json_value(record.outcome.encode()),
    }
