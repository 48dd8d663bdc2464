"""One image in the family tree, and how much it shows of each thing in its prompt."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from taureau.imagine import Agreement, Thing
from taureau.session import Picture, counted
from taureau.session.language import tr
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.parts import label
from taureau.ui.widgets.theme import GRID
from taureau.wording import tr_noop

SIDE = 18 * GRID  # px of a picture
_RING = 2  # px
_FACTS = {
    "prompt": tr_noop("Sent"),
    "shows": tr_noop("Taken for"),
    "from": tr_noop("From"),
    "to": tr_noop("To"),
    "theta": tr_noop("How far"),
    "blend": tr_noop("Place in the strip"),
}
_SETTINGS = {
    "model": tr_noop("Model"),
    "seed": tr_noop("Seed"),
    "steps": tr_noop("Steps"),
    "guidance": tr_noop("Guidance"),
}
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Tile(QWidget):
    """A picture and its number, and below them bars for the things in its prompt."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.picture = picture
        self.button = PictureButton(picture)
        self.agreement: AgreementBars | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        self._column.addWidget(self.button)
        self._column.addWidget(_line(_caption(picture)))
        self._column.addStretch(1)
        self.setFixedWidth(SIDE)
        self._show_agreement()

    def show_picture(self, picture: Picture) -> bool:
        """Update the picture; return False if nothing changed."""
        more = picture is not self.picture
        if more:
            self.picture = picture
            self._show_agreement()
        return more

    def _show_agreement(self) -> None:
        if self.agreement is not None:
            self._column.removeWidget(self.agreement)
            self.agreement.deleteLater()
        agreement = self.picture.agreement
        self.agreement = AgreementBars(agreement, SIDE - 4 * _RING) if agreement is not None else None
        if self.agreement is not None:
            self._column.insertWidget(self._column.count() - 1, self.agreement, alignment=Qt.AlignmentFlag.AlignHCenter)
            self.agreement.show()  # now, for what is hidden has no place


class PictureButton(QAbstractButton):
    """A button that shows the picture; its tooltip has the facts of its generation."""

    moved = Signal(int)  # the arrow key that leads on from it
    discard_asked = Signal()

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._image = picture.image
        self._small = QImage()  # in device pixels
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(tr("Picture {number}", number=picture.number))
        self.setToolTip(facts_text(picture))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.moved.emit(event.key())
        elif event.key() == Qt.Key.Key_Delete:
            self.discard_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(2 * _RING, 2 * _RING, -2 * _RING, -2 * _RING)
        outline = QPainterPath()
        outline.addRoundedRect(inner, GRID / 2, GRID / 2)
        painter.setClipPath(outline)
        side = round(inner.width() * self.devicePixelRatioF())
        if self._small.width() != side:
            self._small = small(self._image, side)
        painter.drawImage(inner, self._small)
        painter.setClipping(False)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            roles = QPalette.ColorRole
            role = roles.Accent if self.isChecked() or self.hasFocus() else roles.PlaceholderText
            painter.setPen(QPen(self.palette().color(role), 1.5 * _RING if self.isChecked() else _RING / 2))
            painter.drawRoundedRect(inner.adjusted(-_RING, -_RING, _RING, _RING), GRID * 0.75, GRID * 0.75)
        painter.end()


class Awaited(QWidget):
    """A placeholder for a picture to come, with a progress line."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(SIDE, SIDE)
        self.setAccessibleName(tr("A picture that is awaited"))

    def set_share(self, share: float) -> None:
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(2 * _RING, 2 * _RING, -2 * _RING, -2 * _RING)
        colors, roles = self.palette(), QPalette.ColorRole
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color(roles.Midlight))
        painter.drawRoundedRect(inner, GRID / 2, GRID / 2)
        if self._share > 0:
            line = QRectF(inner.left() + GRID, inner.bottom() - 1.5 * GRID, inner.width() - 2 * GRID, GRID / 2)
            painter.setBrush(colors.color(roles.Mid))
            painter.drawRoundedRect(line, GRID / 4, GRID / 4)
            painter.setBrush(colors.color(roles.Accent))
            line.setWidth(max(GRID / 2, line.width() * self._share))
            painter.drawRoundedRect(line, GRID / 4, GRID / 4)
        painter.end()


def _caption(picture: Picture) -> str:
    """Return the number with what a drawing shows, or the seed of a picture."""
    if picture.drawing is not None:
        shows = picture.facts.get("shows", "") if "to" not in picture.facts else ""
        return f"{picture.number} · {shows}" if shows else str(picture.number)
    seed = picture.facts.get("seed", "")
    return tr("{number} · seed {seed}", number=picture.number, seed=seed) if seed else str(picture.number)


def facts_text(picture: Picture) -> str:
    """Return how a picture was made, one line per fact."""
    if not picture.facts:
        return picture.name
    facts = [f"{tr(said)}: {picture.facts[name]}" for name, said in _FACTS.items() if name in picture.facts]
    if picture.drawing is not None:
        return "\n".join((*facts, counted(picture.drawing.stroke_count)))
    settings = [f"{tr(said)}: {picture.facts[name]}" for name, said in _SETTINGS.items() if name in picture.facts]
    return "\n".join((*facts, *settings))


def small(image: QImage, side: int) -> QImage:
    """Return the central square of an image, scaled to `side` pixels."""
    whole = min(image.width(), image.height())
    middle = QRect((image.width() - whole) // 2, (image.height() - whole) // 2, whole, whole)
    return image.copy(middle).scaled(
        QSize(side, side), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _line(text: str) -> ElidedLabel:
    made = ElidedLabel(text, "caption")
    made.setContentsMargins(2 * _RING, 0, 0, 0)
    made.setFixedWidth(SIDE)
    return made


_STEPS = 100  # of a bar


class AgreementBars(QWidget):
    """As wide as the image; long phrases are elided at the start, as the noun is at the end."""

    def __init__(self, agreement: Agreement, width: int) -> None:
        super().__init__()
        self.phrases: list[QLabel] = []
        self.bars: list[QProgressBar] = []
        self._numbers: list[QLabel] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for thing in agreement.things:
            self._add(column, agreement, thing, width)
        widest = max((number.sizeHint().width() for number in self._numbers), default=0)
        for number in self._numbers:
            number.setFixedWidth(widest)  # bars that are compared begin and end at the same places
        self.setFixedWidth(width)

    def _add(self, column: QVBoxLayout, agreement: Agreement, thing: Thing, width: int) -> None:
        said = agreement.label(thing)
        tooltip = _agreement_text(agreement, thing)
        phrase = label("", "caption")
        phrase.ensurePolished()  # its font is known only then
        phrase.setText(phrase.fontMetrics().elidedText(thing.phrase, Qt.TextElideMode.ElideLeft, width))
        bar = QProgressBar(textVisible=False, minimum=0, maximum=_STEPS)
        bar.setValue(round(_STEPS * agreement.share(thing)))
        bar.setFixedHeight(GRID // 2)
        bar.setMinimumWidth(2 * GRID)  # less than a style would have
        bar.setAccessibleName(tr("How much of {phrase} is seen", phrase=thing.phrase))
        number = label(said if thing.gain <= 0 else " · ".join(filter(None, (f"{thing.gain:+.2f}", said))), "caption")
        number.ensurePolished()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(bar, 1)
        row.addWidget(number)
        for part in (phrase, bar, number):
            part.setToolTip(tooltip)
        column.addWidget(phrase)
        column.addLayout(row)
        self.phrases.append(phrase)
        self.bars.append(bar)
        self._numbers.append(number)


def _agreement_text(agreement: Agreement, thing: Thing) -> str:
    """Return the tooltip of a bar."""
    said = {"least": tr("\nIt shows this least."), "not seen": tr("\nNothing of it is seen.")}.get(
        agreement.label(thing), ""
    )
    return tr(
        "{phrase}{said}\nHow near {encoder} sees the picture to these words: {cosine:.2f}; an empty sheet: "
        "{blank:.2f}.\nThe bars compare what the picture has more than the sheet.",
        phrase=thing.phrase,
        said=said,
        encoder=agreement.encoder,
        cosine=thing.cosine,
        blank=thing.blank,
    )
