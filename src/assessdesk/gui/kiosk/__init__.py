"""The parts of the page on which a participant answers alone; they know no desk and no frame."""
