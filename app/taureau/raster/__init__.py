"""Control points in, pixels out, differentiable: `render` for pictures, `coverage` for one black ink.

`reference` defines in plain autograd what is drawn; `ink` computes the same along the strokes' edges alone, over the
`cells` that they cross; `area` is the closed form for one small square, `composite` puts ink on a canvas, and
`diffvg` calls the pydiffvg library instead. On CUDA devices `tiles` draws black ink by the Triton `kernels`, which
are made of the `blocks`; `dispatch` chooses between the two.
"""

from taureau.raster.dispatch import coverage, render

__all__ = ["coverage", "render"]
