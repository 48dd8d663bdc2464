"""What a package of Taureau installs: the wheel's content, the desktop entry and the icon."""

from __future__ import annotations

import shutil
import subprocess
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


def test_the_wheel_installs_the_package_and_its_resources_alone(tmp_path):
    builder = pytest.importorskip("hatchling.builders.wheel").WheelBuilder(str(ROOT))
    (built,) = builder.build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as wheel:
        names = wheel.namelist()
        (entry_points,) = [wheel.read(name).decode() for name in names if name.endswith("entry_points.txt")]
    inside = {name for name in names if name.startswith("taureau/")}
    assert {name.partition("/")[0] for name in set(names) - inside} == {f"taureau-{taureau.__version__}.dist-info"}
    assert {"taureau/__init__.py", "taureau/py.typed", "taureau/api.py", "taureau/ui/shell/main_window.py"} <= inside
    resources = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*") if path.is_file()}
    assert {f"taureau/shipped/{path.as_posix()}" for path in resources} <= inside
    assert "taureau = taureau.__main__:program" in entry_points
