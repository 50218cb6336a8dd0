"""The third study of the documentation: from its file beside the station to a signed visit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from assessdesk.bootstrap import build_desk
from assessdesk.config import Config, read_config
from assessdesk.domain.values import Choice
from assessdesk.ports import Refusal
from assessdesk.services import assessments, review, session
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.desk import Desk
from assessdesk.services.session import SetUp
from assessdesk.services.summary import summary_of
from assessdesk.storage.passphrases import FLOOR
from tests.domain.test_safety import CALM
from tests.journeys import visit as journey
from tests.journeys.performance import Run

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = DOCS / "examples" / "definitions"
FILE = EXAMPLE / "studies" / "hip-65.toml"


def desk_with(folder: Path, definitions: Path, clock: journey.StillClock | None = None) -> Desk:
    """Return a desk of the shipped program beside a site's own definitions."""
    config = Config(station=folder / "station", logs=folder / "logs", definitions=definitions)
    return build_desk(config, clock=clock or journey.StillClock(), cost=FLOOR)


def wish(folder: Path, **changes: object) -> SetUp:
    """What the first person of the third study states."""
    (folder / "keys").mkdir(exist_ok=True)
    given: dict[str, object] = {
        "study": "HIP-65",
        "site": "H01",
        "letter": "A",
        "user": journey.USER,
        "passphrase": journey.PASSPHRASE,
        "central_card": journey.Central.fresh().card("HIP-65"),
        "escrow_folder": folder / "keys",
        **changes,
    }
    return SetUp(**given)  # type: ignore[arg-type]  # names are SetUp's own


def walk(run: Run) -> Run:
    """Answer every step: numbers as usual, choices as in a calm screen, from paper, or the first."""
    sex = run.done.record.sex
    while (at := run.step).kind != "finished":
        run.clock.pass_seconds(61)
        answer = {**CALM, "setup.mode": "paper"}.get(at.slot, "")
        if at.kind in {"timed", "number"} and not answer:
            section, *_, item = at.slot.split(".")
            limit = run.desk.instruments[run.instrument].item(section, item).limit.replace("*", sex)
            bounds = run.desk.library.limits.values[limit]
            middle = (bounds.soft_min + bounds.soft_max) / 2
            answer = f"{middle.quantize(Decimal(1).scaleb(-bounds.decimals)):f}"
        run.answer(at, answer, extra=False)
    return run


@pytest.fixture
def clock() -> journey.StillClock:
    return journey.StillClock()


@pytest.fixture
def desk(tmp_path: Path, clock: journey.StillClock) -> Iterator[Desk]:
    desk = desk_with(tmp_path, EXAMPLE, clock)
    session.set_up(desk, wish(tmp_path))
    yield desk
    if desk.opened is not None:
        session.lock(desk, "closed")


@pytest.mark.req("DEF-056")
def test_the_third_study_runs_from_its_file_to_a_signed_visit(desk: Desk, clock: journey.StillClock) -> None:
    assert desk.in_force.text == FILE.read_text(encoding="utf-8")
    with pytest.raises(Refusal, match="TOO_YOUNG"):
        journey.enrol(desk, birth_year="1971")
    row = journey.enrol(desk, birth_year="1950", sex="M", anchor_date=clock.now().date().isoformat())
    visit = assessments.open_visit(desk, row.participant, "discharge", birth_year="1950")
    for name in desk.in_force.visit("discharge").battery:
        started = assessments.start_assessment(desk, desk.record(row.participant), visit, name)
        walk(Run(desk, clock, name, visit, started))
    record = desk.record(row.participant)
    seen = review.review_of(desk, record, visit, language="en")
    assert seen.open_instruments == ()
    values = {line.name: line.value for line in seen.rows}
    assert values["tug_s"] is not None
    review.sign(desk, record, visit, meaning="performed", passphrase=journey.PASSPHRASE, seen=seen)
    record = desk.record(row.participant)
    assert record.visits[visit].signing is not None
    page = summary_of(desk, record, visit, language="ko")
    assert all(item.done for item in page.items)
    tests = {desk.instruments[name].participant_title.get("ko") for name in ("grip_asht", "tug", "chair_stand_30")}
    assert tests <= {item.title for item in page.items}
    own = record.visits[visit].of("walking_at_home")
    assert own is not None
    assert {slot: turns[-1].value for slot, turns in own.slots.items()} == {
        "home.aid": Choice(code="none"),
        "home.stairs": Choice(code="free"),
        "home.outside": Choice(code="daily"),
    }
    assert desk.ledger.verify().faults == ()


@pytest.mark.req("DEF-056")
def test_after_the_set_up_the_file_may_be_gone(desk: Desk, tmp_path: Path, clock: journey.StillClock) -> None:
    session.lock(desk, "closed")
    alone = desk_with(tmp_path, tmp_path / "nothing here", clock)
    session.sign_in(alone, journey.USER, journey.PASSPHRASE)
    assert (alone.in_force.id, alone.site.code) == ("HIP-65", "H01")
    assert alone.roles == ("assessor", "coordinator")
    session.lock(alone, "closed")


@pytest.mark.req("DEF-057")
def test_a_faulty_file_of_the_site_never_touches_what_is_shipped(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "definitions")
    studies = tmp_path / "definitions" / "studies"
    (studies / "hip-65.toml").write_text(FILE.read_text(encoding="utf-8").replace('"tug"', '"tugg"'), encoding="utf-8")
    desk = desk_with(tmp_path, tmp_path / "definitions")
    with pytest.raises(DefinitionFaults, match="DEFINITION_FAULTS"):
        session.set_up(desk, wish(tmp_path))
    assert set(desk.library.studies) == {"KCT0008961", "RE_MS"}
    (studies / "hip-65.toml").write_text(FILE.read_text(encoding="utf-8").replace('"9.00"', '"9.01"'), encoding="utf-8")
    desk = desk_with(tmp_path, tmp_path / "definitions")
    with pytest.raises(DefinitionFaults) as refused:
        session.set_up(desk, wish(tmp_path))
    assert [fault.code for fault in refused.value.faults] == ["DEF-312"]
    (studies / "hip-65.toml").unlink()
    (studies / "re_ms.toml").write_text("x = 1", encoding="utf-8")
    desk = desk_with(tmp_path, tmp_path / "definitions")
    with pytest.raises(DefinitionFaults) as refused:
        session.set_up(desk, wish(tmp_path))
    assert [fault.code for fault in refused.value.faults] == ["DEF-201"]
    (studies / "re_ms.toml").write_bytes(b"\xff")
    with pytest.raises(Refusal, match="DEFINITION_NOT_TEXT"):
        session.set_up(desk_with(tmp_path, tmp_path / "definitions"), wish(tmp_path))
    assert not (tmp_path / "station").exists()


@pytest.mark.req("DEF-057")
def test_the_own_definitions_stand_beside_the_station(tmp_path: Path) -> None:
    assert read_config(str(tmp_path / "station")).definitions == tmp_path / "definitions"
