"""The film in its dialog, played again and again."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from taureau.export.film import Stage
from taureau.session import counted
from taureau.session.language import tr
from taureau.ui.canvas.backdrop import paint_paper
from taureau.ui.canvas.ink import Line
from taureau.ui.widgets.theme import GRID, LIGHT, Theme

_MARGIN = 3.0 * GRID  # px around the film
_FRAME = 33  # ms from one picture to the next, at least
_REST = 2.0  # times as long as a picture takes to paint, that others have before the next
_SHORTEST = 1.0  # s that the finished drawing stays, so that it is seen


class FilmPreview(QWidget):
    """Plays a stage from its beginning whenever it is another; read-only."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setAccessibleName(tr("Preview"))
        self.setMinimumSize(240, 240)
        self._clock, self._theme = clock, LIGHT
        self._stage: Stage | None = None
        self._lines: list[Line] = []
        self._photo: QImage | None = None
        self._began = 0.0  # of the clock
        self._timer = QTimer(self, interval=_FRAME, singleShot=True)
        self._timer.timeout.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_stage(self, stage: Stage | None) -> None:
        """Play another film from its beginning; the same one plays on."""
        if stage is self._stage:
            return
        self._stage, self._began = stage, self._clock()
        self._lines, self._photo = [], None
        if stage is not None:
            self._lines = [Line.of(index, stroke) for index, stroke in enumerate(stage.drawing.strokes)]
            if stage.photo is not None:
                pixels = stage.photo.pixels
                height, width = pixels.shape[:2]
                self._photo = QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self.setAccessibleDescription(
            tr("A film of {counted}, {seconds:.1f} s", counted=counted(len(self._lines)), seconds=stage.score.seconds)
            if stage
            else tr("Nothing can be exported yet")
        )
        self.update()

    @property
    def time(self) -> float:
        """The time of the film that is shown, s."""
        if self._stage is None:
            return 0.0
        score = self._stage.score
        return (self._clock() - self._began) % (score.drawn + max(score.hold, _SHORTEST))

    def showEvent(self, event: QShowEvent) -> None:
        self._began = self._clock()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        began = time.perf_counter()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.desk))
        if self._stage is None:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("As it is, nothing can be written."))
        else:
            self._paint(painter, self._stage, self.time)
        painter.end()
        if self._stage is not None:
            took = (time.perf_counter() - began) * 1000
            self._timer.start(max(_FRAME, round(_REST * took)))

    def _paint(self, painter: QPainter, stage: Stage, moment: float) -> None:
        width, height = stage.drawing.width, stage.drawing.height
        scale = min((self.width() - 2 * _MARGIN) / width, (self.height() - 2 * _MARGIN) / height)
        left, top = (self.width() - scale * width) / 2, (self.height() - scale * height) / 2
        frame = QRectF(left, top, scale * width, scale * height)
        if stage.paper is not None:
            paint_paper(painter, frame, replace(self._theme, paper=stage.paper))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipRect(frame)
        painter.translate(left, top)
        painter.scale(scale, scale)
        if self._photo is not None and stage.photo_box is not None:
            box = stage.photo_box
            painter.setOpacity(stage.photo_opacity(moment))
            painter.drawImage(QRectF(box.left, box.top, box.width, box.height), self._photo)
        shares = {cue.stroke.id: cue.share(moment) for cue in stage.score.cues}
        for line in self._lines:
            share = shares[line.stroke.id]
            if share > 0:
                painter.setOpacity(line.opacity * (share if line.fades else 1.0))
                line.paint(painter, part=1.0 if line.fades else share)
        painter.restore()
