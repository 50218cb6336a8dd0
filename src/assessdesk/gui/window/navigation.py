"""Which pages there are, where their modules stand, and which of them the left column offers to whom.

A page that needs a permission is not shown to anybody else. It must not know what a page shows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.fields.nav_list import NavItem
from assessdesk.gui.look.icons import IconName

PAGES = {
    "sign_in": ("assessdesk.gui.pages.sign_in", "SignInPage"),
    "set_up": ("assessdesk.gui.pages.set_up", "SetUpPage"),
    "practice": ("assessdesk.gui.pages.practice", "PracticePage"),
    "today": ("assessdesk.gui.pages.today", "TodayPage"),
    "participants": ("assessdesk.gui.pages.participants", "ParticipantsPage"),
    "enrol": ("assessdesk.gui.pages.enrol", "EnrolPage"),
    "participant": ("assessdesk.gui.pages.participant", "ParticipantPage"),
    "visit": ("assessdesk.gui.pages.visit", "VisitPage"),
    "kiosk": ("assessdesk.gui.pages.kiosk", "KioskPage"),
    "review": ("assessdesk.gui.pages.review", "ReviewPage"),
    "adverse_event": ("assessdesk.gui.pages.adverse_event", "AdverseEventPage"),
    "summary": ("assessdesk.gui.pages.summary", "SummaryPage"),
    "exchange": ("assessdesk.gui.pages.exchange", "ExchangePage"),
    "people": ("assessdesk.gui.pages.people", "PeoplePage"),
    "certificates": ("assessdesk.gui.pages.certificates", "CertificatesPage"),
    "devices": ("assessdesk.gui.pages.devices", "DevicesPage"),
    "programme": ("assessdesk.gui.pages.programme", "ProgrammePage"),
    "calls": ("assessdesk.gui.pages.calls", "CallsPage"),
    "audit": ("assessdesk.gui.pages.audit", "AuditPage"),
    "queries": ("assessdesk.gui.pages.queries", "QueriesPage"),
    "ask": ("assessdesk.gui.pages.ask", "AskPage"),
    "allocation": ("assessdesk.gui.pages.allocation", "AllocationPage"),
    "study": ("assessdesk.gui.pages.study", "StudyPage"),
}
"""Where each page lives: module and class."""

BARE = frozenset({"sign_in", "set_up", "practice"})
"""Pages without the frame around them."""

SEALED = frozenset({"kiosk"})
"""Pages in the hands of a participant: no frame, no keys of the window, the whole screen."""

NAV_OF = {
    "certificates": "people",
    "enrol": "participants",
    "participant": "participants",
    "visit": "today",
    "review": "today",
    "adverse_event": "today",
    "summary": "today",
    "ask": "queries",
}
"""Under which entry of the left column a page without one of its own stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the left column: its digit with Alt, and the permissions of which one opens it (none: everybody)."""

    page: str
    icon: IconName
    digit: str
    title: Callable[[], str]
    needs: tuple[str, ...] = ()


ENTRIES = (
    Entry(
        page="today",
        icon=IconName.TODAY,
        digit="1",
        title=lambda: QCoreApplication.translate("Navigation", "Today"),
    ),
    Entry(
        page="participants",
        icon=IconName.PEOPLE,
        digit="2",
        title=lambda: QCoreApplication.translate("Navigation", "Participants"),
    ),
    Entry(
        page="programme",
        icon=IconName.AGAIN,
        digit="-",
        title=lambda: QCoreApplication.translate("Navigation", "Sessions"),
        needs=("sessions",),
    ),
    Entry(
        page="calls",
        icon=IconName.SPEAK,
        digit="0",
        title=lambda: QCoreApplication.translate("Navigation", "Follow-ups"),
        needs=("calls",),
    ),
    Entry(
        page="exchange",
        icon=IconName.EXCHANGE,
        digit="3",
        title=lambda: QCoreApplication.translate("Navigation", "Exchange"),
    ),
    Entry(
        page="queries",
        icon=IconName.QUERY,
        digit="4",
        title=lambda: QCoreApplication.translate("Navigation", "Queries"),
    ),
    Entry(
        page="audit",
        icon=IconName.AUDIT,
        digit="5",
        title=lambda: QCoreApplication.translate("Navigation", "Audit trail"),
    ),
    Entry(
        page="people",
        icon=IconName.SET_UP,
        digit="6",
        title=lambda: QCoreApplication.translate("Navigation", "People"),
        needs=("people", "certify"),
    ),
    Entry(
        page="devices",
        icon=IconName.DEVICE,
        digit="7",
        title=lambda: QCoreApplication.translate("Navigation", "Devices"),
        needs=("devices", "capture", "verify"),
    ),
    Entry(
        page="study",
        icon=IconName.CLIPBOARD,
        digit="8",
        title=lambda: QCoreApplication.translate("Navigation", "Study"),
    ),
    Entry(
        page="allocation",
        icon=IconName.EYE_OFF,
        digit="9",
        title=lambda: QCoreApplication.translate("Navigation", "Allocation"),
        needs=("allocate", "unblinded"),
    ),
)
"""The left column from top to bottom."""


def item_of(entry: Entry, count: str = "") -> NavItem:
    """Return an entry as the left column shows it, in the language of the interface, with what waits there."""
    return NavItem(entry.page, entry.icon, entry.title(), f"Alt {entry.digit}", count)


def offered(may: Callable[[str], bool]) -> tuple[Entry, ...]:
    """Return the entries for somebody, who may do what `may` says."""
    return tuple(entry for entry in ENTRIES if not entry.needs or any(map(may, entry.needs)))
