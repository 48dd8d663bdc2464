"""One picture in the family tree: seen, chosen, and told about."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.session import Picture
from app.ui.parts import label
from app.ui.theme import GRID, Theme

SIDE = 18 * GRID  # px of a picture
_RING = 2  # px
_FACTS = {"prompt": "Sent", "from": "From", "to": "To", "theta": "How far", "blend": "Place in the strip"}
_SETTINGS = {"model": "Model", "seed": "Seed", "steps": "Steps", "guidance": "Guidance"}


class Tile(QWidget):
    """A picture, its number, and below it how much it shows of each thing the sentence names."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        super().__init__()
        self.picture = picture
        self.button = PictureButton(picture, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.button)
        seed = f" · seed {picture.facts['seed']}" if "seed" in picture.facts else ""
        lines = [label(f"{picture.number}{seed}", "caption")]
        weakest = min((cosine for _, cosine in picture.phrases), default=0.0)
        for phrase, cosine in picture.phrases:
            line = label("", "caption")
            line.ensurePolished()  # its font is known only then
            whole, free = f"{cosine:.2f}  {phrase}", SIDE - 2 * _RING
            line.setText(line.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, free))
            least = "; it shows this least" if cosine == weakest else ""
            line.setToolTip(f"{phrase}\nHow near an encoder sees the picture to these words: {cosine:.2f}{least}")
            lines.append(line)
        for line in lines:
            line.setContentsMargins(2 * _RING, 0, 0, 0)
            line.setFixedWidth(SIDE)
            column.addWidget(line)
        column.addStretch(1)
        self.setFixedWidth(SIDE)


class PictureButton(QAbstractButton):
    """The picture itself, to click; its tooltip says how it was made."""

    def __init__(self, picture: Picture, theme: Theme) -> None:
        super().__init__()
        self._picture, self._theme = picture, theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(f"Picture {picture.number}")
        self.setToolTip(told(picture))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        inner = QRectF(self.rect()).adjusted(2 * _RING, 2 * _RING, -2 * _RING, -2 * _RING)
        outline = QPainterPath()
        outline.addRoundedRect(inner, GRID / 2, GRID / 2)
        painter.setClipPath(outline)
        painter.drawImage(inner, self._picture.image, _middle(self._picture))
        painter.setClipping(False)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            color = self._theme.accent if self.isChecked() or self.hasFocus() else self._theme.muted
            width = 1.5 * _RING if self.isChecked() else _RING / 2
            painter.setPen(QPen(QColor(color), width))
            painter.drawRoundedRect(inner.adjusted(-_RING, -_RING, _RING, _RING), GRID * 0.75, GRID * 0.75)
        painter.end()


class Awaited(QWidget):
    """A place that a picture will take; a line fills it from below as far as it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._share = theme, 0.0
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName("A picture that is awaited")

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(2 * _RING, 2 * _RING, -2 * _RING, -2 * _RING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(inner, GRID / 2, GRID / 2)
        if self._share > 0:
            line = QRectF(inner.left() + GRID, inner.bottom() - 1.5 * GRID, inner.width() - 2 * GRID, GRID / 2)
            painter.setBrush(QColor(self._theme.edge))
            painter.drawRoundedRect(line, GRID / 4, GRID / 4)
            painter.setBrush(QColor(self._theme.accent))
            line.setWidth(max(GRID / 2, line.width() * self._share))
            painter.drawRoundedRect(line, GRID / 4, GRID / 4)
        painter.end()


def told(picture: Picture) -> str:
    """How a picture was made, a line for each fact."""
    if not picture.facts:
        return picture.name
    facts = [f"{said}: {picture.facts[name]}" for name, said in _FACTS.items() if name in picture.facts]
    settings = [f"{said}: {picture.facts[name]}" for name, said in _SETTINGS.items() if name in picture.facts]
    return "\n".join((*facts, *settings))


def _middle(picture: Picture) -> QRectF:
    """The middle square of the picture."""
    width, height = picture.image.width(), picture.image.height()
    side = min(width, height)
    return QRectF((width - side) / 2, (height - side) / 2, side, side)
