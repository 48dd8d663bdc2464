"""Figures of the exported models, and the model card."""
