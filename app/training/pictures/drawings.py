"""What is learnt from as drawings: outlines of many pictograms, then our own of coloured emoji while there is time."""

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

_SIDE = 400  # px, at which an emoji is looked at
_MEASURED_ON = "fluent-emoji-flat"  # of the families never seen, the one in colour with the plainest outlines
_MEASURED_EVERY = 3  # one subject of so many is to be measured on
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
    """Outline pictograms, then draw subject after subject until they are through or the time is over.

    The packed file grows as it goes, and one that is there is gone on with. What is drawn of a subject depends on the
    seed alone, not on what was drawn before. `said` hears how many subjects are done, and of how many. Returns how
    many pictures the file holds.
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
    """Coloured emoji by chance, each name once before any twice, one of so many from those that are measured on.

    Things come before faces and people: they are what sets other than of emoji draw as well. Of what is measured on,
    names never learnt come before the family never learnt.
    """
    elsewhere = {one.captions[0] for one in selection.named if not selection.about[one.prefix].emoji}
    learnt: list[tuple[int, NamedIcon]] = []
    measured: list[tuple[int, NamedIcon]] = []
    for one in selection.named:
        collection = selection.about[one.prefix]
        if not (collection.emoji and collection.coloured and (one.prefix == _MEASURED_ON or not collection.unseen)):
            continue
        human = not _HUMAN.isdisjoint(one.captions[0].split())
        rank = 2 if human else 0 if one.captions[0] in elsewhere else 1
        if selection.split(one) == "train":
            learnt.append((rank, one))
        else:
            measured.append((int(collection.unseen), one))
    ordered = [_in_turn(group, random) for group in (learnt, measured)]
    mixed: list[NamedIcon] = []
    while any(ordered):
        for group, count in zip(ordered, (_MEASURED_EVERY - 1, 1), strict=True):
            mixed += group[:count]
            del group[:count]
    return [
        Subject(selection.icon(one).svg(side=_SIDE), one.captions, one.prefix, selection.split(one)) for one in mixed
    ]


def _in_turn(ranked: list[tuple[int, NamedIcon]], random: np.random.Generator) -> list[NamedIcon]:
    """By rank; within a rank by chance, but each name once before any twice."""
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

    torch.set_num_threads(1)  # the other processes have the other cores
    cv2.setNumThreads(1)
    subject, seed = job
    own = zlib.crc32(f"{subject.collection} {subject.captions}".encode())  # whatever was drawn before it
    return draw_subject(subject, np.random.default_rng([seed, 4, own]))
