"""The pages of the main window, one module each. They do not know one another; the window imports them by name."""
