"""States on the real windows what concerns one participant: screened, enrolled, days, infusions, missed visits, status.

It must not know what follows from it.
"""

from __future__ import annotations

from assessdesk.domain.eligibility import EXCLUSION, INCLUSION, NUMBER
from assessdesk.gui.demo.walkthrough import Key
from assessdesk.gui.participant.status_form import collected_words
from simulation.acts import DayStated, Enrolled, Infused, Left, Missed, Person, Screened
from simulation.windows.sitting import CONTROL, WindowSite

DIGITS = {"yes": Key.Key_1, "no": Key.Key_2}
LANGUAGES = {"ko": "Korean", "zh": "Chinese"}


def state(site: WindowSite, act: Screened | Enrolled | Left | DayStated | Infused | Missed) -> None:
    """State one act about a participant."""
    match act:
        case Screened():
            _screen(site, act.person)
        case Enrolled():
            _enrol(site, act.person)
        case Left():
            _leave(site, act)
        case DayStated():
            anchor = next(one for one in site.desk.in_force.conduct.anchors if one.id == act.anchor)
            _state_day(site, act.person, anchor.title.get("en"), act.on.isoformat())
        case Infused():
            _state_day(site, act.person, f"Infusion of cycle {act.cycle}", act.on.isoformat())
        case Missed():
            _miss(site, act)


def _answer_criteria(site: WindowSite, person: Person) -> None:
    """Begin with somebody new, and answer question after question; the last one moves on to the form."""
    walk = site.walk
    site.go("today")
    walk.click("New participant")
    for kind in (INCLUSION, EXCLUSION):
        for criterion in (one for one in site.desk.in_force.conduct.eligibility if one.kind == kind):
            answer = person.answers.get(criterion.id, "")
            if criterion.answer == NUMBER:
                walk.write(answer)
                walk.press(Key.Key_Return)
            else:
                walk.press(DIGITS.get(answer, Key.Key_3))


def _screen(site: WindowSite, person: Person) -> None:
    """Keep who was considered and does not fit."""
    walk = site.walk
    _answer_criteria(site, person)
    walk.type("Year of birth", str(person.birth_year))
    walk.click(f"Speaks: {LANGUAGES[site.plan.protocol.language]}")
    with site.recording("the screening"):
        walk.press(Key.Key_S, CONTROL)


def _enrol(site: WindowSite, person: Person) -> None:
    """State who joins, and keep the id that the program made."""
    walk, study = site.walk, site.desk.in_force
    before = len(site.desk.ledger.views.participants())
    _answer_criteria(site, person)
    walk.write(person.consent.isoformat())
    walk.click("Version of the consent form: 1.0")
    walk.type("Year of birth", str(person.birth_year))
    walk.click(f"Dominant hand: {person.hand}")
    walk.click(f"Speaks: {LANGUAGES[site.plan.protocol.language]}")
    walk.type(study.anchor.get("en"), person.anchor.isoformat())
    walk.press(Key.Key_Return, CONTROL)
    walk.until(lambda: walk.has("Change care facts"), "the participant's page")
    rows = site.desk.ledger.views.participants()
    if len(rows) != before + 1:
        raise RuntimeError(f"participant {person.number} was not enrolled")
    site.ids[person.number] = rows[-1].participant


def _state_day(site: WindowSite, person: int, name: str, day: str) -> None:
    """Fill in one line of the days and facts."""
    site.go("participant", person)
    site.walk.press(Key.Key_D)
    site.walk.type(name, day)
    with site.recording(name):
        site.walk.press(Key.Key_Return, CONTROL)


def _miss(site: WindowSite, act: Missed) -> None:
    """State a visit as missed."""
    site.go("participant", act.person, planned=act.visit)
    site.walk.press(Key.Key_M)
    with site.recording("the missed visit"):
        site.choose_reason(next(one.key for one in site.desk.library.reasons.missed if one.code == act.code))


def _leave(site: WindowSite, act: Left) -> None:
    """State a new status, its reason, and what is still collected in it."""
    walk = site.walk
    rule = next(one for one in site.desk.in_force.conduct.statuses if one.id == act.status)
    site.go("participant", act.person)
    walk.press(Key.Key_T)
    walk.click(f"Status: {rule.title.get('en')}")
    walk.type("Day", act.day.isoformat())
    walk.click(f"Reason: {next(one.title.get('en') for one in rule.reasons if one.id == act.reason)}")
    for what in rule.collect:
        still = "Still collected" if what in act.collect else "Not any more"
        walk.click(f"{collected_words(what)}: {still}")
    with site.recording("the status"):
        walk.press(Key.Key_Return, CONTROL)
