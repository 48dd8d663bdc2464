"""Large photos load in little memory."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from taureau.photo import load_photo

LOAD = """
import sys
from pathlib import Path
from PIL import Image
from taureau.photo import load_photo

def peak() -> int:
    text = Path("/proc/self/status").read_text()
    return int(text.split("VmHWM:")[1].split()[0]) // 1024

Image.init()
before = peak()
photo = load_photo(Path(sys.argv[1]))
print(photo.width, photo.height, *photo.pixels.shape, peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
def test_a_jpeg_12000_pixels_wide_is_decoded_reduced(tmp_path: Path) -> None:
    path = tmp_path / "wide.jpg"
    Image.new("RGB", (12000, 4000), (200, 100, 50)).save(path)
    run = [sys.executable, "-c", LOAD, str(path)]
    root = Path(__file__).parents[2]
    answer = subprocess.run(run, capture_output=True, text=True, check=True, cwd=root, timeout=60)
    width, height, rows, columns, depth, grown = map(int, answer.stdout.split())
    assert (width, height, rows, columns, depth) == (12000, 4000, 341, 1024, 3)
    assert grown < 60, "MB; decoded whole it would take 183"


def test_a_png_60000_pixels_wide_loads() -> None:
    stream = BytesIO()
    image = Image.new("1", (60000, 800), 0)
    image.paste(1, (30000, 0, 60000, 800))
    image.save(stream, format="PNG")
    photo = load_photo(stream)
    assert (photo.width, photo.height, photo.pixels.shape) == (60000, 800, (14, 1024, 3))
    assert photo.pixels[7, 500].tolist() == [0, 0, 0]
    assert photo.pixels[7, 524].tolist() == [255, 255, 255]


def test_a_photo_above_pillows_own_limit_loads_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)  # warnings are errors here, and 2000 pixels an error
    stream = BytesIO()
    Image.new("RGB", (100, 50), (200, 100, 50)).save(stream, format="PNG")
    assert load_photo(stream).pixels.shape == (50, 100, 3)
    assert Image.MAX_IMAGE_PIXELS == 1000
