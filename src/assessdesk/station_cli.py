"""`assessdesk run`, `demo`, `verify`, `card` and `selftest`: the commands about one station.

Windows are imported inside `run` and `demo` only, so that a machine without Qt can verify and central can ingest.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assessdesk import __version__
from assessdesk.config import Config, read_config
from assessdesk.opening import add_opening, credentials, opened
from assessdesk.ports import Refusal

if TYPE_CHECKING:
    from assessdesk.batch_cli import Commands


def add_station_parsers(commands: Commands) -> None:
    """Add the commands about one station."""
    run = commands.add_parser("run", help="open the program", description="Open the program on this station.")
    run.add_argument("--station", help="the station's folder (default: the user's data folder)")
    run.add_argument("--language", choices=("en", "ko", "zh"), default="en")
    run.add_argument("--practice", action="store_true", help="practise on invented participants, in a folder beside it")
    run.set_defaults(handler=_run)

    words = "drive the real windows through one visit, from set-up to central, in a throw-away folder"
    demo = commands.add_parser("demo", help=words, description=words)
    demo.add_argument("--out", help="the folder to fill (default: a new temporary one)")
    demo.add_argument("--headless", action="store_true", help="draw off screen even when there is a display")
    demo.add_argument("--keep-open", action="store_true", help="leave the program open at the end")
    demo.set_defaults(handler=_demo)

    words = "check every link, signature and read table of a station's ledger"
    verify = commands.add_parser("verify", help=words, description=words)
    verify.add_argument("station", help="the station's folder")
    add_opening(verify)
    verify.set_defaults(handler=_verify)

    words = "write the card by which central enrols this station, and say its fingerprint"
    card = commands.add_parser("card", help=words, description=words)
    card.add_argument("station", help="the station's folder")
    add_opening(card)
    card.add_argument("--out", required=True, help="the file to write, such as station-card-S01-A.json")
    card.set_defaults(handler=_card)

    words = "check that this installation is complete and can run"
    selftest = commands.add_parser("selftest", help=words, description=words)
    selftest.set_defaults(handler=_selftest)


def _run(arguments: argparse.Namespace) -> int:
    """Run the windows, one station after the other while somebody goes between the study and practising."""
    from assessdesk.bootstrap import build_desk
    from assessdesk.gui.application import run
    from assessdesk.services.practice import require_fitting

    config, language = read_config(arguments.station, practice=arguments.practice), arguments.language
    before: Config | None = None
    told: Refusal | None = None
    while True:
        desk = build_desk(config)
        with ExitStack() as held:
            try:
                held.enter_context(desk.store.hold())
                require_fitting(desk)
            except Refusal as refusal:
                if before is None:
                    raise
                config, before, told = before, None, refusal
                continue
            ended = run(desk, language=language, logs=config.logs, told=told)
        if not ended.switching:
            return ended.status
        before, told, language = config, None, ended.language
        config = replace(config, practice=ended.practice).other()


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
    user, passphrase = credentials(arguments, folder, desk.store.users())
    with desk.store.hold():
        # Nothing is read but the ledger itself: a station whose definitions are damaged can be verified too.
        unlocked = desk.store.unlock(user, passphrase, clock=desk.clock)
        try:
            outcome = unlocked.ledger.verify()
        finally:
            unlocked.ledger.close()
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
    from assessdesk.services import courier

    path = Path(arguments.out).absolute()
    with opened(arguments) as desk:
        facts = desk.facts
        fingerprint = courier.hand_card(desk, path)
    sys.stdout.write(
        f"Station      {facts.station}, study {facts.study}, epoch {facts.epoch}\n"
        f"Card         {path}\n"
        f"Fingerprint  {fingerprint}\n"
        "Bring the file to the data manager of central one way, and read the fingerprint aloud another way, such as\n"
        "by telephone. Central takes this station's packages once both agree.\n"
    )
    return 0


def _selftest(_: argparse.Namespace) -> int:
    from assessdesk.bootstrap import self_test

    sys.stdout.write(f"AssessDesk {__version__}\n")
    good = True
    for name, passed, words in self_test():
        good = good and passed
        sys.stdout.write(f"{'ok  ' if passed else 'FAIL'} {name}: {words}\n")
    return 0 if good else 1
