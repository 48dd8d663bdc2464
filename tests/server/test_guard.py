"""Whom the server lets in."""

from __future__ import annotations

from typing import Any

import pytest
from taureau.cli.serve import _listening

from tests.server.conftest import TOKEN, client


@pytest.mark.parametrize("token", ["none", "wrong", TOKEN[:-1], TOKEN + "x", "ü"])
def test_only_with_the_token(token: str, server: str):
    with client(server, "x") as web:
        answer = web.get("/jobs", headers={"Authorization": f"Bearer {token}".encode()})
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_page_gives_the_token_in_its_address(server: str):
    with client(server, "x") as web:
        assert web.get("/", params={"token": TOKEN}, headers={"Authorization": ""}).status_code == 200
        assert web.get("/", headers={"Authorization": ""}).status_code == 401
        submitted = web.post("/jobs", params={"token": TOKEN}, json={"prompt": "a cat"}, headers={"Authorization": ""})
        assert submitted.status_code == 401  # an address alone changes nothing


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.0.7:8765", ""])
def test_other_names_of_hosts_are_refused(host: str, web: Any):
    assert web.get("/version", headers={"Host": host}).status_code == 403


def test_names_of_this_machine_are_taken(web: Any):
    for host in ("localhost:1234", "127.0.0.1", "[::1]:80"):
        assert web.get("/version", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["origin", "no origin", "cross-site"],
)
def test_pages_of_other_sites_are_refused(headers: dict[str, str], web: Any):
    assert web.get("/version", headers=headers).status_code == 403


def test_its_own_page_may_use_it(web: Any, server: str):
    assert web.get("/version", headers={"Origin": server}).status_code == 200


def test_bodies_over_the_limit_are_refused_whether_or_not_their_length_is_said(web: Any):
    large = b"x" * (3 << 20)
    assert web.post("/photos", content=large).status_code == 413
    chunks = (large[start : start + 65536] for start in range(0, len(large), 65536))
    assert web.post("/photos", content=chunks).status_code == 413


def test_it_listens_on_the_loopback_interface_alone():
    with _listening(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
