"""A station, its central and the way between them, by packages and receipts; shared by the tests of queries."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assessdesk.services import courier, queries
from assessdesk.services.central.queries import HeldQuery, listed
from assessdesk.services.courier import Received
from assessdesk.services.desk import Desk
from tests.central.running import Central, command, new_central
from tests.exchange.packing import VERSION, go_on
from tests.journeys import visit as journey
from tests.journeys.performance import Run
from tests.journeys.querying import CALF, LEFT, query_desk, sign, whole_visit

STUDY = "KCT0008961"
AT_LEFT = ("--visit", "baseline", "--instrument", CALF, "--slot", LEFT)


@dataclass
class Road:
    """A station and its central, and the way between them."""

    desk: Desk
    central: Central
    run: Run
    folder: Path

    @property
    def code(self) -> str:
        return self.run.done.record.code

    @property
    def participant(self) -> str:
        return self.run.done.record.participant

    def send(self) -> Path:
        """Hand a package in and return the receipt."""
        out = self.folder / "packages"
        out.mkdir(exist_ok=True)
        package = courier.send(self.desk, out, version=VERSION, progress=go_on).path
        report = self.central.ingest(package)
        assert [one.code for one in report.files] == ["PACKAGE_TAKEN_IN"]
        return report.receipts[0]

    def receipt(self) -> Path:
        """Let central write a new receipt."""
        before = set((self.folder / "receipts").glob("*.age"))
        assert self.say("receipts", "--receipts", str(self.folder / "receipts"), query=False) == 0
        (made,) = set((self.folder / "receipts").glob("*.age")) - before
        return made

    def read(self, receipt: Path) -> Received:
        return courier.receive(self.desk, receipt.read_bytes())

    def say(self, *words: str, query: bool = True) -> int:
        given = ["--db", self.central.url, "--keys", str(self.central.folder / "keys")]
        return command([*(["query"] if query else []), words[0], *given, *words[1:]])

    def ask(self, *place: str, text: str = "Is 33.4 the reading of the left side?") -> int:
        return self.say("raise", "--by", "DM-01", "--participant", self.code, *place, "--text", text)

    def held(self) -> list[HeldQuery]:
        return list(listed(self.central.store))

    def stands(self) -> list[tuple[str, str]]:
        return [(line.number, str(line.stand)) for line in queries.lines(self.desk, language="en")]


def new_road(tmp_path: Path) -> Road:
    """Return a station with one signed visit that central knows by its card."""
    here = new_central(tmp_path / "central", STUDY)
    clock = journey.StillClock()
    keys = journey.Central(here.keys.identity, here.keys.signing_key)
    desk = query_desk(tmp_path, clock, keys)
    courier.hand_card(desk, tmp_path / "card.json")
    enrol = ["enrol", "--db", here.url, "--card", str(tmp_path / "card.json"), "--fingerprint"]
    assert command([*enrol, courier.fingerprint(desk)]) == 0
    (tmp_path / "receipts").mkdir()
    run = whole_visit(desk, clock)
    sign(run)
    return Road(desk, here, run, tmp_path)
