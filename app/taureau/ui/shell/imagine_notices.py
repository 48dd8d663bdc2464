"""Notices about generated images in the main window, while their page is closed."""

from __future__ import annotations

from dataclasses import replace

from taureau.session import Album, Generation, Imagining, Message
from taureau.session.language import tr
from taureau.ui.shell.pages import Pages
from taureau.ui.widgets.message_line import MessageLine


class ImagineNotices:
    """Shows messages of image generation in the message line, with a button that opens the page."""

    def __init__(self, imagining: Imagining, album: Album, pages: Pages, message_line: MessageLine) -> None:
        self._pages, self._message_line = pages, message_line
        imagining.notified.connect(self._show)
        imagining.ended.connect(self._show_ready)
        album.found.connect(self._show_found)

    def _show(self, message: Message) -> None:
        if not self._pages.imagine_is_visible:
            self._message_line.show_message(replace(message, verb=tr("Show the pictures"), do=self._pages.show_imagine))

    def _show_ready(self, generation: Generation) -> None:
        count = len(generation.pictures)
        if count and not (generation.stopping or generation.failed):
            pictures = tr("A picture") if count == 1 else tr("{count} pictures", count=count)
            text = tr(
                "{pictures} of “{title}” {value} ready.",
                pictures=pictures,
                title=generation.title,
                value="is" if count == 1 else "are",
            )
            self._show(Message(text, kind="notice"))

    def _show_found(self, count: int) -> None:
        """Notify of pictures of earlier sessions, unless another message is shown."""
        if self._message_line.message is None:
            pictures = tr("A picture") if count == 1 else tr("{count} pictures", count=count)
            text = tr(
                "{pictures} from last time {value} on the Imagine page.",
                pictures=pictures,
                value="is" if count == 1 else "are",
            )
            message = Message(text, kind="notice", verb=tr("Show"), do=self._pages.show_imagine)
            self._message_line.show_message(message)
