"""What the keys around the visits of a study say about one another: arms, anchors, criteria, sessions, blinding.

It must not know what an instrument contains, nor how a criterion is judged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from assessdesk.services.definitions.faults import Fault, Node, check_unique, nearest
from assessdesk.services.definitions.study_shapes import StudyShape

BASELINE: Final = "baseline"
NOTHING: Final = "nothing"
_BOUNDS: Final = ("at_least", "at_most", "above", "below")
_LISTS: Final = ("arms", "anchors", "eligibility", "consent_versions", "facts", "statuses")


def check_conduct(root: Node, file: str) -> Iterator[Fault]:
    """Yield what contradicts itself around the visits of a study."""
    for key in _LISTS:
        yield from check_unique([(each.at("id"), each.word("id")) for each in root.children(key)], file)
    for anchor in root.children("anchors"):
        if anchor.word("id") == BASELINE:
            what = "Every study has the anchor `baseline`; its words stand under `anchor`."
            yield Fault("DEF-306", file, anchor.at("id"), what, "Take it off the list.")
    yield from _check_eligibility(root, file)
    yield from _check_consent(root.children("consent_versions"), file)
    yield from _check_programme(root, file)
    yield from _check_blinding(root, file)
    yield from _check_lists(root, file)
    yield from _check_named(root, file)


def _known(file: str, path: str, names: Collection[str], known: Collection[str], kind: str) -> Iterator[Fault]:
    """Yield a fault for each name that the study does not define."""
    for name in names:
        if name and name not in known:
            what = f"The study has no {kind} `{name}`."
            yield Fault("DEF-306", file, path, what, nearest(name, known))


def _ids(root: Node, key: str) -> tuple[str, ...]:
    return tuple(each.word("id") for each in root.children(key))


def _check_eligibility(root: Node, file: str) -> Iterator[Fault]:
    kinds: dict[str, str] = {}
    for criterion in root.children("eligibility"):
        bounds = {key: criterion.table[key] for key in _BOUNDS if key in criterion.table}
        is_number = criterion.word("answer") == "number"
        if is_number and not bounds:
            what = "A number without a bound is met by nothing."
            yield Fault("DEF-307", file, criterion.path, what, f"Add one of: {', '.join(_BOUNDS)}.")
        elif not is_number and (bounds or criterion.word("unit")):
            what = "Bounds and a unit belong to an answer that is a number."
            yield Fault("DEF-307", file, criterion.path, what, 'Write `answer = "number"`, or remove them.')
        if _is_empty(bounds):
            yield Fault("DEF-307", file, criterion.path, "No number lies within these bounds.", "Correct the bounds.")
        group, kind = criterion.word("group"), criterion.word("kind")
        if group and kinds.setdefault(group, kind) != kind:
            what = f"The group `{group}` holds both kinds of criteria."
            yield Fault("DEF-307", file, criterion.at("group"), what, "Give each kind a group of its own.")
        age = root.table.get("minimum_age")
        if criterion.word("id") == "age" and "at_least" in bounds and bounds["at_least"] != age:
            what = f"The criterion asks for {bounds['at_least']} years, `minimum_age` for {age}."
            yield Fault("DEF-307", file, criterion.at("at_least"), what, "Give both the same number.")


def _is_empty(bounds: dict[str, object]) -> bool:
    """Say whether bounds that are numbers leave none in between."""
    numbers = {key: Decimal(value) for key, value in bounds.items() if isinstance(value, int | Decimal)}
    if len(numbers) < len(bounds) or not all(each.is_finite() for each in numbers.values()):
        return False
    lows = [(numbers[key], key == "above") for key in ("at_least", "above") if key in numbers]
    highs = [(numbers[key], key == "below") for key in ("at_most", "below") if key in numbers]
    return any(low > high or (low == high and (open_ or shut)) for low, open_ in lows for high, shut in highs)


def _check_consent(versions: tuple[Node, ...], file: str) -> Iterator[Fault]:
    before = ""
    for version in versions:
        day = version.word("valid_from")
        try:
            date.fromisoformat(day)
        except ValueError:
            what = f"`{day}` is not a day of the calendar."
            yield Fault("DEF-308", file, version.at("valid_from"), what, "Write it as year-month-day.")
            continue
        if day <= before:
            what = f"{day} does not come after {before}."
            yield Fault(
                "DEF-308", file, version.at("valid_from"), what, "List the versions in the order of their days."
            )
        before = day


def _check_programme(root: Node, file: str) -> Iterator[Fault]:
    """Check sessions and calls against arms and anchors."""
    arms, visits = _ids(root, "arms"), _ids(root, "visits")
    anchors = (BASELINE, *_ids(root, "anchors"), *(f"visit:{each}" for each in visits))
    for key in ("sessions", "calls"):
        plan = root.child(key)
        if plan is None:
            continue
        yield from _known(file, plan.at("arms"), plan.words("arms"), arms, "arm")
        yield from _known(file, plan.at("exercise_arms"), plan.words("exercise_arms"), arms, "arm")
        yield from _known(file, plan.at("anchor"), (plan.word("anchor"),), anchors, "anchor")
    sessions, calls = root.child("sessions"), root.child("calls")
    if sessions is not None:
        for key in ("modes", "not_held", "exercises"):
            yield from check_unique([(each.at("id"), each.word("id")) for each in sessions.children(key)], file)
        yield from _known(file, sessions.at("online"), sessions.words("online"), _ids(sessions, "modes"), "mode")
        planned = sessions.number("minutes", 0)
        if not sessions.number("minutes_low", 0) <= planned <= sessions.number("minutes_high", planned):
            what = "The planned minutes do not lie between `minutes_low` and `minutes_high`."
            yield Fault("DEF-309", file, sessions.at("minutes"), what, "Correct the three numbers.")
    if calls is not None and calls.number("days_before", 0) + calls.number("days_after", 0) >= calls.number(
        "every_days", 366
    ):
        what = "The window of a call begins before that of the call before it has ended."
        yield Fault("DEF-309", file, calls.at("every_days"), what, "Make the windows narrower.")


def _check_blinding(root: Node, file: str) -> Iterator[Fault]:
    plan = root.child("blinding")
    if plan is None:
        return
    if root.table.get("blinded") is False:
        what = "There are rules of blinding, but the study is not blinded."
        yield Fault("DEF-310", file, plan.path, what, "Write `blinded = true`, or remove the table.")
    roles = dict(root.named("roles"))
    yield from _known(file, plan.at("roles"), plan.words("roles"), roles, "role")
    yield from _known(file, plan.at("log_at"), plan.words("log_at"), _ids(root, "visits"), "visit")
    ways = plan.children("ways")
    yield from check_unique([(each.at("id"), each.word("id")) for each in ways], file)
    for way in ways:
        if way.word("id") == NOTHING:
            what = "`nothing` stands for that nothing told the arm; it is always offered."
            yield Fault("DEF-310", file, way.at("id"), what, "Take it off the list.")
    if plan.words("log_at") and not ways:
        what = "The blinding log is asked for, but no way of learning the arm is listed."
        yield Fault("DEF-310", file, plan.path, what, "List `ways`.")
    for name, role in roles.items():
        if "capture" in role.words("may") and name not in plan.words("roles"):
            what = f"The role `{name}` may capture, but is not among the blinded roles."
            yield Fault("DEF-310", file, plan.at("roles"), what, f"Add `{name}`.")


def _check_lists(root: Node, file: str) -> Iterator[Fault]:
    for fact in root.children("facts"):
        options = fact.children("options")
        yield from check_unique([(each.at("id"), each.word("id")) for each in options], file)
        if bool(options) != (fact.word("type") == "choice"):
            what = "A fact has options exactly when its type is `choice`."
            yield Fault("DEF-311", file, fact.path, what, "List the options, or change the type.")
    for status in root.children("statuses"):
        reasons = status.children("reasons")
        yield from check_unique([(each.at("id"), each.word("id")) for each in reasons], file)
        yield from check_unique([(status.at("collect"), each) for each in status.words("collect")], file)


def _check_named(root: Node, file: str) -> Iterator[Fault]:
    """Check the names of assumptions, instruments and roles that stand in other tables."""
    due = tuple(dict.fromkeys(name for visit in root.children("visits") for name in visit.words("battery")))
    assumptions = _ids(root, "assumptions")
    for one in root.children("assumptions"):
        yield from _known(file, one.at("about"), one.words("about"), tuple(StudyShape.model_fields), "part")
    for table in (*root.children("eligibility"), *root.children("primary_outcomes")):
        yield from _known(file, table.at("assumption"), (table.word("assumption"),), assumptions, "assumption")
    for outcome in root.children("primary_outcomes"):
        yield from _known(file, outcome.at("instrument"), (outcome.word("instrument"),), due, "instrument in a battery")
    rule = root.child("certification")
    if rule is not None:
        yield from _known(file, rule.at("instruments"), rule.words("instruments"), due, "instrument in a battery")
        yield from check_unique([(rule.at("instruments"), each) for each in rule.words("instruments")], file)
    if "set_up_roles" in root.table:
        roles = [name for name, _ in root.named("roles")]
        yield from _known(file, "set_up_roles", root.words("set_up_roles"), roles, "role")
