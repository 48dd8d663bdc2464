"""What *Draw* does, in each state the program can be in."""

from __future__ import annotations

import pytest
from taureau.session import Choices, DrawAction
from taureau.session.run.draw_command import DrawConditions, draw_command

PHOTO = {"has_photo": True}
DRAWN = {**PHOTO, "has_drawing": True, "can_continue": True}
FINE = Choices(preset="fine", strokes=16)


@pytest.mark.parametrize(
    ("choices", "now", "action", "text", "name"),
    [
        (Choices(), PHOTO, DrawAction.DRAW, "Draw", "Draw"),
        (Choices(strokes=1), PHOTO, DrawAction.DRAW, "Draw 1 stroke", "Draw"),
        (Choices(), DRAWN, DrawAction.CONTINUE, "Continue", "Continue"),
        (Choices(strokes=8), DRAWN, DrawAction.CONTINUE, "Draw 8 more strokes", "Continue"),
        (Choices(preset="clipasso", strokes=8), DRAWN, DrawAction.DRAW, "Draw 8 strokes", "Draw"),
        (FINE, {"has_words": True}, DrawAction.WORDS, "Draw the words in 16 strokes", "Draw"),
        (FINE, {"has_words": True, **PHOTO}, DrawAction.DRAW, "Draw 16 strokes", "Draw"),
        (Choices(), {**DRAWN, "active": True}, DrawAction.WAIT, "Drawing", "Draw"),
        (Choices(), {**DRAWN, "active": True, "edited": True}, DrawAction.RESTART, "Think again", "Think again"),
        (Choices(), {"has_drawing": True}, DrawAction.CONTINUE, "Continue", "Continue"),
    ],
)
def test_the_action_follows_from_the_state(choices, now, action, text, name):
    command = draw_command(choices, DrawConditions(**now))
    assert (command.action, command.text, command.name) == (action, text, name)


@pytest.mark.parametrize(
    ("choices", "now", "missing"),
    [
        (Choices(), {}, "Open a photo first, or type what to draw"),
        (Choices(), {"has_drawing": True}, "To continue, its photo is needed"),
        (Choices(), {"has_words": True, **PHOTO}, "Standard does not read words"),
        (FINE, {"has_words": True, **PHOTO}, ""),
        (Choices(mask="brush"), PHOTO, "Click or paint what is to be drawn first"),
        (Choices(mask="brush"), {**PHOTO, "mask_pending": True}, "The subject is being found"),
        (Choices(mask="brush"), {**PHOTO, "mask_ready": True}, ""),
        (Choices(mask="brush", preset="fine"), {"has_words": True}, ""),
        (FINE, {**PHOTO, "model_missing": "CLIP is not here yet"}, "CLIP is not here yet"),
    ],
)
def test_what_is_missing_is_said_and_disables_it(choices, now, missing):
    command = draw_command(choices, DrawConditions(**now))
    assert command.missing == missing
    assert command.enabled == (not missing)
    assert command.needs_photo == missing.startswith("To continue")


def test_it_is_disabled_while_a_run_is_on_unless_its_preview_was_edited():
    running = DrawConditions(**DRAWN, active=True)
    edited = DrawConditions(**DRAWN, active=True, edited=True, model_missing="CLIP is not here yet")
    assert not draw_command(Choices(), running).enabled
    assert draw_command(Choices(), edited).enabled


@pytest.mark.parametrize(
    ("preset", "now", "continuable"),
    [
        ("standard", DRAWN, True),
        ("standard", PHOTO, False),
        ("standard", {**DRAWN, "active": True}, False),
        ("clipasso", DRAWN, False),
    ],
)
def test_drawing_from_scratch_is_offered_beside_continuing(preset, now, continuable):
    assert draw_command(Choices(preset=preset), DrawConditions(**now)).continuable == continuable


def test_drawing_words_over_a_drawing_says_that_undo_brings_it_back():
    command = draw_command(FINE, DrawConditions(has_words=True, has_drawing=True))
    assert command.explanation == "Draw 16 strokes toward the words; undo brings this drawing back"


def test_the_session_keeps_it_up_to_date_and_executes_it(with_photo, sketch, qtbot):
    draw, seen = with_photo.draw, []
    draw.changed.connect(lambda: seen.append(draw.command.text) if draw.command.text not in seen[-1:] else None)
    draw.set_choices(Choices(strokes=4))
    draw.execute(Choices(strokes=4))
    draw.execute(Choices(strokes=4))  # while the run is on, nothing
    sketch.go_on()
    qtbot.waitUntil(lambda: not with_photo.run.active)
    draw.execute(Choices(strokes=4))
    qtbot.waitUntil(lambda: not with_photo.run.active)
    draw.start_over(Choices(strokes=4))
    qtbot.waitUntil(lambda: not with_photo.run.active)
    assert seen[:3] == ["Draw 4 strokes", "Drawing", "Draw 4 more strokes"]
    assert [request.drawing is not None for request in sketch.requests] == [False, True, False]
