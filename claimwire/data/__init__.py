"""Gazetteers and rules: rows, not code."""
