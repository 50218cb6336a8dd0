"""Parts that forms are made of, on any page."""
