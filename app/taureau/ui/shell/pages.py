"""The windows beside the main one: pages of help, models and imagining, the export, the command palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from taureau.session import GallerySettings, Imagining, Models, Preferences, Session
from taureau.store.folder import runs_folder
from taureau.ui.export.export_dialog import ExportDialog
from taureau.ui.film.film_dialog import FilmDialog
from taureau.ui.help.about_page import AboutPage
from taureau.ui.help.command_palette import CommandPalette
from taureau.ui.help.diagnostics_page import DiagnosticsPage
from taureau.ui.help.shortcuts_page import ShortcutsPage
from taureau.ui.imagine.imagine_page import ImaginePage
from taureau.ui.models.models_page import ModelsPage
from taureau.ui.shell.preferences_dialog import PreferencesDialog
from taureau.ui.widgets.appearance import Appearance
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import Theme


class Pages(QObject):
    """Builds each page when it is first asked for, keeps it, and connects it to the theme."""

    sketch_asked = Signal(object)  # Picture of the imagine page

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        models: Models,
        imagining: Imagining,
        report: Callable[[], str],  # the text of the diagnostics
        tasks: Tasks,
        settings: QSettings,
        preferences: Preferences,
        appearance: Appearance,
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._models, self._imagining = window, session, models, imagining
        self._report, self._tasks, self._appearance = report, tasks, appearance
        self._settings, self._preferences = settings, preferences

    @cached_property
    def export(self) -> ExportDialog:
        dialog = ExportDialog(self._session, self._tasks, self._settings, self._preferences, self._window)
        self._follow_theme(dialog.set_theme)
        return dialog

    def close(self) -> None:
        """End the work of the pages that were built."""
        if "export" in vars(self):
            self.export.close_down()
        if "film" in vars(self):
            self.film.close_down()

    @cached_property
    def film(self) -> FilmDialog:
        dialog = FilmDialog(self._session, self._tasks, self._settings, self._window)
        self._follow_theme(dialog.set_theme)
        return dialog

    @cached_property
    def imagine(self) -> ImaginePage:
        page = ImaginePage(self._imagining, self._session, self._models, self._tasks, self._window)
        page.sketch_asked.connect(self.sketch_asked)
        page.drawing_used.connect(self._raise_window)
        self._follow_theme(page.set_theme)
        return page

    @cached_property
    def models(self) -> ModelsPage:
        return ModelsPage(self._models, self._tasks, self._window)

    @cached_property
    def palette(self) -> CommandPalette:
        return CommandPalette(self._window)

    @cached_property
    def preferences(self) -> PreferencesDialog:
        return PreferencesDialog(self._preferences, GallerySettings(runs_folder(), self), self._window)

    @cached_property
    def shortcuts(self) -> ShortcutsPage:
        return ShortcutsPage(self._window)

    @cached_property
    def diagnostics(self) -> DiagnosticsPage:
        return DiagnosticsPage(self._report, self._window)

    @cached_property
    def about(self) -> AboutPage:
        return AboutPage(self._window)

    @property
    def imagine_is_visible(self) -> bool:
        """Whether the imagine page is open; it is not built for this."""
        return "imagine" in vars(self) and self.imagine.isVisible()

    def show_print(self) -> None:
        """Show the drawing on a printer's page."""
        from taureau.ui.export.printing import PrintPreview  # and Qt's printing with it, which takes a while

        drawing = self._session.sheet.shown
        if drawing is not None:
            preview = PrintPreview(drawing, self._session.file.name, self._preferences, self._window)
            preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            preview.open()

    def show_imagine(self) -> None:
        self.imagine.show_page()

    def _raise_window(self) -> None:
        self._window.raise_()
        self._window.activateWindow()

    def show_model(self, model_id: str) -> None:
        """Open the page of models and scroll to this one."""
        self.models.show_model(model_id)

    def _follow_theme(self, set_theme: Callable[[Theme], None]) -> None:
        set_theme(self._appearance.theme)
        self._appearance.changed.connect(set_theme)
