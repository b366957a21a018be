"""Doors: the command line and the launcher of the page."""
