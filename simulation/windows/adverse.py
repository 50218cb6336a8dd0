"""Reports and describes adverse events on the real windows. It must not know where they came up."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from assessdesk.gui.demo.walkthrough import Key
from simulation.describing import described
from simulation.windows.sitting import ALT, CONTROL, WindowSite

TYPED = {"onset": "Onset", "end": "End", "known_at": "Known since"}
CHOSEN = {
    "reporter": "Reported by",
    "grade": "CTCAE grade",
    "serious": "Serious",
    "relation_assessment": "Related to the tests",
    "relation_exercise": "Related to the exercise",
    "relation_treatment": "Related to the treatment",
    "action": "Action",
    "outcome": "Outcome",
}


def report(site: WindowSite, person: int, visit: str, term: str, grade: str) -> None:
    """Report what was told at a visit, and describe it."""
    site.go("adverse_event", person, visit=visit)
    site.walk.type("Another event, such as a fall", term)
    with site.recording("the report"):
        site.walk.press(Key.Key_N, ALT)
    _describe(site, term, grade)


def describe(site: WindowSite, person: int, term: str, grade: str) -> None:
    """Describe the complaint that was told between visits, if there was one."""
    if term:
        site.go("adverse_event", person)
        _describe(site, term, grade)


def _describe(site: WindowSite, term: str, grade: str) -> None:
    """Turn to the draft with a term, and fill in its form."""
    walk = site.walk
    field = walk.wait_for("Term")
    while isinstance(field, QLineEdit) and field.text() != term:
        walk.press(Key.Key_Down, ALT)
        field = walk.find("Term")
    wanted = described(site, term, grade)
    for name, label in TYPED.items():
        walk.type(label, getattr(wanted, name))
    choices = site.desk.library.safety.choices
    for name, label in CHOSEN.items():
        titles = dict(choices[name.partition("_")[0]])
        walk.click(f"{label}: {titles[getattr(wanted, name)].get('en')}")
    with site.recording("the adverse event"):
        walk.press(Key.Key_Return, CONTROL)
