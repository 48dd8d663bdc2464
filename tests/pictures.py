"""`python -m tests.pictures [FOLDER]`: pictures of results and a film for README and docs, by the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from PIL import Image, ImageDraw, ImageFont
from taureau.document import PENS

ROOT = Path(__file__).parent.parent
NAMES = ("cup", "cat", "dog", "duck", "moose")
TONED = (
    ("duck", "--colors", "4", "--areas", "14"),
    ("cup", "--colors", "4", "--areas", "14"),
    ("dog", "--colors", "4", "--areas", "16"),
    ("dog", "--tone", "form"),
    ("cup", "--tone", "cross", "--tone-levels", "3"),
    ("duck", "--tone", "stipple", "--tone-levels", "3"),
    ("duck", "--one-line", "--flow", "100"),
    ("cup", "--one-line"),
    ("dog", "--one-line", "--flow", "90", "--tone", "form"),
)
FILMED = ("resources/samples/duck.jpg", "--pen", "brush", "--colors", "4", "--areas", "14")
FILM_SIDE = 480  # px
JOINED = ("cup", "moose", "dog")
FLOWS = ((), ("--one-line", "--flow", "0"), ("--one-line",), ("--one-line", "--flow", "100"))
PENNED = (("resources/samples/astronaut.jpg", "--strokes", "32"), ("--prompt", "a cat"), ("--prompt", "a bicycle"))
HEIGHT, GAP, CAPTION = 220, 24, 32  # px
SIDE = 250  # px of a drawing among the pens


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "pictures"
    docs = folder if len(sys.argv) > 1 else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    photos = [_high(Image.open(_sample(name)).convert("RGB")) for name in NAMES]
    drawings = [_high(_drawn(str(_sample(name)))) for name in NAMES]
    _save(_rows(photos, drawings), folder / "results.png")
    toned = [_high(_drawn(str(_sample(name)), *options)) for name, *options in TONED]
    _save(_rows(toned[:3], toned[3:6], toned[6:]), folder / "colour-and-tone.png")
    _save(_pens(), docs / "pens.png")
    _film(folder / "film.svg")
    joined = ([_high(_drawn(str(_sample(name)), *flow)) for flow in FLOWS] for name in JOINED)
    _save(_rows(*joined), docs / "one-line.png")


def _rows(*rows: Sequence[Image.Image]) -> Image.Image:
    width = max(sum(image.width for image in row) + GAP * (len(row) + 1) for row in rows)
    sheet = Image.new("RGB", (width, len(rows) * (HEIGHT + GAP) + GAP), "white")
    for number, row in enumerate(rows):
        left = (width - sum(image.width + GAP for image in row) + GAP) // 2
        for image in row:
            sheet.paste(image, (left, GAP + number * (HEIGHT + GAP)))
            left += image.width + GAP
    return sheet


def _pens() -> Image.Image:
    """Each drawing by each pen, the name of the pen above."""
    sheet = Image.new("RGB", (len(PENS) * (SIDE + GAP) + GAP, CAPTION + len(PENNED) * (SIDE + GAP) + GAP), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(18)
    for column, (pen, kind) in enumerate(PENS.items()):
        left = GAP + column * (SIDE + GAP)
        draw.text((left + SIDE / 2, GAP), kind.label, "#555555", font, anchor="mm")
        for row, what in enumerate(PENNED):
            picture = _drawn(*what, "--pen", pen)
            picture.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
            middle = CAPTION + GAP + row * (SIDE + GAP) + (SIDE - picture.height) // 2
            sheet.paste(picture, (left + (SIDE - picture.width) // 2, middle))
    return sheet


def _sample(name: str) -> Path:
    return ROOT / "resources" / "samples" / f"{name}.jpg"


def _drawn(*what: str) -> Image.Image:
    """The drawing of 16 strokes that these arguments of `sketch` give."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "drawing.svg"
        _taureau("sketch", *what, "-o", str(output))
        png = resvg_py.svg_to_bytes(svg_path=str(output), background="#ffffff", dpi=96)
    return Image.open(BytesIO(bytes(png))).convert("RGB")


def _film(path: Path) -> None:
    """Write the film of a drawing, an animated SVG."""
    with TemporaryDirectory() as folder:
        drawing = Path(folder) / "drawing.svg"
        _taureau("sketch", *FILMED, "-o", str(drawing))
        _taureau("film", str(drawing), "-o", str(path), "--size", str(FILM_SIDE))


def _taureau(*arguments: str) -> None:
    subprocess.run([sys.executable, str(ROOT / "main.py"), *arguments], check=True, cwd=ROOT)


def _high(image: Image.Image) -> Image.Image:
    return image.resize((round(image.width * HEIGHT / image.height), HEIGHT), Image.Resampling.LANCZOS)


def _save(sheet: Image.Image, path: Path) -> None:
    sheet.quantize(200).save(path, optimize=True)


if __name__ == "__main__":
    main()
