"""The server keeps to its description, whatever it is sent."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from taureau.server.openapi import openapi

from tests.cli.program import MAIN, refusal, taureau
from tests.server.conftest import TOKEN, client

schemathesis = pytest.importorskip("schemathesis")


def test_the_command_serves_until_it_is_interrupted(tmp_path: Path):
    command = [sys.executable, str(MAIN), "serve", "--port", "0", "--folder", str(tmp_path / "server"), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as program:
        assert program.stdout is not None
        said = json.loads(program.stdout.readline())
        try:
            with client(said["url"], said["token"]) as web:
                assert web.get("/jobs").json() == []
                assert web.get("/jobs", headers={"Authorization": "Bearer other"}).status_code == 401
        finally:
            program.send_signal(signal.SIGINT)
        assert program.wait(timeout=60) == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--port", "70000"], "--port must be from 0 to 65535, not 70000"),
        (["--photos", "/nowhere"], "there is no folder /nowhere: --photos names one with photos"),
    ],
)
def test_bad_options_are_refused(options: list[str], said: str):
    assert refusal(taureau("serve", *options)) == said


def test_a_port_in_use_is_said(tmp_path: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"port {port} cannot be used" in refusal(taureau("serve", "--port", port, "--folder", tmp_path))


def test_whatever_is_sent_is_answered_as_described(server: str):
    """Fuzz all operations with what the description allows, and with what it does not."""
    from hypothesis import HealthCheck, Phase, given, settings
    from schemathesis.config import SchemathesisConfig
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    schema = schemathesis.openapi.from_dict(openapi(), config=SchemathesisConfig())
    quick = settings(
        max_examples=25,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    for result in schema.get_all_operations():
        operation = result.ok()

        @quick
        @given(case=operation.as_strategy())
        def fuzz(case: Any) -> None:
            if case.path.endswith("/events"):
                case.path_parameters["id"] = 10**9  # a stream of a waiting job has no end
            case.call_and_validate(
                base_url=server,
                headers={"Authorization": f"Bearer {TOKEN}"},
                excluded_checks=[positive_data_acceptance],  # not all bytes are a photo, nor all settings go together
            )

        fuzz()
