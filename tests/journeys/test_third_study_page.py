"""The commands of the page about a third study, typed into a shell exactly as the page says them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from assessdesk.bootstrap import build_desk
from assessdesk.config import read_config
from assessdesk.exchange.central_desk import CARD_FILE
from assessdesk.services import assessments, session
from assessdesk.services.amendments import versions_of
from assessdesk.services.desk import Desk
from assessdesk.storage.passphrases import FLOOR
from tests.journeys import visit as journey
from tests.journeys.performance import Run
from tests.journeys.test_third_study import DOCS, walk, wish

PERSON = "CO-01"
TYPED = f"""#!/bin/sh
# The person at the keyboard: types the passphrase wherever a command asks for it.
case "$*" in
*desk/station*) exec {shlex.quote(sys.executable)} -m assessdesk "$@" --passphrase-file "$PASSPHRASE" ;;
*) exec {shlex.quote(sys.executable)} -m assessdesk "$@" ;;
esac
"""


def blocks(title: str) -> list[str]:
    """Return the shell blocks of the section whose title begins so."""
    page = (DOCS / "third-study.md").read_text(encoding="utf-8")
    sections = [part for part in re.split(r"(?m)^## ", page) if part.startswith(title)]
    assert len(sections) == 1
    found = re.findall(r"(?ms)^```sh\n(.*?)^```", sections[0])
    assert found
    return found


class Shell:
    """A shell in a folder that holds what the repository's own folder holds for this page: `docs`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        (self.folder / "docs").mkdir(parents=True)
        shutil.copytree(DOCS / "examples", self.folder / "docs" / "examples")
        programs = folder / "bin"
        programs.mkdir()
        (programs / "assessdesk").write_text(TYPED, encoding="utf-8", newline="\n")
        (programs / "assessdesk").chmod(0o755)
        (folder / "passphrase").write_text(journey.PASSPHRASE, encoding="utf-8")
        self.environment = {
            **os.environ,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PASSPHRASE": str(folder / "passphrase"),
            "PYTHONIOENCODING": "utf-8",
        }

    def run(self, title: str) -> str:
        """Run the blocks of a section in order and return what they print. Every command must succeed."""
        said = ""
        for block in blocks(title):
            done = subprocess.run(
                ["sh", "-eu", "-c", block],
                cwd=self.folder, env=self.environment, capture_output=True, encoding="utf-8", timeout=120, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
            said += done.stdout
        return said

    def desk(self, clock: journey.StillClock) -> Desk:
        """Return the desk that `assessdesk run --station desk/station` has, with the cheapest passphrase cost."""
        return build_desk(read_config(str(self.folder / "desk" / "station")), clock=clock, cost=FLOOR)


def measured(desk: Desk, clock: journey.StillClock, participant: str, planned: str) -> str:
    """Hold a whole visit; return its id."""
    visit = assessments.open_visit(desk, participant, planned, birth_year="1950")
    for name in desk.in_force.visit(planned).battery:
        started = assessments.start_assessment(desk, desk.record(participant), visit, name)
        walk(Run(desk, clock, name, visit, started))
    return visit


@pytest.mark.req("DEF-056")
def test_the_page_shows_every_command_of_a_definition() -> None:
    typed = re.findall(
        r"(?m)^assessdesk definitions (\w+)", "".join(block for n in "1235" for block in blocks(f"{n}."))
    )
    assert set(typed) == {"list", "new", "check", "show", "print", "diff", "adopt"}


@pytest.mark.req("DEF-056")
def test_the_page_leads_from_an_empty_file_to_an_amended_study(tmp_path: Path) -> None:
    shell, clock = Shell(tmp_path), journey.StillClock(datetime.now().astimezone())
    assert "Written      hip-65.toml" in shell.run("1.")
    told = shell.run("2.")
    assert "ASSUMPTION A-H1" in told
    assert "Not shipped, in a file of the site's own: walking_at_home" in told
    assert "page 1 of" in (shell.folder / "hip-65.txt").read_text(encoding="utf-8")
    shell.run("3.")
    assert "HIP-65" in shell.run("4.")

    desk = shell.desk(clock)
    card = (shell.folder / "central-keys" / CARD_FILE).read_bytes()
    session.set_up(desk, wish(tmp_path, user=PERSON, central_card=card))
    row = journey.enrol(desk, birth_year="1950", sex="M", anchor_date=clock.now().date().isoformat())
    first = measured(desk, clock, row.participant, "discharge")
    session.lock(desk, "closed")

    said = shell.run("5.")
    assert "sample size: 60, now 72" in said
    assert "sample size: 60, now 72" in (shell.folder / "what-changed.txt").read_text(encoding="utf-8")
    assert f"Adopted      HIP-65, version 2, by {PERSON}" in said
    clock.pass_seconds(3600)
    desk = shell.desk(clock)
    session.sign_in(desk, PERSON, journey.PASSPHRASE)
    assert [(one.version, one.user, one.visits) for one in versions_of(desk)] == [("1", PERSON, 1), ("2", PERSON, 0)]
    assert desk.in_force.conduct.sample_size == 72
    assert desk.study_at(desk.record(row.participant).visits[first]).version == "1"
    other = journey.enrol(desk, birth_year="1950", sex="F", anchor_date=clock.now().date().isoformat())
    later = assessments.open_visit(desk, other.participant, "discharge", birth_year="1950")
    assert desk.study_at(desk.record(other.participant).visits[later]).version == "2"
    session.lock(desk, "closed")
