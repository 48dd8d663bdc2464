"""Measure the figures of the model card: `python -m training.evaluate`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from taureau.perception.taureau_clip import TaureauClip, taureau_clip_from_folder
from taureau.weights import WeightsError, own_clip_folder

from training.decoder.dataset import StrokeDataset
from training.errors import BrokenDatasetError
from training.evaluation.kinds import kinds_table
from training.evaluation.metrics import Gallery, attributes, supervised_beside_zero_shot, unseen_families
from training.evaluation.sample_photos import sample_photos_table
from training.evaluation.tables import Table
from training.pictures.renders import BrokenRendersError, Renders


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("renders", type=Path, nargs="+", help="packed pictures made by python -m training.pictograms")
    parser.add_argument("--weights", type=Path, help="the folder of the weights (default: those that ship)")
    parser.add_argument(
        "--names-unseen", type=Path, metavar="FOLDER",
        help="weights trained without the names of the split “name”, for the table of the supervised head",
    )  # fmt: skip
    parser.add_argument(
        "--samples", choices=["standard", "draft", "none"], default="standard",
        help="preset for drawing the sample photos; none: skip that table",
    )  # fmt: skip
    parser.add_argument(
        "--drafts", type=Path, metavar="FILE", help="drafts of photos made by python -m training.drawings gather"
    )
    parser.add_argument("--seed", type=int, default=0, help="random seed of the scenes of two shapes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args(arguments)
    try:
        clip = taureau_clip_from_folder(options.weights or own_clip_folder())
        other = clip if options.names_unseen is None else taureau_clip_from_folder(options.names_unseen)
        packed = [Renders.read(path) for path in options.renders]
        drafts = None if options.drafts is None else StrokeDataset.read(options.drafts)
    except (WeightsError, BrokenRendersError, BrokenDatasetError) as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 2
    tables = tables_without_photos(clip, other, packed, options.seed)
    if options.samples != "none":
        tables.append(sample_photos_table(clip, options.samples))
    if drafts is not None:
        tables.append(kinds_table(clip, drafts))
    print("\n".join(table.markdown() for table in tables))
    if options.json is not None:
        facts = json.dumps([table.facts() for table in tables], indent=1, ensure_ascii=False)
        options.json.write_text(f"{facts}\n", encoding="utf-8")
    return 0


def tables_without_photos(
    clip: TaureauClip, names_unseen: TaureauClip, packed: list[Renders], seed: int
) -> list[Table]:
    """Return the tables that need no photo; `names_unseen` is compared with the supervised head."""
    torch.manual_seed(seed)  # nothing uses it today
    gallery = Gallery(clip, packed)
    beside = gallery if names_unseen is clip else Gallery(names_unseen, packed)
    head = supervised_beside_zero_shot(names_unseen, beside, ["name"])
    return [unseen_families(clip, gallery), *([] if head is None else [head]), attributes(clip, seed)]


if __name__ == "__main__":
    raise SystemExit(main())
