"""Which model is chosen, by what is here and by the length of its embeddings."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.imagine import Change, Variation, Words
from taureau.imagine.choice import choose
from taureau.weights import RefusedWeightsError, import_model

from tests.imagine.models import TinyModels
from tests.imagine.tiny_unclip import save_stable


def test_what_is_soonest_fetched_is_asked_for(catalogued: TinyModels, tmp_path: Path) -> None:
    assert choose(Variation).missing == ("stable-unclip",)
    list(import_model("karlo", catalogued.sources["karlo"]))
    assert choose(Variation).missing == ("vit-l-14",)
    list(import_model("stable-unclip", save_stable(tmp_path / "large", width=48)))
    assert choose(Variation).model.id == "stable-unclip"
    assert choose(Change).missing == ("vit-l-14",)  # it paints no embeddings of the length that Karlo makes
    with pytest.raises(RefusedWeightsError, match=r"makes 32: choose one of karlo-variations, karlo$"):
        choose(Change, "stable-unclip")
    list(import_model("stable-unclip", catalogued.sources["stable-unclip"]))
    assert choose(Change) == choose(Change, "stable-unclip")


def test_the_shipped_models_are_chosen_by_the_length_of_their_embeddings() -> None:
    """As their folders would say, which are not here."""
    assert choose(Words, "stable-unclip-small").prior == "karlo"
    with pytest.raises(RefusedWeightsError, match=r"of 1024 numbers, and Karlo, .* makes 768: choose one of karlo, "):
        choose(Words, "stable-unclip")
    assert choose(Words).missing == ("karlo",)
    assert choose(Variation).missing == ("stable-unclip-small",)
    assert choose(Change).missing == ("karlo-variations",)
