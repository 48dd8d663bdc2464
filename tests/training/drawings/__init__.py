"""Tests of the teaching on drawings."""
