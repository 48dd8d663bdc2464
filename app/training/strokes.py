"""Train and export the decoder from sentences to first strokes: `python -m training.strokes`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from training.decoder.dataset import MAX_STROKES, MIN_STROKES
from training.errors import TrainingError
from training.icons.package import PACKAGE, PackageError, tarball_name

STEPS = ("gather", "train")
DATASET, CHECKPOINT = "strokes.npz", "strokes.checkpoint"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a step, or all in their order; return 0, or 2 after an error message."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.steps < 1 or not MIN_STROKES <= options.most <= MAX_STROKES:
        parser.error(f"--steps must be 1 or more, and --most from {MIN_STROKES} to {MAX_STROKES}")
    try:
        for step in STEPS if options.step == "all" else (options.step,):
            (_gather if step == "gather" else _train)(options)
    except (PackageError, TrainingError) as error:
        print(f"strokes: {error}", file=sys.stderr)
        return 2
    return 0


def _gather(options: argparse.Namespace) -> None:
    from training.decoder.dataset import build_dataset
    from training.icons.selection import select_pictograms

    tarball = options.tarball or options.folder / tarball_name()
    dataset = build_dataset(select_pictograms(tarball, options.seed), processes=options.processes)
    dataset.pack(options.folder / DATASET)
    print(f"{len(dataset.count)} drawings in {len(dataset.styles)} styles in {options.folder / DATASET}")


def _train(options: argparse.Namespace) -> None:
    from taureau.perception.taureau_clip import taureau_clip_from_folder
    from taureau.weights import NAMES_FILE, STROKES_FILE, DamagedWeightsError

    from training.decoder.dataset import StrokeDataset
    from training.decoder.export import write_decoder, write_names
    from training.decoder.names import learnt_names
    from training.decoder.training import DecoderTraining, StrokePlan, embedded_names

    splits = ("train", "family") if options.unseen else ("train", "name", "family")
    dataset = StrokeDataset.read(options.folder / DATASET).subset(splits, options.most)
    try:
        clip = taureau_clip_from_folder(options.weights)
    except DamagedWeightsError as error:
        raise TrainingError(f"{error}; name the folder of an exported taureau-clip by --weights") from error

    def report(step: int, seconds: float, losses: Mapping[str, float]) -> None:
        print(f"step {step}, {seconds:.0f} s:", *(f"{name} {loss:.4f}" for name, loss in losses.items()), flush=True)

    plan = StrokePlan(steps=options.steps, seed=options.seed)
    decoder = DecoderTraining(dataset, clip, plan, options.folder / CHECKPOINT).run(report)
    into = options.into or options.weights
    print(f"{write_decoder(decoder, into)} bytes in {into / STROKES_FILE}")
    names = learnt_names(dataset, plan)
    sentences = embedded_names(clip.sentences, [name for name, _ in names]).mean(1)
    print(f"{write_names(names, sentences, into)} bytes in {into / NAMES_FILE}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.strokes", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "all"], help="the step to run; `train` needs the result of `gather`")
    parser.add_argument("--folder", type=Path, required=True, help="folder of the dataset")
    parser.add_argument("--tarball", type=Path, help=f"the tarball of {PACKAGE} (default: the one in the folder)")
    parser.add_argument(
        "--weights",
        type=Path,
        default=Path("resources/models/taureau-clip"),
        help="the folder of taureau-clip, which embeds the names",
    )
    parser.add_argument("--into", type=Path, help="the folder to write to (default: that of --weights)")
    parser.add_argument("--steps", type=int, default=24_000, help="training steps (default: 24000)")
    parser.add_argument("--most", type=int, default=24, help="largest number of strokes of a drawing (default: 24)")
    parser.add_argument("--seed", type=int, default=0, help="the random seed (default: 0)")
    parser.add_argument("--processes", type=int, default=2, help="number of processes of `gather` (default: 2)")
    parser.add_argument("--unseen", action="store_true", help="train without the held-out names, to try those")
    return parser


if __name__ == "__main__":
    sys.exit(main())
