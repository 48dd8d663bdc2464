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

from training.decoder.contours import trace_colours
from training.decoder.everyday import added, called
from training.decoder.tracing import SIDE, Tracing, trace_icon
from training.errors import BrokenDatasetError
from training.icons.collections import DECODED_TOO, Collection
from training.icons.naming import NamedIcon
from training.icons.package import is_still
from training.icons.selection import Selection
from training.processes import process_map

MIN_STROKES, MAX_STROKES = 3, 24  # of a drawing
_MIN_DRAWINGS = 40  # of a style
_COLOURED = frozenset(
    ["streamline-emojis", "streamline-color", "streamline-flex-color"]
)  # coloured sets whose shapes are flat
# Coloured emoji are drawn in full and in few strokes.
COLOURED_STYLES = {"borders": MAX_STROKES, "few": 16}  # with the largest number of strokes
# Words in names of emoji that vary another one by sex or family, a clock by its hour, or a sign by its colour.
_VARIANTS = frozenset("man woman men women family couple kiss oclock thirty square circle diamond skin".split())
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
    styles: tuple[str, ...]  # prefix of the set; "/filled": outlines of shapes, "/borders", "/few": of coloured emoji

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
    """Trace all still icons that few strokes can draw, in sets with many of them.

    Each style has one drawing of a name; lines are preferred to outlines of filled shapes. Coloured emoji are drawn by
    the borders of their colours, in full and in few strokes. Held-out families are excluded, but for those that the
    decoder may learn.
    """
    held = {prefix: one.icons for prefix, one in selection.icons.items() if _is_taken(selection.about[prefix])}
    named = [*added(selection.named, held), *selection.named]
    chosen = [one for one in named if _suits(one, selection)]
    coloured = [one for one in named if _is_coloured_emoji(one, selection)]
    with process_map(processes) as spread:
        traced = list(spread(_traced, [selection.icon(one).svg(side=SIDE) for one in chosen], chunksize=_CHUNK))
        drawn = list(spread(_outlined, [selection.icon(one).svg(side=SIDE) for one in coloured], chunksize=_CHUNK))
    found: dict[tuple[str, str], tuple[NamedIcon, Points]] = {}  # by style and name

    def add(style: str, one: NamedIcon, points: Points) -> None:
        """Add a drawing under the first of its names that the style has not drawn."""
        for other in called(one, emoji=selection.about[one.prefix].emoji):
            if (style, other.captions[0]) not in found:
                found[style, other.captions[0]] = other, points
                return

    for one, tracing in sorted(zip(chosen, traced, strict=True), key=lambda pair: not _in_lines(pair[1])):
        if tracing is not None and (tracing.in_lines or (one.prefix, one.captions[0]) not in found):
            add(one.prefix if tracing.in_lines else f"{one.prefix}/filled", one, tracing.strokes)
    for one, tracings in sorted(zip(coloured, drawn, strict=True), key=lambda pair: len(called(pair[0], emoji=True))):
        for ending, tracing in zip(COLOURED_STYLES, tracings, strict=True):
            if tracing is not None:
                add(f"{one.prefix}/{ending}", one, tracing.strokes)
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


def _is_taken(collection: Collection) -> bool:
    return collection.suited or collection.prefix in DECODED_TOO


def _in_lines(tracing: Tracing | None) -> bool:
    return tracing is not None and tracing.in_lines


def _suits(one: NamedIcon, selection: Selection) -> bool:
    collection, icon = selection.about[one.prefix], selection.icon(one)
    plain = not collection.coloured or one.prefix in _COLOURED
    return _is_taken(collection) and plain and is_still(icon) and not any(part in icon.body for part in _UNSUITED)


def _is_coloured_emoji(one: NamedIcon, selection: Selection) -> bool:
    collection = selection.about[one.prefix]
    plain = one.prefix not in _COLOURED and _VARIANTS.isdisjoint(one.captions[0].split())
    return _is_taken(collection) and collection.emoji and collection.coloured and plain


def _outlined(svg: str) -> list[Tracing | None]:
    return trace_colours(svg, fewest=MIN_STROKES, most=list(COLOURED_STYLES.values()))


def _traced(svg: str) -> Tracing | None:
    return trace_icon(svg, fewest=MIN_STROKES, most=MAX_STROKES)
