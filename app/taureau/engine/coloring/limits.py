"""How many colours a drawing can take from its photo."""

MAX_PENS = 12  # different colours of lines
MAX_AREAS = 48  # flat areas beneath them
