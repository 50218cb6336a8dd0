"""Scoring and checking exchanged records line by line: every record is answered, a wrong one with the reason."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from assessdesk import resources
from assessdesk.services.definitions.messages import Language, load_messages
from assessdesk.services.definitions.tables import load_limits, load_tables
from assessdesk.services.rescoring import BatchLine, check_record, run_check, run_score, score_record
from tests.domain.scoring.shipped import cases

TABLES = load_tables(resources.read)
LIMITS = load_limits(resources.read)
MESSAGES = load_messages(resources.read)
GOOD = '{"id": "A", "instrument": "nrs.band", "input": {"value": 3}}'
FINE = '{"id": "A", "field": "weight", "value": "56.3", "unit": "kg"}'


def scored(*lines: str) -> list[BatchLine]:
    return list(run_score(lines, TABLES, MESSAGES))


def checked(*lines: str) -> list[BatchLine]:
    return list(run_check(lines, LIMITS, MESSAGES))


def read(lines: Iterable[BatchLine]) -> list[dict[str, Any]]:
    return [json.loads(line.text) for line in lines]


@pytest.mark.req("SCO-009")
def test_all_golden_cases_pass_through_text() -> None:
    golden = cases("scoring-vectors.json")
    answers = scored(*(json.dumps(case) for case in golden))
    assert all(answer.good for answer in answers)
    assert read(answers) == [{"id": case["id"], "result": case["expected"]} for case in golden]


@pytest.mark.req("CHK-009")
def test_all_golden_values_pass_through_text() -> None:
    golden = cases("validation-vectors.json")
    answers = checked(*(json.dumps(case) for case in golden))
    assert all(answer.good for answer in answers)
    assert [(line["id"], line["outcome"]) for line in read(answers)] == [
        (case["id"], case["expected"]) for case in golden
    ]


WRONG_LINES = (
    ("{", "not one JSON object"),
    ("[1]", "not one JSON object"),
    ('"text"', "not one JSON object"),
    ("[" * 100_000, "not one JSON object"),
    ('{"id": "B", "id": "C"}', "the key id stands twice"),
    ('{"id": "B", "input": {"value": NaN}}', "not a plain decimal"),
    ('{"id": "B", "input": {"value": 1e3}}', "not a plain decimal"),
    ('{"id": "B", "input": {"value": 1e999999999}}', "not a plain decimal"),
    ("{}", "no id"),
    ('{"id": null}', "no id"),
    ('{"id": ""}', "no id"),
    ('{"id": 7}', "no id"),
    ('{"id": "A"}', "was used before"),
    ('{"id": "B"}', '"instrument" is missing'),
    ('{"id": "B", "instrument": 5}', '"instrument" is missing'),
    ('{"id": "B", "instrument": "none.such", "input": {}}', 'the instrument "none.such"'),
    ('{"id": "B", "instrument": "nrs.band"}', '"input" is missing'),
    ('{"id": "B", "instrument": "nrs.band", "input": [3]}', '"input" is missing'),
    ('{"id": "B", "instrument": "nrs.band", "input": {"value": 11}}', "value: 11 is above 10"),
    ('{"id": "B", "instrument": "nrs.band", "input": {"vale": 1}}', "vale is not an input"),
)


@pytest.mark.req("SCO-010")
@pytest.mark.parametrize(("line", "words"), WRONG_LINES, ids=[line[:60] for line, _ in WRONG_LINES])
def test_a_wrong_line_is_named_and_the_rest_goes_on(line: str, words: str) -> None:
    last = GOOD.replace('"A"', '"Z"')
    first, wrong, after = scored(GOOD, line, last)
    assert (first.good, wrong.good, after.good) == (True, False, True)
    answer = json.loads(wrong.text)
    assert set(answer) == {"id", "error"}
    assert answer["error"].startswith("Line 2")
    assert words in answer["error"]
    assert json.loads(after.text) == {"id": "Z", "result": {"band": "mild"}}


@pytest.mark.req("SCO-010")
def test_an_error_keeps_the_id_of_its_record() -> None:
    (answer,) = read(scored('{"id": "K7", "instrument": "none.such", "input": {}}'))
    assert answer["id"] == "K7"


WRONG_VALUES = (
    ('{"id": "B", "field": "none.such", "value": "1", "unit": "kg"}', 'the field "none.such"'),
    ('{"id": "B", "field": "x.none", "value": {}, "unit": "n/a"}', 'the field "x.none"'),
    ('{"id": "B", "value": "1", "unit": "kg"}', '"field" is missing'),
    ('{"id": "B", "field": "weight", "unit": "kg"}', '"value" is missing'),
    ('{"id": "B", "field": "x.calibration", "value": "2025-01-01", "unit": "n/a"}', "is not an object"),
    ('{"id": "B", "field": "x.calibration", "value": {"assessment": "2025-01-01"}, "unit": "n/a"}', "due is missing"),
)


@pytest.mark.req("CHK-010")
@pytest.mark.parametrize(("line", "words"), WRONG_VALUES)
def test_an_unknown_field_is_an_error_never_a_skip(line: str, words: str) -> None:
    wrong, after = checked(line, FINE)
    assert (wrong.good, after.good) == (False, True)
    assert words in json.loads(wrong.text)["error"]


JUDGED = (
    ({"field": "weight", "value": "56.3", "unit": "kg"}, "accept", ""),
    ({"field": "weight", "value": "56.3", "unit": "[lb_av]"}, "reject", "the unit [lb_av] is not kg"),
    ({"field": "weight", "value": "56.3"}, "reject", "the unit is missing"),
    ({"field": "weight", "value": "56.3", "unit": 5}, "reject", "the unit is missing"),
    ({"field": "weight", "value": None, "unit": "kg"}, "reject", "nothing was entered"),
    ({"field": "weight", "value": True, "unit": "kg"}, "reject", "not a plain number"),
    ({"field": "weight", "value": ["56.3"], "unit": "kg"}, "reject", "not a plain number"),
    ({"field": "cst30.reps", "value": 14, "unit": "{#}"}, "accept", ""),
    ({"field": "cst30.reps", "value": 31, "unit": "{#}"}, "confirm", "outside the usual range 4 to 30"),
    ({"field": "height", "value": "1.58", "unit": "cm"}, "reject", "Read in m it would be 158.0 cm"),
    ({"field": "x.calibration", "value": {"assessment": "2025-01-01", "due": "2025-01-01"}}, "accept", ""),
    (
        {"field": "x.calibration", "value": {"assessment": "2025-01-01", "due": "2025-01-01"}, "unit": "d"},
        "reject",
        "the unit d is not n/a",
    ),
)


@pytest.mark.req("CHK-009")
@pytest.mark.parametrize(("record", "outcome", "words"), JUDGED)
def test_a_value_is_judged_with_a_sentence(record: dict[str, Any], outcome: str, words: str) -> None:
    answer = check_record({"id": "A", **record}, LIMITS, MESSAGES)
    assert (answer["id"], answer["outcome"]) == ("A", outcome)
    assert words in str(answer["message"])
    assert (answer["message"] == "") == (outcome == "accept")


@pytest.mark.req("CHK-009")
def test_a_number_in_json_keeps_its_decimals() -> None:
    line = '{"id": "A", "field": "asmi", "value": 5.70, "unit": "kg/m2"}'
    assert read(checked(line))[0]["outcome"] == "accept"
    assert read(checked(line.replace("5.70", "5.700")))[0]["outcome"] == "reject"


@pytest.mark.req("CHK-009")
def test_the_sentence_comes_in_the_language_asked_for() -> None:
    record = {"id": "A", "field": "weight", "value": "400", "unit": "kg"}
    spoken = {language: check_record(record, LIMITS, MESSAGES, language=language)["message"] for language in Language}
    assert len(set(spoken.values())) == len(Language)


@pytest.mark.req("SCO-010")
def test_blank_lines_and_a_byte_order_mark_are_no_records() -> None:
    answers = scored("\ufeff" + GOOD + "\r\n", "\n", "  ", GOOD.replace('"A"', '"B"'))
    assert [answer["id"] for answer in read(answers)] == ["A", "B"]


@pytest.mark.req("SCO-010")
def test_output_is_ascii_so_that_any_console_can_show_it() -> None:
    (answer,) = scored('{"id": "가\\ud800", "instrument": "나", "input": {}}')
    assert answer.text.isascii()


@pytest.mark.req("SCO-009")
def test_one_record_is_scored_without_text() -> None:
    assert score_record(json.loads(GOOD), TABLES) == {"id": "A", "result": {"band": "mild"}}
