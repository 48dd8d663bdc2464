"""`import taureau` as a program uses it: light to import, drawings in one call or as a stream of events."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import taureau
from PIL import Image
from taureau.api import sketch_request
from taureau.document import Drawing, rounded
from taureau.engine.presets import AUTO_LIMIT
from taureau.geometry import Curve
from taureau.resources import resource

from tests.engine.tiny import disc_photo as disc

_LIGHT = """
import sys
import taureau
assert taureau.__version__
assert {"sketch", "Drawing"} <= set(dir(taureau))
print(*sorted({"torch", "numpy", "PIL", "PySide6", "argparse", "taureau.document"} & set(sys.modules)))
"""
_DRAWING_ALONE = """
import sys
from taureau import Curve, Drawing, Layer, SketchRequest, Stroke, load_svg, save_svg, sketch, stream
print(*sorted({"torch", "PySide6", "diffusers", "transformers", "timm", "cv2"} & set(sys.modules)))
"""


def printed(program: str) -> str:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.strip()


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert printed(_LIGHT) == ""


def test_its_names_load_neither_torch_nor_qt() -> None:
    assert printed(_DRAWING_ALONE) == ""


def test_it_sets_the_thread_environment_where_it_is_not_set() -> None:
    program = "import os; os.environ.pop('OMP_WAIT_POLICY', 0); os.environ['KMP_BLOCKTIME'] = '7'; import taureau; "
    program += "print(os.environ['OMP_WAIT_POLICY'], os.environ['KMP_BLOCKTIME'], os.environ['OPENBLAS_NUM_THREADS'])"
    assert printed(program) == "PASSIVE 7 1"


def test_every_public_name_can_be_used() -> None:
    for name in taureau.__all__:
        assert getattr(taureau, name) is not None
    assert set(taureau._MODULE_OF) == set(taureau.__all__) - {"__version__"}
    with pytest.raises(AttributeError, match="no attribute 'skecth'"):
        taureau.skecth  # noqa: B018


def test_the_package_is_typed() -> None:
    assert (Path(taureau.__file__).parent / "py.typed").exists()


def test_a_photo_is_drawn_and_saved(tmp_path) -> None:
    photo = tmp_path / "disc.png"
    Image.fromarray(disc()).save(photo)
    events = []
    drawing = taureau.sketch(str(photo), strokes=3, preset="draft", on_event=events.append)
    assert drawing.stroke_count == 3
    assert [stroke.id for stroke in drawing.strokes] == ["stroke1", "stroke2", "stroke3"]
    assert isinstance(events[0], taureau.Started)
    assert isinstance(events[-1], taureau.Finished)
    taureau.save_svg(drawing, tmp_path / "disc.svg")
    assert taureau.load_svg(tmp_path / "disc.svg") == rounded(drawing)
    more = taureau.sketch(photo, strokes=1, drawing=taureau.load_svg(tmp_path / "disc.svg"))
    assert more.stroke_count == 4


def test_a_file_an_image_and_an_array_are_the_same_photo(tmp_path) -> None:
    Image.fromarray(disc()).save(tmp_path / "disc.png")
    sources = [tmp_path / "disc.png", Image.open(tmp_path / "disc.png"), Image.fromarray(disc()), disc()]
    requests = [sketch_request(source) for source in sources]
    for request in requests:
        assert request.photo is not None
        assert np.array_equal(request.photo, disc())
        assert (request.height, request.width) == disc().shape[:2]
    assert [request.name for request in requests] == ["disc.png", "disc.png", "image", ""]


def test_an_image_is_turned_upright_and_bounded(tmp_path) -> None:
    image = Image.fromarray(np.full((40, 2000, 3), 200, np.uint8))
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "turned.png", exif=exif)
    for source in (tmp_path / "turned.png", Image.open(tmp_path / "turned.png")):
        request = sketch_request(source)
        assert (request.width, request.height) == (40, 2000)
        assert request.photo is not None
        assert request.photo.shape == (1024, 20, 3)


def test_the_same_arguments_give_the_same_drawing() -> None:
    assert taureau.sketch(disc(), strokes=2, preset="draft") == taureau.sketch(disc(), strokes=2, preset="draft")


def test_a_stream_can_be_stopped() -> None:
    seen: list[taureau.Event] = []
    request = sketch_request(disc(), strokes=3, preset="standard")
    seen.extend(taureau.stream(request, lambda: any(isinstance(one, taureau.Progress) for one in seen)))
    last = seen[-1]
    assert isinstance(last, taureau.Finished)
    assert last.report.stopped
    assert last.drawing.stroke_count == 3


def test_auto_means_as_many_strokes_as_it_takes() -> None:
    request = sketch_request(disc(), strokes="auto")
    assert (request.strokes, request.detail, request.preset) == (AUTO_LIMIT, 0.5, "standard")
    request = sketch_request(disc(), strokes=40, detail=0.9)
    assert (request.strokes, request.detail, request.preset) == (40, 0.9, "standard")
    assert sketch_request(prompt="a cat").preset == "fine"


def test_a_mask_may_have_the_size_of_the_whole_photo(tmp_path) -> None:
    large = np.repeat(np.repeat(disc(), 11, 0), 11, 1)
    mask = large[..., 0] < 128
    request = sketch_request(large, mask=mask)
    assert request.photo is not None
    assert isinstance(request.mask, np.ndarray)
    assert request.mask.shape == request.photo.shape[:2] < mask.shape
    assert request.mask.mean() == pytest.approx(mask.mean(), abs=0.01)
    Image.fromarray(mask).save(tmp_path / "mask.png")
    assert np.mean(sketch_request(large, mask=tmp_path / "mask.png").mask ^ request.mask) < 0.01
    with pytest.raises(ValueError, match="the mask must be bool"):
        sketch_request(large, mask=mask[1:])


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"photo": disc(), "strokes": 0},
        {"photo": disc(), "preset": "quick"},
        {"photo": disc(), "drawing": Drawing(10, 30)},
        {"prompt": "a cat", "drawing": Drawing(10, 30)},
        {"prompt": "a cat", "mask": "mask.png"},
        {"photo": np.zeros((4, 4, 3, 3))},
    ],
)
def test_arguments_out_of_range_are_value_errors(arguments) -> None:
    with pytest.raises(ValueError):
        taureau.sketch(**arguments)


def test_what_cannot_be_read_or_drawn_is_a_taureau_error(tmp_path) -> None:
    with pytest.raises(taureau.TaureauError, match="does not exist"):
        taureau.sketch(tmp_path / "none.jpg")
    with pytest.raises(taureau.TaureauError, match="there is no such file"):
        taureau.load_svg(tmp_path / "none.svg")
    with pytest.raises(taureau.SketchError, match=r"no clear contour in this photo\. Choose one with more contrast"):
        taureau.sketch(np.full((64, 64, 3), 128, np.uint8))
    (tmp_path / "cut.png").write_bytes(resource("samples/duck.jpg").read_bytes()[:2000])
    with (
        Image.open(tmp_path / "cut.png") as cut,
        pytest.raises(taureau.PhotoError, match=r"cut\.png cannot be decoded"),
    ):
        taureau.sketch(cut)


@pytest.mark.parametrize("name", ["a.svg", "a.pdf", "a.png", "a.webp"])
def test_a_drawing_is_exported(tmp_path, name: str) -> None:
    line = taureau.Stroke(Curve.line([0, 0], [50, 50]), 2.0)
    drawing = taureau.Drawing(100, 50, (taureau.Layer("a", (line,)),))
    taureau.export_drawing(drawing, tmp_path / name, size_mm=50, margin_mm=5)
    assert (tmp_path / name).stat().st_size > 200
    if name.endswith("png"):
        with Image.open(tmp_path / name) as picture:
            assert picture.size == (709, 413)  # 60 × 35 mm at 300 dpi
    with pytest.raises(taureau.TaureauError, match="names no format"):
        taureau.export_drawing(drawing, tmp_path / "a.gif")


@pytest.mark.parametrize("name", ["a.svg", "a.gif", "a.json"])
def test_a_film_is_exported(tmp_path, name: str) -> None:
    line = taureau.Stroke(Curve.line([0, 0], [50, 50]), 2.0)
    drawing = taureau.Drawing(100, 50, (taureau.Layer("a", (line,)),))
    photo = np.full((50, 100, 3), 90, dtype=np.uint8)
    taureau.export_film(drawing, tmp_path / name, size=90, seconds=0.5, hold=0, photo=photo, photo_place="beside")
    assert (tmp_path / name).stat().st_size > 200
    if name.endswith("gif"):
        with Image.open(tmp_path / name) as picture:
            assert (picture.size, picture.is_animated) == ((90, 22), True)
    with pytest.raises(taureau.TaureauError, match="names no film"):
        taureau.export_film(drawing, tmp_path / "a.pdf")


def test_the_readmes_lines_draw_a_photo(tmp_path, monkeypatch) -> None:
    root = Path(__file__).parents[1]
    section = (root / "README.md").read_text(encoding="utf-8").partition("## From Python\n")[2]
    program = re.search("```python\n(.*?)```", section, re.DOTALL)
    assert program is not None
    (tmp_path / "resources").symlink_to(root / "resources")
    monkeypatch.chdir(tmp_path)
    exec(program[1], {})
    assert taureau.load_svg("duck.svg").stroke_count == 12
    assert (tmp_path / "duck.pdf").read_bytes().startswith(b"%PDF")
