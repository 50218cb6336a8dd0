"""What is true on paper too: no clock, no randomness, no files, no Qt, no SQL."""
