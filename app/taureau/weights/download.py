"""Download of one file over HTTP into a `.part` file, resumed after an interruption."""

from __future__ import annotations

import http.client
import json
import os
import stat
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
from taureau.weights.folder import open_own_file, write_text
from taureau.weights.transfer import CHUNK, Cancelled, check_space, megabytes, storage_error

TIMEOUT = 20.0  # seconds without a byte
_RECONNECTIONS = 5  # in one download
_HANDLERS = (
    urllib.request.ProxyHandler,
    urllib.request.HTTPHandler,
    urllib.request.HTTPSHandler,
    urllib.request.HTTPDefaultErrorHandler,
    urllib.request.HTTPErrorProcessor,
    urllib.request.UnknownHandler,
)
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


def download(url: str, part: Path, limit: int, cancelled: Cancelled) -> Iterator[tuple[int, int | None]]:
    """Bring the file at `url`, of at most `limit` bytes, to `part`; yields (bytes there, bytes in all or None).

    A part that is there already is continued if the server still has the same file. Raises FetchError, StoppedError,
    StorageError; the part then stays, unless the file is larger than `limit`.
    """
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
                if (offer.total or 0) > limit:
                    raise _too_large(url, part, limit)
                write_text(note, json.dumps(asdict(offer)))
                if offer.total is not None:
                    check_space(part.parent, offer.total - (kept if goes_on else 0))
                for done in _receive(response, part, goes_on, cancelled):
                    if done > limit:
                        raise _too_large(url, part, limit)
                    yield done, offer.total
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
    """Follows redirects to http and https, never from https to http; keeps the hash in Hugging Face's redirect."""

    promised: str | None = None

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        allowed = ("https",) if req.full_url.startswith("https:") else ("http", "https")
        if urlsplit(newurl).scheme not in allowed:
            fp.close()
            raise urllib.error.URLError(f"it leads to an address that is not {' or '.join(allowed)}")
        tag = headers.get("X-Linked-ETag", "").strip('"')
        if len(tag) == 64:
            self.promised = tag
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _made(kind: type[urllib.request.BaseHandler]) -> urllib.request.BaseHandler:
    return kind()


def _ask(url: str, kept: int, before: Offer | None) -> HTTPResponse:
    """Open the connection, requesting the rest of the file if it is known to be unchanged."""
    headers = {"User-Agent": f"taureau/{VERSION}", "Accept-Encoding": "identity"}
    if kept and before is not None and before.condition is not None:
        headers |= {"Range": f"bytes={kept}-", "If-Range": before.condition}
    redirects = _Redirects()
    opener = urllib.request.OpenerDirector()
    for handler in (*map(_made, _HANDLERS), redirects):  # build_opener would add ftp:, file: and data: to them
        opener.add_handler(handler)
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


def _receive(response: HTTPResponse, part: Path, goes_on: bool, cancelled: Cancelled) -> Iterator[int]:
    """Append the response to the part, and yield the bytes there.

    Raises StoppedError, StorageError, and what the connection raises.
    """
    with open_own_file(part, anew=not goes_on) as writer:
        done = writer.seek(0, os.SEEK_END)
        yield done
        while chunk := response.read1(CHUNK):
            try:
                writer.write(chunk)
                writer.flush()
            except OSError as error:
                raise storage_error(error, part) from error
            done += len(chunk)
            yield done
            if cancelled():
                raise StoppedError(f"stopped; {megabytes(done)} are kept, and the next fetch goes on from there")
        os.fsync(writer.fileno())


def _size(path: Path) -> int:
    """Return the size of a file, bytes; 0 where there is none, or something else is in its place."""
    try:
        found = path.lstat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) and found.st_nlink == 1 else 0


def _read_note(note: Path) -> Offer | None:
    try:
        written: Any = read_json(note)
        offer = Offer(**written)
    except (OSError, ValueError, TypeError):
        return None
    texts = (offer.etag, offer.modified, offer.promised)
    is_valid = isinstance(offer.total, int | None) and all(isinstance(text, str | None) for text in texts)
    return offer if is_valid else None


def _too_large(url: str, part: Path, limit: int) -> FetchError:
    forget(part)
    return FetchError(
        f"{urlsplit(url).hostname} sends more than the {megabytes(limit)} that {url} may have: nothing of it is kept; "
        "get the file elsewhere, then `taureau models import`"
    )


def _refusal(url: str, code: int) -> str:
    """The message for a server's error status."""
    if code in (404, 410):
        return f"there is no such file any more: {url} ({code}); find it elsewhere, then `taureau models import`"
    if code in (401, 403):
        return (
            f"the server wants a sign-in for {url} ({code}): get the file with a browser, then `taureau models import`"
        )
    if 300 <= code < 400:
        return f"{url} leads in circles, or to an address that is not on the web ({code}): find the file elsewhere"
    return f"{urlsplit(url).hostname} answered {code} for {url}: try again later"


def _no_connection(url: str, reason: object, part: Path) -> str:
    words = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    kept = _size(part)
    then = f"{megabytes(kept)} are kept, and the next fetch goes on from there" if kept else "nothing was changed"
    return f"{urlsplit(url).hostname} cannot be reached ({words}): check the network; {then}"
