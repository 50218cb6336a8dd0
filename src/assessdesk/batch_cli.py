"""`assessdesk score` and `assessdesk check`: JSON Lines in, JSON Lines out, for statisticians and testers.

It reads lines and prints lines; the rules stand in `services.rescoring`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Protocol

from assessdesk import resources
from assessdesk.ports import Refusal
from assessdesk.services.definitions.messages import load_messages
from assessdesk.services.definitions.tables import load_limits, load_tables
from assessdesk.services.rescoring import BatchLine, run_check, run_score


class Commands(Protocol):
    """The part of argparse that adds sub-commands."""

    def add_parser(self, name: str, *, help: str, description: str) -> argparse.ArgumentParser:  # noqa: A002 - argparse's own name
        """Add one."""


def add_batch_parsers(commands: Commands) -> None:
    """Add `score` and `check`."""
    for name, handler, words in (
        ("score", _score, "re-derive scores from records {id, instrument, input}, one JSON object a line"),
        ("check", _check, "check values {id, field, value, unit}, one JSON object a line"),
    ):
        command = commands.add_parser(name, help=words, description=words)
        command.add_argument(
            "file", nargs="?", default="-", help="a file of JSON Lines; '-' or nothing: standard input"
        )
        command.set_defaults(handler=handler)


@contextmanager
def _lines(name: str) -> Iterator[Iterable[str]]:
    """Open a file of lines, or standard input, as UTF-8 wherever it runs. Raises Refusal when it cannot be read."""
    try:
        if name == "-":
            if isinstance(sys.stdin, TextIOWrapper):
                sys.stdin.reconfigure(encoding="utf-8", errors="strict")
            yield sys.stdin
            return
        with Path(name).open(encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise Refusal("FILE_UNREADABLE", file=name, why=error.strerror or error) from error
    except UnicodeDecodeError as error:
        raise Refusal("FILE_NOT_TEXT", file=name) from error


def _print(name: str, run: Callable[[Iterable[str]], Iterator[BatchLine]]) -> int:
    """Print one answer a line; 1 when any line could not be answered."""
    status = 0
    with _lines(name) as lines:
        for answer in run(lines):
            sys.stdout.write(answer.text + "\n")
            status = status if answer.good else 1
    return status


def _score(arguments: argparse.Namespace) -> int:
    tables, messages = load_tables(resources.read), load_messages(resources.read)
    return _print(arguments.file, lambda lines: run_score(lines, tables, messages))


def _check(arguments: argparse.Namespace) -> int:
    limits, messages = load_limits(resources.read), load_messages(resources.read)
    return _print(arguments.file, lambda lines: run_check(lines, limits, messages))
