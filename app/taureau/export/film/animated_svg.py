"""An SVG in which the strokes draw themselves once, by CSS alone, and then rest as the finished drawing.

Without animation, for readers that know none and for users who want none, it is the finished drawing: what is hidden at
first is hidden by the animation itself. Lines are drawn by a dash that grows to their whole length. A stroke with a
profile is an outline, which a mask uncovers: a line along its middle that is drawn the same way, as wide as the stroke.
The masks are for those alone who see motion.

    <path … pathLength="1" style="animation:d 1.2s 0.5s backwards"/>
    @media (prefers-reduced-motion:no-preference){[id="stroke2"]{mask:url(#mask1)}}
    <mask id="mask1"><path d="middle line" stroke-width="6" pathLength="1" style="animation:d …"/></mask>
"""

from __future__ import annotations

import base64
from collections.abc import Iterator

from taureau.document import Additions, Stroke, drawing_to_svg
from taureau.export.film.score import EASE, Cue
from taureau.export.film.stage import Stage
from taureau.geometry import Box, SvgPathPen, decimal_text
from taureau.photo import jpeg_bytes

_EASING = "cubic-bezier({})".format(",".join(decimal_text(number, 3) for number in EASE))
_STYLE = (
    # The gap is longer than the path, and the dash a little before its start: else round caps would show as dots.
    f"@keyframes d{{from{{stroke-dasharray:1 2;stroke-dashoffset:1.01;animation-timing-function:{_EASING}}}"
    "to{stroke-dasharray:1 2;stroke-dashoffset:0}}",
    f"@keyframes a{{from{{opacity:0;animation-timing-function:{_EASING}}}}}",
    "@keyframes p{from{opacity:1}}",
    "@media (prefers-reduced-motion:reduce){*{animation:none!important}}",
)
_DECIMALS = 2  # of a px in masks, which are wider than the strokes
_TIME_DECIMALS = 3  # of a s
_ROOM = 1.1, 1.0  # by which a mask is wider than its stroke: a factor, and px


def animated_svg(stage: Stage) -> str:
    """Return the film as SVG text, in px."""
    masked = [cue for cue in stage.score.cues if cue.stroke.profile is not None and not cue.fades]
    attributes = {cue.stroke.id: _attributes(cue) for cue in stage.score.cues if cue not in masked}
    additions = Additions((*_style(masked), *_masks(masked), *_photo(stage)), attributes)
    return drawing_to_svg(stage.drawing, unit="px", painted=stage.paper, additions=additions)


def _style(masked: list[Cue]) -> Iterator[str]:
    yield "  <style>"
    yield from (f"    {line}" for line in _STYLE)
    if masked:
        masks = (f'[id="{cue.stroke.id}"]{{mask:url(#mask{number})}}' for number, cue in enumerate(masked, 1))
        yield f"    @media (prefers-reduced-motion:no-preference){{{''.join(masks)}}}"
    yield "  </style>"


def _attributes(cue: Cue) -> str:
    return f'style="{_animation("a", cue.start, cue.end)}"' if cue.fades else _drawn(cue)


def _drawn(cue: Cue) -> str:
    return f'pathLength="1" style="{_animation("d", cue.start, cue.end)}"'


def _animation(name: str, start: float, end: float) -> str:
    takes, begins = (decimal_text(seconds, _TIME_DECIMALS) for seconds in (end - start, start))
    return f"animation:{name} {takes}s {begins}s backwards"


def _masks(cues: list[Cue]) -> Iterator[str]:
    if not cues:
        return
    yield '  <defs fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round">'
    for number, cue in enumerate(cues, 1):
        width = decimal_text(cue.stroke.widest * _ROOM[0] + _ROOM[1], _DECIMALS)
        yield f'    <mask id="mask{number}"><path d="{_data(cue.stroke)}" stroke-width="{width}" {_drawn(cue)}/></mask>'
    yield "  </defs>"


def _data(stroke: Stroke) -> str:
    pen = SvgPathPen(_DECIMALS)
    stroke.curve.draw(pen)
    return pen.data


def _photo(stage: Stage) -> Iterator[str]:
    """The photo as a layer that our reader takes for the drawing's photo."""
    if stage.photo is None or stage.photo_box is None:
        return
    fading = ""
    if stage.photo_fades:
        fading = f' opacity="0" style="animation:p {decimal_text(stage.score.lines_drawn, _TIME_DECIMALS)}s linear"'
    data = base64.b64encode(jpeg_bytes(stage.photo)).decode("ascii")
    yield f'  <g inkscape:groupmode="layer" inkscape:label="%reference" id="reference"{fading}>'
    yield f'    <image {_place(stage.photo_box)} preserveAspectRatio="none" href="data:image/jpeg;base64,{data}"/>'
    yield "  </g>"


def _place(box: Box) -> str:
    sides = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
    return " ".join(f'{name}="{decimal_text(value, _DECIMALS)}"' for name, value in sides.items())
