"""The guidance library: read, cut into passages, embedded, stored in Chroma and searched."""
