"""Programs that make weights; nothing that draws imports them."""

from training.contrastive import ContrastiveTraining, contrastive_loss

__all__ = ["ContrastiveTraining", "contrastive_loss"]
