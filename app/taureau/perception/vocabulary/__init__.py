"""The names that the stroke decoder has learnt, and what a prompt means in them; torch-free."""

from taureau.perception.vocabulary.clear_names import in_clear_names
from taureau.perception.vocabulary.reading import Reading, in_english, read_prompt, thing_in
from taureau.perception.vocabulary.table import Vocabulary, own_vocabulary

__all__ = ["Reading", "Vocabulary", "in_clear_names", "in_english", "own_vocabulary", "read_prompt", "thing_in"]
