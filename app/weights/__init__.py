"""Where the weights of the networks lie on this machine."""

from app.weights.builtin import MissingWeights, builtin_encoder_file

__all__ = ["MissingWeights", "builtin_encoder_file"]
