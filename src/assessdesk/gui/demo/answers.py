"""What an invented participant answers to any step of any shipped instrument, so that every page can be walked.

Values that must fit one another stand here; every other number is the middle of its usual range in the table of
limits. It must not know widgets or keys.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from assessdesk.domain.instrument import Item

if TYPE_CHECKING:
    from assessdesk.services.capture_view import StepView
    from assessdesk.services.desk import Desk

DEVICES = {
    "dynamometer": "D-03", "chair": "C-01", "stopwatch": "T-01", "bia": "B-02", "tape": "M-01", "scale": "W-01",
    "stadiometer": "H-01", "blood_pressure": "P-01", "oximeter": "O-01", "leg_dynamometer": "K-01", "scanner": "S-01",
}  # fmt: skip
"""The label on the device of each kind."""
BODY = {
    "weight": "58.4", "height": "158.2", "fat_percent": "31.2", "fat_mass": "18.2", "ffm": "40.2", "smm": "21.5",
    "muscle_mass": "38.0", "bone_mass": "2.20", "arm_r": "1.92", "arm_l": "1.95", "trunk": "18.40", "leg_r": "6.31",
    "leg_l": "6.28", "tbw": "29.6", "ecw": "11.4", "icw": "18.2", "ecw_tbw": "0.385", "phase_angle": "5.4",
    "smi_printed": "6.58", "lean_total": "38.00", "bmc": "2.20",
}  # fmt: skip
"""One body, as devices print it; the parts add up."""
CALM = {
    "pressure.1.systolic": "128",
    "pressure.1.diastolic": "80",
    "pulse.1.rate": "76",
    "oxygen.1.spo2": "97",
    "temperature.1.temp": "36.6",
    "results.hb": "11.2",
    "results.anc": "2.10",
    "results.plt": "180",
}
"""Readings of a safety screen that holds nothing back."""
SPECIAL = CALM | {
    "setup.seat_height": "44.0",
    "setup.lever_right": "0.35",
    "setup.lever_left": "0.35",
    "setup.scan_date": "2025-11-10",
    "height.1.reading": "158.2",
    "height.2.reading": "158.4",
    "weight.1.reading": "58.4",
    "weight.2.reading": "58.4",
    "walk.1.lengths": "15",
    "walk.1.extra": "12",
    "walk.1.rests": "0",
}
"""Answers by slot, whatever the instrument."""
CHOSEN = ("none", "no", "self")
"""Codes that are chosen wherever they are offered; else the first one is."""
FROM_PAPER = "paper"


def item_at(desk: Desk, instrument: str, step: StepView) -> Item:
    """Return the item that a step asks for."""
    return desk.instruments[instrument].item(step.section, step.item)


def typed_answer(desk: Desk, instrument: str, step: StepView, *, sex: str) -> str:
    """Return what is typed at a step that wants a number or a text."""
    if step.slot in SPECIAL:
        return SPECIAL[step.slot]
    if step.kind == "text":
        return next((DEVICES[kind] for kind in item_at(desk, instrument, step).devices), "standard")
    if step.section == "measured" and step.item in BODY:
        return BODY[step.item]
    return str(usual_value(desk, instrument, step, sex=sex))


def usual_value(desk: Desk, instrument: str, step: StepView, *, sex: str) -> Decimal:
    """Return the middle of the usual range of what a step asks for, with the places its limit allows."""
    item = item_at(desk, instrument, step)
    limit = (desk.limits or desk.library.limits).values[item.limit.replace("*", sex)]
    if limit.steps:
        return limit.steps[len(limit.steps) // 2]
    middle = (limit.soft_min + limit.soft_max) / 2
    return middle.quantize(Decimal(1).scaleb(-limit.decimals))


def chosen_digit(desk: Desk, instrument: str, step: StepView) -> int:
    """Return the digit of the option that is chosen; a questionnaire without its wording is copied from paper."""
    codes = [option.code for option in step.options]
    if desk.instruments[instrument].needs_text_pack and FROM_PAPER in codes:
        return codes.index(FROM_PAPER) + 1
    wanted = next((code for code in CHOSEN if code in codes), codes[0])
    return codes.index(wanted) + 1
