"""The parts of the capture page: one panel for each way of entering something, and the words they share."""
