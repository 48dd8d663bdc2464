"""Preparing for the coming run: when it begins, what it is for, and how it ends."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from taureau.photo import photo_from_array
from taureau.session import Choices, WarmUp


class Work:
    """Notes the requests, and works until it is stopped or released."""

    def __init__(self):
        self.requests, self.threads = [], []
        self.ended = threading.Event()

    def __call__(self, request, stopped):
        self.requests.append(request)
        self.threads.append(threading.current_thread())
        while not (stopped() or self.ended.is_set()):
            time.sleep(0.005)


@pytest.fixture
def work():
    return Work()


@pytest.fixture
def warm_up(session, work):
    made = WarmUp(session.source, session.draw, session.run, work, session)
    yield made
    work.ended.set()
    made.close()


def some_photo():
    return photo_from_array(np.full((8, 8, 3), 90, np.uint8), name="grey")


def test_it_begins_in_a_thread_once_a_photo_is_open(session, work, warm_up, qtbot):
    qtbot.wait(500)
    assert work.requests == []  # an empty window prepares nothing
    photo = some_photo()
    session.source.set_photo(photo, None, None)
    qtbot.waitUntil(lambda: bool(work.requests))
    assert work.requests[0].photo is photo.pixels
    assert work.threads[0] is not threading.main_thread()
    assert warm_up.working


def test_words_are_prepared_for_once_after_a_pause(session, work, warm_up, qtbot):
    session.draw.set_choices(Choices(preset="fine", strokes=16, words="a dog"))
    for words in ("a", "a d", "a dog"):
        session.source.set_words(words)
    qtbot.waitUntil(lambda: bool(work.requests))
    session.source.set_words("a dog and a cat")
    qtbot.wait(500)
    assert [request.photo for request in work.requests] == [None]


def test_another_photo_stops_it_and_begins_anew(session, work, warm_up, qtbot):
    photos = some_photo(), some_photo()
    for photo in photos:
        session.source.set_photo(photo, None, None)
        qtbot.waitUntil(lambda now=photo: bool(work.requests) and work.requests[-1].photo is now.pixels)
    assert len(work.requests) == 2
    assert not work.threads[0].is_alive()


def test_closing_stops_it(session, work, warm_up, qtbot):
    session.source.set_photo(some_photo(), None, None)
    qtbot.waitUntil(lambda: bool(work.requests))
    warm_up.close()
    qtbot.waitUntil(lambda: not warm_up.working)
    assert warm_up.close()


def test_what_fails_is_left_to_the_run(session, qtbot):
    def fails(request, stopped):
        raise OSError("no file")

    warm_up = WarmUp(session.source, session.draw, session.run, fails, session)
    session.source.set_photo(some_photo(), None, None)
    qtbot.wait(500)
    qtbot.waitUntil(warm_up.close)
