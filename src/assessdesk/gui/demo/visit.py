"""One invented morning at the real windows: set-up, enrolment, a whole battery, signature, page, package, receipt.

It acts through `Walkthrough` alone and looks at the desk only to know what is asked next and what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from assessdesk.domain.consent import accepted_versions
from assessdesk.domain.eligibility import AGE, EXCLUSION, INCLUSION, NUMBER, YES, ages_of, fitting_answer
from assessdesk.gui.demo.answers import DEVICES, chosen_digit, typed_answer
from assessdesk.gui.demo.walkthrough import Key, Walkthrough
from assessdesk.gui.pages.exchange import ExchangePage
from assessdesk.gui.pages.summary import SummaryPage
from assessdesk.services.assessments import battery_of
from assessdesk.services.capture_view import StepView, capture_view
from assessdesk.services.desk import Desk
from assessdesk.services.standing import standing_of

GRIP = "grip_strength"
HAND_OVER = "Hand to participant"
BEGIN = "Begin"
CHECKED = DEVICES["dynamometer"]
GRIPS = {"right": ["25.8", "246", "4.6", "26.4", "25.9"], "left": ["24.0", "23.8", "24.4"]}
"""What is typed, the right hand's with a slip of the pen (246) and a weak try that is confirmed (4.6)."""
STAND_MS, WALK_MS = 1900, 4600
REST_S = 61
FINGERPRINT = re.compile("Fingerprint ([0-9A-F ]{19})")
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class DemoVisit:
    """Walks through the windows.

    Args:
        walk: the hands and eyes.
        desk: looked at only.
        let_pass: lets seconds pass on the desk's clock.
        say: tells the person watching.
    """

    def __init__(
        self, walk: Walkthrough, desk: Desk, *, let_pass: Callable[[int], None], say: Callable[[str], None]
    ) -> None:
        """Keep them."""
        self.walk = walk
        self.desk = desk
        self._let_pass = let_pass
        self._say = say
        self._participant = ""
        self._visit = ""

    def set_up(self, *, study: str, site: str, card: Path, escrow: Path, user: str, passphrase: str) -> None:
        """Set the station up on its first page."""
        self._say("A nurse sets the station up.")
        walk = self.walk
        walk.click(next(name for name in walk.names() if name.startswith(f"Study: {study}:")))
        for name, text in (
            ("Site", site),
            ("Your own code", user),
            ("Passphrase", passphrase),
            ("Passphrase once more", passphrase),
            ("Central card", str(card)),
            ("Folder for the escrow key", str(escrow)),
        ):
            walk.type(name, text)
        walk.picture("set-up")
        walk.press(Key.Key_Return, CONTROL)
        walk.wait_for("Save station card")

    def hand_card(self, path: Path) -> str:
        """Save the station's card on the page that set-up leads to; return the fingerprint as it stands there."""
        walk = self.walk
        self._exchange().card.choose_file = lambda: str(path)
        walk.click("Save station card")
        walk.until(path.is_file, "the station card")
        walk.picture("station-card")
        groups = next(found.group(1) for name in walk.names() if (found := FINGERPRINT.fullmatch(name)))
        self._say(f"The nurse saves the station's card and reads its fingerprint out: {groups}")
        walk.press(Key.Key_1, ALT)
        walk.wait_for("New participant")
        walk.picture("today-empty")
        return groups

    def register_devices(self) -> None:
        """Put a device of every kind that the study asks for into the register, and check the dynamometer."""
        walk = self.walk
        walk.press(Key.Key_7, ALT)
        walk.picture("devices-empty")
        batteries = {name for planned in self.desk.in_force.visits for name in planned.battery}
        sections = [section for name in batteries for section in self.desk.instruments[name].sections]
        asked = {kind for section in sections for item in section.items for kind in item.devices}
        for kind in (one for one in self.desk.library.device_terms.kinds if one.code in asked):
            self._register(kind.code, kind.title.get("en"))
        rows = [row.device for row in self.desk.ledger.views.devices()]
        for _ in rows:
            walk.press(Key.Key_Up)
        for _ in range(rows.index(CHECKED)):
            walk.press(Key.Key_Down)
        walk.press(Key.Key_K)
        walk.type("Known weight", "20.0")
        walk.type("The device showed", "20.1")
        walk.click("Outcome: Passed")
        walk.picture("device-check")
        walk.press(Key.Key_Return, CONTROL)
        walk.until(lambda: any(row.checked for row in self.desk.ledger.views.devices()), "the check")
        walk.picture("devices")
        self._say(f"{len(rows)} devices are registered; {CHECKED} is checked against a known weight.")

    def _register(self, kind: str, title: str) -> None:
        """Type the facts of one device."""
        walk, before = self.walk, len(self.desk.ledger.views.devices())
        walk.press(Key.Key_N)
        given = {"Label": DEVICES[kind], "Make and model": "demo", "Serial number": f"DEMO-{before + 1:04}"}
        if DEVICES[kind] == CHECKED:
            due = self.desk.clock.now().date() + timedelta(days=200)
            given |= {"Calibration due": due.isoformat(), "Smallest step": "0.1", "Unit": "kgf"}
        for name, text in given.items():
            walk.type(name, text)
        walk.click(f"Type: {title}")
        if DEVICES[kind] == CHECKED:
            walk.picture("device-registered")
        walk.press(Key.Key_Return, CONTROL)
        walk.until(lambda: len(self.desk.ledger.views.devices()) > before, f"the {title} to be registered")

    def morning(self, *, passphrase: str, summary: Path) -> None:
        """Enrol two participants, assess one, sign, and save the participant's page."""
        self._enrol("1968")
        self._enrol("1971")
        self._open_visit("1971")
        record = self.desk.record(self._participant)
        for definition in battery_of(self.desk, record.visits[self._visit]):
            self._capture(definition.id, passphrase)
        self._sign(passphrase)
        self._save_summary(summary)

    def _enrol(self, birth_year: str) -> None:
        """Enrol an invented woman who gave consent three days ago and begins in four."""
        walk = self.walk
        today = self.desk.clock.now().date()
        walk.press(Key.Key_1, ALT)
        walk.click("New participant")
        self._answer_criteria(ages_of(int(birth_year), today.year)[0])
        walk.write((today - timedelta(days=3)).isoformat())
        versions = accepted_versions(self.desk.in_force.conduct.consent_versions, today.isoformat())
        walk.click(f"Version of the consent form: {versions[0]}")
        walk.type("Year of birth", birth_year)
        walk.click("Dominant hand: right")
        walk.click("Speaks: Korean")
        walk.type(self.desk.in_force.anchor.get("en"), (today + timedelta(days=4)).isoformat())
        walk.picture("enrol")
        walk.press(Key.Key_Return, CONTROL)
        walk.until(lambda: walk.has("Change care facts"), "the participant's page")
        row = self.desk.ledger.views.participants()[-1]
        self._participant = row.participant
        self._say(f"Participant {row.code} is enrolled.")
        walk.picture("participant")

    def _answer_criteria(self, age: int) -> None:
        """Answer criterion after criterion, the cursor in the first: a digit moves on, a number needs Enter."""
        criteria = self.desk.in_force.conduct.eligibility
        for kind in (INCLUSION, EXCLUSION):
            for criterion in (each for each in criteria if each.kind == kind):
                answer = str(age) if criterion.id == AGE else fitting_answer(criterion)
                if criterion.answer == NUMBER:
                    self.walk.write(answer)
                    self.walk.press(Key.Key_Return)
                else:
                    self.walk.press(Key.Key_1 if answer == YES else Key.Key_2)

    def _open_visit(self, birth_year: str) -> None:
        """Open the baseline visit of the participant just enrolled, with the second identifier."""
        walk = self.walk
        walk.press(Key.Key_1, ALT)
        walk.picture("today")
        walk.press(Key.Key_Down)
        walk.press(Key.Key_Return)
        walk.picture("second-identifier")
        walk.write(birth_year)
        walk.press(Key.Key_Return)
        walk.until(lambda: bool(self.desk.ledger.views.visits()), "the visit to open")
        self._visit = self.desk.ledger.views.visits()[-1].visit
        self._participant = self.desk.ledger.views.visits()[-1].participant

    def _step(self, instrument: str) -> StepView:
        """Return what is asked now."""
        record = self.desk.record(self._participant)
        if record.visits[self._visit].of(instrument) is None:
            return StepView(kind="waiting")
        return capture_view(self.desk, record, self._visit, instrument, language="en").step

    def _capture(self, instrument: str, passphrase: str) -> None:
        """Answer step after step by keyboard until the instrument is finished."""
        title = self.desk.instruments[instrument].title.get("en")
        self._say(f"{title}: answered by keyboard.")
        self._begin(instrument, title)
        grips = {side: list(values) for side, values in GRIPS.items()}
        pictured: set[str] = set()
        while (step := self._step(instrument)).kind != "finished":
            page = f"{instrument}-{step.section}-{step.kind}"
            if page not in pictured:
                pictured.add(page)
                self.walk.picture(page)
            before = self.desk.ledger.head()
            if self.walk.has(HAND_OVER):
                self._hand_over(instrument, passphrase)
                continue
            self._answer(step, instrument, grips)
            self.walk.until(lambda seq=before.seq: self.desk.ledger.head().seq > seq, f"{step.slot} to be saved")  # type: ignore[misc]  # the default binds the loop's value
        self.walk.picture(f"{instrument}-finished")
        self.walk.press(Key.Key_Return)

    def _begin(self, instrument: str, title: str) -> None:
        """Wait until an instrument has begun; what is told before it, that a certificate lacks, is accepted."""
        walk = self.walk
        walk.until(lambda: self._step(instrument).kind != "waiting" or walk.has(BEGIN), f"{title} to begin")
        if self._step(instrument).kind == "waiting":
            walk.picture(f"{instrument}-before")
            walk.press(Key.Key_Return)
            walk.until(lambda: self._step(instrument).kind != "waiting", f"{title} to begin")

    def _hand_over(self, instrument: str, passphrase: str) -> None:
        """Hand the screen to the participant, who answers alone, and take it back with the passphrase."""
        walk = self.walk
        self._say("The participant answers on the screen; the assessor takes it back with the passphrase.")
        walk.press(Key.Key_F9)
        walk.until(lambda: not walk.has(HAND_OVER), "the participant's page")
        while (step := self._step(instrument)).kind != "finished":
            before = self.desk.ledger.head().seq
            walk.write(typed_answer(self.desk, instrument, step, sex="F"))
            walk.picture(f"{instrument}-self-entry")
            walk.press(Key.Key_Return)
            walk.until(lambda seq=before: self.desk.ledger.head().seq > seq, f"{step.slot} to be saved")  # type: ignore[misc]  # the default binds the loop's value
        walk.picture(f"{instrument}-self-entry-end")
        walk.press(Key.Key_F12)
        walk.type("Passphrase", passphrase)
        walk.press(Key.Key_Return)
        walk.until(lambda: walk.has("Lock"), "the capture page")

    def _answer(self, step: StepView, instrument: str, grips: dict[str, list[str]]) -> None:
        """Answer one step."""
        walk = self.walk
        if step.kind == "timed":
            self._time(instrument, step)
        elif step.kind == "confirm":
            self._confirm()
        elif step.kind == "number" and step.section == "squeeze":
            self._let_pass(REST_S)
            self._type_grip(grips[step.side].pop(0))
        elif step.kind in {"number", "text"}:
            if not step.offered:
                walk.write(typed_answer(self.desk, instrument, step, sex="F"))
            walk.press(Key.Key_Return)
        elif step.kind == "choice":
            if not step.offered:
                walk.press(Key(Key.Key_0 + chosen_digit(self.desk, instrument, step)))
            walk.press(Key.Key_Return)
        elif step.kind == "offer":
            walk.press(Key.Key_N)
        else:
            walk.press(Key.Key_Return)

    def _type_grip(self, text: str) -> None:
        """Type a grip value; a refused one is typed anew, an unusual one is confirmed with a reason."""
        walk = self.walk
        before = self.desk.ledger.head().seq
        walk.write(text)
        walk.press(Key.Key_Return)
        entries = list(self.desk.ledger.entries(after=before))
        if not entries:
            walk.picture("grip-unusual")
            self._confirm()
        elif entries[-1].kind == "value.refused":
            walk.picture("grip-refused")
            walk.press(Key.Key_A, CONTROL)

    def _confirm(self) -> None:
        """Give the second reason (read back from the device) and confirm."""
        self.walk.press(Key.Key_2)
        self.walk.press(Key.Key_Return)

    def _time(self, instrument: str, step: StepView) -> None:
        """Run the clock in real time: start, count what is counted, stop."""
        walk = self.walk
        self._let_pass(REST_S)
        walk.press(Key.Key_Space)
        for _ in range(step.repetitions - 1):
            walk.pause(STAND_MS)
            walk.press(Key.Key_Up)
        last = STAND_MS if step.repetitions else WALK_MS
        walk.pause(last // 2)
        walk.picture(f"{instrument}-running")
        walk.pause(last // 2)
        walk.press(Key.Key_Space)

    def _sign(self, passphrase: str) -> None:
        """Review and sign."""
        walk = self.walk
        walk.wait_for("Passphrase")
        walk.picture("review")
        walk.press(Key.Key_D, ALT)
        walk.type("Passphrase", passphrase)
        walk.press(Key.Key_Return)
        walk.until(lambda: self.desk.ledger.views.visits()[-1].state == "signed", "the visit to be signed")
        self._say("The visit is signed.")

    def _save_summary(self, path: Path) -> None:
        """Save the participant's page as a PDF."""
        walk = self.walk
        walk.until(lambda: walk.has("Save PDF"), "the summary page")
        page = walk.page("summary")
        if not isinstance(page, SummaryPage):
            raise TypeError(type(page).__name__)
        page.choose_file = lambda: str(path)
        walk.picture("summary")
        walk.click("Save PDF")
        walk.until(path.is_file, "the PDF")
        self._say(f"The participant's page is saved: {path.name}")

    def export(self, folder: Path) -> None:
        """Export a package from the exchange page."""
        walk = self.walk
        walk.press(Key.Key_3, ALT)
        walk.wait_for("Export package")
        self._exchange().choose_folder = lambda: str(folder)
        walk.press(Key.Key_E)
        walk.until(lambda: bool(self.desk.ledger.views.packages()), "the package")
        walk.picture("exported")
        self._say(f"Package {self.desk.ledger.views.packages()[0].package} is exported.")

    def _exchange(self) -> ExchangePage:
        """Return the exchange page, whose questions for files are answered here."""
        page = self.walk.page("exchange")
        if not isinstance(page, ExchangePage):
            raise TypeError(type(page).__name__)
        return page

    def read_receipt(self, path: Path) -> None:
        """Read central's receipt on the exchange page."""
        walk = self.walk
        self._exchange().choose_file = lambda: str(path)
        walk.press(Key.Key_R)
        walk.until(lambda: bool(self.desk.ledger.views.receipts()), "the receipt")
        walk.picture("receipt")
        walk.press(Key.Key_5, ALT)
        walk.picture("audit-trail")
        walk.press(Key.Key_1, ALT)
        walk.picture("today-after")

    def close(self, show: Callable[[Sequence[tuple[str, str]]], None]) -> bool:
        """Print the closing table; say whether central holds all that was exported and the chain verifies."""
        standing = standing_of(self.desk, language="en")
        outcome = self.desk.ledger.verify()
        values = list(self.desk.ledger.entries(kinds=("value.recorded",)))
        trials = [entry for entry in values if ".grip" in entry.field or ".time" in entry.field]
        show(
            (
                ("Trials captured", str(len(trials))),
                ("Values captured", str(len(values))),
                ("Entries in the ledger", str(outcome.entries)),
                ("Verified", "unbroken" if not outcome.faults else "; ".join(outcome.faults)),
                ("Exported up to entry", str(standing.exported_seq)),
                ("Held by central up to entry", str(standing.held_seq)),
                (
                    "Signed visits safe at central",
                    f"{sum(v.at_central for v in standing.visits)} of {len(standing.visits)}",
                ),
                ("Head code", outcome.head.code),
            )
        )
        return not outcome.faults and standing.held_seq == standing.exported_seq > 0

    def lock(self) -> None:
        """Lock the station, so that it is found closed in good order."""
        self.walk.press(Key.Key_L, CONTROL)
        self.walk.until(lambda: self.desk.opened is None, "the station to lock")
        self.walk.picture("locked")
