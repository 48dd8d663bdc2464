"""Control points in, pixels out, differentiable: `render` for pictures, `coverage` for one black ink.

`reference` says in plain autograd what is drawn; `ink` computes the same along the strokes' edges alone, over the
`cells` that they cross; `area` is the closed form for one small square, `composite` puts ink on a canvas, and
`diffvg` asks the pydiffvg library instead. On CUDA devices `tiles` draws one black ink by the Triton `kernels`, which
are made of the `blocks`.
"""

from taureau.raster.composite import coverage, render

__all__ = ["coverage", "render"]
