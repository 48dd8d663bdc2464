"""Teach an exported taureau-clip to name drawings as they are made today: `python -m training.drawings`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from training.errors import TrainingError
from training.icons.package import PACKAGE, PackageError, tarball_name
from training.pictures.renders import BrokenRendersError

STEPS = ("gather", "train")
FEATURES = "drawings.features.safetensors"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a step, or all in their order; return 0, or 2 after an error message."""
    options = _parser().parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        for step in STEPS if options.step == "all" else (options.step,):
            (_gather if step == "gather" else _train)(options)
    except (PackageError, BrokenRendersError, TrainingError) as error:
        print(f"drawings: {error}", file=sys.stderr)
        return 2
    return 0


def _gather(options: argparse.Namespace) -> None:
    from training.drawings.drafts import Drafts, emoji, photos
    from training.drawings.lessons import EMOJI, PHOTOS
    from training.icons.selection import select_pictograms

    def report(count: int) -> None:
        print(f"{count} drawings", file=sys.stderr, flush=True)

    if options.photos is None:
        raise TrainingError("there are no photos to draw; give the tarball of Caltech-101 by --photos")
    tarball = options.tarball or options.folder / tarball_name()
    for file in (PHOTOS, EMOJI):
        drafts = Drafts(options.folder / file)
        sitters = (
            photos(options.photos) if file == PHOTOS else emoji(select_pictograms(tarball, options.seed), options.seed)
        )
        count = drafts.gather(sitters, minutes=options.minutes, most=options.drafts, report=report)
        print(f"{count} drawings in {options.folder / file}")


def _train(options: argparse.Namespace) -> None:
    import torch
    from taureau.perception.taureau_clip import taureau_clip_from_folder
    from taureau.weights import DamagedWeightsError

    from training.drawings.lessons import lessons_of
    from training.drawings.teaching import DrawingsPlan, gather_features, teach_projection
    from training.encoder.export import write_projection

    torch.set_num_threads(options.threads)
    try:
        clip = taureau_clip_from_folder(options.weights)
    except DamagedWeightsError as error:
        raise TrainingError(f"{error}; name the folder of an exported taureau-clip by --weights") from error
    plan = DrawingsPlan(batches=options.batches, steps=options.steps, seed=options.seed)
    lessons = lessons_of(clip, options.folder, options.strokes or options.folder / "strokes.npz", options.seed)

    def report(step: int, figures: Mapping[str, float]) -> None:
        said = ", ".join(f"{name} {figure:.3f}" for name, figure in figures.items())
        print(f"step {step}: {said}", flush=True)

    report(0, lessons.unseen.measure(clip.tower.projection))
    features = gather_features(
        clip, lessons.mixture, plan, options.folder / FEATURES, minutes=options.minutes,
        report=lambda batches: print(f"features of {batches} batches", file=sys.stderr, flush=True),
    )  # fmt: skip
    projection = teach_projection(clip, features, lessons.names, plan, lessons.unseen.measure, report)
    record = {
        **asdict(plan), "features": len(features.names), "names": len(lessons.names),
        "drafts": lessons.mixture.draft_count,
    }  # fmt: skip
    print(f"{write_projection(projection, record, options.weights, options.into or options.weights)} bytes")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.drawings", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "all"], help="the step to run; each needs the results of the earlier")
    parser.add_argument(
        "--folder", type=Path, required=True, help="the folder of `python -m training.pictograms`, with its renders"
    )
    parser.add_argument("--photos", type=Path, help="the tarball of Caltech-101, for `gather`")
    parser.add_argument("--tarball", type=Path, help=f"the tarball of {PACKAGE} (default: the one in the folder)")
    parser.add_argument(
        "--strokes", type=Path, help="the dataset of `python -m training.strokes` (default: in the folder)"
    )
    parser.add_argument(
        "--weights", type=Path, default=Path("resources/models/taureau-clip"), help="the exported taureau-clip"
    )
    parser.add_argument("--into", type=Path, help="the folder to write to (default: that of --weights)")
    parser.add_argument(
        "--drafts", type=int, default=3000, help="most drawings of each of both sources (default: 3000)"
    )
    parser.add_argument(
        "--minutes",
        type=float,
        default=30,
        help="time limit of each part of `gather`, and of the features of `train` (default: 30)",
    )
    parser.add_argument("--batches", type=int, default=300, help="batches of 128 pictures (default: 300)")
    parser.add_argument("--steps", type=int, default=600, help="training steps (default: 600)")
    parser.add_argument("--threads", type=int, default=1, help="threads of `train` (default: 1)")
    parser.add_argument("--seed", type=int, default=0, help="the random seed (default: 0)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
