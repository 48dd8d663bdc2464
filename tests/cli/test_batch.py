"""`batch`: the drawings of `sketch`, of many photos, whatever happens to some of them or to the program."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from taureau.store.entries import Entries

from tests.cli.program import command, refusal, taureau, taureau_on_terminal
from tests.conftest import SAMPLES
from tests.processes import running

DRAFT = ("--preset", "draft", "--workers", "1")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """Small photos, one of them in a folder, and a damaged one."""
    folder = tmp_path / "photos"
    (folder / "sub").mkdir(parents=True)
    for name, where in (("cup", "cup.jpg"), ("duck", "sub/duck.jpg")):
        with Image.open(SAMPLES / f"{name}.jpg") as photo:
            photo.thumbnail((160, 160))
            photo.save(folder / where)
    (folder / "damaged.jpg").write_bytes((folder / "cup.jpg").read_bytes()[:800])
    return folder


def drawings(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.svg")}


def test_drawings_are_those_of_sketch_and_a_damaged_photo_is_a_line(photos: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = taureau("batch", photos, "-o", out, "--recursive", "--strokes", "8", *DRAFT)
    assert result.returncode == 3, result.stderr
    assert sorted(drawings(out)) == ["cup.svg", "sub/duck.svg"]
    for name in ("cup", "sub/duck"):
        alone = tmp_path / "alone.svg"
        sketched = taureau("sketch", photos / f"{name}.jpg", "-o", alone, "--strokes", "8", "--preset", "draft")
        assert sketched.returncode == 0
        assert alone.read_bytes() == (out / f"{name}.svg").read_bytes()
    (line,) = [line for line in result.stderr.splitlines() if "damaged" in line]
    assert line.endswith("damaged.jpg: damaged.jpg is cut off before its end: copy or download it again.")
    assert result.stdout.startswith(f"{out}: 2 drawings in ")
    assert result.stdout.endswith(f"; 1 could not be drawn; see {out / 'report.html'}\n")
    assert (out / "report.html").is_file()

    (photos / "damaged.jpg").unlink()
    again = taureau("batch", photos, "-o", out, "--recursive", "--strokes", "8", *DRAFT, "--json")
    assert again.returncode == 0
    report = json.loads(again.stdout)
    assert (report["drawn"], report["drawn_before"], report["failed"]) == (0, 2, 0)
    assert report == json.loads((out / "report.json").read_text(encoding="utf-8"))


def test_a_list_and_a_preset_file_whose_settings_options_replace(photos: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# things\nphotos/cup.jpg\nphotos/sub/duck.jpg\n")
    (tmp_path / "preset.json").write_text('{"preset": "draft", "strokes": 6, "seed": 1}')
    out = tmp_path / "out"
    options = ("--preset-file", tmp_path / "preset.json", "--seed", "0", "--device", "cpu", "--json")
    result = taureau("batch", tmp_path / "list.txt", "-o", out, *options, "--workers", "1")
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert report["settings"] == {"strokes": 6, "preset": "draft", "device": "cpu"}
    assert {line["output"]: line["state"] for line in report["drawings"]} == {
        "cup.svg": "drawn",
        "sub/duck.svg": "drawn",
    }


def test_drawings_are_kept_in_the_gallery(photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAUREAU_RUNS", str(tmp_path / "runs"))
    (photos / "damaged.jpg").unlink()
    assert taureau("batch", photos, "-o", tmp_path / "out", *DRAFT).returncode == 0
    with Entries() as entries:
        (entry,) = entries.find()
        kept = entries.entry(entry.id)
    assert kept is not None
    assert (kept.origin, kept.name, kept.request["settings"]) == ("batch", "cup", {"preset": "draft"})
    assert kept.request["photo"] == str(photos / "cup.jpg")


def test_on_a_terminal_there_is_a_bar_and_lines_for_failures_only(photos: Path, tmp_path: Path) -> None:
    shutil.rmtree(photos / "sub")
    with pytest.raises(AssertionError) as caught:
        taureau_on_terminal("batch", photos, "-o", tmp_path / "out", *DRAFT)
    sent = str(caught.value)
    assert "2 of 2" in sent
    assert "damaged.jpg is cut off" in sent
    assert "cup.jpg: 16 strokes" not in sent


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--workers", "0"), "--workers must be from 1 to 256, not 0"),
        (("--strokes", "0"), "--strokes must be a whole number from 1 to 256, or auto, or auto:MAX, not 0"),
        (("--ray", "nowhere"), "--ray must be local, auto or the HOST:PORT of a cluster's head, not 'nowhere'"),
        (("--detail", "5"), "--detail sets where --strokes auto stops: give both, or leave --detail out"),
    ],
)
def test_bad_options_are_one_line(options: tuple[str, ...], said: str, photos: Path, tmp_path: Path) -> None:
    assert refusal(taureau("batch", photos, "-o", tmp_path / "out", *options)) == said


def test_bad_files_are_one_line(photos: Path, tmp_path: Path) -> None:
    def said(*arguments: object) -> str:
        return refusal(taureau("batch", *arguments))

    out, file = tmp_path / "out", tmp_path / "preset.json"
    assert said(tmp_path / "none", "-o", out).startswith(f"{tmp_path / 'none'} cannot be used: No such file")
    assert said(tmp_path, "-o", out).startswith(f"there is no photo in {tmp_path}: name another folder")
    assert said(photos / "cup.jpg", "-o", out).startswith(f"{photos / 'cup.jpg'} is no list of photos")
    assert said(photos, "-o", photos / "cup.jpg") == f"{photos / 'cup.jpg'} is a file: name a folder for the drawings"
    for text, start in (
        ('{"strokes": 12', f"{file} is no JSON"),
        ('{"stroke": 12}', f"{file}: there is no setting 'stroke'; choose among"),
        ('{"strokes": 1000}', f"{file}: strokes must be"),
        ("[]", f"{file}: settings must be an object"),
    ):
        file.write_text(text)
        assert said(photos, "-o", out, "--preset-file", file).startswith(start)
    local = ("--ray", "local", "--mask", photos / "cup.jpg")
    assert said(photos, "-o", out, *local).startswith("the picture of --mask is not sent to the machines of --ray")
    assert said(photos, "-o", out, "--preset-file", out / "none").startswith(f"{out / 'none'} cannot be read: No such")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_interrupted_or_killed_it_goes_on_where_it_was(number: int, photos: Path, tmp_path: Path) -> None:
    for copy in range(6):
        shutil.copy(photos / "cup.jpg", photos / f"cup-{copy}.jpg")
    out = tmp_path / "out"
    line = command("batch", photos, "-o", out, *DRAFT)
    with running(line, limit=180, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("1 of 8: cup")
        process.send_signal(number)
        said, told = process.communicate()
    assert "Traceback" not in told
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert "not drawn yet: give the same command again" in said
        assert (out / "report.html").is_file()
    before = drawings(out)
    assert 1 <= len(before) < 7
    again = taureau("batch", photos, "-o", out, *DRAFT, "--json")
    report = json.loads(again.stdout)
    assert again.returncode == 3  # for the damaged one
    assert report["drawn_before"] in (len(before) - 1, len(before))
    assert report["drawn"] + report["drawn_before"] == 7
    assert before.items() <= drawings(out).items()
