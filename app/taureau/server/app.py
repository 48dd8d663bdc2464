"""The server as a whole: its folder, its queue, the thread that draws, and the application that answers."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import platformdirs
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from taureau.document import DocumentError
from taureau.jobs.job import draw, job_from
from taureau.jobs.queue import Queue
from taureau.jobs.run import Draw
from taureau.jobs.settings import SettingError
from taureau.server.drawing_thread import DrawingThread
from taureau.server.event_log import EventLog
from taureau.server.guard import LARGEST_BODY, BodyTooLargeError, Guard
from taureau.server.photo_files import PhotoFiles
from taureau.server.routes import RefusedError, Routes
from taureau.small_files import json_value
from taureau.store.errors import StoreError


def server_folder() -> Path:
    """Return the folder of uploads, results and the queue that a server has where none is named."""
    return platformdirs.user_data_path("taureau", appauthor=False) / "server"


class Server:
    """An ASGI application; raises StoreError where its folder cannot be used.

    Jobs that were not done when an earlier server with this folder ended are drawn.
    """

    def __init__(
        self,
        token: str,
        folder: Path,
        photos: Sequence[Path] = (),
        *,
        largest_body: int = LARGEST_BODY,
        draw: Draw = draw,
    ) -> None:
        """`photos` are folders whose files jobs may name by their paths."""
        folder = folder.absolute()
        self._queue, events = Queue(folder), EventLog()
        self._queue.database.write(lambda _: None)  # a folder that cannot be used is said now
        self._drawing = DrawingThread(self._queue, events, draw)
        files = PhotoFiles(folder, photos)
        files.remove_all_but(_photos_of(self._queue))
        routes = Routes(self._queue, files, events, self._drawing, folder / "results")
        handlers = {
            RefusedError: _refused,
            HTTPException: _http_error,
            BodyTooLargeError: _too_large,
            StoreError: _not_stored,
            DocumentError: _not_stored,
            OSError: _not_stored,
        }
        starlette = Starlette(routes=routes.routes, exception_handlers=handlers)
        self._app = Guard(starlette, token, largest_body)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)

    def __enter__(self) -> Server:
        self._drawing.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._drawing.close()
        self._queue.close()


def _photos_of(queue: Queue) -> set[Path]:
    """The photos that jobs name; a job that cannot be read names none."""
    photos = set()
    for record in queue.records():
        with contextlib.suppress(SettingError, ValueError):
            photos.add(job_from(json_value(record.job.encode())).photo)
    return {photo for photo in photos if photo is not None}


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)
    return JSONResponse({"error": str(error)}, error.status)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)


async def _too_large(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": "the body is too large"}, 413)


async def _not_stored(request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 503)
