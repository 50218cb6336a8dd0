"""Whatever stands in a line gets an answer or a sentence: every published case, spoilt in many ways."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest

from assessdesk import resources
from assessdesk.cli import main
from assessdesk.services.definitions.messages import load_messages
from assessdesk.services.definitions.tables import load_limits, load_tables
from assessdesk.services.rescoring import run_check, run_score
from tests.domain.scoring.shipped import cases

TABLES, LIMITS, MESSAGES = load_tables(resources.read), load_limits(resources.read), load_messages(resources.read)
SCORING = cases("scoring-vectors.json")
CHECKING = cases("validation-vectors.json")
NO_NUMBERS: tuple[object, ...] = (
    "", " ", "abc", " 5", "+5", "-0", "1e5", "NaN", "Infinity", "0５", "5,0", ".5", "5.", "\ud800", "x" * 3000,
    "9" * 40, True, {}, {"a": 1}, [[]],
)  # fmt: skip
"""What is no plain number, whoever reads it."""
ODD: tuple[object, ...] = (
    *NO_NUMBERS,
    None,
    -1,
    0,
    99,
    10**400,
    1.5,
    "-1",
    "007",
    "0." + "0" * 21 + "1",
    "9" * 24,
    False,
    [],
    [None],
    "unable",
    "f",
    "M",
)


def score(record: object) -> dict[str, Any]:
    (answer,) = run_score([json.dumps(record)], TABLES, MESSAGES)
    said: dict[str, Any] = json.loads(answer.text)
    assert ("error" in said) is not answer.good
    return said


def check(record: object) -> dict[str, Any]:
    (answer,) = run_check([json.dumps(record)], LIMITS, MESSAGES)
    said: dict[str, Any] = json.loads(answer.text)
    assert ("error" in said) is not answer.good
    return said


def spoilt(values: dict[str, Any], odd: tuple[object, ...]) -> Iterator[dict[str, Any]]:
    """Yield the values with one of them, or one member of one of them, replaced."""
    for name, value in values.items():
        for wrong in odd:
            yield {**values, name: wrong}
            if isinstance(value, list) and value:
                yield {**values, name: [*value[:-1], wrong]}
            if isinstance(value, dict) and value:
                yield {**values, name: {**value, next(iter(value)): wrong}}


@pytest.mark.req("SCO-009")
@pytest.mark.parametrize("instrument", sorted({case["instrument"] for case in SCORING}))
def test_a_spoilt_case_is_answered_or_refused_with_a_sentence(instrument: str) -> None:
    for case in (case for case in SCORING if case["instrument"] == instrument):
        for values in spoilt(case["input"], ODD):
            said = score({"id": case["id"], "instrument": instrument, "input": values})
            assert said.get("result") is not None or "Line 1" in said["error"]


@pytest.mark.req("SCO-009")
@pytest.mark.parametrize("instrument", sorted({case["instrument"] for case in SCORING}))
def test_an_unknown_key_or_no_object_is_refused(instrument: str) -> None:
    case = next(case for case in SCORING if case["instrument"] == instrument)
    wrong: tuple[object, ...] = ({**case["input"], "comment": "x"}, None, [], "x", 5)
    for values in wrong:
        assert "error" in score({"id": "A", "instrument": instrument, "input": values})


@pytest.mark.req("SCO-009")
@pytest.mark.parametrize("case", CHECKING, ids=lambda case: case["id"])
def test_a_spoilt_value_is_judged_or_refused_with_a_sentence(case: dict[str, Any]) -> None:
    record = {name: case[name] for name in ("id", "field", "value", "unit")}
    spoils = [{**record, "value": wrong} for wrong in ODD]
    if isinstance(case["value"], dict):
        spoils += [{**record, "value": value} for value in spoilt(case["value"], ODD)]
        spoils += [{**record, "value": {**case["value"], "comment": "x"}}]
    for each in spoils:
        said = check(each)
        assert said.get("outcome") in {"accept", "confirm", "reject"} or "Line 1" in said["error"]


@pytest.mark.req("CHK-005")
@pytest.mark.parametrize("field", sorted(LIMITS.values))
def test_what_is_no_number_is_never_accepted(field: str) -> None:
    unit = LIMITS.values[field].unit
    for wrong in NO_NUMBERS:
        if wrong != " 5":  # blanks around a number are ignored
            assert check({"id": "A", "field": field, "value": wrong, "unit": unit}).get("outcome") == "reject", wrong


@pytest.mark.req("SCO-009")
@pytest.mark.parametrize("unit", [5, [], {}, True, ["kg"]])
def test_a_unit_that_is_no_text_is_refused_like_a_wrong_one(unit: object) -> None:
    """A list as a unit once ended the whole run."""
    values: dict[str, object] = {"weight": "56.3", "x.calf_side_diff": {"right": "34.0", "left": "34.1"}}
    for field, value in values.items():
        assert check({"id": "A", "field": field, "value": value, "unit": unit})["outcome"] == "reject"


@pytest.mark.req("SCO-009")
@pytest.mark.parametrize("command", ["score", "check"])
def test_standard_input_that_is_no_utf_8_is_refused_with_a_sentence(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe{\x00"), encoding="cp949"))
    assert main([command]) == 2
    assert "UTF-8" in capsys.readouterr().err


@pytest.mark.req("SCO-009")
def test_standard_input_is_utf_8_whatever_the_console_writes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = '{"id": "가-1", "instrument": "nrs.band", "input": {"value": 3}}\n'
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode()), encoding="cp949"))
    assert main(["score"]) == 0
    assert json.loads(capsys.readouterr().out) == {"id": "가-1", "result": {"band": "mild"}}
