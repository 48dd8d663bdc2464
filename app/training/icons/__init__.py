"""The pictogram package: which icons are used, and what each is called."""
