"""A participant answers a questionnaire alone: what may be handed over, the questions in order, and their answers.

An answer is a fact like any other. One that the participant changes before handing the screen back is a correction
with a coded reason (docs/adr/0016-self-entry-is-sealed.md). It must not know how a question looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessdesk.domain.checks import Severity
from assessdesk.domain.commands import RecordChoice, RecordMissing, RecordText
from assessdesk.domain.consequences import SKIPPED
from assessdesk.domain.events import Confirmation, plain_decimal
from assessdesk.domain.guide import AskStep
from assessdesk.domain.instrument import ItemKind
from assessdesk.domain.record import Assessment, Record, Turn
from assessdesk.domain.slots import Context, Slot, slots_of
from assessdesk.domain.values import Choice, Missing, Quantity, Text, Value
from assessdesk.ports import Refusal
from assessdesk.services import assessments
from assessdesk.services.assessments import Performed, context_of
from assessdesk.services.corrections import barred_beside, changes_course, read_value, write_corrections
from assessdesk.services.desk import Desk
from assessdesk.services.text_packs import LANGUAGE_SLOT, MODE_SLOT, Wording, packs_of, wording_for

SELF = "self"
DECLINED, CHANGED, OTHER = "ND01", "R1", "C4"
"""Codes of the shipped reasons: refused, changed before handing back, confirmed for another reason (with words)."""
MOST_TILES = 10
LINE = 100
"""From where to where numbers stand on tiles, and how long a line is that is touched."""


class Handing(StrEnum):
    """Whether an instrument can be handed to the participant now."""

    NOT_NOW = "not_now"
    OFFERED = "offered"
    NOTHING_TO_READ = "nothing_to_read"


class AnswerKind(StrEnum):
    """How a question is answered: on tiles, from a list of words, on a line, by a number or a text that is typed."""

    SCALE = "scale"
    LIST = "list"
    LINE = "line"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as the participant reads it.

    `options` are the answers of a list, each with what is recorded and its words; `low` and `high` bound a number and
    `low_words` and `high_words` stand at its ends. `answer` is what was recorded, as typed; `declined` says that the
    participant would rather not answer.
    """

    slot: str
    kind: AnswerKind
    text: str
    recall: str = ""
    low: int = 0
    high: int = 0
    low_words: str = ""
    high_words: str = ""
    options: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    declined: bool = False

    @property
    def closed(self) -> bool:
        """Say whether it was answered or declined."""
        return self.declined or bool(self.answer)


def language_of(assessment: Assessment) -> str:
    """Return the language in which an assessment is answered, or nothing while it is not stated."""
    live = assessment.live(LANGUAGE_SLOT)
    return live.value.code if live and isinstance(live.value, Choice) else ""


def handing_of(desk: Desk, record: Record, visit: str, instrument: str) -> Handing:
    """Say whether the questions of an instrument can be handed to the participant now.

    They can once the set-up says that the participant answers and a question is next; with the wording of every
    question in the language of the questionnaire, because there is nothing to read without it.
    """
    assessment = record.visits[visit].of(instrument)
    mode = assessment.live(MODE_SLOT) if assessment else None
    if assessment is None or mode is None or mode.value != Choice(code=SELF):
        return Handing.NOT_NOW
    step = assessments.step_of(desk, record, visit, instrument)
    if not isinstance(step, AskStep) or step.slot.section.setup:
        return Handing.NOT_NOW
    read = all(wording is not None for _, wording in _asked(desk, record, assessment))
    return Handing.OFFERED if read else Handing.NOTHING_TO_READ


def _asked(desk: Desk, record: Record, assessment: Assessment) -> list[tuple[Slot, Wording | None]]:
    """Return the slots that are asked, those skipped by rule left out, each with its wording."""
    definition = desk.instruments[assessment.instrument]
    language, packs = language_of(assessment), packs_of(desk)
    context = context_of(desk, record, assessment.visit, assessment.instrument)
    return [
        (slot, wording_for(definition, f"{slot.section.id}.{slot.item.id}", language, packs=packs))
        for slot in slots_of(context, assessment)
        if not slot.section.setup and not _skipped(assessment.live(slot.key))
    ]


def _skipped(live: Turn | None) -> bool:
    return live is not None and live.missing is not None and live.missing.code == SKIPPED


def questions_of(desk: Desk, record: Record, visit: str, instrument: str) -> tuple[Question, ...]:
    """Return the questions of an instrument in order, with what was answered so far.

    Raises Refusal: not begun, or the wording of a question is not on this station.
    """
    assessment = _begun(record, visit, instrument)
    context = context_of(desk, record, visit, instrument)
    language = language_of(assessment)
    found: list[Question] = []
    for slot, wording in _asked(desk, record, assessment):
        if wording is None:
            raise Refusal("NOTHING_TO_READ", language=language or "-")
        found.append(_question(slot, wording, context, assessment.live(slot.key), language=language))
    return tuple(found)


def _begun(record: Record, visit: str, instrument: str) -> Assessment:
    assessment = record.visits[visit].of(instrument)
    if assessment is None:
        raise Refusal("NOT_STARTED", instrument=instrument)
    return assessment


def _question(slot: Slot, wording: Wording, context: Context, live: Turn | None, *, language: str) -> Question:
    """Return one question; every answer with words makes a list, a short scale makes tiles, 0 to 100 a line."""
    limit = context.limit(slot.item)
    low, high = (int(limit.hard_min), int(limit.hard_max)) if limit else (0, 0)
    anchors = wording.anchors
    options: tuple[tuple[str, str], ...] = ()
    if slot.item.kind is ItemKind.TEXT:
        kind = AnswerKind.TEXT
    elif slot.item.kind is ItemKind.CHOICE:
        kind = AnswerKind.LIST
        options = tuple((option.code, option.title.get(language)) for option in slot.item.options)
    elif high - low <= MOST_TILES and all(str(number) in anchors for number in range(low, high + 1)):
        kind = AnswerKind.LIST
        options = tuple((str(number), anchors[str(number)]) for number in range(low, high + 1))
    elif high - low <= MOST_TILES:
        kind = AnswerKind.SCALE
    else:
        kind = AnswerKind.LINE if (low, high) == (0, LINE) else AnswerKind.NUMBER
    return Question(
        slot=slot.key,
        kind=kind,
        text=wording.question,
        recall=wording.recall,
        low=low,
        high=high,
        low_words=anchors.get(str(low), ""),
        high_words=anchors.get(str(high), ""),
        options=options,
        answer=_as_typed(live),
        declined=live is not None and live.missing is not None,
    )


def _as_typed(live: Turn | None) -> str:
    match live.value if live else None:
        case Quantity(value=number):
            return plain_decimal(number)
        case Choice(code=code):
            return code
        case Text(text=text):
            return text
        case _:
            return ""


def answer(
    desk: Desk, record: Record, visit: str, instrument: str, *, slot: str, text: str, sure: bool = False
) -> Performed:
    """Record an answer, or the change of one. With `sure` the participant has confirmed an unusual one.

    Findings without entries: not a possible answer, or an unusual one that is not confirmed yet. Raises Refusal.
    """
    assessment = _begun(record, visit, instrument)
    context = context_of(desk, record, visit, instrument)
    place = next((one for one in slots_of(context, assessment) if one.key == slot), None)
    if place is None:
        raise Refusal("WRONG_SLOT", what=slot)
    if assessment.live(slot) is None:
        done = _record(desk, record, visit, instrument, slot=place, text=text, confirmations=())
        soft = [finding.code for finding in done.findings if finding.severity is Severity.SOFT]
        if done.entries or not soft or not sure:
            return done
        words = desk.library.sentence("KIOSK_CONFIRMED", {}, language_of(assessment))
        given = tuple(Confirmation(finding=code, reason=OTHER, text=words) for code in soft)
        return _record(desk, record, visit, instrument, slot=place, text=text, confirmations=given)
    value, finding = read_value(text, place, context)
    if value is None or (finding is not None and (finding.severity is Severity.HARD or not sure)):
        return Performed(record=record, findings=(finding,) if finding else (), entries=())
    barred = barred_beside(value, slot, assessment, context)
    if barred:
        return Performed(record=record, findings=barred, entries=())
    return _change(desk, record, assessment, context, slot=place, value=value)


def _record(
    desk: Desk,
    record: Record,
    visit: str,
    instrument: str,
    *,
    slot: Slot,
    text: str,
    confirmations: tuple[Confirmation, ...],
) -> Performed:
    """Record the first answer to a question by the same commands with which an assessor records one."""
    if slot.item.kind is ItemKind.CHOICE:
        return assessments.perform(
            desk, record, visit, instrument, RecordChoice(slot=slot.key, code=text, confirmations=confirmations)
        )
    return assessments.perform(
        desk, record, visit, instrument, RecordText(slot=slot.key, text=text, confirmations=confirmations)
    )


def is_unusual(done: Performed) -> bool:
    """Say whether an answer was only questioned: the same answer with `sure` records it."""
    return bool(done.findings) and all(finding.severity is Severity.SOFT for finding in done.findings)


def decline(desk: Desk, record: Record, visit: str, instrument: str, *, slot: str) -> Performed:
    """Record that the participant would rather not answer a question, or no longer wants to. Raises Refusal."""
    assessment = _begun(record, visit, instrument)
    if assessment.live(slot) is None:
        return assessments.perform(desk, record, visit, instrument, RecordMissing(slot=slot, code=DECLINED))
    context = context_of(desk, record, visit, instrument)
    place = next(one for one in slots_of(context, assessment) if one.key == slot)
    return _change(desk, record, assessment, context, slot=place, value=Missing(code=DECLINED))


def _change(
    desk: Desk, record: Record, assessment: Assessment, context: Context, *, slot: Slot, value: Value
) -> Performed:
    """Write that the participant changed an answer; the same answer writes nothing.

    Whoever may capture may hand over: the change is the participant's own, made before anybody has used the answer.
    Raises Refusal when other questions would follow.
    """
    desk.require("capture")
    live = assessment.live(slot.key)
    if live is None or live.value == value:
        return Performed(record=record, findings=(), entries=())
    if changes_course(live.value, value, slot.key, context):
        raise Refusal("ANSWER_LEADS_ON")
    reason = desk.library.reasons.find(CHANGED)
    words = f"{reason.code} {reason.title.get('en')}"
    return write_corrections(desk, record, assessment, {slot.key: value}, reason=words)


def may_leave(desk: Desk, passphrase: str) -> bool:
    """Say whether a passphrase is that of the person who is signed in and handed the screen over; else it is noted."""
    return desk.opened is not None and desk.is_author(passphrase)
