"""Lottie, as rlottie renders it beside our own frames."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from taureau.export.film.lottie import lottie_bytes

from tests.export.film.drawings import SIZE, a_photo, painted, pixels, stage, unlike

FPS = 50.0


@pytest.mark.parametrize("moment", ["while a line grows", "while a brush draws", "while areas appear", "at the end"])
def test_rlottie_shows_our_frames(moment: str) -> None:
    rlottie = pytest.importorskip("rlottie_python")
    shown = stage("json")
    cues = shown.score.cues
    at = {"while a line grows": cues[0], "while a brush draws": cues[1], "while areas appear": cues[4]}
    time = (at[moment].start + at[moment].end) / 2 if moment in at else shown.score.seconds - 0.1
    frame = round(time * FPS)
    film = rlottie.LottieAnimation.from_data(lottie_bytes(shown, FPS).decode())
    assert film.lottie_animation_get_size() == SIZE
    assert film.lottie_animation_get_totalframe() - round(shown.score.seconds * FPS) in (0, 1)  # with the last edge
    seen = pixels(film.render_pillow_frame(frame))
    assert unlike(seen, painted(shown, frame / FPS)) < 0.004  # edges
    assert unlike(seen, painted(shown, 0.0)) > 0.01


def test_the_film_is_json_in_the_lottie_format() -> None:
    shown = stage("json", kept=a_photo(), photo="beneath", paper="none")
    film = json.loads(lottie_bytes(shown, FPS))
    assert (film["w"], film["h"], film["fr"]) == (*SIZE, FPS)
    kinds = [layer["ty"] for layer in film["layers"]]
    assert kinds == [4] * 7 + [2]  # strokes, the one with a profile twice; the photo; no paper
    photo = film["layers"][-1]["ks"]["o"]["k"]
    assert [key["s"] for key in photo] == [[100], [0]]
    assert film["assets"][0]["p"].startswith("data:image/jpeg;base64,")
    mattes = [(layer.get("td"), below.get("tt")) for layer, below in pairwise(film["layers"])]
    assert (1, 1) in mattes
