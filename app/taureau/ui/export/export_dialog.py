"""The export dialog: settings, a preview of the page, and the destination."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from taureau.export import FORMATS
from taureau.session import ExportChoices, Exporting, Preferences, Session, measures, named
from taureau.session.language import tr
from taureau.session.preferences import LANGUAGE, UNIT
from taureau.ui.export.export_preview import ExportPreview
from taureau.ui.export.export_settings import ExportSettings
from taureau.ui.export.playback import Playback
from taureau.ui.export.plot_result import PlotResult
from taureau.ui.widgets.dialogs import ask_for_folder, ask_for_machine
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme

_KEY = "export/choices"


class ExportDialog(QDialog):
    """Not modal: the preview follows the drawing, which can be edited meanwhile."""

    def __init__(
        self, session: Session, tasks: Tasks, settings: QSettings, preferences: Preferences, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export"))
        self._session = session
        self._tasks = tasks
        self._kept, self._preferences = settings, preferences
        self._folder = Path.home()
        self._own_name = False  # the user has named the file
        self.exporting = Exporting(session, preferences, self)
        self.playback = Playback(parent=self)
        self.preview = ExportPreview(preferences, self.playback)
        self.plot = PlotResult(preferences, self.playback)
        self.settings = ExportSettings(preferences, settings)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("File name"))
        self.name.setToolTip(tr("The file's name; its ending follows the format, and typing another one chooses that"))
        self.ending = label("", "muted")
        self.where = push_button("", icon="folder-open", tooltip=tr("Choose another folder"))
        self.summary = paragraph()
        self.problem = paragraph("", "failure")
        self.reset = push_button(
            tr("Reset"), "quiet", tooltip=tr("Back to what an export is before anything is chosen")
        )
        self.close_button = push_button(tr("Close"), tooltip=tr("Write nothing; the choices are remembered (Esc)"))
        self.export = push_button(tr("Export"), "primary", tooltip=tr("Write what the preview shows (Enter)"))
        for button in (self.where, self.reset, self.close_button):
            button.setAutoDefault(False)  # Enter exports, wherever the focus is
        self.export.setDefault(True)
        self._lay_out()
        self._connect()
        open_as_large_as(self, 1120, 800)
        self.setMinimumHeight(480)  # the width is what its parts need

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)

    def close_down(self) -> None:
        """End the dialog's thread, before the window goes."""
        self.exporting.close()

    def show_page(self) -> None:
        """Show what would be exported now."""
        if not self.isVisible():
            self.settings.show_choices(ExportChoices.from_text(str(self._kept.value(_KEY, "{}"))))
            self._own_name = False
            self._show_where()
        self.show()
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose()
        self.exporting.watch(True)
        self.name.setFocus()
        self.name.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.exporting.watch(False)
        self.playback.pause()
        self._kept.setValue(_KEY, self.settings.choices(Path()).as_text())
        super().hideEvent(event)

    def _lay_out(self) -> None:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(self.settings)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFixedWidth(self.settings.minimumSizeHint().width() + GRID)  # and the scroll bar
        choices = QFrame()
        choices.setObjectName("panel")
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(scroll)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.preview, 1)
        left.addWidget(self.plot)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addLayout(left, 1)
        above.addWidget(choices)
        file = QHBoxLayout()
        file.setSpacing(GRID)
        file.addWidget(self.name, 1)
        file.addWidget(self.ending)
        file.addWidget(self.where)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.summary, 1)
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.reset)
        foot.addWidget(self.close_button)
        foot.addWidget(self.export)
        below = QFrame()
        below.setObjectName("panel")
        lines = QVBoxLayout(below)
        lines.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        lines.setSpacing(GRID + GRID // 2)
        lines.addLayout(file)
        lines.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(above, 1)
        column.addWidget(below)

    def _connect(self) -> None:
        self.exporting.changed.connect(self._show)
        self.exporting.advanced.connect(
            lambda share: self.summary.setText(tr("Ordering strokes: {share:.0%}", share=share))
        )
        self.settings.changed.connect(self._choose)
        self.settings.strokes.machine.file_wanted.connect(lambda: self._tasks.start(self._ask_for_machine()))
        self.name.textEdited.connect(self._named)
        self.where.clicked.connect(lambda: self._tasks.start(self._ask_where()))
        self.reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.reject)
        self.export.clicked.connect(lambda: self._tasks.start(self._write()))
        self._session.file.changed.connect(self._follow_file)
        self._preferences.changed.connect(lambda key: self._show() if key in (UNIT.key, LANGUAGE.key) else None)

    # What is chosen.

    def _choose(self) -> None:
        if not self._own_name:
            self.name.setText(self._suggested_name())
        suffix = f".{self.settings.format.value}"
        self.ending.setText(suffix)
        stem = self.name.text().strip() or self._suggested_name()
        self.settings.set_selected(self.exporting.selected_count)
        self.exporting.choose(self.settings.choices(self._folder / f"{stem}{suffix}"))

    def _reset(self) -> None:
        self.settings.show_choices(ExportChoices())
        self._choose()

    def _named(self, text: str) -> None:
        self._own_name = bool(text.strip())
        for known in FORMATS:
            if text.lower().endswith(f".{known}"):
                self.name.setText(text[: -len(known) - 1])
                self.settings.format.choose(known)
        self._choose()

    def _suggested_name(self) -> str:
        """Return the drawing's name, with the profile added for SVG, because the drawing itself is an SVG."""
        stem = Path(self._session.file.name).stem
        settings = self.settings
        return f"{stem}-{settings.profile.value}" if settings.format.value == "svg" else stem

    def _follow_file(self) -> None:
        if self.isVisible():
            self._show_where()
            self._choose()

    def _show_where(self) -> None:
        """Show the folder: that of the drawing's file, or else of the photo."""
        self._set_folder(self._session.file.suggested_path.parent)

    def _set_folder(self, folder: Path) -> None:
        self._folder = folder
        self.where.setText(folder.name or str(folder))
        self.where.setAccessibleName(tr("Folder: {folder}", folder=folder))
        self.where.setToolTip(tr("{folder}\nClick to choose another folder", folder=folder))

    async def _ask_where(self) -> None:
        folder = await ask_for_folder(self, tr("Export into a folder"), self._folder)
        if folder is not None:
            self._set_folder(folder)
            self._choose()

    async def _ask_for_machine(self) -> None:
        machine = self.settings.strokes.machine
        path = await ask_for_machine(self, machine.folder)
        if path is not None:
            machine.take_file(path)

    # What would be written, and the writing.

    def _show(self) -> None:
        exporting = self.exporting
        plan = exporting.plan
        if plan is not None or exporting.problem:
            self.preview.set_plan(plan, exporting.plotting, refused=exporting.refused)
            self.plot.set_plotting(exporting.plotting)
        self.settings.set_selected(exporting.selected_count)
        self.settings.set_areas(exporting.has_areas)
        self.export.setEnabled(plan is not None and not exporting.writing)
        self.export.setText(tr("Writing…") if exporting.writing else tr("Export"))
        self.problem.setText(exporting.problem)
        self.problem.setVisible(bool(exporting.problem))
        self.summary.setVisible(not exporting.problem)
        if plan is None:
            return
        self.settings.set_with_paper(plan.painted is not None)
        size = measures(plan, self._preferences.unit)
        words = [size] if len(plan.sheets) == 1 else [named(plan), size]
        there = [sheet.path for sheet in plan.sheets if sheet.path.exists()]
        if there:
            words.append(
                tr("replaces {name}", name=there[0].name)
                if len(there) == 1
                else tr("replaces {len} files", len=len(there))
            )
        unseen = plan.composition.areas + plan.composition.unseen
        if unseen:
            words.append(tr("{unseen} not plotted: areas or invisible", unseen=unseen))
        over = plan.composition.over_the_edge
        if over:
            words.append(tr("{over} over the edge of the page", over=over))
        self.summary.setText(", ".join(words))
        self.summary.setToolTip("\n".join(str(sheet.path) for sheet in plan.sheets))

    async def _write(self) -> None:
        if await self.exporting.write():
            self.accept()
