"""A participant alone with the real window: what is recorded, and that nothing else can be reached or read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from assessdesk.domain.commands import RecordChoice
from assessdesk.domain.events import ValueCorrected, plain_decimal
from assessdesk.domain.record import Assessment, Turn
from assessdesk.domain.values import Choice, Quantity
from assessdesk.gui.demo.walkthrough import Key, Walkthrough
from assessdesk.gui.look.hangul import WORD_JOINER
from assessdesk.gui.page import Destination
from assessdesk.gui.pages.kiosk import KioskPage
from assessdesk.gui.window.idle import IdleWatch
from assessdesk.gui.window.main_window import MainWindow
from assessdesk.ports import ParticipantRow, Refusal
from assessdesk.services import self_entry, session
from assessdesk.services.desk import Desk
from tests.journeys.asking import asking_desk
from tests.journeys.self_entry import WORDS, adopt_wording, ready
from tests.journeys.visit import PASSPHRASE, USER, StillClock

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TOUCH = 60
MakeWindow = Callable[[Desk], MainWindow]
NOW = RecordChoice(slot="setup.recall", code="now")


class Handed:
    """A questionnaire in the hands of a participant, driven by keys."""

    def __init__(
        self, folder: Path, make: MakeWindow, instrument: str, *more: RecordChoice, language: str = "en"
    ) -> None:
        self.clock = StillClock()
        self.desk = asking_desk(folder, self.clock, instrument)
        self.instrument = instrument
        if self.desk.instruments[instrument].needs_text_pack:
            adopt_wording(self.desk, instrument, language)
        self.row: ParticipantRow
        self.row, self.visit = ready(self.desk, instrument, *more, language=language)
        self.window = make(self.desk)
        self.walk = Walkthrough(self.window)
        self.window.go(Destination(page="visit", participant=self.row.participant, visit=self.visit))
        self.walk.until(self.window.isActiveWindow, "the window to take the keys")
        self.walk.press(Key.Key_F9)

    @property
    def page(self) -> KioskPage:
        page = self.window.current()
        assert isinstance(page, KioskPage), type(page)
        return page

    def give(self, *answers: str) -> None:
        """Type answers, each accepted with Enter."""
        for answer in answers:
            self.walk.write(answer)
            self.walk.press(Key.Key_Return)

    def staff(self, passphrase: str) -> None:
        """Have somebody of the staff type a passphrase."""
        self.walk.press(Key.Key_F12)
        self.walk.write(passphrase)
        self.walk.press(Key.Key_Return)

    def assessment(self) -> Assessment:
        held = self.desk.record(self.row.participant).visits[self.visit].of(self.instrument)
        assert held is not None
        return held

    def live(self, slot: str) -> Turn:
        turn = self.assessment().live(slot)
        assert turn is not None, slot
        return turn

    def number(self, slot: str) -> str:
        value = self.live(slot).value
        assert isinstance(value, Quantity)
        return plain_decimal(value.value)

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.desk.ledger.entries(entity=self.row.participant)]

    def seen(self) -> str:
        """Everything that can be read, seen or heard on the screen."""
        parts = [self.window.windowTitle()]
        for widget in (self.window, *self.window.findChildren(QWidget)):
            if widget.isVisible():
                parts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
                if isinstance(widget, QLabel | QPushButton | QLineEdit):
                    parts.append(widget.text())
        return "\n".join(parts).replace(WORD_JOINER, "")


@pytest.fixture
def phq(tmp_path: Path, window_on: MakeWindow) -> Handed:
    return Handed(tmp_path, window_on, "phq9")


@pytest.fixture
def pain(tmp_path: Path, window_on: MakeWindow) -> Handed:
    return Handed(tmp_path, window_on, "nrs_pain", NOW, language="ko")


# ------------------------------------------------------------------------------------------------------------- sealed


@pytest.mark.req("GUI-420")
def test_no_key_of_the_window_does_anything_while_sealed(phq: Handed) -> None:
    before = phq.desk.ledger.head()
    plain = Qt.KeyboardModifier.NoModifier
    keys = [(key, plain) for key in (Key.Key_F1, Key.Key_F6, Key.Key_F8, Key.Key_F9, Key.Key_Escape, Key.Key_Tab)]
    keys += [(key, plain) for key in (Key.Key_N, Key.Key_V, Key.Key_L, Key.Key_Slash, Key.Key_Backspace)]
    keys += [(Key(Key.Key_1 + digit), ALT) for digit in range(9)]
    keys += [(key, CTRL) for key in (Key.Key_L, Key.Key_Q, Key.Key_W, Key.Key_P, Key.Key_Return, Key.Key_Tab)]
    keys += [(key, ALT) for key in (Key.Key_F4, Key.Key_Left, Key.Key_K, Key.Key_S, Key.Key_D, Key.Key_E, Key.Key_P)]
    keys += [(Key.Key_Tab, SHIFT)]
    for key, modifier in keys:
        phq.walk.press(key, modifier)
        assert phq.page.busy(), (key, modifier)
        assert phq.walk.has("Question 1 of 10"), (key, modifier)
        assert phq.window.isVisible()
    assert phq.desk.ledger.head() == before
    assert phq.desk.opened is not None


@pytest.mark.req("GUI-420")
def test_no_action_but_those_of_the_page_is_enabled(phq: Handed) -> None:
    page = phq.page
    for action in phq.window.findChildren(QAction):
        owner: QObject | None = action.parent()
        within = isinstance(owner, QWidget) and (owner is page or page.isAncestorOf(owner))
        works = action.isEnabled() and isinstance(owner, QWidget) and owner.isVisible()
        assert within or not works, action.text()
    page_keys = {key.toString() for action in page.actions() if action.isEnabled() for key in action.shortcuts()}
    assert page_keys == {"F12", "Return", "Enter"}


@pytest.mark.req("GUI-420")
def test_closing_locking_and_going_elsewhere_wait(phq: Handed) -> None:
    event = QCloseEvent()
    QApplication.sendEvent(phq.window, event)
    assert not event.isAccepted()
    assert not phq.window.close()
    phq.window.lock()
    phq.window.lock_when_idle()
    phq.window._wish(Destination(page="today"))
    phq.window._toggle_help()
    assert phq.page.busy()
    assert phq.desk.opened is not None
    assert phq.window.isFullScreen()


@pytest.mark.req("GUI-421")
@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_nothing_of_anyones_data_is_behind_it(tmp_path: Path, window_on: MakeWindow, language: str) -> None:
    handed = Handed(tmp_path, window_on, "phq9", language=language)
    forbidden = [
        handed.row.code, handed.row.code.rpartition("-")[0], handed.row.participant, handed.visit, USER, "PHQ",
        handed.desk.in_force.id, handed.desk.in_force.title.get(language), handed.desk.facts.station, "S01",
        handed.desk.instruments["phq9"].item("core", "q1").title.get(language), str(handed.row.birth_year),
        "Ctrl L", "F1\n", "Today", "Baseline",
    ]  # fmt: skip
    for step in range(3):
        if step == 1:
            handed.give("1")
        if step == 2:
            handed.walk.press(Key.Key_F12)
        seen = handed.seen()
        assert not [word for word in forbidden if word and word in seen]
    assert WORDS[language][0] not in handed.seen()
    handed.walk.press(Key.Key_Escape)
    assert WORDS[language][0] in handed.seen()


@pytest.mark.req("GUI-421")
def test_every_control_has_a_name_and_room_for_a_finger(phq: Handed) -> None:
    answers = phq.page.findChildren(QPushButton)
    shown = [button for button in answers if button.isVisible() and button.accessibleName() != "Staff"]
    assert len(shown) >= len(WORDS["en"])
    sizes = {button.accessibleName(): (button.width(), button.height()) for button in shown}
    assert {name: size for name, size in sizes.items() if min(size) < TOUCH} == {}
    for widget in phq.page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget


# ------------------------------------------------------------------------------------------------------------ leaving


@pytest.mark.req("GUI-422")
def test_only_the_passphrase_leads_away(phq: Handed) -> None:
    phq.give("1")
    phq.staff("wrong passphrase")
    assert phq.page.busy()
    assert phq.page.leaving.field.finding()
    assert USER not in phq.seen()
    phq.walk.press(Key.Key_Escape)
    assert phq.walk.has("Question 2 of 10")
    phq.staff(PASSPHRASE)
    assert phq.window._at.page == "visit"
    assert not phq.window.isFullScreen()
    assert phq.walk.has("Lock")
    assert all(action.isEnabled() for action in (phq.window._lock_action, phq.window._help_action))
    phq.walk.press(Key.Key_F1)
    assert phq.window._frame.stack.currentWidget() is phq.window._help


@pytest.mark.req("GUI-422")
def test_handing_over_again_begins_where_it_stopped(phq: Handed) -> None:
    phq.give("1", "2")
    phq.staff(PASSPHRASE)
    phq.walk.press(Key.Key_F9)
    assert phq.walk.has("Question 3 of 10")


@pytest.mark.req("GUI-423")
def test_idle_waits_for_the_last_answer_and_then_locks(phq: Handed, qapp: QApplication) -> None:
    watch = IdleWatch(qapp, phq.window.lock_when_idle, must_wait=phq.window.must_stay_open, wait_ms=10)
    watch.start()
    phq.walk.pause(60)
    assert phq.page.busy()
    phq.give(*["0"] * 10)
    phq.walk.until(lambda: phq.desk.opened is None, "the station to lock")
    watch.stop()
    assert phq.window._at.page == "sign_in"
    session.sign_in(phq.desk, USER, PASSPHRASE)
    assert len(phq.assessment().slots) == 12


# ------------------------------------------------------------------------------------------------------------ answers


@pytest.mark.req("GUI-424")
def test_answers_are_on_disk_at_once_with_mode_and_language(phq: Handed) -> None:
    phq.give("1", "3")
    assert (phq.number("core.q1"), phq.number("core.q2")) == ("1", "3")
    assert phq.live("setup.mode").value == Choice(code="self")
    assert phq.live("setup.language").value == Choice(code="en")
    assert phq.live("core.q1").user == USER


@pytest.mark.req("GUI-424")
def test_nothing_is_chosen_beforehand_and_nothing_goes_on_without_an_answer(phq: Handed) -> None:
    phq.walk.press(Key.Key_Return)
    assert phq.walk.has("Question 1 of 10")
    assert "Please choose an answer first" in phq.seen()
    assert phq.assessment().live("core.q1") is None


@pytest.mark.req("GUI-424")
def test_rather_not_answering_is_a_coded_reason(phq: Handed) -> None:
    phq.walk.click("I would rather not answer")
    missing = phq.live("core.q1").missing
    assert missing is not None
    assert missing.code == "ND01"
    assert phq.walk.has("Question 2 of 10")
    phq.walk.click("Back")
    assert "You chose not to answer" in phq.seen()
    phq.walk.press(Key.Key_Return)
    assert phq.walk.has("Question 2 of 10")


@pytest.mark.req("GUI-425")
def test_going_back_to_change_an_answer_is_a_correction_with_its_coded_reason(phq: Handed) -> None:
    phq.give("1")
    phq.walk.click("Back")
    phq.give("1")
    assert "value.corrected" not in phq.kinds()
    phq.walk.click("Back")
    phq.give("2")
    assert phq.number("core.q1") == "2"
    events = [entry.event for entry in phq.desk.ledger.entries(entity=phq.row.participant)]
    change = events[-1]
    assert isinstance(change, ValueCorrected)
    assert change.reason.startswith("R1 ")
    phq.walk.click("Back")
    phq.walk.click("I would rather not answer")
    assert phq.live("core.q1").missing is not None
    phq.walk.click("Back")
    phq.give("0")
    assert phq.number("core.q1") == "0"
    assert phq.live("core.q1").missing is None
    assert phq.kinds().count("value.corrected") == 3


@pytest.mark.req("GUI-425")
def test_an_answer_that_decides_what_follows_is_not_changed(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "ipaq_sf")
    handed.give("3")
    assert handed.walk.has("Question 2 of 7")
    handed.walk.click("Back")
    handed.give("0")
    assert handed.walk.has("Question 1 of 7")
    assert "Please tell the staff" in handed.seen()
    assert handed.number("vigorous.days") == "3"


@pytest.mark.req("GUI-424")
def test_questions_that_an_answer_closes_are_not_counted(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "ipaq_sf")
    handed.give("0")
    assert handed.walk.has("Question 2 of 6")


@pytest.mark.req("GUI-424")
def test_a_number_is_refused_or_asked_about_once(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "ipaq_sf")
    handed.give("3", "1500")
    assert handed.walk.has("Question 2 of 7")
    assert "Enter a whole number from 0 to 1440." in handed.seen()
    limit = handed.desk.library.limits.values["ipaq.minutes"]
    unusual = str(limit.soft_max + 1)
    handed.walk.press(Key.Key_A, CTRL)
    handed.give(unusual)
    assert handed.walk.has("Question 2 of 7")
    assert f"{unusual} is an unusual answer" in handed.seen()
    handed.walk.press(Key.Key_Return)
    assert handed.walk.has("Question 3 of 7")
    kept = handed.live("vigorous_time.minutes")
    assert handed.number("vigorous_time.minutes") == unusual
    assert [(one.reason, one.text) for one in kept.confirmations] == [
        ("C4", "Confirmed by the participant on the screen")
    ]


@pytest.mark.req("GUI-424")
def test_a_number_can_be_touched(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "ipaq_sf")
    handed.give("3")
    for name in ("4", "7", "Erase", "5"):
        handed.walk.click(name)
    handed.walk.click("Next")
    assert handed.number("vigorous_time.minutes") == "45"


@pytest.mark.req("GUI-424")
def test_ten_is_typed_as_one_and_zero(pain: Handed) -> None:
    pain.walk.write("10")
    assert "고른 답: 10" in pain.seen()
    pain.walk.press(Key.Key_Return)
    assert pain.number("now.pain") == "10"


@pytest.mark.req("GUI-426")
def test_a_line_is_marked_by_touch_and_by_keys(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "m_sacrah")
    handed.walk.press(Key.Key_Return)
    assert handed.walk.has("Question 1 of 12")
    for key in (Key.Key_Right, Key.Key_PageUp, Key.Key_Left, Key.Key_Left):
        handed.walk.press(key)
    handed.walk.press(Key.Key_Return)
    assert handed.number("function.q1") == "58"
    handed.walk.press(Key.Key_End)
    handed.walk.press(Key.Key_Return)
    assert handed.number("function.q2") == "100"
    handed.walk.press(Key.Key_Home)
    handed.walk.press(Key.Key_Return)
    assert handed.number("function.q3") == "0"


@pytest.mark.req("GUI-427")
def test_the_last_page_thanks_and_lets_one_go_back(pain: Handed) -> None:
    pain.give("4")
    assert "고맙습니다." in pain.seen()
    assert "화면을 직원에게 돌려주세요" in pain.seen()
    assert pain.page.busy()
    pain.walk.click("이전")
    pain.give("5")
    assert pain.number("now.pain") == "5"
    pain.staff(PASSPHRASE)
    assert pain.window._at.page == "visit"


@pytest.mark.req("GUI-427")
def test_larger_text_keeps_what_is_chosen(phq: Handed) -> None:
    phq.walk.write("2")
    small = max(label.font().pixelSize() for label in phq.page.findChildren(QLabel) if label.isVisible())
    phq.walk.click("Larger text")
    assert max(label.font().pixelSize() for label in phq.page.findChildren(QLabel) if label.isVisible()) > small
    phq.walk.press(Key.Key_Return)
    assert phq.number("core.q1") == "2"
    assert phq.walk.has("Smaller text")


@pytest.mark.req("GUI-428")
def test_an_alert_waits_for_the_assessor(phq: Handed) -> None:
    phq.give(*["0"] * 8, "1")
    alerted = list(phq.desk.record(phq.row.participant).visits[phq.visit].adverse_events.values())
    assert [one.draft.trigger for one in alerted] == ["SELF_HARM"]
    alert = "Stay with the participant"
    assert alert not in phq.seen()
    phq.give("0")
    assert alert not in phq.seen()
    phq.walk.press(Key.Key_F12)
    assert alert not in phq.seen()
    phq.walk.press(Key.Key_Escape)
    phq.staff(PASSPHRASE)
    assert alert in phq.seen()
    assert phq.walk.has("I have seen it")


@pytest.mark.req("GUI-428")
def test_an_alert_stays_though_the_answer_is_taken_back(phq: Handed) -> None:
    phq.give(*["0"] * 8, "3")
    phq.walk.click("Back")
    phq.give("0")
    phq.staff(PASSPHRASE)
    assert "Stay with the participant" in phq.seen()


# ------------------------------------------------------------------------------------------------- offered or not


@pytest.mark.req("GUI-429")
def test_it_is_offered_once_the_set_up_says_so(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "nrs_pain")
    assert handed.window._at.page == "visit"
    assert not handed.walk.has("Hand to participant")
    handed.walk.press(Key.Key_1)
    handed.walk.press(Key.Key_Return)
    assert handed.walk.has("Hand to participant")
    handed.walk.press(Key.Key_F9)
    assert handed.page.busy()


@pytest.mark.req("GUI-424")
def test_answers_survive_a_sudden_end(tmp_path: Path, window_on: MakeWindow) -> None:
    handed = Handed(tmp_path, window_on, "phq9")
    handed.give("1", "2")
    session.release(handed.desk)  # as when the power fails: nothing is closed in good order
    found = session.sign_in(handed.desk, USER, PASSPHRASE)
    assert found.state == "unclean"
    assert (handed.number("core.q1"), handed.number("core.q2")) == ("1", "2")
    again = window_on(handed.desk)
    assert again._at.page == "sign_in"


@pytest.mark.req("GUI-429")
def test_without_wording_the_capture_page_says_why_it_is_not_offered(
    tmp_path: Path, window_on: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = asking_desk(tmp_path, StillClock(), "phq9")
    adopt_wording(desk, "phq9", "ko")
    row, visit = ready(desk, "phq9", language="ko")
    record = desk.record(row.participant)
    assert self_entry.handing_of(desk, record, visit, "phq9") is self_entry.Handing.OFFERED
    # As after a new edition of the questionnaire: the pack that was made for the old one is no longer used.
    monkeypatch.setattr(self_entry, "packs_of", lambda _: {})
    assert self_entry.handing_of(desk, record, visit, "phq9") is self_entry.Handing.NOTHING_TO_READ
    with pytest.raises(Refusal) as refused:
        self_entry.questions_of(desk, record, visit, "phq9")
    assert refused.value.code == "NOTHING_TO_READ"
    window = window_on(desk)
    window.go(Destination(page="visit", participant=row.participant, visit=visit))
    walk = Walkthrough(window)
    walk.until(window.isActiveWindow, "the window to take the keys")
    assert not walk.has("Hand to participant")
    assert any("there is nothing to read" in name for name in walk.names())
    walk.press(Key.Key_F9)
    assert window._at.page == "visit"
    # Even if a page were asked for, it leads back instead of sealing the screen over nothing.
    window.go(Destination(page="kiosk", participant=row.participant, visit=visit, instrument="phq9"))
    walk.until(lambda: window._at.page == "visit", "the capture page")
    assert not window.isFullScreen()


@pytest.mark.req("GUI-424")
def test_what_cannot_be_saved_is_said_calmly_and_explained_to_the_staff(
    phq: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Refusal("DISK_FULL", path="/secret/place")

    with monkeypatch.context() as patch:
        patch.setattr(self_entry, "answer", full)
        phq.give("1")
        assert phq.walk.has("Question 1 of 10")
        assert "This answer could not be saved." in phq.seen()
        assert "secret" not in phq.seen()
    phq.walk.press(Key.Key_Return)
    assert phq.number("core.q1") == "1"
    phq.staff(PASSPHRASE)
    assert "Not done:" in phq.seen()


@pytest.mark.req("GUI-422")
def test_another_persons_passphrase_does_not_open(phq: Handed) -> None:
    session.add_person(phq.desk, "AS-09", "another long passphrase", roles=("assessor",))
    phq.staff("another long passphrase")
    assert phq.page.busy()
