"""The study in force as rows and tables, an amendment and a text pack before they are adopted."""
