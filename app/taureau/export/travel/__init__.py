"""The order of strokes for a short way of the lifted pen."""

from taureau.export.travel.sorting import sorted_for_travel, travel

__all__ = ["sorted_for_travel", "travel"]
