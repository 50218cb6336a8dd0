"""`assessdesk run`, `demo`, `verify`, `card` and `selftest`: the commands about one station.

Windows are imported inside `run` and `demo` only, so that a machine without Qt can verify and central can ingest.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from assessdesk import __version__
from assessdesk.config import read_config
from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from assessdesk.batch_cli import Commands

DEMO_NOTE = "demo.json"


def add_station_parsers(commands: Commands) -> None:
    """Add the commands about one station."""
    run = commands.add_parser("run", help="open the program", description="Open the program on this station.")
    run.add_argument("--station", help="the station's folder (default: the user's data folder)")
    run.add_argument("--language", choices=("en", "ko", "zh"), default="en")
    run.set_defaults(handler=_run)

    words = "drive the real windows through one visit, from set-up to central, in a throw-away folder"
    demo = commands.add_parser("demo", help=words, description=words)
    demo.add_argument("--out", help="the folder to fill (default: a new temporary one)")
    demo.add_argument("--headless", action="store_true", help="draw off screen even when there is a display")
    demo.add_argument("--keep-open", action="store_true", help="leave the program open at the end")
    demo.set_defaults(handler=_demo)

    words = "check every link, signature and read table of a station's ledger"
    verify = commands.add_parser("verify", help=words, description=words)
    _add_opening(verify)
    verify.set_defaults(handler=_verify)

    words = "write the card by which central enrols this station, and say its fingerprint"
    card = commands.add_parser("card", help=words, description=words)
    _add_opening(card)
    card.add_argument("--out", required=True, help="the file to write, such as station-card-S01-A.json")
    card.set_defaults(handler=_card)

    words = "check that this installation is complete and can run"
    selftest = commands.add_parser("selftest", help=words, description=words)
    selftest.set_defaults(handler=_selftest)


def _add_opening(parser: argparse.ArgumentParser) -> None:
    """Add what opens a station."""
    parser.add_argument("station", help="the station's folder")
    parser.add_argument("--user", help="whose passphrase opens it")
    parser.add_argument("--passphrase-file", help="a file with the passphrase ('-': standard input)")


def _run(arguments: argparse.Namespace) -> int:
    from assessdesk.bootstrap import build_desk
    from assessdesk.gui.application import run

    config = read_config(arguments.station)
    desk = build_desk(config)
    with desk.store.hold():
        return run(desk, language=arguments.language, logs=config.logs)


def _demo(arguments: argparse.Namespace) -> int:
    if arguments.headless or not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
    from assessdesk.demo import run_demo

    return run_demo(
        Path(arguments.out) if arguments.out else None, keep_open=arguments.keep_open, command=arguments.command_line
    )


def _has_display() -> bool:
    """Say whether windows can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _verify(arguments: argparse.Namespace) -> int:
    from assessdesk.bootstrap import build_desk

    folder = Path(arguments.station).absolute()
    desk = build_desk(read_config(str(folder)))
    facts = desk.store.facts()
    user, passphrase = _credentials(arguments, folder, desk.store.users())
    with desk.store.hold():
        opened = desk.store.unlock(user, passphrase, clock=desk.clock)
        try:
            outcome = opened.ledger.verify()
        finally:
            opened.ledger.close()
    sys.stdout.write(
        f"Station {facts.station}, study {facts.study}, epoch {facts.epoch}\n"
        f"Entries      {outcome.entries}\n"
        f"Head code    {outcome.head.code}\n"
    )
    for fault in outcome.faults:
        sys.stdout.write(f"FAULT        {fault}\n")
    sys.stdout.write(
        "Chain broken: keep this folder as it is and tell the data manager.\n" if outcome.faults else "Unbroken.\n"
    )
    return 1 if outcome.faults else 0


def _card(arguments: argparse.Namespace) -> int:
    from assessdesk.bootstrap import build_desk
    from assessdesk.services import courier, session

    folder = Path(arguments.station).absolute()
    desk = build_desk(read_config(str(folder)))
    facts = desk.store.facts()
    user, passphrase = _credentials(arguments, folder, desk.store.users())
    path = Path(arguments.out).absolute()
    with desk.store.hold():
        session.look(desk, desk.store.unlock(user, passphrase, clock=desk.clock))
        try:
            fingerprint = courier.hand_card(desk, path)
        finally:
            session.release(desk)
    sys.stdout.write(
        f"Station      {facts.station}, study {facts.study}, epoch {facts.epoch}\n"
        f"Card         {path}\n"
        f"Fingerprint  {fingerprint}\n"
        "Bring the file to the data manager of central one way, and read the fingerprint aloud another way, such as\n"
        "by telephone. Central takes this station's packages once both agree.\n"
    )
    return 0


def _credentials(arguments: argparse.Namespace, folder: Path, users: tuple[str, ...]) -> tuple[str, str]:
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


def _selftest(_: argparse.Namespace) -> int:
    from assessdesk.bootstrap import self_test

    sys.stdout.write(f"AssessDesk {__version__}\n")
    good = True
    for name, passed, words in self_test():
        good = good and passed
        sys.stdout.write(f"{'ok  ' if passed else 'FAIL'} {name}: {words}\n")
    return 0 if good else 1
