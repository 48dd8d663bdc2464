"""Black ink on the CPU by code that is compiled when it is first needed, in about a tenth of a second.

`program` makes functions of LLVM's instructions, whose arithmetic is in `expressions` and `lanes`: vectors of 16
numbers. `search` finds the pixels that edges may cut (`pixels` those of one cell), `shares` how much of them each
stroke covers and the gradient; both use the `formulas`, and `layout` says where in their arrays everything lies.
`coverage` calls them as a function of torch.
"""
