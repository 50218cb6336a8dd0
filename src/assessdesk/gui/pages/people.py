"""The people of this station: who they are, what they may do, adding one, removing one with a reason.

Keys are made aside. It must not know how a passphrase is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout

from assessdesk.gui.fields.announcement import announce
from assessdesk.gui.fields.buttons import ActionButton, ButtonKind, ButtonView
from assessdesk.gui.fields.data_table import DataTable
from assessdesk.gui.fields.finding_line import FindingLine
from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.fields.text import Label
from assessdesk.gui.forms.form_parts import FormPart, TextPart, refused
from assessdesk.gui.look.flow import FlowRow
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.models import Column
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import PageHead, add_action, page_layout
from assessdesk.services import session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from assessdesk.gui.workspace import Refused, Workspace
    from assessdesk.ports import UserRow
    from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person as the list shows them."""

    user: str
    roles: str
    key: str
    active: bool


class RolesPart(FormPart):
    """The roles of a person; any number of them, each with its digit while the row has the focus."""

    def __init__(self, label: str, roles: Sequence[tuple[str, str]]) -> None:
        super().__init__(label)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._roles = [role for role, _ in roles]
        row = FlowRow(metrics().u(1))
        for place, (_, title) in enumerate(roles):
            button = ActionButton(ButtonView(title, strong=False))
            button.setCheckable(True)
            button.setAccessibleName(f"{label}: {title}")
            self._group.addButton(button, place)
            row.addWidget(button)
        self._row.addLayout(row, 1)
        self.setFocusProxy(self._group.button(0))

    def roles(self) -> tuple[str, ...]:
        """The chosen roles."""
        return tuple(role for place, role in enumerate(self._roles) if self._group.button(place).isChecked())

    def value(self) -> str:
        """The chosen roles as words."""
        return " ".join(self.roles())

    def clear(self) -> None:
        """Choose none."""
        for button in self._group.buttons():
            button.setChecked(False)


class PeoplePage(Page):
    """The page."""

    refreshes_on = frozenset({"user"})

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._working = False
        language = workspace.language
        study = workspace.read(lambda desk: desk.in_force)
        self._role_titles = {role.id: role.title.get(language) for role in study.roles.values()}
        self._table = DataTable[PersonRow](
            self.tr("People of this station"), self._columns(), identity=lambda row: row.user
        )
        self._told = FindingLine()
        self._user = TextPart(self.tr("Code"), note=self.tr("a code such as AS-04, never a name"), width=20)
        self._roles = RolesPart(self.tr("Roles"), tuple(self._role_titles.items()))
        note = self.tr("typed by the person; a sentence that only they know")
        self._passphrase = TextPart(self.tr("Passphrase"), note=note, secret=True)
        self._again = TextPart(self.tr("Passphrase once more"), secret=True)
        self._reason = TextPart(self.tr("Reason for removing"))
        self._adding, self._removing = QFrame(), QFrame()
        self._removing_title = Label(bold=True)
        self._add_actions()
        self._lay_out()
        self._connect()

    def _add_actions(self) -> None:
        add_action(self, self.tr("choose"), self._to_table, caps=("Up", "Down"))
        self._add = add_action(
            self, self.tr("Add a person"), self._show_adding, keys=("N",), short=self.tr("add a person")
        )
        self._remove = add_action(self, self.tr("Remove"), self._show_removing, keys=("Del",), short=self.tr("remove"))
        add_action(self, self.tr("Certificates"), self._to_certificates, keys=("C",), short=self.tr("certificates"))
        self._save = add_action(self, self.tr("Add this person"), self._add_person, keys=("Ctrl+Return",))
        self._confirm = add_action(self, self.tr("Remove this person"), self._remove_person, keys=("Ctrl+Return",))
        self._esc = add_action(self, self.tr("back"), self._back, keys=("Esc",))

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column(self.tr("Code"), lambda row: row.user, 18, bold=lambda _: True),
            Column(self.tr("Roles"), lambda row: row.roles),
            Column(self.tr("Key"), lambda row: row.key, 22),
            Column(self.tr("State"), lambda row: self._state(row).said(), 22, state=self._state),
        )

    def _state(self, row: PersonRow) -> StateView:
        if row.active:
            return StateView(VisualState.DONE, self.tr("May sign in"))
        return StateView(VisualState.VOID, self.tr("Removed"))

    def _lay_out(self) -> None:
        add, remove = (
            ActionButton(ButtonView(self._add.text(), kind=ButtonKind.PRIMARY)),
            ActionButton(ButtonView(self._remove.text(), kind=ButtonKind.DANGER, strong=False)),
        )
        add.attach(self._add)
        remove.attach(self._remove)
        self._head = PageHead(self.tr("People"), right=(remove, add))
        self._fill(self._adding, Label(self.tr("A new person"), bold=True), self._parts(), self._save)
        self._fill(self._removing, self._removing_title, (self._reason,), self._confirm)
        layout = page_layout(self)
        for widget in (self._head, self._told, self._adding, self._removing):
            layout.addWidget(widget)
        layout.addWidget(self._table, 100)
        layout.addStretch(1)

    def _fill(self, frame: QFrame, title: Label, parts: Sequence[FormPart], action: QAction) -> None:
        """Make one of the two inline forms."""
        sizes = metrics()
        frame.setProperty("kind", "card")
        kind = ButtonKind.PRIMARY if frame is self._adding else ButtonKind.DANGER
        button = ActionButton(ButtonView(action.text(), kind=kind))
        button.attach(action)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(button)
        column = QVBoxLayout(frame)
        column.setContentsMargins(sizes.u(2), sizes.u(1.5), sizes.u(2), sizes.u(2))
        column.setSpacing(sizes.u(1.5))
        column.addLayout(head)
        for part in parts:
            column.addWidget(part)
        frame.hide()

    def _connect(self) -> None:
        parts = self._parts()
        for part, following in pairwise(parts):
            part.accepted.connect(following.take_focus)
        self._again.accepted.connect(self._add_person)
        self._reason.accepted.connect(self._remove_person)

    def _parts(self) -> tuple[FormPart, ...]:
        return (self._user, self._roles, self._passphrase, self._again)

    def path(self) -> tuple[str, ...]:
        """The words of the header's path."""
        return (self.tr("People"),)

    def busy(self) -> bool:
        """While keys are made, leaving waits."""
        return self._working

    def open(self, destination: Destination) -> None:
        """Show everybody."""
        del destination
        self._told.show_finding(None)
        self._show_forms(adding=False, removing=False)
        self.refresh()
        self._to_table()

    def refresh(self) -> None:
        """Read the list again."""
        users = self.workspace.read(lambda desk: desk.ledger.views.users())
        rows = [self._row(user) for user in users]
        active = sum(row.active for row in rows)
        self._head.show_words(self.tr("People"), self.tr("{count} may sign in at this station.").format(count=active))
        self._table.show_rows(rows)
        self._table.setMaximumHeight(self._table.natural_height())
        if rows and self._table.chosen_row() is None:
            self._table.choose(0)

    def _row(self, user: UserRow) -> PersonRow:
        roles = ", ".join(self._role_titles.get(role, role) for role in user.roles)
        return PersonRow(user=user.user, roles=roles, key=user.key.upper(), active=user.active)

    def _show_forms(self, *, adding: bool, removing: bool) -> None:
        self._adding.setVisible(adding)
        self._removing.setVisible(removing)
        self._table.setVisible(not adding)
        self._save.setEnabled(adding)
        self._confirm.setEnabled(removing)
        for action in (self._add, self._remove):
            action.setEnabled(not adding and not removing)
        self.keys_changed.emit()

    def _show_adding(self) -> None:
        for part in (self._user, self._passphrase, self._again):
            part.line().clear()
            part.show_refused("")
        self._roles.clear()
        self._told.show_finding(None)
        self._show_forms(adding=True, removing=False)
        self._user.take_focus()

    def _show_removing(self) -> None:
        row = self._table.chosen_row()
        if row is None or not row.active:
            return
        words = self.tr("Remove {user}? The passphrase will open nothing any more, and the ledger gets another key.")
        self._removing_title.show_text(words.format(user=row.user))
        self._reason.line().clear()
        self._reason.show_refused("")
        self._told.show_finding(None)
        self._show_forms(adding=False, removing=True)
        self._reason.take_focus()

    def _add_person(self) -> None:
        for part in self._parts():
            part.show_refused("")
        gap = next((part for part in self._parts() if not part.value().strip()), None)
        if gap is not None:
            gap.show_refused(self.tr("This is needed. Fill it in."))
            return
        if self._passphrase.value() != self._again.value():
            self._again.show_refused(self.tr("The two passphrases differ. Type the same one twice."))
            return
        user, passphrase, roles = self._user.value().strip(), self._passphrase.value(), self._roles.roles()

        def add(desk: Desk, _: object) -> str:
            session.add_person(desk, user, passphrase, roles=roles)
            return user

        self._work()
        self.workspace.perform_later(add, done=self._on_added, on_refused=self._on_add_refused)

    def _work(self) -> None:
        """Let nothing be asked twice while keys are made."""
        self._working = True
        self._save.setEnabled(False)
        self._confirm.setEnabled(False)
        self._esc.setEnabled(False)
        announce(self, self.tr("Making the keys"))

    def _rest(self) -> None:
        self._working = False
        self._esc.setEnabled(True)

    def _on_added(self, user: str) -> None:
        self._rest()
        for part in (self._passphrase, self._again):
            part.line().clear()
        self._show_forms(adding=False, removing=False)
        self.refresh()
        announce(self, self.tr("{user} was added").format(user=user))
        self._to_table()

    def _on_add_refused(self, problem: Refused) -> None:
        self._rest()
        self._save.setEnabled(True)
        if problem.code in {"BAD_USER_CODE", "USER_CODE_TAKEN"}:
            self._user.show_refused(problem.sentence)
        elif problem.code.startswith("PASSPHRASE_"):
            self._passphrase.show_refused(problem.sentence)
        else:
            self._told.show_finding(refused(self.tr("Not added."), problem.sentence))

    def _remove_person(self) -> None:
        row = self._table.chosen_row()
        if row is None:
            return
        user, reason = row.user, self._reason.value()

        def remove(desk: Desk, _: object) -> str:
            session.remove_person(desk, user, reason=reason)
            return user

        self._work()
        self.workspace.perform_later(remove, done=self._on_removed, on_refused=self._on_remove_refused)

    def _on_removed(self, user: str) -> None:
        self._rest()
        self._show_forms(adding=False, removing=False)
        self.refresh()
        announce(self, self.tr("{user} was removed").format(user=user))
        self._to_table()

    def _on_remove_refused(self, problem: Refused) -> None:
        self._rest()
        self._confirm.setEnabled(True)
        self._reason.show_refused(problem.sentence)

    def _to_certificates(self) -> None:
        self.leave_requested.emit(Destination(page="certificates"))

    def _to_table(self) -> None:
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        if self._adding.isHidden() and self._removing.isHidden():
            self.leave_requested.emit(Destination(page="today"))
            return
        self._show_forms(adding=False, removing=False)
        self._to_table()
