"""The names of the six pens (`taureau.document.pens`), for options that must not import numpy."""

PEN_NAMES = ("fineliner", "brush", "pencil", "charcoal", "marker", "chalk")
