"""The panels and words of Today."""
