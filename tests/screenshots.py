"""Pictures of the window in each of its states: `python -m tests.screenshots [FOLDER]`.

Empty, with words alone, with an offer of what was lost, with a photo, with a brush for the mask, while a drawing
grows, paused, finished, with overlays, with each tool, the sheet alone, with its first strokes only, with strokes
selected and frozen, on layers, on other paper, pruned, merged, from a file without its photo, of a given number, with
an error, unfolded, with a preset whose encoder is missing, the pages of models, of the queue and of what was imagined,
the export, menus, and the questions it asks; each in light and dark, large and small, at one and two device pixels per
px. Qt decides the scale once per process, so each scale is a process of its own.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SIZES = ((1440, 900), (1024, 640))
SCALES = (1, 2)
SAMPLE = "samples/cup.jpg"


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    for scale in SCALES:
        settings = {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale),
            "TAUREAU_MODELS": str(folder / "none"),
            "TAUREAU_STATE": str(folder / "none"),
            "TAUREAU_RUNS": str(folder / "none"),
        }
        environment = os.environ | settings
        command = [sys.executable, "-m", "tests.screenshots", "--at-scale", str(folder)]
        subprocess.run(command, env=environment, check=True)
    return 0


def take_all(folder: Path) -> None:
    """Every state in every theme and size, at this process's scale."""
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtWidgets import QApplication, QColorDialog, QPushButton, QWidget
    from qasync import QEventLoop
    from taureau.photo import photo_from_array
    from taureau.resources import resource
    from taureau.session import Message, Phase, Runner, Session, engine_sketch, state_folder
    from taureau.session.recovery.snapshot import Snapshot, new_slot
    from taureau.ui.shell.incoming import Incoming
    from taureau.ui.shell.main_window import MainWindow
    from taureau.ui.widgets.appearance import Appearance
    from taureau.ui.widgets.dialogs import ask_about_changed_file

    from tests.session.sketches import drawing, photo_pixels

    application = QApplication([])
    loop = QEventLoop(application)
    asyncio.set_event_loop(loop)
    loop.set_default_executor(ThreadPoolExecutor(1))
    settings = QSettings(str(folder / ".settings.ini"), QSettings.Format.IniFormat)
    appearance = Appearance(application)
    session = Session(Runner(engine_sketch))
    window = MainWindow(session, appearance, settings)
    window.show()
    scale = round(window.devicePixelRatioF())

    async def until(condition: Callable[[], bool]) -> None:
        while not condition():
            await asyncio.sleep(0.02)

    async def grab(state: str) -> None:
        for mode in ("light", "dark"):
            appearance.set_mode(mode)
            for width, height in SIZES:
                window.resize(width, height)
                await asyncio.sleep(0.15)
                window.grab().save(str(folder / f"{state}-{mode}-{width}x{height}@{scale}x.png"))

    async def grab_beside(name: str, widget: QWidget) -> None:
        """A page, dialog or menu beside the window, in its own size."""
        for mode in ("light", "dark"):
            appearance.set_mode(mode)
            await asyncio.sleep(0.1)
            widget.grab().save(str(folder / f"{name}-{mode}@{scale}x.png"))

    async def all_states() -> None:
        await asyncio.sleep(0.3)  # the thumbnails come one by one
        await grab("empty")
        session.source.set_words("a sailing boat")
        await grab("words")
        session.source.set_words("")
        for name, count in (("bicycle.svg", 5), ("camel.svg", 9)):
            lost = drawing(count)
            slot = new_slot(state_folder() / "recovery")
            slot.keep(Snapshot(lost, lost, photo_from_array(photo_pixels(), name=name), name, None, None, None, None))
            slot.unlock()
        window.files.begin()
        await until(window.files.rescue_card.isVisible)
        await grab("rescue")
        for word in ("Discard", "Discard"):
            next(one for one in window.files.rescue_card.findChildren(QPushButton) if one.text() == word).click()
            await asyncio.sleep(0.1)
        window.message_line.clear()
        await session.file.open(resource(SAMPLE))
        await grab("photo")
        window.ask_panel.source.subject.choose("brush")
        window.painting.begin()
        window.painting.dab((0.4, 0.3), (0.6, 0.6), 0.2, adds=True)
        window.painting.commit("paint")
        await grab("brush")
        window.ask_panel.source.subject.choose("auto")
        session.run.draw(window.ask_panel.choices)
        await until(lambda: len(session.run.state.gains) >= 7)
        session.run.pause()
        await asyncio.sleep(0.8)  # what is being drawn in comes to its end
        session.run.state.phase = Phase.RUNNING  # the picture is of a run that is on, which would not wait for it
        session.run.changed.emit()
        await grab("growing")
        session.run.state.phase = Phase.PAUSED
        session.run.changed.emit()
        await grab("paused")
        session.run.resume()
        await until(lambda: session.run.state.phase is Phase.IDLE)
        await asyncio.sleep(0.5)
        await grab("finished")
        window.view_bar.set_opacity(1)
        for switch in (window.verbs.mask, window.verbs.attention, window.verbs.starts):
            switch.trigger()
        await grab("overlays")
        for switch in (window.verbs.mask, window.verbs.attention, window.verbs.starts):
            switch.trigger()
        window.view_bar.set_opacity(0.25)
        session.selection.marks.select(list(session.sheet.drawing.strokes)[3:4])
        session.selection.changed.emit()
        window.canvas.input.set_tool(window.toolbox.node)
        await grab("node")
        session.selection.clear()
        window.canvas.input.set_tool(window.toolbox.pen)
        await grab("pen")
        window.canvas.input.set_tool(window.toolbox.eraser)
        window.verbs.alone.trigger()
        await grab("alone")
        window.verbs.alone.trigger()
        window.canvas.input.set_tool(window.toolbox.select)
        session.sheet.show_first(6)
        await grab("level")
        session.sheet.show_all()
        for place in (2, 5, 9):
            session.selection.marks.select([list(session.sheet.drawing.strokes)[place]])
            window.editing.freeze()
        session.selection.marks.select(list(session.sheet.drawing.strokes)[3:5])
        session.selection.changed.emit()
        await grab("strokes")
        session.selection.clear()
        window.editing.layers.add("Details")
        window.pen.set_layer(1)
        session.selection.marks.select(list(session.sheet.drawing.strokes)[-4:])
        session.selection.changed.emit()
        window.strokes_panel.layers.move_here.trigger()
        window.editing.restyle(color="#1f3f8f")
        window.editing.layers.lock(0)
        await grab("layers")
        window.editing.set_paper("#23282b", "black-board")
        await grab("board")
        while session.sheet.undo_stack.undoText() != "add layer Details":
            session.sheet.undo_stack.undo()
        session.sheet.undo_stack.undo()
        window.message_line.clear()
        session.selection.clear()
        window.ink_style_menu.styles["marker"].trigger()
        window.verbs.divider.trigger()
        await grab("divider")
        window.verbs.divider.trigger()
        window.ink_style_menu.styles["ink"].trigger()
        window.strokes_panel.stroke_style.swatches.other.click()
        dialog = window.findChild(QColorDialog)
        await grab_beside("colour", dialog)
        dialog.reject()
        window.verbs.prune.trigger()
        await until(lambda: not window.tidying.waiting)
        window.tidying.set_amount(5.0)
        await grab("prune")
        window.verbs.merge.trigger()
        window.tidying.set_amount(window.tidying.range[1])
        await grab("merge")
        window.tidying.cancel()
        await session.file.save(folder / "drawing.svg")
        await session.file.open(folder / "drawing.svg")
        await grab("file")
        await session.file.open(resource(SAMPLE))
        window.ask_panel.draw.amount.button("number").click()
        session.run.draw(window.ask_panel.choices)
        state = session.run.state
        await until(lambda: state.step * 2 > state.total > 0 and state.remaining is not None)
        await grab("number")
        await until(lambda: session.run.state.phase is Phase.IDLE)
        advice = "Open a JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC or AVIF."
        session.notified.emit(Message("notes.txt is not a photo.", advice))
        await grab("error")
        window.message_line.clear()
        window.view_bar.set_opacity(0)
        window.ask_panel.draw.fold.click()
        window.ask_panel.draw.amount.button("automatic").click()
        window.ask_panel.draw.detail.field.setFocus(Qt.FocusReason.TabFocusReason)
        await grab("more")
        window.ask_panel.draw.preset.choose("fine")
        await asyncio.sleep(0.1)
        await grab("missing")
        window.ask_panel.draw.preset.choose("standard")
        window.verbs.models.trigger()
        for mode in ("light", "dark"):
            appearance.set_mode(mode)
            await asyncio.sleep(0.1)
            window.pages.models.grab().save(str(folder / f"models-{mode}@{scale}x.png"))
            window.queue.page.grab().save(str(folder / f"queue-{mode}@{scale}x.png"))
            for name in ("palette", "shortcuts", "diagnostics", "about"):
                page = getattr(window.pages, name)
                page.show_page()
                await asyncio.sleep(0.1)
                page.grab().save(str(folder / f"{name}-{mode}@{scale}x.png"))
                page.close()
            if mode == "light":
                window.imagining.exchange.use_sheet()
            window.pages.imagine.show_page()
            window.pages.imagine.tree.choose(window.pages.imagine.tree.tiles[0].picture.number)
            await asyncio.sleep(0.1)
            window.pages.imagine.grab().save(str(folder / f"imagine-{mode}@{scale}x.png"))
            window.pages.imagine.close()
        window.pages.models.close()
        window.verbs.export.trigger()
        export = window.pages.export
        export.settings.format.choose("gcode")
        machine = export.settings.strokes.machine.machine
        machine.setCurrentIndex(machine.findData("grbl-servo"))
        export.settings.strokes.sort_travel.setChecked(True)
        await until(lambda: export.exporting.plotting is not None)
        await asyncio.sleep(0.3)
        export.playback.seek(export.playback.duration * 0.7)
        await grab_beside("export", export)
        export.close()
        for name, menu in (
            ("recent", window.files.recent_menu),
            ("edit", window.verbs.edit_menu),
            ("arrange", window.arrange_menu),
        ):
            menu.popup(window.mapToGlobal(window.rect().topLeft()))
            await grab_beside(f"menu-{name}", menu)
            menu.close()
        conflict = asyncio.ensure_future(ask_about_changed_file(window, "drawing.svg"))
        await until(lambda: application.activeModalWidget() is not None)
        await grab_beside("conflict", application.activeModalWidget())
        application.activeModalWidget().close()
        await conflict
        window.files.take(Incoming(path=resource(SAMPLE)))
        await until(lambda: application.activeModalWidget() is not None)
        question = application.activeModalWidget()
        await grab_beside("question", question)
        question.close()

    with loop:
        loop.run_until_complete(all_states())
        session.close()
        session.sheet.undo_stack.setClean()
        window.close()
    for made in (".settings.ini", "drawing.svg"):
        (folder / made).unlink(missing_ok=True)


if __name__ == "__main__":
    if "--at-scale" in sys.argv:
        take_all(Path(sys.argv[-1]))
    else:
        sys.exit(main())
