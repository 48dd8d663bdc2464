"""A catalogue of tiny models, and the folders they can be imported from."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.imagine.tiny_unclip import KARLO_VARIATIONS, files_of, save_karlo, save_stable
from tests.perception.tiny_clip import snapshot
from tests.weights.little import LittleCatalogue, one_file

_CLIP = [one_file("open_clip_model.safetensors"), one_file("open_clip_config.json", format="json")]


class TinyModels:
    """The ids of the real catalogue with tiny models behind them."""

    def __init__(self, place: Path, copy_of: TinyModels | None = None) -> None:
        place.mkdir(exist_ok=True)
        self.catalogue = LittleCatalogue(place / "catalogue.json", place / "models", place / "config")
        self.environment = self.catalogue.environment
        self.folder = self.catalogue.models
        if copy_of is not None:
            self.sources = {
                model_id: Path(shutil.copytree(source, place / source.name))
                for model_id, source in copy_of.sources.items()
            }
        else:
            self.sources = _saved(place)
        self._add("karlo", "Karlo", "UnCLIPPipeline", 11000)
        self._add("karlo-variations", "Karlo for variations", "UnCLIPImageVariationPipeline", 10900)
        self._add("stable-unclip", "Stable unCLIP", "StableUnCLIPImg2ImgPipeline", 7700)
        self.catalogue.add("vit-l-14", _CLIP, name="CLIP ViT-L/14", architecture="ViT-B-32", reads_text=True)

    def _add(self, model_id: str, name: str, pipeline: str, about_mb: int) -> None:
        self.catalogue.add(
            model_id,
            files_of(self.sources[model_id]),
            name=name,
            kind="imagine",
            pipeline=pipeline,
            licence="CreativeML Open RAIL-M",
            about_mb=about_mb,
        )


def _saved(place: Path) -> dict[str, Path]:
    """The models' folders by their ids."""
    (place / "clip").mkdir()
    snapshot("vit", place / "clip")
    return {
        "karlo": save_karlo(place / "karlo"),
        "karlo-variations": save_karlo(place / "karlo-variations", index=KARLO_VARIATIONS),
        "stable-unclip": save_stable(place / "stable-unclip"),
        "vit-l-14": place / "clip",
    }
