"""The devices of this station: what is due, registering one, its checks and calibrations, taking one out of use.

Every form stands on the page itself. It must not know when a device counts as due.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from assessdesk.domain.device_events import CALIBRATION, KNOWN_WEIGHT
from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.fields_card import FieldsCard
from assessdesk.gui.forms.form_parts import ChoicePart, Option, TextPart
from assessdesk.gui.look.states import StateView, VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, count_words, full_day, page_layout
from assessdesk.services import devices
from assessdesk.services.devices import DeviceState, DeviceView, NewCheck, NewDevice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.services.desk import Desk

PASSED, FAILED = "passed", "failed"
FIELD_OF = {
    "DEVICE_LABEL": "device",
    "DEVICE_TYPE_NEEDED": "type",
    "DEVICE_TYPE_UNKNOWN": "type",
    "DEVICE_SERIAL_NEEDED": "serial",
    "DEVICE_UNIT_NEEDED": "unit",
    "DEVICE_METHOD_NEEDED": "method",
    "DEVICE_CHECK_DAY": "date",
    "DEVICE_NEXT_DUE": "next_due",
    "DEVICE_READING_NEEDED": "reference",
    "REASON_NEEDED": "reason",
}
"""Under which field a refusal stands that does not name it."""


class DevicesPage(Page):
    """The page."""

    refreshes_on = frozenset({"device"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._table = DataTable[DeviceView](
            self.tr("Devices of this station"), self._columns(), note=self._note, identity=lambda row: row.row.device
        )
        self._table.row_opened.connect(lambda _: self._restate.trigger())
        self._empty = Label(self.tr("No device yet. Register one with N."), ink=Ink.MUTED, wrap=True)
        self._device = ""
        self._add_actions()
        self.registering = self._register_card()
        self.checking = self._check_card()
        self.calibrating = self._calibration_card()
        self.retiring = FieldsCard(
            self._retire_now,
            ({"reason": TextPart(self.tr("Reason for taking it out of use"))},),
            needed=("reason",),
            kind=ButtonKind.DANGER,
        )
        self._lay_out()

    # -- making ------------------------------------------------------------------------------------------------------

    def _add_actions(self) -> None:
        self._choose = add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        self._restate = add_action(self, self.tr("change facts"), self._show_restating, caps=("Enter",))
        self._check = self._verb(self.tr("Check"), self._show_checking, "K", self.tr("check"))
        self._calibrate = self._verb(self.tr("Calibrated"), self._show_calibrating, "C", self.tr("calibrated"))
        self._retire = self._verb(self.tr("Take out of use"), self._show_retiring, "Del", self.tr("take out of use"))
        self._register = self._verb(self.tr("Register device"), self._show_registering, "N", self.tr("register"))
        self._save = self._verb(self.tr("Save device"), self._do_register, "Ctrl+Return")
        self._save_check = self._verb(self.tr("Save check"), self._do_check, "Ctrl+Return")
        self._save_calibration = self._verb(self.tr("Save calibration"), self._do_calibrate, "Ctrl+Return")
        self._retire_now = self._verb(self.tr("Take it out of use"), self._do_retire, "Ctrl+Return")
        self._esc = add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _verb(self, text: str, act: Callable[[], object], key: str, short: str = "") -> QAction:
        return add_action(self, text, act, keys=(key,), short=short)

    def _columns(self) -> tuple[Column[DeviceView], ...]:
        return (
            Column(self.tr("State"), lambda view: self._state(view).said(), 24, state=self._state),
            Column(self.tr("Device"), lambda view: view.row.device, 16, bold=lambda _: True),
            Column(self.tr("Type"), self._type_words),
            Column(self.tr("Make, serial number"), lambda view: ", ".join(filter(None, _make(view))), 32),
            Column(self.tr("Calibration due"), lambda view: self._day(view.row.calibration_due), 17),
            Column(self.tr("Check due"), lambda view: self._day(view.row.check_due), 17),
        )

    def _register_card(self) -> FieldsCard:
        kinds = self.workspace.read(lambda desk: desk.library.device_terms.kinds)
        options = [Option(kind.code, kind.title.get(self.workspace.language)) for kind in kinds]
        type_ = {"type": ChoicePart(self.tr("Type"), options)}
        first = {
            "device": TextPart(self.tr("Label"), note=self.tr("such as D-03")),
            "make": TextPart(self.tr("Make and model")),
            "serial": TextPart(self.tr("Serial number")),
        }
        second = {
            "calibration_due": TextPart(self.tr("Calibration due"), note=self.tr("such as 2026-09-01, or empty")),
            "resolution": TextPart(self.tr("Smallest step"), note=self.tr("such as 0.1, or empty")),
            "unit": TextPart(self.tr("Unit"), note=self.tr("such as kgf, kg, s")),
        }
        return FieldsCard(self._save, (first, second, type_), needed=("device", "serial", "type"))

    def _check_card(self) -> FieldsCard:
        first = {
            "reference": TextPart(self.tr("Known weight")),
            "read": TextPart(self.tr("The device showed")),
            "unit": TextPart(self.tr("Unit")),
            "next_due": TextPart(self.tr("Next check due")),
        }
        needed = ("reference", "read", "next_due", "outcome")
        return FieldsCard(self._save_check, (first, {"outcome": self._outcome()}), needed=needed)

    def _calibration_card(self) -> FieldsCard:
        first = {
            "date": TextPart(self.tr("Day of calibration"), note=self.tr("as on the certificate")),
            "next_due": TextPart(self.tr("Next calibration due"), note=self.tr("such as 2026-09-01")),
        }
        needed = ("date", "next_due", "outcome")
        return FieldsCard(self._save_calibration, (first, {"outcome": self._outcome()}), needed=needed)

    def _outcome(self) -> ChoicePart:
        options = (Option(PASSED, self.tr("Passed")), Option(FAILED, self.tr("Not passed")))
        return ChoicePart(self.tr("Outcome"), options)

    def _lay_out(self) -> None:
        buttons = []
        for action, kind in (
            (self._retire, ButtonKind.DANGER),
            (self._calibrate, ButtonKind.PLAIN),
            (self._check, ButtonKind.PLAIN),
            (self._register, ButtonKind.PRIMARY),
        ):
            button = ActionButton(ButtonView(action.text(), kind=kind, strong=kind is ButtonKind.PRIMARY))
            button.attach(action)
            buttons.append(button)
        self._head = PageHead(self.tr("Devices"), right=buttons)
        layout = page_layout(self)
        for widget in (self._head, *self.cards(), self._empty):
            layout.addWidget(widget)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)

    def cards(self) -> tuple[FieldsCard, ...]:
        """The inline forms."""
        return (self.registering, self.checking, self.calibrating, self.retiring)

    # -- showing -----------------------------------------------------------------------------------------------------

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("Devices"),)

    def open(self, destination: Destination) -> None:
        """Show the register."""
        del destination
        self._rest()

    def refresh(self) -> None:
        """Read the register again."""
        views = self.workspace.read(devices.devices)
        in_use = sum(not view.row.retired for view in views)
        words = self.tr("{count} in use. One that is overdue or did not pass its check is used only with a reason.")
        count = count_words(in_use, self.workspace.language)
        self._head.show_words(self.tr("Devices"), words.format(count=count))
        self._table.show_rows(views)
        self._table.setMaximumHeight(self._table.natural_height())
        self._table.setVisible(bool(views) and self.registering.isHidden())
        self._empty.setVisible(not views)
        if views and self._table.chosen_row() is None:
            self._table.choose(0)
        self._enable()

    def _state(self, view: DeviceView) -> StateView:
        match view.state:
            case DeviceState.READY:
                return StateView(VisualState.DONE, self.tr("Ready"))
            case DeviceState.CLOSING:
                return StateView(VisualState.WINDOW_CLOSING, self._due_words(view.days_left or 0))
            case DeviceState.OVERDUE:
                return StateView(VisualState.OVERDUE, self._due_words(view.days_left or 0))
            case DeviceState.FAILED:
                return StateView(VisualState.NOT_ACCEPTED, self.tr("Did not pass"))
            case DeviceState.RETIRED:
                return StateView(VisualState.NOT_DONE, self.tr("Out of use"))

    def _due_words(self, days: int) -> str:
        near = {0: self.tr("Due today"), 1: self.tr("Due tomorrow"), -1: self.tr("Overdue since yesterday")}
        words = self.tr("Due in {count} days") if days > 0 else self.tr("Overdue by {count} days")
        return near.get(days) or words.format(count=count_words(abs(days), self.workspace.language))

    def _type_words(self, view: DeviceView) -> str:
        """What kind it is, in words; in those of the register where it was registered otherwise."""
        language = self.workspace.language
        return self.workspace.read(lambda desk: desk.library.device_terms.words(view.row.type, language))

    def _note(self, view: DeviceView) -> str:
        """The small second line of a device that is out of use: why."""
        return view.row.retired

    def _day(self, day: str) -> str:
        return full_day(date.fromisoformat(day), self.workspace.language) if day else ""

    def _shown_card(self) -> FieldsCard | None:
        return next((card for card in self.cards() if not card.isHidden()), None)

    def _enable(self) -> None:
        """Let work what may be done now, with the device that is chosen."""
        card = self._shown_card()
        may_keep = self.workspace.read(lambda desk: desk.may("devices"))
        may_check = may_keep or self.workspace.read(lambda desk: desk.may("capture"))
        row = self._table.chosen_row()
        in_use = card is None and row is not None and not row.row.retired
        self._choose.setEnabled(card is None)
        self._register.setEnabled(card is None and may_keep)
        self._restate.setEnabled(card is None and may_keep and row is not None)
        self._retire.setEnabled(in_use and may_keep)
        for action in (self._check, self._calibrate):
            action.setEnabled(in_use and may_check)
        for one in self.cards():
            one.action.setEnabled(one is card)
        self.keys_changed.emit()

    def _begin(self, card: FieldsCard, title: str, *, fixed: tuple[str, ...] = (), **given: str) -> None:
        """Show one form in the table's place."""
        self._table.setEnabled(False)
        card.begin(title, fixed=fixed, **given)
        self.refresh()

    def _rest(self) -> None:
        """Hide the forms and go back to the list."""
        for card in self.cards():
            card.hide()
        self._table.setEnabled(True)
        self.refresh()
        self._to_table()

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self._shown_card() is None:
            self.leave_requested.emit(Destination(page="today"))
        else:
            self._rest()

    # -- what one can do ----------------------------------------------------------------------------------------------

    def _show_registering(self) -> None:
        self._begin(self.registering, self.tr("A new device"))

    def _show_restating(self) -> None:
        view = self._table.chosen_row()
        if view is None:
            return
        row = view.row
        self._begin(
            self.registering,
            self.tr("The facts of {device}, stated anew").format(device=row.device),
            fixed=("device",),
            device=row.device,
            type=row.type,
            make=row.make,
            serial=row.serial,
            calibration_due=row.calibration_due,
            resolution=row.resolution,
            unit=row.unit,
        )

    def _show_checking(self) -> None:
        view = self._table.chosen_row()
        if view is not None:
            self._device = view.row.device
            title = self.tr("Check of {device} against a known weight, today").format(device=self._device)
            due = self.workspace.read(devices.next_check_day).isoformat()
            self._begin(self.checking, title, unit=view.row.unit, next_due=due)

    def _show_calibrating(self) -> None:
        view = self._table.chosen_row()
        if view is not None:
            self._device = view.row.device
            title = self.tr("Calibration of {device}").format(device=self._device)
            self._begin(self.calibrating, title)

    def _show_retiring(self) -> None:
        view = self._table.chosen_row()
        if view is not None:
            self._device = view.row.device
            words = self.tr("Take {device} out of use? What was measured with it stays as it is.")
            self._begin(self.retiring, words.format(device=self._device))

    def _do_register(self) -> None:
        given = self.registering.values()
        said = self.tr("{device} is in the register").format(device=given["device"].upper())
        self._state_fact(self.registering, lambda desk: devices.register(desk, NewDevice(**given)), said)

    def _do_check(self) -> None:
        self._state_check(self.checking, KNOWN_WEIGHT, self.tr("Check of {device} recorded"))

    def _do_calibrate(self) -> None:
        self._state_check(self.calibrating, CALIBRATION, self.tr("Calibration of {device} recorded"))

    def _state_check(self, card: FieldsCard, method: str, said: str) -> None:
        given = card.values()
        passed = given.pop("outcome") == PASSED
        made = NewCheck(device=self._device, method=method, passed=passed, **given)
        self._state_fact(card, lambda desk: devices.check(desk, made), said.format(device=self._device))

    def _do_retire(self) -> None:
        device, reason = self._device, self.retiring.values()["reason"]
        said = self.tr("{device} is out of use").format(device=device)
        self._state_fact(self.retiring, lambda desk: devices.retire(desk, device, reason=reason), said)

    def _state_fact(self, card: FieldsCard, use_case: Callable[[Desk], None], said: str) -> None:
        """Have a fact written; what is refused stands under its field."""
        if not card.complete():
            return

        def state(desk: Desk) -> bool:
            use_case(desk)
            return True

        if self.workspace.perform(state, on_refused=lambda problem: self._on_refused(card, problem)):
            self._rest()
            announce(self, said)

    def _on_refused(self, card: FieldsCard, problem: Refused) -> None:
        about = FIELD_OF.get(problem.code) or problem.arguments.get("field", "")
        card.show_refused(about, problem.sentence)


def _make(view: DeviceView) -> tuple[str, str]:
    return (view.row.make, view.row.serial)
