"""MP4 and WebM, written by PyAV with whichever encoder its wheel has."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from taureau.export.errors import ExportError
from taureau.export.film.painter import Painter
from taureau.export.film.reel import moments
from taureau.export.film.request import FilmFormat
from taureau.export.film.stage import Stage
from taureau.export.plotter import Progress
from taureau.extras import how_to_add
from taureau.wording import said

if TYPE_CHECKING:
    from types import ModuleType

    from PIL import Image

_ENCODERS: dict[FilmFormat, dict[str, dict[str, str]]] = {
    "mp4": {
        "libx264": {"crf": "18", "preset": "veryfast", "tune": "animation"},
        "libopenh264": {"rc_mode": "quality"},
        "mpeg4": {"qscale": "3"},
    },
    "webm": {
        "libvpx-vp9": {"crf": "24", "deadline": "realtime", "cpu-used": "7", "row-mt": "1"},
        "libsvtav1": {"crf": "28", "preset": "10"},
    },
}  # by preference
_THREADS = 2  # the bytes may depend on their number
_BT709 = 1  # of colour space, primaries and transfer


def video_bytes(stage: Stage, kind: FilmFormat, fps: float, progress: Progress) -> bytes:
    """The film as a video of 4:2:0 without sound; raises ExportError without PyAV or an encoder."""
    encoder, av = encoder_of(kind), _pyav()
    rate = Fraction(fps).limit_denominator(1001)
    buffer = io.BytesIO()
    with av.open(buffer, "w", format=kind, options={"fflags": "+bitexact"}) as container:  # no random ids
        stream = container.add_stream(encoder, rate=rate, options=_ENCODERS[kind][encoder])
        stream.width, stream.height = stage.size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.thread_count = _THREADS
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        times = moments(stage.score, fps)
        total = len(times) + round(stage.score.hold * fps)
        painter = Painter(stage)
        frame = _frame(av, painter.picture)
        for number in range(total):
            if number < len(times) and painter.advance(times[number]):
                frame = _frame(av, painter.picture)
            frame.pts = number
            container.mux(stream.encode(frame))
            progress((number + 1) / total)
        container.mux(stream.encode())
    return buffer.getvalue()


def encoder_of(kind: FilmFormat) -> str:
    """Return the name of the encoder for a video; raises ExportError without PyAV or an encoder in it."""
    available = _pyav().codecs_available
    encoder = next((name for name in _ENCODERS[kind] if name in available), None)
    if encoder is None:
        raise ExportError(said("this PyAV has no encoder for {kind}: take another format", kind=kind.upper()))
    return encoder


def _frame(av: ModuleType, picture: Image.Image) -> Any:
    colors = av.video.reformatter.Colorspace.ITU709
    return av.VideoFrame.from_image(picture).reformat(format="yuv420p", dst_colorspace=colors)


def _pyav() -> ModuleType:
    try:
        import av
    except ImportError as error:
        raise ExportError(
            said("MP4 and WebM need PyAV: {how}, or name the film .webp or .gif", how=how_to_add("film"))
        ) from error
    return av
