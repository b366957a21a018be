"""Declines: what the coach will not write, by the kind of untruth."""
