"""The words that the capture page puts around what a step says: sides, units, the band, cautions, findings.

It shapes plain views into what the components show. It must not decide anything and never changes a value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.capture.answers_table import AnswerRow
from assessdesk.gui.fields.about_panel import AboutView, CareKind, CareView, Fact, StopRule
from assessdesk.gui.fields.battery_list import BatteryRow
from assessdesk.gui.fields.identity_band import BandCell, IdentityView
from assessdesk.gui.fields.restriction_figure import Limb
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.trial_table import TrialRow
from assessdesk.gui.look.icons import IconName
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.page_parts import language_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessdesk.domain.checks import Finding
    from assessdesk.domain.record import Record
    from assessdesk.services.capture_rows import AnswerRowView, BatteryRowView, TrialRowView
    from assessdesk.services.capture_view import CaptureView, StepView

translate = QCoreApplication.translate
SITE_SIGNS = 4
"""A study code begins with site and hyphen: S01-."""
LANGUAGE_NAMES = {"en": "English", "ko": "한국어", "zh": "中文"}
"""Each language is called by its own name, whoever reads it."""
PLAIN_UNITS = {
    "kgf": "kg", "[lbf_av]": "lb", "{score}": "", "{#}": "", "1": "", "kg/m2": "kg/m²", "cm2": "cm²",
    "cm2/m2": "cm²/m²", "deg": "°", "Ohm": "Ω", "N.m": "N m", "mm[Hg]": "mmHg", "Cel": "°C",
    "10*9/L": "10⁹/L",
}  # fmt: skip
"""UCUM codes that a dial shows otherwise; all others are shown as they are."""


def unit_words(unit: str) -> str:
    """Return a UCUM unit as it stands on a dial."""
    return PLAIN_UNITS.get(unit, unit)


def canonical_number(text: str) -> str:
    """Return typed digits with a dot for a single decimal comma; anything else is left for the check to refuse."""
    typed = text.strip()
    return typed.replace(",", ".") if typed.count(",") == 1 and "." not in typed else typed


def side_word(side: str) -> str:
    """Return a side as a word that can stand alone."""
    return {"right": translate("Capture", "Right"), "left": translate("Capture", "Left")}.get(side, "")


def asked(step: StepView) -> str:
    """Return what is asked, with side and trial where there are any."""
    parts = [side_word(step.side)] if step.side else []
    if step.of > 1 or step.side:
        parts.append(translate("Capture", "trial {0}").format(step.place) if step.measured else step.title)
        return ", ".join(part for part in parts if part)
    return step.title


def identity(view: CaptureView) -> IdentityView:
    """Return the band: code, side, trial."""
    step = view.step
    icon = IconName(view.icon) if view.icon in set(IconName) else IconName.CLIPBOARD
    cells = [_side_cell(view, icon)]
    said = [view.code, side_word(step.side) or (step.section_title if view.parts and step.place else view.title)]
    if step.place:
        lines = (
            translate("Capture", "of {0}").format(step.of),
            translate("Capture", "trials") if step.of > 1 else translate("Capture", "trial"),
        )
        cells.append(BandCell(large=str(step.place), lines=lines, ink=Ink.MUTED))
        said.append(translate("Capture", "trial {0} of {1}").format(step.place, step.of))
    code, site = view.code[SITE_SIGNS:], view.code[:SITE_SIGNS]
    return IdentityView(site=site, code=code, said=", ".join(said), cells=tuple(cells))


def _side_cell(view: CaptureView, icon: IconName) -> BandCell:
    side = view.step.side
    if side:
        letter = {"right": translate("Capture", "R"), "left": translate("Capture", "L")}[side]
        words = {"right": translate("Capture", "Right side"), "left": translate("Capture", "Left side")}[side]
        if icon is IconName.HAND:
            words = {"right": translate("Capture", "Right hand"), "left": translate("Capture", "Left hand")}[side]
        return BandCell(large=letter, lines=two_lines(words), icon=icon)
    part = view.parts and view.step.place > 0
    return BandCell(lines=two_lines(view.step.section_title if part else view.title), icon=icon)


def two_lines(title: str) -> tuple[str, ...]:
    """Return a title in at most two lines, broken behind its comma, else at the space nearest to its middle."""
    spaces = [place for place, sign in enumerate(title) if sign == " "]
    if not spaces:
        return (title,)
    behind = [place for place in spaces if title[place - 1] == ","]
    middle = min(behind or spaces, key=lambda place: abs(place - len(title) / 2))
    return title[:middle].rstrip(","), title[middle + 1 :]


_STATES = {
    "done": VisualState.DONE,
    "now": VisualState.NOW,
    "open": VisualState.OPEN,
    "missing": VisualState.NOT_DONE,
    "void": VisualState.VOID,
}


def trial_rows(view: CaptureView, *, unusual: bool = False) -> tuple[TrialRow, ...]:
    """Return the rows of the trials so far; the current one may stand as unusual while it is asked about."""
    named = itemised(view)
    return tuple(_trial_row(row, unusual=unusual, named=named) for row in view.rows)


def itemised(view: CaptureView) -> bool:
    """Say whether one trial holds several values, so that each row needs the name of its own."""
    return not any(row.side for row in view.rows) and len({row.item for row in view.rows}) > 1


def _trial_row(row: TrialRowView, *, unusual: bool, named: bool) -> TrialRow:
    state = VisualState.UNUSUAL if unusual and row.state == "now" else _STATES[row.state]
    words = ""
    if row.note and row.state == "missing":
        words = translate("Capture", "Not done, {0}").format(row.note)
    elif row.note:
        words = translate("Capture", "Void, {0}").format(row.note)
    number = translate("Capture", "{0} extra").format(row.number) if row.extra else str(row.number)
    return TrialRow(
        number=number,
        side=row.item if named else side_word(row.side),
        value=row.value,
        state=StateView(state, words),
        current=row.state == "now",
    )


def battery_rows(rows: tuple[BatteryRowView, ...]) -> Iterator[BatteryRow]:
    """Yield the instruments of the visit for the left column."""
    for row in rows:
        yield BatteryRow(key=row.instrument, name=row.title, state=_STATES[row.state], progress=row.progress)


def shown_finding(finding: Finding, step: StepView) -> Finding:
    """Return a finding whose sentence will name the item and its unit as they stand on the screen."""
    given = {name: unit_words(value) for name, value in finding.arguments} | {"field": step.title}
    return replace(finding, arguments=tuple(given.items()))


def value_words(view: StepView, text: str) -> str:
    """Return a value with its unit."""
    return f"{text} {unit_words(view.unit)}".strip()


_LIMBS = {"right": (Limb.RIGHT_ARM,), "left": (Limb.LEFT_ARM,), "both": (Limb.RIGHT_ARM, Limb.LEFT_ARM)}


def about(record: Record, view: CaptureView, *, blinded: bool) -> AboutView:
    """Return what the assessor must know about this person while capturing."""
    hand, speaks = person_facts(record)
    facts = (hand, *(Fact(label, fact_words(value)) for label, value in view.setup_facts), speaks)
    note = translate("Capture", "Earlier results stay hidden: the study is blinded.") if blinded else ""
    return AboutView(
        cares=tuple(cares(record)),
        facts=facts,
        stop_rules=tuple(stop_rules(view)),
        blind_note=note,
    )


def person_facts(record: Record) -> tuple[Fact, Fact]:
    """Return what is known of this person before anything is captured: the dominant hand, and the language."""
    hands = {
        "right": translate("Capture", "Right"),
        "left": translate("Capture", "Left"),
        "both": translate("Capture", "Both"),
    }
    return (
        Fact(translate("Capture", "Dominant hand"), hands.get(record.dominant_hand, "")),
        Fact(translate("Capture", "Speaks"), language_words(record.language)),
    )


def stop_rules(view: CaptureView) -> Iterator[StopRule]:
    """Yield the heading and the rules, each with its bullet, when there are any."""
    if view.stop_rules:
        yield StopRule(translate("Capture", "Stop early when"), "")
    for rule in view.stop_rules:
        yield StopRule("", f"• {rule}")


def ready_notes(view: CaptureView) -> tuple[str, ...]:
    """Return what the assessor says meanwhile and does, each with its word, for the face of a clock."""
    script = view.script
    if script is None:
        return ()
    during = translate("Capture", "During: {0}").format(script.during) if script.during else ""
    do = translate("Capture", "Do: {0}").format(script.do) if script.do else ""
    return tuple(note for note in (during, do) if note)


def fact_words(value: str) -> str:
    """Return a value with its unit as it stands on a dial; what was only seen is done."""
    number, _, unit = value.partition(" ")
    return f"{number} {unit_words(unit)}".strip() if unit in PLAIN_UNITS else value or translate("Capture", "Done")


def answer_rows(view: CaptureView, *, unusual: bool = False) -> tuple[AnswerRow, ...]:
    """Return the questions of the section at hand with their answers."""
    return tuple(_answer_row(row, unusual=unusual) for row in view.answers)


def _answer_row(row: AnswerRowView, *, unusual: bool) -> AnswerRow:
    state = VisualState.UNUSUAL if unusual and row.state == "now" else _STATES[row.state]
    value = fact_words(row.value) if row.state == "done" else row.note
    return AnswerRow(title=row.title, value=value, state=StateView(state), current=row.state == "now")


def cares(record: Record) -> Iterator[CareView]:
    """Yield the hold of a restricted side first, then what else asks for care."""
    care = record.care
    held = {
        "right": translate("Capture", "Right arm: do not test"),
        "left": translate("Capture", "Left arm: do not test"),
        "both": translate("Capture", "Both arms: do not test"),
    }
    reasons = list(_care_reasons(record))
    if care.restricted_side in held:
        yield CareView(
            kind=CareKind.HOLD,
            title=held[care.restricted_side],
            text=" ".join([*reasons, care.note]).strip(),
            limbs=_LIMBS[care.restricted_side],
            conclusion=translate("Capture", "Its trials are recorded as ND07, limb restricted."),
        )
    elif reasons or care.note:
        yield CareView(
            kind=CareKind.CARE, title=translate("Capture", "Take care"), text=" ".join([*reasons, care.note]).strip()
        )


def _care_reasons(record: Record) -> Iterator[str]:
    patterns = (
        (record.care.lymphoedema_side, translate("Capture", "Lymphoedema: {0}.")),
        (record.care.surgery_side, translate("Capture", "Surgery: {0}.")),
        (record.care.line_side, translate("Capture", "Line or port: {0}.")),
    )
    sides = {
        "right": translate("Capture", "right"),
        "left": translate("Capture", "left"),
        "both": translate("Capture", "both sides"),
    }
    for side, pattern in patterns:
        if side in sides:
            yield pattern.format(sides[side])
