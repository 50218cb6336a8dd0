"""What is printed: the participant's page, Today's list, a study as text."""
