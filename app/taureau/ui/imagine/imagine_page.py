"""The page that imagines: the prompt above, drawings and images in the middle, what can be done with them below."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from taureau.imagine import Blend, Change, Medium, Variation, What, Words
from taureau.imagine.picture_file import stem_of
from taureau.imagine.sentence import as_sent
from taureau.session import Imagining, Models, Picture, Session
from taureau.session.language import tr
from taureau.ui.imagine.imagine_fields import ImagineFields
from taureau.ui.imagine.imagine_need import ImagineNeed
from taureau.ui.imagine.imagine_progress import progress_words
from taureau.ui.imagine.imagine_tree import Tree
from taureau.ui.imagine.imagine_verbs import ImagineVerbs, count_field
from taureau.ui.widgets.dialogs import ask_to_open, ask_where_to_keep, ask_where_to_keep_drawing
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.icons import retint_icons, set_icon
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.parts import paragraph, push_button
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme
from taureau.wording import tr_noop

_AS_TYPED = "as-typed"
_STYLE_NAMES = {
    _AS_TYPED: tr_noop("As typed"),
    "photo": tr_noop("A photo"),
    "object": tr_noop("On plain white"),
    "line-drawing": tr_noop("A line drawing"),
}
_MEDIA: dict[Medium, str] = {"strokes": tr_noop("Strokes"), "pixels": tr_noop("Pixels")}
_COUNT = 4
_GO = tr_noop("Imagine it (Enter)")
_BAR = 1000  # steps of the bar
_SMALLEST = (800, 560)  # px; the verbs stand in one row
_EMPTY = tr_noop("Type what is to be shown, or open a photo or a drawing, to vary, blend and change it.")
_EMPTY_WITH_PHOTO = tr_noop("Type what is to be shown, or use this photo, to vary, blend and change it.")
_EMPTY_WITH_DRAWING = tr_noop("Type what is to be shown, or use this drawing, to vary, blend and change it.")


class ImaginePage(QDialog):
    """A window beside the main one; generating goes on while one draws and when the page is closed."""

    sketch_asked = Signal(object)  # Picture
    drawing_used = Signal()  # a drawing of the page was put on the sheet

    def __init__(self, imagining: Imagining, session: Session, models: Models, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Imagine"))
        self._imagining, self._session, self._models, self._tasks = imagining, session, models, tasks
        self.prompt = QLineEdit()
        self.prompt.setPlaceholderText(tr("a red fox"))
        self.prompt.setAccessibleName(tr("What is to be shown"))
        self.prompt.setToolTip(tr("What is to be shown"))
        self.medium = DropDown(
            tr("Medium"),
            tr(
                "Strokes: drawings that can be edited, in seconds, by Taureau itself.\n"
                "Pixels: pictures by an unCLIP model such as Karlo, a large download."
            ),
        )
        for place, (medium, name) in enumerate(_MEDIA.items()):
            self.medium.addItem(tr(name), medium)
            self.medium.set_item(place, tr(name))
        self.style_list = DropDown(
            tr("Style"), tr("Words put around yours; plain backgrounds make pictures that draw well")
        )
        for place, (style, name) in enumerate(_STYLE_NAMES.items()):
            self.style_list.addItem(tr(name), style)
            self.style_list.set_item(place, tr(name))
        Reset(self.style_list, [], [self.style_list], lambda: self.style_list.setCurrentIndex(0))
        self.count = count_field(
            tr("How many pictures"), 1, _COUNT, tr("how many pictures are made"), unit=tr(" of them")
        )
        self.count.setFixedWidth(14 * GRID)
        self.more = push_button(tr("More"), "fold", tooltip=tr("Show values that are rarely needed"))
        self.fields = ImagineFields(models)
        self.go = push_button(tr("Imagine"), "primary", tooltip=tr(_GO))
        self.sent = ElidedLabel("", "muted")
        self.take_in = push_button("", icon="image", tooltip=tr("Vary, blend or change what is on the canvas"))
        self.open_file = push_button(
            tr("Open…"), icon="folder-open", tooltip=tr("Vary, blend or change a photo or a drawing from a file")
        )
        self.need = ImagineNeed(imagining, models, tasks)
        self.message_line = MessageLine()
        self.tree = Tree(imagining)
        self.empty = paragraph(tr(_EMPTY), "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring_back = push_button(
            tr("Bring back"), icon="undo-2", tooltip=tr("Bring back what was discarded last (Ctrl+Z)")
        )
        self.stage = ElidedLabel("", "muted")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=_BAR)
        self.bar.setAccessibleName(tr("How far the pictures are"))
        self.stop = push_button(
            tr("Stop"), icon="x", tooltip=tr("Stop within a step (Esc); pictures that are ready stay")
        )
        self.stop_all = push_button(tr("Stop all"), tooltip=tr("Stop this request and those that wait"))
        self.verbs = ImagineVerbs()
        self._missing_model = ""  # why no model can make pictures of words, in a few words
        self._ticking = QTimer(self, interval=1000)
        self._lay_out()
        self._connect()
        if any(entry.state.present for entry in models.imaginers):
            self.medium.setCurrentIndex(self.medium.findData("pixels"))
        self._show_medium()
        open_as_large_as(self, 920, 760)
        self._show_what_is_there()

    def show_page(self) -> None:
        """Open the page, ready to type."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.prompt.setFocus()

    def set_theme(self, theme: Theme) -> None:
        self.message_line.set_theme(theme)
        retint_icons(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setMinimumSize(max(_SMALLEST[0], self.verbs.room), _SMALLEST[1])  # fonts are known by now
        self._show_source()
        self._show_model()
        self._show_progress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels a question, else stops a request, else closes the page."""
        if event.matches(QKeySequence.StandardKey.Cancel) and (self.verbs.leave() or self._imagining.stop_next()):
            return
        super().keyPressEvent(event)

    # Building.

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(GRID)
        asking.addWidget(self.prompt, 1)
        asking.addWidget(self.medium)
        asking.addWidget(self.style_list)
        asking.addWidget(self.count)
        asking.addWidget(self.go)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.more)
        below.addWidget(self.sent)
        below.addStretch(1)
        below.addWidget(self.bring_back)
        below.addWidget(self.take_in)
        below.addWidget(self.open_file)
        head = QFrame()
        head.setObjectName("panel")
        top = QVBoxLayout(head)
        top.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID + GRID // 2)
        top.setSpacing(GRID)
        top.addLayout(asking)
        top.addLayout(below)
        top.addWidget(self.fields)
        top.addWidget(self.need)
        top.addWidget(self.message_line)
        self._running = QFrame()
        self._running.setObjectName("panel")
        running = QHBoxLayout()
        running.setSpacing(GRID)
        running.addWidget(self.stage, 1)
        running.addWidget(self.stop)
        running.addWidget(self.stop_all)
        far = QVBoxLayout(self._running)
        far.setContentsMargins(3 * GRID, GRID, 3 * GRID, 0)
        far.setSpacing(GRID // 2)
        far.addWidget(self.bar)
        far.addLayout(running)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.empty, 1)
        column.addWidget(self.tree, 1)
        column.addWidget(self._running)
        column.addWidget(self.verbs)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is the field's that one types into

    def _connect(self) -> None:
        imagining, verbs = self._imagining, self.verbs
        self.prompt.textChanged.connect(self._show_request)
        self.prompt.returnPressed.connect(self._imagine)
        self.style_list.currentIndexChanged.connect(self._show_request)
        self.medium.currentIndexChanged.connect(self._show_medium)
        self.fields.model.currentIndexChanged.connect(self._show_model)
        self.go.clicked.connect(self._imagine)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._unfold)
        self._unfold(False)
        self.take_in.clicked.connect(self._take_in)
        self.open_file.clicked.connect(lambda: self._tasks.start(self._open()))
        self._models.changed.connect(self._show_model)
        self.stop.clicked.connect(lambda: imagining.stop())
        self.stop_all.clicked.connect(imagining.stop_all)
        self.bring_back.clicked.connect(lambda: imagining.tree.bring_back())
        QShortcut(QKeySequence("Ctrl+Z"), self, lambda: imagining.tree.bring_back())
        imagining.tree.changed.connect(self._show_what_is_there)
        imagining.progressed.connect(self._show_progress)
        imagining.notified.connect(self.message_line.show_message)
        self._session.sheet.changed.connect(self._show_source)
        self._session.source.photo_changed.connect(self._show_source)
        self._ticking.timeout.connect(self._show_progress)
        self.tree.chosen.connect(verbs.set_picture)
        self.tree.picked.connect(verbs.pick)
        verbs.sketch_asked.connect(self.sketch_asked)
        verbs.use_asked.connect(self._use)
        verbs.vary_asked.connect(self._vary)
        verbs.blend_asked.connect(self._blend)
        verbs.steer_asked.connect(self._steer)
        verbs.keep_asked.connect(lambda picture: self._tasks.start(self._keep(picture)))
        verbs.discard_asked.connect(self.tree.discard)

    # Requests.

    def _imagine(self) -> None:
        if self.prompt.text().strip() and self._can(Words):
            count = round(self.count.value())
            style = self._style if self._medium == "pixels" else _AS_TYPED
            self._imagining.words(self.prompt.text(), style, count, self.fields.take(self._medium))

    def _vary(self, picture: Picture, count: int) -> None:
        if self._can(Variation):
            self._imagining.vary(picture, count, self.fields.take(self._medium))

    def _blend(self, first: Picture, second: Picture, count: int) -> None:
        if self._can(Blend):
            self._imagining.blend(first, second, count, self.fields.take(self._medium))

    def _steer(self, picture: Picture, before: str, after: str, theta: float) -> None:
        if self._can(Change):
            self._imagining.steer(picture, before, after, theta, self.fields.take(self._medium))

    def _can(self, what: type[What]) -> bool:
        """Return whether it can be made: strokes always, pixels by an installed model; show which is missing."""
        can = self._medium == "strokes" or self.need.can(what, self.fields.asked_model)
        if can:
            self.message_line.clear()
        return can

    def _take_in(self) -> None:
        picture = self._imagining.exchange.use_sheet()
        if picture is not None:
            self.tree.go_to(picture)

    async def _open(self) -> None:
        path = await ask_to_open(self, Path.home())
        picture = None if path is None else await self._imagining.exchange.open(path)
        if picture is not None:
            self.tree.go_to(picture)

    def _use(self, picture: Picture) -> None:
        if self._imagining.exchange.put_on_sheet(picture):
            self.drawing_used.emit()

    async def _keep(self, picture: Picture) -> None:
        words = next(filter(None, map(picture.facts.get, ("prompt", "to", "shows"))), "picture")
        name = f"{stem_of(words)}-{picture.number:02}"
        if picture.drawing is None:
            path = await ask_where_to_keep(self, Path.home() / f"{name}.png")
        else:
            path = await ask_where_to_keep_drawing(self, Path.home() / f"{name}.svg")
        if path is not None:
            self._imagining.keep(picture, path)

    # Showing the state.

    @property
    def _style(self) -> str:
        return str(self.style_list.currentData())

    @property
    def _medium(self) -> Medium:
        return cast(Medium, self.medium.currentData())

    def _show_medium(self) -> None:
        """Show what this medium needs and can do."""
        medium = self._medium
        self.style_list.setVisible(medium == "pixels")
        self.fields.set_medium(medium)
        self.need.set_wanted(medium == "pixels")
        self.verbs.set_medium(medium)
        self._show_model()
        self._show_request()

    def _show_model(self) -> None:
        """Find the model that would make the pictures, which reads the catalogue and looks for its files."""
        if not self.isVisible():
            return
        choice = self._imagining.choice(Words, self.fields.asked_model) if self._models.imaginers else None
        missing = choice.missing if choice is not None else ()  # read once: a file may arrive meanwhile
        if choice is None:
            self._missing_model = tr("The catalogue has no model that imagines")
        elif missing:
            self._missing_model = tr("{name} is not here yet", name=self._models[missing[0]].model.name)
        else:
            self._missing_model = ""
        self._show_request()

    def _show_request(self) -> None:
        """Show whether the pictures can be made, and the sentence that the model gets."""
        typed = self.prompt.text().strip()
        pixels = self._medium == "pixels"
        missing = (self._missing_model if pixels else "") or ("" if typed else tr("Type what is to be shown"))
        self.go.setEnabled(not missing)
        self.go.setToolTip(missing or tr(_GO))
        sent = as_sent(typed, self._style) if typed and pixels else ""
        self.sent.setText(tr("As sent: {sent}", sent=sent))
        self.sent.setVisible(bool(sent) and (sent != typed or self._style != _AS_TYPED))

    def _show_source(self) -> None:
        """Offer what is on the canvas, if there is anything."""
        if not self.isVisible():
            return
        drawing, photo = self._session.sheet.shown is not None, self._session.source.photo is not None
        self.take_in.setVisible(drawing or photo)
        self.take_in.setText(tr("Use this drawing") if drawing else tr("Use this photo"))
        self.empty.setText(tr(_EMPTY_WITH_DRAWING if drawing else _EMPTY_WITH_PHOTO if photo else _EMPTY))

    def _show_what_is_there(self) -> None:
        there = bool(self._imagining.tree.shown)
        self.empty.setVisible(not there)
        self.tree.setVisible(there)
        self.bring_back.setVisible(bool(self._imagining.tree.discarded))
        self._show_progress()

    def _show_progress(self) -> None:
        if not self.isVisible():
            self._ticking.stop()
            return
        current = self._imagining.current
        self._running.setVisible(current is not None)
        if current is None:
            self._ticking.stop()
            return
        if not self._ticking.isActive():
            self._ticking.start()
        self.stage.setText(progress_words(self._imagining))
        self.bar.setValue(round(_BAR * current.share))
        self.stop.setEnabled(not current.stopping)
        self.stop_all.setVisible(self._imagining.waiting > 0)

    def _unfold(self, unfolded: bool) -> None:
        set_icon(self.more, "chevron-down" if unfolded else "chevron-right")
        self.fields.setVisible(unfolded)
