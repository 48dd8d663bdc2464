"""The program that makes the decoder of words to first strokes: `python -m training.strokes`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.decoder.dataset import FEWEST, MOST
from training.errors import TrainingError
from training.icons.package import PACKAGE, PackageError
from training.pictograms import tarball_name

STEPS = ("gather", "train")
LESSONS = "strokes.npz"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps that were asked for, in their order; 0, or 2 after a line that says what is wrong."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    if asked.steps < 1 or not FEWEST <= asked.most <= MOST:
        parser.error(f"--steps must be 1 or more, and --most from {FEWEST} to {MOST}")
    try:
        for step in STEPS if asked.step == "all" else (asked.step,):
            (_gather if step == "gather" else _train)(asked)
    except (PackageError, TrainingError) as error:
        print(f"strokes: {error}", file=sys.stderr)
        return 2
    return 0


def _gather(asked: argparse.Namespace) -> None:
    from training.decoder.dataset import build_dataset
    from training.icons.selection import select_pictograms

    tarball = asked.tarball or asked.folder / tarball_name()
    dataset = build_dataset(select_pictograms(tarball, asked.seed), processes=asked.processes)
    dataset.pack(asked.folder / LESSONS)
    print(f"{len(dataset.count)} drawings in {len(dataset.hands)} hands in {asked.folder / LESSONS}")


def _train(asked: argparse.Namespace) -> None:
    from taureau.perception.taureau_clip import taureau_clip_from_folder
    from taureau.weights import STROKES_FILE, DamagedWeightsError

    from training.decoder.dataset import StrokeDataset
    from training.decoder.export import write_decoder
    from training.decoder.training import StrokePlan, train_decoder

    splits = ("train",) if asked.unseen else ("train", "name")
    dataset = StrokeDataset.read(asked.folder / LESSONS).subset(splits, asked.most)
    try:
        sentences = taureau_clip_from_folder(asked.weights).sentences
    except DamagedWeightsError as error:
        raise TrainingError(f"{error}; name the folder of an exported taureau-clip by --weights") from error

    def report(step: int, seconds: float, shape: float, there: float) -> None:
        print(f"step {step}, {seconds:.0f} s: strokes {shape:.4f} off, presence {there:.4f}", flush=True)

    decoder = train_decoder(dataset, sentences, StrokePlan(steps=asked.steps, seed=asked.seed), report)
    into = asked.into or asked.weights
    print(f"{write_decoder(decoder, into)} bytes in {into / STROKES_FILE}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.strokes", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "all"], help="what to do; training goes on from what was gathered")
    parser.add_argument("--folder", type=Path, required=True, help="where the strokes to learn from are kept")
    parser.add_argument("--tarball", type=Path, help=f"the tarball of {PACKAGE}, unless it lies in the folder")
    parser.add_argument(
        "--weights", type=Path, default=Path("resources/models/taureau-clip"), help="whose text tower reads the names"
    )
    parser.add_argument("--into", type=Path, help="the folder to write to (default: that of those weights)")
    parser.add_argument("--steps", type=int, default=24_000, help="of training (default: 24000)")
    parser.add_argument("--most", type=int, default=16, help="strokes of a drawing that is learnt (default: 16)")
    parser.add_argument("--seed", type=int, default=0, help="the one number all chance comes from (default: 0)")
    parser.add_argument("--processes", type=int, default=2, help="that gather side by side (default: 2)")
    parser.add_argument("--unseen", action="store_true", help="learn nothing of the names held out, to look at those")
    return parser


if __name__ == "__main__":
    sys.exit(main())
