"""Metrics: one question each about an answer, written without the product's own checks."""
