"""Pictures from the sheet and from files for the family tree, and drawings of the tree for the sheet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from taureau.document import DocumentError, fitted_into
from taureau.export.picture_file import square_picture
from taureau.photo import PhotoError
from taureau.session.core.session import Session
from taureau.session.files.opening import opened_file
from taureau.session.imagine.family_tree import FamilyTree
from taureau.session.imagine.generation import Generation, Picture
from taureau.session.language import tr
from taureau.session.messages import Message


class Exchange:
    """Takes pictures into the tree to start from, and puts drawings onto the sheet."""

    def __init__(self, session: Session, tree: FamilyTree, notify: Callable[[Message], None]) -> None:
        self._session, self._tree, self._notify = session, tree, notify
        self._used: tuple[object, int] | None = None  # the drawing or photo used last, and the number of its picture

    def use_sheet(self) -> Picture | None:
        """Add the drawing, or else the photo, to the tree, unless it is there already; return its picture."""
        drawing, photo = self._session.sheet.shown, self._session.source.photo
        there = drawing or photo
        if self._used is not None and self._used[0] is there:
            number = self._used[1]
            if (again := next((one for one in self._tree.pictures() if one.number == number), None)) is not None:
                return again
        if drawing is not None:
            picture = self._tree.picture(square_picture(drawing), {}, tr("The drawing on the sheet"), drawing)
        elif photo is not None:
            picture = self._tree.picture(photo.pixels, {}, tr("The photo on the sheet"))
        else:
            return None
        self._used = (there, picture.number)
        return self._added(picture)

    async def open(self, path: Path) -> Picture | None:
        """Add the photo or the drawing in a file to the tree; None, after a message, if it cannot be read."""
        try:
            opened = await asyncio.to_thread(opened_file, path)
        except (DocumentError, PhotoError) as error:
            self._notify(Message(tr(str(error))))
            return None
        if opened.drawing is not None:
            return self._added(self._tree.picture(square_picture(opened.drawing), {}, path.name, opened.drawing))
        assert opened.photo is not None  # a file holds the one or the other
        return self._added(self._tree.picture(opened.photo.pixels, {}, path.name))

    def put_on_sheet(self, picture: Picture) -> bool:
        """Replace the drawing on the sheet by that of a picture, undoably; False, after a message, during a run."""
        drawing, session = picture.drawing, self._session
        if drawing is None:
            raise ValueError(f"picture {picture.number} is of pixels")
        if session.run.active:
            self._notify(Message(tr("Something is being drawn on the sheet."), tr("Keep or discard that first.")))
            return False
        there = session.sheet.drawing or session.source.photo
        if there is not None:
            drawing = fitted_into(drawing, there.width, there.height)
        session.sheet.replace(drawing, tr("use picture {number}", number=picture.number))
        return True

    def _added(self, picture: Picture) -> Picture:
        self._tree.add(Generation(picture.name, (), 0, 1, pictures=[picture]))
        return picture
