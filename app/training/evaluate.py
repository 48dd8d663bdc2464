"""`python -m training.evaluate`: the figures of the model card, measured anew."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from taureau.perception.taureau_clip import TaureauClip, taureau_clip_from_folder
from taureau.weights import WeightsError, own_clip_folder

from training.evaluation.metrics import Gallery, attributes, supervised_beside_zero_shot, unseen_families
from training.evaluation.sample_photos import sample_photos_table
from training.evaluation.tables import Table
from training.pictures.renders import BrokenRendersError, Renders


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("renders", type=Path, nargs="+", help="packed pictures, made by python -m training.pictograms")
    parser.add_argument("--weights", type=Path, help="the folder of the weights (default: those that ship)")
    parser.add_argument(
        "--names-unseen", type=Path, metavar="FOLDER",
        help="weights that have not learnt the names of the split “name”, for the table of the supervised head",
    )  # fmt: skip
    parser.add_argument(
        "--samples", choices=["standard", "draft", "none"], default="standard",
        help="by which preset the sample photos are drawn; none: that table is left out",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, help="of the scenes of two shapes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there, too")
    chosen = parser.parse_args(arguments)
    try:
        clip = taureau_clip_from_folder(chosen.weights or own_clip_folder())
        other = clip if chosen.names_unseen is None else taureau_clip_from_folder(chosen.names_unseen)
        packed = [Renders.read(path) for path in chosen.renders]
    except (WeightsError, BrokenRendersError) as error:
        print(f"evaluate: {error}", file=sys.stderr)
        return 2
    tables = measured(clip, other, packed, chosen.seed)
    if chosen.samples != "none":
        tables.append(sample_photos_table(clip, chosen.samples))
    print("\n".join(table.markdown() for table in tables))
    if chosen.json is not None:
        facts = json.dumps([table.facts() for table in tables], indent=1, ensure_ascii=False)
        chosen.json.write_text(f"{facts}\n", encoding="utf-8")
    return 0


def measured(clip: TaureauClip, names_unseen: TaureauClip, packed: list[Renders], seed: int) -> list[Table]:
    """The tables that need no photo; `names_unseen` is who is set beside the supervised head."""
    torch.manual_seed(seed)  # nothing draws from it; were anything to, it would do so again
    gallery = Gallery(clip, packed)
    beside = gallery if names_unseen is clip else Gallery(names_unseen, packed)
    head = supervised_beside_zero_shot(names_unseen, beside, ["name"])
    return [unseen_families(clip, gallery), *([] if head is None else [head]), attributes(clip, seed)]


if __name__ == "__main__":
    raise SystemExit(main())
