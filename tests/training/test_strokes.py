"""From a package in the real layout to a decoder that draws what a name says."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from taureau.geometry import Curve
from taureau.perception.sentence_prior import prior_from_file
from taureau.perception.stroke_decoder import stroke_decoder_from_file
from taureau.perception.taureau_clip import IMAGE_FILE, TaureauClip, taureau_clip_from_folder
from taureau.weights import NAMES_FILE, STROKES_FILE
from taureau.weights.builtin import builtin_hashes
from training.decoder.dataset import MAX_STROKES, StrokeDataset, build_dataset
from training.decoder.names import learnt_names
from training.decoder.skeleton import centre_lines, line_width
from training.decoder.tracing import EXTENT, SIDE, cubics, rendered_ink, trace_icon
from training.decoder.training import DecoderTraining, StrokePlan, meeting_ends, practice, stroke_losses
from training.encoder.export import TextTower, write_encoder
from training.errors import BrokenDatasetError
from training.icons.selection import select_pictograms
from training.strokes import DATASET, main

from tests.perception.tiny_taureau_clip import shipped, untaught
from tests.training.pictogram_package import write_package

LINES = '<g fill="none" stroke="#000" stroke-width="2">{}</g>'


def svg(body: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="200" height="200">{body}</svg>'


def strokes(body: str, fewest: int = 1) -> np.ndarray | None:
    tracing = trace_icon(svg(body), fewest=fewest, most=MAX_STROKES)
    return None if tracing is None else tracing.strokes


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> TaureauClip:
    return taureau_clip_from_folder(shipped(tmp_path_factory.mktemp("own")))


def test_a_line_is_cut_at_its_corners() -> None:
    found = strokes(LINES.format('<path d="M2 2h20v20"/>'))
    assert found is not None
    assert found.shape == (2, 4, 2)
    assert np.abs(found).max() == pytest.approx(EXTENT, abs=0.02)
    ends = found[:, [0, 3]].reshape(-1, 2)
    for corner in ((-EXTENT, -EXTENT), (EXTENT, -EXTENT), (EXTENT, EXTENT)):
        assert np.abs(ends - corner).sum(1).min() < 0.03


def test_a_circle_is_few_arcs_that_follow_it() -> None:
    found = strokes(LINES.format('<circle cx="12" cy="12" r="10"/>'))
    assert found is not None
    assert len(found) <= 4
    points = np.concatenate([Curve(stroke).sample(16) for stroke in found])
    assert np.abs(np.hypot(*points.T) - EXTENT).max() < 0.03


def test_a_smooth_wave_has_no_corner() -> None:
    across = np.linspace(0, 1, 4)
    wave = Curve(np.stack([100 * across, [0, 40, -40, 0]], axis=1))
    assert len(cubics(wave.sample(8))) == 1


def test_shapes_are_outlined_but_not_where_they_are_lines_themselves() -> None:
    assert strokes('<path d="M4 4h16v16H4z"/>') is not None
    assert strokes('<path d="M4 4h16v0.1H4z"/>') is None


@pytest.mark.parametrize(
    "body", ['<path d="M3 6h18v2H3zM3 16h18v2H3zM3 8h2v8H3z"/>', '<path d="M3 3h18v18H3zM5 5v14h14V5z"/>']
)
def test_lines_that_are_drawn_as_shapes_are_followed_along_their_middle(body: str) -> None:
    tracing = trace_icon(svg(body), fewest=1, most=MAX_STROKES)
    assert tracing is not None
    assert tracing.in_lines
    assert 3 <= len(tracing.strokes) <= 5
    width = line_width(rendered_ink(svg(body)))
    assert width == pytest.approx(2 * SIDE / 24, rel=0.2)


def test_shapes_turned_opposite_ways_count_as_much(tmp_path: Path) -> None:
    one, other = "M2 2h9v20H2z", "M13 2v20h9V2z"  # clockwise and anticlockwise: their signed areas cancel
    tracing = trace_icon(svg(f'<path d="{one}{other}"/>'), fewest=1, most=MAX_STROKES)
    assert tracing is not None
    assert not tracing.in_lines
    assert len(tracing.strokes) == 8


def test_centre_lines_go_straight_through_a_crossing() -> None:
    body = '<path d="M11 3h2v8h8v2h-8v8h-2v-8H3v-2h8z"/>'
    ink = rendered_ink(svg(body))
    width = line_width(ink)
    assert width is not None
    lines = centre_lines(ink, width)
    assert len(lines) == 2
    assert max(float(np.ptp(line, axis=0).min()) for line in lines) < 3


@pytest.mark.parametrize("body", ["", "<text>a</text>", LINES.format('<path d="M2 2h0.1"/>')])
def test_of_nothing_nothing_is_learnt(body: str) -> None:
    assert strokes(body) is None


def test_what_is_drawn_twice_is_learnt_once_and_what_is_too_simple_not_at_all() -> None:
    twice = LINES.format('<path d="M2 2h20"/><path d="M22 2H2"/><path d="M2 9h20"/>')
    found = strokes(twice)
    assert found is not None
    assert len(found) == 2
    assert strokes(twice, fewest=3) is None


def test_drawings_are_kept_by_style_and_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.decoder.dataset._MIN_DRAWINGS", 1)
    selection = select_pictograms(write_package(tmp_path / "package.tgz"), 0)
    dataset = build_dataset(selection, processes=1)
    assert dataset.styles
    sets = {style.split("/")[0] for style in dataset.styles}
    assert "lucide" in sets  # held out of the encoder's training alone
    assert "openmoji" not in sets
    assert "fluent-emoji-flat/borders" in dataset.styles
    assert len(
        {(style, names[0]) for style, names in zip(dataset.style.tolist(), dataset.captions, strict=True)}
    ) == len(dataset.captions)
    dataset.pack(tmp_path / DATASET)
    read = StrokeDataset.read(tmp_path / DATASET)
    assert np.array_equal(read.points, dataset.points)
    assert (read.captions, read.split, read.styles) == (dataset.captions, dataset.split, dataset.styles)
    assert read.subset(("nothing",), MAX_STROKES).captions == ()
    few = read.subset(("train", "name"), 4)
    assert few.points.shape[1] == 4
    assert len(few.captions) == int((read.count <= 4).sum())
    (tmp_path / DATASET).write_bytes(b"no")
    with pytest.raises(BrokenDatasetError, match="gather"):
        StrokeDataset.read(tmp_path / DATASET)


def test_neither_order_nor_direction_of_strokes_counts() -> None:
    wanted = torch.rand(1, 5, 4, 2, generator=torch.Generator().manual_seed(0)) * 2 - 1
    wanted[0, 3:] = 0
    drawn = wanted[:, [2, 4, 0, 1, 3]].clone()
    drawn[0, 2] = drawn[0, 2].flip(0)
    logits = torch.tensor([[9.0, -9.0, 9.0, 9.0, -9.0]])
    count = torch.tensor([3])
    meeting = meeting_ends(wanted, count)
    losses = stroke_losses(drawn, logits, wanted, count, meeting)
    assert float(losses["shape"]) == pytest.approx(0, abs=1e-6)
    assert float(losses["presence"]) < 1e-3
    losses = stroke_losses(drawn + 0.1, -logits, wanted, count, meeting)
    assert float(losses["shape"]) > 0.05
    assert float(losses["presence"]) > 1


def test_ends_that_meet_are_drawn_together() -> None:
    corner = torch.tensor(
        [[[[-0.5, 0.0], [-0.3, 0.0], [-0.1, 0.0], [0.0, 0.0]], [[0.3, 0.9], [0.3, 0.6], [0.1, 0.1], [0.0, 0.0]]]]
    )
    count, logits = torch.tensor([2]), torch.full((1, 2), 9.0)
    meeting = meeting_ends(corner, count)
    assert meeting[0].nonzero().tolist() == [[1, 3], [3, 1]]
    for drawn in (corner, corner.flip(1), corner.flip(2)):  # whatever their order and direction
        assert float(stroke_losses(drawn, logits, corner, count, meeting)["joints"]) == pytest.approx(0, abs=1e-6)
    apart = corner.clone()
    apart[0, 0, :, 0] -= 0.2
    assert float(stroke_losses(apart, logits, corner, count, meeting)["joints"]) == pytest.approx(0.2, abs=1e-5)


def lesson() -> StrokeDataset:
    """Two drawings, of a cat in one style and a cup in another."""
    random = np.random.default_rng(0)
    points = np.zeros((2, MAX_STROKES, 4, 2), dtype=np.float16)
    points[0, :3], points[1, :4] = random.uniform(-0.8, 0.8, (3, 4, 2)), random.uniform(-0.8, 0.8, (4, 4, 2))
    return StrokeDataset(
        points, np.array([3, 4]), np.array([0, 1]), ("train", "train"), (("cat",), ("cup",)), ("round", "plain")
    )


def test_a_lesson_is_learnt_from_sentences_and_images(clip: TaureauClip, tmp_path: Path) -> None:
    dataset, styles = lesson(), torch.tensor([0, 1])
    plan = StrokePlan(steps=240, batch=8, rise=10, noise=0.0, image_noise=0.0, image_share=0.5, common=1)
    training = DecoderTraining(dataset, clip, plan)
    decoder, again = training.run(), DecoderTraining(dataset, clip, plan).run()
    assert decoder.styles == {"round": 1, "plain": 1}
    sentences, wanted, count = (
        clip.sentences(["a cat", "a cup"]),
        torch.from_numpy(dataset.points).float(),
        torch.tensor([3, 4]),
    )
    with torch.no_grad():
        drawn, logits = decoder(sentences, styles)
        assert torch.equal(drawn, again(sentences, styles)[0])
        of_words = decoder.decode_images(clip.encode_text(["a cat", "a cup"]), styles)
    for points, there in ((drawn, logits), of_words):
        assert (there > 0).sum(1).tolist() == [3, 4]
        losses = stroke_losses(points, there, wanted, count, meeting_ends(wanted, count))
        assert float(losses["shape"]) < 0.15


def test_training_goes_on_from_its_checkpoint(
    clip: TaureauClip, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.decoder.training._LOG_EVERY", 5)
    plan, styles = StrokePlan(steps=10, batch=2, rise=2), torch.tensor([0, 1])
    whole = DecoderTraining(lesson(), clip, plan).run()
    stopped = DecoderTraining(lesson(), clip, plan, tmp_path / "checkpoint")

    class StoppedError(Exception):
        pass

    def stop(*noted: object) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        stopped.run(stop)
    resumed = DecoderTraining(lesson(), clip, plan, tmp_path / "checkpoint")
    assert resumed.done == 5
    again, sentences = resumed.run(), clip.sentences(["a cat", "a cup"])
    with torch.no_grad():
        assert torch.equal(whole(sentences, styles)[0], again(sentences, styles)[0])


def test_names_of_many_sets_and_of_emoji_are_practised_most() -> None:
    points = np.zeros((5, 3, 4, 2), dtype=np.float16)
    names = (("cat",), ("cat",), ("barcode",), ("giraffe",), ("giraffe",))
    styles = ("round", "plain", "emojione-monotone")
    dataset = StrokeDataset(points, np.full(5, 3), np.array([0, 1, 1, 1, 2]), ("train",) * 5, names, styles)
    assert practice(dataset, StrokePlan(common=2, usual=0.5, rare=0.25)).tolist() == [0.5, 0.5, 0.25, 1, 1]


def test_names_that_are_practised_most_lead_from_images_to_strokes() -> None:
    names = (("cat",), ("cat",), ("barcode",), ("giraffe",))
    styles = ("round", "plain", "emojione-monotone")
    points = np.zeros((4, 3, 4, 2), dtype=np.float16)
    dataset = StrokeDataset(points, np.full(4, 3), np.array([0, 1, 1, 2]), ("train",) * 4, names, styles)
    assert learnt_names(dataset, StrokePlan(common=2)) == [("cat", 2), ("giraffe", 1)]


def test_the_program_gathers_trains_and_keeps_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.decoder.dataset._MIN_DRAWINGS", 1)
    weights = shipped(tmp_path)
    package = write_package(tmp_path / "package.tgz")
    asked = ["--folder", str(tmp_path), "--weights", str(weights)]
    before = builtin_hashes(weights)[STROKES_FILE]
    assert main(["all", *asked, "--tarball", str(package), "--steps", "3", "--processes", "1"]) == 0
    assert "drawings in" in capsys.readouterr().out
    assert stroke_decoder_from_file(weights / STROKES_FILE).styles
    assert builtin_hashes(weights)[STROKES_FILE] != before
    config = json.loads((weights / "config.json").read_text())
    for name in (STROKES_FILE, NAMES_FILE):
        assert config["bytes"][name] == (weights / name).stat().st_size
    assert prior_from_file(taureau_clip_from_folder(weights), weights / NAMES_FILE).names
    assert main(["gather", *asked, "--tarball", str(tmp_path / "none.tgz")]) == 2
    assert main(["train", "--folder", str(tmp_path), "--weights", str(tmp_path / "nowhere")]) == 2
    assert "--weights" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [("--steps", "0"), ("--most", "2"), ("--most", "25")])
def test_numbers_that_teach_nothing_are_refused(asked: tuple[str, str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["train", "--folder", str(tmp_path), *asked])
    assert refused.value.code == 2


def test_weights_exported_beside_a_decoder_keep_it_in_the_record(tmp_path: Path) -> None:
    folder = shipped(tmp_path)
    before = builtin_hashes(folder)
    config = write_encoder(untaught(1), TextTower.read(folder), folder, size=64, notes={"training": "none"})
    after = builtin_hashes(folder)
    assert after[STROKES_FILE] == before[STROKES_FILE]
    assert after[IMAGE_FILE] != before[IMAGE_FILE]
    assert after[NAMES_FILE] == before[NAMES_FILE]
    assert config["bytes"][STROKES_FILE] == (folder / STROKES_FILE).stat().st_size
