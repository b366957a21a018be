"""Checks: pure functions from text and evidence to findings; guards, reviews and evals share them."""
