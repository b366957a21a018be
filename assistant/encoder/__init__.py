"""The encoder: a small language model that reads messages and letters word by word, fitted on labelled ones."""
