"""Decides what *Draw* does, for the button, the menu and the shortcut."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from taureau.session.choices import PRESETS, Choices, counted
from taureau.session.drawing.sheet import Sheet
from taureau.session.language import tr
from taureau.session.run.run import Run
from taureau.session.run.run_state import Phase
from taureau.session.run.source import Source
from taureau.wording import tr_noop

_NO_SOURCE = tr_noop("Open a photo first, or type what to draw")
_NO_PHOTO = tr_noop("To continue, its photo is needed")
_NO_MASK = tr_noop("Click or paint what is to be drawn first")
_MASK_PENDING = tr_noop("The subject is being found")


class DrawAction(Enum):
    DRAW = "draw"  # the photo, from scratch
    WORDS = "words"  # alone, from scratch
    CONTINUE = "continue"  # add strokes to the drawing
    RESTART = "restart"  # from the edited preview of the paused run
    RESUME = "resume"  # the paused run
    WAIT = "wait"  # a run is on


@dataclass(frozen=True)
class DrawConditions:
    """What the command depends on, beside the choices."""

    has_photo: bool = False
    has_words: bool = False
    has_drawing: bool = False
    can_continue: bool = False  # there are strokes, and the photo they were drawn from
    active: bool = False  # a run is on
    paused: bool = False  # and can go on
    edited: bool = False  # and its preview was edited
    mask_ready: bool = False  # something is painted
    mask_pending: bool = False  # the mask to paint on is being found
    model_missing: str = ""  # the missing model that the choices need, as a phrase


@dataclass(frozen=True)
class DrawCommand:
    """What *Draw* would do, or what is missing for it."""

    action: DrawAction = DrawAction.DRAW
    missing: str = ""  # in a few words; empty if nothing is
    strokes: int | None = None  # how many were asked for; None: as many as it takes
    replaces: bool = False  # there is a drawing, which undo brings back
    continuable: bool = False  # whether drawing from scratch is offered beside
    without_words: bool = False  # whether drawing the photo alone is offered beside

    @property
    def enabled(self) -> bool:
        goes_on = self.action in (DrawAction.RESTART, DrawAction.RESUME)
        return goes_on or (self.action is not DrawAction.WAIT and not self.missing)

    @property
    def needs_photo(self) -> bool:
        """True when the drawing could be continued if its photo were here."""
        return self.missing == tr(_NO_PHOTO)

    @property
    def text(self) -> str:
        """The text of a button."""
        match self.action:
            case DrawAction.RESTART:
                return tr("Think again")
            case DrawAction.RESUME:
                return tr("Resume")
            case DrawAction.WAIT:
                return tr("Drawing")
            case DrawAction.WORDS:
                return tr("Draw the words in {counted}", counted=counted(self.strokes or 0))
            case DrawAction.CONTINUE:
                return (
                    tr("Continue")
                    if self.strokes is None
                    else tr("Draw {counted}", counted=counted(self.strokes, more=True))
                )
            case DrawAction.DRAW:
                return tr("Draw") if self.strokes is None else tr("Draw {counted}", counted=counted(self.strokes))

    @property
    def name(self) -> str:
        """The text of a menu item: the verb alone."""
        names = {
            DrawAction.RESTART: tr("Think again"),
            DrawAction.RESUME: tr("Resume"),
            DrawAction.CONTINUE: tr("Continue"),
        }
        return names.get(self.action, tr("Draw"))

    @property
    def explanation(self) -> str:
        """The tooltip: what it does to the drawing."""
        match self.action:
            case DrawAction.RESTART:
                return tr("Draw on from what you left, without the strokes that you took out")
            case DrawAction.RESUME:
                return tr("Go on where the drawing stopped")
            case DrawAction.WORDS:
                again = tr("; undo brings this drawing back") if self.replaces else ""
                return tr("Draw {counted} toward the words{again}", counted=counted(self.strokes or 0), again=again)
            case DrawAction.CONTINUE:
                return tr("Draw more strokes into the drawing; frozen ones stay as they are")
            case DrawAction.WAIT | DrawAction.DRAW:
                return tr("Draw the photo")


def draw_command(choices: Choices, now: DrawConditions) -> DrawCommand:
    """Return what *Draw* does with these choices under these conditions."""
    continuable = now.can_continue and choices.grows and not now.active
    without_words = now.has_photo and now.has_words and not now.active and not _mask_missing(choices, now)
    return DrawCommand(
        _action(choices, now), _missing(choices, now), choices.strokes, now.has_drawing, continuable, without_words
    )


def _action(choices: Choices, now: DrawConditions) -> DrawAction:
    if now.edited:
        return DrawAction.RESTART
    if now.active:
        return DrawAction.RESUME if now.paused else DrawAction.WAIT
    if now.has_words and not now.has_photo:
        return DrawAction.WORDS
    if now.has_drawing and (not now.has_photo or (now.can_continue and choices.grows)):
        return DrawAction.CONTINUE
    return DrawAction.DRAW


def _missing(choices: Choices, now: DrawConditions) -> str:
    if not (now.has_photo or now.has_words):
        return tr(_NO_PHOTO if now.has_drawing else _NO_SOURCE)
    if now.has_words and not choices.reads:
        return tr("{preset} does not read words", preset=tr(PRESETS[choices.preset].label))
    return _mask_missing(choices, now) or now.model_missing


def _mask_missing(choices: Choices, now: DrawConditions) -> str:
    if now.has_photo and choices.mask == "brush" and not now.mask_ready:
        return tr(_MASK_PENDING if now.mask_pending else _NO_MASK)
    return ""


class DrawVerb(QObject):
    """Keeps the command up to date, and executes it."""

    changed = Signal()  # `command` is different

    def __init__(self, sheet: Sheet, source: Source, run: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.command = DrawCommand()
        self._sheet, self._source, self._run = sheet, source, run
        self._choices = Choices()
        self._mask_ready = self._mask_pending = False
        self._model_missing = ""
        for signal in (sheet.changed, source.photo_changed, source.words_changed, run.changed):
            signal.connect(self._update)
        self._update()

    @property
    def choices(self) -> Choices:
        """The latest choices."""
        return self._choices

    def set_choices(
        self, choices: Choices, *, mask_ready: bool = False, mask_pending: bool = False, model_missing: str = ""
    ) -> None:
        """Set the choices, and the DrawConditions that concern mask and model."""
        self._choices, self._model_missing = choices, model_missing
        self._mask_ready, self._mask_pending = mask_ready, mask_pending
        self._update()

    def execute(self, choices: Choices) -> None:
        """Execute the command if it is enabled."""
        if not self.command.enabled:
            return
        match self.command.action:
            case DrawAction.RESTART | DrawAction.RESUME:
                self._run.resume()
            case DrawAction.CONTINUE:
                self._run.draw_more(choices)
            case _:
                self._run.draw(choices)

    def start_over(self, choices: Choices) -> None:
        """Draw from scratch, although the drawing could be continued."""
        if self.command.enabled and not self._run.active:
            self._run.draw(choices)

    def draw_photo(self, choices: Choices) -> None:
        """Draw the photo alone, although there are words."""
        if self.command.without_words:
            self._run.draw(choices.photo_alone)

    def _update(self) -> None:
        sheet, source, run = self._sheet, self._source, self._run
        now = DrawConditions(
            has_photo=source.photo is not None,
            has_words=source.has_words,
            has_drawing=sheet.drawing is not None,
            can_continue=run.can_continue,
            active=run.active,
            paused=run.state.phase is Phase.PAUSED,
            edited=run.edited,
            mask_ready=self._mask_ready,
            mask_pending=self._mask_pending,
            model_missing=self._model_missing,
        )
        command = draw_command(self._choices, now)
        if command != self.command:
            self.command = command
            self.changed.emit()
