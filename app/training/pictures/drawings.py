"""The file of drawings: outlines of icons, then contour drawings of coloured emoji within a time limit."""

from __future__ import annotations

import time
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import numpy as np

from training.icons.naming import NamedIcon
from training.icons.selection import Selection
from training.pictures.contour_drawings import Subject, draw_subject
from training.pictures.outlines import outline_all
from training.pictures.renders import Render, Renders, pack, unpack
from training.processes import process_map

_SIDE = 400  # px, of an emoji before edge detection
_EVALUATED_SET = "fluent-emoji-flat"  # the held-out coloured set with the plainest outlines
_EVALUATED_EVERY = 3  # every third subject is for evaluation
_HUMAN = frozenset("man woman men women person people boy girl family couple".split())
_AT_ONCE = 64  # subjects
_SAVED_EVERY = 100.0  # seconds


def draw_all(
    selection: Selection,
    path: Path,
    seed: int,
    *,
    minutes: float,
    processes: int = 2,
    report: Callable[[int, int], None] = lambda done, all_: None,
) -> int:
    """Outline icons, then draw subjects until all are drawn or the time is over; return the number of pictures.

    The packed file is saved regularly, and an existing one is extended. The drawings of a subject depend only on it
    and the seed. `report` is called with the number of subjects drawn and of all.
    """
    kept = unpack(Renders.read(path)) if path.exists() else []
    if all(one.style != "outline" for one in kept):
        kept += outline_all(selection, np.random.default_rng([seed, 5]), processes=processes)
        pack(path, kept)
    there = {(one.collection, one.captions) for one in kept if one.style == "own drawing"}
    order = subjects(selection, np.random.default_rng([seed, 3]))
    jobs = [(one, seed) for one in order if (one.collection, one.captions) not in there]
    done = len(order) - len(jobs)
    started = saved = time.monotonic()
    with process_map(processes) as mapped:
        for start in range(0, len(jobs), _AT_ONCE):
            for renders in mapped(_draw, jobs[start : start + _AT_ONCE]):
                kept += renders
            report(min(done + start + _AT_ONCE, len(order)), len(order))
            now = time.monotonic()
            if now - saved > _SAVED_EVERY:
                pack(path, kept)
                saved = now
            if now - started > 60 * minutes:
                break
    pack(path, kept)
    return len(kept)


def subjects(selection: Selection, random: np.random.Generator) -> list[Subject]:
    """Return coloured emoji in random order, each name once before any twice, every third one for evaluation.

    Things come before faces and people, which only emoji show. For evaluation, held-out names come before the
    held-out family.
    """
    elsewhere = {one.captions[0] for one in selection.named if not selection.about[one.prefix].emoji}
    training: list[tuple[int, NamedIcon]] = []
    evaluated: list[tuple[int, NamedIcon]] = []
    for one in selection.named:
        collection = selection.about[one.prefix]
        if not (collection.emoji and collection.coloured and (one.prefix == _EVALUATED_SET or not collection.unseen)):
            continue
        human = not _HUMAN.isdisjoint(one.captions[0].split())
        rank = 2 if human else 0 if one.captions[0] in elsewhere else 1
        if selection.split(one) == "train":
            training.append((rank, one))
        else:
            evaluated.append((int(collection.unseen), one))
    ordered = [_in_turn(group, random) for group in (training, evaluated)]
    mixed: list[NamedIcon] = []
    while any(ordered):
        for group, count in zip(ordered, (_EVALUATED_EVERY - 1, 1), strict=True):
            mixed += group[:count]
            del group[:count]
    return [
        Subject(selection.icon(one).svg(side=_SIDE), one.captions, one.prefix, selection.split(one)) for one in mixed
    ]


def _in_turn(ranked: list[tuple[int, NamedIcon]], random: np.random.Generator) -> list[NamedIcon]:
    """Order by rank; within a rank at random, but each name once before any twice."""
    times: Counter[tuple[int, str]] = Counter()
    placed: list[tuple[int, int, NamedIcon]] = []
    for index in random.permutation(len(ranked)):
        rank, one = ranked[index]
        times[rank, one.captions[0]] += 1
        placed.append((rank, times[rank, one.captions[0]], one))
    return [one for _, _, one in sorted(placed, key=lambda place: place[:2])]


def _draw(job: tuple[Subject, int]) -> list[Render]:
    import cv2
    import torch

    torch.set_num_threads(1)  # one core per process
    cv2.setNumThreads(1)
    subject, seed = job
    own = zlib.crc32(f"{subject.collection} {subject.captions}".encode())  # independent of what was drawn before
    return draw_subject(subject, np.random.default_rng([seed, 4, own]))
