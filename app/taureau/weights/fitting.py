"""Matching files to models by hash, format, and names and shapes of tensors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from taureau.small_files import read_json
from taureau.weights.catalogue import catalogue
from taureau.weights.content import Content, content_of
from taureau.weights.errors import RefusedWeightsError, UnlistedWeightsError
from taureau.weights.model import Format, Model, WeightsFile
from taureau.weights.transfer import Digests

_INTERCHANGEABLE: tuple[Format, ...] = ("safetensors", "torch", "torchscript")


def look_into(path: Path, file: WeightsFile, model: Model) -> Content:
    """The content of `path`, checked to be the model's `file`; raises RefusedWeightsError or StorageError."""
    content = content_of(path, file.format)
    if content.format != file.format and not {content.format, file.format} <= set(_INTERCHANGEABLE):
        raise RefusedWeightsError(
            f"{path.name} is {spoken(content.format)}, and {model.name} wants {spoken(file.format)} for {file.name}"
        )
    if content.tensors:
        _compare_tensors(path, content, model)
    if content.format == "onnx" and model.mask is not None:
        _compare_inputs(path, content, model, model.mask.side)
    if file.name == "model_index.json" and model.pipeline is not None:
        _compare_pipeline(path, model)
    return content


def check_digests(
    path: Path, content: Content, digests: Digests, file: WeightsFile, model: Model, accept: str, command: str
) -> None:
    """Compare a file's digests with those its makers published, as far as they are known.

    Another format of the same weights has another hash: its tensors speak for it. TorchScript is a program, and is
    taken only where its hash says whose. Of a file whose hash others list, `accept` is another one that the user
    trusts, given with --accept to the `command`. Raises RefusedWeightsError, UnlistedWeightsError.
    """
    if digests.sha256 == file.sha256 or (file.listed and digests.sha256 == accept):
        return
    other = _model_of(digests)
    if other is not None and other.id != model.id:
        raise RefusedWeightsError(
            f"{path.name} is {other.name}, not {model.name}: import it with `taureau models import {other.id} {path}`"
        )
    if content.format == "torchscript":
        raise RefusedWeightsError(
            f"{path.name} is a TorchScript program, and not the one its makers published (its sha256 is another): "
            "take the model as safetensors"
        )
    if content.format == file.format and file.listed and not agrees(digests, file):
        raise UnlistedWeightsError(
            f"{path.name} is not the file that others list for {model.name}: its sha256 is {digests.sha256}. If "
            f"{model.source} confirms it, take it with `{command} --accept {digests.sha256}`"
        )
    if content.format == file.format and not agrees(digests, file):
        raise RefusedWeightsError(f"{path.name} is not the {file.name} of {model.name}, or is damaged: get it again")


def agrees(digests: Digests, file: WeightsFile) -> bool:
    """Whether these digests agree with what is known of the published file; its sha256 decides where it is known."""
    if file.sha256 is not None:
        return digests.sha256 == file.sha256
    pairs = ((file.size, digests.size), (file.md5, digests.md5))
    return all(known is None or known == found for known, found in pairs)


def _model_of(digests: Digests) -> Model | None:
    """The model that has a published file with these digests."""
    for model in catalogue():
        sources = [source for file in model.files for source in file.sources]
        if any(digests.sha256 == source.sha256 or digests.md5 == source.md5 for source in sources):
            return model
    return None


def _compare_tensors(path: Path, content: Content, model: Model) -> None:
    for name, shape in model.tensors.items():
        found = content.tensors.get(name, content.tensors.get(f"module.{name}"))
        if found is None:
            others = any(name.startswith("vision_model.") for name in content.tensors)
            hint = " (it is in transformers' naming)" if others else ""
            raise RefusedWeightsError(
                f"{path.name} is not {model.name}: it has no tensor {name}{hint}; "
                f"take open_clip's file, see {model.source}"
            )
        if found != shape:
            raise RefusedWeightsError(
                f"{path.name} is not {model.name}: its {name} is {_shape(found)} instead of {_shape(shape)}"
            )


def _compare_inputs(path: Path, content: Content, model: Model, side: int) -> None:
    """Raise RefusedWeightsError where an ONNX file takes anything but images [N, 3, side, side]."""
    wanted = (1, 3, side, side)
    shapes = list(content.inputs.values())
    if (
        len(shapes) == 1
        and len(shapes[0]) == 4
        and all(has in (0, wants) for has, wants in zip(*shapes, wanted, strict=True))
    ):
        return
    found = " and ".join(_shape(shape) for shape in shapes[:3]) or "nothing"
    raise RefusedWeightsError(f"{path.name} is not {model.name}: it is given {found} instead of {_shape(wanted)}")


def _compare_pipeline(path: Path, model: Model) -> None:
    try:
        index: Any = read_json(path)
        found = index.get("_class_name")
    except (OSError, ValueError, AttributeError) as error:
        raise RefusedWeightsError(f"{path} is no index of a model: get the folder again") from error
    if found != model.pipeline:
        raise RefusedWeightsError(f"{path.parent} holds a {found}, and {model.name} is a {model.pipeline}")


def spoken(format_: Format) -> str:
    """A format's name for a sentence."""
    names: dict[Format, str] = {
        "torch": "a checkpoint of torch", "torchscript": "a TorchScript archive", "onnx": "an ONNX file",
        "json": "a JSON file", "text": "a text file", "safetensors": "a safetensors file",
    }  # fmt: skip
    return names[format_]


def _shape(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape)) or "a number"
