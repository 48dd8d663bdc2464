"""The program of all passes. Needs no torch, so that it can be compiled while torch is imported."""

from __future__ import annotations

from functools import cache
from threading import Lock

from taureau.raster.native.program import Compiled, Program
from taureau.raster.native.search import define_search
from taureau.raster.native.shares import define_gather, define_shade

_compiling = Lock()


def program() -> Program:
    """Return the passes `search`, `shade` and `gather`."""
    made = Program()
    settle = define_search(made)
    define_shade(made, settle)
    define_gather(made)
    return made


def compiled() -> Compiled:
    """Return the passes for this processor, compiled once for a process; a second caller waits for the first."""
    with _compiling:
        return _compile()


@cache
def _compile() -> Compiled:
    return program().compiled()
