"""Scripts: messages ready to send, filled from the case and from the person's own words."""
