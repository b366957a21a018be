"""Tests of Parley, in the shape of the tree they test."""
