"""What a package of Taureau installs beside the program: the desktop entry and the icon."""

from __future__ import annotations

import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path

import pytest
from taureau.document import load_svg
from taureau.resources import resource
from taureau.ui.widgets.dialogs import PHOTO_SUFFIXES

ENTRY = Path(__file__).resolve().parents[1] / "packaging" / "taureau.desktop"
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
