"""What can be said and stated about a participant, on their page and at enrolment."""
