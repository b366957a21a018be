"""Parley: an honest, exact, cited coach for people who hold a job offer."""

__version__ = "0.1.0"
