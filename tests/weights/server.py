"""A web server on this machine that misbehaves as told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Served:
    """One file, and how it is served."""

    data: bytes = b""
    etag: str | None = '"one"'
    ranges: bool = True  # whether a part of it may be asked for
    status: int = 200
    cuts: list[int] = field(default_factory=list)  # bytes after which each coming answer breaks off
    leads_to: str | None = None  # redirects there
    linked_etag: str | None = None  # sent with the redirect, as Hugging Face does
    says_length: bool = True
    endless: bool = False  # sends zeros after the data until the connection ends
    hangs_after: int | None = None  # bytes after which an answer waits for `go_on`


@dataclass
class Server:
    url: str
    files: dict[str, Served] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)  # path, Range
    sent: int = 0  # bytes of files without end
    go_on: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port of the loopback, for as long as the block runs."""
    server = Server("")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            server.asked.append((self.path, asked))
            file = server.files.get(self.path, Served(status=404))
            if file.leads_to is not None:
                self.send_response(302)
                self.send_header("Location", file.leads_to)
                if file.linked_etag is not None:
                    self.send_header("X-Linked-ETag", f'"{file.linked_etag}"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            begin, status = 0, file.status
            same = self.headers.get("If-Range") in (None, file.etag)
            if asked and file.ranges and same:
                begin, status = int(asked.removeprefix("bytes=").removesuffix("-")), 206
                if begin >= len(file.data):
                    status, begin = 416, len(file.data)
            data = file.data[begin:] if status in (200, 206) else b""
            self.send_response(status)
            if file.etag is not None:
                self.send_header("ETag", file.etag)
            if status == 206:
                self.send_header("Content-Range", f"bytes {begin}-{len(file.data) - 1}/{len(file.data)}")
            if file.says_length and not file.endless:
                self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.close_connection = True
            with suppress(ConnectionError):  # who asked has gone
                if file.hangs_after is not None:
                    self.wfile.write(data[: file.hangs_after])
                    self.wfile.flush()
                    server.go_on.wait(60)
                else:
                    self.wfile.write(data[: file.cuts.pop(0) if file.cuts else None])
                    while file.endless:
                        self.wfile.write(bytes(1 << 16))
                        server.sent += 1 << 16

        def log_message(self, *_: object) -> None: ...

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{running.server_port}"
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.go_on.set()
        running.shutdown()
        thread.join()
        running.server_close()
