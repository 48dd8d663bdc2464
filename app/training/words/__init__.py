"""The table of words that ships with the decoder: its names, words near them, and their translations."""
