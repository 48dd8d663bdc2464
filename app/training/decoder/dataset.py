"""The dataset of the stroke decoder: names with the strokes of icons, by style."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from taureau.document.whole_file import write_whole
from taureau.geometry import Points

from training.decoder.tracing import SIDE, Tracing, trace_icon
from training.errors import BrokenDatasetError
from training.icons.collections import DECODED_TOO
from training.icons.naming import NamedIcon
from training.icons.package import is_still
from training.icons.selection import Selection
from training.processes import process_map

MIN_STROKES, MAX_STROKES = 3, 24  # of a drawing
_MIN_DRAWINGS = 40  # of a style
_COLOURED = frozenset(
    ["streamline-emojis", "streamline-color", "streamline-flex-color"]
)  # coloured sets whose shapes are flat
# Things whose names are user-interface words or signs too, so that the selection leaves them out.
_EVERYDAY = ("star", "clock", "heart", "sun", "moon", "cloud")
_UNSUITED = ("<mask", "clip-path")  # outlines of clipped shapes are not what is seen
_CHUNK = 64
_FIELDS = ("points", "count", "style", "split", "first", "captions", "styles", "splits")


@dataclass(frozen=True, eq=False)
class StrokeDataset:
    """N drawings of named things in S styles; a style is that of one icon set."""

    points: NDArray[np.float16]  # [N, K, 4, 2] in −1 … 1, absent strokes 0
    count: NDArray[np.int64]  # [N] strokes
    style: NDArray[np.int64]  # [N] indices of styles
    split: tuple[str, ...]  # [N], of renders.SPLITS
    captions: tuple[tuple[str, ...], ...]  # [N], name first
    styles: tuple[str, ...]  # prefix of the set, with "/filled" for outlines of filled shapes

    def pack(self, path: Path) -> None:
        """Write the dataset into one compressed file."""
        sizes = [len(names) for names in self.captions]
        splits = tuple(sorted(set(self.split)))
        buffer = io.BytesIO()
        np.savez_compressed(
            buffer, points=self.points, count=self.count, style=self.style,
            split=np.array([splits.index(one) for one in self.split]), first=np.cumsum([0, *sizes]),
            captions=np.array([name for names in self.captions for name in names]),
            styles=np.array(self.styles), splits=np.array(splits),
        )  # fmt: skip
        write_whole(path, buffer.getvalue())

    @classmethod
    def read(cls, path: Path) -> StrokeDataset:
        """Read a packed dataset; raises BrokenDatasetError."""
        try:
            with np.load(path, allow_pickle=False) as held:
                parts = {name: held[name] for name in _FIELDS}
        except (OSError, ValueError, KeyError) as error:
            raise BrokenDatasetError(f"{path} holds no strokes ({error}); run the step `gather` first") from error
        names, splits = parts["captions"].tolist(), parts["splits"].tolist()
        bounds = parts["first"].tolist()
        return cls(
            parts["points"],
            parts["count"],
            parts["style"],
            tuple(splits[index] for index in parts["split"].tolist()),
            tuple(tuple(names[a:b]) for a, b in pairwise(bounds)),
            tuple(parts["styles"].tolist()),
        )

    def subset(self, splits: Sequence[str], most: int) -> StrokeDataset:
        """Return the drawings of these splits with at most `most` strokes."""
        kept = [
            index
            for index, (split, count) in enumerate(zip(self.split, self.count.tolist(), strict=True))
            if split in splits and count <= most
        ]
        return StrokeDataset(
            self.points[kept, :most],
            self.count[kept],
            self.style[kept],
            tuple(self.split[index] for index in kept),
            tuple(self.captions[index] for index in kept),
            self.styles,
        )


def build_dataset(selection: Selection, *, processes: int = 2) -> StrokeDataset:
    """Trace all monochrome, unanimated icons that few strokes can draw, in sets with many of them.

    Each style has one drawing of a name; lines are preferred to outlines of filled shapes. Held-out families are
    excluded, but for two that the decoder may learn.
    """
    chosen = [one for one in [*selection.named, *_everyday(selection)] if _suits(one, selection)]
    drawn = [selection.icon(one).svg(side=SIDE) for one in chosen]
    with process_map(processes) as spread:
        traced = list(spread(_traced, drawn, chunksize=_CHUNK)) if drawn else []
    in_lines = {
        (one.prefix, one.captions[0])
        for one, tracing in zip(chosen, traced, strict=True)
        if tracing is not None and tracing.in_lines
    }
    found: dict[tuple[str, str], tuple[NamedIcon, Points]] = {}  # by style and name
    for one, tracing in zip(chosen, traced, strict=True):
        if tracing is None:
            continue
        name = one.captions[0]
        if tracing.in_lines:
            found.setdefault((one.prefix, name), (one, tracing.strokes))
        elif (one.prefix, name) not in in_lines:
            found.setdefault((f"{one.prefix}/filled", name), (one, tracing.strokes))
    often = Counter(style for style, _ in found)
    styles = tuple(sorted(style for style, times in often.items() if times >= _MIN_DRAWINGS))
    place = {style: number for number, style in enumerate(styles)}
    kept = [(place[style], one, points) for (style, _), (one, points) in found.items() if style in place]
    padded = np.zeros((len(kept), MAX_STROKES, 4, 2), dtype=np.float16)
    for row, (_, _, points) in zip(padded, kept, strict=True):
        row[: len(points)] = points
    return StrokeDataset(
        padded,
        np.array([len(points) for _, _, points in kept], dtype=np.int64),
        np.array([style for style, _, _ in kept], dtype=np.int64),
        tuple(selection.split(one) for _, one, _ in kept),
        tuple(one.captions for _, one, _ in kept),
        styles,
    )


def _everyday(selection: Selection) -> list[NamedIcon]:
    """Return the icons of everyday things that the selection takes for parts of a user interface."""
    named = {one.captions[0] for one in selection.named}
    return [
        NamedIcon(prefix, name, (name,))
        for prefix, icons in selection.icons.items()
        if prefix in selection.about and (selection.about[prefix].suited or prefix in DECODED_TOO)
        for name in _EVERYDAY
        if name not in named and name in icons.icons
    ]


def _suits(one: NamedIcon, selection: Selection) -> bool:
    collection, icon = selection.about[one.prefix], selection.icon(one)
    plain = not collection.coloured or one.prefix in _COLOURED
    taken = not collection.unseen or one.prefix in DECODED_TOO
    return taken and plain and is_still(icon) and not any(part in icon.body for part in _UNSUITED)


def _traced(svg: str) -> Tracing | None:
    return trace_icon(svg, fewest=MIN_STROKES, most=MAX_STROKES)
