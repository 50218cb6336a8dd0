"""Use cases: ports in, plain results out."""
