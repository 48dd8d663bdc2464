"""What strokes are judged, drawn and moved with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from taureau.perception import Encoder

Coverage = Callable[..., torch.Tensor]  # taureau.raster.coverage, or another rasteriser with its signature


@dataclass(frozen=True, eq=False)
class DrawingTools:
    """The encoder that judges a drawing, on the run's device, and the rasteriser."""

    encoder: Encoder
    coverage: Coverage

    def tensor(self, array: NDArray[np.floating]) -> torch.Tensor:
        """Return an array as float32 on the run's device."""
        return torch.from_numpy(np.ascontiguousarray(array, dtype=np.float32)).to(self.encoder.device)
