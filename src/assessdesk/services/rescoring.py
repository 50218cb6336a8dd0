"""Scores and checks exchanged records, one JSON object a line, for statisticians and testers.

A record that cannot be scored or checked becomes a line with the reason; the rest of the input is still processed. The
module must not know files, screens or the ledger.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assessdesk.domain.checks import Finding, Limits, Severity, check_cross, check_unit, check_value
from assessdesk.domain.scoring import catalogue
from assessdesk.domain.scoring.decimals import plain_decimal
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.services.definitions.messages import Language, Messages
from assessdesk.services.definitions.tables import Tables

Record = Mapping[str, object]
_NO_UNIT = "n/a"
_OUTCOMES = {Severity.HARD: "reject", Severity.SOFT: "confirm"}


class RecordRefusedError(ValueError):
    """A record is not one that can be scored or checked; `code` and `arguments` make its sentence."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = tuple(arguments.items())


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One line of output, and whether its record could be answered."""

    text: str
    good: bool


def _word(record: Record, name: str) -> str:
    value = record.get(name)
    if not isinstance(value, str) or not value:
        raise RecordRefusedError("LINE_KEY_MISSING", name=name)
    return value


def score_record(record: Record, tables: Tables) -> dict[str, object]:
    """Return id and result of a record with id, instrument and input; decimals are strings, null is missing.

    Raises:
        RecordRefusedError: the record lacks a part or names an unknown instrument.
        InvalidInputError: an input is not what the instrument allows.
    """
    instrument = _word(record, "instrument")
    if instrument not in catalogue.SCORERS:
        raise RecordRefusedError("LINE_INSTRUMENT_UNKNOWN", instrument=instrument)
    values = record.get("input")
    if not isinstance(values, Mapping):
        raise RecordRefusedError("LINE_KEY_MISSING", name="input")
    return {"id": record.get("id"), "result": dict(catalogue.score(instrument, Inputs(values), tables.scoring))}


def find(record: Record, limits: Limits) -> Finding | None:
    """Return the finding about a record with field, value and unit, None when the value is accepted.

    Raises:
        RecordRefusedError: the record lacks a part or names an unknown field.
        InvalidInputError: a value that a cross-field rule needs is missing or not what it must be.
    """
    field = _word(record, "field")
    if "value" not in record:
        raise RecordRefusedError("LINE_KEY_MISSING", name="value")
    value, unit = record["value"], record.get("unit")
    if field in limits.cross:
        if not isinstance(value, Mapping):
            raise InvalidInputError("INPUT_NOT_OBJECT", name="value", found=value)
        if unit is not None and unit != _NO_UNIT:
            return Finding(
                "UNIT_OTHER", Severity.HARD, field, (("field", field), ("given", str(unit)), ("unit", _NO_UNIT))
            )
        return check_cross(field, value, limits.cross[field])
    if field not in limits.values:
        raise RecordRefusedError("LINE_FIELD_UNKNOWN", name=field)
    limit = limits.values[field]
    other = check_unit(unit if isinstance(unit, str) else None, limit)
    if other is not None:
        return other
    if value is None:
        return check_value("", limit)[1]
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        arguments = (("field", field), ("value", json.dumps(value, default=str)))
        return Finding("VALUE_NOT_NUMBER", Severity.HARD, field, arguments)
    return check_value(str(value) if isinstance(value, int) else value, limit)[1]


def check_record(
    record: Record, limits: Limits, messages: Messages, *, language: Language = Language.ENGLISH
) -> dict[str, object]:
    """Return id, outcome (accept, confirm, reject) and the sentence for it, empty when accepted.

    Raises:
        RecordRefusedError, InvalidInputError: as `find`.
    """
    finding = find(record, limits)
    if finding is None:
        return {"id": record.get("id"), "outcome": "accept", "message": ""}
    message = messages.sentence(finding.code, finding.arguments, language)
    return {"id": record.get("id"), "outcome": _OUTCOMES[finding.severity], "message": message}


def _number(text: str) -> Decimal:
    value = plain_decimal(text)
    if value is None:
        raise ValueError(f"the number {text[:40]} is not a plain decimal")
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    known: dict[str, object] = {}
    for key, value in pairs:
        if key in known:
            raise ValueError(f"the key {key} stands twice")
        known[key] = value
    return known


def _record(text: str) -> Record:
    try:
        parsed = json.loads(text, parse_float=_number, parse_constant=_number, object_pairs_hook=_unique)
    except (ValueError, RecursionError) as fault:
        raise RecordRefusedError("LINE_NOT_JSON", detail=str(fault)[:120]) from fault
    if not isinstance(parsed, dict):
        raise RecordRefusedError("LINE_NOT_JSON", detail=type(parsed).__name__)
    return parsed


def _identify(record: Record, seen: set[str]) -> None:
    """Refuse a record without an id of its own, and remember the id."""
    identity = record.get("id")
    if not isinstance(identity, str) or not identity:
        raise RecordRefusedError("LINE_ID_MISSING")
    if identity in seen:
        raise RecordRefusedError("LINE_ID_TWICE", id=identity)
    seen.add(identity)


def _batch(
    lines: Iterable[str], answer: Callable[[Record], dict[str, object]], messages: Messages
) -> Iterator[BatchLine]:
    """Answer line by line; blank lines are no records. ASCII output survives any console encoding."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix("\ufeff").strip() if number == 1 else line.strip()
        if not text:
            continue
        record: Record = {}
        try:
            record = _record(text)
            _identify(record, seen)
            yield BatchLine(json.dumps(answer(record)), good=True)
        except (RecordRefusedError, InvalidInputError) as refusal:
            error = {"id": record.get("id"), "error": _sentence(refusal, record, line=number, messages=messages)}
            yield BatchLine(json.dumps(error, default=str), good=False)


def _sentence(refusal: RecordRefusedError | InvalidInputError, record: Record, *, line: int, messages: Messages) -> str:
    where = ("line", str(line))
    if isinstance(refusal, RecordRefusedError):
        return messages.sentence(refusal.code, (*refusal.arguments, where))
    subject = ("subject", str(record.get("instrument") or record.get("field")))
    inner = messages.sentence(refusal.code, refusal.arguments)
    return messages.sentence("LINE_INPUT_REFUSED", (where, subject, ("sentence", inner)))


def run_score(lines: Iterable[str], tables: Tables, messages: Messages) -> Iterator[BatchLine]:
    """Score JSON Lines: each record yields `{"id", "result"}` or `{"id", "error"}`, in order."""
    return _batch(lines, lambda record: score_record(record, tables), messages)


def run_check(lines: Iterable[str], limits: Limits, messages: Messages) -> Iterator[BatchLine]:
    """Check JSON Lines: each record yields `{"id", "outcome", "message"}` or `{"id", "error"}`, in order."""
    return _batch(lines, lambda record: check_record(record, limits, messages), messages)
