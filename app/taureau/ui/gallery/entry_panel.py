"""What is known of the selected entry, and what the user says about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from taureau.session.gallery.gallery import Gallery
from taureau.session.gallery.reopening import choices_in
from taureau.session.language import tr
from taureau.store.entry import LONGEST_NAME, Entry
from taureau.ui.gallery.entry_texts import facts_of
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

WIDTH = 36 * GRID  # px
_PHOTO = QSize(9 * GRID, 9 * GRID)
_TYPING = 800  # ms after a key until notes are stored


class EntryPanel(QWidget):
    """Empty while none or several are selected; name and notes are stored as they are typed."""

    open_asked = Signal()
    settings_asked = Signal()
    compare_asked = Signal()

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self.entry: Entry | None = None
        self.picture = EntryPicture(tr("The drawing"))
        self.photo = EntryPicture(tr("The photo"))
        self.photo.setFixedSize(_PHOTO)
        self.name = QLineEdit(maxLength=LONGEST_NAME)
        self.name.setObjectName("field")
        self.name.setAccessibleName(tr("Name"))
        self.notes = QPlainTextEdit(tabChangesFocus=True)
        self.notes.setPlaceholderText(tr("Notes"))
        self.notes.setAccessibleName(tr("Notes"))
        self.notes.setFixedHeight(9 * GRID)
        self.reason = paragraph("", "failure")
        self.open = push_button(tr("Open"), icon="folder-open", tooltip=tr("Open the drawing, with its photo (Enter)"))
        self.use = push_button(
            tr("Use its settings"), icon="settings-2", tooltip=tr("Set the draw panel as it was for this drawing")
        )
        self.several = paragraph("", "muted")
        self.compare = push_button(
            tr("Compare"), icon="square-split-horizontal", tooltip=tr("Lay a line between them to drag (Ctrl+D)")
        )
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(2 * GRID)
        self._facts.setVerticalSpacing(2)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._lay_out()
        self._connect()
        self.show_entry(None)

    def set_theme(self, theme: Theme) -> None:
        for picture in (self.picture, self.photo):
            picture.set_theme(theme)

    def show_entry(self, entry: Entry | None) -> None:
        """Show another entry, or what is new of the one that is shown."""
        before = self.entry
        if entry is None or before is None or entry.id != before.id:
            self.store()
            self._show_pictures(entry)
        elif self.name.text() != before.name or self.notes.toPlainText().strip() != before.notes:
            self.entry = entry
            return  # what is being typed stays, until it is stored
        self.entry = entry
        self._fill(entry)

    def show_count(self, count: int) -> None:
        """Say how many are selected where it is not one, and offer to compare two."""
        self.several.setVisible(count > 1)
        self.several.setText(tr("%n drawing(s) selected", "", count) if count > 1 else "")
        self.compare.setVisible(count == 2)

    def store(self) -> None:
        """Store what was typed and is not stored yet."""
        self._typing.stop()
        entry = self.entry
        if entry is None:
            return
        name, notes = self.name.text().strip(), self.notes.toPlainText().strip()
        if name and name != entry.name:
            self._gallery.rename(entry.id, name)
        if notes != entry.notes:
            self._gallery.set_notes(entry.id, notes)

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(GRID)
        for button in (self.open, self.use, self.compare):
            button.setAutoDefault(False)
        verbs.addWidget(self.open, 1)
        verbs.addWidget(self.use, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addLayout(self._facts, 1)
        below.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.several)
        column.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.picture, 1)
        column.addWidget(self.name)
        column.addWidget(self.reason)
        column.addLayout(below)
        column.addWidget(self.notes)
        column.addLayout(verbs)
        self.setFixedWidth(WIDTH)

    def _connect(self) -> None:
        self._gallery.shown_changed.connect(lambda: self.show_entry(self._gallery.shown))
        self.name.editingFinished.connect(self.store)
        self.notes.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.store)
        self.open.clicked.connect(self.open_asked)
        self.use.clicked.connect(self.settings_asked)
        self.compare.clicked.connect(self.compare_asked)

    def _fill(self, entry: Entry | None) -> None:
        for widget in (self.name, self.notes, self.open, self.use):
            widget.setVisible(entry is not None)
        name = "" if entry is None else entry.name
        if name != self.name.text():
            self.name.setText(name)
            self.name.setCursorPosition(0)
        notes = "" if entry is None else entry.notes
        if notes != self.notes.toPlainText().strip():  # else the cursor stays where it is
            self.notes.blockSignals(True)
            self.notes.setPlainText(notes)
            self.notes.blockSignals(False)
        self.reason.setText("" if entry is None else tr(entry.reason))
        self.reason.setVisible(bool(self.reason.text()))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        choices = None if entry is None else choices_in(entry)
        for name, value in [] if entry is None else facts_of(entry, choices):
            self._facts.addRow(label(name, "caption"), ElidedLabel(value, "caption"))
        self.open.setEnabled(entry is not None and entry.strokes > 0)
        self.use.setEnabled(choices is not None)

    def _show_pictures(self, entry: Entry | None) -> None:
        for picture in (self.picture, self.photo):
            picture.show_image(QImage())
        self.photo.hide()
        if entry is None:
            return
        side = round(WIDTH * self.devicePixelRatioF())
        self._gallery.draw(entry.id, side, lambda image: self._take(entry.id, self.picture, image))
        self._gallery.photo(entry.id, lambda image: self._take(entry.id, self.photo, image))

    def _take(self, entry_id: str, picture: EntryPicture, image: QImage) -> None:
        if self.entry is not None and self.entry.id == entry_id:
            picture.show_image(image)
            self.photo.setVisible(not self.photo.image.isNull())


class EntryPicture(QWidget):
    """A picture as large as there is room, a drawing on its paper."""

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self.image = QImage()
        self._theme: Theme = LIGHT
        self.setAccessibleName(spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        room = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        scale = min(room.width() / self.image.width(), room.height() / self.image.height())
        place = QRectF(0, 0, self.image.width() * scale, self.image.height() * scale)
        place.moveCenter(room.center())
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRect(place)
        painter.drawImage(place, self.image)
        painter.end()
