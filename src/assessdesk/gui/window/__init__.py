"""The one window around the pages: frame, navigation, help, locking, and what is shown after a defect."""
