"""An amendment: its words, who may adopt it, and that a visit stays with the version under which it was opened."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessdesk import resources
from assessdesk.domain.instrument import Instrument
from assessdesk.domain.schedule import window_of
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import amendments, assessments, session, unscheduled
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.parsing import parse_instrument, parse_study
from assessdesk.services.desk import Desk
from assessdesk.services.participant_page import participant_view
from assessdesk.services.review import review_of
from assessdesk.services.summary import summary_of
from tests.journeys import visit as journey

BATTERY = ("sarc_f",)
PLAN = 'id = "{0}"\nweek = {1}\ndays_before = 7\ndays_after = {2}\nbattery = [{3}]'
WIDER = (PLAN.format("week_12", 12, 7, '"sarc_f"'), PLAN.format("week_12", 12, 10, '"sarc_f", "nrs_pain"'))
LONGER = (PLAN.format("week_06", 6, 7, '"sarc_f"'), PLAN.format("week_06", 6, 7, '"nrs_pain", "sarc_f"'))


def amended(*pairs: tuple[str, str], version: str = "2") -> str:
    """The study in force with a new version and some texts replaced."""
    text = journey.study_text(*BATTERY)
    for old, new in (('version = "1"', f'version = "{version}"'), *pairs):
        assert old in text
        text = text.replace(old, new, 1)
    return text


class NewEdition(journey.OneStudy):
    """What a newer program ships: SARC-F in another edition with another title."""

    @property
    def instruments(self) -> Mapping[str, Instrument]:
        text = resources.read("instruments/sarc_f.toml").replace('edition = "', 'edition = "later_', 1)
        return {**super().instruments, "sarc_f": parse_instrument(text)}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = journey.make_desk(tmp_path, battery=BATTERY)
    journey.set_up(desk, tmp_path)
    yield desk
    if desk.opened is not None:
        session.lock(desk, "closed")


def open_week(desk: Desk, row: ParticipantRow, planned: str) -> str:
    """Move the clock to the target day of a planned visit and open it."""
    target = window_of(desk.in_force.visit(planned), date.fromisoformat(row.anchor_date)).target
    clock = desk.clock
    assert isinstance(clock, journey.StillClock)
    clock.at += timedelta(days=(target - clock.at.date()).days)
    clock.boot_id = target.isoformat()
    return assessments.open_visit(desk, row.participant, planned, birth_year=str(row.birth_year))


def battery(desk: Desk, row: ParticipantRow, visit: str) -> tuple[str, ...]:
    """What is due at a visit that was opened."""
    held = desk.record(row.participant).visits[visit]
    return tuple(instrument.id for instrument in assessments.battery_of(desk, held))


@pytest.mark.req("DEF-050")
def test_the_difference_is_told_place_by_place(desk: Desk) -> None:
    proposal = amendments.propose(desk, amended(WIDER))
    (brought,) = proposal.instruments
    assert [str(one) for one in proposal.differences] == [
        "version: 1, now 2",
        "visits week_12, days after: 7, now 10",
        "visits week_12, battery: added nrs_pain",
        f"instrument nrs_pain: added edition {brought.edition}",
    ]


@pytest.mark.req("DEF-051")
def test_an_open_visit_keeps_its_battery_and_a_later_one_follows_the_amendment(desk: Desk) -> None:
    row = journey.enrol(desk)
    week_06 = open_week(desk, row, "week_06")
    amendments.adopt_study(desk, amended(WIDER, LONGER), passphrase=journey.PASSPHRASE)
    assert desk.in_force.version == "2"
    assert battery(desk, row, week_06) == ("sarc_f",)
    record = desk.record(row.participant)
    review = review_of(desk, record, week_06, language="en")
    assert {line.instrument for line in review.rows} == {"sarc_f"}
    assert len(summary_of(desk, record, week_06).items) == 1
    assert participant_view(desk, row.participant, language="en").rows
    assert desk.study_at(record.visits[week_06]).version == "1"
    week_12 = open_week(desk, row, "week_12")
    assert battery(desk, row, week_12) == ("sarc_f", "nrs_pain")
    window = window_of(desk.in_force.visit("week_12"), date.fromisoformat(row.anchor_date))
    assert (window.latest - window.target).days == 10
    done = desk.record(row.participant).visits
    assert done[week_06].study_digest != done[week_12].study_digest == desk.in_force.digest
    other = journey.enrol(desk, anchor_date=desk.clock.now().date().isoformat())
    assert battery(desk, other, open_week(desk, other, "week_06")) == ("nrs_pain", "sarc_f")


@pytest.mark.req("DEF-051")
def test_an_open_visit_keeps_the_edition_of_its_instruments(desk: Desk) -> None:
    row = journey.enrol(desk)
    week_06 = open_week(desk, row, "week_06")
    edition = desk.instruments["sarc_f"].edition
    desk.library = NewEdition(desk.in_force)
    proposal = amendments.adopt_study(desk, amended(), passphrase=journey.PASSPHRASE)
    assert f"instrument sarc_f, edition: {edition}, now later_{edition}" in [str(one) for one in proposal.differences]
    done = assessments.start_assessment(desk, desk.record(row.participant), week_06, "sarc_f")
    held = done.record.visits[week_06].of("sarc_f")
    assert held is not None
    assert (held.edition, held.definition) == (
        edition,
        desk.instruments_at(done.record.visits[week_06])["sarc_f"].digest,
    )
    assert assessments.context_of(desk, done.record, week_06, "sarc_f").instrument.edition == edition
    week_12 = open_week(desk, row, "week_12")
    later = assessments.start_assessment(desk, desk.record(row.participant), week_12, "sarc_f")
    started = later.record.visits[week_12].of("sarc_f")
    assert started is not None
    assert started.edition == f"later_{edition}"


@pytest.mark.req("DEF-051", "DEF-052")
def test_versions_survive_a_lock_with_who_adopted_them(desk: Desk) -> None:
    row = journey.enrol(desk)
    week_06 = open_week(desk, row, "week_06")
    amendments.adopt_study(desk, amended(LONGER), passphrase=journey.PASSPHRASE)
    session.lock(desk, "asked")
    session.sign_in(desk, journey.USER, journey.PASSPHRASE)
    assert desk.in_force.version == "2"
    assert battery(desk, row, week_06) == ("sarc_f",)
    first, second = amendments.versions_of(desk)
    assert (first.version, first.visits, first.in_force) == ("1", 1, False)
    assert (second.version, second.user, second.visits, second.in_force) == ("2", journey.USER, 0, True)
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("DEF-052")
def test_adopting_needs_the_permission_and_the_passphrase(desk: Desk) -> None:
    before = desk.ledger.head().seq
    with pytest.raises(Refusal, match="WRONG_PASSPHRASE"):
        amendments.adopt_study(desk, amended(), passphrase="something else")
    desk.roles = ("assessor",)
    with pytest.raises(Refusal, match="NOT_PERMITTED"):
        amendments.adopt_study(desk, amended(), passphrase=journey.PASSPHRASE)
    assert [entry.kind for entry in desk.ledger.entries(after=before)] == ["session.sign_in_failed"]
    assert desk.in_force.version == "1"


@pytest.mark.req("DEF-053")
def test_a_visit_that_nobody_planned_is_not_lost_by_an_amendment(desk: Desk) -> None:
    row = journey.enrol(desk)
    year = str(row.birth_year)
    visit = unscheduled.open_unscheduled(
        desk, row.participant, birth_year=year, reason="Came in pain", instruments=("sarc_f",)
    )
    amendments.adopt_study(desk, amended(), passphrase=journey.PASSPHRASE)
    assert desk.in_force.version == "2"
    assert battery(desk, row, visit) == ("sarc_f",)


@pytest.mark.req("DEF-053")
@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("AMENDMENT_OTHER_STUDY", 'id = "KCT0008961"', 'id = "KCT"'),
        ("AMENDMENT_IN_FORCE", 'version = "2"', 'version = "1"'),
        ("AMENDMENT_VERSION_USED", 'version = "2"', 'version = "1"\nshow_classifications = false'),
        ("AMENDMENT_DROPS", "[sites.S01]", "[sites.S02]"),
        ("AMENDMENT_DROPS", 'id = "baseline"\n', 'id = "start"\n'),
        ("AMENDMENT_DROPS", 'id = "usual_care"', 'id = "care"'),
    ],
)
def test_what_cannot_follow_the_study_in_force_is_refused(desk: Desk, code: str, old: str, new: str) -> None:
    row = journey.enrol(desk)
    journey.open_baseline(desk, row)
    before = desk.ledger.head()
    text = amended()
    assert old in text
    with pytest.raises(Refusal) as refused:
        amendments.adopt_study(desk, text.replace(old, new, 1), passphrase=journey.PASSPHRASE)
    assert refused.value.code == code
    assert desk.ledger.head() == before
    for language in ("en", "ko", "zh"):
        assert desk.library.sentence(code, refused.value.arguments, language) != code


@pytest.mark.req("DEF-054")
def test_an_example_that_comes_out_otherwise_keeps_a_study_from_taking_force(desk: Desk) -> None:
    before = desk.ledger.head()
    wrong = ('best_overall = "22.0"', 'best_overall = "21.9"')
    with pytest.raises(DefinitionFaults) as refused:
        amendments.adopt_study(desk, amended(wrong), passphrase=journey.PASSPHRASE)
    (fault,) = refused.value.faults
    assert (fault.code, fault.key_path) == ("DEF-312", "examples[#1].expected.best_overall")
    assert '"22.0"' in fault.what
    assert desk.ledger.head() == before


@pytest.mark.req("DEF-055")
def test_a_station_can_be_set_up_for_re_ms(tmp_path: Path) -> None:
    shipped = journey.library().studies["RE_MS"]
    desk = journey.make_desk(tmp_path, library=journey.library())
    (tmp_path / "keys").mkdir()
    session.set_up(
        desk,
        session.SetUp(
            study="RE_MS",
            site="F01",
            letter="A",
            user=journey.USER,
            passphrase=journey.PASSPHRASE,
            central_card=journey.Central.fresh().card("RE_MS"),
            escrow_folder=tmp_path / "keys",
        ),
    )
    assert desk.in_force.digest == shipped.digest
    assert desk.in_force.conduct == shipped.conduct
    assert parse_study(desk.in_force.text, None) == shipped
    assert set(desk.instruments) == set(shipped.visit("t0").battery)
    assert desk.roles == shipped.set_up_roles
    session.lock(desk, "closed")
