"""Teaching of the image tower of taureau-clip on drawings as they are made today."""
