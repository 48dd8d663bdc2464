"""Teaching of the dimensions of taureau-clip that tell exchanged words apart."""
