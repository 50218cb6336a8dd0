"""Standard-library scripts behind `dev.py`: they look at the repository, never at a station's data."""
