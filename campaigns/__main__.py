"""`python -m campaigns NAME [options]`: run one campaign and end with status 1 when its goal was missed.

A campaign is a module beside this file; nothing has to be registered.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, cast


class Campaign(Protocol):
    """What a campaign's module holds."""

    NAME: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Say which options it takes; each has a default."""

    def run(self, options: argparse.Namespace) -> bool:
        """Run, print what was found, and say whether the goal was met."""


def campaigns() -> Mapping[str, Campaign]:
    """Return every campaign of this package by name."""
    here = Path(__file__).parent
    names = sorted(found.name for found in pkgutil.iter_modules([str(here)]) if not found.name.startswith("_"))
    modules = (importlib.import_module(f"campaigns.{name}") for name in names)
    found = (cast("Campaign", module) for module in modules if hasattr(module, "run"))
    return {module.NAME: module for module in found}


def main() -> int:
    """Run the campaign that the command line names."""
    parser = argparse.ArgumentParser(prog="campaigns", description="Try to break a promise many times over.")
    commands = parser.add_subparsers(dest="campaign", required=True)
    known = campaigns()
    for name, campaign in known.items():
        campaign.add_arguments(commands.add_parser(name, help=(campaign.__doc__ or "").partition("\n")[0]))
    options = parser.parse_args()
    return 0 if known[options.campaign].run(options) else 1


if __name__ == "__main__":
    raise SystemExit(main())
