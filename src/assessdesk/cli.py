"""The command line: one program with sub-commands; windows are imported only by `run` and `demo`.

It parses and dispatches; what a command does stands in its own module.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from assessdesk import __version__
from assessdesk.ports import Refusal

EXIT_REFUSED = 2
MODULES = {
    "run": ("station_cli", "add_station_parsers"),
    "demo": ("station_cli", "add_station_parsers"),
    "verify": ("station_cli", "add_station_parsers"),
    "card": ("station_cli", "add_station_parsers"),
    "selftest": ("station_cli", "add_station_parsers"),
    "score": ("batch_cli", "add_batch_parsers"),
    "check": ("batch_cli", "add_batch_parsers"),
    "definitions": ("definitions_cli", "add_definitions_parser"),
    "central": ("central_query_cli", "add_central_parsers"),
}
"""Where each word stands. Only its own module is imported: opening the program does not wait for central's database."""


def parser(word: str = "") -> argparse.ArgumentParser:
    """Return the command line; of one word only, where it is known."""
    root = argparse.ArgumentParser(
        prog="assessdesk",
        description="Guided capture of standardized physical assessments on a signed ledger.",
    )
    root.add_argument("--version", action="version", version=f"AssessDesk {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    wanted = [MODULES[word]] if word in MODULES else list(dict.fromkeys(MODULES.values()))
    for module, adder in wanted:
        getattr(importlib.import_module(f"assessdesk.{module}"), adder)(commands)
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 faults found, 2 refused with a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    words = list(sys.argv[1:] if argv is None else argv)
    arguments = parser(words[0] if words else "").parse_args(words)
    arguments.command_line = main  # for the demo, which sets central up and feeds it with the same commands
    try:
        status = arguments.handler(arguments)
    except Refusal as refusal:
        from assessdesk.bootstrap import sentence_of

        sys.stderr.write(f"assessdesk: {sentence_of(refusal)}\n")
        return EXIT_REFUSED
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    return int(status)
