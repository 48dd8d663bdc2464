"""Train the dimensions of taureau-clip that tell exchanged words apart: `python -m training.relations`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and write the file beside the weights; return 0, or 2 after an error message."""
    options = _parser().parse_args(arguments)
    try:
        _train(options)
    except TrainingError as error:
        print(f"relations: {error}", file=sys.stderr)
        return 2
    return 0


def _train(options: argparse.Namespace) -> None:
    from taureau.perception.taureau_clip import taureau_clip_from_folder
    from taureau.weights import DamagedWeightsError

    from training.decoder.dataset import StrokeDataset
    from training.encoder.export import write_relations
    from training.relations.teaching import RelationsPlan, gather, share_right, train_relations

    dataset = StrokeDataset.read(options.strokes)
    try:
        clip = taureau_clip_from_folder(options.weights)
    except DamagedWeightsError as error:
        raise TrainingError(f"{error}; name the folder of an exported taureau-clip by --weights") from error
    plan = RelationsPlan(scenes=options.scenes, steps=options.steps, seed=options.seed)
    lessons = gather(clip, dataset, plan)
    relations = train_relations(clip, lessons, plan, lambda step, loss: print(f"step {step}: {loss:.3f}", flush=True))
    right = ", ".join(f"{100 * share:.1f} %" for share in share_right(clip, relations, lessons))
    print(f"true sentences nearer, colours, things, place exchanged: {right} of the scenes it was trained on")
    print(f"{write_relations(relations, options.into or options.weights)} bytes")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.relations", description=__doc__)
    parser.add_argument("--strokes", type=Path, required=True, help="the dataset of `python -m training.strokes`")
    parser.add_argument(
        "--weights", type=Path, default=Path("resources/models/taureau-clip"), help="the folder of taureau-clip"
    )
    parser.add_argument("--into", type=Path, help="the folder to write to (default: that of --weights)")
    parser.add_argument("--scenes", type=int, default=5000, help="scenes, each with a false variant (default: 5000)")
    parser.add_argument("--steps", type=int, default=1100, help="training steps (default: 1100)")
    parser.add_argument("--seed", type=int, default=0, help="the random seed (default: 0)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
