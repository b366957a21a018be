"""Evals: question sets, metrics and the program that measures Parley with them."""
