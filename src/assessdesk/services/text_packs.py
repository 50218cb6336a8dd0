"""A site's text packs: the licensed wording of a questionnaire in one language, signed, checked and adopted.

Without a pack such an instrument is entered from the licensed paper, by item number. The signature check is handed in;
this module knows no crypto library, and it must not know how wording is shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from assessdesk.domain.commands import Command, RecordChoice
from assessdesk.domain.instrument import Instrument, Item
from assessdesk.domain.record import Record
from assessdesk.domain.station_events import DefinitionAdopted
from assessdesk.domain.values import Choice, LocalText
from assessdesk.ports import Refusal
from assessdesk.services.definitions.faults import (
    DefinitionFaults,
    Fault,
    Node,
    check_leaves,
    digest_of,
    exact_text,
    nearest,
    parse_toml,
)
from assessdesk.services.definitions.shapes import Id, Language, Line, Shape
from assessdesk.services.definitions.shaping import shape_of
from assessdesk.services.desk import Desk, station_fact
from assessdesk.services.fingerprints import is_same

FORMAT: Final = "assessdesk-text-pack/1"
TYPE: Final = "text_pack"
MODES: Final = ("self", "interview", "paper")
FROM_PAPER: Final = ("paper",)
MODE_SLOT, LANGUAGE_SLOT = "setup.mode", "setup.language"
_LARGEST: Final = 1_000_000
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_SIGNATURE: Final = re.compile(r"[0-9a-f]{128}")
_ENVELOPE: Final = ("format", "signer", "signature", "text")

# Says whether a signature (second) over a message (third) was made with the Ed25519 key (hex, first).
Verify = Callable[[str, bytes, bytes], bool]
ItemPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+\.[a-z0-9_]+$", max_length=130)]
AnchorPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$", max_length=130)]
Answer = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}$")]


class TextPackShape(Shape):
    """The keys of a text pack."""

    instrument: Id
    edition: Id
    language: Language
    licence_holder: Line
    licence_reference: Line
    date: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    recall: Line | None = None
    items: Annotated[dict[ItemPath, Line], Field(min_length=1)]
    anchors: dict[AnchorPath, dict[Answer, Line]] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPack:
    """The wording of one instrument in one language; `anchors` by item or by limit, then by answer."""

    instrument: str
    edition: str
    language: str
    licence_holder: str
    licence_reference: str
    date: str
    recall: str
    items: Mapping[str, str]
    anchors: Mapping[str, Mapping[str, str]]
    signer: str
    text: str

    @property
    def id(self) -> str:
        """Under which id the ledger holds it."""
        return f"{self.instrument}.{self.language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A pack that was read and found good, its signer's fingerprint, and the pack in force that it would replace."""

    pack: TextPack
    fingerprint: str
    replaces: TextPack | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What is asked at one item: the question, the period it is about, and words by answer, lowest answer first."""

    question: str
    recall: str
    anchors: Mapping[str, str]


def stamped(text: str) -> bytes:
    """Return what is signed: the name of the format, a line end, the pack's exact text in UTF-8."""
    return FORMAT.encode("ascii") + b"\n" + exact_text(text).encode("utf-8")


def sealed(text: str, *, signer: str, sign: Callable[[bytes], bytes]) -> bytes:
    """Return the envelope of a pack, signed with the key whose public half is `signer` (hex)."""
    envelope = {"format": FORMAT, "signer": signer, "signature": sign(stamped(text)).hex(), "text": exact_text(text)}
    return (json.dumps(envelope, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_text_pack(content: bytes, instruments: Mapping[str, Instrument], *, verify: Verify) -> TextPack:
    """Return the pack in an envelope whose signature holds, for one of `instruments`.

    Raises Refusal when it is no envelope or was altered, and with every fault of the pack when it does not fit.
    """
    envelope = _opened(content)
    text, signer = envelope["text"], envelope["signer"]
    if not verify(signer, bytes.fromhex(envelope["signature"]), stamped(text)):
        raise Refusal("TEXT_PACK_ALTERED")
    try:
        return parse_text_pack(text, instruments, signer=signer)
    except DefinitionFaults as refused:
        told = Refusal("TEXT_PACK_FAULTS", count=len(refused.faults), first=refused.faults[0])
        raise told from refused


def _opened(content: bytes) -> dict[str, str]:
    """Return the parts of an envelope. Raises Refusal."""
    if len(content) > _LARGEST:
        raise Refusal("TEXT_PACK_UNREADABLE", detail="too large")
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as trouble:
        raise Refusal("TEXT_PACK_UNREADABLE", detail="JSON") from trouble
    if not isinstance(found, dict) or set(found) != set(_ENVELOPE):
        raise Refusal("TEXT_PACK_UNREADABLE", detail=", ".join(_ENVELOPE))
    parts = {name: value for name, value in found.items() if isinstance(value, str)}
    if len(parts) < len(_ENVELOPE) or parts["format"] != FORMAT:
        raise Refusal("TEXT_PACK_UNREADABLE", detail=FORMAT)
    if not _KEY.fullmatch(parts["signer"]) or not _SIGNATURE.fullmatch(parts["signature"]):
        raise Refusal("TEXT_PACK_UNREADABLE", detail="signature")
    return parts


def parse_text_pack(
    text: str, instruments: Mapping[str, Instrument], *, signer: str = "", file: str = "text_pack.toml"
) -> TextPack:
    """Return the pack that a text defines. Raises DefinitionFaults with all faults at once."""
    root = parse_toml(text, file)
    shape, faults = shape_of(root, TextPackShape, file)
    found = [*faults, *check_leaves(root, file), *_check_pack(root, instruments, file)]
    if found or shape is None:
        raise DefinitionFaults(found)
    return TextPack(
        instrument=shape.instrument,
        edition=shape.edition,
        language=shape.language,
        licence_holder=shape.licence_holder,
        licence_reference=shape.licence_reference,
        date=shape.date,
        recall=shape.recall or "",
        items=dict(shape.items),
        anchors={name: dict(words) for name, words in shape.anchors.items()},
        signer=signer,
        text=exact_text(text),
    )


def _check_pack(root: Node, instruments: Mapping[str, Instrument], file: str) -> Iterator[Fault]:
    """Yield what does not fit between a pack and its instrument."""
    try:
        date.fromisoformat(root.word("date") or "2000-01-01")
    except ValueError:
        yield Fault("DEF-105", file, "date", f"`{root.word('date')[:20]}` is not a day.", "Write it as 2025-11-18.")
    identity = root.word("instrument")
    if not identity:
        return
    instrument = instruments.get(identity)
    if instrument is None:
        what = f"There is no instrument `{identity[:60]}`."
        yield Fault("DEF-501", file, "instrument", what, nearest(identity, instruments))
        return
    if root.word("edition") != instrument.edition:
        what = f"The pack is for the edition `{root.word('edition')[:60]}`."
        yield Fault("DEF-501", file, "edition", what, f"The edition in force is `{instrument.edition}`.")
    asked = dict(asked_items(instrument))
    given = root.child("items")
    for path in given.table if given else ():
        if path not in asked:
            yield Fault("DEF-502", file, f"items.{path}", f"`{path}` is not asked.", nearest(path, asked))
    for path in asked:
        if given is not None and path not in given.table:
            yield Fault("DEF-502", file, f"items.{path}", f"`{path}` has no wording.", "Write it.")
    limits = {item.limit for item in asked.values() if item.limit}
    anchors = root.child("anchors")
    for path in anchors.table if anchors else ():
        if path not in asked and path not in limits:
            what = f"`{path}` is neither an item nor a limit of this instrument."
            yield Fault("DEF-503", file, f"anchors.{path}", what, nearest(path, [*asked, *limits]))


def asked_items(instrument: Instrument) -> Iterator[tuple[str, Item]]:
    """Yield what a questionnaire asks, as `section.item`; set-up facts are the program's own."""
    for section in instrument.sections:
        if not section.setup:
            yield from ((f"{section.id}.{item.id}", item) for item in section.items)


def adopt(desk: Desk, content: bytes, *, signer: str, verify: Verify) -> TextPack:
    """Take a pack into the ledger and return it; `signer` is the key (hex) that the site named over another channel.

    Needs the permission `definitions`. Raises Refusal; then nothing was adopted.
    """
    desk.require("definitions")
    pack = read_text_pack(content, desk.instruments, verify=verify)
    if pack.signer != signer:
        raise Refusal("TEXT_PACK_OTHER_SIGNER", found=pack.signer, expected=signer)
    text = content.decode("utf-8")
    adopted = DefinitionAdopted(type=TYPE, id=pack.id, version=pack.edition, digest=digest_of(text), text=text)
    desk.append(station_fact(desk.ledger.station, adopted))
    return pack


def is_text_pack(content: bytes) -> bool:
    """Say whether a file means to be a text pack; whether it is a good one is found out by reading it."""
    return FORMAT.partition("/")[0].encode("ascii") in content


def offer(desk: Desk, content: bytes) -> Offer:
    """Return what a file offers, for a person to look at before it is adopted; nothing is written.

    Needs the permission `definitions`. Raises Refusal.
    """
    desk.require("definitions")
    pack = read_text_pack(content, desk.instruments, verify=desk.signatures.is_signed)
    in_force = packs_of(desk).get((pack.instrument, pack.language))
    return Offer(pack=pack, fingerprint=desk.signatures.fingerprint(pack.signer), replaces=in_force)


def adopt_heard(desk: Desk, content: bytes, *, heard: str) -> Offer:
    """Adopt a pack whose signer's fingerprint was heard over another channel, and return it with what it replaces.

    Raises Refusal; then nothing was adopted.
    """
    offered = offer(desk, content)
    if not is_same(heard, offered.fingerprint):
        raise Refusal("TEXT_PACK_OTHER_SIGNER", found=offered.fingerprint, expected=heard.strip() or "-")
    adopt(desk, content, signer=offered.pack.signer, verify=desk.signatures.is_signed)
    return offered


def packs_of(desk: Desk) -> Mapping[tuple[str, str], TextPack]:
    """Return the packs in force by instrument and language: the last adopted one for the edition in force.

    They were checked when they were adopted, and the ledger's own signature covers them since.
    """
    found: dict[tuple[str, str], TextPack] = {}
    for row in desk.ledger.views.definitions():
        if row.type != TYPE:
            continue
        envelope = _opened(row.text.encode("utf-8"))
        try:
            pack = parse_text_pack(envelope["text"], desk.instruments, signer=envelope["signer"])
        except DefinitionFaults:
            continue  # made for an edition that is no longer in force: it stays in the ledger and is not used
        found[pack.instrument, pack.language] = pack
    return found


def wording_for(
    instrument: Instrument, item: str, language: str, *, packs: Mapping[tuple[str, str], TextPack]
) -> Wording | None:
    """Return what is asked at an item (`section.item`) in a language, or None when nobody has supplied the wording.

    Own wording comes from the definition; any other comes from the site's pack alone, never from another language.
    """
    asked = dict(asked_items(instrument))[item]
    pack = packs.get((instrument.id, language))
    if pack is not None:
        words = pack.anchors.get(item) or pack.anchors.get(asked.limit) or {}
        ordered = {answer: words[answer] for answer in sorted(words, key=int)}
        return Wording(question=pack.items[item], recall=pack.recall, anchors=ordered)
    if instrument.needs_text_pack or not asked.title.has(language):
        return None
    section = instrument.by_section[item.partition(".")[0]]
    said: LocalText = section.script.say if section.script else asked.title
    return Wording(question=said.get(language), recall="", anchors={})


def modes_for(instrument: Instrument, language: str, *, packs: Mapping[tuple[str, str], TextPack]) -> tuple[str, ...]:
    """Return how an instrument may be answered in a language: every way, or, without its wording, from paper only."""
    held = (instrument.id, language) in packs
    return MODES if held or not instrument.needs_text_pack else FROM_PAPER


def require_mode(desk: Desk, record: Record, visit: str, instrument: str, *, command: Command) -> None:
    """Raise Refusal when a command would have a questionnaire answered in a way that its licence does not allow.

    The language is asked before the mode; changing neither is needed for a command of any other kind.
    """
    if not isinstance(command, RecordChoice) or command.slot != MODE_SLOT:
        return
    definition = desk.instruments_at(record.visits[visit])[instrument]
    assessment = record.visits[visit].of(instrument)
    chosen = assessment.live(LANGUAGE_SLOT) if assessment else None
    language = chosen.value.code if chosen and isinstance(chosen.value, Choice) else ""
    if command.code not in modes_for(definition, language, packs=packs_of(desk)):
        raise Refusal(
            "TEXT_PACK_NEEDED",
            instrument=definition.title.get("en"),
            holder=definition.licence_holder,
            language=language or "-",
        )
