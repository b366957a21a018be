"""Reference: structured facts of knowledge/ read into domain values."""
