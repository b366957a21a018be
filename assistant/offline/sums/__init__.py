"""Calculations asked in words: from a message to the tool that computes it and its arguments."""
