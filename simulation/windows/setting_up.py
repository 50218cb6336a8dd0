"""Sets a new station up on the real windows: the first page, its card, people, devices and certificates.

It must not know what the station is for.
"""

from __future__ import annotations

from assessdesk.gui.demo.visit import DemoVisit
from assessdesk.gui.demo.walkthrough import Key
from assessdesk.services import certification
from assessdesk.services.devices import NewDevice
from simulation import people
from simulation.site import devices_of, introduce
from simulation.windows.sitting import CONTROL, WindowSite


def set_up(site: WindowSite) -> None:
    """Set the station up; the coordinator is signed in."""
    hands = DemoVisit(site.walk, site.desk, let_pass=site.clock.let_pass, say=lambda _: None)
    hands.set_up(
        study=site.plan.protocol.study,
        site=site.plan.protocol.site,
        card=site.folders.central_card,
        escrow=site.folders.keys,
        user=people.COORDINATOR,
        passphrase=people.PASSPHRASES[people.COORDINATOR],
    )
    introduce(site.folders, hands.hand_card(site.folders.station_card))
    for user, role in people.ROLES.items():
        if role in site.desk.in_force.roles:
            _add(site, user, role)
    for device in devices_of(site.plan.protocol):
        _register(site, device)
    for instrument in site.plan.protocol.certified:
        _certify(site, instrument)


def _add(site: WindowSite, user: str, role: str) -> None:
    """Add a person with a role."""
    walk = site.walk
    site.go("people")
    walk.press(Key.Key_N)
    walk.type("Code", user)
    walk.click(f"Roles: {site.desk.in_force.roles[role].title.get('en')}")
    for name in ("Passphrase", "Passphrase once more"):
        walk.type(name, people.PASSPHRASES[user])
    with site.recording(f"{user} as a person"):
        walk.press(Key.Key_Return, CONTROL)


def _register(site: WindowSite, device: NewDevice) -> None:
    """Put a device into the register."""
    walk, kinds = site.walk, site.desk.library.device_terms.kinds
    title = next(kind.title.get("en") for kind in kinds if kind.code == device.type)
    site.go("devices")
    walk.press(Key.Key_N)
    walk.type("Label", device.device)
    walk.click(f"Type: {title}")
    walk.type("Serial number", device.serial)
    walk.type("Calibration due", device.calibration_due)
    with site.recording(f"{device.device} as a device"):
        walk.press(Key.Key_Return, CONTROL)


def _certify(site: WindowSite, instrument: str) -> None:
    """Enter the certificate of the assessor for an instrument."""
    walk = site.walk
    site.go("certificates")
    walk.press(Key.Key_Home, CONTROL)
    rows = [(row.user, row.instrument) for row in certification.certificates(site.desk)]
    for _ in range(rows.index((people.ASSESSOR, instrument))):
        walk.press(Key.Key_Down)
    walk.press(Key.Key_N)
    walk.type("Certified on", site.plan.protocol.start.isoformat())
    walk.type("By", people.INVESTIGATOR)
    with site.recording(f"the certificate for {instrument}"):
        walk.press(Key.Key_Return, CONTROL)
