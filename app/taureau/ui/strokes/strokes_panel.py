"""The strokes panel: layers, stroke style, and order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from taureau.session import Coloring, Editing, Pen, Preferences, Session
from taureau.session.language import tr
from taureau.ui.strokes.layer_panel import LayerPanel
from taureau.ui.strokes.photo_colors import PhotoColors
from taureau.ui.strokes.placement import Placement
from taureau.ui.strokes.stroke_style import StrokeStyle
from taureau.ui.widgets.collapsible_section import CollapsibleSection
from taureau.ui.widgets.parts import action_button, menu_button
from taureau.ui.widgets.theme import GRID, Theme


class StrokesPanel(QFrame):
    """As high as its contents; it scrolls when there is less room."""

    def __init__(
        self,
        session: Session,
        editing: Editing,
        pen: Pen,
        settings: QSettings,
        preferences: Preferences,
        order: Sequence[QAction],  # to the front … to the back
        verbs: Sequence[QAction],  # freeze, duplicate, delete
        coloring: Coloring,
        arrange: Sequence[QAction | QMenu],  # groups, mirrors, and menus to align and distribute
        drag_out: QWidget,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.layers = LayerPanel(session, editing, pen)
        self.stroke_style = StrokeStyle(session, editing, pen, settings, preferences)
        self.placement = Placement(session, editing, preferences)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.buttons = {action: action_button(action) for action in (*order, *verbs)}
        for action in order:
            row.addWidget(self.buttons[action])
        row.addStretch(1)
        for action in verbs:
            row.addWidget(self.buttons[action])
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self.layers)
        column.addWidget(self.stroke_style)
        column.addLayout(row)
        self.photo_colors = PhotoColors(coloring, settings)
        self.colors_section = CollapsibleSection(tr("Colour and tone"), self.photo_colors, settings, "colors/folded")
        column.addLayout(self._second_row(arrange, drag_out))
        column.addWidget(self.placement)
        self.section = CollapsibleSection(tr("Strokes"), body, settings, "strokes/folded")
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(GRID + GRID // 2, GRID, GRID + GRID // 2, GRID)
        column.addWidget(self.section)
        column.addSpacing(GRID)
        column.addWidget(self.colors_section)
        column.addStretch(1)
        self._inside.installEventFilter(self)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self._inside)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to the widget that has the focus
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self._bar = scroll.verticalScrollBar().sizeHint().width()
        self._make_room()

    def _second_row(self, arrange: Sequence[QAction | QMenu], drag_out: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        for entry in arrange:
            if isinstance(entry, QMenu):
                row.addWidget(menu_button(entry))
            else:
                self.buttons[entry] = action_button(entry)
                row.addWidget(self.buttons[entry])
        row.addStretch(1)
        row.addWidget(drag_out)
        return row

    def set_theme(self, theme: Theme) -> None:
        self.layers.set_theme(theme)
        self.stroke_style.set_theme(theme)
        self.photo_colors.set_theme(theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # a scroll area does not report that its contents grew
            self._make_room()
        return super().eventFilter(watched, event)

    def _make_room(self) -> None:
        """Widen the panel where its contents would be cut off."""
        self.setMinimumWidth(max(self.minimumWidth(), self._inside.minimumSizeHint().width() + self._bar))

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()
