"""Tiny CLIPs of the real architectures, with random weights; the files and the ids that real ones come under."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import open_clip
import pytest
import torch
from safetensors.torch import save_file
from taureau.perception import ClipEncoder
from taureau.perception.loading import CLIP_MEAN, CLIP_STD
from taureau.weights import import_model
from torch import nn

from tests.weights.little import LittleCatalogue, one_file

IDS = (  # in the real catalogue
    "datacomp-vit-b-32-256",
    "mobileclip2-s0",
    "laion-vit-b-16",
    "vit-b-16",
    "rn101",
    "vit-b-32",
    "vit-l-14",
)

TEXT = {"context_length": 16, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 2}
CONFIGS: dict[str, dict[str, Any]] = {
    "resnet": {
        "embed_dim": 32,
        "vision_cfg": {"image_size": 64, "layers": [1, 1, 2, 1], "width": 8, "head_width": 64},
        "text_cfg": TEXT,
    },
    "vit": {
        "embed_dim": 32,
        "vision_cfg": {"image_size": 64, "layers": 3, "width": 64, "patch_size": 16, "head_width": 32},
        "text_cfg": TEXT,
    },
    "timm": {
        "embed_dim": 32,
        "vision_cfg": {"timm_model_name": "fastvit_mci0", "timm_pool": "avg", "timm_proj": None, "image_size": 64},
        "text_cfg": {**TEXT, "no_causal_mask": True},
        "custom_text": True,
    },
}


def tiny_clip(kind: str, seed: int = 0, *, quick_gelu: bool = False) -> nn.Module:
    """An open_clip model whose normalisation layers do something, as those of trained networks do."""
    return deepcopy(_made(kind, seed, quick_gelu))


@cache
def _made(kind: str, seed: int, quick_gelu: bool) -> nn.Module:
    """The model of these arguments, made once: the convolutions of some kinds take seconds to see their pictures."""
    config = {name: value for name, value in CONFIGS[kind].items() if name != "custom_text"}
    state = torch.get_rng_state()
    torch.manual_seed(seed)
    build = open_clip.CustomTextCLIP if "custom_text" in CONFIGS[kind] else open_clip.CLIP
    model: nn.Module = build(**config, quick_gelu=quick_gelu)
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.weight.data.uniform_(0.5, 1.5)
            module.bias.data.normal_(0, 0.2)
            module.momentum = 0.5
    pictures = torch.rand(8, 3, 64, 64).round() + 0.1 * torch.randn(8, 3, 64, 64)
    with torch.no_grad():
        for _ in range(8):  # normalisation learns what to expect, as in training
            model.train().visual(pictures)
        if kind == "resnet":  # untrained, its pooling would look at one place alone
            model.visual.attnpool.q_proj.weight *= 0.1
    torch.set_rng_state(state)
    return model.eval().requires_grad_(False)


def encoder_of(kind: str, *, kind_of: type[ClipEncoder] = ClipEncoder, **options: object) -> ClipEncoder:
    return kind_of(tiny_clip(kind), f"tiny-{kind}", mean=CLIP_MEAN, std=CLIP_STD, **options)  # type: ignore[arg-type]


def register(kind: str, folder: Path) -> str:
    """Make open_clip know the architecture by a name, as it knows its own."""
    file = folder / f"tiny-{kind}.json"
    file.write_text(json.dumps(CONFIGS[kind]))
    open_clip.add_model_config(file)
    return file.stem


def saved(model: nn.Module, folder: Path, form: str) -> Path:
    """The model's weights in a file of one of the forms that CLIP's come in."""
    state = {name: value.contiguous() for name, value in model.state_dict().items()}
    match form:
        case "safetensors":
            path = folder / "open_clip_model.safetensors"
            save_file(state, path)
        case "torch":
            path = folder / "plain.pt"
            torch.save(state, path)
        case "checkpoint":
            path = folder / "epoch_32.pt"
            torch.save({"epoch": 32, "state_dict": {f"module.{name}": value for name, value in state.items()}}, path)
        case "torchscript":  # in half precision with three numbers beside the weights, as OpenAI's are
            path = folder / "RN.pt"
            torch.jit.save(torch.jit.script(Archive(state)), path)
        case _:
            raise ValueError(form)
    return path


class Archive(nn.Module):
    """Modules within modules that hold a state dict, as a program that can be scripted."""

    def __init__(self, state: dict[str, torch.Tensor]) -> None:
        super().__init__()
        for name, value in state.items():
            *path, last = name.split(".")
            owner: nn.Module = self
            for step in path:
                if step not in dict(owner.named_children()):
                    owner.add_module(step, Branch())
                owner = owner.get_submodule(step)
            half = value.half() if value.is_floating_point() else value
            owner.register_buffer(last, half)
        self.register_buffer("input_resolution", torch.tensor(64))

    def forward(self) -> int:
        return 0


class Branch(nn.Module):
    """A module that does nothing."""

    def forward(self) -> int:
        return 0


def snapshot(kind: str, folder: Path, seed: int = 0) -> Path:
    """A folder as a hub keeps it: weights, and beside them what they are."""
    saved(tiny_clip(kind, seed), folder, "safetensors")
    stated = {"model_cfg": CONFIGS[kind], "preprocess_cfg": {"mean": [0.5, 0.4, 0.3], "std": [0.2, 0.3, 0.4]}}
    (folder / "open_clip_config.json").write_text(json.dumps(stated))
    return folder


def clip_catalogue(folder: Path, monkeypatch: pytest.MonkeyPatch) -> LittleCatalogue:
    """A catalogue with the ids of the real CLIPs, in use from now on; none of the models is here yet."""
    made = LittleCatalogue(folder / "catalogue.json", folder / "models", folder / "config")
    for name, value in made.environment.items():
        monkeypatch.setenv(name, value)
    files = [one_file("open_clip_model.safetensors"), one_file("open_clip_config.json", format="json")]
    for model_id in IDS:
        made.add(model_id, files, architecture="RN101", reads_text=True)
    return made


def bring(model_id: str, kind: str, folder: Path, seed: int = 0) -> None:
    """Import a tiny CLIP as the model of that id."""
    place = folder / f"{model_id}-{seed}"
    place.mkdir(exist_ok=True)
    list(import_model(model_id, snapshot(kind, place, seed)))
