"""The numbers of the fast path, which plain torch and compiled code share; without torch."""

from __future__ import annotations

SUBPIXELS = 4  # squares per side of a pixel
SIDE = 1 / SUBPIXELS  # σ of `area`, pixels
SOFTNESS = 0.07  # ε of `area`, pixels
EXTENT = (SIDE**2 / 2 + SOFTNESS**2) ** 0.5  # the largest p of `area`: edges farther from a square do not cut it
REACH = (1 - SIDE) / 2**0.5 + EXTENT  # the same for a pixel's centre and all its squares

CHORDS = 16  # per segment
COARSEST, FINEST = 64, 4  # sides of cells, pixels
MARGIN = REACH + 0.03  # pixels; the surplus covers nearest points that have not fully converged
SHARP = 0.7  # radians of turning among the chords near a cell, from which none of them may be passed over

LONGEST_STEP = 1 / 16  # of the parameter
STIFF = 0.25  # the relative change of S′ over a span from which more Newton steps are taken
MORE_STEPS = 8
INSIDE = 1e-4  # of the parameter: an end with a zero-length handle is stationary, but not always a minimum
STEADY = 100.0  # radians per pixel: a normal that turns faster is taken as constant, as at a cusp

# Newton steps in single and in double precision
PIXEL_STEPS = (3, 5)  # for the pixels of a cell
SQUARE_STEPS = (1, 3)  # for every square of a pixel
SHARED_STEPS = 2  # more of them where some pixels are seen by several pieces of curve
LAST_STEPS = (3, 6)  # for the squares that an edge cuts
