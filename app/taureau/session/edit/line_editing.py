"""The edits of lines as such: joined, closed, split and reversed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from taureau.document import Drawing, Merge, Stroke, closed, ends_joined, exchanged, merged, split, two_ends_joined
from taureau.geometry.nodes import is_closed
from taureau.session.choices import counted
from taureau.session.edit.editor import Editor
from taureau.session.language import tr

NodeId = tuple[int, int]  # index of the stroke, index of its node


class LineEditing:
    """Each edit is one undoable step; what the lines became is selected."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor

    @property
    def open_count(self) -> int:
        """The number of selected lines that are not closed."""
        return sum(not is_closed(stroke.curve) for stroke in self._editor.session.selection.strokes)

    def join(self) -> None:
        """Make the selected lines one, at their nearest ends."""
        drawing, indices = self._editor.selected
        merge = None if drawing is None else ends_joined(drawing, indices)
        if drawing is not None and merge is not None:
            self._merge(drawing, merge, tr("join {counted}", counted=counted(len(merge.places))))

    def join_nodes(self, nodes: Collection[NodeId]) -> None:
        """Make two lines one where two of their end nodes are, or close the line that both belong to."""
        drawing, ends = self._editor.drawing, self.joinable(nodes)
        if drawing is not None and ends is not None:
            one, other = ends
            self._merge(drawing, two_ends_joined(drawing, one, other), tr("join 2 nodes"))

    def joinable(self, nodes: Collection[NodeId]) -> tuple[tuple[int, bool], tuple[int, bool]] | None:
        """Return the ends that these nodes are, if they are two ends of open lines."""
        drawing = self._editor.drawing
        strokes = [*drawing.strokes] if drawing is not None else []
        ends = [
            (index, node > 0)
            for index, node in nodes
            if not is_closed(strokes[index].curve) and node in (0, strokes[index].curve.segment_count)
        ]
        return (ends[0], ends[1]) if len(ends) == len(nodes) == 2 else None

    def close(self) -> None:
        """Bring the ends of each selected line together."""
        strokes = self._selected()
        self._replace({index: closed(stroke) for index, stroke in strokes.items()}, tr("close"))

    def reverse(self) -> None:
        """Let the selected lines be drawn from their other ends."""
        strokes = self._selected()
        self._replace({index: stroke.reversed() for index, stroke in strokes.items()}, tr("reverse"))

    def split(self, nodes: Collection[NodeId]) -> None:
        """Cut lines at these nodes."""
        parts: dict[int, Sequence[Stroke]] = {}
        for index, stroke in self._selected().items():
            cut = split(stroke, [node for line, node in nodes if line == index])
            if cut != (stroke,):
                parts[index] = cut
        self._replace(parts, tr("split"))

    def _selected(self) -> dict[int, Stroke]:
        drawing, indices = self._editor.selected
        strokes = [*drawing.strokes] if drawing is not None else []
        return {index: strokes[index] for index in sorted(indices) if index < len(strokes)}

    def _replace(self, replacements: Mapping[int, Stroke | Sequence[Stroke]], verb: str) -> None:
        """Replace strokes, by index, and select what they became; the verb is translated already."""
        drawing = self._editor.drawing
        if drawing is None or not replacements:
            return
        result = exchanged(drawing, replacements)
        selected: list[int] = []
        place = 0
        chosen = self._editor.selected[1]
        for index in range(drawing.stroke_count):
            new = replacements.get(index)
            count = len(new) if new is not None and not isinstance(new, Stroke) else 1
            selected += range(place, place + count) if index in chosen else ()
            place += count
        self._editor.apply_and_select(
            (result, selected), tr("{verb} {strokes}", verb=verb, strokes=counted(len(replacements)))
        )

    def _merge(self, drawing: Drawing, merge: Merge, label: str) -> None:
        strokes = [*drawing.strokes]
        pairs = [(strokes[index], merge.stroke) for index in merge.places]
        self._editor.apply(merged(drawing, [merge]), label, pairs=pairs)
        self._editor.session.selection.select([min(merge.places)])
