"""The simulated site and central: folders, keys, the station with its people, packages and receipts.

Central is set up and fed with the program's own commands. It must not know what happens in the study.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from assessdesk import __version__
from assessdesk.bootstrap import build_desk
from assessdesk.cli import main as command_line
from assessdesk.config import Config
from assessdesk.leavings import Leavings
from assessdesk.services import certification, courier, devices, session
from assessdesk.services.desk import Desk
from assessdesk.storage.passphrases import FLOOR
from simulation import people
from simulation.clock import StudyClock
from simulation.protocol import Protocol

MEMORY = Path("/dev/shm")  # noqa: S108 - the system's own place in memory; below it a private folder is made
TALLY = "tally.txt"
"""The file with every number that was compared."""
DEVICES = (
    ("BP-01", "blood_pressure"), ("BIA-01", "bia"), ("TAPE-01", "tape"), ("GRIP-01", "dynamometer"),
    ("WATCH-01", "stopwatch"), ("CHAIR-01", "chair"),
)  # fmt: skip


@contextlib.contextmanager
def in_memory(folders: Leavings) -> Iterator[Leavings]:
    """Yield folders in memory where the system has such a place, and leave their content in the folders at the end.

    Every fact is on disk before the next one is stated; months of them in a few minutes would only measure the disk.
    """
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        yield folders
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="assessdesk-simulation-") as place:
        shutil.copytree(folders.root, place, dirs_exist_ok=True)
        try:
            yield Leavings(Path(place))
        finally:
            shutil.copytree(place, folders.root, dirs_exist_ok=True)


def command(*words: str) -> str:
    """Run one command of the program and return what it printed. Raises RuntimeError when it fails."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = command_line(words)
    if status:
        raise RuntimeError(f"assessdesk {' '.join(words)}: {said.getvalue().strip()}")
    return said.getvalue()


def set_up_central(protocol: Protocol, folders: Leavings, clock: StudyClock) -> Desk:
    """Set up central and return the desk of a new machine, on which there is no station yet.

    Passphrases cost the least that is allowed here, because people sign in hundreds of times in a few minutes.
    """
    command("central", "init", "--db", folders.central, "--keys", str(folders.keys), "--study", protocol.study)
    return build_desk(Config(station=folders.station, logs=folders.logs), clock=clock, cost=FLOOR)


def set_up(protocol: Protocol, folders: Leavings, desk: Desk) -> None:
    """Set up the station with its people, devices and certificates; the coordinator is signed in."""
    wish = session.SetUp(
        study=protocol.study,
        site=protocol.site,
        letter="A",
        user=people.COORDINATOR,
        passphrase=people.PASSPHRASES[people.COORDINATOR],
        central_card=folders.central_card.read_bytes(),
        escrow_folder=folders.keys,
    )
    session.set_up(desk, wish)
    introduce(folders, courier.hand_card(desk, folders.station_card))
    for user, role in people.ROLES.items():
        if role in desk.in_force.roles:
            session.add_person(desk, user, people.PASSPHRASES[user], roles=(role,))
    for device in devices_of(protocol):
        devices.register(desk, device)
    for instrument in protocol.certified:
        certification.certify(
            desk, people.ASSESSOR, instrument, on=protocol.start.isoformat(), trainer=people.INVESTIGATOR
        )


def introduce(folders: Leavings, fingerprint: str) -> None:
    """Make the station known to central, and leave beside it how it opens."""
    folders.note_opening(people.COORDINATOR, people.PASSPHRASES[people.COORDINATOR])
    card = str(folders.station_card)
    command("central", "enrol", "--db", folders.central, "--card", card, "--fingerprint", fingerprint)


def devices_of(protocol: Protocol) -> tuple[devices.NewDevice, ...]:
    """Return what is registered, calibrated for a year."""
    due = (protocol.start + timedelta(days=365)).isoformat()
    return tuple(
        devices.NewDevice(device=label, type=kind, make="", serial=f"{label}-7", calibration_due=due)
        for label, kind in DEVICES
    )


def deliver(desk: Desk, folders: Leavings) -> None:
    """Send what is new to central, let central take it in, and read its receipt. The coordinator is signed in."""
    courier.send(desk, folders.packages, version=__version__, progress=lambda *_: True)
    courier.receive(desk, taken_in(folders).read_bytes())


def taken_in(folders: Leavings) -> Path:
    """Let central take in the newest package and return the file of its receipt."""
    command(
        "central", "ingest", str(_newest(folders.packages)), "--db", folders.central, "--keys", str(folders.keys),
        "--receipts", str(folders.receipts), "--quarantine", str(folders.root / "quarantine"),
    )  # fmt: skip
    return _newest(folders.receipts)


def _newest(folder: Path) -> Path:
    return max(folder.glob("*.age"), key=lambda path: path.stat().st_mtime_ns)


def held_at_central(folders: Leavings) -> dict[str, object]:
    """Return what central says it holds of the one station."""
    found = json.loads(command("central", "status", "--db", folders.central, "--json"))
    (stream,) = found["streams"]
    return dict(stream)
