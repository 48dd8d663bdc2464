"""How freely a single line may run (`taureau.document.one_line`), for options that must not import numpy."""

DEFAULT_FLOW = 50.0
MAX_FLOW = 100.0  # 0 is the most faithful
MAX_JOINED = 1000  # strokes that can become one line
