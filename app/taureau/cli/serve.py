"""`taureau serve`: the program for other programs of this machine."""

from __future__ import annotations

import argparse
import contextlib
import os
import secrets
import socket
from importlib.util import find_spec

from taureau.cli.errors import BadInputError, NotSavedError
from taureau.cli.output import answer, json_text
from taureau.extras import how_to_add
from taureau.store.errors import StoreError

_HOST = "127.0.0.1"
_GRACE = 2  # s that open connections, such as event streams, have to end


def serve(chosen: argparse.Namespace) -> int:
    """Serve until Ctrl-C or SIGTERM; raises BadInputError, NotSavedError."""
    if find_spec("uvicorn") is None or find_spec("starlette") is None:
        raise BadInputError(f"serving needs Starlette and uvicorn: {how_to_add('serve')}")
    for folder in chosen.photos:
        if not folder.is_dir():
            raise BadInputError(f"there is no folder {folder}: --photos names one with photos")
    import uvicorn

    from taureau.server.app import Server, server_folder

    token = secrets.token_urlsafe(32)
    with contextlib.closing(_listening(chosen.port)) as listening:
        port = listening.getsockname()[1]
        try:
            server = Server(token, chosen.folder or server_folder(), chosen.photos)
        except StoreError as error:
            raise NotSavedError(str(error)) from error
        with server:
            _announce(port, token, as_json=chosen.json)
            config = uvicorn.Config(
                server, log_level="warning", access_log=False, lifespan="off", ws="none", server_header=False,
                timeout_graceful_shutdown=_GRACE,
            )  # fmt: skip
            with contextlib.suppress(KeyboardInterrupt):  # the usual way to end it
                uvicorn.Server(config).run(sockets=[listening])
    return 0


def _listening(port: int) -> socket.socket:
    """Return a socket on the loopback interface, which no other machine reaches; raises BadInputError."""
    if not 0 <= port <= 65535:
        raise BadInputError(f"--port must be from 0 to 65535, not {port}")
    listening = socket.socket()
    if os.name == "posix":  # on Windows it would let others take the port, too
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
        listening.listen()  # who reads the announcement may connect at once
    except OSError as error:
        listening.close()
        raise BadInputError(f"port {port} cannot be used ({error.strerror}): choose another with --port") from error
    return listening


def _announce(port: int, token: str, *, as_json: bool) -> None:
    url = f"http://{_HOST}:{port}"
    if as_json:
        answer(json_text({"url": url, "token": token}))
    else:
        answer(f"serving at {url}, for programs of this machine; Ctrl-C ends it", f"token: {token}")
        answer(f"what it can do: {url}/?token={token}")
