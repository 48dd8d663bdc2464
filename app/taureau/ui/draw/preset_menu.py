"""The menu of the user's own presets: choose, save, rename, delete."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QToolButton, QWidget

from taureau.errors import TaureauError
from taureau.jobs.preset_file import read_preset, write_preset
from taureau.session import Message, RunPresets, Session
from taureau.session.language import tr
from taureau.session.run.job_choices import choices_from, job_settings
from taureau.session.run.run_presets import LONGEST_NAME
from taureau.ui.draw.draw_panel import DrawPanel
from taureau.ui.widgets.dialogs import answer, ask_for_preset, ask_where_to_save_preset
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.parts import tool_button
from taureau.ui.widgets.tasks import Tasks

_HEIGHT = 26  # px, of the row that the button stands in


class PresetMenu(QMenu):
    """In the Draw menu, and behind a button of the panel."""

    def __init__(self, presets: RunPresets, panel: DrawPanel, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(tr("Pre&sets"), window)
        self._presets, self._panel, self._session, self._tasks = presets, panel, session, tasks
        self._window = window
        self.setToolTipsVisible(True)
        self.button = tool_button(
            icon="bookmark", tooltip=tr("Your own presets: the settings of this panel under a name")
        )
        self.button.setMaximumHeight(_HEIGHT)
        self.button.setMenu(self)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        presets.changed.connect(self._fill, Qt.ConnectionType.QueuedConnection)  # not while an action is at work
        self._rename_menu, self._delete_menu = QMenu(tr("&Rename"), self), QMenu(tr("&Delete"), self)
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for name in self._presets.names:
            action = self.addAction(_shown(name))
            action.setToolTip(tr("Set the panel as it was when “{name}” was saved", name=name))
            action.triggered.connect(lambda _=False, name=name: self._panel.show_choices(self._presets.choices(name)))
        self.addSeparator()
        save = self.addAction(tr("&Save these settings…"))
        save.setToolTip(tr("Keep quality, detail, width and the rest of the panel under a name"))
        set_icon(save, "save")
        save.triggered.connect(lambda: self._tasks.start(self._save()))
        for text, tooltip, icon, ask in (
            (
                tr("Save as a &file…"),
                tr("A file of these settings, for `taureau batch`"),
                "file-down",
                self._write,
            ),
            (tr("&Open a file…"), tr("Set the panel as a preset file says"), "folder-open", self._read),
        ):
            action = self.addAction(text)
            action.setToolTip(tooltip)
            set_icon(action, icon)
            action.triggered.connect(lambda _=False, ask=ask: self._tasks.start(ask()))
        for menu, verb in ((self._rename_menu, self._ask_to_rename), (self._delete_menu, self._delete)):
            menu.clear()
            self.addMenu(menu)
            menu.setEnabled(bool(self._presets.names))
            for name in self._presets.names:
                menu.addAction(_shown(name)).triggered.connect(lambda _=False, name=name, verb=verb: verb(name))

    async def _save(self) -> None:
        name = await self._ask_for_name(tr("Save these settings"), "")
        if name and (name not in self._presets.names or await self._may_replace(name)):
            self._presets.save(name, self._panel.choices())

    async def _write(self) -> None:
        path = await ask_where_to_save_preset(self._window, Path.home() / "preset.json")
        if path is not None:
            self._try(lambda: write_preset(path, job_settings(self._panel.choices().shared, alone=False)))

    async def _read(self) -> None:
        path = await ask_for_preset(self._window, Path.home())
        if path is not None:
            self._try(lambda: self._panel.show_choices(choices_from(read_preset(path))))

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except TaureauError as error:
            self._session.notified.emit(Message(tr(str(error))))

    def _ask_to_rename(self, name: str) -> None:
        self._tasks.start(self._rename(name))

    async def _rename(self, name: str) -> None:
        new = await self._ask_for_name(tr("Rename “{name}”", name=name), name)
        if new and new != name and (new not in self._presets.names or await self._may_replace(new)):
            self._presets.rename(name, new)

    def _delete(self, name: str) -> None:
        choices = self._presets.choices(name)
        self._presets.remove(name)
        message = Message(
            tr("The preset “{name}” was deleted.", name=name),
            kind="notice",
            verb=tr("Bring it back"),
            do=lambda: self._presets.save(name, choices),
        )
        self._session.notified.emit(message)

    async def _ask_for_name(self, title: str, name: str) -> str:
        """Return a name without spaces around it; empty if there is none."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setLabelText(tr("Name"))
        dialog.setTextValue(name)
        accepted = await answer(dialog)
        return dialog.textValue().strip()[:LONGEST_NAME] if accepted else ""

    async def _may_replace(self, name: str) -> bool:
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Taureau")
        box.setText(tr("There is a preset “{name}” already.", name=name))
        replace = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
        await answer(box)
        return box.clickedButton() is replace


def _shown(name: str) -> str:
    return name.replace("&", "&&")
