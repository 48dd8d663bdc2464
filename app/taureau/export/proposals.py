"""What an export is where the user names nothing."""

from __future__ import annotations

from taureau.export.paper import Paper

PLOTTER_PAPER: Paper = "a4"
PLOTTER_MARGIN_MM = 15.0
PLOTTER_PEN_MM = 0.5  # a fineliner or gel pen
