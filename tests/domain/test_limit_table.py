"""The limit table by its numbers: what each field takes at its limits, one step beside them, and in another unit.

The numbers stand here a second time on purpose: a slip in the table would otherwise move the table's own tests with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assessdesk import resources
from assessdesk.services.definitions.messages import load_messages
from assessdesk.services.definitions.tables import load_limits
from assessdesk.services.rescoring import check_record

LIMITS, MESSAGES = load_limits(resources.read), load_messages(resources.read)
Row = tuple[str, str, int, tuple[str, str], tuple[str, str]]

TABLE: tuple[Row, ...] = (
    ("grip.trial.F", "kgf", 1, ("0.0", "90.0"), ("5.0", "45.0")),
    ("grip.trial.M", "kgf", 1, ("0.0", "90.0"), ("10.0", "70.0")),
    ("chair5.time", "s", 2, ("3.00", "60.00"), ("5.00", "30.00")),
    ("cst30.reps", "{#}", 0, ("0", "50"), ("4", "30")),
    ("gait4.time", "s", 2, ("1.00", "120.00"), ("2.00", "13.33")),
    ("gait3.time", "s", 2, ("0.75", "90.00"), ("1.50", "10.00")),
    ("gait6.time", "s", 2, ("1.50", "180.00"), ("3.00", "20.00")),
    ("gait10.time", "s", 2, ("2.50", "300.00"), ("5.00", "33.33")),
    ("balance.hold", "s", 2, ("0.00", "10.00"), ("0.00", "10.00")),
    ("tug.time", "s", 2, ("3.00", "300.00"), ("4.50", "30.00")),
    ("walk6.distance", "m", 0, ("0", "1000"), ("150", "800")),
    ("walk400.time", "s", 2, ("120.00", "900.00"), ("200.00", "600.00")),
    ("knee.force", "N", 0, ("0", "1500"), ("50", "700")),
    ("knee.lever", "m", 2, ("0.15", "0.60"), ("0.25", "0.45")),
    ("height", "cm", 1, ("100.0", "230.0"), ("140.0", "185.0")),
    ("weight", "kg", 1, ("25.0", "300.0"), ("35.0", "130.0")),
    ("bmi", "kg/m2", 1, ("10.0", "80.0"), ("16.0", "40.0")),
    ("fat.percent", "%", 1, ("3.0", "70.0"), ("10.0", "50.0")),
    ("fat.mass", "kg", 1, ("1.0", "200.0"), ("5.0", "60.0")),
    ("ffm", "kg", 1, ("15.0", "120.0"), ("25.0", "65.0")),
    ("smm", "kg", 1, ("8.0", "70.0"), ("13.0", "40.0")),
    ("asm", "kg", 2, ("4.00", "45.00"), ("9.00", "25.00")),
    ("lean.arm", "kg", 2, ("0.50", "8.00"), ("1.00", "4.00")),
    ("lean.leg", "kg", 2, ("2.00", "20.00"), ("4.00", "10.00")),
    ("lean.trunk", "kg", 2, ("8.00", "50.00"), ("14.00", "30.00")),
    ("asmi", "kg/m2", 2, ("2.00", "15.00"), ("4.00", "9.00")),
    ("phase.angle", "deg", 1, ("1.0", "15.0"), ("3.5", "8.0")),
    ("ecw.tbw", "1", 3, ("0.300", "0.500"), ("0.360", "0.400")),
    ("ct.l3.smi", "cm2/m2", 1, ("10.0", "120.0"), ("25.0", "70.0")),
    ("calf", "cm", 1, ("15.0", "70.0"), ("25.0", "48.0")),
    ("nrs", "{score}", 0, ("0", "10"), ("0", "10")),
    ("vas", "mm", 0, ("0", "100"), ("0", "100")),
    ("borg.cr10", "{score}", 1, ("0.0", "10.0"), ("0.0", "10.0")),
    ("hr.rest", "/min", 0, ("20", "250"), ("45", "100")),
    ("sbp.rest", "mm[Hg]", 0, ("50", "300"), ("90", "160")),
    ("dbp.rest", "mm[Hg]", 0, ("20", "200"), ("50", "90")),
    ("spo2.rest", "%", 0, ("50", "100"), ("94", "100")),
    ("temp", "Cel", 1, ("30.0", "43.0"), ("35.0", "37.9")),
    ("hb", "g/dL", 1, ("2.0", "25.0"), ("8.0", "18.0")),
    ("plt", "10*9/L", 0, ("0", "2000"), ("50", "600")),
    ("anc", "10*9/L", 2, ("0.00", "100.00"), ("0.50", "15.00")),
    ("bmd.tscore", "{score}", 1, ("-8.0", "8.0"), ("-4.5", "3.0")),
    ("session.minutes", "min", 0, ("0", "180"), ("45", "75")),
    ("age", "a", 0, ("18", "110"), ("20", "90")),
    ("qlq.item", "{score}", 0, ("1", "4"), ("1", "4")),
    ("qlq.item29_30", "{score}", 0, ("1", "7"), ("1", "7")),
    ("fact.item", "{score}", 0, ("0", "4"), ("0", "4")),
    ("phq.item", "{score}", 0, ("0", "3"), ("0", "3")),
    ("eq5d.level", "{score}", 0, ("1", "5"), ("1", "5")),
    ("eq.vas", "{score}", 0, ("0", "100"), ("0", "100")),
)
"""Field, unit, decimals, hard limits, soft limits; all limits are inclusive."""
BORG = {Decimal(step) for step in ("0", "0.5", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")}


def outcome(field: str, value: str, unit: str) -> str:
    return str(check_record({"id": "1", "field": field, "value": value, "unit": unit}, LIMITS, MESSAGES)["outcome"])


def expected(row: Row, value: Decimal) -> str:
    field, _, _, (hard_min, hard_max), (soft_min, soft_max) = row
    if not Decimal(hard_min) <= value <= Decimal(hard_max) or (field == "borg.cr10" and value not in BORG):
        return "reject"
    return "accept" if Decimal(soft_min) <= value <= Decimal(soft_max) else "confirm"


def beside(row: Row) -> Iterator[str]:
    """Yield every limit and the values one step below and above it, with the decimals of the field."""
    step = Decimal(1).scaleb(-row[2])
    for limit in {*row[3], *row[4]}:
        for value in (Decimal(limit) - step, Decimal(limit), Decimal(limit) + step):
            yield f"{abs(value) if value.is_zero() else value:.{row[2]}f}"


@pytest.mark.req("CHK-013")
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_field_takes_what_its_row_says_at_each_limit_and_one_step_beside(row: Row) -> None:
    said = {value: outcome(row[0], value, row[1]) for value in beside(row)}
    assert said == {value: expected(row, Decimal(value)) for value in said}


@pytest.mark.req("CHK-013")
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_a_field_refuses_finer_digits_and_another_unit(row: Row) -> None:
    usual = f"{Decimal(row[4][0]):.{row[2]}f}"
    assert outcome(row[0], usual, row[1]) == "accept"
    assert outcome(row[0], f"{usual}{'0' if row[2] else '.0'}", row[1]) == "reject"
    assert {outcome(row[0], usual, unit) for unit in ("[lb_av]", "", "n/a")} == {"reject"}
