"""What is said of how far a picture shows the things of a sentence."""

from __future__ import annotations

from taureau.imagine import Agreement, Thing

RED, BLUE, HAT = Thing("a red cube", 0.30, 0.20), Thing("a blue cube", 0.25, 0.20), Thing("a hat", 0.18, 0.19)


def test_bars_compare_what_a_picture_has_more_than_an_empty_sheet() -> None:
    agreement = Agreement("CLIP", (RED, BLUE, HAT))
    assert [round(agreement.share(thing), 6) for thing in agreement.things] == [1, 0.5, 0]
    assert [agreement.label(thing) for thing in agreement.things] == ["", "", "not seen"]
    assert [Agreement("CLIP", (RED, BLUE)).label(thing) for thing in (RED, BLUE)] == ["", "least"]
    assert Agreement("CLIP", (RED,)).label(RED) == ""
    assert Agreement("CLIP", (HAT,)).share(HAT) == 0


def test_a_terminal_shows_who_judged_a_bar_and_the_whole_phrase() -> None:
    assert str(Agreement("CLIP ViT-B/32", (RED, BLUE))).splitlines() == [
        "how much nearer than an empty sheet, as CLIP ViT-B/32 sees it:",
        "========== +0.10  a red cube",
        "=====      +0.05  a blue cube (least)",
    ]
