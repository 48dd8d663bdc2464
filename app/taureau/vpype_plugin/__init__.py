"""Commands for vpype, which finds them by the entry points in pyproject.toml; they need the extra `vpype`."""

from taureau.vpype_plugin.hatch import taureau_hatch
from taureau.vpype_plugin.sketch import taureau_sketch

__all__ = ["taureau_hatch", "taureau_sketch"]
