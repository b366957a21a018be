"""Exports: results as files that other programs open."""
