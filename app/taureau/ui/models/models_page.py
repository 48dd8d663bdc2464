"""The page of models: purpose, size, licence and state of each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from taureau.session import Entry, Models
from taureau.session.language import tr
from taureau.ui.models.model_care import ModelCare
from taureau.ui.widgets.dialogs import ask_for_folder
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import breakable, label, paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID


class ModelsPage(QDialog):
    """A window beside the main one, open during downloads and drawing."""

    def __init__(self, models: Models, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models"))
        self._models, self._tasks = models, tasks
        self.cares: dict[str, ModelCare] = {}
        self._rows: dict[str, QWidget] = {}
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        rows.setSpacing(3 * GRID)
        intro = paragraph(
            tr(
                "Taureau draws without any of these. Each is fetched once, when you ask for it, or imported from a "
                "file, "
                "a folder or a memory stick; nothing else goes over the network."
            ),
            "muted",
        )
        rows.addWidget(intro)
        if models.problem:
            rows.addWidget(paragraph(breakable(models.problem), "failure"))
        for entry in (*models.encoders, *models.mask_models, *models.imaginers):
            rows.addWidget(self._row(entry, tasks))
        rows.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(inside)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._folder = paragraph("", "muted")
        self._folder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # long paths are cut off
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_folder = push_button(
            tr("Show folder"), icon="folder-open", tooltip=tr("Open the folder of the models")
        )
        self.show_folder.clicked.connect(self._open_folder)
        self.import_pack = push_button(
            tr("Import a pack…"), icon="folder-input", tooltip=tr("Import models that were packed on another machine")
        )
        self.import_pack.clicked.connect(lambda: tasks.start(self._import_pack()))
        self.pack = push_button(
            tr("Pack…"),
            icon="copy",
            tooltip=tr("Copy the models of this machine into a folder, such as on a memory stick, with their licences"),
        )
        self.pack.clicked.connect(lambda: tasks.start(self._pack()))
        self.refusal = paragraph("", "failure")
        self.refusal.setVisible(False)
        close = push_button(tr("Close"), tooltip=tr("Close this page; transfers go on (Esc)"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.setSpacing(GRID)
        foot.addWidget(self._folder, 1)
        foot.addWidget(self.import_pack)
        foot.addWidget(self.pack)
        foot.addWidget(self.show_folder)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.refusal)
        column.addLayout(foot)
        open_as_large_as(self, 640, 720)

    def show_model(self, model_id: str) -> None:
        """Open the page and scroll to this model."""
        self.show()
        self.raise_()
        self.activateWindow()
        if model_id in self._rows:
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._rows[model_id]))

    def showEvent(self, event: QShowEvent) -> None:
        self._models.look()
        self._folder.setText(tr("Stored in {folder}", folder=self._models.folder))
        self.show_folder.setEnabled(self._models.folder.is_dir())
        super().showEvent(event)
        self.setFocus()  # else the first button would show a focus ring

    async def _import_pack(self) -> None:
        folder = await ask_for_folder(self, tr("Import a pack of models"), Path.home())
        if folder is not None:
            self.refusal.setText(breakable(await self._models.take_in_pack(folder)))
            self.refusal.setVisible(bool(self.refusal.text()))

    async def _pack(self) -> None:
        folder = await ask_for_folder(self, tr("Pack the models of this machine into a folder"), Path.home())
        if folder is not None:
            await self._models.pack(folder)

    def _row(self, entry: Entry, tasks: Tasks) -> QWidget:
        model = entry.model
        row = self._rows[model.id] = QFrame()
        row.setObjectName("model")
        care = self.cares[model.id] = ModelCare(self._models, tasks, model.id, keeper=True)
        source = push_button(model.licence, "fold", tooltip=tr("Open {page}", page=entry.page))
        source.setAccessibleName(tr("{licence}, licence of {name}", licence=model.licence, name=model.name))
        source.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromUserInput(entry.page)))
        head = QHBoxLayout()
        head.addWidget(label(model.name, "stage"), 1)
        head.addWidget(source)
        column = QVBoxLayout(row)
        column.setContentsMargins(2 * GRID, GRID + GRID // 2, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addWidget(paragraph(tr(model.purpose)))
        column.addWidget(paragraph(tr(model.terms), "muted"))
        column.addSpacing(GRID // 2)
        column.addWidget(care)
        return row

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._models.folder)))
