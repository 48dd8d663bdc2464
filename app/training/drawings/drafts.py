"""Drawings of photos and of coloured emoji by the preset draft, kept as strokes."""

from __future__ import annotations

import io
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from taureau.engine import Finished, SketchRequest
from taureau.engine.runs.sketch import sketch
from taureau.geometry import Points

from training.decoder.dataset import StrokeDataset
from training.drawings.photos import HELD_OUT, captions, photo_files
from training.icons.selection import Selection
from training.pictures.drawings import subjects

MOST = 32  # strokes; any prefix of a drawing is a drawing
FEWEST = 4
STYLES = ("photo", "emoji")
UNSEEN_PHOTOS, UNSEEN_EMOJI = "kind", "family"  # splits that are never trained on
_MARGIN = 0.15  # around an emoji, share of its side
_SAVED_EVERY = 60.0  # seconds


@dataclass(frozen=True, eq=False)
class Sitter:
    """A picture to draw, with its labels."""

    key: str  # names it among all
    pixels: NDArray[np.uint8]  # [H, W, 3], sRGB
    alpha: NDArray[np.uint8] | None  # [H, W], of an emoji
    captions: tuple[str, ...]  # name first
    style: str  # of STYLES
    split: str  # "train", "name", or one that is never trained on


def photos(tarball: Path) -> Iterator[Sitter]:
    """Yield photos with names, one of each kind in turn; raises TrainingError."""
    for kind, file, content in photo_files(tarball):
        with Image.open(io.BytesIO(content)) as opened:
            pixels = np.asarray(opened.convert("RGB"))
        split = UNSEEN_PHOTOS if kind in HELD_OUT else "train"
        yield Sitter(f"{kind}/{file}", pixels, None, captions(kind), "photo", split)


def emoji(selection: Selection, seed: int) -> Iterator[Sitter]:
    """Yield coloured emoji, each name once before any twice, every third one of a held-out family."""
    import resvg_py

    for number, one in enumerate(subjects(selection, np.random.default_rng([seed, 3]))):
        try:
            png = bytes(resvg_py.svg_to_bytes(svg_string=one.svg))
        except ValueError:
            continue
        with Image.open(io.BytesIO(png)) as opened:
            drawn = opened.convert("RGBA")
        margin = round(_MARGIN * max(drawn.size))
        sheet = Image.new("RGBA", (drawn.width + 2 * margin, drawn.height + 2 * margin), (255, 255, 255, 0))
        sheet.paste(drawn, (margin, margin))
        paper = Image.new("RGBA", sheet.size, "white")
        paper.alpha_composite(sheet)
        alpha = np.asarray(sheet.getchannel("A"))
        key = f"{one.collection}/{number}/{one.captions[0]}"
        yield Sitter(key, np.asarray(paper.convert("RGB")), alpha, one.captions, "emoji", one.split)


def draft(sitter: Sitter) -> Points | None:
    """Draw a picture; return its strokes [N, 4, 2] within −1 … 1, the most telling first, or None for too few."""
    height, width = sitter.pixels.shape[:2]
    request = SketchRequest(
        sitter.pixels, width, height, alpha=sitter.alpha, strokes=MOST, preset="draft", device="cpu"
    )
    *_, last = sketch(request, lambda: False)
    if not isinstance(last, Finished) or last.drawing.stroke_count < FEWEST:
        return None
    strokes = np.concatenate([stroke.curve.segments for stroke in last.drawing.lines])[:MOST]
    low, high = strokes.min((0, 1)), strokes.max((0, 1))
    return (strokes - (low + high) / 2) / max((high - low).max() / 2, 1e-6)


class Drafts:
    """Drawings so far, in a file that is extended; beside it the list of what was drawn."""

    def __init__(self, file: Path) -> None:
        self._file, self._list = file, file.with_suffix(".txt")
        self._rows: list[tuple[Points, tuple[str, ...], str, str]] = []
        self._seen: list[str] = []
        if file.exists() and self._list.exists():
            there = StrokeDataset.read(file)
            self._seen = self._list.read_text(encoding="utf-8").splitlines()
            for points, count, names, style, split in zip(
                there.points, there.count.tolist(), there.captions, there.style.tolist(), there.split, strict=True
            ):
                self._rows.append((points[:count], names, there.styles[style], split))

    def gather(self, sitters: Iterable[Sitter], *, minutes: float, most: int, report: Callable[[int], None]) -> int:
        """Draw what was not drawn yet until there are `most` or the time is over; return how many there are."""
        seen, began, saved = set(self._seen), time.monotonic(), time.monotonic()
        for sitter in islice((one for one in sitters if one.key not in seen), max(0, most - len(self._seen))):
            self._seen.append(sitter.key)
            strokes = draft(sitter)
            if strokes is not None:
                self._rows.append((strokes, sitter.captions, sitter.style, sitter.split))
            now = time.monotonic()
            if now - saved > _SAVED_EVERY:
                self.save()
                report(len(self._rows))
                saved = now
            if now - began > 60 * minutes:
                break
        self.save()
        return len(self._rows)

    def save(self) -> None:
        """Write the drawings, and the list of what was drawn."""
        points = np.zeros((len(self._rows), MOST, 4, 2), np.float16)
        for row, (strokes, *_) in zip(points, self._rows, strict=True):
            row[: len(strokes)] = strokes
        StrokeDataset(
            points,
            np.array([len(strokes) for strokes, *_ in self._rows], np.int64),
            np.array([STYLES.index(style) for _, _, style, _ in self._rows], np.int64),
            tuple(split for *_, split in self._rows),
            tuple(names for _, names, _, _ in self._rows),
            STYLES,
        ).pack(self._file)
        self._list.write_text("\n".join(self._seen), encoding="utf-8")

    def count(self) -> Counter[tuple[str, str]]:
        """Return how many drawings there are by style and split."""
        return Counter((style, split) for _, _, style, split in self._rows)
