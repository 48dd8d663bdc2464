"""The dialog that exports the drawing as a film: settings, the film as it plays, and the destination."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from taureau.session import FilmChoices, Filming, Session
from taureau.session.language import tr
from taureau.ui.film.film_preview import FilmPreview
from taureau.ui.film.film_settings import FilmSettings
from taureau.ui.widgets.dialogs import ask_for_folder
from taureau.ui.widgets.first_size import open_as_large_as
from taureau.ui.widgets.parts import label, paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID, Theme

_KEY = "film/choices"
_WHOLE = 1000  # of the progress bar


class FilmDialog(QDialog):
    """Not modal: the film follows the drawing, which can be edited meanwhile."""

    def __init__(self, session: Session, tasks: Tasks, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Export film"))
        self._session, self._tasks, self._kept = session, tasks, settings
        self._folder = Path.home()
        self._own_name = False  # the user has named the file
        self.filming = Filming(session, self)
        self.preview = FilmPreview()
        self.settings = FilmSettings()
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("File name"))
        self.name.setToolTip(tr("The file's name; its ending follows the format"))
        self.ending = label("", "muted")
        self.where = push_button("", icon="folder-open", tooltip=tr("Choose another folder"))
        self.summary = paragraph()
        self.problem = paragraph("", "failure")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=_WHOLE)
        self.bar.setAccessibleName(tr("Progress of the film"))
        self.close_button = push_button(tr("Close"))
        self.export = push_button(tr("Export"), "primary", tooltip=tr("Write the film (Enter)"))
        for button in (self.where, self.close_button):
            button.setAutoDefault(False)  # Enter exports, wherever the focus is
        self.export.setDefault(True)
        self._lay_out()
        self._connect()
        open_as_large_as(self, 960, 640)
        self.setMinimumSize(720, 440)

    def set_theme(self, theme: Theme) -> None:
        self.preview.set_theme(theme)

    def close_down(self) -> None:
        """End the dialog's thread, before the window goes."""
        self.filming.close()

    def show_page(self) -> None:
        """Show the film that would be exported now."""
        if not self.isVisible():
            self.settings.show_choices(FilmChoices.from_text(str(self._kept.value(_KEY, "{}"))))
            self._own_name = False
            self._set_folder(self._session.file.suggested_path.parent)
        self.show()
        self.raise_()
        self.activateWindow()

    def reject(self) -> None:
        """Cancel the film that is being written, or else close."""
        if self.filming.writing:
            self.filming.cancel()
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose()
        self.filming.watch(True)
        self.name.setFocus()
        self.name.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        self.filming.cancel()
        self.filming.watch(False)
        self._kept.setValue(_KEY, self.settings.choices().as_text())
        super().hideEvent(event)

    def _lay_out(self) -> None:
        choices = QFrame()
        choices.setObjectName("panel")
        choices.setFixedWidth(max(40 * GRID, self.settings.minimumSizeHint().width()))
        inside = QVBoxLayout(choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.settings)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.preview, 1)
        above.addWidget(choices)
        file = QHBoxLayout()
        file.setSpacing(GRID)
        file.addWidget(self.name, 1)
        file.addWidget(self.ending)
        file.addWidget(self.where)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for widget in (self.summary, self.problem, self.bar):
            foot.addWidget(widget, 1)
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
        self.filming.changed.connect(self._show)
        self.filming.progressed.connect(lambda share: self.bar.setValue(round(_WHOLE * share)))
        self.settings.changed.connect(self._choose)
        self.name.textEdited.connect(self._named)
        self.where.clicked.connect(lambda: self._tasks.start(self._ask_where()))
        self.close_button.clicked.connect(self.reject)
        self.export.clicked.connect(lambda: self._tasks.start(self._write()))

    # What is chosen.

    def _choose(self) -> None:
        if not self._own_name:
            self.name.setText(self._suggested_name)
        choices = self.settings.choices()
        self.ending.setText(f".{choices.format}")
        stem = self.name.text().strip() or self._suggested_name
        self.filming.choose(choices, self._folder / f"{stem}.{choices.format}")

    @property
    def _suggested_name(self) -> str:
        return f"{Path(self._session.file.name).stem}-film"

    def _named(self, text: str) -> None:
        self._own_name = bool(text.strip())
        self._choose()

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

    # What would be written, and the writing.

    def _show(self) -> None:
        filming = self.filming
        writing, stage = filming.writing, filming.stage
        self.settings.set_has_photo(filming.has_photo)
        self.settings.setEnabled(not writing)
        for widget in (self.name, self.where):
            widget.setEnabled(not writing)
        self.preview.set_stage(stage)
        self.export.setEnabled(stage is not None and not writing)
        self.export.setText(tr("Writing…") if writing else tr("Export"))
        self.close_button.setText(tr("Cancel") if writing else tr("Close"))
        self.close_button.setToolTip(
            tr("Stop; what was there before stays (Esc)")
            if writing
            else tr("Write nothing; the choices are remembered (Esc)")
        )
        self.bar.setVisible(writing)
        self.problem.setText(filming.problem)
        self.problem.setVisible(bool(filming.problem) and not writing)
        self.summary.setVisible(not filming.problem and not writing)
        if stage is not None:
            width, height = stage.size
            words = [f"{width} × {height} px", tr("{seconds:.1f} s", seconds=stage.score.seconds)]
            if filming.path.exists():
                words.append(tr("replaces {name}", name=filming.path.name))
            self.summary.setText(", ".join(words))
            self.summary.setToolTip(str(filming.path))

    async def _write(self) -> None:
        self.bar.setValue(0)
        if await self.filming.write():
            self.accept()
