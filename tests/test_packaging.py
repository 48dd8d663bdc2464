"""What a package of Taureau installs: the wheel's content, the desktop entry and the icon."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

import pytest
import taureau
from taureau.document import load_svg
from taureau.photo import PHOTO_SUFFIXES
from taureau.resources import resource

ROOT = Path(__file__).resolve().parents[1]
ENTRY = ROOT / "packaging" / "linux" / "taureau.desktop"
_TYPES = {"jpg": "jpeg", "tif": "tiff"}


def entry() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ENTRY, encoding="utf-8")
    return parser


def test_photos_and_drawings_are_opened_with_taureau():
    types = entry()["Desktop Entry"]["MimeType"].strip(";").split(";")
    wanted = {f"image/{_TYPES.get(suffix, suffix)}" for suffix in PHOTO_SUFFIXES} | {"image/svg+xml"}
    assert set(types) == wanted
    assert entry()["Desktop Entry"]["Exec"] == "taureau %f"


def test_the_icon_is_the_one_that_ships_and_a_drawing_itself():
    assert entry()["Desktop Entry"]["Icon"] == resource("icons/taureau.svg").stem
    assert load_svg(resource("icons/taureau.svg")).stroke_count >= 5


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed")
def test_the_entry_is_valid():
    done = subprocess.run(
        ["desktop-file-validate", str(ENTRY)], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "")


def wheel_of(source: Path, folder: Path) -> Path:
    """Build the wheel of a checkout, or of an unpacked source distribution."""
    builder = pytest.importorskip("hatchling.builders.wheel").WheelBuilder(str(source))
    (built,) = builder.build(directory=str(folder), versions=["standard"])
    return Path(built)


@pytest.fixture(scope="module")
def wheel_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return wheel_of(ROOT, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_installs_the_package_and_its_resources_alone(wheel_file):
    with zipfile.ZipFile(wheel_file) as wheel:
        names = wheel.namelist()
        (entry_points,) = [wheel.read(name).decode() for name in names if name.endswith("entry_points.txt")]
    inside = {name for name in names if name.startswith("taureau/")}
    assert {name.partition("/")[0] for name in set(names) - inside} == {f"taureau-{taureau.__version__}.dist-info"}
    assert {"taureau/__init__.py", "taureau/py.typed", "taureau/api.py", "taureau/ui/shell/main_window.py"} <= inside
    resources = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"taureau/shipped/{path.as_posix()}" for path in resources} <= inside
    assert "taureau = taureau.__main__:program" in entry_points


def test_the_wheel_of_the_source_distribution_is_the_same(wheel_file, tmp_path):
    builder = pytest.importorskip("hatchling.builders.sdist").SdistBuilder(str(ROOT))
    (built,) = builder.build(directory=str(tmp_path), versions=["standard"])
    with tarfile.open(built) as sources:
        sources.extractall(tmp_path, filter="data")
    with (
        zipfile.ZipFile(wheel_file) as one,
        zipfile.ZipFile(wheel_of(Path(built.removesuffix(".tar.gz")), tmp_path)) as other,
    ):
        hashes = [{entry.filename: entry.CRC for entry in wheel.infolist()} for wheel in (one, other)]
    assert hashes[0] == hashes[1]


def test_what_the_wheel_installs_runs_without_a_checkout(wheel_file, tmp_path):
    with zipfile.ZipFile(wheel_file) as wheel:
        wheel.extractall(tmp_path / "site")
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TAUREAU_", "XDG_"))}

    def run(*arguments: object) -> str:
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=home,
            env=kept | {"HOME": str(home), "PYTHONPATH": str(tmp_path / "site")},
            capture_output=True,
            text=True,
            check=True,
            timeout=200,
        ).stdout

    assert run("-m", "taureau", "--version") == f"taureau {taureau.__version__}\n"
    found = run("-c", "from taureau.resources import resource; print(resource('samples/cup.jpg'))").strip()
    assert Path(found).is_relative_to(tmp_path / "site")
    run("-m", "taureau", "sketch", found, "-o", "cup.svg", "--preset", "draft", "--strokes", 4)
    assert load_svg(home / "cup.svg").stroke_count == 4
    findings = run("-m", "taureau", "doctor", "--no-speed")
    assert "!!" not in findings
    assert "ok  taureau-clip" in findings
