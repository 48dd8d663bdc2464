"""Loading encoders by id from weights on this machine; nothing here uses the network."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from torch import Tensor, nn

from taureau.perception.clip import ClipEncoder
from taureau.perception.encoder import Encoder, builtin_encoder
from taureau.perception.sentences import SentenceTower
from taureau.perception.state_file import read_state
from taureau.perception.taureau_clip import TaureauClip, sentence_tower, taureau_clip_from_folder
from taureau.perception.torchscript import is_torchscript
from taureau.weights import OWN_CLIP, RefusedWeightsError, find_model, locate, own_clip_folder

BUILTIN = "builtin"
CLIP_MEAN = (0.48145466, 0.4578275, 0.40821073)  # of OpenAI's training images
CLIP_STD = (0.26862954, 0.26130258, 0.27577711)
_CONFIG = "open_clip_config.json"  # describes the weights beside it in a snapshot from a hub


def load_encoder(encoder_id: str, device: str = "cpu", *, half: bool = False) -> Encoder:
    """Return the encoder of this id in the catalogue, "builtin" and "taureau-clip" included; the last few are cached
    until their files change.

    Raises WeightsError: UnknownModelError, MissingWeightsError, DamagedWeightsError, or RefusedWeightsError for
    weights of another model.
    """
    if encoder_id == BUILTIN:
        return builtin_encoder(device)
    if encoder_id == OWN_CLIP:
        return own_clip(device)
    path, model = locate(encoder_id), find_model(encoder_id)
    return _cached(path, path.stat().st_mtime_ns, model.architecture, model.pretrained, model.id, device, half)


def own_sentences() -> SentenceTower:
    """Return the text tower of the bundled CLIP on the CPU; raises MissingWeightsError, DamagedWeightsError."""
    folder = own_clip_folder()
    return _cached_sentences(folder, max(file.stat().st_mtime_ns for file in folder.iterdir()))


@lru_cache(maxsize=1)
def _cached_sentences(folder: Path, changed: int) -> SentenceTower:
    return sentence_tower(folder)


def own_clip(device: str = "cpu") -> TaureauClip:
    """Return the bundled CLIP for drawings; raises MissingWeightsError, DamagedWeightsError."""
    folder = own_clip_folder()
    return _cached_own(folder, max(file.stat().st_mtime_ns for file in folder.iterdir()), device)


@lru_cache(maxsize=2)
def _cached_own(folder: Path, changed: int, device: str) -> TaureauClip:
    return taureau_clip_from_folder(folder, device)


@lru_cache(maxsize=3)
def _cached(
    path: Path, changed: int, architecture: str | None, pretrained: str | None, name: str, device: str, half: bool
) -> ClipEncoder:
    return clip_from_file(path, architecture, pretrained, name=name, device=device, half=half)


def clip_from_file(
    path: Path,
    architecture: str | None,
    pretrained: str | None = None,
    *,
    name: str = "clip",
    device: str = "cpu",
    half: bool = False,
) -> ClipEncoder:
    """Return a CLIP of open_clip's `architecture` with the weights in a file, or in a folder in the hub's layout.

    `pretrained` is open_clip's tag, which determines the normalisation of images and the GELU. A folder's own
    open_clip_config.json takes precedence over both. Raises RefusedWeightsError.
    """
    os.environ["HF_HUB_OFFLINE"] = "1"  # before open_clip imports the hub's client
    import open_clip

    file = weights_file(path)
    stated = json.loads(config.read_text(encoding="utf-8")) if (config := file.parent / _CONFIG).is_file() else {}
    config_of_model = stated.get("model_cfg") or open_clip.get_model_config(architecture or "")
    if config_of_model is None:
        raise RefusedWeightsError(f"open_clip knows no architecture {architecture!r}; update open_clip_torch")
    known = open_clip.get_pretrained_cfg((architecture or "").removesuffix("-quickgelu"), pretrained or "")
    preprocessing = (
        {"mean": CLIP_MEAN, "std": CLIP_STD, "interpolation": "bicubic"} | known | stated.get("preprocess_cfg", {})
    )
    # OpenAI trained with an approximation of GELU, which the architecture's name need not say.
    if known.get("quick_gelu") or pretrained == "openai" or (file.suffix == ".pt" and is_torchscript(file)):
        config_of_model["quick_gelu"] = True
    model = _built(config_of_model, name)
    _load_weights(model, read_state(file), file.name, name)
    return ClipEncoder(
        model,
        name,
        mean=tuple(preprocessing["mean"]),
        std=tuple(preprocessing["std"]),
        interpolation=preprocessing["interpolation"],
        half=half,
        device=device,
    )


def weights_file(path: Path) -> Path:
    """Return the file itself, or the one with weights in a folder; raises RefusedWeightsError."""
    if path.is_file():
        return path
    found = [file for kind in ("*.safetensors", "*.bin", "*.pt", "*.pth") for file in sorted(path.glob(kind))]
    if not found:
        raise RefusedWeightsError(f"there are no weights in {path}; fetch or import them again")
    return min(found, key=lambda file: "open_clip" not in file.name)  # a snapshot may also hold those for transformers


def _built(config: Mapping[str, Any], name: str) -> nn.Module:
    """Return the network without its weights."""
    from open_clip.model import CLIP, CustomTextCLIP

    settings = dict(config)
    text = settings["text_cfg"]
    if "multimodal_cfg" in settings or text.get("hf_model_name") or text.get("hf_tokenizer_name"):
        raise RefusedWeightsError(f"{name} reads text in a way Taureau does not; choose another encoder")
    network: nn.Module = (CustomTextCLIP if settings.pop("custom_text", False) else CLIP)(**settings)
    return network


def _load_weights(model: nn.Module, state: dict[str, Tensor], file: str, name: str) -> None:
    """Load weights into a network; raises RefusedWeightsError where they do not fit."""
    from open_clip.convert import convert_state_dict
    from open_clip.model import convert_to_custom_text_state_dict

    state = convert_state_dict(model, state)
    wanted = model.state_dict()
    if "positional_embedding" in state and "positional_embedding" not in wanted:
        state = convert_to_custom_text_state_dict(state)
    alike = {key: value.reshape(wanted[key].shape) if value.numel() == 1 and key in wanted else value
             for key, value in state.items()}  # fmt: skip
    missing = wanted.keys() - alike.keys()
    other = alike.keys() - wanted.keys() - {key for key in alike if key.endswith("attn_mask")}
    if missing or other or any(alike[key].shape != wanted[key].shape for key in wanted):
        raise RefusedWeightsError(f"{file} holds the weights of another network than {name}; import the right file")
    model.load_state_dict({key: alike[key].to(wanted[key].dtype) for key in wanted})
