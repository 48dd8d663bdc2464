"""The page of the queue: what is added above, the rows in the middle, what is done with them below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from taureau.jobs.settings import JobSettings
from taureau.session import Choices, Message, RunPresets
from taureau.session.language import tr
from taureau.session.queue.current_job import shared_settings
from taureau.session.queue.job_queue import JobQueue
from taureau.session.queue.watched_folder import WatchedFolder
from taureau.ui.queue.job_list import JobList
from taureau.ui.widgets.dialogs import ask_for_folder, ask_for_photos
from taureau.ui.widgets.drop_down import DropDown
from taureau.ui.widgets.elided_label import ElidedLabel
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.icons import retint_icons, set_icon
from taureau.ui.widgets.message_line import MessageLine
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme

_SETTINGS = 14  # characters of the names of presets that are shown
_SMALLEST = (720, 440)  # px
_PATH = 40 * GRID  # px of a path that are shown


class QueuePage(QDialog):
    """A window beside the main one; drawing goes on when it is closed."""

    opened = Signal(object)  # Path of a result

    def __init__(
        self,
        queue: JobQueue,
        watched: WatchedFolder,
        presets: RunPresets,
        choices: Callable[[], Choices],  # of the draw panel
        tasks: Tasks,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Queue"))
        self._queue, self._watched, self._presets, self._choices, self._tasks = queue, watched, presets, choices, tasks
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("a red fox"))
        self.words.setAccessibleName(tr("Words to add to the queue"))
        self.words.setToolTip(tr("Words to add to the queue; Enter adds them"))
        self.add_photos = push_button(tr("Add photos…"), icon="image", tooltip=tr("Add photos, in any number (Ctrl+O)"))
        self.add_folder = push_button(
            tr("Add a folder…"), icon="folder-open", tooltip=tr("Add the photos of a folder and of those in it")
        )
        self.settings = DropDown(tr("Drawn with"), tr("The settings for what is added from now on"))
        self.settings.setMinimumContentsLength(_SETTINGS)
        self.results = push_button("", "fold", icon="folder-input")
        self.message_line = MessageLine()
        self.list = JobList(queue)
        self.empty = paragraph(
            tr("Drop photos, folders or lines of text here. They are drawn one after another, also after a restart."),
            "muted",
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pause = push_button("", icon="pause")
        self.watch = push_button("", icon="eye")
        self.count = ElidedLabel("", "muted")
        self.clear = push_button(tr("Remove finished"), tooltip=tr("Take what is drawn off the list; results stay"))
        self.cancel_all = push_button(tr("Cancel all"), tooltip=tr("Draw nothing of what waits or is being drawn"))
        self._middle = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        open_as_large_as(self, 820, 680)
        self._fill_settings()
        self._show()

    def show_page(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()
        self._queue.refresh()
        (self.list if self._queue.records else self.words).setFocus()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)
        self.message_line.set_theme(theme)
        retint_icons(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.list.model_.take(event.mimeData()):
            event.acceptProposedAction()

    # Building.

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(GRID)
        adding.addWidget(self.words, 1)
        adding.addWidget(self.add_photos)
        adding.addWidget(self.add_folder)
        below = QHBoxLayout()
        below.setSpacing(GRID)
        below.addWidget(self.results)
        below.addStretch(1)
        below.addWidget(label(tr("Drawn with"), "muted"))
        below.addWidget(self.settings)
        head = QFrame()
        head.setObjectName("panel")
        top = QVBoxLayout(head)
        top.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, GRID)
        top.setSpacing(GRID)
        top.addLayout(adding)
        top.addLayout(below)
        top.addWidget(self.message_line)
        self._middle.addWidget(self.empty)
        self._middle.addWidget(self.list)
        verbs = QHBoxLayout()
        verbs.setSpacing(GRID)
        for action in (self.list.open, self.list.retry, self.list.cancel, self.list.remove):
            verbs.addWidget(_button(action))
        verbs.addStretch(1)
        verbs.addWidget(self.watch)
        verbs.addWidget(self.pause)
        state = QHBoxLayout()
        state.setSpacing(GRID)
        state.addWidget(self.count, 1)
        state.addWidget(self.clear)
        state.addWidget(self.cancel_all)
        foot = QFrame()
        foot.setObjectName("panel")
        bottom = QVBoxLayout(foot)
        bottom.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        bottom.setSpacing(GRID)
        bottom.addLayout(verbs)
        bottom.addLayout(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._middle, 1)
        column.addWidget(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the field adds its words

    def _connect(self) -> None:
        queue, model = self._queue, self.list.model_
        self.words.returnPressed.connect(self._add_words)
        self.add_photos.clicked.connect(lambda: self._tasks.start(self._add_photos()))
        self.add_folder.clicked.connect(lambda: self._tasks.start(self._add_folder()))
        self.results.clicked.connect(lambda: self._tasks.start(self._choose_results()))
        self.watch.clicked.connect(self._watch)
        self.pause.clicked.connect(lambda: queue.set_paused(not queue.paused))
        self.clear.clicked.connect(queue.remove_done)
        self.cancel_all.clicked.connect(queue.cancel_all)
        self.list.opened.connect(self.opened)
        model.paths_dropped.connect(lambda paths: queue.add_paths(paths, self._settings(alone=False)))
        model.lines_dropped.connect(lambda lines: queue.add_prompts(lines, self._settings(alone=True)))
        queue.changed.connect(self._show)
        queue.notified.connect(self._tell)
        self._watched.changed.connect(self._show)
        self._presets.changed.connect(self._fill_settings)
        QShortcut(QKeySequence.StandardKey.Open, self, self.add_photos.click)
        QShortcut(QKeySequence.StandardKey.Paste, self.list, self._paste, context=Qt.ShortcutContext.WidgetShortcut)

    # What is shown.

    def _fill_settings(self) -> None:
        chosen = self.settings.currentData()
        self.settings.clear()
        for place, name in enumerate(("", *self._presets.names)):
            shown = name or tr("As in the window")
            self.settings.addItem(shown, name)
            self.settings.set_item(place, shown)
        self.settings.setCurrentIndex(max(0, self.settings.findData(chosen)))

    def _show(self) -> None:
        queue = self._queue
        records = queue.records
        self._middle.setCurrentWidget(self.list if records else self.empty)
        where = "" if queue.results is None else str(queue.results)
        shown = self.fontMetrics().elidedText(where, Qt.TextElideMode.ElideMiddle, _PATH)
        self.results.setText(tr("Results go to {folder}", folder=shown))
        self.results.setToolTip("\n".join(filter(None, (tr("Choose the folder of the results"), where))))
        self.pause.setText(tr("Go on") if queue.paused else tr("Pause"))
        set_icon(self.pause, "play" if queue.paused else "pause")
        self.pause.setToolTip(
            tr("Draw what waits") if queue.paused else tr("Begin no further drawing; the one being made is finished")
        )
        folder = self._watched.folder
        self.watch.setText(tr("Watch a folder…") if folder is None else tr("Stop watching {name}", name=folder.name))
        self.watch.setToolTip(
            tr("Draw each photo that arrives in a folder from now on") if folder is None else str(folder)
        )
        numbers = {state: sum(record.state == state for record in records) for state in ("waiting", "done", "failed")}
        parts = [
            tr("%n waiting", "", numbers["waiting"]) if numbers["waiting"] else "",
            tr("%n done", "", numbers["done"]) if numbers["done"] else "",
            tr("%n failed", "", numbers["failed"]) if numbers["failed"] else "",
        ]
        self.count.setText(" · ".join(filter(None, parts)))
        self.clear.setEnabled(bool(numbers["done"]))
        self.cancel_all.setEnabled(any(not record.over for record in records))

    def _tell(self, message: Message) -> None:
        if self.isVisible():
            self.message_line.show_message(message)

    # What is done.

    def _settings(self, *, alone: bool) -> JobSettings:
        """Return the settings for what is added; `alone`: prompts."""
        name = self.settings.currentData()
        return shared_settings(self._presets.choices(name) if name else self._choices(), alone=alone)

    def _add_words(self) -> None:
        self._queue.add_prompts([self.words.text()], self._settings(alone=True))
        self.words.clear()

    def _paste(self) -> None:
        self.list.model_.take(QGuiApplication.clipboard().mimeData())

    async def _add_photos(self) -> None:
        paths = await ask_for_photos(self, _pictures())
        if paths:
            self._queue.add_paths(paths, self._settings(alone=False))

    async def _add_folder(self) -> None:
        folder = await ask_for_folder(self, tr("Add the photos of a folder"), _pictures())
        if folder is not None:
            self._queue.add_paths([folder], self._settings(alone=False))

    async def _choose_results(self) -> None:
        folder = await ask_for_folder(self, tr("The folder of the results"), self._queue.results or Path.home())
        if folder is not None:
            self._queue.set_results(folder)

    def _watch(self) -> None:
        if self._watched.folder is not None:
            self._watched.stop()
        else:
            self._tasks.start(self._choose_watched())

    async def _choose_watched(self) -> None:
        folder = await ask_for_folder(self, tr("The folder to watch"), _pictures())
        if folder is not None:
            self._watched.choose(folder, self._settings(alone=False))


def _button(action: QAction) -> QPushButton:
    """Return a button that does what an action does, and is enabled with it."""
    made = push_button(action.text().replace("&", ""), tooltip=action.toolTip())
    made.clicked.connect(action.trigger)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    return made


def _pictures() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation) or str(Path.home()))
