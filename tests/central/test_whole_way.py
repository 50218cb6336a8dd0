"""The whole way with the real encrypted ledger: export, ingest, receipt, and the station knows what is held."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assessdesk.domain.events import Draft, RecipientsSet
from assessdesk.exchange import sealing
from assessdesk.exchange.cards import read_station_card, station_card
from assessdesk.exchange.package import AgePacker
from assessdesk.ports import Refusal, StationFacts
from assessdesk.services.central import stations as central
from assessdesk.services.export import export_package, read_receipt
from assessdesk.storage.passphrases import FLOOR
from assessdesk.storage.station import StationFolder
from tests.central.running import new_central, now
from tests.exchange.packing import STUDY, VERSION, go_on
from tests.fakes.memory_ledger import TickingClock

PASSPHRASE = "seven quiet herons wade"


@pytest.mark.req("EXP-005", "CEN-004", "CEN-012")
def test_from_the_encrypted_ledger_to_central_and_back(tmp_path: Path) -> None:
    here = new_central(tmp_path / "central")
    store = StationFolder(tmp_path / "station", cost=FLOOR)
    facts = StationFacts(study=STUDY, site="S01", station="S01-A", epoch=1, format=1)
    clock = TickingClock()
    opened = store.create(facts, user="a-tester", passphrase=PASSPHRASE, roles=("assessor",), clock=clock)
    ledger, author = opened.ledger, opened.author
    try:
        card = read_station_card(station_card(ledger, site="S01"))
        assert central.enrol(here.store, card, fingerprint=card.fingerprint, now=now)
        packer = AgePacker()
        parties = RecipientsSet(
            central=sealing.recipient_of(here.keys.identity),
            escrow=packer.new_recipient(tmp_path / "escrow.txt"),
            central_signing_key=here.keys.public_key,
        )
        ledger.append([Draft(event=parties, entity="S01-A")], author=author, expected_seq=ledger.head().seq)
        out = tmp_path / "packages"
        out.mkdir()

        def export() -> Path:
            made = export_package(
                ledger, packer, clock=clock, author=author, folder=out, version=VERSION, progress=go_on
            )
            return made.path

        before = ledger.head()
        report = here.ingest(export())
        assert [item.code for item in report.files] == ["PACKAGE_TAKEN_IN"]
        told = read_receipt(ledger, packer, report.receipts[0].read_bytes(), author=author)
        assert (told.held_seq, told.head) == (before.seq, before.hash)
        assert ledger.views.receipts()[0].held_seq == before.seq
        report = here.ingest(export())
        assert (report.files[0].code, report.files[0].added) == ("PACKAGE_TAKEN_IN", 2)
        assert ledger.verify().faults == ()
        with pytest.raises(Refusal, match="EXPORT_CANCELLED"):
            export_package(
                ledger,
                packer,
                clock=clock,
                author=author,
                folder=out,
                version=VERSION,
                progress=lambda step, _done, _total: step != "comparing",
                from_receipt=True,
            )
        assert len(list(out.iterdir())) == 2
        escrow = sealing.identity_from((tmp_path / "escrow.txt").read_text(encoding="ascii"))
        escrowed = replace(here.keys, identity=escrow)
        assert sealing.recipient_of(escrowed.identity) == parties.escrow
    finally:
        ledger.close()
