"""The choice of the encoder that judges, and checks that it can do what is requested."""

from __future__ import annotations

from taureau.engine.encoders import PUBLISHED_SALIENCY, encoders_for, first_present
from taureau.engine.errors import CannotDrawError
from taureau.engine.recipes import recipe_for
from taureau.engine.request import BUILTIN, SketchRequest
from taureau.perception import Encoder, load_encoder
from taureau.weights import OWN_CLIP, find_model, is_present


def encoder_name(request: SketchRequest, device: str) -> str:
    """Return the id of the encoder that judges; raises CannotDrawError where no suitable one is on this machine."""
    if request.encoder != BUILTIN:
        model = find_model(request.encoder)
        if model.kind != "encoder" or not (model.architecture or model.id == OWN_CLIP):
            raise CannotDrawError(
                f"{model.id} is no encoder to draw with.", "Choose another, or leave it to the preset."
            )
        return model.id
    wanted = encoders_for(request.preset, device, alone=request.photo is None)
    chosen = first_present(wanted)
    if chosen is None:
        which = wanted[0] if len(wanted) == 1 else f"one of {', '.join(wanted)}"
        raise CannotDrawError(
            f"The preset {request.preset} needs an encoder that is not on this machine: {which}.",
            f"Get it with `taureau models fetch {wanted[0]}`{_instead(request)}.",
        )
    return chosen


def choose_encoders(request: SketchRequest, device: str) -> tuple[Encoder, Encoder]:
    """Return the encoder that judges, and the one whose saliency the published start uses.

    Raises CannotDrawError where no suitable one is on this machine, WeightsError where a requested one is not.
    """
    encoder = load_encoder(encoder_name(request, device), device, half=True)
    published = request.preset == "clipasso" and request.photo is not None
    if published and is_present(PUBLISHED_SALIENCY):
        return encoder, load_encoder(PUBLISHED_SALIENCY, device)
    return encoder, encoder


def check_encoder(request: SketchRequest, encoder: Encoder) -> None:
    """Raise CannotDrawError where an encoder lacks layers or a text tower that the request needs."""
    if request.prompt and not encoder.reads_text:
        raise CannotDrawError(
            f"The encoder {encoder.name} does not read text.", "Choose another, or leave out the prompt."
        )
    recipe = recipe_for(request.preset, encoder.name, encoder.layers, photo=request.photo is not None)
    missing = [layer for layer in recipe.layers if layer not in encoder.layers]
    if missing:
        raise CannotDrawError(
            f"The encoder {encoder.name} has no {' and '.join(missing)}, which the preset {request.preset} reads.",
            f"Choose another encoder, or the preset {'standard' if request.preset == 'fine' else 'fine'}.",
        )


def _instead(request: SketchRequest) -> str:
    """Return what to request instead, without CLIP; empty for a prompt alone."""
    if request.photo is None:
        return ""
    return ", or leave out the prompt" if request.prompt else ", or choose the preset standard"
