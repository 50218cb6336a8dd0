"""Visits that were missed, held after all, or that nobody planned: taken in by central and counted as what they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assessdesk.services import assessments, unscheduled
from assessdesk.services.missed import state_missed
from tests.central.road import new_road
from tests.central.running import command
from tests.journeys import visit as journey
from tests.journeys.querying import GRIP


@pytest.mark.req("CEN-020")
def test_missed_and_unscheduled_visits_are_taken_in_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    road = new_road(tmp_path)
    desk = road.desk
    away, late = journey.enrol(desk), journey.enrol(desk)
    for person in (away, late):
        state_missed(desk, person.participant, "baseline", reason="M1")
    road.read(road.send())

    def shown() -> dict[str, int]:
        capsys.readouterr()
        assert command(["status", "--db", road.central.url, "--json"]) == 0
        (stream,) = json.loads(capsys.readouterr().out)["streams"]
        return {name: stream[name] for name in ("participants", "visits", "unscheduled", "missed")}

    assert shown() == {"participants": 3, "visits": 1, "unscheduled": 0, "missed": 2}
    assessments.open_visit(desk, late.participant, "baseline", birth_year="1971", reason="Came after all")
    for reason in ("Fell at home", "Fell again"):
        unscheduled.open_unscheduled(desk, away.participant, birth_year="1971", reason=reason, instruments=[GRIP])
    road.read(road.send())
    assert shown() == {"participants": 3, "visits": 4, "unscheduled": 2, "missed": 1}
    assert command(["status", "--db", road.central.url]) == 0
    heads, row = (line.split() for line in capsys.readouterr().out.splitlines()[1:3])
    assert heads[-3:] == ["visits", "unscheduled", "missed"]
    assert row[-3:] == ["4", "2", "1"]
    kinds = dict(road.central.rows("select kind, count(*) from entry where kind like 'visit.%' group by kind"))
    assert (kinds["visit.missed"], kinds["visit.opened"]) == (2, 4)
