"""The words of the audit trail, and the trail as a table in a file."""
