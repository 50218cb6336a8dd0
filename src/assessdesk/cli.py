"""The command line: one program with sub-commands; windows are imported only by `run` and `demo`.

It parses and dispatches; what a command does stands in its own module.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from assessdesk import __version__
from assessdesk.batch_cli import add_batch_parsers
from assessdesk.central_cli import add_central_parser
from assessdesk.definitions_cli import add_definitions_parser
from assessdesk.ports import Refusal
from assessdesk.station_cli import add_station_parsers

EXIT_REFUSED = 2


def parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    root = argparse.ArgumentParser(
        prog="assessdesk",
        description="Guided capture of standardized physical assessments on a signed ledger.",
    )
    root.add_argument("--version", action="version", version=f"AssessDesk {__version__}")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_station_parsers(commands)
    add_batch_parsers(commands)
    add_definitions_parser(commands)
    add_central_parser(commands)
    return root


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 faults found, 2 refused with a sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    arguments = parser().parse_args(argv)
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
