"""Drawings of every kind, for property-based tests."""

from hypothesis import strategies as st
from taureau.document import PENS, Drawing, Guide, Layer, Stroke
from taureau.document.stroke_ids import is_stroke_id
from taureau.geometry import Curve, Profile

coordinates = st.floats(-1e5, 1e5) | st.integers(-1000, 1000).map(float)
texts = st.text(max_size=12) | st.sampled_from(["", "1-2", "%plot", "a\n\tb\r", "<&\"'>", "\x00\x1f\ufffe", "]]>"])


def curves(coordinates: st.SearchStrategy[float] = coordinates) -> st.SearchStrategy[Curve]:
    """Curves of one to three segments."""
    points = st.tuples(coordinates, coordinates)
    return (
        st.integers(1, 3)
        .flatmap(lambda count: st.lists(points, min_size=3 * count + 1, max_size=3 * count + 1))
        .map(Curve)
    )


colors = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)
ids = st.sampled_from(["", "stroke1", "stroke2", "stroke02", "stroke999999999", "nose", "Nase-1.ä"]) | st.text(
    max_size=6
).map(lambda text: text if is_stroke_id(text) else "")
groups = st.lists(st.sampled_from(["group1", "group2", "nose", "Auge"]), max_size=3).map(tuple)
profiles = st.dictionaries(st.floats(0, 1), st.floats(0.01, 10), min_size=1, max_size=4).map(
    lambda points: Profile(tuple(sorted(points.items())))
)
strokes = st.builds(
    Stroke,
    curve=curves(),
    width=st.floats(1e-9, 1e3),
    color=colors,
    opacity=st.floats(0, 1),
    gain=st.none() | st.floats(-1, 1),
    id=ids,
    profile=st.none() | profiles,
    pen=st.none() | st.sampled_from(list(PENS)),
    groups=groups,
)
layers = st.builds(
    Layer,
    name=texts,
    strokes=st.lists(strokes, max_size=5).map(tuple),
    visible=st.booleans(),
    locked=st.booleans(),
)
drawings = st.builds(
    Drawing,
    width=st.floats(1e-6, 1e5),
    height=st.floats(1e-6, 1e5),
    layers=st.lists(layers, max_size=3).map(tuple),
    facts=st.dictionaries(texts, texts, max_size=3),
    paper=st.none() | colors,
    guides=st.lists(st.builds(Guide.across, coordinates) | st.builds(Guide.down, coordinates), max_size=2).map(tuple),
)
