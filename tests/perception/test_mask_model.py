"""Mask models of the catalogue, by tiny ONNX files of the same signature."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from taureau.perception import cut_out, load_mask_model
from taureau.perception.mask_model import MaskModel
from taureau.weights import MaskSignature, MissingWeightsError, RefusedWeightsError, catalogue, import_model

from tests.perception.tiny_mask_models import mask_catalogue, save_mask_model
from tests.weights.little import LittleCatalogue


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    return mask_catalogue(tmp_path, monkeypatch)


def installed(model_id: str, path: Path) -> MaskModel:
    list(import_model(model_id, save_mask_model(path, logits=model_id == "birefnet")))
    return load_mask_model(model_id)


def disc(height: int = 90, width: int = 140) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """A dark disc on light ground, and where it is."""
    photo = np.full((height, width, 3), (230, 225, 210), dtype=np.uint8)
    cv2.circle(photo, (width // 2, height // 2), 30, (40, 30, 60), -1, cv2.LINE_AA)
    rows, columns = np.mgrid[:height, :width]
    return photo, np.hypot(rows - height // 2, columns - width // 2) < 30


@pytest.mark.parametrize("model_id", ["isnet", "birefnet"])
def test_the_mask_has_the_photos_size_and_lies_on_the_subject(
    model_id: str, models: LittleCatalogue, tmp_path: Path
) -> None:
    photo, wanted = disc()
    alpha = installed(model_id, tmp_path / "tiny.onnx").alpha(photo)
    assert (alpha.shape, alpha.dtype) == (photo.shape[:2], np.float32)
    assert 0 <= alpha.min() < 0.05
    assert 0.95 < alpha.max() <= 1
    found = alpha > 0.5
    assert (found & wanted).sum() / (found | wanted).sum() > 0.95


def test_a_photo_is_normalised_as_the_model_was_trained() -> None:
    seen: list[NDArray[np.float32]] = []

    class Session:
        def get_inputs(self) -> list[object]:
            return [type("Input", (), {"name": "image"})]

        def run(self, _: None, given: dict[str, NDArray[np.float32]]) -> list[NDArray[np.float32]]:
            seen.append(given["image"])
            return [np.zeros((1, 1, 4, 4), dtype=np.float32)]

    photo = np.full((6, 9, 3), (255, 0, 102), dtype=np.uint8)
    signature = MaskSignature(4, (0.5, 0.25, 0.0), (1.0, 0.5, 2.0), sigmoid=True)
    alpha = MaskModel(Session(), signature, "tiny").alpha(photo)  # type: ignore[arg-type]
    assert (seen[0].shape, seen[0].dtype) == ((1, 3, 4, 4), np.float32)
    assert seen[0][0, :, 2, 1] == pytest.approx([0.5, -0.5, 0.2])
    assert alpha == pytest.approx(np.full((6, 9), 0.5))  # the sigmoid of 0


def test_bars_are_not_shown_to_the_model_and_belong_to_no_subject(models: LittleCatalogue, tmp_path: Path) -> None:
    photo, wanted = disc()
    framed = np.pad(photo, ((25, 25), (0, 0), (0, 0)))  # black: all of it would be subject
    subject = cut_out(installed("isnet", tmp_path / "tiny.onnx"), framed)
    assert subject.found
    assert not subject.mask[:24].any()
    assert not subject.mask[-24:].any()
    assert (subject.mask[25:-25] & wanted).sum() / (subject.mask[25:-25] | wanted).sum() > 0.95


def test_a_photo_without_a_subject_is_all_subject(models: LittleCatalogue, tmp_path: Path) -> None:
    subject = cut_out(installed("isnet", tmp_path / "tiny.onnx"), np.full((40, 60, 3), 250, dtype=np.uint8))
    assert not subject.found
    assert subject.mask.all()


def test_the_answer_is_the_same_each_time(models: LittleCatalogue, tmp_path: Path) -> None:
    photo, _ = disc()
    model = installed("birefnet", tmp_path / "tiny.onnx")
    assert np.array_equal(model.alpha(photo), load_mask_model("birefnet").alpha(photo))


def test_a_model_that_is_not_here_says_how_to_get_it(models: LittleCatalogue) -> None:
    with pytest.raises(MissingWeightsError, match=r"`taureau models fetch isnet`.*`taureau models import isnet PATH`"):
        load_mask_model("isnet")


def test_an_encoder_is_no_mask_model() -> None:
    with pytest.raises(RefusedWeightsError, match="builtin is no mask model"):
        load_mask_model("builtin")


def test_a_file_that_onnxruntime_cannot_run_is_one_line(models: LittleCatalogue, tmp_path: Path) -> None:
    import onnx

    path = save_mask_model(tmp_path / "tiny.onnx")
    unknown = onnx.load(path)
    unknown.graph.node[0].op_type = "Sorcery"
    onnx.save(unknown, path)
    list(import_model("isnet", path))
    with pytest.raises(RefusedWeightsError, match=r"Little isnet cannot be run .*fetch or import it again") as caught:
        load_mask_model("isnet")
    assert "\n" not in str(caught.value)


def test_the_shipped_catalogue_says_what_each_model_wants_to_see() -> None:
    signatures = {model.id: model.mask for model in catalogue() if model.kind == "mask"}
    imagenet = MaskSignature(1024, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), sigmoid=True)
    assert signatures == {
        "isnet": MaskSignature(1024, (0.5, 0.5, 0.5), (1, 1, 1)),
        "birefnet": imagenet,
        "birefnet-lite": imagenet,
    }
