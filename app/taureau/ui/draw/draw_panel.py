"""How to draw: few controls visible, the rest under *More*."""

from __future__ import annotations

import random
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from taureau.session import Choices, Models, Preferences
from taureau.session.choices import (
    CLIP_PRESETS,
    DEFAULT_DETAIL,
    DEFAULT_LIMIT,
    DEFAULT_STROKES,
    DEFAULT_WIDTH,
    MAX_SEED,
    MAX_TRIES,
    PRESETS,
    STROKES_RANGE,
    WIDTH_RANGE,
    Device,
    Mode,
    Preset,
    Start,
)
from taureau.session.language import tr
from taureau.ui.draw.encoder import EncoderChoice, EncoderNeed, EncoderNote
from taureau.ui.widgets.choice_row import ChoiceRow
from taureau.ui.widgets.icons import set_icon
from taureau.ui.widgets.length_field import LengthField
from taureau.ui.widgets.number_input import NumberField, NumberRow
from taureau.ui.widgets.parts import label, push_button, tool_button
from taureau.ui.widgets.pen_menu import PenMenu
from taureau.ui.widgets.reset import Reset
from taureau.ui.widgets.tasks import Tasks
from taureau.ui.widgets.theme import GRID

SLIDER_STROKES = 64  # more can be typed


class DrawPanel(QWidget):
    """The choices for the next run except those of the source; words alone leave fewer of them."""

    changed = Signal()

    def __init__(self, models: Models, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__()
        self._words, self._alone = "", False
        self._amounts = {False: "automatic", True: "number"}  # as last chosen, without CLIP and with it
        self.preset = ChoiceRow(
            tr("Quality"),
            [(preset, tr(info.label), tr(info.hint)) for preset, info in PRESETS.items()],
            above=True,
        )
        self.need = EncoderNeed(models, tasks)
        self.note = EncoderNote(models)
        self.mode = ChoiceRow(
            tr("Picture"),
            [
                ("auto", tr("Auto"), tr("Tell a photo from line art by what it shows")),
                ("photo", tr("Photo"), tr("Draw the contours of what the picture shows")),
                ("lines", tr("Line art"), tr("Follow the lines of a drawing, a scan or lettering along their middle")),
            ],
        )
        self.amount = ChoiceRow(
            tr("Strokes"),
            [
                ("automatic", tr("Auto"), tr("One stroke after another, until the next would hardly show")),
                ("number", tr("Number"), tr("Exactly this number of strokes")),
            ],
        )
        self.detail = NumberRow(
            tr("Detail"),
            low=0,
            high=100,
            default=100 * DEFAULT_DETAIL,
            unit=" %",
            tooltip=tr("How soon the drawing is enough: fewer strokes towards a hint, more towards everything."),
            ends=(tr("a hint"), tr("everything")),
        )
        self.strokes = NumberRow(
            tr("Number"),
            low=STROKES_RANGE[0],
            high=STROKES_RANGE[1],
            slider_high=SLIDER_STROKES,
            default=DEFAULT_STROKES,
            tooltip=tr(
                "How many lines the drawing may have, {value} to {value_}: fewer are bolder, more show detail.",
                value=STROKES_RANGE[0],
                value_=STROKES_RANGE[1],
            ),
        )
        self.line_width = NumberRow(
            tr("Line width"),
            low=WIDTH_RANGE[0],
            high=WIDTH_RANGE[1],
            default=DEFAULT_WIDTH,
            step=0.1,
            tooltip=tr("How thick the lines are on the sheet as it is printed."),
            field=LengthField(tr("Line width"), *WIDTH_RANGE, preferences, fine=True),
        )
        self.pen = PenMenu(tr("The pen that draws: lines are heavier where the photo has more contrast"), self)
        self.start = ChoiceRow(
            tr("Start"),
            [
                ("contours", tr("Contours"), tr("Begin with the photo's own contours: clear from the first moment")),
                (
                    "random",
                    tr("Random"),
                    tr("Begin with short random lines, as CLIPasso was published: to compare with"),
                ),
            ],
        )
        self.device = ChoiceRow(
            tr("Device"),
            [
                (
                    "auto",
                    tr("Auto"),
                    tr("Draw on the graphics card where there is a usable one, else on the processor"),
                ),
                (
                    "cpu",
                    tr("Processor"),
                    tr("Draw on the processor: slower, and it needs no memory of the graphics card"),
                ),
            ],
        )
        self.limit = NumberField(tr("At most"), *STROKES_RANGE)
        self.limit.setValue(DEFAULT_LIMIT)
        self.encoder = EncoderChoice(models)
        self.seed = NumberField(tr("Seed"), 0, MAX_SEED)
        self.tries = NumberField(tr("Seeds"), 1, MAX_TRIES)
        self.fold = push_button(tr("More"), "fold", tooltip=tr("Show the values that are rarely needed"))
        self._folded = QWidget()
        self._build_fold()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(label(tr("DRAW"), "heading"))
        counts = (self.amount, self.detail, self.strokes)
        for widget in (self.preset, self.need, self.note, self.mode, *counts, self.line_width):
            column.addWidget(widget)
        self.fold_row = QHBoxLayout()  # with room for a button
        self.fold_row.addWidget(self.fold, 1)
        self.fold_row.addWidget(self.pen.button)
        column.addLayout(self.fold_row)
        column.addWidget(self._folded)
        self.pen.pen_changed.connect(self.changed)
        self.amount.value_changed.connect(self._show_amount)
        self._show_amount()
        for choice in (self.mode, self.amount, self.start, self.device):
            choice.value_changed.connect(self.changed)
        for number in (self.detail, self.strokes, self.line_width):
            number.value_changed.connect(self.changed)
        for field in (self.limit, self.seed, self.tries):
            field.valueChanged.connect(self.changed)
        self.preset.value_changed.connect(self._preset_changed)
        self.encoder.changed.connect(self._encoder_changed)
        clip_is_here = models.first_here(Choices(preset="fine").encoders()) is not None
        self.preset.choose("fine" if clip_is_here else Choices().preset)

    def choices(self) -> Choices:
        return Choices(
            strokes=round(self.strokes.value) if self._counts else None,
            detail=self.detail.value / 100,
            limit=round(self.limit.value()),
            width=self.line_width.value,
            pen=self.pen.pen,
            preset=self._preset,
            mode=cast(Mode, self.mode.value),
            start="contours" if self.reads else cast(Start, self.start.value),
            seed=round(self.seed.value()),
            device=cast(Device, self.device.value),
            encoder=self.encoder.value,
            words=self._words,
            seeds=round(self.tries.value()) if self._tries_several else None,
        )

    def show_choices(self, choices: Choices) -> None:
        """Set the controls to these choices, as far as they belong to this panel."""
        self.preset.choose(choices.preset)
        self.encoder.choose(choices.encoder)
        self.mode.choose(choices.mode)
        self.start.choose(choices.start)
        self.device.choose(choices.device)
        self.amount.choose("automatic" if choices.strokes is None else "number")
        if choices.strokes is not None:
            self.strokes.set_value(choices.strokes)
        self.detail.set_value(100 * choices.detail)
        self.line_width.set_value(choices.width)
        self.pen.show_pen(choices.pen)
        self.limit.setValue(choices.limit)
        self.seed.setValue(choices.seed)
        if choices.seeds is not None:
            self.tries.setValue(choices.seeds)

    def set_sheet(self, width: float, height: float) -> None:
        """Set the size of the sheet that is drawn on, px, which the width of lines is a share of."""
        field = self.line_width.field
        assert isinstance(field, LengthField)
        field.set_px_per_value(self.choices().pen_side(width, height) / 100)

    def set_source(self, words: str, *, alone: bool) -> None:
        """Set what is to be drawn: these words beside a photo, or `alone`."""
        before = (self._words, self._alone)
        self._words, self._alone = words, alone
        self.strokes.set_default(self.choices().usual_strokes if alone else DEFAULT_STROKES)
        if alone != before[1]:
            self._preset_changed()
        elif words != before[0]:  # which leaves the number of seeds as it was typed
            self._encoder_changed()

    @property
    def grows(self) -> bool:
        """Whether strokes are added one after the other, also to an existing drawing."""
        return not self._alone and Choices(preset=self._preset).grows

    @property
    def reads(self) -> bool:
        """Whether words are drawn; some presets draw the photo alone."""
        return self._preset in CLIP_PRESETS

    @property
    def _preset(self) -> Preset:
        """The preset in force: words alone are always drawn with Fine."""
        return "fine" if self._alone else cast(Preset, self.preset.value)

    @property
    def _counts(self) -> bool:
        return self.amount.value == "number" or not self.grows

    @property
    def _tries_several(self) -> bool:
        """Whether several drawings are tried; a drawing that grows is one."""
        return self.reads and self._counts

    def _show_amount(self) -> None:
        self._amounts[self.reads] = self.amount.value
        self.amount.setVisible(self.grows)
        self._tries.setVisible(self._tries_several)
        self.detail.setVisible(not self._counts)
        self.strokes.setVisible(self._counts)
        self.strokes.set_name(tr("Number") if self.grows else tr("Strokes"))  # there is no other row to say of what
        self._at_most.setVisible(not self._counts)

    def _preset_changed(self) -> None:
        for of_a_photo in (self.preset, self.mode):
            of_a_photo.setVisible(not self._alone)
        self.encoder.set_preset(self._preset)
        if self.reads:
            self._reset_tries()
        self.amount.choose(self._amounts[self.reads])
        self.start.setVisible(not self.reads)  # CLIP's presets begin in a way of their own
        self._show_amount()
        self._encoder_changed()

    def _reset_tries(self) -> None:
        self.tries.setValue(Choices(preset=self._preset).tries(alone=self._alone))

    def _encoder_changed(self) -> None:
        choices = self.choices()
        self.need.set_choices(choices, alone=self._alone)
        self.note.set_choices(choices, alone=self._alone)
        self.changed.emit()

    def _build_fold(self) -> None:
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._set_unfolded)
        self._at_most = QWidget()
        limit_row = QHBoxLayout(self._at_most)
        limit_row.setContentsMargins(0, 0, 0, 0)
        limit = tr(
            "The drawing ends with so many strokes, {value} to {value_}, if not before.\nDouble-click the name to go "
            "back to {DEFAULT_LIMIT}.",
            value=STROKES_RANGE[0],
            value_=STROKES_RANGE[1],
            DEFAULT_LIMIT=DEFAULT_LIMIT,
        )
        limit_name = label(tr("At most, strokes"), tooltip=limit)
        limit_name.setBuddy(self.limit)
        self.limit.setToolTip(limit)
        limit_row.addWidget(limit_name, 1)
        limit_row.addWidget(self.limit)
        explanation = tr(
            "The same number draws the same picture again; another number, up to {MAX_SEED:,}, draws another "
            "one.\nDouble-click the name to go back to {seed}.",
            MAX_SEED=MAX_SEED,
            seed=Choices().seed,
        )
        name = label(tr("Seed"), tooltip=explanation)
        name.setBuddy(self.seed)
        self.seed.setToolTip(explanation)
        self.dice = tool_button(icon="dices", tooltip=tr("Take another seed"))
        self.dice.clicked.connect(lambda: self.seed.setValue(random.randint(1, MAX_SEED)))
        several = tr(
            "How many drawings are tried, 1 to {MAX_TRIES}, each from a seed of its own; the best is "
            "kept.\nDouble-click the name to go back to the number of the quality.",
            MAX_TRIES=MAX_TRIES,
        )
        self._tries = QWidget()
        tries_row = QHBoxLayout(self._tries)
        tries_row.setContentsMargins(0, 0, 0, 0)
        tries_name = label(tr("Seeds tried"), tooltip=several)
        tries_name.setBuddy(self.tries)
        self.tries.setToolTip(several)
        tries_row.addWidget(tries_name, 1)
        tries_row.addWidget(self.tries)
        seed_row = QHBoxLayout()
        seed_row.setSpacing(GRID // 2)
        seed_row.addWidget(name, 1)
        seed_row.addWidget(self.dice)
        seed_row.addWidget(self.seed)
        Reset(self, [limit_name], [self.limit], lambda: self.limit.setValue(DEFAULT_LIMIT))
        Reset(self, [name], [self.seed], lambda: self.seed.setValue(Choices().seed))
        Reset(self, [tries_name], [self.tries], self._reset_tries)
        column = QVBoxLayout(self._folded)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(self._at_most)
        column.addWidget(self.encoder)
        column.addWidget(self.start)
        column.addWidget(self.device)
        column.addLayout(seed_row)
        column.addWidget(self._tries)
        self._set_unfolded(False)

    def _set_unfolded(self, unfolded: bool) -> None:
        set_icon(self.fold, "chevron-down" if unfolded else "chevron-right")
        self._folded.setVisible(unfolded)
