"""The names, units and limits that the SVG writer and the SVG reader share."""

from __future__ import annotations

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
SODIPODI = "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
INKSCAPE = "http://www.inkscape.org/namespaces/inkscape"
TAUREAU = "urn:taureau:drawing:1"

MM_PER_PX = 25.4 / 96  # a user unit is 1/96 inch

DECIMALS = 3  # of a px: a quarter of a micrometre on paper
OPACITY_DECIMALS = 3
GAIN_DECIMALS = 6
PROFILE_DECIMALS = 4  # of the shares and factors of a profile

MAX_COORDINATE = 1e8  # px; beyond it, float32 consumers of the file fall apart
MAX_BYTES = 32 * 2**20  # of the file, and of what a compressed file unpacks to
MAX_DEPTH = 100  # elements within elements
MAX_ELEMENTS = 100_000  # in the file, and again as drawn, where <use> repeats some
MAX_REPEATED = 20_000  # elements that <use> draws beyond those in the file
MAX_SEGMENTS = 100_000  # cubic segments in the drawing
