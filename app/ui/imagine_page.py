"""The page on which one imagines: words above, pictures in the middle, what can be done with them below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.imagine import Blend, Change, Variation, Words
from app.imagine.picture_file import stem_of
from app.imagine.sentence import as_sent
from app.session import Imagining, Models, Picture, Session
from app.ui.dialogs import ask_where_to_keep
from app.ui.drop_down import DropDown
from app.ui.icons import redress
from app.ui.imagine_need import ImagineNeed
from app.ui.imagine_tree import Tree
from app.ui.imagine_verbs import ImagineVerbs
from app.ui.message_line import MessageLine
from app.ui.number_field import NumberField
from app.ui.parts import label, paragraph, push_button
from app.ui.tasks import Tasks
from app.ui.theme import GRID, Theme
from app.ui.time_line import clock_text

_AS_TYPED = "as-typed"
_STYLE_NAMES = {
    _AS_TYPED: "As typed",
    "photo": "A photo",
    "object": "On plain white",
    "line-drawing": "A line drawing",
}
_COUNT = 4
_BAR = 1000  # steps of the bar
_EMPTY = "Type what the pictures are to show."
_EMPTY_BESIDE_A_SHEET = (
    "Type what the pictures are to show, or take in what lies on the sheet, to vary and to change it."
)


class ImaginePage(QDialog):
    """A window beside the main one; pictures go on being made while one draws or it is closed."""

    sketch_asked = Signal(object)  # Picture

    def __init__(self, imagining: Imagining, session: Session, models: Models, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Imagine")
        self._imagining, self._session, self._models, self._tasks = imagining, session, models, tasks
        self.prompt = QLineEdit()
        self.prompt.setPlaceholderText("a red fox")
        self.prompt.setAccessibleName("What the pictures are to show")
        self.prompt.setToolTip("What the pictures are to show")
        self.style_list = DropDown("Style", "Words put around yours; plain backgrounds make pictures that draw well")
        for place, (style, name) in enumerate(_STYLE_NAMES.items()):
            self.style_list.addItem(name, style)
            self.style_list.set_item(place, name)
        self.count = NumberField("How many pictures", 1, 64, unit=" pictures")
        self.count.setFixedWidth(14 * GRID)
        self.count.setValue(_COUNT)
        self.count.setToolTip("How many pictures; of a variation too")
        self.go = push_button("Imagine", "primary", tooltip="Make the pictures (Enter)")
        self.sent = label("", "muted")
        self.take_in = push_button("Take in the sheet", icon="image", tooltip="Vary or change the drawing or the photo")
        self.need = ImagineNeed(imagining, models, tasks)
        self.message_line = MessageLine()
        self.tree = Tree(imagining)
        self.empty = paragraph(_EMPTY, "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bring_back = push_button(
            "Bring back", icon="undo-2", tooltip="Bring back what was discarded last (Ctrl+Z)"
        )
        self.stage = label("", "muted")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=_BAR)
        self.bar.setAccessibleName("How far the pictures are")
        self.stop = push_button("Stop", icon="x", tooltip="Stop within a step; pictures that are ready stay")
        self.verbs = ImagineVerbs()
        self._ticking = QTimer(self, interval=1000)
        self._lay_out()
        self._connect()
        self.resize(920, 760)
        self.setMinimumSize(800, 480)  # the verbs stand in one row
        self._look()
        self._show_what_is_there()

    def show_page(self) -> None:
        """Come up, ready to type."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.prompt.setFocus()

    def set_theme(self, theme: Theme) -> None:
        self.tree.set_theme(theme)
        self.message_line.set_theme(theme)
        redress(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def reject(self) -> None:
        """Esc ends what is being asked; where nothing is, the page goes."""
        if not self.verbs.leave():
            super().reject()

    # Putting together.

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(GRID)
        asking.addWidget(self.prompt, 1)
        asking.addWidget(self.style_list)
        asking.addWidget(self.count)
        asking.addWidget(self.go)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        self.sent.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # long ones are cut off
        below.addWidget(self.sent, 1)
        below.addWidget(self.bring_back)
        below.addWidget(self.take_in)
        head = QFrame()
        head.setObjectName("panel")
        top = QVBoxLayout(head)
        top.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID + GRID // 2)
        top.setSpacing(GRID)
        top.addLayout(asking)
        top.addLayout(below)
        top.addWidget(self.need)
        top.addWidget(self.message_line)
        self._running = QFrame()
        self._running.setObjectName("panel")
        running = QHBoxLayout(self._running)
        running.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        running.setSpacing(2 * GRID)
        running.addWidget(self.stage)
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop)
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
        self.prompt.textChanged.connect(self._look)
        self.prompt.returnPressed.connect(self._imagine)
        self.style_list.currentIndexChanged.connect(self._look)
        self.go.clicked.connect(self._imagine)
        self.take_in.clicked.connect(imagining.take_in_the_sheet)
        self._models.changed.connect(lambda _: self._look())
        self.stop.clicked.connect(imagining.stop)
        self.bring_back.clicked.connect(imagining.bring_back)
        QShortcut(QKeySequence("Ctrl+Z"), self, imagining.bring_back)
        imagining.changed.connect(self._show_what_is_there)
        imagining.progressed.connect(self._show_progress)
        imagining.said.connect(self.message_line.show_message)
        self._session.drawing_changed.connect(self._look)
        self._session.photo_changed.connect(self._look)
        self._ticking.timeout.connect(self._show_progress)
        self.tree.chosen.connect(verbs.set_picture)
        verbs.sketch_asked.connect(self.sketch_asked)
        verbs.vary_asked.connect(self._vary)
        verbs.blend_asked.connect(self._blend)
        verbs.steer_asked.connect(self._steer)
        verbs.keep_asked.connect(lambda picture: self._tasks.start(self._keep(picture)))
        verbs.discard_asked.connect(imagining.discard)

    # What the user asks for.

    def _imagine(self) -> None:
        if self.prompt.text().strip() and self.need.can(Words):
            self.message_line.clear()
            self._imagining.words(self.prompt.text(), self._style, int(self.count.value()))

    def _vary(self, picture: Picture) -> None:
        if self.need.can(Variation):
            self._imagining.vary(picture, int(self.count.value()))

    def _blend(self, first: Picture, second: Picture) -> None:
        if self.need.can(Blend):
            self._imagining.blend(first, second)

    def _steer(self, picture: Picture, before: str, after: str, theta: float) -> None:
        if self.need.can(Change):
            self._imagining.steer(picture, before, after, theta)

    async def _keep(self, picture: Picture) -> None:
        words = picture.facts.get("prompt") or picture.facts.get("to") or "picture"
        path = await ask_where_to_keep(self, Path.home() / f"{stem_of(words)}-{picture.number:02}.png")
        if path is not None:
            self._imagining.keep(picture, path)

    # What is there.

    @property
    def _style(self) -> str:
        return str(self.style_list.currentData())

    def _look(self) -> None:
        typed = self.prompt.text().strip()
        missing = "" if typed else "Type what the pictures are to show"
        choice = self._imagining.choice(Words) if self._models.imaginers else None
        if choice is None:
            missing = "The catalogue has no model that imagines"
        elif choice.missing:
            missing = f"{self._models[choice.missing[0]].model.name} is not here yet"
        self.go.setEnabled(not missing)
        self.go.setToolTip(missing or "Make the pictures (Enter)")
        sent = as_sent(typed, self._style) if typed else ""
        self.sent.setText(f"As sent: {sent}")
        self.sent.setVisible(bool(sent) and (sent != typed or self._style != _AS_TYPED))
        something = self._session.shown is not None or self._session.photo is not None
        self.take_in.setVisible(something)
        self.empty.setText(_EMPTY_BESIDE_A_SHEET if something else _EMPTY)

    def _show_what_is_there(self) -> None:
        there = any(one.pictures or one.active for one in self._imagining.generations)
        self.empty.setVisible(not there)
        self.tree.setVisible(there)
        self.bring_back.setVisible(bool(self._imagining.discarded))
        self._show_progress()

    def _show_progress(self) -> None:
        current = self._imagining.current
        self._running.setVisible(current is not None)
        if current is None:
            self._ticking.stop()
            return
        if not self._ticking.isActive():
            self._ticking.start()
        left = current.remaining
        said = [current.stage, f"{clock_text(left)} left" if left is not None else ""]
        if self._imagining.waiting:
            said.append(f"{self._imagining.waiting} more to come")
        self.stage.setText(" · ".join(part for part in said if part))
        self.bar.setValue(round(_BAR * current.share))
