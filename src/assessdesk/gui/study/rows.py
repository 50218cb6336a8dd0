"""The parts of a study as rows of words, in the language of the interface, each with the assumptions it rests on.

It words what the definition says and knows nobody's group; which groups there are is asked for by whoever may see it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.page_parts import full_day, language_words, sex_words
from assessdesk.gui.study.places import place_words, titles_of_instrument
from assessdesk.services.study_page import assumed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessdesk.domain.instrument import Instrument
    from assessdesk.domain.study import PlannedVisit, Study
    from assessdesk.domain.study_conduct import Criterion
    from assessdesk.services.result_words import ResultWords
    from assessdesk.services.study_page import Unverified

translate = QCoreApplication.translate
BASELINE = "baseline"
AFTER = "visit:"


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyLine:
    """One row: what it is about, what holds, what goes beside it, a second line, and the assumptions under it."""

    name: str
    words: str
    beside: str = ""
    note: str = ""
    assumptions: tuple[str, ...] = ()

    def whole(self) -> str:
        """Everything the row says, to be read in full under the table."""
        return "\n".join(part for part in (f"{self.name}: {self.words}", self.beside, self.note) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyWords:
    """Words a study for one reader; `groups` says whether which groups there are may be named."""

    study: Study
    language: str
    instruments: Mapping[str, Instrument]
    results: ResultWords
    groups: bool

    # -- visits -------------------------------------------------------------------------------------------------------

    def visits(self) -> tuple[StudyLine, ...]:
        """The planned visits: week and anchor, window, battery."""
        return tuple(self._visit(visit) for visit in self.study.visits)

    def _visit(self, visit: PlannedVisit) -> StudyLine:
        words = translate("StudyRows", "Week {week}, counted from: {anchor}")
        window = translate("StudyRows", "{before} days before to {after} days after")
        note = "; ".join(self._instrument(name) for name in visit.battery)
        if visit.remote:
            ways = {
                "video": translate("StudyRows", "video"),
                "telephone": translate("StudyRows", "telephone"),
            }
            remote = translate("StudyRows", "Also by {ways}.")
            note = f"{note}. {remote.format(ways=', '.join(ways.get(way, way) for way in visit.remote))}"
        return StudyLine(
            name=visit.title.get(self.language),
            words=words.format(week=visit.week, anchor=self._anchor(visit.anchor)),
            beside=window.format(before=visit.days_before, after=visit.days_after),
            note=note,
            assumptions=assumed(self.study, "visits", "anchor", "anchors"),
        )

    def _anchor(self, anchor: str) -> str:
        if anchor == BASELINE:
            return self.study.anchor.get(self.language)
        if anchor.startswith(AFTER):
            return self.study.visit(anchor.removeprefix(AFTER)).title.get(self.language)
        titles = {one.id: one.title.get(self.language) for one in self.study.conduct.anchors}
        return titles.get(anchor, anchor)

    def _instrument(self, name: str) -> str:
        held = self.instruments.get(name)
        return held.title.get(self.language) if held else name

    # -- who may take part --------------------------------------------------------------------------------------------

    def eligibility(self) -> tuple[StudyLine, ...]:
        """The criteria with their rule, and the consent versions."""
        return (*map(self._criterion, self.study.conduct.eligibility), *self._consent())

    def _criterion(self, one: Criterion) -> StudyLine:
        inclusion = one.kind == "inclusion"
        name = translate("StudyRows", "Must be met") if inclusion else translate("StudyRows", "Must not be met")
        notes = []
        if one.group:
            among = [each for each in self.study.conduct.eligibility if each.group == one.group]
            words = translate("StudyRows", "Any one of {count} is enough.")
            notes.append(words.format(count=len(among)))
        if one.waivable:
            notes.append(translate("StudyRows", "May be waived with a reason."))
        own = (one.assumption,) if one.assumption else ()
        return StudyLine(
            name=name,
            words=one.text.get(self.language),
            beside=self._bounds(one),
            note=" ".join(notes),
            assumptions=tuple(dict.fromkeys((*own, *assumed(self.study, "eligibility")))),
        )

    def _bounds(self, one: Criterion) -> str:
        if one.answer != "number":
            return translate("StudyRows", "yes or no")
        bounds = (
            (translate("StudyRows", "at least {value}"), one.at_least),
            (translate("StudyRows", "at most {value}"), one.at_most),
            (translate("StudyRows", "above {value}"), one.above),
            (translate("StudyRows", "below {value}"), one.below),
        )
        said = [words.format(value=format(value, "f")) for words, value in bounds if value is not None]
        unit = translate("StudyRows", "years") if one.unit == "years" else one.unit
        return f"{', '.join(said)} ({unit})"

    def _consent(self) -> Iterator[StudyLine]:
        for version in self.study.conduct.consent_versions:
            words = translate("StudyRows", "Version {version} of the information sheet")
            day = full_day(date.fromisoformat(version.valid_from), self.language)
            yield StudyLine(
                name=translate("StudyRows", "Consent"),
                words=words.format(version=version.id),
                beside=translate("StudyRows", "used from {day}").format(day=day),
                assumptions=assumed(self.study, "consent_versions"),
            )

    # -- how it is run ------------------------------------------------------------------------------------------------

    def rules(self) -> tuple[StudyLine, ...]:
        """Who takes part where, what counts, who is blinded, and what is planned between the visits."""
        return (*self._people(), *self._outcomes(), *self._blinding(), *self._certificates(), *self._programme())

    def _people(self) -> Iterator[StudyLine]:
        study, conduct = self.study, self.study.conduct
        yield StudyLine(name=translate("StudyRows", "Registry"), words=study.source, beside=study.registry)
        parts = [", ".join(sex_words(sex) for sex in study.sexes)]
        parts.append(translate("StudyRows", "{age} years or older").format(age=study.minimum_age))
        if conduct.sample_size is not None:
            words = translate("StudyRows", "{count} planned")
            parts.append(words.format(count=conduct.sample_size))
        yield StudyLine(
            name=translate("StudyRows", "Participants"),
            words="; ".join(parts),
            beside=", ".join(map(language_words, study.languages)),
            assumptions=assumed(study, "sexes", "minimum_age", "sample_size"),
        )
        for site in study.sites.values():
            yield StudyLine(
                name=translate("StudyRows", "Site {code}").format(code=site.code),
                words=site.title.get(self.language),
                beside=site.phone,
                assumptions=assumed(study, "sites"),
            )
        yield StudyLine(
            name=translate("StudyRows", "Roles"),
            words=", ".join(role.title.get(self.language) for role in study.roles.values()),
            assumptions=assumed(study, "roles"),
        )
        if conduct.arms and self.groups:
            yield StudyLine(
                name=translate("StudyRows", "Groups"),
                words=", ".join(arm.title.get(self.language) for arm in conduct.arms),
                assumptions=assumed(study, "arms"),
            )

    def _outcomes(self) -> Iterator[StudyLine]:
        for one in self.study.conduct.primary_outcomes:
            own = (one.assumption,) if one.assumption else ()
            yield StudyLine(
                name=translate("StudyRows", "Primary outcome"),
                words=self.results.title(one.instrument, one.result, self.language),
                beside=self._instrument(one.instrument),
                assumptions=tuple(dict.fromkeys((*own, *assumed(self.study, "primary_outcomes")))),
            )
        if self.study.conduct.facts:
            yield StudyLine(
                name=translate("StudyRows", "Facts asked"),
                words=", ".join(fact.title.get(self.language) for fact in self.study.conduct.facts),
                assumptions=assumed(self.study, "facts"),
            )

    def _blinding(self) -> Iterator[StudyLine]:
        plan = self.study.conduct.blinding
        if plan is None:
            return
        roles = [self.study.roles[role].title.get(self.language) for role in plan.roles]
        asked = [self.study.visit(visit).title.get(self.language) for visit in plan.log_at]
        hidden = translate("StudyRows", "Earlier results are hidden from them.")
        log = translate("StudyRows", "Asked what they know at: {visits}.")
        notes = [hidden] if plan.hide_earlier_results else []
        notes += [log.format(visits=", ".join(asked))] if asked else []
        yield StudyLine(
            name=translate("StudyRows", "Blinded"),
            words=", ".join(roles),
            note=" ".join(notes),
            assumptions=assumed(self.study, "blinding"),
        )

    def _certificates(self) -> Iterator[StudyLine]:
        rule = self.study.conduct.certification
        if rule is None:
            return
        warn = translate("StudyRows", "without one the assessor is warned")
        lock = translate("StudyRows", "without one the instrument stays locked")
        months = translate("StudyRows", "for {count} months")
        yield StudyLine(
            name=translate("StudyRows", "Certificates"),
            words="; ".join(self._instrument(name) for name in rule.instruments),
            beside=months.format(count=rule.months),
            note=warn if rule.action == "warn" else lock,
            assumptions=assumed(self.study, "certification"),
        )

    def _programme(self) -> Iterator[StudyLine]:
        """Yield sessions and calls; those that are for some groups only where groups may be named."""
        sessions, calls = self.study.conduct.sessions, self.study.conduct.calls
        if sessions is not None and (self.groups or not sessions.arms):
            words = translate("StudyRows", "{count} a week for {weeks} weeks, {minutes} minutes each")
            yield StudyLine(
                name=translate("StudyRows", "Sessions"),
                words=words.format(count=sessions.per_week, weeks=sessions.weeks, minutes=sessions.minutes),
                beside=self._for(sessions.arms),
                note=", ".join(one.title.get(self.language) for one in sessions.exercises),
                assumptions=assumed(self.study, "sessions"),
            )
        if calls is not None and (self.groups or not calls.arms):
            words = translate("StudyRows", "{count} calls, every {days} days")
            window = translate("StudyRows", "{before} days before to {after} days after")
            yield StudyLine(
                name=translate("StudyRows", "Follow-ups"),
                words=words.format(count=calls.count, days=calls.every_days),
                beside=self._for(calls.arms),
                note=window.format(before=calls.days_before, after=calls.days_after),
                assumptions=assumed(self.study, "calls"),
            )

    def _for(self, arms: tuple[str, ...]) -> str:
        titles = {arm.id: arm.title.get(self.language) for arm in self.study.conduct.arms}
        return ", ".join(titles.get(arm, arm) for arm in arms)

    # -- what is not certain ------------------------------------------------------------------------------------------

    def assumptions(self) -> tuple[StudyLine, ...]:
        """Every assumption with its text; the trial team must confirm each."""
        return tuple(
            StudyLine(
                name=one.id,
                words=one.text.get(self.language),
                assumptions=(translate("StudyRows", "to be confirmed"),),
            )
            for one in self.study.assumptions
        )

    def _place(self, one: Unverified) -> str:
        held = self.instruments.get(one.where)
        return place_words(one.place.split("."), titles_of_instrument(held, self.language)) if held else one.place

    def unverified(self, numbers: Sequence[Unverified]) -> tuple[StudyLine, ...]:
        """The numbers that were recalled: where they stand, their place, what they are and their source."""
        return tuple(
            StudyLine(
                name=self._instrument(one.where),
                words=one.value,
                note="; ".join(part for part in (self._place(one), one.source) if part),
                assumptions=(translate("StudyRows", "to be checked"),),
            )
            for one in numbers
        )
