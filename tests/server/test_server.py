"""What programs of this machine can do with the server."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from taureau import sketch
from taureau.document import drawing_to_svg
from taureau.server.app import Server
from taureau.store.entries import Entries
from taureau.store.errors import StoreError

from tests.server.conftest import TOKEN, StubDraw, client, finished, serving


def events(web: Any, job: int, last: int | None = None) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The id, name and data of each server-sent event of a job, up to the end."""
    headers = {} if last is None else {"Last-Event-ID": str(last)}
    with web.stream("GET", f"/jobs/{job}/events", headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        fields: dict[str, str] = {}
        for line in response.iter_lines():
            if line:
                name, _, value = line.partition(": ")
                fields[name] = value
            elif "data" in fields:
                yield fields.get("id", ""), fields["event"], json.loads(fields["data"])
                fields = {}


def test_a_photo_is_uploaded_drawn_watched_and_fetched(tmp_path: Path, duck_photo: Path):
    with serving(tmp_path / "server") as url, client(url) as web:
        uploaded = web.post("/photos", params={"name": "../my\x00 duck.jpg"}, content=duck_photo.read_bytes())
        assert uploaded.status_code == 201
        submitted = web.post("/jobs", json={**uploaded.json(), "settings": {"strokes": 5, "preset": "draft"}})
        assert submitted.status_code == 201
        job = submitted.json()
        assert job["name"] == "my duck.jpg"
        assert submitted.headers["location"] == f"/jobs/{job['id']}"
        seen = list(events(web, job["id"]))
        assert [name for _, name, _ in seen][-2:] == ["Finished", "end"]
        assert seen[-1][2]["state"] == "done"
        assert seen[-1][2]["outcome"]["strokes"] == 5
        drawn = web.get(f"/jobs/{job['id']}/drawing")
        assert drawn.headers["content-type"].startswith("image/svg+xml")
        assert drawn.text.count("<path") == 5
        assert next(data for _, name, data in seen if name == "SubjectFound")["mask"].startswith("data:image/png;")
        for kind, start in (("png", b"\x89PNG"), ("pdf", b"%PDF"), ("webp", b"RIFF")):
            assert web.get(f"/jobs/{job['id']}/drawing", params={"format": kind}).content.startswith(start)
        assert [one["id"] for one in web.get("/jobs").json()] == [job["id"]]
        assert web.delete(f"/jobs/{job['id']}").status_code == 204
        assert web.get(f"/jobs/{job['id']}").status_code == 404
        assert list((tmp_path / "server" / "results").iterdir()) == []


def test_the_drawing_is_the_one_that_the_python_interface_makes(tmp_path: Path, duck_photo: Path):
    with serving(tmp_path / "server", photos=[duck_photo.parent]) as url, client(url) as web:
        settings = {"strokes": 4, "preset": "draft"}
        job = web.post("/jobs", json={"photo": str(duck_photo), "settings": settings}).json()
        finished(web, job["id"])
        drawn = web.get(f"/jobs/{job['id']}/drawing").text
    assert drawn == drawing_to_svg(sketch(duck_photo, strokes=4, preset="draft"))


@pytest.fixture
def photo(tmp_path: Path, duck_photo: Path) -> dict[str, str]:
    """A job for the stub: it looks at no photo, but jobs wait for theirs."""
    (tmp_path / "photos").mkdir(exist_ok=True)
    return {"photo": str(shutil.copy(duck_photo, tmp_path / "photos" / "duck.jpg"))}


def test_previews_are_the_latest_and_what_was_seen_is_not_sent_again(web: Any, photo: dict[str, str]):
    job = web.post("/jobs", json=photo).json()["id"]
    finished(web, job)
    seen = list(events(web, job))
    assert [name for _, name, _ in seen] == ["JobBegun", "Started", "Progress", "JobWritten", "Finished", "end"]
    assert seen[2][2]["step"] == 2
    assert seen[2][2]["losses"] == {"total": None}
    assert seen[2][2]["drawing"].startswith("<?xml")
    number = int(seen[3][0])
    assert [name for _, name, _ in events(web, job, last=number)] == ["Finished", "end"]


def test_a_job_is_cancelled_while_it_waits_and_while_it_is_drawn(web: Any, stub: StubDraw, photo: dict[str, str]):
    stub.go_on.clear()
    first, second = (web.post("/jobs", json=photo).json()["id"] for _ in range(2))
    for job in (second, first):
        assert web.delete(f"/jobs/{job}").status_code == 204
    assert [finished(web, job)["state"] for job in (first, second)] == ["cancelled", "cancelled"]
    refused = web.get(f"/jobs/{first}/drawing")
    assert (refused.status_code, refused.json()["error"]) == (
        409,
        "this job is cancelled: its drawing is there once it is done",
    )


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_drawing_that_is_gone_is_said(kind: str, web: Any, photo: dict[str, str], tmp_path: Path):
    job = web.post("/jobs", json=photo).json()["id"]
    finished(web, job)
    for file in (tmp_path / "server" / "results").iterdir():
        file.unlink()
    answer = web.get(f"/jobs/{job}/drawing", params={"format": kind})
    assert answer.status_code == 410
    assert "draw it again" in answer.json()["error"]


def test_a_folder_that_cannot_be_used_is_said_at_once(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="check the folder"):
        Server(TOKEN, tmp_path / "file")


def test_what_cannot_be_stored_is_answered_in_one_line(web: Any, photo: dict[str, str], tmp_path: Path):
    (tmp_path / "server" / "results").touch()
    answer = web.post("/jobs", json=photo)
    assert answer.status_code == 503
    assert "\n" not in answer.json()["error"]


def test_what_was_not_done_is_done_by_the_next_server(tmp_path: Path, photo: dict[str, str]):
    halted, going = StubDraw(), StubDraw()
    halted.go_on.clear()
    with serving(tmp_path / "server", halted, photos=[tmp_path / "photos"]) as url, client(url) as web:
        jobs = [web.post("/jobs", json=photo).json()["id"] for _ in range(2)]
    with serving(tmp_path / "server", going) as url, client(url) as web:
        assert [finished(web, job)["state"] for job in jobs] == ["done", "done"]


def test_a_run_that_fails_says_why(tmp_path: Path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 and no more")
    with serving(tmp_path / "server", photos=[tmp_path / "photos"]) as url, client(url) as web:
        job = web.post("/jobs", json={"photo": str(tmp_path / "photos" / "broken.jpg")}).json()["id"]
        facts = finished(web, job)
        assert facts["state"] == "failed"
        assert "broken.jpg" in facts["reason"]


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"{", 400, "the body is no JSON"),
        (b"[]", 422, "a job must be an object"),
        (b"{}", 422, "there is nothing to draw"),
        (b'{"prompt": "a cat", "settings": {"strokes": 1000}}', 422, "strokes must be"),
        (b'{"prompt": "a cat", "settings": {"stroke": 3}}', 422, "there is no setting"),
        (b'{"prompt": "a cat", "else": 1}', 422, "a job has photo, prompt and settings"),
        (b'{"prompt": NaN}', 400, "NaN is no number"),
        (b'{"prompt": ' + b"[" * 100_000 + b"}", 400, "the body is no JSON"),
        (b'{"photo": "/etc/passwd"}', 403, "in no folder that was opened"),
        (b'{"photo": "uploads/../runs.db"}', 403, "there is no such upload"),
        (b'{"photo": "photos/a.jpg"}', 403, "in no folder that was opened"),
        (b'{"prompt": "' + b"a" * (1 << 20) + b'"}', 413, "may have at most 1 MB"),
    ],
)
def test_bad_jobs_are_refused_in_one_line(body: bytes, status: int, said: str, web: Any):
    refused = web.post("/jobs", content=body, headers={"Content-Type": "application/json"})
    assert refused.status_code == status
    assert said in refused.json()["error"]
    assert web.get("/jobs").json() == []


def test_links_do_not_lead_out_of_the_folders(web: Any, tmp_path: Path):
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (tmp_path / "photos" / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    assert web.post("/jobs", json={"photo": str(tmp_path / "photos" / "link.jpg")}).status_code == 403
    mask = {"photo": str(tmp_path / "photos" / "a.jpg"), "settings": {"mask": str(tmp_path / "secret.jpg")}}
    assert web.post("/jobs", json=mask).status_code == 403


def test_uploads_that_are_no_photos_are_refused_and_not_kept(web: Any, tmp_path: Path):
    refused = web.post("/photos", content=b"no photo")
    assert refused.status_code == 422
    assert "is not a photo" in refused.json()["error"]
    assert str(tmp_path) not in refused.text
    assert not (tmp_path / "server" / "uploads").exists()


def test_uploads_that_no_job_names_are_gone_at_the_next_start(tmp_path: Path, duck_photo: Path):
    kept, lost = duck_photo.read_bytes(), (duck_photo.parent / "cup.jpg").read_bytes()
    with serving(tmp_path / "server", StubDraw()) as url, client(url) as web:
        photo, _ = (web.post("/photos", content=data).json()["photo"] for data in (kept, lost))
        finished(web, web.post("/jobs", json={"photo": photo}).json()["id"])
    with serving(tmp_path / "server", StubDraw()):
        left = [path for path in (tmp_path / "server" / "uploads").rglob("*") if path.is_file()]
    assert [path.read_bytes() for path in left] == [kept]


def test_the_page_describes_what_there_is_without_anything_from_elsewhere(web: Any):
    page = web.get("/").text
    assert "/jobs/{id}/events" in page
    assert "http://" not in page.replace("http://127.0.0.1:8765", "")
    assert "https://" not in page
    assert "<script" not in page


def test_runs_are_in_the_gallery_as_those_of_a_server(
    tmp_path: Path, photo: dict[str, str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "runs"))
    with serving(tmp_path / "server", StubDraw(), photos=[tmp_path / "photos"]) as url, client(url) as web:
        job = web.post("/jobs", json=photo).json()["id"]
        assert [name for _, name, _ in events(web, job)][-2:] == ["Finished", "end"]
    with Entries(tmp_path / "runs") as entries:
        (summary,) = entries.find()
        entry = entries.entry(summary.id)
    assert entry is not None
    assert entry.origin == "server"
