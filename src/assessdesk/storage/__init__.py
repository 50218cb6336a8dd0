"""Driven adapter: key slots and ledgers in SQLCipher, the central database, through SQLAlchemy Core."""
