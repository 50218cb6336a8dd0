"""SQLAlchemy Core statements rendered once into driver SQL, so that a save does not pay for building them again.

It knows SQLAlchemy only, not one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import ClauseElement


class Prepared:
    """A statement and the order of its parameters; everything a caller hands in is a bound parameter."""

    __slots__ = ("_defaults", "_order", "text")

    def __init__(self, statement: ClauseElement) -> None:
        """Render `statement` for SQLite with question marks."""
        compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
        self.text = str(compiled)
        self._order: tuple[str, ...] = tuple(getattr(compiled, "positiontup", None) or ())
        self._defaults: Mapping[str, Any] = dict(compiled.params)

    def run(self, connection: Connection, parameters: Mapping[str, object]) -> CursorResult[Any]:
        """Execute with named parameters; a name that the statement does not have is an error."""
        unknown = parameters.keys() - self._defaults.keys()
        if unknown:
            raise KeyError(f"the statement has no parameter {sorted(unknown)}")
        merged = {**self._defaults, **parameters}
        return connection.exec_driver_sql(self.text, tuple(merged[name] for name in self._order))
