"""Modal dialogs as coroutines; none of them blocks the event loop."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from taureau.photo import PHOTO_SUFFIXES
from taureau.session.language import tr
from taureau.wording import tr_noop

_PHOTOS = " ".join(f"*.{suffix}" for suffix in PHOTO_SUFFIXES)
_WEIGHTS_FILTER = tr_noop("Weights (*.safetensors *.pt *.pth *.bin *.onnx);;All files (*)")


async def answer(dialog: QDialog) -> int:
    """Show a dialog and wait for its result."""
    result: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(lambda code: None if result.done() else result.set_result(code))
    dialog.open()
    try:
        return await result
    finally:
        dialog.deleteLater()


async def ask_to_open(parent: QWidget, folder: Path) -> Path | None:
    kinds = tr("Photos and drawings (*.svg *.svgz {PHOTOS})", PHOTOS=_PHOTOS)
    return await _ask_for_file(parent, tr("Open a photo or a drawing"), folder, kinds)


async def ask_for_photo(parent: QWidget, folder: Path) -> Path | None:
    return await _ask_for_file(
        parent, tr("Open the photo beneath the drawing"), folder, tr("Photos ({PHOTOS})", PHOTOS=_PHOTOS)
    )


async def ask_for_photos(parent: QWidget, folder: Path) -> list[Path]:
    """Ask for photos in any number."""
    kinds = tr("Photos ({PHOTOS})", PHOTOS=_PHOTOS)
    dialog = QFileDialog(parent, tr("Add photos"), str(folder), tr("{kinds};;All files (*)", kinds=kinds))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return [Path(file) for file in dialog.selectedFiles()] if await answer(dialog) else []


async def ask_for_machine(parent: QWidget, folder: Path) -> Path | None:
    return await _ask_for_file(parent, tr("Choose a machine file"), folder, tr("Machine files (*.toml)"))


async def _ask_for_file(parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    dialog = QFileDialog(parent, title, str(folder), tr("{kinds};;All files (*)", kinds=kinds))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    accepted = await answer(dialog)
    return Path(dialog.selectedFiles()[0]) if accepted else None


async def ask_for_weights(parent: QWidget, name: str, *, folder: bool) -> Path | None:
    """Ask for the file or folder of a model to import."""
    dialog = QFileDialog(
        parent,
        tr("Import {name} from a folder", name=name) if folder else tr("Import {name} from a file", name=name),
        str(Path.home()),
        "" if folder else tr(_WEIGHTS_FILTER),
    )
    dialog.setFileMode(QFileDialog.FileMode.Directory if folder else QFileDialog.FileMode.ExistingFile)
    accepted = await answer(dialog)
    return Path(dialog.selectedFiles()[0]) if accepted else None


async def ask_for_folder(parent: QWidget, title: str, folder: Path) -> Path | None:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    accepted = await answer(dialog)
    return Path(dialog.selectedFiles()[0]) if accepted else None


async def ask_where_to_save(parent: QWidget, title: str, suggestion: Path) -> Path | None:
    return await _ask_where(parent, title, suggestion, tr("SVG drawing"), "svg")


async def _ask_where(
    parent: QWidget, title: str, suggestion: Path, kind: str, suffix: str, *others: str
) -> Path | None:
    """Ask for the path to save to; `suffix` is added to a name without one, `others` are further filters."""
    dialog = QFileDialog(parent, title, str(suggestion.parent), ";;".join((f"{kind} (*.{suffix})", *others)))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggestion.name)
    accepted = await answer(dialog)
    return Path(dialog.selectedFiles()[0]) if accepted else None


async def ask_about_changed_file(parent: QWidget, name: str) -> Literal["other", "over", "reload", "cancel"]:
    """Ask what to do when another program has changed the file."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("Taureau")
    box.setText(tr("“{name}” was changed by another program or window.", name=name))
    box.setInformativeText(tr("Saving here would replace what was saved there."))
    other = box.addButton(tr("Save under another name…"), QMessageBox.ButtonRole.AcceptRole)
    over = box.addButton(tr("Replace it"), QMessageBox.ButtonRole.DestructiveRole)
    reload = box.addButton(tr("Open what is there"), QMessageBox.ButtonRole.ActionRole)
    reload.setToolTip(tr("Undo brings back what you have now"))
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(other)
    box.setEscapeButton(cancel)
    await answer(box)
    clicked = box.clickedButton()
    if clicked is other:
        return "other"
    if clicked is over:
        return "over"
    return "reload" if clicked is reload else "cancel"


async def ask_for_mask(parent: QWidget, folder: Path) -> Path | None:
    return await _ask_for_file(
        parent, tr("Load a mask: white is drawn"), folder, tr("Pictures ({PHOTOS})", PHOTOS=_PHOTOS)
    )


async def ask_where_to_save_mask(parent: QWidget, suggestion: Path) -> Path | None:
    return await _ask_where(parent, tr("Save the mask"), suggestion, tr("PNG picture"), "png")


async def ask_for_preset(parent: QWidget, folder: Path) -> Path | None:
    return await _ask_for_file(parent, tr("Open a preset file"), folder, tr("Preset files (*.json)"))


async def ask_where_to_save_preset(parent: QWidget, suggestion: Path) -> Path | None:
    return await _ask_where(parent, tr("Save the settings"), suggestion, tr("Preset file"), "json")


async def ask_where_to_keep(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the path to save a generated image to."""
    return await _ask_where(parent, tr("Keep the picture"), suggestion, tr("PNG picture"), "png")


async def ask_where_to_keep_drawing(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask for the path to save a generated drawing to, in any format that drawings are exported in."""
    others = (tr("PDF (*.pdf)"), tr("PNG picture (*.png)"), tr("WebP picture (*.webp)"))
    return await _ask_where(parent, tr("Keep the drawing"), suggestion, tr("SVG drawing"), "svg", *others)


async def ask_about_unsaved(
    parent: QWidget, name: str, *, running: bool, in_file: bool
) -> Literal["save", "discard", "cancel"]:
    """Ask what to do with a drawing that would be lost."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle("Taureau")
    box.setText(tr("Save “{name}” first?", name=name))
    if running:
        box.setInformativeText(tr("The run will be stopped; what it has drawn so far can be saved."))
    else:
        box.setInformativeText(
            tr("Its last changes are not in the file.") if in_file else tr("It is not in a file yet.")
        )
    save = box.addButton(tr("Save"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Don’t save"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    await answer(box)
    clicked = box.clickedButton()
    if clicked is save:
        return "save"
    return "discard" if clicked is discard else "cancel"
