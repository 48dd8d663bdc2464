"""Reading weights in any of CLIP's file formats as named tensors, without executing code."""

from __future__ import annotations

import pickle
import zipfile
from pathlib import Path

import torch
from torch import Tensor

from taureau.perception.torchscript import is_torchscript, torchscript_state
from taureau.weights import RefusedWeightsError

_NOT_WEIGHTS = ("input_resolution", "context_length", "vocab_size")  # numbers in OpenAI's archives


def read_state(path: Path) -> dict[str, Tensor]:
    """Return the state dict of a safetensors file, a torch checkpoint or a TorchScript archive, on the CPU.

    Raises RefusedWeightsError for files that are damaged, hold something else, or would execute code.
    """
    try:
        return _plain(_read(path))
    except (OSError, EOFError, KeyError, ValueError, RuntimeError, StopIteration, TypeError) as error:
        raise RefusedWeightsError(f"{path.name} holds no weights that can be read; fetch or import it again") from error
    except (pickle.UnpicklingError, zipfile.BadZipFile) as error:
        raise RefusedWeightsError(
            f"{path.name} is damaged or holds more than weights, so it is not loaded; fetch it from its makers"
        ) from error


def _read(path: Path) -> object:
    if path.suffix == ".safetensors":
        from safetensors import SafetensorError
        from safetensors.torch import load_file

        try:
            return load_file(path)
        except SafetensorError as error:
            raise ValueError(str(error)) from error
    if is_torchscript(path):
        return torchscript_state(path)
    return torch.load(path, map_location="cpu", weights_only=True)


def _plain(found: object) -> dict[str, Tensor]:
    """Return the tensors by name, unwrapped from a trainer's checkpoint."""
    if isinstance(found, dict) and isinstance(found.get("state_dict"), dict):
        found = found["state_dict"]
    if not isinstance(found, dict):
        raise TypeError("no state dict")
    state = {str(name).removeprefix("module."): value for name, value in found.items() if isinstance(value, Tensor)}
    if not state:
        raise ValueError("no tensors")
    return {name: value for name, value in state.items() if name not in _NOT_WEIGHTS}
