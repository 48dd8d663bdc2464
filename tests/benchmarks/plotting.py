"""How well plots are ordered, and what that saves: `python -m tests.benchmarks.plotting [--kicks 300] [--only NAME …]`.

Two tables. For 30 drawings (the ten samples in few strokes, in many, and with hatching): the way of the lifted pen on
A4 as Taureau sorts it, as vpype's `linesort` does, without and with its 2-opt, and as a long 2-opt/Or-opt search finds
it. For the ten samples: pen-downs, the drawn and the travelled length, the estimated and the simulated time, before and
after sorting, on an AxiDraw. At the end, the CPU time of sorting
30,000 strokes.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from taureau.api import sketch, sketch_request
from taureau.document import MM_PER_PX, Drawing, Layer, Stroke
from taureau.engine.tone.photo_tone import with_photo_tone
from taureau.export import PLOTTER_MARGIN_MM, PLOTTER_PEN_MM, Export, Margins, composed
from taureau.export.machines import AXIDRAW, pen_paths, plotting_seconds
from taureau.export.travel import sorted_for_travel, travel
from taureau.geometry import Curve

from tests.benchmarks.long_tour import long_tour
from tests.export.machines.simulation import simulated_seconds

SAMPLES = sorted(Path("resources/samples").glob("*.jpg"))
PLOT = Export(profile="plotter", paper="a4", margins=Margins.even(PLOTTER_MARGIN_MM), pen_mm=PLOTTER_PEN_MM)
START = np.zeros(2)


def drawings(photo: Path) -> dict[str, Drawing]:
    """Three drawings of a photo, on A4."""
    few, many = (sketch(photo, preset="draft", strokes=count) for count in (16, 96))
    hatched = with_photo_tone(few, sketch_request(photo, preset="draft"), "cross")
    named = {"16 strokes": few, "96 strokes": many, "hatched": hatched}
    return {f"{photo.stem}, {name}": composed(drawing, PLOT).drawing for name, drawing in named.items()}


def strokes_of(drawing: Drawing) -> tuple[Stroke, ...]:
    return tuple(drawing.strokes)


def vpype_travel(strokes: Sequence[Stroke], *options: str) -> float:
    """The way of the lifted pen, px, as vpype sorts these strokes."""
    import vpype
    from vpype_cli import execute

    lines = [stroke.curve.sample(8) @ np.array([1, 1j]) for stroke in strokes]
    document = vpype.Document()
    document.add(vpype.LineCollection(lines), 1)
    found = execute(" ".join(("linesort", *options)), document)
    ends = np.array([[line[0], line[-1]] for line in found.layers[1]])
    return float(np.abs(ends[:, 0] - np.append(0, ends[:-1, 1])).sum())


def compare(drawing: Drawing, kicks: int) -> dict[str, float]:
    """The way of the lifted pen in m, by who has sorted the strokes.

    The long search has closed strokes begin where they did, and where Taureau has them begin.
    """
    whole = Drawing(drawing.width, drawing.height, (Layer("pen", strokes_of(drawing)),))
    ours = strokes_of(sorted_for_travel(whole))
    plain = strokes_of(whole)
    lengths = {
        "as drawn": travel(plain, START),
        "linesort": vpype_travel(plain),
        "linesort --two-opt": vpype_travel(plain, "--two-opt"),
        "Taureau": travel(ours, START),
        "long search": min(long_tour(strokes, START, kicks=kicks) for strokes in (plain, ours)),
    }
    return {name: length * MM_PER_PX / 1000 for name, length in lengths.items()}


def plotted(drawing: Drawing) -> tuple[int, float, float, float, float]:
    """Pen-downs, drawn and travelled m, estimated and simulated s."""
    paths = pen_paths(drawing, AXIDRAW, bounded=False)
    drawn, way, at = 0.0, 0.0, START
    for path in paths:
        for line in path.lines:
            drawn += np.hypot(*np.diff(line.points, axis=0).T).sum()
            way += np.hypot(*(line.points[0] - at))
            at = line.points[-1]
    count = sum(len(path.lines) for path in paths)
    times = sum(plotting_seconds(paths, AXIDRAW)), sum(simulated_seconds(paths, AXIDRAW))
    return count, drawn / 1000, way / 1000, *times


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kicks", type=int, default=300, help="of the long search")
    parser.add_argument("--only", nargs="*", default=[], help="samples")
    parser.add_argument("--many", type=int, default=30_000, help="strokes that are sorted in the end")
    chosen = parser.parse_args(arguments)
    photos = [photo for photo in SAMPLES if not chosen.only or photo.stem in chosen.only]
    found = {name: drawing for photo in photos for name, drawing in drawings(photo).items()}
    ratios = {}
    print("drawing                        strokes  as drawn  linesort  --two-opt  Taureau  long search  ratio")
    for name, drawing in found.items():
        ways = compare(drawing, chosen.kicks)
        ratios[name] = ways["Taureau"] / ways["long search"]
        cells = "  ".join(f"{way:8.3f}" for way in ways.values())
        print(f"{name:30} {drawing.stroke_count:7}  {cells} m  {ratios[name]:.3f}", flush=True)
    print(f"worst ratio {max(ratios.values()):.3f}, mean {np.mean(list(ratios.values())):.3f}")
    print("drawing                         pen-downs  drawn m  travelled m  estimate s  simulation s, before → after")
    for name, drawing in found.items():
        if "hatched" in name:
            before, after = plotted(drawing), plotted(sorted_for_travel(drawing))
            pairs = (f"{one:.2f} → {other:.2f}" for one, other in zip(before[1:], after[1:], strict=True))
            print(f"{name:30}  {before[0]} → {after[0]}  {'  '.join(pairs)}", flush=True)
    seconds, length = many_strokes(chosen.many)
    print(f"{chosen.many} strokes: {seconds:.1f} s of one core, {length:.1f} m")
    return 0


def many_strokes(count: int) -> tuple[float, float]:
    """The CPU time of sorting so many short strokes, and the way of the lifted pen, m."""
    chance = np.random.default_rng(1)
    starts = chance.uniform(0, 700, (count, 2))
    ends = starts + chance.normal(0, 700 / count**0.5, (count, 2))
    strokes = tuple(Stroke(Curve.line(a, b), 1.0) for a, b in zip(starts, ends, strict=True))
    drawing = Drawing(700, 700, (Layer("pen", strokes),))
    began = time.process_time()
    ordered = sorted_for_travel(drawing)
    return time.process_time() - began, travel(strokes_of(ordered), START) * MM_PER_PX / 1000


if __name__ == "__main__":
    raise SystemExit(main())
