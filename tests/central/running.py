"""A central for tests, run through its use cases or through its command line."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assessdesk.central_cli import sentence
from assessdesk.cli import main
from assessdesk.exchange.central_desk import CentralKeys, FileDesk, make_keys
from assessdesk.exchange.signatures import is_signed
from assessdesk.services.central import stations as central
from assessdesk.services.central.ingest import IngestReport, Intake
from assessdesk.storage.central_store import SqlCentralStore
from tests.exchange.packing import STUDY, Desk, desk


def now() -> datetime:
    return datetime(2026, 11, 21, 12, 0, 0, tzinfo=UTC)


@dataclass
class Central:
    """A set-up central in a folder."""

    folder: Path
    keys: CentralKeys
    store: SqlCentralStore

    @property
    def url(self) -> str:
        return f"sqlite:///{self.folder / 'central.sqlite'}"

    def station(self, name: str = "S01-A", *, enrolled: bool = True) -> Desk:
        made = desk(station=name, central=self.keys.identity, signing_key=self.keys.public_key)
        if enrolled:
            self.enrol(made)
        return made

    def enrol(self, station: Desk) -> None:
        assert central.enrol(self.store, station.card, fingerprint=station.card.fingerprint, now=now)

    def ingest(self, *paths: Path) -> IngestReport:
        files = FileDesk(paths, self.keys, quarantine=self.folder / "quarantine", receipts=self.folder / "receipts")
        return Intake(self.store, files, is_signed=is_signed, sentence=sentence, now=now).run()

    def states(self, *paths: Path) -> list[tuple[str, str, int]]:
        return [(item.file_name, item.code, item.added) for item in self.ingest(*paths).files]

    def rows(self, statement: str) -> list[Any]:
        connection = sqlite3.connect(self.folder / "central.sqlite")
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()

    def held(self) -> list[Any]:
        """Return everything that stands in the entry table."""
        return self.rows("SELECT * FROM entry ORDER BY station, epoch, seq")


def new_central(folder: Path, study: str = STUDY) -> Central:
    folder.mkdir(parents=True, exist_ok=True)
    keys = make_keys(folder / "keys")
    store = SqlCentralStore(f"sqlite:///{folder / 'central.sqlite'}")
    central.set_up(store, study=study, central_key=keys.public_key, now=now)
    return Central(folder, keys, store)


def command(arguments: Sequence[str]) -> int:
    """Run `assessdesk central …` in this process."""
    return main(["central", *arguments])
