"""`assessdesk central`: set up, enrol stations, take packages in, write receipts, say what is held.

A second composition root, for the shell without windows: it names central's concrete adapters, prints sentences and
returns an exit status. Qt is never imported here.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from assessdesk import resources
from assessdesk.exchange import cards
from assessdesk.exchange.central_desk import CARD_FILE, CentralKeys, FileDesk, make_keys, read_keys, write_card
from assessdesk.exchange.manifest import is_study_id
from assessdesk.exchange.signatures import is_signed
from assessdesk.ports import Refusal
from assessdesk.services.central import stations as central
from assessdesk.services.central.ingest import Intake
from assessdesk.services.central.queries import HeldQuery, listed
from assessdesk.services.central.receipts import issue_receipts
from assessdesk.services.library import fill, load_sentences
from assessdesk.storage.central_store import SqlCentralStore

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterable, Mapping, Sequence

NOT_ALL = 1
REFUSED = 2
COUNTED = {
    "participants": ("participant.enrolled",),
    "values": ("value.recorded", "value.corrected"),
}
VISITS = ("visits", "unscheduled", "missed")
HEADINGS = (
    "station",
    "epoch",
    "entries",
    "head",
    "last package",
    "quarantined",
    "forks",
    "receipts",
    *COUNTED,
    *VISITS,
)


class Commands(Protocol):
    """What `ArgumentParser.add_subparsers` returns."""

    def add_parser(self, name: str, *, help: str) -> ArgumentParser:  # noqa: A002 (argparse's own name)
        """Add one command."""


def add_central_parser(commands: Commands) -> Commands:
    """Add `central init | enrol | ingest | receipts | status`; each sets `handler`, which returns an exit status.

    Returns what further words of `central` are added to.
    """
    parser = commands.add_parser("central", help="central's database: set up, enrol, ingest, receipts, status, query")
    actions = parser.add_subparsers(required=True, metavar="init | enrol | ingest | receipts | status | query")
    keys_help = "folder of central's two key files"
    init = add_action(actions, "init", "make the database and central's keys and card", _init)
    init.add_argument("--keys", type=Path, required=True, metavar="DIR", help=keys_help)
    init.add_argument("--study", required=True, metavar="ID", help="the study that this central is for")
    enrol = add_action(actions, "enrol", "enrol a station after its fingerprint was read out to you", _enrol)
    enrol.add_argument("--card", type=Path, required=True, metavar="FILE", help="the station's card")
    enrol.add_argument("--fingerprint", required=True, metavar='"XXXX XXXX XXXX XXXX"', help="what the site read out")
    ingest = add_action(actions, "ingest", "verify packages, take them in, write receipts", _ingest)
    ingest.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER", help="packages, or folders of them")
    again = add_action(actions, "receipts", "write a new receipt for every station", _receipts)
    for action in (ingest, again):
        action.add_argument("--keys", type=Path, required=True, metavar="DIR", help=keys_help)
        action.add_argument("--receipts", type=Path, required=True, metavar="DIR", help="where receipts are written")
        action.add_argument(
            "--quarantine", type=Path, metavar="DIR", help="where refused files are kept (default: beside --receipts)"
        )
    status = add_action(actions, "status", "say what is held; needs no keys", _status)
    for action in (ingest, status):
        action.add_argument("--json", action="store_true", help="print JSON instead of words")
    return actions


def add_action(actions: Commands, name: str, what: str, handler: Callable[[Namespace], int]) -> ArgumentParser:
    """Add one action with the option that all of them have."""
    action = actions.add_parser(name, help=what)
    action.add_argument(
        "--db", required=True, metavar="URL", help="the database, such as sqlite:////data/central.sqlite"
    )

    def run(arguments: Namespace) -> int:
        try:
            return handler(arguments)
        except Refusal as refusal:
            say(f"assessdesk: {sentence(refusal)}", to_error=True)
            return REFUSED

    action.set_defaults(handler=run)
    return action


@cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    return load_sentences(resources.read)


def sentence(refusal: Refusal) -> str:
    """Return the words for a refusal, with the remedy, safe to print."""
    return printable(fill(_sentences(), refusal.code, refusal.arguments, "en"))


def printable(text: str) -> str:
    """Return text that cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def now() -> datetime:
    """Read the wall clock."""
    return datetime.now().astimezone()


def say(text: str, *, to_error: bool = False) -> None:
    """Print a line."""
    stream = sys.stderr if to_error else sys.stdout
    stream.write(text + "\n")


def _init(arguments: Namespace) -> int:
    if not is_study_id(arguments.study):
        raise Refusal("STUDY_ID_INVALID", study=arguments.study)
    store = SqlCentralStore(arguments.db)
    if store.is_prepared():
        raise Refusal("CENTRAL_EXISTS", database=store.path)
    keys = make_keys(arguments.keys)
    central.set_up(store, study=arguments.study, central_key=keys.public_key, now=now)
    card = write_card(arguments.keys, keys, study=arguments.study)
    say(f"Central is set up for study {arguments.study}.")
    say(f"Keys: {arguments.keys}. Keep a copy in a safe place: without them no package can be opened.")
    say(f"Card for the stations: {arguments.keys / CARD_FILE}")
    say(f"Fingerprint to read out: {card.fingerprint}")
    return 0


def _enrol(arguments: Namespace) -> int:
    store = SqlCentralStore(arguments.db)
    try:
        with arguments.card.open("rb") as file:
            content = file.read(cards.CARD_LIMIT + 1)
    except OSError as error:
        raise Refusal("FILE_UNREADABLE", file=arguments.card, why=error.strerror) from error
    card = cards.read_station_card(content)
    fresh = central.enrol(store, card, fingerprint=arguments.fingerprint, now=now)
    done = "is enrolled" if fresh else "was enrolled already; nothing was changed"
    say(f"Station {card.station}, epoch {card.epoch}, {done}. Fingerprint {card.fingerprint}.")
    return 0


def open_store(arguments: Namespace) -> SqlCentralStore:
    """Return the database alone, for what needs no keys. Raises Refusal."""
    return SqlCentralStore(arguments.db)


def open_central(arguments: Namespace) -> tuple[SqlCentralStore, FileDesk]:
    """Open database and keys, which must belong together."""
    store = SqlCentralStore(arguments.db)
    with store.reading() as tables:
        ours = tables.central_key()
    keys: CentralKeys = read_keys(arguments.keys)
    if keys.public_key != ours:
        raise Refusal("CENTRAL_KEY_OTHER", folder=arguments.keys)
    receipts: Path = getattr(arguments, "receipts", arguments.keys)  # what writes no receipt names no folder for them
    quarantine = getattr(arguments, "quarantine", None) or receipts.parent / "quarantine"
    return store, FileDesk(getattr(arguments, "files", ()), keys, quarantine=quarantine, receipts=receipts)


def _ingest(arguments: Namespace) -> int:
    store, desk = open_central(arguments)
    report = Intake(store, desk, is_signed=is_signed, sentence=sentence, now=now).run()
    if arguments.json:
        files = [{name: getattr(item, name) for name in item.__dataclass_fields__} for item in report.files]
        receipts = [str(path) for path in report.receipts]
        say(json.dumps({"files": files, "receipts": receipts}, ensure_ascii=False, indent=2))
    else:
        for item in report.files:
            say(f"{printable(item.file_name)}: {item.sentence}")
        for path in report.receipts:
            say(f"Receipt: {path}")
        if not report.files:
            say("There was no package to take in.")
    return 0 if all(item.state in {"added", "nothing_new", "held"} for item in report.files) else NOT_ALL


def _receipts(arguments: Namespace) -> int:
    store, desk = open_central(arguments)
    for path in issue_receipts(store, desk, now=now):
        say(f"Receipt: {path}")
    return 0


def _status(arguments: Namespace) -> int:
    store = SqlCentralStore(arguments.db)
    found, queries = central.status(store), listed(store)
    if arguments.json:
        say(json.dumps({**_document(found), "queries": _ages(queries)}, ensure_ascii=False, indent=2))
        return 0
    say(f"Study {found.study}")
    rows = [[str(value) for value in _row(item).values()] for item in found.streams]
    for line in table(HEADINGS, rows):
        say(line)
    for one in _ages(queries):
        say("Queries of {station}: {open} open ({open_days} d), {answered} answered ({answered_days} d).".format(**one))
    for item in (*(item for stream in found.streams for item in stream.waiting), *found.unclaimed):
        say(f"Quarantine: {printable(item.file_name)} (since {item.received_at}): {item.sentence}")
    for stream in found.streams:
        if stream.forks:
            card = stream.stream.card
            say(f"FORK: station {card.station}, epoch {card.epoch} has two versions of its stream; both are kept.")
    return 0


def days_since(at: str) -> int:
    """Return whole days since a stored time."""
    return (now() - datetime.fromisoformat(at)).days


def _ages(queries: Sequence[HeldQuery]) -> list[dict[str, object]]:
    """Return, by station, how many queries are open and answered, and the days the oldest of each has waited."""
    found: list[dict[str, object]] = []
    for station in dict.fromkeys(one.station for one in queries):
        ages: dict[str, object] = {"station": station}
        for stand in ("open", "answered"):
            since = [days_since(one.since) for one in queries if (one.station, one.stand) == (station, stand)]
            ages |= {stand: len(since), f"{stand}_days": max(since, default=0)}
        found.append(ages)
    return found


def _row(item: central.StreamStatus) -> dict[str, object]:
    """Return one line of the table, by heading."""
    card = item.stream.card
    counts = {name: sum(item.kinds.get(kind, 0) for kind in kinds) for name, kinds in COUNTED.items()}
    values: Iterable[object] = (
        card.station,
        card.epoch,
        item.head.seq,
        item.head.code,
        item.last_package or "-",
        len(item.waiting),
        item.forks,
        item.receipts,
        *counts.values(),
        item.visits.planned + item.visits.unscheduled,
        item.visits.unscheduled,
        item.visits.missed,
    )
    return dict(zip(HEADINGS, values, strict=True))


def _document(found: central.CentralStatus) -> dict[str, object]:
    """Return the status as plain data: the table, and beside it entries by kind and the quarantine."""

    def waiting(items: Iterable[central.Quarantined]) -> list[dict[str, object]]:
        return [{name: getattr(item, name) for name in item.__dataclass_fields__} for item in items]

    return {
        "study": found.study,
        "streams": [
            {
                **{name.replace(" ", "_"): value for name, value in _row(item).items()},
                "head_hash": item.head.hash,
                "last_received": item.last_received,
                "kinds": dict(item.kinds),
                "waiting": waiting(item.waiting),
            }
            for item in found.streams
        ],
        "unclaimed": waiting(found.unclaimed),
    }


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return aligned lines; columns of numbers to the right."""
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    numeric = [all(cell.isdigit() for cell in column[1:]) and len(column) > 1 for column in columns]
    return [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        for line in (headings, *rows)
    ]
