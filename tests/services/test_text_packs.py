"""Text packs: read whole or not at all, adopted by a person who may, and without one an instrument stays on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.commands import RecordChoice, RecordText
from assessdesk.domain.station_events import DefinitionAdopted
from assessdesk.exchange.signatures import is_signed, public_hex
from assessdesk.ports import Refusal
from assessdesk.services import assessments, session
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.desk import Desk
from assessdesk.services.library import fill
from assessdesk.services.text_packs import (
    adopt,
    asked_items,
    modes_for,
    packs_of,
    parse_text_pack,
    read_text_pack,
    sealed,
    wording_for,
)
from tests.journeys.asking import asking_desk
from tests.journeys.visit import PASSPHRASE, USER, StillClock, do, enrol, library, open_baseline

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SIGNER = public_hex(KEY)
INSTRUMENTS = library().instruments
ESAS, NRS = INSTRUMENTS["esas_r"], INSTRUMENTS["nrs_pain"]
DOCS = Path(__file__).parents[2] / "docs"
Change = Callable[[dict[str, str]], object]


def pack_text(language: str = "ko", *, first: str = "Invented first question") -> str:
    """Return an invented pack for the nine items of the ESAS-r."""
    lines = [f'"{path}" = "{first if path == "core.q1" else "Invented question"}"' for path, _ in asked_items(ESAS)]
    return "\n".join([
        'instrument = "esas_r"',
        'edition = "nine_items"',
        f'language = "{language}"',
        'licence_holder = "Holder"',
        'licence_reference = "Agreement 2025-014"',
        'date = "2025-10-01"',
        'recall = "Now"',
        "[items]",
        *lines,
        "[anchors.nrs]",
        '10 = "Worst"',
        '0 = "None"',
        '[anchors."core.q9"]',
        '0 = "Best"',
        "",
    ])  # fmt: skip


def packed(text: str | None = None) -> bytes:
    return sealed(pack_text() if text is None else text, signer=SIGNER, sign=KEY.sign)


def changed(change: Change) -> bytes:
    envelope = json.loads(packed())
    change(envelope)
    return json.dumps(envelope).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return asking_desk(tmp_path, StillClock(), "esas_r", "nrs_pain")


@pytest.mark.req("DEF-102")
def test_a_pack_is_read_from_its_envelope() -> None:
    pack = read_text_pack(packed(), INSTRUMENTS, verify=is_signed)
    assert (pack.id, pack.edition, pack.licence_reference) == ("esas_r.ko", "nine_items", "Agreement 2025-014")
    assert pack.items["core.q1"] == "Invented first question"
    assert (pack.signer, pack.text) == (SIGNER, pack_text())


@pytest.mark.req("DEF-102")
def test_line_ends_do_not_break_a_signature() -> None:
    content = sealed(pack_text().replace("\n", "\r\n"), signer=SIGNER, sign=KEY.sign)
    assert read_text_pack(content, INSTRUMENTS, verify=is_signed).text == pack_text()


BROKEN: tuple[tuple[str, Change], ...] = (
    ("TEXT_PACK_ALTERED", lambda held: held.update(text=held["text"].replace("first", "last"))),
    ("TEXT_PACK_ALTERED", lambda held: held.update(signature="0" * 128)),
    ("TEXT_PACK_ALTERED", lambda held: held.update(signer=public_hex(Ed25519PrivateKey.generate()))),
    ("TEXT_PACK_UNREADABLE", lambda held: held.update(signature=held["signature"].upper() + "00")),
    ("TEXT_PACK_UNREADABLE", lambda held: held.update(signer="S01")),
    ("TEXT_PACK_UNREADABLE", lambda held: held.update(format="assessdesk-text-pack/2")),
    ("TEXT_PACK_UNREADABLE", lambda held: held.update(more="x")),
    ("TEXT_PACK_UNREADABLE", lambda held: held.pop("signer")),
)


@pytest.mark.req("DEF-102")
@pytest.mark.parametrize(("code", "change"), BROKEN)
def test_a_broken_or_altered_envelope_is_refused(code: str, change: Change) -> None:
    with pytest.raises(Refusal) as refused:
        read_text_pack(changed(change), INSTRUMENTS, verify=is_signed)
    assert refused.value.code == code


@pytest.mark.req("DEF-102")
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"[" * 100_000, b'{"text": 1}', b" " * 1_000_001])
def test_what_is_no_envelope_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read_text_pack(content, INSTRUMENTS, verify=is_signed)
    assert refused.value.code == "TEXT_PACK_UNREADABLE"


FAULTY = (
    ('instrument = "esas_r"', 'instrument = "esas_rr"', "DEF-501", "Did you mean `esas_r`?"),
    ('edition = "nine_items"', 'edition = "ten_items"', "DEF-501", "`nine_items`"),
    ('language = "ko"', 'language = "fr"', "DEF-106", "ko"),
    ('licence_reference = "Agreement 2025-014"\n', "", "DEF-104", "Add it."),
    ('date = "2025-10-01"', 'date = "2025-13-01"', "DEF-105", "2025-11-18"),
    ('"core.q2" = "Invented question"\n', "", "DEF-502", "Write it."),
    ('"core.q2" = ', '"core.q22" = ', "DEF-502", "Did you mean"),
    ("[anchors.nrs]", "[anchors.vas]", "DEF-503", "nrs"),
    ('10 = "Worst"', 'ten = "Worst"', "DEF-107", "0-9"),
    ("Invented first question", "A\u202eB", "DEF-108", "Remove them."),
)


@pytest.mark.req("DEF-102")
@pytest.mark.parametrize(("old", "new", "code", "remedy"), FAULTY)
def test_a_fault_of_a_pack_has_code_and_remedy(old: str, new: str, code: str, remedy: str) -> None:
    text = pack_text()
    assert text.count(old) == 1
    with pytest.raises(DefinitionFaults) as refused:
        parse_text_pack(text.replace(old, new), INSTRUMENTS)
    assert any(fault.code == code and remedy in fault.remedy for fault in refused.value.faults), refused.value.faults


@pytest.mark.req("DEF-102")
def test_all_faults_are_said_at_once_and_counted() -> None:
    text = pack_text().replace('"core.q2"', '"core.q0"').replace("nine_items", "ten")
    with pytest.raises(Refusal) as refused:
        read_text_pack(packed(text), INSTRUMENTS, verify=is_signed)
    assert (refused.value.code, refused.value.arguments["count"]) == ("TEXT_PACK_FAULTS", "3")
    assert "DEF-501" in refused.value.arguments["first"]


@pytest.mark.req("DEF-103")
def test_a_pack_is_adopted_with_its_envelope_and_survives_a_lock(desk: Desk) -> None:
    content = packed()
    adopt(desk, content, signer=SIGNER, verify=is_signed)
    facts = [entry.event for entry in desk.ledger.entries(kinds=("definition.adopted",))]
    last = facts[-1]
    assert isinstance(last, DefinitionAdopted)
    assert (last.type, last.id, last.version, last.text) == ("text_pack", "esas_r.ko", "nine_items", content.decode())
    session.lock(desk, "asked")
    session.sign_in(desk, USER, PASSPHRASE)
    assert packs_of(desk)["esas_r", "ko"].items["core.q1"] == "Invented first question"
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("DEF-103")
def test_a_later_pack_replaces_an_earlier_one(desk: Desk) -> None:
    for first in ("Earlier wording", "Later wording"):
        adopt(desk, packed(pack_text(first=first)), signer=SIGNER, verify=is_signed)
    assert packs_of(desk)["esas_r", "ko"].items["core.q1"] == "Later wording"
    assert set(packs_of(desk)) == {("esas_r", "ko")}


@pytest.mark.req("DEF-103")
def test_a_pack_of_another_signer_is_not_adopted(desk: Desk) -> None:
    other = public_hex(Ed25519PrivateKey.generate())
    with pytest.raises(Refusal) as refused:
        adopt(desk, packed(), signer=other, verify=is_signed)
    assert refused.value.code == "TEXT_PACK_OTHER_SIGNER"
    assert packs_of(desk) == {}


@pytest.mark.req("DEF-103")
def test_adopting_needs_the_permission(desk: Desk) -> None:
    desk.roles = ("assessor",)
    with pytest.raises(Refusal) as refused:
        adopt(desk, packed(), signer=SIGNER, verify=is_signed)
    assert refused.value.code == "NOT_PERMITTED"


@pytest.mark.req("DEF-104")
def test_wording_comes_from_the_pack_of_exactly_that_language(desk: Desk) -> None:
    assert wording_for(ESAS, "core.q1", "ko", packs=packs_of(desk)) is None
    adopt(desk, packed(), signer=SIGNER, verify=is_signed)
    packs = packs_of(desk)
    found = wording_for(ESAS, "core.q1", "ko", packs=packs)
    assert found is not None
    assert (found.question, found.recall) == ("Invented first question", "Now")
    assert list(found.anchors.items()) == [("0", "None"), ("10", "Worst")]
    own = wording_for(ESAS, "core.q9", "ko", packs=packs)
    assert own is not None
    assert own.anchors == {"0": "Best"}
    assert wording_for(ESAS, "core.q1", "zh", packs=packs) is None
    assert wording_for(ESAS, "core.q1", "en", packs=packs) is None


@pytest.mark.req("DEF-104")
def test_our_own_wording_needs_no_pack() -> None:
    found = wording_for(NRS, "worst.pain", "ko", packs={})
    assert found is not None
    assert "24시간" in found.question
    assert wording_for(INSTRUMENTS["phq9"], "core.q9", "en", packs={}) is None


@pytest.mark.req("CAP-200")
def test_without_a_pack_the_mode_is_paper(desk: Desk) -> None:
    row = enrol(desk)
    visit = open_baseline(desk, row)
    done = do(desk, row, visit, "esas_r", RecordChoice(slot="setup.language", code="ko"))
    for mode in ("self", "interview"):
        with pytest.raises(Refusal) as refused:
            assessments.perform(desk, done.record, visit, "esas_r", RecordChoice(slot="setup.mode", code=mode))
        assert refused.value.code == "TEXT_PACK_NEEDED"
        for language in ("en", "ko", "zh"):
            said = fill(library().sentences, refused.value.code, refused.value.arguments, language)
            assert "ESAS-r" in said
            assert "[" not in said
    paper = RecordChoice(slot="setup.mode", code="paper")
    done = assessments.perform(desk, done.record, visit, "esas_r", paper)
    done = assessments.perform(desk, done.record, visit, "esas_r", RecordChoice(slot="setup.other", code="no"))
    done = assessments.perform(desk, done.record, visit, "esas_r", RecordText(slot="core.q1", text="3"))
    assert done.entries


@pytest.mark.req("CAP-200")
def test_with_a_pack_in_its_language_every_mode_is_open(desk: Desk) -> None:
    adopt(desk, packed(), signer=SIGNER, verify=is_signed)
    packs = packs_of(desk)
    assert modes_for(ESAS, "ko", packs=packs) == ("self", "interview", "paper")
    assert modes_for(ESAS, "zh", packs=packs) == ("paper",)
    assert modes_for(NRS, "zh", packs={}) == ("self", "interview", "paper")
    row = enrol(desk)
    visit = open_baseline(desk, row)
    done = do(desk, row, visit, "esas_r", RecordChoice(slot="setup.language", code="ko"))
    assert assessments.perform(desk, done.record, visit, "esas_r", RecordChoice(slot="setup.mode", code="self")).entries


@pytest.mark.req("DEF-102")
def test_the_written_format_is_that_of_the_program() -> None:
    written = (DOCS / "text-pack-format.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", written, re.DOTALL)
    assert example is not None
    pack = parse_text_pack(example.group(1), INSTRUMENTS)
    assert pack.anchors["sarcf.item"]["2"] == "Words of the highest answer"
    assert set(re.findall(r"^\| `(\w+)` \| ", written.split("## The envelope")[1], re.MULTILINE)) == set(
        json.loads(packed())
    )
