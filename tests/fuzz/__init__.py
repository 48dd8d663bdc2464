"""Inputs by chance for what reads files: commands that run as long as they are asked to, and are no tests."""
