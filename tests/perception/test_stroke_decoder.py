"""The decoder of sentences to strokes: its file, and what it draws."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from taureau.perception.stroke_decoder import packed_decoder, stroke_decoder, stroke_decoder_from_file
from taureau.weights import STROKES_FILE, DamagedWeightsError, MissingWeightsError

from tests.perception.tiny_taureau_clip import shipped, untaught_decoder


def sentences(count: int) -> torch.Tensor:
    random = torch.Generator().manual_seed(3)
    return torch.nn.functional.normalize(torch.randn(count, 32, generator=random), dim=-1)


def test_its_file_keeps_what_it_draws(tmp_path: Path) -> None:
    decoder = untaught_decoder()
    (tmp_path / STROKES_FILE).write_bytes(packed_decoder(decoder))
    read = stroke_decoder_from_file(tmp_path / STROKES_FILE)
    assert (read.styles, read.lessons) == (decoder.styles, decoder.lessons)
    assert read.lessons["cat"] == (0, 2)
    styles = torch.tensor([0, 1, 2])
    with torch.no_grad():
        (points, there), (kept, kept_there) = decoder(sentences(3), styles), read(sentences(3), styles)
    assert points.shape == (3, 6, 4, 2)
    assert there.shape == (3, 6)
    assert 0 < float((points - kept).abs().max()) < 0.02
    assert float((there - kept_there).abs().max()) < 0.02


def test_an_image_is_decoded_as_a_sentence_is() -> None:
    image = torch.nn.functional.normalize(torch.ones(2, 24), dim=-1)
    with torch.no_grad():
        points, there = untaught_decoder().decode_images(image, torch.tensor([0, 2]))
    assert (points.shape, there.shape) == ((2, 6, 4, 2), (2, 6))
    assert not torch.allclose(points[0], points[1])


def test_styles_draw_differently() -> None:
    with torch.no_grad():
        points, _ = untaught_decoder()(sentences(1).expand(2, -1), torch.tensor([0, 1]))
    assert not torch.allclose(points[0], points[1])


def test_it_is_read_once_while_its_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = shipped(tmp_path)
    monkeypatch.setenv("TAUREAU_CLIP", str(files))
    assert stroke_decoder() is stroke_decoder()
    (files / STROKES_FILE).unlink()
    with pytest.raises(MissingWeightsError, match=STROKES_FILE):
        stroke_decoder()


@pytest.mark.parametrize("harm", ["cut", "text", "foreign"])
def test_a_damaged_file_is_refused_in_one_line(harm: str, tmp_path: Path) -> None:
    from safetensors.torch import save

    file = tmp_path / STROKES_FILE
    whole = packed_decoder(untaught_decoder())
    file.write_bytes({"cut": whole[:-100], "text": b"nothing", "foreign": save({"a": torch.ones(2)})}[harm])
    with pytest.raises(DamagedWeightsError, match="install Taureau again"):
        stroke_decoder_from_file(file)
