"""Where the weights of the networks lie on this machine."""

from app.weights.builtin import MissingWeightsError, builtin_encoder_file

__all__ = ["MissingWeightsError", "builtin_encoder_file"]
