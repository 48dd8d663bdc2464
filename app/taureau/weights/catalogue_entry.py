"""Models from the entries of a catalogue, which may be a user's own; every field is checked."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from taureau.weights.model import FORMATS, KINDS, MaskSignature, Model, WeightsFile, check_file_name

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")  # it becomes the name of a folder
_TYPES: dict[str, tuple[type, ...]] = {  # of the fields of Model and WeightsFile, as they are annotated
    "str": (str,),
    "Kind": (str,),
    "Format": (str,),
    "bool": (bool,),
    "int": (int,),
    "int | None": (int, type(None)),
    "str | None": (str, type(None)),
}
_DIGESTS = {"sha256": 64, "md5": 32}  # hexadecimal digits
_LARGEST_SIDE = 4096  # px, of what a mask model is shown
_MAX_SIDES = 64  # dimensions of a tensor
_TOO_LARGE = 1 << 50  # of any number of bytes or megabytes


def model_from_json(entry: Any) -> Model:
    """Return the model of an entry; raises ValueError, TypeError, KeyError or AttributeError where it is none."""
    fields = {name: value for name, value in entry.items() if name not in ("files", "mask", "tensors")}
    model = Model(
        **fields,
        files=tuple(map(_file, _list(entry.get("files", []), "files"))),
        mask=_signature(entry["mask"]) if "mask" in entry else None,
        tensors={name: _shape(shape, name) for name, shape in entry.get("tensors", {}).items()},
    )
    _check_types(model)
    if not _ID.fullmatch(model.id):
        raise ValueError(f"{model.id!r:.80} is no id: small letters, digits, dots and dashes")
    if model.kind not in KINDS:
        raise ValueError(f"unknown kind {model.kind!r}")
    if model.mask is not None and model.kind != "mask":
        raise ValueError(f"{model.id} is of the kind {model.kind}, and only a mask model has a mask")
    _check_names(model)
    return model


def _signature(entry: Any) -> MaskSignature:
    mean, std = (tuple(_list(entry[name], name)) for name in ("mean", "std"))
    signature = MaskSignature(**entry | {"mean": mean, "std": std})
    _check_types(signature)
    if not 1 <= signature.side <= _LARGEST_SIDE:
        raise ValueError(f"a mask model's side must be from 1 to {_LARGEST_SIDE} px, not {signature.side}")
    numbers = (*mean, *std)
    if len(mean) != 3 or len(std) != 3 or not all(type(number) in (int, float) for number in numbers) or min(std) <= 0:
        raise ValueError("a mask model's mean and std are three numbers each, for red, green and blue")
    return signature


def _file(entry: Any) -> WeightsFile:
    others = tuple(map(_file, _list(entry.get("others", []), "others")))
    if any(other.others for other in others):
        raise ValueError("a source has other sources of its own")
    file = WeightsFile(**entry | {"others": others})
    _check_types(file)
    check_file_name(file.name)
    _check_address(file.url)
    if file.format not in FORMATS:
        raise ValueError(f"unknown format {file.format!r}")
    for name, digits in _DIGESTS.items():
        digest = getattr(file, name)
        if digest is not None and not re.fullmatch(f"[0-9a-f]{{{digits}}}", digest):
            raise ValueError(f"the {name} of {file.name} is not {digits} hexadecimal digits")
    return file


def _check_types(made: Model | WeightsFile | MaskSignature) -> None:
    """Raise ValueError where a field has another type than is annotated, or a number makes no sense."""
    for name, field in type(made).__dataclass_fields__.items():
        types, value = _TYPES.get(str(field.type)), getattr(made, name)
        if types is not None and type(value) not in types:
            raise ValueError(f"{name} must be {field.type}, not {value!r:.40}")
        if type(value) is int and not 0 <= value < _TOO_LARGE:
            raise ValueError(f"{name} is negative or far too large")


def _check_address(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname or not url.isascii() or not url.isprintable():
        raise ValueError(f"{url!r:.80} is no web address")
    if " " in url:
        raise ValueError(f"{url!r:.80} has a space in it")


def _check_names(model: Model) -> None:
    """Raise ValueError where two files of a model would be one, or a file would be a folder of another."""
    names = [file.name.lower() for file in model.files]  # some disks do not tell capitals from small letters
    if len(set(names)) != len(names):
        raise ValueError(f"two files of {model.id} have one name")
    if any(other.startswith(f"{name}/") for name in names for other in names):
        raise ValueError(f"a file of {model.id} has the name of a folder")


def _shape(value: Any, name: str) -> tuple[int, ...]:
    sides = _list(value, name)
    if len(sides) > _MAX_SIDES or not all(type(side) is int and side >= 0 for side in sides):
        raise ValueError(f"the shape of {name} is not a list of whole numbers")
    return tuple(sides)


def _list(value: Any, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{name} must be a list, not {value!r:.40}")
    return value
