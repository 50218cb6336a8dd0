"""The days and facts that a study asks for about a participant: anchors, strata and other facts, infusions.

Each is stated once and changed with a reason, only on a true change. It must not know which windows ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assessdesk.domain.conduct import BASELINE
from assessdesk.domain.conduct_events import AnchorStated, InfusionStated, StudyFactStated
from assessdesk.domain.record import Record
from assessdesk.domain.scoring.decimals import plain_decimal
from assessdesk.domain.study_conduct import StudyFact
from assessdesk.ports import Refusal
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.wording import plain, read_day

MOST_CYCLES = 99


def state_anchor(desk: Desk, participant: str, anchor: str, *, day: str, reason: str = "") -> None:
    """State the day from which visits are counted (`baseline` or an anchor of the study). Raises Refusal."""
    record = _enrolled(desk, participant)
    known = (BASELINE, *(each.id for each in desk.in_force.conduct.anchors))
    if anchor not in known:
        raise Refusal("UNKNOWN_ANCHOR", anchor=anchor, known=", ".join(known))
    stated = read_day(day, "ANCHOR_DATE").isoformat()
    if stated < record.consent_date:
        raise Refusal("DAY_BEFORE_CONSENT", date=stated, consent=record.consent_date)
    if stated_anchor(record, anchor) == stated:
        return
    why = _why(record, reason, changes=bool(stated_anchor(record, anchor)))
    event = AnchorStated(participant=participant, anchor=anchor, date=stated, reason=why)
    desk.append(participant_fact(participant, event, definition=desk.in_force.digest))


def stated_anchor(record: Record, anchor: str) -> str:
    """Return the day of an anchor, or nothing while it is not known."""
    return record.anchor_date if anchor == BASELINE else record.conduct.anchors.get(anchor, "")


def state_fact(desk: Desk, participant: str, fact: str, *, value: str, reason: str = "") -> None:
    """State a fact that the study asks for: an ISO day, plain digits or the code of an option. Raises Refusal."""
    record = _enrolled(desk, participant)
    asked = next((each for each in desk.in_force.conduct.facts if each.id == fact), None)
    if asked is None:
        raise Refusal("UNKNOWN_FACT", fact=fact)
    read = _value_of(asked, value)
    held = record.conduct.facts.get(fact, "")
    if held == read:
        return
    event = StudyFactStated(
        participant=participant, fact=fact, value=read, reason=_why(record, reason, changes=bool(held))
    )
    desk.append(participant_fact(participant, event, definition=desk.in_force.digest))


def state_infusion(desk: Desk, participant: str, cycle: int, *, day: str, reason: str = "") -> None:
    """State on which day the infusion of a cycle is or was given; cycles follow one another. Raises Refusal."""
    record = _enrolled(desk, participant)
    if desk.in_force.conduct.cycle_days is None:
        raise Refusal("NO_CYCLES")
    if not 1 <= cycle <= MOST_CYCLES:
        raise Refusal("NOT_A_CYCLE", cycle=cycle, maximum=MOST_CYCLES)
    stated = read_day(day, "INFUSION_DATE")
    infusions = record.conduct.infusions
    if infusions.get(cycle) == stated.isoformat():
        return
    _require_order(infusions, cycle, stated)
    why = _why(record, reason, changes=cycle in infusions)
    event = InfusionStated(participant=participant, cycle=cycle, date=stated.isoformat(), reason=why)
    desk.append(participant_fact(participant, event, definition=desk.in_force.digest))


def _require_order(infusions: Mapping[int, str], cycle: int, day: date) -> None:
    """Raise Refusal unless the days follow one another as the cycles do."""
    for other, text in sorted(infusions.items()):
        given = date.fromisoformat(text)
        if (other < cycle and given >= day) or (other > cycle and given <= day):
            raise Refusal("INFUSIONS_OUT_OF_ORDER", cycle=cycle, date=day.isoformat(), other=other, given=text)


def _enrolled(desk: Desk, participant: str) -> Record:
    """Return the record of somebody enrolled, if the person signed in may state facts about them."""
    desk.require("enrol")
    record = desk.record(participant)
    if not record.consent_date:
        raise Refusal("SCREENED_ONLY", code=record.code)
    return record


def _why(record: Record, reason: str, *, changes: bool) -> str:
    """Return the reason of a change; a first statement needs none. Raises Refusal."""
    why = plain(reason)
    if changes and not why:
        raise Refusal("REASON_NEEDED", what=record.code)
    return why


def _value_of(asked: StudyFact, value: str) -> str:
    """Return a fact's value as it is kept. Raises Refusal."""
    text = value.strip()
    match asked.type:
        case "date":
            return read_day(text, "FACT_DATE").isoformat()
        case "number":
            if plain_decimal(text) is None:
                raise Refusal("NOT_A_NUMBER", text=text)
            return text
        case _:
            options = [option.id for option in asked.options]
            if text not in options:
                raise Refusal("NOT_AN_OPTION", text=text, known=", ".join(options) or "-")
            return text
