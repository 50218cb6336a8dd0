"""The desktop's windows: the only package that may import Qt."""
