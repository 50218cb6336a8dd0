"""The participant's page as plain words: one structure that the preview, the printer and the PDF all render.

While the study is blinded it says thanks, what was done and left out, the next visit and whom to call, and no number.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessdesk.domain.events import SummaryPrinted
from assessdesk.domain.record import Record
from assessdesk.domain.schedule import Window, window_of
from assessdesk.domain.slots import SlotState, slots_of, state_of
from assessdesk.ports import Refusal
from assessdesk.services.assessments import battery_of, context_of, finished
from assessdesk.services.desk import Desk, participant_fact


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneItem:
    """An instrument (or one side of it) that was done, or left out; `side` is right, left or nothing."""

    title: str
    side: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStop:
    """One planned visit on the line. `state` is done, next or later."""

    title: str
    state: str
    date: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """Everything on the page, in the participant's language where it is read by the participant."""

    language: str
    study: str
    site: str
    code: str
    visit_title: str
    date: date
    thanks: str
    items: tuple[DoneItem, ...]
    stops: tuple[TimelineStop, ...]
    next_title: str
    next_window: Window | None
    next_hint: str
    why_no_numbers: str
    phone: str
    hours: str
    call_at_once: str
    emergency: str
    station: str
    entry: int
    head_code: str
    signed: bool


def summary_of(desk: Desk, record: Record, visit: str, *, language: str = "") -> VisitSummary:
    """Return the page of a visit, by default in the participant's language."""
    held = record.visits[visit]
    study, site = desk.in_force, desk.site
    tongue = language or record.language
    anchor = date.fromisoformat(record.anchor_date)
    done = {one.planned: one for one in record.visits.values()}
    upcoming = [plan for plan in study.visits if plan.id not in done]
    nearest = upcoming[0] if upcoming else None
    stops = tuple(
        TimelineStop(
            title=plan.participant_title.get(tongue),
            state="done" if plan.id in done else ("next" if plan is nearest else "later"),
            date=date.fromisoformat(done[plan.id].date) if plan.id in done else window_of(plan, anchor).target,
        )
        for plan in study.visits
    )
    head = desk.ledger.head()
    return VisitSummary(
        language=tongue,
        study=study.id,
        site=site.code,
        code=record.code,
        visit_title=study.visit(held.planned).participant_title.get(tongue),
        date=date.fromisoformat(held.date),
        thanks=study.summary.thanks.get(tongue),
        items=_items(desk, record, visit, tongue),
        stops=stops,
        next_title=nearest.participant_title.get(tongue) if nearest else "",
        next_window=window_of(nearest, anchor) if nearest else None,
        next_hint=study.summary.next_visit_hint.get(tongue),
        why_no_numbers=study.summary.why_no_numbers.get(tongue) if study.blinded else "",
        phone=site.phone,
        hours=site.hours.get(tongue),
        call_at_once=study.summary.call_at_once.get(tongue),
        emergency=site.emergency.get(tongue),
        station=desk.ledger.station,
        entry=head.seq,
        head_code=head.code,
        signed=held.signing is not None,
    )


def _items(desk: Desk, record: Record, visit: str, language: str) -> tuple[DoneItem, ...]:
    """Return what was done and what was left out, side by side where an instrument has sides."""
    found: list[DoneItem] = []
    for definition in battery_of(desk, record.visits[visit]):
        title = definition.participant_title.get(language)
        assessment = record.visits[visit].of(definition.id)
        if assessment is None:
            found.append(DoneItem(title=title, side="", done=False))
            continue
        context = context_of(desk, record, visit, definition.id)
        measured = [
            slot for slot in slots_of(context, assessment) if slot.section.trials and slot.item.unit and slot.item.limit
        ]
        sides = dict.fromkeys(slot.side for slot in measured)
        states = {
            side: any(state_of(slot, assessment) is SlotState.DONE for slot in measured if slot.side == side)
            for side in sides
        }
        if len(set(states.values())) <= 1:
            found.append(DoneItem(title=title, side="", done=any(states.values())))
        else:
            found += [DoneItem(title=title, side=side, done=done) for side, done in states.items()]
    return tuple(found)


def note_printed(desk: Desk, record: Record, summary: VisitSummary, visit: str, *, form: str) -> None:
    """Write that the page was printed (`printer`) or saved (`pdf`). Raises Refusal for an unfinished visit."""
    open_ones = [one.id for one in battery_of(desk, record.visits[visit]) if not finished(desk, record, visit, one.id)]
    if open_ones:
        raise Refusal("STILL_OPEN", count=len(open_ones), what=", ".join(open_ones))
    event = SummaryPrinted(
        participant=record.participant, visit=visit, form=form, language=summary.language, head=summary.head_code
    )
    desk.append(participant_fact(record.participant, event, path=visit))
