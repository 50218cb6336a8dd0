"""Performs at the real windows what unblinded roles do: sealing an allocation, stating sessions, making calls.

It must not know what sessions and calls add up to.
"""

from __future__ import annotations

from assessdesk.gui.demo.walkthrough import Key
from assessdesk.services import allocation
from simulation import people
from simulation.acts import Allocated, Called, Trained
from simulation.windows import adverse
from simulation.windows.sitting import ALT, CONTROL, WindowSite

CALL_FIELDS = {
    "joint_pain": "Joint pain",
    "stiffness_minutes": "Morning stiffness",
    "fatigue": "Fatigue",
    "sleep": "Bad sleep",
    "days_missed": "Medicine missed",
}


def allocate(site: WindowSite, act: Allocated) -> None:
    """Choose the participant in the list, and state the group twice."""
    walk, desk, participant = site.walk, site.desk, site.ids[act.person]
    site.go("allocation")
    rows = [row.participant for row in allocation.allocations(desk)]
    walk.press(Key.Key_Home, CONTROL)
    for _ in range(rows.index(participant)):
        walk.press(Key.Key_Down)
    digit = [arm.id for arm in desk.in_force.conduct.arms].index(act.arm)
    walk.press(Key.Key_G)
    with site.recording("the group"):
        for _ in range(2):
            walk.press(Key(Key.Key_1 + digit))
            walk.press(Key.Key_Return)


def session(site: WindowSite, act: Trained) -> None:
    """Fill in the form of the first session about which nothing is stated."""
    walk, plan = site.walk, site.desk.in_force.conduct.sessions
    if plan is None:
        raise RuntimeError("the study has no sessions")
    site.go("programme", act.person)
    walk.press(Key.Key_Return)
    walk.click(f"Was it held?: {'No' if act.on is None else 'Yes'}")
    if act.on is None:
        walk.click(f"Why not: {next(one.title.get('en') for one in plan.not_held if one.id == act.not_held)}")
    else:
        walk.type("Day", act.on.isoformat())
        walk.click(f"How: {next(one.title.get('en') for one in plan.modes if one.id == act.mode)}")
        typed = {"Minutes": str(act.minutes), "Exertion": act.exertion}
        typed |= {"Pain before": act.pain[0], "Pain after": act.pain[1], "Led by": people.TRAINER}
        titles = {one.id: one.title.get("en") for one in plan.exercises}
        for one in act.exercises:
            name = titles[one.id]
            typed |= {f"{name}: prescribed load": one.prescribed, f"{name}: load": one.load} if one.load else {}
            typed |= {f"{name}: sets": str(one.sets), f"{name}: repetitions": str(one.repetitions)}
        walk.click(f"Adverse event: {'Yes' if act.term else 'No'}")
        typed |= {"What happened": act.term} if act.term else {}
        for name, text in typed.items():
            walk.type(name, text)
    _record(site, f"session {act.session}")
    adverse.describe(site, act.person, act.term, act.grade)


def call(site: WindowSite, act: Called) -> None:
    """State every attempt of a call, and what was said or that it was given up."""
    walk = site.walk
    site.go("calls", act.person)
    walk.press(Key.Key_Return)
    for number, day in enumerate(act.attempts, start=1):
        reached = act.reached and number == len(act.attempts)
        walk.type("Day of the attempt", day.isoformat())
        with site.recording("the attempt"):
            walk.press(Key.Key_R if reached else Key.Key_N, ALT)
    if not act.reached:
        with site.recording("the call that was given up"):
            walk.press(Key.Key_G, ALT)
        return
    for key, name in CALL_FIELDS.items():
        walk.type(name, act.answers[key])
    walk.click(f"Adverse event: {'Yes' if act.term else 'No'}")
    if act.term:
        walk.type("What happened", act.term)
    walk.type("Advice given", "Keep to the usual daily activity")
    walk.type("Next call", "")
    _record(site, f"call {act.number}")
    adverse.describe(site, act.person, act.term, act.grade)


def _record(site: WindowSite, what: str) -> None:
    """Record a form; what is unusual is confirmed with the first reason."""
    before = site.desk.ledger.head().seq
    with site.recording(what):
        site.walk.press(Key.Key_Return, CONTROL)
        for _ in range(2):
            if site.desk.ledger.head().seq == before:
                site.choose_reason("1")
