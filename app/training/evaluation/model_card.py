"""The model card that ships beside the weights: data, training, figures and limits."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from taureau.document.whole_file import write_whole
from taureau.perception.relations import relations_from_file
from taureau.perception.stroke_decoder import stroke_decoder_from_file
from taureau.perception.taureau_clip import CONFIG_FILE, RELATIONS_FILE
from taureau.weights import NAMES_FILE, STROKES_FILE

from training.encoder.warm_start import phases
from training.errors import NoCheckpointError, NoFiguresError
from training.evaluation.tables import Table
from training.icons.package import PACKAGE
from training.pictures.renders import Renders

CARD = "MODEL_CARD.md"
UNSEEN = "names-unseen"  # the folder of weights trained without the held-out names

_HEAD = """\
# taureau-clip

A small CLIP for drawings: it embeds drawings, photos and sentences in one space of {dimensions} dimensions, on any
machine, without a download. It names drawings and photos, and rates how well a drawing is recognised.

- **Image tower**: EfficientNet-Lite0 from its ImageNet weights, for pictures of {size} px, and a projection of two
  layers; fp16.
- **Text tower**: all-MiniLM-L6-v2, frozen, with its vocabulary reduced to {vocabulary:,} tokens, and a linear
  projection; fp16, the word table int8.
- **Relations**: 96 of the dimensions are for what is where. Two networks of two layers read the tower's features by
  place and the sentence; of single things they say next to nothing. int8.
- **Photos** are embedded by the ImageNet classes that the original EfficientNet-Lite0 finds in them, as the weighted
  mean of the embeddings of the class names (ConSE). How far an image is a photo is judged by the share of soft shading
  in it. A shaded thing on a plain ground is embedded as a photo in proportion to the confidence of its class.
- **Size**: {megabytes:.1f} MB in all, of which the image tower {image:.1f} MB.
"""

_TRIED = """\
## Tried

- **As the judge while a photo is drawn: not used.** The preset standard compares ImageNet features of the drawing and
  of the photo's line rendition. Alternatives were tried on the ten samples at 16 strokes, with the weights after 1,944
  steps: four or six stages of this tower instead, or in addition the cosine to the line rendition or to the photo's
  embedding, with weight 1 or 4. The loss fell to 0.940 of its initial value without and to 0.944 to 1.003 with them,
  the share of the photo's edges that are drawn fell from 0.480 to between 0.453 and 0.477, and except for the four
  stages a drawing took 40 to 70 % more computing. In a blind comparison by eye at most three drawings were better than
  the plain ones (cosine with weight 1: three better and three worse for the rendition, three and one for the photo's
  embedding), up to seven worse (the embedding, weight 4). Only the rank of the right name by this same encoder
  improved, from a median of 101 to 22 at best; that measure is biased.
- **Whole photos: no better.** For 142 photos of single things (the samples, others of scikit-image and GCompris) the
  right one of 1,046 names had the median rank 4 with the central square, 8 with the photo squeezed into a square, and
  6.5 to 12 when padded with white, grey, the border's mean or a reflection; among eight labels it was first in 74, 73
  and 65 to 71 %. Means of two of these were no better on the whole (ranks 3.5 to 6, first of eight in 72 to 75 %).
- **Things on a plain ground, embedded by their class too.** 38 of these photos had been taken for drawings. The median
  rank of their right names improved from 96 to 12, of all 142 from 4 to 2, and 79 % are now first of eight labels; the
  bounds were chosen on the same photos. The cost: of 100 glossy emoji saved as pictures (fluent-emoji), 27 are named
  correctly among 1,000 names instead of 34.
- **Photo features kept near ImageNet's: not done.** The tower's pooled features of the sample photos have a mean cosine
  of 0.27 to those of the original network. In 110 more steps from the weights after 1,944, a term that pulls features
  of photos and coloured emoji back raised that to 0.57; of every sixth picture of the held-out families 17.9 % were
  then named correctly, against 18.8 % without the term, and drawings of the sample photos were recognised no better
  (median ranks 94, 57, 216 and 156 against 68, 73, 201 and 117, by strokes). In as many steps neither reached the
  20.1 % that the weights had before.
- **Attributes by the projections alone: not done.** With the tower frozen and only the projections trained on 2,000
  scenes beside their three exchanges, the true sentence was nearer in 62, 62 and 59 % of new scenes (colours, things,
  place), and with a second layer on the text side in 62, 78 and 81 %. Nothing kept the embeddings of single names and
  pictures in place then; with them kept, it was 56, 57 and 53 %.
- **Attributes by dimensions of their own: done.** Beside the projections, which stayed, two networks of two layers read
  the tower's features by place and the sentence: 76.4, 99.8 and 99.6 % (71.4, 99.2 and 99.2 % of 500 other scenes).
  They were taught on 10,000 scenes, and to be nothing for 11,000 drawings of single things and for the names; 29 % of
  the sentences that are tested were among those of the scenes. Naming stayed as it was: of every third picture of the
  held-out families 25.4 % are named correctly, 25.3 % without. They know plain shapes, not things as one draws them.
- **Drawings at a better rank: in part.** The aim was a median rank of 30 for the samples in 16 strokes. Drawings of
  today had 126 (by the preset standard 168); with those from before contours were learnt it was 64. Shown by their
  ink, with a margin of 12 % and lines of 1.8 % of the picture, they had 90 (89). With the projection taught on
  drafts, the tower frozen, it is 60 (59); the dog is worse than before, 13 instead of 3. Neither the samples nor
  drawings of them were taught, but other photos of cups and wild cats, and emoji of most of these things. Drafts of
  twelve kinds of photos that were never taught went from 43 to 23 of 1,012, measured while training. Held-out
  families are named as well as before (20.2, 20.8, 20.1, 40.8 and 18.0 % in the order of the table). Attributes are
  as before, but for the colours: 76.0 instead of 76.4 %. A rate of 1e-3 made kinds that were never taught worse (68
  after 250 steps). Means over several widths, margins or mirror images of a drawing were no better on the whole (54
  to 64). Not tried: the last stage of the tower too, on which the relations rest, and more than the 635 drafts that
  there was time to draw. The steps were chosen by the twelve kinds; the ranks of the samples were looked at on the
  way.
"""

_LIMITS = """\
## Limits

- It knows things that pictograms show: objects, animals, plants, vehicles, food, gestures. It knows no particular
  people, brands, places or texts, and abstract words only by their common signs.
- It was trained on single things in the middle of white paper. It knows scenes, and small things in a large picture,
  less well.
- Sentences are embedded by a small encoder that is hardly sensitive to word order: it tells who is above whom only as
  well as the table of attributes shows.
- A photo is recognised as well as its best class among ImageNet's 1,000; a scanned drawing on grained paper, or a
  glossy emoji, may be taken for a photo.
- Its score of a drawing hardly tells whether people can name it: the area under the ROC curve is 0.6 at best.
- Pictograms follow the conventions of their designers and carry their stereotypes.
"""


_PICTURES = """\
Looked at, with the first five drawings of each: of 10 photos 8 became drawings of the same kind of thing (a windmill
became a tower, a helicopter a bus), of 10 plain drawings 7 (a mug became a bin, a flower a cross, a house a
garage). Of 10 blends 6 can be read as what was meant at both ends, the others at one; the step in the middle is mostly
neither. Of 10 changes by words 7 show at theta 0.5 what was asked for (a cup did not become a wine glass, nor a tree a
palm tree); a cat toward a lion was a tangle. Sketches of photos in few, thin strokes are mostly taken for
something else.
These pictures were chosen by hand, and the prior was adjusted while looking at most of them: expect less of others. Of
18 photos of everyday things (Caltech-101), likewise looked at, 12 were taken for the right kind of thing."""


def write_card(folder: Path, shipped: Path, figures: Path) -> Path:
    """Write the card of the exported files in `shipped` beside them, and return its path.

    `folder` holds the training data, `figures` is the output of `python -m training.evaluate --json`. Raises
    NoCheckpointError and NoFiguresError.
    """
    try:
        config = json.loads((shipped / CONFIG_FILE).read_text(encoding="utf-8"))
    except OSError as error:
        raise NoCheckpointError(f"there is no model in {shipped}; run the step `export` first") from error
    try:
        tables = [_table(facts) for facts in json.loads(figures.read_text(encoding="utf-8"))]
    except (OSError, ValueError, KeyError, IndexError) as error:
        raise NoFiguresError(
            f"{figures} holds no figures ({error}); run `python -m training.evaluate --json` first"
        ) from error
    packed = [Renders.read(path) for path in (folder / "renders.npz", folder / "drawings.npz") if path.exists()]
    splits = config["training"]["plan"]["splits"]
    text = "\n".join(
        [
            _HEAD.format(
                dimensions=config["width"] + _relations(shipped),
                size=config["size"],
                vocabulary=config["text"]["vocab_size"],
                megabytes=sum(config["bytes"].values()) / 1e6,
                image=config["bytes"]["image.safetensors"] / 1e6,
            ),
            _data(packed, splits),
            _training(config["training"]),
            *_drawings_section(config),
            *_strokes_section(shipped),
            "## Figures\n",
            *_about_unseen(folder / UNSEEN),
            *(table.markdown() for table in tables),
            _TRIED,
            _LIMITS,
        ]
    )
    write_whole(shipped / CARD, text.encode())
    return shipped / CARD


def _relations(shipped: Path) -> int:
    """Return the number of the dimensions for relations."""
    file = shipped / RELATIONS_FILE
    return relations_from_file(file).width if file.exists() else 0


def _data(packed: Sequence[Renders], splits: Sequence[str]) -> str:
    """Return the section on the training data."""
    counts: Counter[str] = Counter()
    sets, names = set(), set()
    for part in packed:
        for index in (int(index) for split in splits for index in part.where(split=split)):
            counts[part.styles[part.style[index]]] += 1
            sets.add(part.collections[part.collection[index]])
            names.add(part.names[part.name[index]])
    rows = tuple((style, f"{count:,}") for style, count in counts.most_common())
    table = Table("Training pictures", "By style.", ("style", "pictures"), rows)
    return f"""\
## Data

{sum(counts.values()):,} pictures of {len(names):,} names, from {len(sets)} sets of the npm package `{PACKAGE}`:
pictograms and emoji under permissive licences only (MIT, Apache-2.0, ISC, BSD, CC0, OFL, Unlicense, CC-BY;
ATTRIBUTION.md beside this card credits the authors), without logos, flags, arrows and letters. The coloured emoji
among them were also drawn by Taureau with strokes. Scenes of two coloured shapes beside false variants were made for
the attributes. MiniLM (Apache-2.0) and EfficientNet-Lite0 are the work of others.

{table.markdown()}"""


def _training(record: dict[str, Any]) -> str:
    plan = record["plan"]
    parts = phases(record)
    steps = sum(one["steps"] for one in parts)
    seen = sum(one["steps"] * one["plan"]["batch"] for one in parts)
    minutes = sum(one["seconds"] for one in parts) / 60
    continued = "".join(
        f"After {sum(one['steps'] for one in parts[:count]):,} steps it continued from the exported weights "
        "(half precision),\nwith a new optimiser and a new warm-up and decay of the rate.\n"
        for count in range(1, len(parts))
    )
    return f"""\
## Training

Symmetric InfoNCE in which equal names share the target's mass; AdamW, {steps:,} steps of {plan["batch"]} pictures
of {plan["side"]} px ({seen:,} in all) in {minutes:.0f} minutes on a shared CPU, in several runs;
seed {plan["seed"]}. {continued}The stem and the first three stages keep their ImageNet weights.
Random augmentations: perspective, mirroring, greyscale, outlines, inversion, line width, gaps, paper colour, blur
and noise. `python -m training.pictograms all --folder FOLDER` trains such a model.
"""


def _drawings_section(config: Mapping[str, Any]) -> list[str]:
    """Return the section on the projection that was taught drawings afterwards, if it was."""
    record = config.get("drawings")
    if record is None:
        return []
    return [
        f"""\
Afterwards its projection alone was taught drawings as they are made today, in {record["steps"]:,} steps of
{record["batch"]} pictures. The {record["features"]:,} pictures are random augmentations of {record["drafts"]:,} drafts
of photos (Caltech-101, without twelve kinds) and of coloured emoji, of traced pictograms with strokes lost and
displaced, and of pictograms. The loss is the cross-entropy of a picture's name among {record["names"]:,}, and for
pictures of pictograms the distance from where they were. The tower, the text side and the names stayed.
`python -m training.drawings all --folder FOLDER --photos caltech101.tar` does it.
"""
    ]


def _strokes_section(shipped: Path) -> list[str]:
    """Return the section on the stroke decoder in a folder, if there is one."""
    file = shipped / STROKES_FILE
    if not file.exists():
        return []
    decoder = stroke_decoder_from_file(file)
    drawings = sum(decoder.styles.values())
    return [
        f"""\
## Strokes from words

`{STROKES_FILE}` ({file.stat().st_size / 1e6:.1f} MB) draws: from the text tower's embedding of a sentence, or the
embedding of an image in the common space, and one of {len(decoder.styles)} styles it predicts up to {decoder.strokes}
cubic strokes. It is a network of {decoder.shape["blocks"]} residual blocks of width {decoder.shape["hidden"]}, stored
as int8, trained on the strokes of {drawings:,} drawings of pictograms, three of the held-out sets among them: lines,
middles of thin shapes, outlines of filled ones, and of coloured emoji the borders of their colours. A style is that of
one set; coloured emoji have two, in up to 24 strokes and in up to 16. Predicted strokes are matched with those of the
drawing in any order; a loss draws together the ends that meet. Things that many sets draw usually come out clearly,
rarer things as a tangle. It invents nothing: two drawings of a word differ as the styles differ, and one may look much
like a pictogram of the training data; ATTRIBUTION.md credits the authors.
It was taught in several runs: first with three blocks, to which three were added, and with the coloured emoji last.
`python -m training.strokes all --folder FOLDER` trains such a decoder.
""",
        *_pictures_section(shipped),
    ]


def _pictures_section(shipped: Path) -> list[str]:
    """Return the section on strokes from pictures, if the names that lead to them are in the folder."""
    file = shipped / NAMES_FILE
    if not file.exists():
        return []
    return [
        f"""\
## Strokes from pictures

`{NAMES_FILE}` ({file.stat().st_size / 1e6:.1f} MB) holds the names that the decoder has learnt best. `vary`, `blend`
and `steer` take a picture for the one to three of them that lie nearest to its embedding, and decode their sentences:
from image embeddings alone, before training had ended, about 3 of 28 pictures came out recognisably. So what is kept of
a picture is the kind of thing it shows; shape, pose, number, colours and background are lost, and two pictures of one
kind give the same drawings.
{_PICTURES}
"""
    ]


def _about_unseen(folder: Path) -> list[str]:
    """Return a note on the weights used for held-out names, if there are such."""
    if not (folder / CONFIG_FILE).exists():
        return []
    steps = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["training"]["steps"]
    return [
        f"Figures on names never learnt are of the weights after {steps:,} steps, not of those that ship, which\n"
        "were trained on the held-out names afterwards. Held-out families were never used for training.\n"
    ]


def _table(facts: Mapping[str, Any]) -> Table:
    """Return the table of `Table.facts`."""
    rows = facts["rows"]
    return Table(facts["title"], facts["note"], tuple(rows[0]), tuple(tuple(row.values()) for row in rows))
