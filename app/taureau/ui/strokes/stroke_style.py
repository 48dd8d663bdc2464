"""The controls of width, colour and opacity of the selected strokes and of the pen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from taureau.document import Stroke
from taureau.session import Editing, OneStep, Pen, Preferences, Session, counted
from taureau.session.language import tr
from taureau.ui.strokes.color_picker import ColorPicker
from taureau.ui.strokes.pen_rows import PenRows
from taureau.ui.strokes.width_row import WidthRow
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.number_input import NumberRow
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID, Theme
from taureau.wording import tr_noop

_SCOPE = tr_noop("What is set here applies to the selected strokes, and to the next stroke of the pen")


class StrokeStyle(QWidget):
    """The pen draws with what is shown here; what is set here applies to the selected strokes, too.

    A drag of a slider is one undo step.
    """

    def __init__(
        self, session: Session, editing: Editing, pen: Pen, settings: QSettings, preferences: Preferences
    ) -> None:
        super().__init__()
        self._session, self._editing, self._pen = session, editing, pen
        self._step = OneStep()
        self._updating = False
        self.title = label("", "stage")
        self.scope = ElidedLabel("", "muted")
        self.scope.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.pens = PenRows()
        self.width_row = WidthRow(preferences)
        self.swatches = ColorPicker(settings)
        self.opacity = NumberRow(
            tr("Opacity"),
            low=1,
            high=100,
            default=100,
            unit=" %",
            tooltip=tr("How much the stroke hides of what is below it."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        words = QHBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.scope, 1)
        column.addLayout(words)
        for widget in (self.pens, self.width_row, self.swatches, self.opacity):
            column.addWidget(widget)
        self.pens.pen_chosen.connect(self._set_pen)
        self.pens.shape_chosen.connect(editing.pens.set_shape)
        self.width_row.value_changed.connect(self._set_width)
        self.swatches.color_chosen.connect(self._set_color)
        self.opacity.value_changed.connect(self._set_opacity)
        for slider in (self.width_row.slider, self.opacity.slider):
            _on_drag(slider, self._step.hold, self._step.release)
        session.selection.changed.connect(self.update_controls)
        session.run.changed.connect(self.update_controls)
        pen.changed.connect(self.update_controls)
        self.update_controls()

    def set_theme(self, theme: Theme) -> None:
        self.swatches.set_theme(theme)

    @property
    def _selected(self) -> list[Stroke]:
        drawing = self._session.sheet.editable
        indices = self._session.selection.marks.marked(drawing).selected
        return [stroke for index, stroke in enumerate(drawing.strokes) if index in indices] if drawing else []

    def update_controls(self) -> None:
        drawing, strokes = self._session.sheet.editable, self._selected
        self.setEnabled(drawing is not None)
        if drawing is None:
            return
        self.title.setText(tr("{counted} selected", counted=counted(len(strokes))) if strokes else tr("Next stroke"))
        self.scope.setText(tr("and next") if strokes else tr("nothing selected"))
        self.scope.setToolTip(tr(_SCOPE))
        colors = {stroke.color for stroke in strokes}
        self._updating = True
        self.pens.show_strokes(strokes, self._pen.kind)
        side = max(drawing.width, drawing.height)
        self.width_row.show_width(self._pen.width, side, several=len({stroke.width for stroke in strokes}) > 1)
        self.swatches.set_color(self._pen.color if len(colors) <= 1 else None)
        self.opacity.set_value(round(100 * self._pen.opacity))
        self._updating = False

    def _set_pen(self, pen: str | None) -> None:
        if self._session.selection.marked.selected:
            self._editing.pens.set_pen(pen)
        self._pen.set_kind(pen)

    def _set_width(self, px: float) -> None:
        indices = self._session.selection.marked.selected
        if indices:
            self._editing.restyle(width=px, step=self._step.number(("width", indices)))
        self._pen.set_width(px)

    def _set_color(self, color: str) -> None:
        indices = self._session.selection.marked.selected
        if indices:
            self._editing.restyle(color=color, step=self._step.number(("colour", indices)))
        self._pen.set_color(color)

    def _set_opacity(self) -> None:
        indices, opacity = self._session.selection.marked.selected, self.opacity.value / 100
        if self._updating:
            return
        if indices:
            self._editing.restyle(opacity=opacity, step=self._step.number(("opacity", indices)))
        self._pen.set_opacity(opacity)


def _on_drag(slider: QSlider, begin: Callable[[], None], end: Callable[[], None]) -> None:
    slider.sliderPressed.connect(begin)
    slider.sliderReleased.connect(end)
