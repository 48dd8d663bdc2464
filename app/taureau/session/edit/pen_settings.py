"""The pen: width, colour, opacity and layer of the next freehand stroke."""

from __future__ import annotations

import statistics

from PySide6.QtCore import QObject, Signal

from taureau.document import CHALK, INK, PENS, Drawing, Emphasis, Stroke, is_dark, width_of
from taureau.geometry import Curve
from taureau.session.choices import DEFAULT_WIDTH, PROMPT_SHEET
from taureau.session.core.session import Session


class Pen(QObject):
    """Draws as the selected strokes look, or else with what was set last; the panel shows both as one.

    Defaults follow the drawing: the median width of its lines, and an ink that is visible on its paper.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._width: float | None = None  # share of the sheet's longer side
        self._color: str | None = None
        self._layer, self._layer_name = 0, ""
        self._opacity = 1.0  # 0 … 1
        self._kind: str | None = None
        session.sheet.changed.connect(self._follow)
        session.selection.changed.connect(self.changed)

    @property
    def width(self) -> float:
        """The stroke width, px of the sheet."""
        if self._selected:
            return statistics.median_high(stroke.width for stroke in self._selected)
        drawing = self._session.sheet.editable
        if self._width is None and drawing is not None and drawing.line_count:
            plain = statistics.median_high(stroke.width / width_of(stroke.pen) for stroke in drawing.lines)
            return plain * width_of(self.kind)
        plain_share = DEFAULT_WIDTH / 100 * width_of(self.kind)
        return self._longer_side * (plain_share if self._width is None else self._width)

    @property
    def color(self) -> str:
        """The colour, "#rrggbb"; that of the selected strokes only where they have one."""
        colors = {stroke.color for stroke in self._selected}
        if len(colors) == 1:
            return colors.pop()
        drawing = self._session.sheet.editable
        ink = CHALK if drawing is not None and is_dark(drawing.paper) else INK
        return ink if self._color is None else self._color

    @property
    def opacity(self) -> float:
        """The opacity, 0 … 1."""
        return statistics.median_high([stroke.opacity for stroke in self._selected] or [self._opacity])

    @property
    def kind(self) -> str | None:
        """One of PENS, or None for plain ink; that of the selected strokes only where they have one."""
        kinds = {stroke.pen for stroke in self._selected}
        return kinds.pop() if len(kinds) == 1 else self._kind

    @property
    def layer(self) -> int:
        """The index of the layer to draw on, bottom first; 0 without a layer."""
        return self._layer

    def set_width(self, px: float) -> None:
        self._width = px / self._longer_side
        self.changed.emit()

    def set_color(self, color: str) -> None:
        self._color = color
        self.changed.emit()

    def set_kind(self, kind: str | None) -> None:
        """Draw with one of PENS, or with plain ink; a width that was set changes as the pens' widths do."""
        if self._width is not None:
            self._width *= width_of(kind) / width_of(self._kind)
        self._kind = kind
        self.changed.emit()

    def set_opacity(self, opacity: float) -> None:
        self._opacity = opacity
        self.changed.emit()

    def set_layer(self, layer: int) -> None:
        names = _layer_names(self._session.sheet.editable)
        if 0 <= layer < len(names) and (layer, names[layer]) != (self._layer, self._layer_name):
            self._layer, self._layer_name = layer, names[layer]
            self.changed.emit()

    def stroke(self, curve: Curve, emphasis: Emphasis | None = None) -> Stroke:
        """Return the curve as a stroke of this pen, drawn with the pressure or slowness of a hand."""
        width = self.width
        profile = None if self.kind is None else PENS[self.kind].profile(curve, width, emphasis)
        return Stroke(curve, width, self.color, self.opacity, profile=profile, pen=self.kind)

    @property
    def _selected(self) -> tuple[Stroke, ...]:
        return self._session.selection.strokes if self._session.sheet.editable is not None else ()

    @property
    def _longer_side(self) -> float:
        """The longer side, px, of the drawing, or of the photo, or of a sheet for words alone."""
        sheet = self._session.sheet.editable or self._session.source.photo
        return max(sheet.width, sheet.height) if sheet else PROMPT_SHEET

    def _follow(self) -> None:
        """Stay on the layer when it is moved or restored; if it is gone, use the one at its index."""
        names = _layer_names(self._session.sheet.editable)
        here = self._layer < len(names) and names[self._layer] == self._layer_name
        if not here and names.count(self._layer_name) == 1:
            self._layer = names.index(self._layer_name)
        elif not here:
            self._layer = max(0, min(self._layer, len(names) - 1))
        self._layer_name = names[self._layer] if names else ""
        self.changed.emit()


def _layer_names(drawing: Drawing | None) -> list[str]:
    return [layer.name for layer in drawing.layers] if drawing else []
