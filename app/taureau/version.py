"""The version of the program; it imports nothing, so that every module may import it."""

VERSION = "0.2.0"
