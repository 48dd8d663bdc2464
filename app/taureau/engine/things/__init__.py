"""Sentences of several things: read, laid out on a sheet, and cut where one thing hides another."""
