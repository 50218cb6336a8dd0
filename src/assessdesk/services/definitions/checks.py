"""What the keys of an instrument say about one another: ids, conditions, limits, kinds, trial plans, timing.

The checks look at the parsed file rather than at finished objects, so that a file with a wrong shape still shows all
its other faults at once. This module must not know how an instrument is displayed or performed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from assessdesk.domain.instrument import ItemKind
from assessdesk.services.definitions.faults import Fault, Node, check_unique, nearest

SEXES: Final = ("F", "M")
_KINDS: Final = frozenset(kind.value for kind in ItemKind)
_NUMERIC: Final = {"quantity", "duration", "count"}
_MOST_TRIALS: Final = 20


@dataclass(frozen=True, slots=True)
class Known:
    """Names that a definition may use: rows of the limit table, scorers, not-done codes a person may choose, devices.

    Without `devices` their kinds are not looked up.
    """

    limits: frozenset[str]
    scorers: frozenset[str]
    not_done: frozenset[str]
    devices: frozenset[str] = frozenset()


def check_instrument(root: Node, file: str, known: Known | None) -> Iterator[Fault]:
    """Yield what contradicts itself in an instrument; names outside the file are checked when `known` is given."""
    sections = root.children("sections")
    yield from check_unique([(section.at("id"), section.word("id")) for section in sections], file)
    for place, section in enumerate(sections):
        items = section.children("items")
        yield from check_unique([(item.at("id"), item.word("id")) for item in items], file)
        for item in items:
            yield from _check_kind(item, section, file)
        yield from _check_condition(section, sections[:place], file)
        yield from _check_trials(section, file)
        yield from _check_timing(section, file)
    if root.words("side_not_done_codes") and not any(_sides(section) for section in sections):
        what = "Reasons for one side are listed, but no section has sides."
        yield Fault("DEF-211", file, "side_not_done_codes", what, "Give a section `trials.sides`, or remove the list.")
    yield from _check_checks(root, file)
    yield from _check_unverified(root, file)
    if known is not None:
        yield from _check_names(root, file, known)


def _sides(section: Node) -> tuple[str, ...]:
    trials = section.child("trials")
    return trials.words("sides") if trials else ()


def _check_kind(item: Node, section: Node, file: str) -> Iterator[Fault]:
    kind, options = item.word("kind"), item.children("options")
    if kind not in _KINDS:
        return

    def wrong(key: str, what: str, remedy: str) -> Fault:
        return Fault("DEF-208", file, item.at(key), what, remedy)

    if kind == "choice":
        if not options:
            yield wrong("options", "A choice has no options.", "List at least two, each with `code` and `title`.")
        codes = [option.word("code") for option in options]
        yield from check_unique([(option.at("code"), code) for option, code in zip(options, codes, strict=True)], file)
        if item.word("default") and item.word("default") not in codes:
            yield wrong("default", f"`{item.word('default')}` is not an option.", nearest(item.word("default"), codes))
    elif "options" in item.table or "default" in item.table:
        key = "options" if "options" in item.table else "default"
        yield wrong(key, f"Only a choice has `{key}`.", f"Remove it, or make the item a choice instead of a {kind}.")
    if kind in {"quantity", "duration"} and not item.word("unit"):
        yield wrong("unit", f"A {kind} has no unit.", "Give its UCUM unit, such as `kgf`, `cm` or `s`.")
    if kind in _NUMERIC and not item.word("limit"):
        yield wrong("limit", f"A {kind} has no limit.", "Name a row of the limit table.")
    for key in ("unit", "limit"):
        if kind not in _NUMERIC and item.word(key):
            yield wrong(key, f"A {kind} has no `{key}`.", "Remove it.")
    if "numbers" in item.table:
        yield wrong("numbers", "The item cannot be numbered.", "Count upwards, at most 100, with {n} in every title.")
    if "devices" in item.table and (kind != "text" or item.table.get("station") is not True):
        what = "`devices` says what is offered."
        yield wrong("devices", what, "Name kinds of devices in a text with `station = true`.")
    for key in ("keep", "station"):
        if item.table.get(key) is True and section.table.get("setup") is not True:
            yield wrong(key, f"`{key}` marks set-up facts.", "Move the item to a section with `setup = true`.")


def _check_condition(section: Node, earlier: tuple[Node, ...], file: str) -> Iterator[Fault]:
    condition = section.child("only_if")
    if condition is None or not condition.word("slot"):
        return
    slot = condition.word("slot")
    asked = {path: item for before in earlier if not _sides(before) for path, item in _slots(before)}
    if slot not in asked:
        what = f"`{slot}` is not asked in an earlier section."
        remedy = nearest(slot, asked) if asked else "Put the section that decides before this one."
        yield Fault("DEF-202", file, condition.at("slot"), what, remedy)
        return
    bounds = [key for key in ("at_least", "below") if key in condition.table]
    if bool(bounds) == bool(condition.words("codes")):
        what = "A condition needs codes or bounds, and not both."
        remedy = "Name the `codes` of a choice, or `at_least` and `below` of a number."
        yield Fault("DEF-203", file, condition.at("codes"), what, remedy)
        return
    if bounds and asked[slot].word("kind") not in _NUMERIC:
        remedy = "Name the slot of a number, or write `codes`."
        yield Fault("DEF-203", file, condition.at(bounds[0]), f"`{slot}` is no number.", remedy)
    codes = [option.word("code") for option in asked[slot].children("options")]
    for code in condition.words("codes"):
        if code not in codes:
            remedy = nearest(code, codes) if codes else "Name the slot of a choice."
            yield Fault("DEF-203", file, condition.at("codes"), f"`{slot}` does not offer `{code}`.", remedy)


def _slots(section: Node) -> Iterator[tuple[str, Node]]:
    """Yield the slots that a check may name: asked once, or in a planned trial. A condition needs one without sides."""
    trials = section.child("trials")
    for item in section.children("items"):
        path = f"{section.word('id')}.{item.word('id')}"
        if trials is None:
            yield path, item
        else:
            counted = range(1, min(trials.number("count", 1), _MOST_TRIALS) + 1)
            for side in trials.words("sides") or ("",):
                for number in counted:
                    parts = (section.word("id"), side, str(number), item.word("id"))
                    yield ".".join(part for part in parts if part), item


def _check_checks(root: Node, file: str) -> Iterator[Fault]:
    slots = {path: item for section in root.children("sections") for path, item in _slots(section)}
    for check in root.children("checks"):
        named = check.child("slots")
        for name, path in named.table.items() if named else ():
            if isinstance(path, str) and (path not in slots or slots[path].word("kind") not in _NUMERIC):
                numbers = [each for each, item in slots.items() if item.word("kind") in _NUMERIC]
                what = f"`{path}` is no number that is asked here."
                remedy = nearest(path, numbers) if numbers else "Remove the check."
                yield Fault("DEF-214", file, f"{check.path}.slots.{name}", what, remedy)


def _check_trials(section: Node, file: str) -> Iterator[Fault]:
    trials = section.child("trials")
    if trials is None:
        return

    def wrong(key: str, what: str, remedy: str) -> Fault:
        return Fault("DEF-209", file, trials.at(key), what, remedy)

    sides = trials.words("sides")
    if len(set(sides)) < len(sides):
        yield wrong("sides", "A side stands twice.", "Name each side once; trials alternate in that order.")
    if trials.word("rest_scope") == "side" and not sides:
        yield wrong("rest_scope", "A rest of one side needs sides.", 'Give `sides`, or write `rest_scope = "any"`.')
    if trials.word("rest_scope") and not trials.number("rest_s", 0):
        yield wrong("rest_scope", "There is no rest to which it could apply.", "Give `rest_s`, or remove it.")
    extra = trials.child("extra")
    items = section.children("items")
    if extra is not None:
        if ("rule" in extra.table) == ("share" in extra.table):
            yield wrong("extra", "An extra trial needs `share` or `rule`, and not both.", "Keep one of the two.")
        if "rule" in extra.table and "difference" in extra.table:
            yield wrong("extra.difference", "The rule has bounds of its own.", "Remove `difference`.")
        if trials.number("count", 2) < 2:  # noqa: PLR2004 - best and second best need two trials
            yield wrong("extra", "An extra trial needs two planned trials to compare.", "Raise `count`, or remove it.")
        if not items or items[0].word("kind") not in _NUMERIC:
            yield wrong("extra", "The first item is no number to compare.", "Put the measured item first.")
        share = extra.table.get("share")
        if isinstance(share, Decimal) and share.is_finite() and share >= 1:
            yield wrong("extra.share", f"{share} of the best is more than the best.", "Write a share below 1.")
    if section.table.get("setup") is True:
        yield wrong("count", "Set-up is done once, not in trials.", "Remove `trials`, or `setup`.")


def _check_timing(section: Node, file: str) -> Iterator[Fault]:
    durations = [item for item in section.children("items") if item.word("kind") == "duration"]
    timing = section.child("timing")
    if timing is None:
        for item in durations:
            what = "A duration is timed, but the section has no `timing`."
            yield Fault("DEF-210", file, item.at("kind"), what, "Give `timing.cap_s`.")
    elif len(durations) != 1:
        what = f"`timing` belongs to one duration; here are {len(durations)}."
        yield Fault("DEF-210", file, section.at("timing"), what, "Keep exactly one duration in the section.")


def _check_unverified(root: Node, file: str) -> Iterator[Fault]:
    unverified = root.child("unverified")
    for path in unverified.table if unverified else ():
        if not _leads_somewhere(root, path):
            what = f"There is nothing at `{path}`."
            remedy = "Write section.key, or section.item.key, as in `squeeze.trials.rest_s`."
            yield Fault("DEF-213", file, f"unverified.{path}", what, remedy)


def _leads_somewhere(root: Node, path: str) -> bool:
    here: object = root.table
    for key in path.split("."):
        if not isinstance(here, Mapping):
            return False
        within = [each for name in ("sections", "items") if isinstance(here.get(name), list) for each in here[name]]
        named = [each for each in within if isinstance(each, Mapping) and each.get("id") == key]
        here = here[key] if key in here else (named[0] if named else None)
    return here is not None


def _check_names(root: Node, file: str, known: Known) -> Iterator[Fault]:
    scorer = root.word("scorer")
    if scorer and scorer not in known.scorers:
        yield Fault("DEF-205", file, "scorer", f"There is no scorer `{scorer}`.", nearest(scorer, known.scorers))
    codes = [("side_not_done_codes", code) for code in root.words("side_not_done_codes")]
    for section in root.children("sections"):
        timing = section.child("timing")
        if timing and timing.word("cap_code"):
            codes.append((timing.at("cap_code"), timing.word("cap_code")))
    for path, code in codes:
        if code not in known.not_done:
            what = f"`{code}` is no reason that a person may give."
            yield Fault("DEF-211", file, path, what, nearest(code, known.not_done))
    for section in root.children("sections"):
        for item in section.children("items"):
            limit = item.word("limit")
            wanted = [limit.removesuffix("*") + sex for sex in SEXES] if limit.endswith(".*") else [limit]
            for name in wanted:
                if limit and name not in known.limits:
                    what = f"The limit table has no row `{name}`."
                    yield Fault("DEF-204", file, item.at("limit"), what, nearest(name, known.limits))
            for kind in item.words("devices"):
                if known.devices and kind not in known.devices:
                    what = f"`{kind}` is no kind of devices."
                    yield Fault("DEF-215", file, item.at("devices"), what, nearest(kind, known.devices))
