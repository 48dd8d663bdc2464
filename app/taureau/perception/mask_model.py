"""Mask models of the catalogue (IS-Net, BiRefNet), run by onnxruntime on the processor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from taureau.perception.onnx_session import onnx_session
from taureau.weights import MaskSignature, RefusedWeightsError, find_model, locate

if TYPE_CHECKING:
    import onnxruntime

Map = NDArray[np.float32]  # [H, W]


class MaskModel:
    """A network that cuts the subject out of a photo. It is kept in memory as long as this object."""

    def __init__(self, session: onnxruntime.InferenceSession, signature: MaskSignature, name: str) -> None:
        self._session, self._signature = session, signature
        self.name = name

    def alpha(self, photo: NDArray[np.uint8]) -> Map:
        """Return the alpha of the subject [H, W], 0 … 1, of an sRGB photo [H, W, 3].

        Raises RefusedWeightsError where the answer is no map.
        """
        (given,) = self._session.get_inputs()
        try:
            answer = np.asarray(self._session.run(None, {given.name: self._shown(photo)})[0])
        except Exception as error:  # the classes of onnxruntime's errors have no base of their own
            raise _unusable(self.name, error) from error
        if answer.ndim != 4 or answer.dtype.kind != "f" or not np.isfinite(answer).all():
            raise RefusedWeightsError(f"{self.name} does not answer with a map of the subject: get the model again")
        level = answer[0, 0].astype(np.float32)
        if self._signature.sigmoid:
            level = 1 / (1 + np.exp(-level.clip(-50, 50)))
        height, width = photo.shape[:2]
        resized = Image.fromarray(level).resize((width, height), Image.Resampling.BILINEAR)
        alpha: Map = np.asarray(resized, dtype=np.float32).clip(0, 1)
        return alpha

    def _shown(self, photo: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the photo as the network was trained to see it, [1, 3, side, side]."""
        wanted = self._signature
        square = Image.fromarray(photo).resize((wanted.side, wanted.side), Image.Resampling.LANCZOS)
        levels = np.asarray(square, dtype=np.float32) / 255
        mean, std = np.array(wanted.mean, dtype=np.float32), np.array(wanted.std, dtype=np.float32)
        return np.ascontiguousarray(((levels - mean) / std).transpose(2, 0, 1)[None])


def load_mask_model(model_id: str) -> MaskModel:
    """Load a mask model of the catalogue.

    Raises WeightsError: UnknownModelError, MissingWeightsError,
    DamagedWeightsError, or RefusedWeightsError for a file that onnxruntime cannot run.
    """
    model, path = find_model(model_id), locate(model_id)
    if model.mask is None:
        raise RefusedWeightsError(f"{model.id} is no mask model: see `taureau models list`")
    try:
        session = onnx_session(str(path))
    except Exception as error:  # the classes of onnxruntime's errors have no base of their own
        raise _unusable(model.name, error) from error
    return MaskModel(session, model.mask, model.name)


def _unusable(name: str, error: Exception) -> Exception:
    """Return the error to raise for one of onnxruntime's."""
    said = str(error).strip().partition("\n")[0]
    if "allocat" in said:
        return MemoryError(f"{name}: {said}")
    return RefusedWeightsError(f"{name} cannot be run ({said}): remove the model, then fetch or import it again")
