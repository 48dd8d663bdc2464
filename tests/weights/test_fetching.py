"""Models come over the network: from a real server, which breaks off, changes its files, or has none."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from types import SimpleNamespace

import pytest
from taureau.weights import (
    DamagedWeightsError,
    FetchError,
    RefusedWeightsError,
    StoppedError,
    StorageError,
    fetch,
    find_model,
    is_present,
    locate,
    state_of,
)

from tests.weights.little import PADDED, SAFE, LittleCatalogue, one_file, sha256
from tests.weights.server import Served, Server

BIG = 3_000_000  # bytes after which answers break off


@pytest.fixture
def served(server: Server, little: LittleCatalogue) -> Served:
    """The file of a model, "little", on the server."""
    server.files["/little"] = Served(PADDED)
    little.add_encoder(url=f"{server.url}/little")
    return server.files["/little"]


def bring(model_id: str = "little") -> list[str]:
    """Fetch a model; the stages it went through."""
    return list(dict.fromkeys(event.stage for event in fetch(model_id)))


def part(little: LittleCatalogue) -> Path:
    return little.models / ".little.fetch" / "little.safetensors.part"


def test_a_fetched_model_is_the_servers(served: Served, server: Server, little: LittleCatalogue) -> None:
    events = list(fetch("little"))
    assert [event.done for event in events if event.stage == "fetching"][-1] == len(PADDED)
    assert {event.total for event in events} == {len(PADDED)}
    assert events[-1].stage == "checking"
    assert locate("little").read_bytes() == PADDED
    assert sorted(path.name for path in little.models.iterdir()) == ["little"]
    assert sorted(path.name for path in (little.models / "little").iterdir()) == ["little.safetensors", "record.json"]
    assert list(fetch("little")) == []  # it is here: nothing is asked of the network
    assert server.asked == [("/little", None)]


def test_nothing_is_asked_before_the_first_event(served: Served, server: Server) -> None:
    fetch("little")
    assert server.asked == []


def test_a_connection_that_breaks_off_is_taken_up_again(served: Served, server: Server) -> None:
    served.cuts = [BIG, 500_000]
    bring()
    assert locate("little").read_bytes() == PADDED
    assert server.asked == [("/little", None), ("/little", f"bytes={BIG}-"), ("/little", f"bytes={BIG + 500_000}-")]


def test_a_server_that_says_no_length_and_breaks_off(served: Served) -> None:
    served.says_length = False
    served.cuts = [BIG]
    with pytest.raises(RefusedWeightsError, match="damaged or cut off"):
        bring()
    bring()
    assert locate("little").read_bytes() == PADDED


def test_a_connection_that_breaks_off_again_and_again(served: Served, little: LittleCatalogue) -> None:
    served.cuts = [1000] * 6
    with pytest.raises(FetchError, match=r"broke off again and again.*6 kB are kept, and the next fetch goes on"):
        bring()
    assert part(little).read_bytes() == PADDED[:6000]
    assert state_of(find_model("little")).size >= 6000
    bring()
    assert locate("little").read_bytes() == PADDED


def test_stopping_keeps_what_came(served: Served, server: Server, little: LittleCatalogue) -> None:
    seen: list[int] = []
    stopped = fetch("little", lambda: bool(seen) and seen[-1] > 0)
    with pytest.raises(StoppedError, match="are kept, and the next fetch goes on from there"):
        seen.extend(event.done for event in stopped)
    kept = part(little).stat().st_size
    assert 0 < kept < len(PADDED)
    assert bring() == ["fetching", "checking"]
    assert server.asked[-1] == ("/little", f"bytes={kept}-")
    assert locate("little").read_bytes() == PADDED


def test_a_fetch_that_is_dropped_keeps_what_came(served: Served, little: LittleCatalogue) -> None:
    dropped = fetch("little")
    assert [next(dropped).done, next(dropped).done > 0] == [0, True]
    dropped.close()  # type: ignore[attr-defined]
    assert part(little).stat().st_size > 0
    bring()
    assert locate("little").read_bytes() == PADDED


def test_a_fetch_interrupted_after_its_last_byte(served: Served, server: Server) -> None:
    dropped = fetch("little")
    while next(dropped).stage == "fetching":
        pass
    dropped.close()  # type: ignore[attr-defined]
    bring()
    assert locate("little").read_bytes() == PADDED
    assert server.asked == [("/little", None)]


@pytest.mark.parametrize("ignores_ranges", [True, False])
@pytest.mark.parametrize("etag", ['"two"', None])
def test_a_file_that_changed_is_fetched_from_its_beginning(
    ignores_ranges: bool, etag: str | None, served: Served, little: LittleCatalogue
) -> None:
    served.cuts = [BIG] * 6
    served.ranges = False
    with pytest.raises(FetchError):
        bring()
    served.ranges = not ignores_ranges
    served.data, served.etag, served.cuts = SAFE, etag, []
    bring()
    assert locate("little").read_bytes() == SAFE


def test_a_server_that_ignores_ranges_is_asked_for_all(served: Served, server: Server) -> None:
    served.ranges = False
    served.cuts = [BIG]
    bring()
    assert locate("little").read_bytes() == PADDED
    assert [asked for _, asked in server.asked] == [None, f"bytes={BIG}-"]


def test_what_is_not_what_was_published(served: Served, server: Server, little: LittleCatalogue) -> None:
    little.add_encoder("other", url=f"{server.url}/little", sha256=sha256(b"other"))
    with pytest.raises(DamagedWeightsError, match=r"is not what was published: fetch it again, or see https://example"):
        bring("other")
    assert not is_present("other")
    assert list((little.models / ".other.fetch").iterdir()) == []


def test_the_hash_that_hugging_face_sends_ahead(served: Served, server: Server, little: LittleCatalogue) -> None:
    server.files["/right"] = Served(leads_to="/little", linked_etag=sha256(PADDED))
    server.files["/wrong"] = Served(leads_to="/little", linked_etag=sha256(SAFE))
    little.add_encoder("right", url=f"{server.url}/right")
    little.add_encoder("wrong", url=f"{server.url}/wrong")
    bring("right")
    assert is_present("right")
    with pytest.raises(DamagedWeightsError, match="is not what was published"):
        bring("wrong")


@pytest.mark.parametrize(
    ("status", "what"),
    [
        (404, r"there is no such file any more: http://127.*\(404\); find it elsewhere"),
        (401, r"the server wants a sign-in for .*\(401\): get the file with a browser"),
        (503, r"127\.0\.0\.1 answered 503 for .*: try again later"),
    ],
)
def test_servers_that_refuse(status: int, what: str, served: Served, little: LittleCatalogue) -> None:
    served.status = status
    with pytest.raises(FetchError, match=what):
        bring()
    assert not is_present("little")


def test_a_sign_in_page_is_no_model(served: Served) -> None:
    served.data = b"<html>Sign in to the airport's network</html>"
    with pytest.raises(RefusedWeightsError, match="it is a web page"):
        bring()
    served.data, served.etag = PADDED, '"two"'
    bring()
    assert locate("little").read_bytes() == PADDED


def test_no_network(little: LittleCatalogue) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and nobody listens
        little.add_encoder(url=f"http://127.0.0.1:{taken.getsockname()[1]}/little")
        with pytest.raises(
            FetchError, match=r"127\.0\.0\.1 cannot be reached \(Connection refused\): check the network"
        ):
            bring()


def test_a_server_that_falls_silent(little: LittleCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taureau.weights.download.TIMEOUT", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        little.add_encoder(url=f"http://127.0.0.1:{silent.getsockname()[1]}/little")
        with pytest.raises(FetchError, match="cannot be reached"):
            bring()


def test_no_room(served: Served, server: Server, little: LittleCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=65_000_000))
    with pytest.raises(StorageError, match=r"4 MB are needed in .*, and 65 MB are free: make room, or choose another"):
        bring()
    little.add("large", [one_file(url=f"{server.url}/little")], about_mb=90)
    before = len(server.asked)
    with pytest.raises(StorageError, match="90 MB are needed"):
        bring("large")
    assert len(server.asked) == before


def test_two_at_once(served: Served) -> None:
    first = fetch("little")
    next(first)
    with pytest.raises(StorageError, match="another fetch of little is under way: wait for its end"):
        bring()
    list(first)
    assert is_present("little")


def test_a_folder_of_files_goes_on_with_those_that_are_missing(server: Server, little: LittleCatalogue) -> None:
    index = json.dumps({"_class_name": "LittlePipeline"}).encode()
    server.files |= {"/index": Served(index), "/prior": Served(status=404)}
    little.add(
        "karlito",
        [
            one_file("model_index.json", format="json", url=f"{server.url}/index"),
            one_file("prior/weights.safetensors", url=f"{server.url}/prior"),
        ],
        kind="imagine",
        pipeline="LittlePipeline",
    )
    with pytest.raises(FetchError, match="404"):
        bring("karlito")
    assert not is_present("karlito")
    server.files["/prior"] = Served(SAFE)
    events = list(fetch("karlito"))
    assert {(event.number, event.count) for event in events if event.stage == "fetching"} == {(2, 2)}
    assert (locate("karlito") / "prior" / "weights.safetensors").read_bytes() == SAFE
    assert [path for path, _ in server.asked] == ["/index", "/prior", "/prior"]


def test_the_builtin_model_is_not_fetched() -> None:
    with pytest.raises(RefusedWeightsError, match="comes with the installation"):
        bring("builtin")
