"""The one window: shows pages by name, keeps the frame around them true, locks, and waits for what must not be cut.

Pages are imported when they are first asked for, so that the sign-in page comes up at once. It must not know what a
page shows.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from assessdesk import __version__
from assessdesk.gui.fields.central_chip import CentralState, CentralView
from assessdesk.gui.fields.finding_line import FindingKind, FindingLine, FindingView
from assessdesk.gui.fields.key_bar import KeyBar
from assessdesk.gui.look.theme import metrics
from assessdesk.gui.page import Destination, Page
from assessdesk.gui.page_parts import add_action, moment, waiting_words
from assessdesk.gui.window.frame import Frame, HeaderView, focusable_in
from assessdesk.gui.window.help_panel import HelpPanel
from assessdesk.gui.window.navigation import BARE, ENTRIES, NAV_OF, PAGES, SEALED, item_of, offered
from assessdesk.gui.window.practice_band import PracticeBand
from assessdesk.gui.workspace import Refused, Workspace
from assessdesk.services import session
from assessdesk.services.queries import open_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent

    from assessdesk.services.desk import Desk

LEAST_WIDTH = 100
LEAST_HEIGHT = 60


class MainWindow(QWidget):
    """The window.

    Signals:
        locked: The station was locked; nobody is signed in any more.
        entered: Somebody has signed in.
    """

    locked = Signal()
    entered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._pages: dict[str, Page] = {}
        self._at = Destination(page="")
        self._before_help: QWidget | None = None
        self._before_seal: Qt.WindowState | None = None
        self._lock_action = add_action(self, self.tr("Lock"), self.lock, keys=("Ctrl+L",))
        self._frame = Frame(self._lock_action, practice=workspace.practice)
        self._band = PracticeBand()
        self._notice = FindingLine()
        self._help = HelpPanel()
        self._keys = KeyBar()
        self._nav_actions = self._make_nav_actions()
        self._area_action = add_action(self, "", self._next_area, keys=("F6",))
        self._help_action = add_action(self._keys, "", self._toggle_help, keys=("F1",))
        self._name_actions()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        # A wide page must not push the window off a small screen; columns fold instead.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(metrics().u(LEAST_WIDTH), metrics().u(LEAST_HEIGHT))
        column.addWidget(self._band)
        self._band.setVisible(self.workspace.practice)
        column.addWidget(self._notice)
        column.addWidget(self._frame, 1)
        column.addWidget(self._keys)

    def _connect_frame(self) -> None:
        self._frame.header.exchange_requested.connect(lambda: self._wish(Destination(page="exchange")))
        self._frame.left.page_requested.connect(lambda key: self._wish(Destination(page=key)))
        self._help.close_requested.connect(self._toggle_help)
        self._frame.stack.addWidget(self._help)

    def _connect(self) -> None:
        self._connect_frame()
        self.workspace.changed.connect(self._on_changed)
        self.workspace.refused.connect(self._on_refused)
        self.workspace.language_changed.connect(self._on_language)

    def _make_nav_actions(self) -> dict[str, QAction]:
        return {
            entry.page: add_action(self, entry.title(), self._going(entry.page), keys=(f"Alt+{entry.digit}",))
            for entry in ENTRIES
        }

    def _going(self, key: str) -> Callable[[], None]:
        return lambda: self._wish(Destination(page=key))

    def page(self, name: str) -> Page:
        """The page of a name, made at the first call."""
        if name not in self._pages:
            module, kind = PAGES[name]
            made: Page = getattr(import_module(module), kind)(self.workspace)
            made.leave_requested.connect(self._wish)
            made.title_changed.connect(self._frame.header.show_path)
            made.keys_changed.connect(self._follow_keys)
            self._pages[name] = made
            self._frame.stack.addWidget(made)
        return self._pages[name]

    def current(self) -> Page:
        """The page that is shown (or lies under the help)."""
        return self._pages[self._at.page]

    def busy(self) -> bool:
        """Say whether something runs that must not be cut short."""
        return self._at.page in self._pages and self.current().busy()

    def must_stay_open(self) -> bool:
        """Say whether locking for want of a touch must wait."""
        return self._at.page in self._pages and self.current().must_stay_open()

    def start(self) -> None:
        """Show the first page: set-up on a new machine (or the beginning of practising), else sign-in."""
        there = self.workspace.read(lambda desk: desk.store.exists())
        first = "practice" if self.workspace.practice else "set_up"
        self.go(Destination(page="sign_in" if there else first))

    def _wish(self, destination: Destination) -> None:
        """Go where a page or the frame wishes, unless the page at hand must not be left now."""
        if not self.busy():
            self.go(destination)

    def go(self, destination: Destination) -> None:
        """Show a page, read afresh."""
        was_bare = self._at.page in BARE or not self._at.page
        page = self.page(destination.page)
        self._at = destination
        self._notice.show_finding(None)
        bare = destination.page in BARE | SEALED
        self._frame.show_bare(bare=bare)
        for action in (self._lock_action, *self._nav_actions.values()):
            action.setEnabled(not bare)
        self._seal(sealed=destination.page in SEALED)
        self._show_frame(bare=bare)
        page.open(destination)
        self._frame.stack.setCurrentWidget(page)
        self._frame.left.show_own(page.left_column())
        self._frame.header.show_path(page.path())
        self._follow_keys()
        self._show_title(page)
        if was_bare and not bare:
            self.entered.emit()

    def _seal(self, *, sealed: bool) -> None:
        """Take everything but the page off the screen while a participant has it, or give it back."""
        self._keys.setVisible(not sealed)
        for action in (self._area_action, self._help_action):
            action.setEnabled(not sealed)
        if sealed and self._before_seal is None:
            self._before_seal = self.windowState()
            self.setWindowState(self._before_seal | Qt.WindowState.WindowFullScreen)
        elif not sealed and self._before_seal is not None:
            self.setWindowState(self._before_seal)
            self._before_seal = None

    def _show_title(self, page: Page) -> None:
        words = page.path()
        name = self.tr("AssessDesk practice") if self.workspace.practice else "AssessDesk"
        self.setWindowTitle(f"{name}: {words[-1]}" if len(words) > 1 else name)

    def _show_frame(self, *, bare: bool) -> None:
        if bare:
            return
        entries = self.workspace.read(lambda desk: offered(desk.may))
        pages = {entry.page for entry in entries}
        for key, action in self._nav_actions.items():
            action.setEnabled(key in pages)
        name = NAV_OF.get(self._at.page, self._at.page)
        waiting = self.workspace.read(open_count)
        counts = {"queries": str(waiting) if waiting else ""}
        self._frame.left.show_pages([item_of(entry, counts.get(entry.page, "")) for entry in entries], name)
        self._frame.left.show_foot(self.workspace.read(self._foot))
        self._show_header()

    def _foot(self, desk: Desk) -> tuple[str, ...]:
        facts = desk.facts
        lines = [
            self.tr("{study}, site {site}").format(study=facts.study, site=facts.site),
            self.tr("Station {station}, version {version}").format(station=facts.station, version=__version__),
        ]
        found = self.workspace.found
        if found is not None and found.state == "clean" and found.last_at is not None:
            at = moment(found.last_at, self.workspace.language, year=False)
            lines.append(self.tr("Closed cleanly {at}").format(at=at))
        return tuple(lines)

    def _show_header(self) -> None:
        self._frame.header.show_view(self.workspace.read(self._header))

    def _header(self, desk: Desk) -> HeaderView:
        receipts = desk.ledger.views.receipts()
        waiting = max(0, desk.ledger.head().seq - (receipts[0].held_seq if receipts else 0))
        language = self.workspace.language
        chip = CentralView(CentralState.ALL_SAFE, self.tr("Everything is at central"))
        if self.workspace.practice:
            chip = CentralView(CentralState.NOT_YET, self.tr("Nothing goes to central"))
        elif waiting:
            chip = CentralView(CentralState.NOT_YET, waiting_words(waiting, language))
        roles = [desk.in_force.roles[role].title.get(language) for role in desk.roles if role in desk.in_force.roles]
        who = ", ".join([desk.author.user, *(role.lower() for role in roles[:1])])
        return HeaderView(chip=chip, who=who)

    def _follow_keys(self) -> None:
        self._keys.follow(self.current(), self._keys)

    def _on_changed(self, changes: frozenset[str]) -> None:
        """Refresh the chip, and the page when it shows what changed."""
        if self._at.page in BARE or not self._at.page or not self.workspace.read(_is_open):
            return
        self._show_header()
        page = self.current()
        if "definition" in changes:
            self._forget_pages(but=page)
        if page.refreshes_on & changes:
            page.refresh()

    def _on_refused(self, refused: Refused) -> None:
        """Show a refusal that no page took care of."""
        self._notice.show_finding(FindingView(FindingKind.REFUSED, self.tr("Not done:"), refused.sentence))

    def _on_language(self, _: str) -> None:
        """Make everything anew in the other language: pages show state, they do not own it."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        self._forget_pages()
        self._name_actions()
        self._renew_frame()
        self.go(self._at)
        again = self.current().findChild(QWidget, name) if name else None
        if isinstance(again, QWidget):
            again.setFocus()

    def _name_actions(self) -> None:
        """Give the actions of the frame their words in the language of the interface."""
        for entry in ENTRIES:
            self._nav_actions[entry.page].setText(entry.title())
            self._nav_actions[entry.page].setIconText(entry.title())
        named = (
            (self._lock_action, self.tr("Lock"), self.tr("lock")),
            (self._area_action, self.tr("Next area"), self.tr("next area")),
            (self._help_action, self.tr("Help"), self.tr("help")),
        )
        for action, text, short in named:
            action.setText(text)
            action.setIconText(short)

    def _renew_frame(self) -> None:
        """Make header, left column and help anew; their words were read when they were made."""
        self._band.renew_words()
        old, self._help = self._frame, HelpPanel()
        self._frame = Frame(self._lock_action, practice=self.workspace.practice)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._frame)
        old.hide()
        old.deleteLater()
        self._connect_frame()
        self._frame.left.fold(window_width=self.width())

    def _forget_pages(self, *, but: Page | None = None) -> None:
        """Drop every page, so that nothing that was shown stays in memory; one may stay."""
        if but is None:
            self._frame.left.show_own(None)
            # Else each page that follows a dropped one would come forward for a moment and take the keys.
            self._frame.stack.setCurrentWidget(self._help)
        for name, page in tuple(self._pages.items()):
            if page is not but:
                self._frame.stack.removeWidget(page)
                page.deleteLater()
                del self._pages[name]

    def lock(self) -> None:
        """Lock because the person asked."""
        self._lock("asked")

    def lock_when_idle(self) -> None:
        """Lock because nobody has touched anything for a while."""
        self._lock("idle")

    def _lock(self, reason: str) -> None:
        """Lock the station and show the sign-in page, unless something runs."""
        must_wait = self.must_stay_open() if reason == "idle" else self.busy()
        if must_wait or not self.workspace.read(_is_open):
            return
        self.workspace.perform(lambda desk: session.lock(desk, reason))
        self.workspace.found = None
        self._forget_pages()
        self.go(Destination(page="sign_in"))
        self.locked.emit()

    def show_instead(self, widget: QWidget) -> None:
        """Show a widget in the place of everything (the page of a defect)."""
        self._forget_pages()
        self._frame.hide()
        self._keys.hide()
        self._notice.hide()
        for action in self.actions():
            action.setEnabled(False)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(widget)
        widget.show()
        self._at = Destination(page="")

    def _toggle_help(self) -> None:
        """Show the help in the page's place, or the page again."""
        if self.busy():
            return
        if self._frame.stack.currentWidget() is self._help:
            self._frame.stack.setCurrentWidget(self.current())
            if self._before_help is not None:
                self._before_help.setFocus()
            return
        self._before_help = QApplication.focusWidget()
        self._help.show_actions(self.current().key_actions(), [*self.actions(), *self._keys.actions()])
        self._frame.stack.setCurrentWidget(self._help)
        self._help.setFocus()

    def _next_area(self) -> None:
        """Put the focus into the next area of the frame."""
        if self.busy():
            return
        areas = self._frame.areas()
        focus = QApplication.focusWidget()
        at = next((place for place, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
        for step in range(1, len(areas) + 1):
            target = focusable_in(areas[(at + step) % len(areas)])
            if target is not None:
                target.setFocus()
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or widen the left column."""
        super().resizeEvent(event)
        self._frame.left.fold(window_width=self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close in good order; while something runs, closing does nothing."""
        if self.busy():
            event.ignore()
            return
        if self.workspace.read(_is_open):
            self.workspace.perform(lambda desk: session.lock(desk, "closed"))
        event.accept()


def _is_open(desk: Desk) -> bool:
    return desk.opened is not None
