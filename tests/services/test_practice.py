"""Practising: a station of its own with invented participants, out of which nothing comes."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessdesk.bootstrap import build_desk
from assessdesk.config import STATION_VARIABLE, Config, read_config
from assessdesk.domain.codes import read_code
from assessdesk.domain.schedule import DueState
from assessdesk.domain.study import PlannedVisit
from assessdesk.domain.study_conduct import ConsentVersion
from assessdesk.ports import Refusal
from assessdesk.services import audit_export, courier, practice, session
from assessdesk.services.agenda import agenda_of
from assessdesk.services.assessments import open_visit, start_assessment
from assessdesk.services.desk import Desk
from assessdesk.services.export import export_package
from assessdesk.services.invented_people import invite, read_invention, visits_to_practise
from assessdesk.storage.passphrases import FLOOR
from tests.domain.test_safety import CALM
from tests.journeys.performance import Run
from tests.journeys.visit import PASSPHRASE, USER, Central, StillClock, library, make_desk, set_up

STUDIES = tuple(library().studies)


def practice_desk(folder: Path, clock: StillClock | None = None) -> Desk:
    """Return a desk in the place where people practise; nothing is set up yet."""
    config = Config(station=folder / "station", logs=folder / "logs").other()
    return build_desk(config, library=library(), clock=clock or StillClock(), cost=FLOOR)


def practising(folder: Path, study: str = "KCT0008961", clock: StillClock | None = None) -> Desk:
    """Return a desk at which somebody practises."""
    desk = practice_desk(folder, clock)
    wish = practice.PracticeWish(study=study, user=USER, passphrase=PASSPHRASE)
    session.begin(desk, practice.make_station(desk, wish))
    return desk


def no_progress(step: str, done: int, total: int) -> bool:
    raise AssertionError(f"something was sealed: {step} {done}/{total}")


@pytest.mark.req("PRA-001", "PRA-003")
@pytest.mark.parametrize("study", STUDIES)
def test_every_instrument_of_a_study_can_be_practised_at_once(tmp_path: Path, study: str) -> None:
    clock = StillClock()
    desk = practising(tmp_path, study, clock)
    begun: set[str] = set()
    for row in agenda_of(desk).rows:
        assert row.state is DueState.DUE
        person = desk.ledger.views.participant(row.participant)
        assert person is not None
        visit = open_visit(desk, row.participant, row.planned, birth_year=str(person.birth_year))
        for name in desk.in_force.visit(row.planned).battery:
            done = start_assessment(desk, desk.record(row.participant), visit, name)
            begun.add(name)
            if name == "safety_screen":
                Run(desk, clock, name, visit, done).walk(CALM)
    assert begun == {name for visit in desk.in_force.visits for name in visit.battery}
    kinds = [device.type for device in desk.ledger.views.devices()]
    assert kinds == [kind.code for kind in desk.library.device_terms.kinds], "there is one of each kind"


@pytest.mark.req("PRA-002")
def test_practising_has_its_own_folder_station_and_codes(tmp_path: Path) -> None:
    real = make_desk(tmp_path)
    set_up(real, tmp_path)
    desk = practising(tmp_path)
    assert (tmp_path / "station-practice" / "ledger.db").is_file()
    assert desk.facts.practice
    assert not real.facts.practice
    codes = [row.code for row in desk.ledger.views.participants()]
    assert len(codes) == len(read_invention(desk.library.practice_text).people)
    for code in codes:
        assert code.startswith("P00-")
        assert read_code(code.lower()) == code
    assert not list(real.ledger.views.participants())
    assert {entry.station for entry in desk.ledger.entries()} == {"S01-P"}
    assert not [entry for entry in desk.ledger.entries() if entry.kind == "recipients.set"]
    assert not desk.ledger.verify().faults


@pytest.mark.req("PRA-004")
def test_nothing_leaves_a_practice_station_and_nothing_comes_to_it(tmp_path: Path) -> None:
    desk = practising(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    before = desk.ledger.head()
    for leave in (
        lambda: courier.send(desk, out, version="0", progress=no_progress),
        lambda: courier.hand_card(desk, out / "card.json"),
        lambda: courier.fingerprint(desk),
        lambda: courier.receive(desk, b"whatever"),
        lambda: audit_export.require_export(desk),
        lambda: export_package(
            desk.ledger,
            desk.packer,
            clock=desk.clock,
            author=desk.author,
            folder=out,
            version="0",
            progress=no_progress,
            from_receipt=True,
        ),
    ):
        with pytest.raises(Refusal) as refused:
            leave()
        assert refused.value.code == "PRACTICE_STAYS"
    assert not list(out.iterdir())
    assert desk.ledger.head() == before


@pytest.mark.req("PRA-005")
@pytest.mark.parametrize("letter", ["P", "F", "a", "", "AB"])
def test_a_station_of_a_study_never_has_the_letter_for_practising(tmp_path: Path, letter: str) -> None:
    desk = make_desk(tmp_path)
    (tmp_path / "keys").mkdir()
    wish = session.SetUp(
        study="KCT0008961",
        site="S01",
        letter=letter,
        user=USER,
        passphrase=PASSPHRASE,
        central_card=Central.fresh().card("KCT0008961"),
        escrow_folder=tmp_path / "keys",
    )
    with pytest.raises(Refusal) as refused:
        session.set_up(desk, wish)
    assert refused.value.code == "STATION_LETTER"
    assert not list((tmp_path / "keys").iterdir())
    assert not desk.store.exists()


@pytest.mark.req("PRA-002")
def test_a_passphrase_for_practising_is_as_good_as_any_other(tmp_path: Path) -> None:
    desk = practice_desk(tmp_path)
    with pytest.raises(Refusal) as refused:
        practice.make_station(desk, practice.PracticeWish(study="KCT0008961", user=USER, passphrase="short"))
    assert refused.value.code == "PASSPHRASE_TOO_SHORT"
    with pytest.raises(Refusal) as refused:
        practice.make_station(desk, practice.PracticeWish(study="NONE", user=USER, passphrase=PASSPHRASE))
    assert refused.value.code == "UNKNOWN_STUDY"
    assert not desk.store.exists()


@pytest.mark.req("PRA-002")
def test_a_station_of_a_study_in_the_place_for_practising_is_told(tmp_path: Path) -> None:
    real = make_desk(tmp_path)
    set_up(real, tmp_path)
    assert not practice.practises(real)
    session.lock(real, "asked")
    empty = practice_desk(tmp_path)
    assert practice.practises(empty)
    practice.require_fitting(empty)
    (tmp_path / "station").rename(tmp_path / "station-practice")
    with pytest.raises(Refusal) as refused:
        practice.require_fitting(empty)
    assert refused.value.code == "PRACTICE_FOLDER_TAKEN"
    assert not practice.practises(empty), "what stands there is a station of a study, whatever was asked for"


@pytest.mark.req("PRA-003")
def test_others_are_invented_when_no_visit_is_due_any_more(tmp_path: Path) -> None:
    clock = StillClock()
    desk = practising(tmp_path, clock=clock)
    first = len(list(desk.ledger.views.participants()))
    session.lock(desk, "closed")
    session.sign_in(desk, USER, PASSPHRASE)
    assert len(list(desk.ledger.views.participants())) == first, "there is enough to practise"
    session.lock(desk, "closed")
    clock.pass_seconds(40 * 24 * 3600)
    session.sign_in(desk, USER, PASSPHRASE)
    assert len(list(desk.ledger.views.participants())) == 2 * first
    assert agenda_of(desk).counts[DueState.DUE] >= first
    assert len(desk.ledger.views.devices()) == len(desk.library.device_terms.kinds), "nothing is registered twice"


@pytest.mark.req("PRA-003")
def test_nobody_is_invented_at_a_station_of_a_study(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    set_up(desk, tmp_path)
    assert invite(desk) == 0
    assert not list(desk.ledger.views.participants())


@pytest.mark.req("PRA-003")
def test_whoever_may_not_enrol_practises_with_who_is_there(tmp_path: Path) -> None:
    clock = StillClock()
    desk = practising(tmp_path, clock=clock)
    session.add_person(desk, "MO-01", "eight loud geese walk", roles=("monitor",))
    count = len(list(desk.ledger.views.participants()))
    session.lock(desk, "closed")
    clock.pass_seconds(40 * 24 * 3600)
    session.sign_in(desk, "MO-01", "eight loud geese walk")
    assert len(list(desk.ledger.views.participants())) == count


def _visits(*stated: tuple[str, int, str, tuple[str, ...]]) -> tuple[PlannedVisit, ...]:
    words = library().studies["KCT0008961"].visits[0].title
    return tuple(
        PlannedVisit(
            id=name,
            title=words,
            participant_title=words,
            week=week,
            days_before=3,
            days_after=3,
            battery=battery,
            anchor=anchor,
        )
        for name, week, anchor, battery in stated
    )


@pytest.mark.req("PRA-003")
def test_a_later_visit_is_due_at_once_when_it_alone_holds_an_instrument(tmp_path: Path) -> None:
    study = library().studies["RE_MS"]
    visits = _visits(
        ("first", 0, "baseline", ("tug",)),
        ("again", 2, "baseline", ("tug",)),
        ("after", 1, "visit:first", ("tug",)),
        ("late", 4, "randomisation", ("tug", "grip_strength")),
    )
    changed = dataclasses.replace(study, visits=visits)
    assert [visit.id for visit in visits_to_practise(changed)] == ["first", "late"]
    desk = practising(tmp_path, "RE_MS")
    desk.study, desk.agenda = changed, None
    desk.clock.pass_seconds(60 * 24 * 3600)  # type: ignore[attr-defined]  # the still clock of this module's desks
    assert invite(desk) > 0
    due = [row for row in agenda_of(desk).rows if row.state is DueState.DUE]
    assert {row.planned for row in due} == {"first", "late"}
    later = next(row for row in due if row.planned == "late")
    record = desk.record(later.participant)
    assert set(record.conduct.missed) == {"first", "again", "after"}


@pytest.mark.req("PRA-003")
def test_invented_people_consent_to_a_version_that_was_valid(tmp_path: Path) -> None:
    desk = practising(tmp_path)
    today = desk.clock.now().date()
    conduct = desk.in_force.conduct
    for valid_from, expected in ((today, today), (today - timedelta(days=9), today - timedelta(days=1))):
        desk.study = dataclasses.replace(
            desk.in_force,
            conduct=dataclasses.replace(
                conduct, consent_versions=(ConsentVersion(id="1", valid_from=valid_from.isoformat()),)
            ),
        )
        _nobody_due(desk)
        assert invite(desk) > 0
        person = list(desk.ledger.views.participants())[-1]
        assert date.fromisoformat(desk.record(person.participant).consent_date) == expected
    tomorrow = ConsentVersion(id="1", valid_from=(today + timedelta(days=1)).isoformat())
    desk.study = dataclasses.replace(desk.in_force, conduct=dataclasses.replace(conduct, consent_versions=(tomorrow,)))
    _nobody_due(desk)
    with pytest.raises(Refusal) as refused:
        invite(desk)
    assert refused.value.code == "PRACTICE_NO_CONSENT"


def _nobody_due(desk: Desk) -> None:
    """Open every visit that is due, so that none is."""
    for row in agenda_of(desk).rows:
        if row.state is DueState.DUE:
            person = desk.ledger.views.participant(row.participant)
            assert person is not None
            open_visit(desk, row.participant, row.planned, birth_year=str(person.birth_year))


@pytest.mark.req("PRA-002")
def test_the_place_for_practising_stands_beside_the_station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STATION_VARIABLE, str(tmp_path / "desk"))
    real, beside = read_config(), read_config(practice=True)
    assert beside.station == tmp_path / "desk-practice"
    assert (beside.practice, beside.logs) == (True, real.logs)
    assert beside.other() == real
    assert real.other() == beside
