"""`python -m benchmarks [NAME ...]`: run all or those named, print one table, end with 1 if a goal was missed."""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import cast

from benchmarks import Benchmark, Row

MARKS = {True: "met", False: "MISSED", None: ""}


def benchmarks() -> Mapping[str, Benchmark]:
    """Return every benchmark of this package by name."""
    here = Path(__file__).parent
    names = sorted(found.name for found in pkgutil.iter_modules([str(here)]) if not found.name.startswith("_"))
    modules = (importlib.import_module(f"benchmarks.{name}") for name in names)
    found = (cast("Benchmark", module) for module in modules if hasattr(module, "run"))
    return {module.NAME: module for module in found}


def table(rows: list[Row]) -> str:
    """Return the rows as an aligned table."""
    lines = [("what", "value", "against", "goal", "")]
    lines += [(row.what, row.value, row.against, row.goal, MARKS[row.met]) for row in rows]
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def main() -> int:
    """Run what the command line names."""
    known = benchmarks()
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure, beside what it is measured against.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(known))
    names = parser.parse_args().names or list(known)
    unknown = sorted(set(names) - set(known))
    if unknown:
        parser.error(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(known)}")
    rows = [row for name in names for row in known[name].run()]
    print(table(rows))
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    raise SystemExit(main())
