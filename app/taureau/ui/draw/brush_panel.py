"""The tools that make the mask: click or brush, their mode, the brush's size, and actions on the whole mask."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import MaskPainting, Session, Subject
from taureau.session.language import tr
from taureau.ui.tools.mask_brush import DEFAULT_SIZE, SIZE_RANGE, Brush
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.dialogs import ask_for_mask, ask_where_to_save_mask
from taureau.ui.widgets.number_input import NumberRow
from taureau.ui.widgets.parts import label, tool_button
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID


class BrushPanel(QWidget):
    """Visible while the mask is made by hand."""

    tool_asked = Signal()  # to be taken up

    def __init__(self, session: Session, subject: Subject, painting: MaskPainting, brush: Brush, tasks: Tasks) -> None:
        super().__init__()
        self._session, self._subject, self._painting = session, subject, painting
        self._brush, self._tasks = brush, tasks
        self.tool = ChoiceRow(
            tr("Tool"),
            [
                ("click", tr("Click"), tr("Click a thing: all of it is drawn, or not")),
                ("brush", tr("Brush"), tr("Paint over what is to be drawn, or not")),
            ],
        )
        self.mode = ChoiceRow(
            tr("Mode"),
            [
                ("add", tr("Add"), tr("Mark what is to be drawn; with Alt held, take away")),
                ("take", tr("Take away"), tr("Mark what is not to be drawn; with Alt held, add")),
            ],
        )
        self.width_row = NumberRow(
            tr("Size"),
            low=SIZE_RANGE[0],
            high=SIZE_RANGE[1],
            default=DEFAULT_SIZE,
            step=0.5,
            decimals=1,
            unit=" %",
            tooltip=tr("How wide the brush is, in percent of the photo's longer side ([ and ] on the sheet)."),
        )
        self.automatic = tool_button(icon="wand-sparkles", tooltip=tr("Start again from the automatic mask"))
        self.clear = tool_button(icon="eraser", tooltip=tr("Clear the mask: nothing is drawn until it is painted"))
        self.invert = tool_button(icon="contrast", tooltip=tr("Invert the mask: draw what was left out"))
        self.load = tool_button(icon="folder-open", tooltip=tr("Load a mask from a picture: white is drawn"))
        self.save = tool_button(icon="save", tooltip=tr("Save the mask as a picture"))
        self.finding = label(
            tr("Finding the subject…"), "muted", tooltip=tr("You can paint and click meanwhile: it counts")
        )
        whole = QHBoxLayout()
        whole.setSpacing(GRID // 2)
        for button in (self.automatic, self.clear, self.invert, self.load, self.save):
            whole.addWidget(button)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.tool)
        column.addWidget(self.mode)
        column.addWidget(self.width_row)
        column.addLayout(whole)
        column.addWidget(self.finding)
        for row, words in ((self.tool, ("click", "brush")), (self.mode, ("add", "take"))):
            for word in words:
                row.button(word).clicked.connect(self.tool_asked)
        self.tool.value_changed.connect(self.tool_asked)
        self.tool.value_changed.connect(self._show)
        self.mode.value_changed.connect(lambda: brush.set_adds(self.mode.value == "add"))
        self.width_row.value_changed.connect(lambda: brush.set_size(self.width_row.value))
        brush.changed.connect(self._show)
        self.automatic.clicked.connect(painting.take_automatic)
        self.clear.clicked.connect(painting.clear)
        self.invert.clicked.connect(painting.invert)
        self.load.clicked.connect(lambda: tasks.start(self._load()))
        self.save.clicked.connect(lambda: tasks.start(self._save()))
        painting.changed.connect(self._show)
        subject.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.mode.choose("add" if self._brush.adds else "take")
        self.width_row.set_value(self._brush.size)
        self.width_row.setVisible(self.tool.value == "brush")
        self.automatic.setEnabled(self._painting.can_take_automatic)
        self.finding.setVisible(self._painting.finding or self._subject.dividing)
        self.save.setEnabled(self._painting.ready)

    async def _load(self) -> None:
        path = await ask_for_mask(self.window(), self._session.file.suggested_path.parent)
        if path is not None:
            await self._painting.load(path)

    async def _save(self) -> None:
        suggestion = self._session.file.suggested_path
        path = await ask_where_to_save_mask(self.window(), suggestion.with_name(f"{suggestion.stem}-mask.png"))
        if path is not None:
            await self._painting.save(path)
