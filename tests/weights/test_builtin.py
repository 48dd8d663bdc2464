"""What of the CLIP that ships is in an installation."""

from __future__ import annotations

from pathlib import Path

import pytest
from taureau.weights import STROKES_FILE, has_own_clip, has_stroke_decoder


def test_the_decoder_of_strokes_is_a_file_beside_the_clip_that_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAUREAU_CLIP", str(tmp_path))
    (tmp_path / STROKES_FILE).touch()
    assert (has_own_clip(), has_stroke_decoder()) == (False, False)  # a decoder of nothing
    (tmp_path / "config.json").write_text("{}")
    assert (has_own_clip(), has_stroke_decoder()) == (True, True)
    (tmp_path / STROKES_FILE).unlink()
    assert (has_own_clip(), has_stroke_decoder()) == (True, False)
