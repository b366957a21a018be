"""Middleware of the graph, one duty each; a thin hook around a pure check."""
