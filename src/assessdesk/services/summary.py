"""The participant's page as plain words: one structure that the preview, the printer and the PDF all render.

While the study is blinded it says thanks, what was done and left out, the next visit and whom to call, and no number.
The page's own words stand in `summary_words.toml`; it must not know how they are laid out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from assessdesk.domain.events import SummaryPrinted
from assessdesk.domain.instrument import ItemKind
from assessdesk.domain.record import Record
from assessdesk.domain.schedule import Window
from assessdesk.domain.slots import Slot, SlotState, is_measured, slots_of, state_of
from assessdesk.domain.study import PlannedVisit
from assessdesk.ports import Refusal
from assessdesk.services.assessments import battery_of, context_of, finished
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.library import Library
from assessdesk.services.visit_plans import participant_title, window_for

PREFIX = "PAPER_"


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneItem:
    """An instrument (or one side of it) that was done, or left out; `side` is right, left or nothing.

    `words` are title and side together, as they stand on the page.
    """

    title: str
    side: str
    done: bool
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStop:
    """One planned visit on the line. `state` is done, missed, next or later; `words` is what stands under its title.

    `date` is None while nobody knows it: the visit waits for the day that it is counted from.
    """

    title: str
    state: str
    date: date | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitSummary:
    """Everything on the page, in the participant's language where it is read by the participant.

    `words` are the page's own sentences by name (title, visit, done, window …), their places filled. `head_code` is the
    head before the fact that the page was printed: that fact cites it and cannot stand on the page itself. `practice`
    says that the participant is invented; then `words["practice"]` stands on top.
    """

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
    words: Mapping[str, str]
    practice: bool = False


def summary_of(desk: Desk, record: Record, visit: str, *, language: str = "") -> VisitSummary:
    """Return the page of a visit, by default in the participant's language."""
    held = record.visits[visit]
    study, site = desk.in_force, desk.site
    paper = _Paper(desk.library, language or record.language)
    tongue = paper.language
    over = {one.planned for one in record.visits.values()} | set(record.conduct.missed)
    nearest = next((plan for plan in study.visits if plan.id not in over), None)
    window = window_for(desk, record, nearest) if nearest else None
    head = desk.ledger.head()
    day = date.fromisoformat(held.date)
    title = participant_title(desk, held, tongue)
    return VisitSummary(
        language=tongue,
        study=study.id,
        site=site.code,
        code=record.code,
        visit_title=title,
        date=day,
        thanks=study.summary.thanks.get(tongue),
        items=_items(desk, record, visit, paper),
        stops=_stops(desk, record, nearest, paper),
        next_title=nearest.participant_title.get(tongue) if nearest else "",
        next_window=window,
        next_hint=study.summary.next_visit_hint.get(tongue) if nearest else "",
        why_no_numbers=study.summary.why_no_numbers.get(tongue) if study.blinded else "",
        phone=site.phone,
        hours=site.hours.get(tongue),
        call_at_once=study.summary.call_at_once.get(tongue),
        emergency=site.emergency.get(tongue),
        station=desk.ledger.station,
        entry=head.seq,
        head_code=head.code,
        signed=held.signing is not None,
        practice=desk.facts.practice,
        words={
            **paper.plain(),
            "study": paper.say("study", study=study.id, site=site.code),
            "visit": paper.say("visit", visit=title, date=paper.long_date(day)),
            "window": _window_words(paper, window),
            "printed": _printed_words(paper, desk.ledger.station, head.seq, desk.clock.now()),
        },
    )


@dataclass(frozen=True, slots=True)
class _Paper:
    """The page's own words in one language."""

    library: Library
    language: str

    def say(self, name: str, **places: str) -> str:
        """Return a sentence by its name, its places filled."""
        return self.library.sentence(f"{PREFIX}{name.upper()}", places, self.language)

    def plain(self) -> dict[str, str]:
        """Return every sentence that has no places, by name."""
        codes = [code for code in self.library.sentences if code.startswith(PREFIX)]
        found = {code.removeprefix(PREFIX).lower(): self.library.sentences[code] for code in codes}
        words = {name: texts.get(self.language) or texts["en"] for name, texts in found.items()}
        return {name: text for name, text in words.items() if "{" not in text and "|" not in text}

    def long_date(self, day: date) -> str:
        """Return a day with its weekday and month in words."""
        weekday = self.say("weekdays").split("|")[day.weekday()]
        return self.say("long_date", weekday=weekday, **self._parts("months", day))

    def short_date(self, day: date) -> str:
        """Return a day as short as the language allows."""
        return self.say("short_date", **self._parts("short_months", day))

    def month_date(self, day: date) -> str:
        """Return the month of a day that is not agreed on yet."""
        return self.say("month_date", **self._parts("short_months", day))

    def _parts(self, months: str, day: date) -> dict[str, str]:
        month = self.say(months).split("|")[day.month - 1]
        return {"day": str(day.day), "month": month, "year": str(day.year)}


def _window_words(paper: _Paper, window: Window | None) -> str:
    """Return from when to when the next visit may be; without a window nobody knows the day yet."""
    if window is None:
        return paper.say("day_not_fixed")
    return paper.say("window", earliest=paper.short_date(window.earliest), latest=paper.short_date(window.latest))


def _printed_words(paper: _Paper, station: str, entry: int, now: datetime) -> str:
    """Return where the record stands and when the page was made."""
    return paper.say(
        "printed", station=station, entry=f"{entry:,}", date=paper.short_date(now.date()), time=f"{now:%H:%M}"
    )


def _stops(desk: Desk, record: Record, nearest: PlannedVisit | None, paper: _Paper) -> tuple[TimelineStop, ...]:
    """Return the planned visits on their line."""
    done = {one.planned: date.fromisoformat(one.date) for one in record.visits.values()}
    found: list[TimelineStop] = []
    for plan in desk.in_force.visits:
        title, window = plan.participant_title.get(paper.language), window_for(desk, record, plan)
        day = done.get(plan.id, window.target if window else None)
        if plan.id in done and day is not None:
            state, words = "done", paper.short_date(day)
        elif plan.id in record.conduct.missed:
            state, words = "missed", paper.say("missed_stop")
        elif plan is nearest:
            state, words = "next", paper.say("next_stop")
        else:
            state, words = "later", paper.month_date(day) if day else ""
        found.append(TimelineStop(title=title, state=state, date=day, words=words))
    return tuple(found)


def _items(desk: Desk, record: Record, visit: str, paper: _Paper) -> tuple[DoneItem, ...]:
    """Return what was done and what was left out, side by side where an instrument has sides.

    What reads the same to the participant (one questionnaire and the next) stands there once.
    """
    found: list[DoneItem] = []
    for definition in battery_of(desk, record.visits[visit]):
        title = definition.participant_title.get(paper.language)
        assessment = record.visits[visit].of(definition.id)
        if assessment is None:
            found.append(DoneItem(title=title, side="", done=False, words=title))
            continue
        context = context_of(desk, record, visit, definition.id)
        states: dict[str, bool] = {}
        for slot in _wanted(slots_of(context, assessment)):
            states[slot.side] = states.get(slot.side, False) or state_of(slot, assessment) is SlotState.DONE
        if len(set(states.values())) <= 1:
            found.append(DoneItem(title=title, side="", done=any(states.values()), words=title))
        else:
            found += [
                DoneItem(title=title, side=side, done=done, words=paper.say(side, item=title))
                for side, done in states.items()
            ]
    return tuple({(item.words, item.done): item for item in found}.values())


def _wanted(slots: Sequence[Slot]) -> Sequence[Slot]:
    """Return what an instrument is there for: its trials, else its numbers, else its questions; never set-up facts."""
    asked = [slot for slot in slots if not slot.section.setup and not slot.section.first_time_only]
    numbers = [slot for slot in asked if slot.item.kind in {ItemKind.QUANTITY, ItemKind.DURATION}]
    return [slot for slot in slots if is_measured(slot)] or numbers or asked


def note_printed(desk: Desk, record: Record, summary: VisitSummary, visit: str, *, form: str) -> None:
    """Write that the page was printed (`printer`) or saved (`pdf`). Raises Refusal for an unfinished visit.

    It is written before anything is put on paper, so that no page leaves without a trace; the page shows the head that
    this fact cites.
    """
    open_ones = [one.id for one in battery_of(desk, record.visits[visit]) if not finished(desk, record, visit, one.id)]
    if open_ones:
        raise Refusal("STILL_OPEN", count=len(open_ones), what=", ".join(open_ones))
    event = SummaryPrinted(
        participant=record.participant, visit=visit, form=form, language=summary.language, head=summary.head_code
    )
    desk.append(participant_fact(record.participant, event, path=visit))
