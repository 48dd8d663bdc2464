"""Import of a model from a local file or folder: identify, check, copy and record it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from taureau.weights.catalogue import find_model
from taureau.weights.content import SUFFIXES, Content
from taureau.weights.errors import DamagedWeightsError, RefusedWeightsError
from taureau.weights.fitting import check_digests, look_into, spoken
from taureau.weights.model import Model, WeightsFile
from taureau.weights.staging import settle, stage
from taureau.weights.transfer import Cancelled, Digests, Transfer, check_space, copied, never, storage_error

_WEIGHTS = (".safetensors", ".pt", ".pth", ".bin", ".onnx")
_USUAL = ("open_clip_model.safetensors", "open_clip_pytorch_model.bin")  # in a Hugging Face snapshot of open_clip's
_OTHER_NAMES = {  # diffusers' and transformers' second choice, for those who have that one
    "diffusion_pytorch_model.safetensors": "diffusion_pytorch_model.bin",
    "model.safetensors": "pytorch_model.bin",
}


@dataclass(frozen=True)
class _Incoming:
    """A source file, and the model's file that it will be."""

    path: Path
    file: WeightsFile
    content: Content
    name: str  # in the model's folder


def import_model(
    model_id: str,
    path: Path,
    cancelled: Cancelled = never,
    *,
    accept: str = "",
    expected: Mapping[Path, str] | None = None,
) -> Iterator[Transfer]:
    """Import a model from a file, a folder or a Hugging Face snapshot, replacing an installed one.

    `accept` is a sha256 to take in place of a listed one, `expected` that of source files where it is known.
    Nothing happens before the first event is asked for, and nothing is left of it unless the last one was reached.
    Raises UnknownModelError, RefusedWeightsError, UnlistedWeightsError, DamagedWeightsError for a source file that is
    not as expected, StoppedError, StorageError.
    """
    model = find_model(model_id)
    if model.built_in:
        raise RefusedWeightsError(f"{model.id} comes with the installation: there is nothing to import")
    path = path.expanduser()
    try:
        incoming = _folder(model, path) if model.is_folder else [_single(model, path)]
        total = sum(item.path.stat().st_size for item in incoming)
    except OSError as error:
        raise storage_error(error, path) from error
    with stage(model) as staged:
        check_space(staged, total)
        taken: dict[str, tuple[Content, Digests]] = {}
        for number, item in enumerate(incoming, 1):
            size = item.path.stat().st_size
            about = Transfer(model.id, "copying", item.name, 0, size, number, len(incoming))
            digests = yield from copied(item.path, staged / item.name, about, cancelled)
            if (expected or {}).get(item.path, digests.sha256) != digests.sha256:
                raise DamagedWeightsError(f"{item.path} is damaged: copy it again")
            command = f"taureau models import {model.id} {path}"
            check_digests(item.path, item.content, digests, item.file, model, accept, command)
            taken[item.name] = (item.content, digests)
        settle(model, staged, taken)


def _single(model: Model, path: Path) -> _Incoming:
    """The file of a single-file model, given itself or by its folder."""
    file = model.files[0]
    if path.is_dir():
        path = _in_folder(model, path)
    elif not path.exists():
        raise RefusedWeightsError(f"there is no file {path}: check the path")
    elif not path.is_file():
        raise RefusedWeightsError(f"{path} is neither a file nor a folder")
    content = look_into(path, file, model)
    name = file.name if content.format == file.format else Path(file.name).stem + SUFFIXES[content.format]
    return _Incoming(path, file, content, name)


def _in_folder(model: Model, folder: Path) -> Path:
    """The weights file in a folder: the one with the published name, or the only one."""
    folder = _snapshot(folder)
    for name in (model.files[0].name, *_USUAL):
        if (folder / name).is_file():
            return folder / name
    found = sorted(path for path in folder.iterdir() if path.suffix in _WEIGHTS and path.is_file())
    if not found:
        raise RefusedWeightsError(f"there are no weights in {folder}: {model.name} is one file, {model.files[0].name}")
    if len(found) > 1:
        names = ", ".join(path.name for path in found[:6])
        raise RefusedWeightsError(f"there are several files in {folder} ({names}): name the one that is {model.name}")
    return found[0]


def _folder(model: Model, folder: Path) -> list[_Incoming]:
    """The files of a model in diffusers' layout; other files in the folder are ignored."""
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "does not exist"
        raise RefusedWeightsError(f"{folder} {what}: {model.name} is a folder of {len(model.files)} files")
    folder = _snapshot(folder)
    incoming = []
    for file in model.files:
        path = folder / file.name
        if not path.is_file() and path.name in _OTHER_NAMES:
            path = path.with_name(_OTHER_NAMES[path.name])
        if not path.is_file():
            raise RefusedWeightsError(
                f"{folder} is not all of {model.name}: {file.name} is missing; see {model.source}"
            )
        content = look_into(path, file, model)
        if content.format == "torchscript":
            raise RefusedWeightsError(f"{path} is {spoken(content.format)}: take the model as safetensors")
        incoming.append(_Incoming(path, file, content, str(Path(file.name).with_name(path.name).as_posix())))
    return incoming


def _snapshot(folder: Path) -> Path:
    """The latest snapshot in a folder of Hugging Face's cache ("models--org--name"); any other folder as it is."""
    snapshots = [path for path in (folder / "snapshots").glob("*") if path.is_dir()]
    return max(snapshots, key=lambda path: path.stat().st_mtime) if snapshots else folder
