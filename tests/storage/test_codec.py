"""Events to exact bytes and back, and what is refused on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assessdesk.domain.events import TimingRecord, ValueRecorded
from assessdesk.domain.values import Choice, Missing, Observed, Quantity, Text, Value
from assessdesk.domain.wire import FIRST_PREVIOUS, MalformedEntry, canonical, decode_line, fault_of, read_header
from assessdesk.storage import codec, shapes
from assessdesk.storage.chain import KeyDirectory
from tests.storage import facts as given

VECTORS = Path(__file__).parents[1] / "vectors" / "ledger-entries.jsonl"


def _event(**changes: Any) -> ValueRecorded:
    event = given.recorded().event
    assert isinstance(event, ValueRecorded)
    return replace(event, **changes)


@pytest.mark.req("LED-001")
@pytest.mark.parametrize(
    "value",
    [
        Quantity(value=Decimal("31.400"), unit="kg"),
        Quantity(value=Decimal("-0.5"), unit="[degF]"),
        Choice(code="held_10"),
        Text(text="말없이 · 无言 · “quoted” \u2028 \\ / é"),
        Observed(),
        Missing(code="ND03", text="tired"),
    ],
)
def test_every_kind_of_value_is_read_back_equal(value: Value) -> None:
    event = _event(value=value, timing=None, rest_ms=None)
    payload = codec.encode(event)
    assert codec.decode("value.recorded", payload) == event
    assert codec.encode(codec.decode("value.recorded", payload)) == payload


@pytest.mark.req("LED-001")
def test_decimals_are_plain_digits_and_times_keep_their_offset() -> None:
    event = _event(
        value=Quantity(value=Decimal("1.20E+2"), unit="s"),
        performed_at=datetime(2026, 11, 21, 10, 0, 0, 250_000, tzinfo=timezone(timedelta(hours=9))),
    )
    document = json.loads(codec.encode(event))
    assert document["value"]["value"] == "120"
    assert document["performed_at"] == "2026-11-21T10:00:00.250000+09:00"


@pytest.mark.req("LED-015")
@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("value", "value"), 31.4, "value.value must be a number written as text"),
        (("value", "value"), 31, "value.value must be a number written as text"),
        (("value", "value"), "3.14E1", "value.value must be a number written as text"),
        (("value", "value"), "NaN", "value.value must be a number written as text"),
        (("value", "value"), "٣", "value.value must be a number written as text"),
        (("value", "type"), "guess", "value must be of type quantity, choice"),
        (("value", "type"), ["quantity"], "value must be of type quantity, choice"),
        (("value", "colour"), "red", "unknown: colour"),
        (("performed_at",), "2026-11-21T01:02:03", "performed_at must be an ISO 8601 time with its offset"),
        (("performed_at",), "2026-11-21 01:02:03+00:00", "performed_at must be an ISO 8601 time"),
        (("turn",), "1", "turn must be a whole number"),
        (("turn",), True, "turn must be a whole number"),
        (("turn",), 1.0, "turn must be a whole number"),
        (("timing", "splits_ms"), {"0": 1}, "timing.splits_ms must be a list"),
        (("timing", "capped"), 0, "timing.capped must be true or false"),
        (("confirmations",), [{"finding": "F"}], "confirmations[0] does not hold exactly"),
        (("slot",), None, "slot must be text"),
    ],
)
def test_a_payload_of_another_shape_is_refused_with_its_place(path: tuple[str, ...], value: object, words: str) -> None:
    document = json.loads(codec.encode(_event()))
    inner = document
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    with pytest.raises(codec.UnreadablePayload) as refused:
        codec.decode("value.recorded", canonical_with_floats(document))
    assert words in str(refused.value)


def canonical_with_floats(document: object) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


@pytest.mark.req("LED-015")
def test_missing_fields_unknown_kinds_and_broken_text_are_refused() -> None:
    document = json.loads(codec.encode(_event()))
    del document["unit_read"]
    with pytest.raises(codec.UnreadablePayload, match="missing: unit_read"):
        codec.decode("value.recorded", canonical(document))
    with pytest.raises(codec.UnreadablePayload, match=r"does not know entries of kind 'value\.guessed'"):
        codec.decode("value.guessed", b"{}")
    for broken in (b"", b"{", b"[]", b"null", b"\xff"):
        with pytest.raises(codec.UnreadablePayload):
            codec.decode("value.recorded", broken)


@pytest.mark.req("LED-015")
@pytest.mark.parametrize(
    "changes",
    [
        {"value": Quantity(value=Decimal("NaN"), unit="kg")},
        {"value": Quantity(value=Decimal("Infinity"), unit="kg")},
        {"performed_at": datetime(2026, 1, 1)},  # noqa: DTZ001 - a naive time is what is refused
        {"as_read": "\ud800"},
        {"rest_ms": 60.1},
        {"stop_reason": b"bytes"},
    ],
)
def test_what_cannot_be_kept_exactly_is_not_written(changes: dict[str, Any]) -> None:
    with pytest.raises(shapes.ShapeFault):
        codec.encode(_event(**changes))


@pytest.mark.req("LED-015")
def test_every_kind_of_event_has_a_form() -> None:
    for shape in codec.KINDS.values():
        assert callable(shapes._record(shape)), "a field type without a form would raise"
    assert len(codec.KINDS) == len({shape.kind for shape in codec.KINDS.values()})


def test_a_field_without_a_form_is_a_defect() -> None:
    with pytest.raises(TypeError, match="no form"):
        shapes._reader(float)


@pytest.mark.req("LED-016")
def test_an_upcaster_lifts_an_old_payload(monkeypatch: pytest.MonkeyPatch) -> None:
    document = json.loads(codec.encode(_event()))
    del document["stop_reason"]
    old = canonical(document)
    monkeypatch.setattr(codec, "UPCASTERS", {"value.recorded": (lambda found: {"stop_reason": "", **found},)})
    assert codec.decode("value.recorded", old) == _event()


@pytest.mark.req("LED-016")
def test_entries_written_by_the_first_version_are_still_read() -> None:
    lines = VECTORS.read_bytes().splitlines()
    directory, previous = KeyDirectory(), FIRST_PREVIOUS
    kinds = []
    for number, line in enumerate(lines, start=1):
        wire = decode_line(line)
        assert fault_of(wire, expected_seq=number, previous=previous) is None
        entry = codec.entry_of(wire)
        assert entry.event is not None
        assert codec.encode(entry.event) == wire.payload
        if number == 1:
            directory.learn(entry.station, entry.event)
        assert directory.fault_of(read_header(wire.header), wire) is None
        directory.learn(entry.station, entry.event)
        previous = entry.hash
        kinds.append(entry.kind)
    assert set(kinds) == set(codec.KINDS), "every kind has its frozen entry; add one for a new kind"


@pytest.mark.parametrize(
    ("at", "offset"),
    [
        ("2026-11-21T01:02:03.456Z", "+9:00"),
        ("2026-11-21T01:02:03.456Z", "09:00"),
        ("2026-11-21T01:02:03.456Z", "+99:00"),
        ("2026-11-21T01:02:03Z", "+09:00"),
        ("2026-11-21T01:02:03.456+00:00", "+09:00"),
        ("2026-11-21T01:02:03.456", "+09:00"),
        ("yesterday", "+09:00"),
    ],
)
@pytest.mark.req("LED-015")
def test_a_header_time_in_another_form_is_refused(at: str, offset: str) -> None:
    with pytest.raises(MalformedEntry, match="time"):
        codec.local_time(at, offset)


@pytest.mark.req("LED-001")
@pytest.mark.parametrize("minutes", [0, 540, -210, 345, 840, -720])
def test_a_header_time_keeps_its_offset(minutes: int) -> None:
    at = datetime(2026, 11, 21, 1, 2, 3, 456_000, tzinfo=UTC).astimezone(timezone(timedelta(minutes=minutes)))
    assert codec.local_time(codec.utc_text(at), codec.offset_text(at)) == at
    assert codec.local_time(codec.utc_text(at), codec.offset_text(at)).utcoffset() == timedelta(minutes=minutes)
    with pytest.raises(shapes.ShapeFault, match="offset"):
        codec.utc_text(at.replace(tzinfo=None))


def test_timing_is_kept_split_by_split() -> None:
    timing = TimingRecord(
        source="key", event_ms=1, handler_ms=2, uncertainty_ms=3, uncertain=("slept",), splits_ms=(4,)
    )
    assert codec.decode("value.recorded", codec.encode(_event(timing=timing))) == _event(timing=timing)
