"""What the participant page says beside the visits: the sentence at its head, facts of the study, what is due.

Words only; every fact comes from the record. It must not know how the page lays them out.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.domain.conduct import ENROLLED, SCREENED
from assessdesk.domain.status import COLLECTED, collects
from assessdesk.gui.fields.about_panel import Fact
from assessdesk.gui.fields.finding_line import FindingKind, FindingView
from assessdesk.gui.page_parts import full_day, language_words, sex_words, short_day, side_words
from assessdesk.gui.participant.status_form import collected_words
from assessdesk.services.consent import consents_of

if TYPE_CHECKING:
    from assessdesk.domain.cycles import CycleDay
    from assessdesk.domain.record import Record
    from assessdesk.domain.study import Study
    from assessdesk.domain.study_conduct import StudyFact


def head_words(record: Record, cycle: CycleDay | None, language: str) -> str:
    """Who this is, since when, and which day of which cycle it is: of somebody screened only what was asked then."""
    translate = QCoreApplication.translate
    who = {"sex": sex_words(record.sex), "year": record.birth_year}
    if not record.consent_date:
        return translate("ParticipantPage", "{sex}, born {year}.").format(**who)
    day, version = consents_of(record)[-1]
    words = translate("ParticipantPage", "{sex}, born {year}. Start {day}. Consent {consent}, version {version}.")
    said = words.format(
        **who,
        day=full_day(date.fromisoformat(record.anchor_date), language),
        consent=full_day(date.fromisoformat(day), language),
        version=version,
    )
    if cycle is None:
        return said
    words = translate("ParticipantPage", "Cycle {cycle}, day {day} of chemotherapy today.")
    return f"{said} {words.format(cycle=cycle.cycle, day=cycle.day)}"


def consent_words(record: Record, due: str) -> FindingView | None:
    """The sentence that asks for consent anew, when a newer version is in force."""
    if not due:
        return None
    translate = QCoreApplication.translate
    lead = translate("ParticipantPage", "Consent is due anew.")
    words = translate("ParticipantPage", "Version {due} is in force, {given} was given. Ask, then state it with C.")
    return FindingView(FindingKind.UNUSUAL, lead, words.format(due=due, given=consents_of(record)[-1][1]))


def status_words_of(record: Record, study: Study, language: str) -> FindingView | None:
    """Since when and why somebody is not on study any more, and what is still collected."""
    if record.conduct.status in {ENROLLED, SCREENED} or not record.conduct.statuses:
        return None
    translate = QCoreApplication.translate
    event = record.conduct.statuses[-1].event
    rule = next((rule for rule in study.conduct.statuses if rule.id == event.status), None)
    titles = {reason.id: reason.title.get(language) for reason in rule.reasons} if rule else {}
    reason = "; ".join(part for part in (titles.get(event.reason, event.reason), event.text) if part)
    still = [collected_words(what) for what in COLLECTED if collects(record.conduct, what)]
    lead = translate("ParticipantPage", "Since {day}: {reason}.").format(
        day=full_day(date.fromisoformat(event.date), language), reason=reason
    )
    words = translate("ParticipantPage", "Still collected: {what}.").format(what=", ".join(still))
    return FindingView(
        FindingKind.NOTE, lead, words if still else translate("ParticipantPage", "Nothing more is collected.")
    )


def facts_of(record: Record, study: Study, language: str) -> tuple[Fact, ...]:
    """What stands in the right column under the cautions."""
    translate = QCoreApplication.translate
    facts = [Fact(translate("ParticipantPage", "Speaks"), language_words(record.language))]
    if record.dominant_hand:
        facts.insert(
            0, Fact(translate("ParticipantPage", "Dominant hand"), side_words(record.dominant_hand).capitalize())
        )
    for anchor in study.conduct.anchors:
        day = record.conduct.anchors.get(anchor.id, "")
        if day:
            facts.append(Fact(anchor.title.get(language), short_day(date.fromisoformat(day), language)))
    for fact in study.conduct.facts:
        value = record.conduct.facts.get(fact.id, "")
        if value:
            facts.append(Fact(fact.title.get(language), _value_words(fact, value, language)))
    return tuple(facts)


def _value_words(fact: StudyFact, value: str, language: str) -> str:
    """A fact's value as it is read: a day, the words of an option, or digits."""
    if fact.type == "date":
        return full_day(date.fromisoformat(value), language)
    return next((option.title.get(language) for option in fact.options if option.id == value), value)
