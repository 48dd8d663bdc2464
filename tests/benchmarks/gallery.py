"""How the gallery scrolls: `python -m tests.benchmarks.gallery [COUNT…] [--grabs FOLDER]`.

Fills a store with so many entries (10, 1,000 and 10,000), opens the page, scrolls from one end to the other by mouse
wheel, page keys and scroll bar, and prints the longest gap between two turns of the event loop, the paints, and what a
run takes to be kept. With `--grabs` it writes pictures of the page, light and dark.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def fill(folder: Path, count: int) -> float:
    """Keep so many runs; return the seconds of processor time that each took."""
    from taureau.store.entries import Entries
    from taureau.store.settings import StoreSettings, write_settings

    from tests.store.runs import little_run

    write_settings(folder, StoreSettings(limit=100_000))
    with Entries(folder) as entries:
        began = time.process_time()
        for number in range(count):
            kept = entries.keep(little_run(number))
            if number % 9 == 4:
                entries.set_favourite([kept.id], True)
            if number % 17 == 3:
                entries.set_notes(kept.id, "for the wall in the hall")
        if count:
            entries.keep(
                little_run(count, drawing=None, outcome="failed", reason="The graphics card ran out of memory.")
            )
        return (time.process_time() - began) / max(count, 1)


def scroll(folder: Path, grabs: Path | None, count: int) -> None:
    """Open the page and scroll through it; print what it took."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow
    from taureau.session.gallery.gallery import Gallery
    from taureau.ui.gallery.gallery_page import GalleryPage
    from taureau.ui.widgets.appearance import Appearance

    application = QApplication.instance() or QApplication([])
    sys.setswitchinterval(0.001)  # as the program does
    appearance = Appearance(application)
    appearance.set_mode("light")
    window = QMainWindow()
    gallery = Gallery(folder)
    page = GalleryPage(gallery, window)
    page.set_theme(appearance.theme)
    gaps: list[tuple[float, float]] = []  # s by the clock and of this thread, from one turn to the next
    last = (0.0, 0.0)

    def beat() -> None:
        nonlocal last
        now = time.perf_counter(), time.thread_time()
        gaps.append((now[0] - last[0], now[1] - last[1]))
        last = now

    class Paints(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            Paints.count += event.type() == QEvent.Type.Paint
            return False

    paints = Paints()
    page.grid.viewport().installEventFilter(paints)
    timer = QTimer(interval=0)
    timer.timeout.connect(beat)

    def turn_until(done, limit: float = 60.0) -> None:
        end = time.perf_counter() + limit
        while not done() and time.perf_counter() < end:
            application.processEvents()
            time.sleep(0.0005)

    def measured(name: str, work) -> None:
        nonlocal last
        gaps.clear()
        before, began, last = Paints.count, time.perf_counter(), (time.perf_counter(), time.thread_time())
        timer.start()
        work()
        timer.stop()
        seconds = time.perf_counter() - began
        longest, work_longest = (sorted(gap[place] for gap in gaps)[-3:] for place in (0, 1))
        print(
            f"  {name:18} {seconds:6.2f} s, longest gaps {in_ms(longest)} ms, of which this thread worked "
            f"{in_ms(work_longest)} ms, {Paints.count - before} paints"
        )

    def rest(seconds: float) -> None:
        end = time.perf_counter() + seconds
        turn_until(lambda: time.perf_counter() > end)

    bar = page.grid.verticalScrollBar()

    def sweep(steps: int, *, back: bool = False) -> None:
        for step in range(steps, -1, -1) if back else range(steps + 1):
            bar.setValue(round(bar.maximum() * step / steps))
            rest(0.016)

    def jump() -> None:
        for share in (0.9, 0.1, 0.5, 0.99, 0.0):
            bar.setValue(round(bar.maximum() * share))
            rest(0.25)

    measured("open", lambda: (page.show_page(), turn_until(lambda: gallery.loaded), rest(1.0)))
    measured("sweep to the end", lambda: sweep(120))
    measured("and back", lambda: sweep(120, back=True))
    measured("jumps", jump)
    measured("search", lambda: (page.filters.text.setText("duck"), rest(1.5), page.filters.clear(), rest(1.0)))
    if grabs is not None:
        take(page, appearance, grabs, count, rest)
    page.close()
    page.close_down()
    window.deleteLater()
    application.processEvents()


def in_ms(seconds: list[float]) -> str:
    return " ".join(f"{1000 * value:.0f}" for value in seconds)


def take(page, appearance, grabs: Path, count: int, rest) -> None:
    scale = round(page.devicePixelRatioF())
    for mode in ("light", "dark"):
        appearance.set_mode(mode)
        page.set_theme(appearance.theme)
        page.grid.verticalScrollBar().setValue(0)
        rest(1.0)
        page.grab().save(str(grabs / f"gallery-{count}-{mode}-{scale}x.png"))
    if count >= 10:
        from PySide6.QtCore import QItemSelectionModel

        page.grid.choose(2)
        page.grid.selectionModel().select(page.grid.entries.index(5), QItemSelectionModel.SelectionFlag.Select)
        rest(0.2)
        page.verbs.compare.trigger()
        rest(0.8)
        page.grab().save(str(grabs / f"gallery-{count}-compare-{scale}x.png"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="*", default=[10, 1000, 10_000])
    parser.add_argument("--grabs", type=Path)
    chosen = parser.parse_args()
    for count in chosen.count:
        with tempfile.TemporaryDirectory() as place:
            print(f"{count} entries: {1000 * fill(Path(place), count):.1f} ms of processor time to keep one")
            scroll(Path(place), chosen.grabs, count)


if __name__ == "__main__":
    main()
