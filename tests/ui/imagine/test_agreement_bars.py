"""Bars below a picture."""

from __future__ import annotations

from taureau.imagine import Agreement, Thing
from taureau.ui.imagine.imagine_tile import AgreementBars
from taureau.ui.widgets.parts import label

SHOWN = Agreement(
    "CLIP ViT-B/32",
    (
        Thing("a very shiny and rather large metal ball", 0.30, 0.20),
        Thing("a blue cube", 0.25, 0.20),
        Thing("a hat", 0.1, 0.2),
    ),
)


def test_a_long_phrase_keeps_the_thing_it_names(qtbot):
    bars = AgreementBars(SHOWN, 136)
    qtbot.addWidget(bars)
    bars.show()
    long, short, _ = bars.phrases
    assert long.text().startswith("…")
    assert long.text().endswith("metal ball")
    assert short.text() == "a blue cube"
    assert [bar.value() for bar in bars.bars] == [100, 50, 0]
    assert long.fontMetrics().horizontalAdvance(long.text()) <= 136
    assert bars.width() == 136
    assert len({(bar.x(), bar.width()) for bar in bars.bars}) == 1  # whatever stands beside them


def test_the_whole_phrase_and_who_judged_are_in_the_tooltip(qtbot):
    bars = AgreementBars(SHOWN, 136)
    qtbot.addWidget(bars)
    told = bars.phrases[0].toolTip()
    assert told.startswith("a very shiny and rather large metal ball\n")
    assert "How near CLIP ViT-B/32 sees the picture to these words: 0.30; an empty sheet: 0.20." in told
    assert "Nothing of it is seen." in bars.bars[2].toolTip()


def test_the_weakest_is_marked_in_the_text(qtbot):
    bars = AgreementBars(Agreement("CLIP", SHOWN.things[:2]), 136)
    qtbot.addWidget(bars)
    texts = [one.text() for one in bars.findChildren(type(label()))]
    assert "+0.05 · least" in texts
    assert "+0.10" in texts
