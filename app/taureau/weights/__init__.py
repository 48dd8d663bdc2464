"""Model weights: the catalogue, where they are stored, download, import, verification and removal."""

from taureau.weights.builtin import (
    NAMES_FILE,
    OWN_CLIP,
    OWN_CLIP_FOLDER,
    STROKES_FILE,
    builtin_encoder_file,
    has_own_clip,
    has_stroke_decoder,
    has_stroke_prior,
    own_clip_folder,
)
from taureau.weights.catalogue import catalogue, find_model
from taureau.weights.errors import (
    CatalogueError,
    DamagedWeightsError,
    FetchError,
    MissingWeightsError,
    RefusedWeightsError,
    StoppedError,
    StorageError,
    UnknownModelError,
    UnlistedWeightsError,
    WeightsError,
)
from taureau.weights.fetching import fetch
from taureau.weights.folder import folder_and_origin, models_folder, set_models_folder
from taureau.weights.importing import import_model
from taureau.weights.model import MaskSignature, Model, WeightsFile
from taureau.weights.pack import PackedModel, import_pack, import_packed, is_pack, pack, packable, read_pack
from taureau.weights.store import State, check_present, is_present, locate, page_of, remove, state_of, verify
from taureau.weights.transfer import Transfer, megabytes

__all__ = [
    "NAMES_FILE",
    "OWN_CLIP",
    "OWN_CLIP_FOLDER",
    "STROKES_FILE",
    "CatalogueError",
    "DamagedWeightsError",
    "FetchError",
    "MaskSignature",
    "MissingWeightsError",
    "Model",
    "PackedModel",
    "RefusedWeightsError",
    "State",
    "StoppedError",
    "StorageError",
    "Transfer",
    "UnknownModelError",
    "UnlistedWeightsError",
    "WeightsError",
    "WeightsFile",
    "builtin_encoder_file",
    "catalogue",
    "check_present",
    "fetch",
    "find_model",
    "folder_and_origin",
    "has_own_clip",
    "has_stroke_decoder",
    "has_stroke_prior",
    "import_model",
    "import_pack",
    "import_packed",
    "is_pack",
    "is_present",
    "locate",
    "megabytes",
    "models_folder",
    "own_clip_folder",
    "pack",
    "packable",
    "page_of",
    "read_pack",
    "remove",
    "set_models_folder",
    "state_of",
    "verify",
]
