"""The model card that ships beside the weights: what it was made of, how, what it can do and what it cannot."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from taureau.document.whole_file import write_whole
from taureau.perception.stroke_decoder import stroke_decoder_from_file
from taureau.perception.taureau_clip import CONFIG_FILE
from taureau.weights import STROKES_FILE

from training.encoder.warm_start import phases
from training.errors import NoCheckpointError, NoFiguresError
from training.evaluation.tables import Table
from training.icons.package import PACKAGE
from training.pictures.renders import Renders

CARD = "MODEL_CARD.md"
UNSEEN = "names-unseen"  # a folder of weights that have not learnt the names held out

_HEAD = """\
# taureau-clip

A small CLIP for drawings: it places drawings, photos and sentences in one space of {width} dimensions, on any machine,
without a download. It names drawings and photos, and tells how well a drawing is recognised.

- **Image tower**: EfficientNet-Lite0 from its ImageNet weights, for pictures of {size} px, and a projection of two
  layers; fp16.
- **Text tower**: all-MiniLM-L6-v2, frozen, its vocabulary cut to {vocabulary:,} tokens, a linear projection; fp16,
  the table of its words in one byte a number.
- **Photos** are placed by the ImageNet classes that the untouched EfficientNet-Lite0 finds in them, each at the place
  of its name (ConSE); how far an image is a photo is judged by how much of it is softly shaded. A shaded thing before
  a plain ground is placed as a photo as far as its class is sure.
- **Size**: {megabytes:.1f} MB in all, of which the image tower {image:.1f} MB.
"""

_TRIED = """\
## Tried

- **As a judge while a photo is drawn: not used.** The preset standard compares features of ImageNet in the drawing and
  in the photo's line rendition. Tried on the ten samples at 16 strokes, with the weights after 1,944 steps: four or six
  stages of this tower instead, or besides the cosine to the line rendition or to the photo's place among the words,
  with weight 1 or 4. The loss fell to 0.940 of the start's as it is and to 0.944 to 1.003 so, the share of the photo's
  edges that are drawn fell from 0.480 to between 0.453 and 0.477, and but for the four stages a drawing took 40 to
  70 % more computing. To the eye, not knowing which was which, at most three drawings were better than the plain ones
  (cosine with weight 1: three better and three worse by the rendition, three and one by the words), up to seven worse
  (words, weight 4). Only the place of the right name by this same encoder rose, from a median of 101 to 22 at best: it
  is flattered.
- **Photos seen whole: no better.** Of 142 photos of single things (the samples, others of scikit-image and GCompris)
  the right one of 1,046 names stood at the median place 4 by the middle square, 8 squeezed whole, and 6.5 to 12 padded
  with white, grey, the border's mean or a mirror; of eight labels it was first in 74, 73 and 65 to 71 %. Means of two
  of these were no better on the whole (places 3.5 to 6, first of eight in 72 to 75 %).
- **Things on a plain ground, placed by their class too.** 38 of these photos had been taken for drawings. Their right
  names rose from a median place of 96 to 12, those of all 142 from 4 to 2, and first of eight labels are now 79 %; the
  bounds were chosen with the same photos in view. What it costs: of 100 glossy emoji saved as pictures (fluent-emoji)
  27 are named at once among 1,000 names instead of 34.
- **Photo features held near ImageNet's: not done.** The tower's pooled features of the sample photos stand at a mean
  cosine of 0.27 to those of the untouched network. In 110 steps more from the weights after 1,944, a term that pulls
  features of photos and coloured emoji back brought that to 0.57; of every sixth picture of the families never seen
  17.9 % were named at once then, beside 18.8 % without the term, and drawings of the sample photos were known no better
  (median places 94, 57, 216 and 156 beside 68, 73, 201 and 117, by strokes). In as many steps neither reached the
  20.1 % that the weights had before.
- **Harder negatives for the attributes: not done.** With the tower frozen and the projections alone taught 2,000 scenes
  beside their three exchanges, the true sentence lay nearer in 62, 62 and 59 % of new scenes (colours, things, place),
  and with a second layer on the words' side in 62, 78 and 81 %: the linear map of words is part of what is missing.
  Nothing held single names and pictures in their places then; where they were held, 56, 57 and 53 % were left.
"""

_LIMITS = """\
## Limits

- It knows things that pictograms show: objects, animals, plants, vehicles, food, gestures. It knows no particular
  people, brands, places or texts, and of abstract words only the common sign.
- It was taught single things in the middle of white paper. Scenes, and anything small in a large picture, it knows
  less well.
- Sentences are read by a small encoder that cares little for word order: who is above whom it tells only as well as
  the table of attributes says.
- A photo is as well known as its best among ImageNet's 1,000 classes; a scanned drawing on grained paper, or a
  glossy emoji, may be taken for a photo.
- How well a drawing of words is recognised, this encoder says of a drawing that it chose and bettered itself: it is
  flattered.
- Pictograms follow conventions of those who draw them, and carry their stereotypes with them.
"""


def write_card(folder: Path, shipped: Path, figures: Path) -> Path:
    """Write the card of the files in `shipped`, beside them; its path. `folder` holds what was learnt from.

    `figures` is what `python -m training.evaluate --json` wrote. Raises NoCheckpointError, NoFiguresError.
    """
    try:
        config = json.loads((shipped / CONFIG_FILE).read_text(encoding="utf-8"))
    except OSError as error:
        raise NoCheckpointError(f"nothing lies in {shipped} yet; run the step `export` first") from error
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
                width=config["width"],
                size=config["size"],
                vocabulary=config["text"]["vocab_size"],
                megabytes=sum(config["bytes"].values()) / 1e6,
                image=config["bytes"]["image.safetensors"] / 1e6,
            ),
            _data(packed, splits),
            _training(config["training"]),
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


def _data(packed: Sequence[Renders], splits: Sequence[str]) -> str:
    """How many pictures of which styles were learnt from."""
    counts: Counter[str] = Counter()
    sets, names = set(), set()
    for part in packed:
        for index in (int(index) for split in splits for index in part.where(split=split)):
            counts[part.styles[part.style[index]]] += 1
            sets.add(part.collections[part.collection[index]])
            names.add(part.names[part.name[index]])
    rows = tuple((style, f"{count:,}") for style, count in counts.most_common())
    table = Table("Pictures learnt from", "By style.", ("style", "pictures"), rows)
    return f"""\
## Data

{sum(counts.values()):,} pictures of {len(names):,} names, from {len(sets)} sets of the npm package `{PACKAGE}`:
pictograms and emoji under permissive licences alone (MIT, Apache-2.0, ISC, BSD, CC0, OFL, Unlicense, CC-BY;
ATTRIBUTION.md beside this card names the authors of the latter), without logos, flags, arrows and letters. Drawings
by Taureau's own strokes were made from the coloured emoji among them. Scenes of two coloured shapes beside their
exchanges were made for the attributes. MiniLM (Apache-2.0) and EfficientNet-Lite0 are the work of others.

{table.markdown()}"""


def _training(learnt: dict[str, Any]) -> str:
    plan = learnt["plan"]
    parts = phases(learnt)
    steps = sum(one["steps"] for one in parts)
    seen = sum(one["steps"] * one["plan"]["batch"] for one in parts)
    minutes = sum(one["seconds"] for one in parts) / 60
    anew = "".join(
        f"After {sum(one['steps'] for one in parts[:count]):,} steps it went on from the weights as they are exported, "
        "in half precision,\nwith its optimiser anew and the rate raised again and let fall.\n"
        for count in range(1, len(parts))
    )
    return f"""\
## Training

Symmetric InfoNCE, equal names sharing the target's mass; AdamW, {steps:,} steps of {plan["batch"]} pictures
of {plan["side"]} px ({seen:,} in all) in {minutes:.0f} minutes on a shared CPU, in legs;
seed {plan["seed"]}. {anew}The stem and the first three stages stayed as ImageNet left them.
Pictures were turned, shifted, seen aslant, mirrored, made grey, outlined, inverted, drawn with another pen, broken,
put on other paper, blurred and grained by chance. `python -m training.pictograms all --folder FOLDER` makes such a
model anew.
"""


def _strokes_section(shipped: Path) -> list[str]:
    """The card's part about the decoder beside the weights in a folder; nothing where there is none."""
    file = shipped / STROKES_FILE
    if not file.exists():
        return []
    decoder = stroke_decoder_from_file(file)
    drawings = sum(decoder.hands.values())
    return [
        f"""\
## Strokes from words

`{STROKES_FILE}` ({file.stat().st_size / 1e6:.1f} MB) draws by heart: from what the text tower makes of a sentence, and
the number of one of {len(decoder.hands)} hands, it gives up to {decoder.strokes} cubic strokes. It is a network of
{decoder.shape["blocks"]} residual blocks of {decoder.shape["hidden"]} numbers, kept as one byte each, taught by the
lines and outlines of {drawings:,} of the same pictograms: a hand is the manner of one set. Strokes are matched with
those of the pictogram whatever their order. A thing that many sets draw comes out clearly most often, a rarer one or a
scene as a tangle, and words of other languages are not read. It has no fantasy: two drawings of a word differ as the
hands differ, and one may look much like a pictogram that was learnt; ATTRIBUTION.md names the authors.
`python -m training.strokes all --folder FOLDER` makes such a decoder anew.
"""
    ]


def _about_unseen(folder: Path) -> list[str]:
    """What is to be known of the table in which other weights were measured, if there are any."""
    if not (folder / CONFIG_FILE).exists():
        return []
    steps = json.loads((folder / CONFIG_FILE).read_text(encoding="utf-8"))["training"]["steps"]
    return [
        f"What is measured on names never learnt is of the weights after {steps:,} steps, which are not those that\n"
        "ship: these went on to learn the names held out, too. Families held out they have never learnt from.\n"
    ]


def _table(facts: Mapping[str, Any]) -> Table:
    """A table from the facts that it gave away."""
    rows = facts["rows"]
    return Table(facts["title"], facts["note"], tuple(rows[0]), tuple(tuple(row.values()) for row in rows))
