"""Photos of everyday things with their names: the tarball of Caltech-101."""

from __future__ import annotations

import tarfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.errors import TrainingError

# Kinds without a drawing in training: of these twelve, figures are in the model card.
HELD_OUT = frozenset(
    [
        "butterfly", "cougar_face", "crab", "dalmatian", "flamingo", "grand_piano", "helicopter", "ketch", "scissors",
        "strawberry", "umbrella", "windsor_chair",
    ]
)  # fmt: skip
# Not used at all: no thing, a thing of one brand, or the same as a kind that is held out.
_LEFT_OUT = frozenset(
    ["BACKGROUND_Google", "Faces_easy", "cougar_body", "flamingo_head", "garfield", "snoopy", "yin_yang", "windsor"]
)
# What the folders' names mean, where they are not names themselves; then synonyms.
_NAMES = {
    "Faces": ("face", "human face"),
    "Leopards": ("leopard", "big cat"),
    "Motorbikes": ("motorcycle", "motorbike"),
    "airplanes": ("airplane", "aeroplane", "plane"),
    "bass": ("fish", "bass"),
    "brontosaurus": ("brontosaurus", "dinosaur"),
    "buddha": ("buddha statue", "statue"),
    "camera": ("camera", "photo camera"),
    "car_side": ("car", "automobile"),
    "cellphone": ("mobile phone", "cellphone"),
    "cougar_face": ("cougar", "puma"),
    "crocodile_head": ("crocodile", "crocodile head"),
    "cup": ("cup", "mug"),
    "dollar_bill": ("banknote", "dollar bill"),
    "emu": ("emu", "bird"),
    "euphonium": ("euphonium", "tuba"),
    "ewer": ("pitcher", "ewer"),
    "gerenuk": ("gazelle", "antelope"),
    "hawksbill": ("sea turtle", "turtle"),
    "ibis": ("ibis", "bird"),
    "inline_skate": ("roller skate", "inline skate"),
    "joshua_tree": ("tree", "joshua tree"),
    "ketch": ("sailboat", "ketch"),
    "lotus": ("lotus flower", "flower"),
    "minaret": ("minaret", "tower"),
    "nautilus": ("nautilus shell", "shell"),
    "pigeon": ("pigeon", "dove", "bird"),
    "pyramid": ("pyramid", "egyptian pyramid"),
    "revolver": ("revolver", "gun"),
    "rhino": ("rhinoceros", "rhino"),
    "schooner": ("sailing ship", "schooner", "ship"),
    "soccer_ball": ("soccer ball", "football"),
    "stegosaurus": ("stegosaurus", "dinosaur"),
    "water_lilly": ("water lily", "flower"),
    "wild_cat": ("wild cat", "cat"),
    "windsor_chair": ("chair", "windsor chair"),
}


def captions(kind: str) -> tuple[str, ...]:
    """Return the name of a kind of photo by its folder's, then synonyms."""
    return _NAMES.get(kind, (kind.replace("_", " "),))


def photo_files(tarball: Path) -> Iterator[tuple[str, str, bytes]]:
    """Yield kind, file name and content of the photos, one of each kind in turn; raises TrainingError."""
    try:
        with tarfile.open(tarball) as packed:
            kinds: dict[str, list[tarfile.TarInfo]] = defaultdict(list)
            for member in packed.getmembers():
                kind = Path(member.name).parent.name
                if member.isfile() and member.name.endswith(".jpg") and kind not in _LEFT_OUT:
                    kinds[kind].append(member)
            for turn in range(max(map(len, kinds.values()), default=0)):
                for kind, members in sorted(kinds.items()):
                    if turn < len(members) and (file := packed.extractfile(members[turn])) is not None:
                        yield kind, Path(members[turn].name).name, file.read()
    except (OSError, tarfile.TarError) as error:
        raise TrainingError(f"{tarball} holds no photos ({error}); give the tarball of Caltech-101") from error
