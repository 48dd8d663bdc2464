"""What the server lets in: requests of this machine's programs that know the token, and no more than it can hold."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 64 << 20  # bytes
HOSTS = ("127.0.0.1", "localhost", "[::1]")


class Guard:
    """Refuses before anything is read: other hosts' names (DNS rebinding), foreign origins (pages of other sites),
    requests without the token, and bodies over the limit."""

    def __init__(self, app: ASGIApp, token: str, largest_body: int = LARGEST_BODY) -> None:
        self._app, self._token, self._largest = app, token, largest_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self._app(scope, _bounded(receive, self._largest), send)

    def _refusal(self, scope: Scope, headers: Headers) -> JSONResponse | None:
        host = headers.get("host", "")
        if host.rpartition(":")[0] not in HOSTS and host not in HOSTS:
            return _error(403, "this server is for programs of this machine: name it 127.0.0.1")
        origin = headers.get("origin")
        if origin is not None and origin != f"{scope['scheme']}://{host}":
            return _error(403, f"pages of {origin[:80]} may not use this server")
        if headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return _error(403, "pages of other sites may not use this server")
        if not secrets.compare_digest(_token_of(scope, headers).encode(), self._token.encode()):
            refusal = _error(401, "give the token that `taureau serve` printed: Authorization: Bearer TOKEN")
            refusal.headers["WWW-Authenticate"] = "Bearer"
            return refusal
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length[:20]) > self._largest:
            return _error(413, f"a body may have at most {self._largest >> 20} MB")
        return None


class BodyTooLargeError(Exception):
    """A body of unknown length has passed the limit."""


def _token_of(scope: Scope, headers: Headers) -> str:
    kind, _, token = headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return token.strip()
    if scope["method"] != "GET":
        return ""
    query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return query.get("token", [""])[0]  # for pages and event streams, which cannot set headers


def _bounded(receive: Receive, largest: int) -> Callable[[], Awaitable[Message]]:
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > largest:
            raise BodyTooLargeError
        return message

    return bounded


def _error(status: int, message: str) -> JSONResponse:
    return JSONResponse({"error": message}, status)
