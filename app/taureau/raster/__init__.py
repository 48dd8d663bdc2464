"""Control points in, pixels out, differentiable: `render` for pictures, `coverage` for one black ink.

`reference` defines in plain autograd what is drawn; `ink` computes the same along the strokes' edges alone, over the
`cells` that they cross; `area` is the closed form for one small square, `composite` puts ink on a canvas, and
`diffvg` calls the pydiffvg library instead. In single precision black ink is drawn by compiled code: on CUDA devices by
`tiles`, with the Triton `kernels` made of the `blocks`; on the CPU by `native`. `dispatch` chooses; `parameters` are
the numbers that all share.

Torch is imported with the first of the two functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from taureau.raster.dispatch import coverage, render

__all__ = ["coverage", "render"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from taureau.raster import dispatch

    return getattr(dispatch, name)
