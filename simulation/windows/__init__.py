"""Performs a plan at the real windows, by keys and accessible names, as people would; it needs Qt."""
