"""The overlay of mask, its outline, saliency and the first strokes' start points on the photo."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QFont, QImage, QLinearGradient, QPainter, QPen, QPolygonF, QTransform

from taureau.photo import mask_outlines
from taureau.session import MaskPainting, Session, Subject
from taureau.session.choices import Mask
from taureau.session.language import tr
from taureau.ui.canvas.canvas import Canvas
from taureau.ui.canvas.view_transform import ViewTransform
from taureau.ui.tools.mask_brush import ON_ANYTHING, MaskBrush
from taureau.ui.tools.mask_click import MaskClick
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_MASKED = QColor(40, 40, 38, 150)  # over the parts that are not drawn
_CONTOUR = QColor(20, 20, 20, 200)
_VEIL = 0.55  # opacity of the paper over the photo whose contours are shown
_SALIENCY_OPACITY = 0.8  # where the saliency is highest
_RING = 4.0  # px, radius
_SWATCH = 3 * GRID  # px
_SPACING = 1.5 * GRID  # px between two entries of the legend


class SubjectOverlay:
    """Paints what is switched on and known; the mask is always shown while it is made.

    Its outline is shown with it, and on a photo until its first strokes come. Before these the contours that a run sees
    are shown, too.
    """

    def __init__(
        self,
        canvas: Canvas,
        session: Session,
        subject: Subject,
        painting: MaskPainting,
        mask: QAction,
        attention: QAction,
        starts: QAction,
    ) -> None:
        self._canvas, self._session, self._subject, self._painting = canvas, session, subject, painting
        self._mask, self._attention, self._starts = mask, attention, starts
        self._choice: Mask = "auto"
        self._theme: Theme = LIGHT
        self._mask_image: QImage | None = None
        self._saliency_image: QImage | None = None
        self._contours_image: QImage | None = None  # with a veil, on which they are seen
        self._outlines: list[QPolygonF] | None = []  # in shares of width and height; None: not made yet
        for action in (mask, attention, starts):
            action.toggled.connect(canvas.update)
        for action in (mask, attention):
            action.toggled.connect(lambda shown: subject.find() if shown and subject.looked is None else None)
        subject.changed.connect(self._update)
        painting.changed.connect(self._update)
        canvas.input.tool_changed.connect(self._update)
        session.run.changed.connect(canvas.update)
        canvas.add_painter("below the ink", self._paint_below)
        canvas.add_painter("above the ink", self._paint_above)
        self._update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._update()

    def set_choice(self, mask: Mask) -> None:
        """Set which mask is drawn with."""
        self._choice = mask
        self._update()

    @property
    def _levels(self) -> NDArray[np.uint8] | None:
        """The inverted mask, [h, w], 0 … 255."""
        if self._choice == "brush" and self._painting.mask is not None:
            return np.where(self._painting.mask, 0, 255).astype(np.uint8)
        looked = self._subject.looked
        return None if looked is None or looked.mask is None else (255 - 255 * looked.mask).astype(np.uint8)

    def _update(self) -> None:
        """Make the images again, and enable the actions for what is known or can be found."""
        looked, levels = self._subject.looked, self._levels
        self._mask_image = None if levels is None else _tinted(levels, _MASKED)
        contours = None if looked is None else looked.contours
        self._contours_image = None if contours is None else _tinted((255 * contours).astype(np.uint8), _CONTOUR)
        self._outlines = [] if levels is None or self._choice == "none" else None
        color = QColor(self._theme.mark)
        color.setAlphaF(_SALIENCY_OPACITY)
        self._saliency_image = None if looked is None else _tinted((255 * looked.saliency).astype(np.uint8), color)
        can_be_known = looked is None and (self._subject.can_find or self._subject.looking)
        self._mask.setEnabled(self._mask_image is not None or can_be_known)
        self._attention.setEnabled(self._saliency_image is not None or can_be_known)
        self._starts.setEnabled(looked is not None and len(looked.starts) > 0)
        self._canvas.update()

    @property
    def _making(self) -> bool:
        """Whether the mask is made by hand."""
        return isinstance(self._canvas.input.tool, MaskBrush | MaskClick)

    @property
    def _outlined(self) -> bool:
        """Whether the outline of the mask is shown."""
        awaited = self._session.sheet.shown is None or self._awaited
        return awaited or self._making or self._mask.isChecked()

    @property
    def _awaited(self) -> bool:
        """Whether a run looks at the photo and has drawn nothing yet."""
        return self._session.run.active and self._session.sheet.preview is None

    @property
    def _shown(self) -> list[str]:
        """The names of the parts that are shown now."""
        seen = {
            "mask": self._mask_image is not None and (self._mask.isChecked() or self._making),
            "attention": self._saliency_image is not None and self._attention.isChecked(),
            "starts": self._starts.isEnabled() and self._starts.isChecked(),
        }
        return [name for name, shown in seen.items() if shown]

    def _paint_below(self, painter: QPainter, view: ViewTransform) -> None:
        area = view.sheet_rect(self._canvas.viewport.sheet)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = self._shown
        if self._awaited and self._contours_image is not None:
            veil = QColor(self._theme.paper)
            veil.setAlphaF(_VEIL)
            painter.fillRect(area, veil)
            painter.drawImage(area, self._contours_image)
        if "mask" in shown and self._mask_image is not None:
            painter.drawImage(area, self._mask_image)
        if "attention" in shown and self._saliency_image is not None:
            painter.drawImage(area, self._saliency_image)

    def _paint_above(self, painter: QPainter, view: ViewTransform) -> None:
        if self._outlined:
            self._paint_outlines(painter, view)
        shown, looked = self._shown, self._subject.looked
        if "starts" in shown and looked is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for x, y in looked.starts:
                middle = view.to_canvas(QPointF(x, y))
                for color, width in ((self._theme.paper, 4.0), (self._theme.mark, 1.75)):
                    painter.setPen(QPen(QColor(color), width))
                    painter.drawEllipse(middle, _RING, _RING)
        if shown:
            self._paint_legend(painter, shown)

    def _paint_outlines(self, painter: QPainter, view: ViewTransform) -> None:
        if self._outlines is None:
            levels = self._levels
            found = [] if levels is None else mask_outlines(255 - levels)
            self._outlines = [QPolygonF([QPointF(*point) for point in outline.tolist()]) for outline in found]
        area = view.sheet_rect(self._canvas.viewport.sheet)
        placed = QTransform.fromTranslate(area.left(), area.top()).scale(area.width(), area.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in ON_ANYTHING:
            painter.setPen(pen)
            for outline in self._outlines:
                painter.drawPolygon(placed.map(outline))

    def _paint_legend(self, painter: QPainter, shown: list[str]) -> None:
        """Paint what each part means, in the corner of the canvas."""
        words = {"mask": tr("left out"), "attention": tr("looked at most"), "starts": tr("strokes begin")}
        font = QFont(painter.font())
        font.setPixelSize(11)
        painter.setFont(font)
        widths = [_SWATCH + GRID + painter.fontMetrics().horizontalAdvance(words[name]) for name in shown]
        pill = QRectF(GRID, GRID, sum(widths) + _SPACING * (len(shown) + 1), 3 * GRID)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.panel))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        left = pill.left() + _SPACING
        for name, width in zip(shown, widths, strict=True):
            self._paint_swatch(painter, name, QRectF(left, pill.center().y() - GRID / 2, _SWATCH, GRID))
            painter.setPen(QColor(self._theme.text))
            word = QRectF(left + _SWATCH + GRID, pill.top(), width, pill.height())
            painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, words[name])
            left += width + _SPACING

    def _paint_swatch(self, painter: QPainter, name: str, area: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        if name == "starts":
            painter.setPen(QPen(QColor(self._theme.accent), 1.75))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(area.center(), _RING, _RING)
        elif name == "mask":
            painter.setBrush(QColor("#8f8d87"))
            painter.drawRoundedRect(area, 2, 2)
        else:
            ramp = QLinearGradient(area.topLeft(), area.topRight())
            ramp.setColorAt(0, QColor(self._theme.paper))
            ramp.setColorAt(1, QColor(self._theme.mark))
            painter.setBrush(ramp)
            painter.drawRoundedRect(area, 2, 2)


def _tinted(levels: NDArray[np.uint8], color: QColor) -> QImage:
    """Return an image of one colour whose alpha follows `levels` [h, w]; 255 is the colour's own alpha."""
    levels = np.ascontiguousarray(levels)
    height, width = levels.shape
    image = QImage(levels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(
        [
            QColor(color.red(), color.green(), color.blue(), round(level * color.alpha() / 255)).rgba()
            for level in range(256)
        ]
    )
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
