"""The state of one model, and the buttons that fetch, import, verify and remove it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from taureau.session import Models
from taureau.session.language import tr
from taureau.ui.models.model_status import doing, standing
from taureau.ui.widgets.dialogs import ask_for_weights
from taureau.ui.widgets.parts import breakable, paragraph, push_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID

_STEPS = 1000  # of the bar


class ModelCare(QWidget):
    """Shows what can be done with the model now, the progress of it, and errors in place."""

    def __init__(self, models: Models, tasks: Tasks, model_id: str, *, keeper: bool = False) -> None:
        """With `keeper`, it also offers to verify and to remove."""
        super().__init__()
        self._models, self._tasks = models, tasks
        self.model_id = model_id
        self._keeper = keeper
        self._asks = False  # whether the question to remove it is open
        self.standing = paragraph("", "muted")
        self.bar = QProgressBar(textVisible=False, minimum=0, maximum=_STEPS)
        self.result = paragraph()
        self.fetch = push_button(
            tr("Fetch"), icon="download", tooltip=tr("Download it, going on where an earlier fetch stopped")
        )
        self.take_in = push_button(tr("Import"), icon="folder-input", tooltip=tr("Import it from a file or folder"))
        self.verify = push_button(
            tr("Verify"), icon="shield-check", tooltip=tr("Read its files and compare their hashes")
        )
        self.remove = push_button(tr("Remove"), icon="trash-2", tooltip=tr("Delete its files from this machine"))
        self.really = push_button(tr("Remove"), icon="trash-2", tooltip=tr("Delete its files now"))
        self.rather_not = push_button(tr("Leave it"), tooltip=tr("Leave it on this machine"))
        self.stop = push_button(tr("Stop"), icon="x", tooltip=tr("Stop; what was fetched is kept for the next time"))
        self._menu()
        self._connect()
        self._lay_out()
        models.changed.connect(self._model_changed)
        self.show_model(model_id)

    def show_model(self, model_id: str) -> None:
        self.model_id = model_id
        self._asks = False
        name = self._models[model_id].model.name
        for button in self.buttons:
            button.setAccessibleName(f"{button.text()} {name}")
        self.bar.setAccessibleName(tr("Progress with {name}", name=name))
        self._show()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        return self.fetch, self.take_in, self.verify, self.remove, self.really, self.rather_not, self.stop

    def _menu(self) -> None:
        """Offer a file or a folder: no system dialog lets one choose either."""
        menu = QMenu(self)
        self.from_file = menu.addAction(tr("From a &file…"))
        self.from_folder = menu.addAction(tr("From a f&older…"))
        self.from_file.triggered.connect(lambda: self._tasks.start(self._take_in(folder=False)))
        self.from_folder.triggered.connect(lambda: self._tasks.start(self._take_in(folder=True)))
        self.take_in.setMenu(menu)

    def _connect(self) -> None:
        def start(verb: Callable[[str], Coroutine[Any, Any, None]]) -> Callable[[], None]:
            return lambda: self._tasks.start(verb(self.model_id))

        self.fetch.clicked.connect(start(self._models.fetch))
        self.verify.clicked.connect(start(self._models.verify))
        self.really.clicked.connect(start(self._models.remove))
        self.remove.clicked.connect(lambda: self._ask(True))
        self.rather_not.clicked.connect(lambda: self._ask(False))
        self.stop.clicked.connect(lambda: self._models.stop(self.model_id))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.standing)
        column.addWidget(self.bar)
        column.addWidget(self.result)
        column.addLayout(row)

    def _model_changed(self, model_id: str) -> None:
        if model_id == self.model_id:
            self._show()

    def _show(self) -> None:
        entry = self._models[self.model_id]
        state, busy, ours = entry.state, entry.verb is not None, not entry.model.built_in
        something = state.present or bool(state.broken) or state.size > 0
        asks = self._asks = self._asks and something and not busy
        idle = ours and not busy and not asks
        self.standing.setText(
            doing(entry) or (tr("Remove {name} from this machine?", name=entry.model.name) if asks else standing(entry))
        )
        self.fetch.setText(tr("Go on fetching") if state.size and not state.present else tr("Fetch"))
        self.from_file.setVisible(not entry.model.is_folder)
        for button, shown in (
            (self.fetch, idle and not state.present),
            (self.take_in, idle and not state.present),
            (self.verify, self._keeper and not busy and not asks and (state.present or bool(state.broken))),
            (self.remove, self._keeper and idle and something),
            (self.really, asks),
            (self.rather_not, asks),
            (self.stop, busy),
        ):
            button.setVisible(shown)
        transfer = entry.transfer
        self.bar.setVisible(busy)
        self.bar.setMaximum(_STEPS if transfer is None or transfer.total else 0)  # 0: indeterminate
        self.bar.setValue(round(_STEPS * transfer.done / transfer.total) if transfer and transfer.total else 0)
        self.result.setText(breakable(entry.result or state.broken))
        self.result.setObjectName("failure" if entry.failed or state.broken else "muted")
        self.result.style().polish(self.result)
        self.result.setVisible(bool(self.result.text()))

    def _ask(self, asks: bool) -> None:
        self._asks = asks
        self._show()

    async def _take_in(self, *, folder: bool) -> None:
        model_id = self.model_id
        path = await ask_for_weights(self.window(), self._models[model_id].model.name, folder=folder)
        if path is not None:
            await self._models.take_in(model_id, path)
