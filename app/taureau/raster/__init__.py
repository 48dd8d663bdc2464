"""Control points in, pixels out, differentiable: `render` for pictures, `coverage` for one black ink.

`reference` defines in plain autograd what is drawn; `ink` computes the same along the strokes' edges alone, over the
`cells` that they cross; `area` is the closed form for one small square, `composite` puts ink on a canvas, and
`diffvg` calls the pydiffvg library instead. In single precision black ink is drawn by compiled code: on CUDA devices by
`tiles`, with the Triton `kernels` made of the `blocks`; on the CPU by `native`. `dispatch` chooses.
"""

from taureau.raster.dispatch import coverage, render

__all__ = ["coverage", "render"]
