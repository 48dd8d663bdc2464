"""Training program of the eye: `python -m training.eye teach|train|measure|ship|convert --folder FOLDER`.

`teach` labels photos with the teachers, within a time limit; `train` runs one leg of training and resumes the previous
one; `measure` evaluates on the held-out classes; `ship` exports the weights, the graph made of them, their record and
the model card. `convert` makes only the graph again, in a folder that was shipped.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import torch
from taureau.perception.eye import Eye

from training.errors import NoCheckpointError, NoFiguresError, TrainingError
from training.eye.labelling import CONTOURS, FEATURES, SALIENCY, cut_subjects, label
from training.eye.photos import FACES, clutter, held_out, photo_files, taught

STEPS = ("teach", "train", "measure", "ship", "convert")
FIGURES, SHEET, SHIPPED = "figures.json", "sheet.png", "eye"  # in the folder
_ON_SHEET = 36  # photos


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step; returns 0, or 2 after printing one line on what is wrong."""
    asked = _parser().parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(asked.threads)
    cv2.setNumThreads(asked.threads)
    steps: dict[str, Callable[[argparse.Namespace], None]] = {
        "teach": _teach, "train": _train, "measure": _measure, "ship": _ship, "convert": _convert,
    }  # fmt: skip
    try:
        steps[asked.step](asked)
    except TrainingError as error:
        print(f"eye: {error}", file=sys.stderr)
        return 2
    return 0


def _teach(asked: argparse.Namespace) -> None:
    from training.eye.faces import face_teacher
    from training.eye.teachers import contour_teacher, saliency_teacher

    files = photo_files(_photos(asked), seed=asked.seed)
    people = [file for file in files if file.kind == FACES]
    share = asked.minutes / 3
    label(people, face_teacher(), asked.folder / FEATURES, minutes=share)
    label(files, saliency_teacher(asked.threads), asked.folder / SALIENCY, minutes=share)
    label(files, contour_teacher(), asked.folder / CONTOURS, minutes=share)
    print(f"{cut_subjects(files, asked.folder)} of {len(files)} photos are ready for training")


def _train(asked: argparse.Namespace) -> None:
    from training.eye.scenes import Scenes
    from training.eye.teaching import EyeTraining, Plan, leg

    files = photo_files(_photos(asked), seed=asked.seed)
    training = EyeTraining(Plan(steps=asked.steps, side=asked.side, batch=asked.batch, seed=asked.seed), asked.folder)
    training.resume()

    def scenes() -> Scenes:
        return Scenes(taught(files), clutter(files)[0], asked.folder, asked.seed)

    if not len(scenes()):
        raise TrainingError("no photo is labelled yet; run the step `teach` first")
    leg(training, scenes, asked.folder, minutes=asked.minutes)
    print(f"{training.done} of {asked.steps} steps")


def _measure(asked: argparse.Namespace) -> None:
    from training.eye.figures import figures
    from training.eye.photos import read_photo
    from training.eye.sheets import contact_sheet

    files = photo_files(_photos(asked), seed=asked.seed)
    eye_on = _eye(asked)
    eye = eye_on(1)
    found = figures(eye_on, held_out(files), clutter(files)[1], asked.folder, count=asked.count)
    (asked.folder / FIGURES).write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    photos = [read_photo(file.path) for file in held_out(files)[:_ON_SHEET]]
    (asked.folder / SHEET).write_bytes(contact_sheet((photo, eye.see(photo)) for photo in photos))
    print(json.dumps(found, indent=1))


def _ship(asked: argparse.Namespace) -> None:
    from training.eye.card import write_card
    from training.eye.scenes import Scenes
    from training.eye.shipping import ship
    from training.eye.teaching import taught_eye

    found = taught_eye(asked.folder)
    if found is None:
        raise NoCheckpointError("there is no checkpoint yet; run the step `train` first")
    eye, notes = found
    photos = len(Scenes(taught(photo_files(_photos(asked), seed=asked.seed)), [], asked.folder, asked.seed))
    size = ship(eye, asked.folder / SHIPPED, side=asked.look, notes={"training": {**notes, "photos": photos}})
    print(f"{size} bytes in {asked.folder / SHIPPED}")
    if not (asked.folder / FIGURES).exists():
        raise NoFiguresError("there are no figures for the card; run the step `measure`, then this one again")
    print(write_card(asked.folder / SHIPPED, json.loads((asked.folder / FIGURES).read_text(encoding="utf-8"))))


def _convert(asked: argparse.Namespace) -> None:
    from training.eye.shipping import convert

    try:
        print(f"{convert(asked.folder)} bytes in {asked.folder}")
    except FileNotFoundError as error:
        raise TrainingError(f"{error.filename} is missing: run the step `ship` first") from error


def _eye(asked: argparse.Namespace) -> Callable[[int], Eye]:
    """Return how to make the eye of the checkpoint with a number of threads."""
    from training.eye.graph import graph_of
    from training.eye.network import folded
    from training.eye.teaching import taught_eye

    found = taught_eye(asked.folder)
    if found is None:
        raise NoCheckpointError("there is no checkpoint yet; run the step `train` first")
    graph = graph_of(folded(found[0]))
    return lambda threads: Eye(graph, side=asked.look, threads=threads)


def _photos(asked: argparse.Namespace) -> Path:
    folder: Path | None = asked.photos
    if folder is None:
        raise TrainingError("give the folder of Caltech 101 by --photos")
    return folder


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.eye", description=__doc__)
    parser.add_argument("step", choices=STEPS, help="the step to run, in this order")
    parser.add_argument("--folder", type=Path, required=True, help="working folder")
    parser.add_argument("--photos", type=Path, help="Caltech 101: one folder of JPEG files per class")
    parser.add_argument("--seed", type=int, default=0, help="random seed (default: 0)")
    parser.add_argument("--minutes", type=float, default=30, help="time limit of teach and train (default: 30)")
    parser.add_argument("--steps", type=int, default=3000, help="training steps over all legs (default: 3000)")
    parser.add_argument("--batch", type=int, default=12, help="scenes per step (default: 12)")
    parser.add_argument(
        "--side", type=int, default=224, help="longer side of the scenes in this leg, px (default: 224)"
    )
    parser.add_argument(
        "--look", type=int, default=320, help="longer side of the input of the exported eye, px (default: 320)"
    )
    parser.add_argument("--count", type=int, default=300, help="number of evaluation photos (default: 300)")
    parser.add_argument("--threads", type=int, default=1, help="threads per network (default: 1)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
