"""Walks the real windows as a person would, for the demo, for journeys and for simulated studies."""
