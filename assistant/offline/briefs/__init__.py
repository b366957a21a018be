"""Briefs: what a message that is to be written must carry, read from the person's words."""
