"""Algebra: the numbers of a message as typed terms, and what is asked of them derived step by step."""
