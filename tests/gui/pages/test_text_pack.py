"""A text pack through the real window: looked at, adopted by a fingerprint that was heard, and then asked from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assessdesk.domain.commands import RecordChoice
from assessdesk.exchange.signatures import fingerprint, public_hex
from assessdesk.gui.demo.walkthrough import Walkthrough
from assessdesk.gui.look.theme import apply_theme
from assessdesk.gui.look.tokens import Scheme
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.services import assessments
from assessdesk.services.text_packs import asked_items, packs_of, sealed
from tests.gui.pages.walking import WholeInstrument
from tests.services.test_text_packs import ESAS, pack_text

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SPOKEN = fingerprint(public_hex(KEY))
ENTER = Qt.Key.Key_Return
CTRL = Qt.KeyboardModifier.ControlModifier
FIELD = "Fingerprint of the signer"


class AtExchange:
    """A station with the ESAS-r at its exchange page, and a file to read."""

    def __init__(self, folder: Path) -> None:
        self.whole = WholeInstrument(folder, "esas_r")
        self.desk, self.window = self.whole.desk, self.whole.window
        self.walk = Walkthrough(self.window)
        self.file = folder / "esas_r.ko.json"
        self.window.go(Destination(page="exchange"))
        page = self.window.current()
        assert isinstance(page, ExchangePage)
        self.page = page
        page.choose_file = lambda: str(self.file)

    def read(self, content: bytes | None = None) -> None:
        """Read the file by its key."""
        self.file.write_bytes(content or sealed(pack_text(), signer=public_hex(KEY), sign=KEY.sign))
        self.walk.press(Qt.Key.Key_R)

    def told(self) -> str:
        """What the page says came of it."""
        shown = self.page._told.finding()
        return f"{shown.lead} {shown.sentence}" if shown else ""

    def at_first_item(self) -> tuple[str, ...]:
        """What the capture page shows at the first item, answered in Korean from paper."""
        for slot, code in (("language", "ko"), ("mode", "paper"), ("other", "no")):
            assessments.perform(
                self.desk,
                self.desk.record(self.whole.row.participant),
                self.whole.visit,
                "esas_r",
                RecordChoice(slot=f"setup.{slot}", code=code),
            )
        return self.shown()

    def shown(self) -> tuple[str, ...]:
        """What the capture page shows."""
        self.whole.show("esas_r")
        return self.walk.names()


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path) -> AtExchange:
    apply_theme(qapp, Scheme.LIGHT)
    return AtExchange(tmp_path)


@pytest.mark.req("EXP-110")
def test_a_pack_is_shown_before_it_is_adopted_and_half_of_the_fingerprint_stays_to_be_heard(at: AtExchange) -> None:
    before = at.desk.ledger.head().seq
    at.read()
    seen = " ".join(at.walk.names())
    for fact in (
        "ESAS-r",
        "Korean",
        "nine_items",
        f"{len(tuple(asked_items(ESAS)))} items",
        "Holder",
        "Agreement 2025-014",
        "1 Oct 2025",
        SPOKEN[:9],
    ):
        assert fact in seen, fact
    assert SPOKEN[9:] not in seen
    assert at.desk.ledger.head().seq == before
    at.walk.press(Qt.Key.Key_Escape)
    assert at.page.pack.isHidden()
    assert packs_of(at.desk) == {}
    assert at.desk.ledger.head().seq == before


@pytest.mark.req("EXP-110")
def test_the_fingerprint_that_was_heard_adopts_and_another_does_not(at: AtExchange) -> None:
    at.read()
    at.walk.press(ENTER, CTRL)
    assert at.page.pack.findings()["heard"].startswith("This is needed.")
    at.walk.type(FIELD, f"{SPOKEN[:15]}0000")
    at.walk.press(ENTER, CTRL)
    assert at.page.pack.findings()["heard"].startswith("This is not the fingerprint of its signer.")
    assert packs_of(at.desk) == {}
    at.walk.type(FIELD, SPOKEN.lower().replace(" ", "-"))
    at.walk.press(ENTER)
    assert at.told().startswith("Adopted: ESAS-r")
    assert packs_of(at.desk)["esas_r", "ko"].items["core.q1"] == "Invented first question"
    at.read()
    assert "It replaces the pack of 1 Oct 2025" in " ".join(at.walk.names())


def signed(text: str) -> bytes:
    return sealed(text, signer=public_hex(KEY), sign=KEY.sign)


def altered(old: str, new: str) -> bytes:
    envelope = json.loads(signed(pack_text()))
    assert old in envelope["text"]
    return json.dumps({**envelope, "text": envelope["text"].replace(old, new)}).encode()


BAD = (
    (altered("first question", "other question"), "The signature of this text pack does not fit its text"),
    (signed(pack_text().replace('"esas_r"', '"esas_rr"')), "There is no instrument `esas_rr`"),
    (signed(pack_text().replace("nine_items", "ten_items")), "The pack is for the edition `ten_items`"),
    (b'{"format": "assessdesk-text-pack/9"}', "This is not a text pack"),
)


@pytest.mark.req("EXP-111")
@pytest.mark.parametrize(("content", "sentence"), BAD, ids=("altered", "instrument", "edition", "format"))
def test_a_bad_pack_is_said_and_nothing_is_offered(at: AtExchange, content: bytes, sentence: str) -> None:
    before = at.desk.ledger.head().seq
    at.read(content)
    assert at.told().startswith("Not accepted:")
    assert sentence in at.told()
    assert at.page.pack.isHidden()
    assert at.page._export.isEnabled()
    assert at.desk.ledger.head().seq == before


@pytest.mark.req("EXP-111")
def test_who_may_not_adopt_definitions_is_told_so(at: AtExchange) -> None:
    at.desk.roles = ("assessor",)
    at.page.refresh()
    at.read()
    assert "AS-04 may not do this" in at.told()
    assert at.page.pack.isHidden()


@pytest.mark.req("EXP-112")
def test_capture_asks_by_number_without_the_pack_and_in_its_words_with_it(at: AtExchange) -> None:
    at.whole.show("esas_r")
    without = at.at_first_item()
    assert {"Item 1", "0 to 10"} <= set(without)
    assert not any("Invented" in name for name in without)
    at.window.go(Destination(page="exchange"))
    at.read()
    at.walk.type(FIELD, SPOKEN)
    at.walk.press(ENTER, CTRL)
    assert {"Item 1", "Now Invented first question", "0 = None · 10 = Worst"} <= set(at.shown())
