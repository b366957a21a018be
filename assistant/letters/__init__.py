"""Letters: a document to its text, a text to the terms of the offer it states."""
