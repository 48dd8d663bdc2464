"""New, open, paste, save, revert, restore: the questions the window asks before the session acts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from taureau.session import Choices, Message, OvertakenError, Persistence, Rescued, Session, state_folder
from taureau.session.language import tr
from taureau.ui.shell.incoming import Incoming, incoming
from taureau.ui.shell.recent_menu import RecentMenu
from taureau.ui.shell.rescue_card import RescueCard
from taureau.ui.widgets.dialogs import (
    ask_about_changed_file,
    ask_about_unsaved,
    ask_for_photo,
    ask_to_open,
    ask_where_to_save,
)
from taureau.ui.widgets.tasks import Tasks


class FileVerbs:
    """Each verb returns at once; its questions and its work are coroutines on the event loop."""

    def __init__(self, window: QWidget, session: Session, tasks: Tasks) -> None:
        self._window = window
        self._session = session
        self._tasks = tasks
        self._asking = False
        self.persistence = Persistence(session, state_folder(), window)
        self.recent_menu = RecentMenu(self.persistence.recents, window)
        self.recent_menu.chosen.connect(self.open_recent)
        self.rescue_card = RescueCard()
        recovery = self.persistence.recovery
        recovery.offers_changed.connect(lambda: self.rescue_card.show_offers(recovery.offers))
        self.rescue_card.restore_asked.connect(self.restore)
        self.rescue_card.discard_asked.connect(self._throw_away)
        self.rescue_card.put_off.connect(recovery.put_off)

    def begin(self, notices: Sequence[Message] = ()) -> None:
        """Look for drawings to recover; `notices` are other messages to show at the start."""
        self.persistence.begin(notices)

    def close(self) -> None:
        """Remove the recovery file, as the window closes regularly."""
        self.persistence.close()

    def new(self) -> None:
        self._tasks.start(self._new())

    def open(self) -> None:
        self._tasks.start(self._open())

    def open_recent(self, path: Path) -> None:
        if path.exists():
            self.take(Incoming(path=path))
        else:
            self.persistence.recents.drop(path)
            self._session.notified.emit(
                Message(
                    tr("{name} is no longer there.", name=path.name),
                    tr("It was in {parent}.", parent=path.parent),
                    kind="notice",
                )
            )

    def open_beneath(self) -> None:
        """Open the photo that the drawing was made from."""
        self._tasks.start(self._open_beneath())

    def paste(self) -> None:
        picture = incoming(QGuiApplication.clipboard().mimeData())
        if picture is None:
            text = tr("The clipboard holds neither strokes nor a picture.")
            self._session.notified.emit(Message(text, tr("Copy some first."), kind="notice"))
        else:
            self.take(picture)

    def take(self, picture: Incoming) -> None:
        """Open what was dropped, pasted, clicked or given on the command line."""
        self._tasks.start(self._take(picture))

    def draw_sample(self, path: Path) -> None:
        """Open a sample and draw it at once, with the settings that Taureau comes with."""
        self._tasks.start(self._draw_sample(path))

    def save(self) -> None:
        self._tasks.start(self._save())

    def save_as(self) -> None:
        self._tasks.start(self._save_as())

    def revert(self) -> None:
        self._tasks.start(self._session.file.revert())

    def restore(self, rescued: Rescued) -> None:
        """Open a drawing that a crash left unsaved."""
        self._tasks.start(self._restore(rescued))

    async def settle(self) -> bool:
        """Ask whether to save unsaved work; return False if the user cancels."""
        session = self._session
        if not session.file.unsaved:
            return True
        if self._asking:
            return False
        self._asking = True
        try:
            running, in_file = session.sheet.preview is not None, session.file.path is not None
            answer = await ask_about_unsaved(self._window, session.file.name, running=running, in_file=in_file)
        finally:
            self._asking = False
        if answer == "save":
            await session.run.keep_and_wait()
            return await self._save()
        return answer == "discard"

    async def _new(self) -> None:
        if await self.settle():
            self._session.file.new()

    async def _open(self) -> None:
        path = await ask_to_open(self._window, self._session.file.suggested_path.parent)
        if path is not None:
            await self._take(Incoming(path=path))

    async def _open_beneath(self) -> None:
        path = await ask_for_photo(self._window, self._session.file.suggested_path.parent)
        if path is not None:
            await self._session.file.open_beneath(path)

    async def _take(self, picture: Incoming) -> None:
        if picture.path is not None:
            await self._session.file.open(picture.path, self.settle)
        elif picture.image is not None:
            await self._session.file.open_image(picture.image, settle=self.settle)

    async def _draw_sample(self, path: Path) -> None:
        if await self._session.file.open(path, self.settle):
            self._session.run.draw(Choices())

    async def _save(self) -> bool:
        if self._session.file.path is None:
            return await self._save_as()
        return await self._save_to(self._session.file.path)

    async def _save_as(self) -> bool:
        path = await ask_where_to_save(self._window, tr("Save the drawing"), self._session.file.suggested_path)
        return path is not None and await self._save_to(path)

    async def _save_to(self, path: Path) -> bool:
        """Save to a path; if another program changed that file, ask first."""
        try:
            return await self._session.file.save(path)
        except OvertakenError:
            answer = await ask_about_changed_file(self._window, path.name)
        if answer == "other":
            return await self._save_as()
        if answer == "reload":
            await self._session.file.revert()
        return answer == "over" and await self._session.file.save(path, overwrite=True)

    async def _restore(self, rescued: Rescued) -> None:
        if await self.settle():
            self.persistence.recovery.restore(rescued)

    def _throw_away(self, rescued: Rescued) -> None:
        recovery = self.persistence.recovery
        recovery.discard(rescued)
        text = tr("The drawing was discarded.")
        self._session.notified.emit(
            Message(text, rescued.name, kind="notice", verb=tr("Bring it back"), do=recovery.bring_back)
        )
