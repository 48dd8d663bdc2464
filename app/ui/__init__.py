"""Widgets and painting; no algorithm."""
