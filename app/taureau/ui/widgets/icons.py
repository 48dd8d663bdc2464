"""Line icons from `resources/icons`, tinted from the palette and sharp at every scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from taureau.resources import resource

SIZE = 16  # px
GAP = 6  # px
_SCALES = (1, 2, 3)  # device pixels per px
_NAME = "iconName"


def icon(name: str, gap: int = 0) -> QIcon:
    """Return the icon in the colours of the palette, with the accent colour in the checked state.

    `gap` px beside it are left free for the distance to a text.
    """
    palette = QApplication.palette()
    result = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Active),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        plain = palette.color(group, QPalette.ColorRole.ButtonText)
        chosen = plain if mode is QIcon.Mode.Disabled else palette.color(group, QPalette.ColorRole.Accent)
        for state, color in ((QIcon.State.Off, plain), (QIcon.State.On, chosen)):
            for scale in _SCALES:
                result.addPixmap(_widened(pixmap(name, color.name(), SIZE, scale), gap), mode, state)
    return result


def _widened(picture: QPixmap, gap: int) -> QPixmap:
    """Return a picture with `gap` transparent px at the side where a text begins."""
    if gap == 0:
        return picture
    scale = picture.devicePixelRatio()
    canvas = QPixmap(picture.width() + round(gap * scale), picture.height())
    canvas.setDevicePixelRatio(scale)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    painter.drawPixmap(gap if QApplication.isRightToLeft() else 0, 0, picture)
    painter.end()
    return canvas


def pixmap(name: str, color: str, size: int, scale: float) -> QPixmap:
    """Return the icon as a square of `size` px in one colour, at `scale` device pixels per px."""
    key = f"icon {name} {color} {size} {scale}"
    canvas = QPixmap()
    if QPixmapCache.find(key, canvas):  # destroyed before the application, unlike a Python cache
        return canvas
    side = round(size * scale)
    canvas = QPixmap(QSize(side, side))
    canvas.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    painter = QPainter(canvas)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    canvas.setDevicePixelRatio(scale)
    QPixmapCache.insert(key, canvas)
    return canvas


def set_icon(target: QAbstractButton | QAction, name: str) -> None:
    """Set the icon of a button or an action, and store its name for `retint_icons`."""
    target.setProperty(_NAME, name)
    target.setIcon(icon(name, _gap(target)))


def _gap(target: QAbstractButton | QAction) -> int:
    """The distance between icon and text of a push button; other widgets keep one by themselves."""
    return GAP if isinstance(target, QPushButton) and target.text() else 0


def icon_name(target: QAbstractButton | QAction) -> str:
    """Return the name of the icon that was set; empty without one."""
    return str(target.property(_NAME) or "")


def retint_icons(root: QWidget) -> None:
    """Set all icons below `root` again, after the palette changed."""
    targets: list[QAbstractButton | QAction] = [*root.findChildren(QAbstractButton), *root.findChildren(QAction)]
    for target in targets:
        name = target.property(_NAME)
        if name:
            target.setIcon(icon(name, _gap(target)))


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def mark() -> QIcon:
    """Return the icon of the program, the bull."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(pixmap("taureau", "", side, 1))
    return result
