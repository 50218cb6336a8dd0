"""Opening a station from a command line: whose passphrase, where it comes from, and closing it again.

It must not know what a command does with the open station, and it must not know windows.
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assessdesk.config import read_config
from assessdesk.leavings import DEMO_NOTE
from assessdesk.ports import Refusal
from assessdesk.services import session

if TYPE_CHECKING:
    from assessdesk.services.desk import Desk


def add_opening(parser: argparse.ArgumentParser) -> None:
    """Add whose passphrase opens the station, and where it stands."""
    parser.add_argument("--user", help="whose passphrase opens it")
    parser.add_argument("--passphrase-file", help="a file with the passphrase ('-': standard input)")


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Desk]:
    """Open the station of the arguments for one command and close it again. Raises Refusal.

    Nobody signs in by that: what the last run left behind stays to be told at the next sign-in.
    """
    from assessdesk.bootstrap import build_desk

    folder = Path(arguments.station).absolute()
    desk = build_desk(read_config(str(folder)))
    desk.store.facts()
    user, passphrase = credentials(arguments, folder, desk.store.users())
    with desk.store.hold():
        session.look(desk, desk.store.unlock(user, passphrase, clock=desk.clock))
        try:
            yield desk
        finally:
            session.release(desk)


def credentials(arguments: argparse.Namespace, folder: Path, users: tuple[str, ...]) -> tuple[str, str]:
    """Return user and passphrase: from the file named, the note of a throw-away demo station, or asked for."""
    note = folder / DEMO_NOTE
    if note.is_file() and not arguments.passphrase_file:
        said = json.loads(note.read_text(encoding="utf-8"))
        sys.stdout.write(f"A demo station: opened with the passphrase in {DEMO_NOTE}.\n")
        return str(said["user"]), str(said["passphrase"])
    user = arguments.user or (users[0] if len(users) == 1 else "")
    if not user:
        raise Refusal("USER_NEEDED", users=", ".join(users) or "-")
    source = arguments.passphrase_file
    if source == "-":
        return user, sys.stdin.readline().rstrip("\n")
    if arguments.passphrase_file:
        try:
            return user, Path(arguments.passphrase_file).read_text(encoding="utf-8").rstrip("\n")
        except OSError as error:
            raise Refusal("FILE_UNREADABLE", file=arguments.passphrase_file, why=error.strerror or error) from error
    if not sys.stdin.isatty():
        raise Refusal("PASSPHRASE_NEEDED", user=user)
    return user, getpass.getpass(f"Passphrase of {user}: ")
