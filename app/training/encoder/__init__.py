"""Training and export of taureau-clip, the CLIP for drawings."""
