"""A model folder in diffusers' layout: the parts in its index, and whether they are complete."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from taureau.weights import RefusedWeightsError

INDEX = "model_index.json"
_NEEDED = {  # one of these files completes a part, by the suffix of its class; other parts need weights
    "Scheduler": ("scheduler_config.json",),
    "Tokenizer": ("vocab.json", "tokenizer.json"),
    "Processor": ("preprocessor_config.json",),
    "Extractor": ("preprocessor_config.json",),
}
_WEIGHTS = ("*.safetensors", "*.bin")


@dataclass(frozen=True)
class PipelineFolder:
    """The contents of a folder's index."""

    path: Path
    pipeline: str  # diffusers' class
    parts: Mapping[str, str]  # a part's name, which is that of its folder -> its class

    def weights_size(self, names: tuple[str, ...]) -> dict[str, int]:
        """Return the bytes of the weights of each of these parts."""
        return {name: sum(file.stat().st_size for file in weights_of(self.path / name)) for name in names}

    def check(self, names: tuple[str, ...]) -> None:
        """Raise RefusedWeightsError, which names the missing parts, unless all these parts are complete."""
        missing = [name for name in names if name not in self.parts or not self._is_whole(name)]
        if missing:
            raise RefusedWeightsError(
                f"{self.path} is not a whole {self.pipeline}: {', '.join(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} missing; fetch or import it again"
            )

    def _is_whole(self, name: str) -> bool:
        folder, kind = self.path / name, self.parts[name]
        for ending, files in _NEEDED.items():
            if kind.removesuffix("Fast").endswith(ending):
                return any((folder / file).is_file() for file in files)
        return (folder / "config.json").is_file() and bool(weights_of(folder))


def read_folder(path: Path) -> PipelineFolder:
    """Read the folder's index; raises RefusedWeightsError where it is invalid."""
    try:
        index = json.loads((path / INDEX).read_text(encoding="utf-8"))
        # Each part is ["library", "Class"]; the library is ignored, for Karlo's index names one that does not exist.
        parts = {name: str(entry[1]) for name, entry in index.items() if isinstance(entry, list) and entry[1]}
        return PipelineFolder(path, str(index["_class_name"]), parts)
    except FileNotFoundError:
        raise RefusedWeightsError(f"{path} has no {INDEX}: it is not a model in diffusers' layout") from None
    except (OSError, ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise RefusedWeightsError(f"{path / INDEX} is no index of a model: fetch or import it again") from error


def weights_of(folder: Path) -> list[Path]:
    """Return the files with a part's weights: safetensors where there are some."""
    return next((found for pattern in _WEIGHTS if (found := sorted(folder.glob(pattern)))), [])
