"""Download of one file over HTTP into a `.part` file, resumed after an interruption."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from http.client import HTTPMessage, HTTPResponse
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from taureau.small_files import read_json
from taureau.version import VERSION
from taureau.weights.errors import FetchError, StoppedError
from taureau.weights.folder import make_folder, write_text
from taureau.weights.transfer import CHUNK, Cancelled, check_space, megabytes, storage_error

TIMEOUT = 20.0  # seconds without a byte
_RECONNECTIONS = 5  # in one download
_BROKEN_OFF = (http.client.HTTPException, ConnectionError, TimeoutError)


@dataclass(frozen=True)
class Offer:
    """The server's headers about a file, stored beside the part to tell whether the file has changed."""

    etag: str | None
    modified: str | None
    total: int | None  # bytes
    promised: str | None = None  # sha256, which Hugging Face's servers send ahead

    @property
    def condition(self) -> str | None:
        """The value of If-Range: a strong ETag, else the time of change."""
        return self.etag if self.etag and not self.etag.startswith("W/") else self.modified

    def same_file(self, other: Offer) -> bool:
        return (self.etag, self.modified, self.total) == (other.etag, other.modified, other.total)


def download(url: str, part: Path, cancelled: Cancelled) -> Iterator[tuple[int, int | None]]:
    """Bring the file at `url` to `part`; yields (bytes there, bytes in all or None).

    A part that is there already is continued if the server still has the same file. Raises FetchError, StoppedError,
    StorageError; the part then stays.
    """
    make_folder(part.parent)
    note = part.with_name(f"{part.name}.json")
    for _ in range(_RECONNECTIONS + 1):
        kept, before = _size(part), _read_note(note)
        if before is not None and kept == before.total:
            yield kept, kept  # interrupted between the last byte and the place it was meant for
            return
        try:
            with closing(_ask(url, kept, before)) as response:
                offer = _offer(response)
                goes_on = response.status == 206
                if goes_on and (before is None or not offer.same_file(before)):
                    forget(part)
                    continue
                write_text(note, json.dumps(asdict(offer)))
                if offer.total is not None:
                    check_space(part.parent, offer.total - (kept if goes_on else 0))
                yield from _receive(response, part, goes_on, offer.total, cancelled)
        except urllib.error.HTTPError as error:
            error.close()
            if error.code != 416:
                raise FetchError(_refusal(url, error.code)) from None
            forget(part)  # it is longer than the file, which must be another one by now
        except urllib.error.URLError as error:
            raise FetchError(_no_connection(url, error.reason, part)) from error
        except _BROKEN_OFF:
            continue
        else:
            if offer.total is None or _size(part) == offer.total:
                return
    raise FetchError(_no_connection(url, "the connection broke off again and again", part))


def promised_sha256(part: Path) -> str | None:
    """The sha256 that the server announced for a part, if any."""
    offer = _read_note(part.with_name(f"{part.name}.json"))
    return offer.promised if offer is not None else None


def forget(part: Path) -> None:
    """Delete a part and its stored headers."""
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}.json").unlink(missing_ok=True)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, never from https to http, and keeps the hash in the headers of Hugging Face's redirect."""

    promised: str | None = None

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if req.full_url.startswith("https:") and not newurl.startswith("https:"):
            raise urllib.error.URLError("it leads from https to an address that is not")
        tag = headers.get("X-Linked-ETag", "").strip('"')
        if len(tag) == 64:
            self.promised = tag
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _ask(url: str, kept: int, before: Offer | None) -> HTTPResponse:
    """Open the connection, requesting the rest of the file if it is known to be unchanged."""
    headers = {"User-Agent": f"taureau/{VERSION}", "Accept-Encoding": "identity"}
    if kept and before is not None and before.condition is not None:
        headers |= {"Range": f"bytes={kept}-", "If-Range": before.condition}
    redirects = _Redirects()
    opener = urllib.request.build_opener(redirects)
    response: HTTPResponse = opener.open(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)
    if redirects.promised:
        response.headers["X-Linked-ETag"] = redirects.promised
    return response


def _offer(response: HTTPResponse) -> Offer:
    headers = response.headers
    length = headers.get("Content-Length", "")
    total = headers.get("Content-Range", "").rpartition("/")[2] if response.status == 206 else length
    promised = headers.get("X-Linked-ETag", "").strip('"')
    return Offer(
        headers.get("ETag"),
        headers.get("Last-Modified"),
        int(total) if total.isdecimal() else None,
        promised if len(promised) == 64 else None,
    )


def _receive(
    response: HTTPResponse, part: Path, goes_on: bool, total: int | None, cancelled: Cancelled
) -> Iterator[tuple[int, int | None]]:
    """Append the response to the part; raises StoppedError, StorageError, and what the connection raises."""
    try:
        writer = open(part, "ab" if goes_on else "wb")  # noqa: SIM115 (closed below)
    except OSError as error:
        raise storage_error(error, part) from error
    with writer:
        done = writer.tell()
        yield done, total
        while chunk := response.read1(CHUNK):
            try:
                writer.write(chunk)
                writer.flush()
            except OSError as error:
                raise storage_error(error, part) from error
            done += len(chunk)
            yield done, total
            if cancelled():
                raise StoppedError(f"stopped; {megabytes(done)} are kept, and the next fetch goes on from there")
        os.fsync(writer.fileno())


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _read_note(note: Path) -> Offer | None:
    try:
        written: Any = read_json(note)
        offer = Offer(**written)
    except (OSError, ValueError, TypeError):
        return None
    texts = (offer.etag, offer.modified, offer.promised)
    is_valid = isinstance(offer.total, int | None) and all(isinstance(text, str | None) for text in texts)
    return offer if is_valid else None


def _refusal(url: str, code: int) -> str:
    """The message for a server's error status."""
    if code in (404, 410):
        return f"there is no such file any more: {url} ({code}); find it elsewhere, then `taureau models import`"
    if code in (401, 403):
        return (
            f"the server wants a sign-in for {url} ({code}): get the file with a browser, then `taureau models import`"
        )
    return f"{urlsplit(url).hostname} answered {code} for {url}: try again later"


def _no_connection(url: str, reason: object, part: Path) -> str:
    words = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    kept = _size(part)
    then = f"{megabytes(kept)} are kept, and the next fetch goes on from there" if kept else "nothing was changed"
    return f"{urlsplit(url).hostname} cannot be reached ({words}): check the network; {then}"
