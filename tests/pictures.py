"""`python -m tests.pictures [FOLDER]`: the README's picture of real results, made by the real command line."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from PIL import Image

ROOT = Path(__file__).parent.parent
NAMES = ("cup", "cat", "dog", "duck", "moose")
HEIGHT, GAP = 220, 24  # px


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "packaging" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    columns = []
    for name in NAMES:
        photo = ROOT / "resources" / "samples" / f"{name}.jpg"
        columns.append((_scaled(Image.open(photo).convert("RGB")), _scaled(_drawn(photo))))
    width = sum(photo.width for photo, _ in columns) + GAP * (len(columns) + 1)
    sheet = Image.new("RGB", (width, 2 * HEIGHT + 3 * GAP), "white")
    left = GAP
    for photo, drawing in columns:
        sheet.paste(photo, (left, GAP))
        sheet.paste(drawing, (left, HEIGHT + 2 * GAP))
        left += photo.width + GAP
    sheet.quantize(200).save(folder / "results.png", optimize=True)


def _drawn(photo: Path) -> Image.Image:
    """The photo's drawing of 16 strokes."""
    with TemporaryDirectory() as folder:
        output = Path(folder) / "drawing.svg"
        subprocess.run([sys.executable, str(ROOT / "main.py"), "sketch", str(photo), "-o", str(output)], check=True)
        png = resvg_py.svg_to_bytes(svg_path=str(output), background="#ffffff", dpi=96)
    return Image.open(BytesIO(bytes(png))).convert("RGB")


def _scaled(image: Image.Image) -> Image.Image:
    return image.resize((round(image.width * HEIGHT / image.height), HEIGHT), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main()
