"""Where the station stands towards central: what is safe there, what waits, which packages were written.

Read from packages and receipts only; it must not know files.
"""

from __future__ import annotations

from dataclasses import dataclass

from assessdesk.domain.events import Head
from assessdesk.ports import PackageRow, ReceiptRow
from assessdesk.services.desk import Desk
from assessdesk.services.visit_plans import planned_title


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedVisit:
    """One signed visit as a box of the safe strip."""

    code: str
    visit_title: str
    date: str
    at_central: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageState:
    """A package and what central said of it, if it has: `state` is accepted, waiting or held."""

    row: PackageRow
    state: str
    receipt: ReceiptRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The whole of the exchange page. `waiting` counts entries that no receipt covers yet."""

    head: Head
    held_seq: int
    waiting: int
    exported_seq: int
    visits: tuple[SignedVisit, ...]
    packages: tuple[PackageState, ...]


def standing_of(desk: Desk, *, language: str) -> Standing:
    """Return where the station stands."""
    views = desk.ledger.views
    receipts = views.receipts()
    held = receipts[0].held_seq if receipts else 0
    packages = views.packages()
    head = desk.ledger.head()
    people = {row.participant: row for row in views.participants()}
    signed = [row for row in views.visits() if row.signed_seq is not None]
    visits = tuple(
        SignedVisit(
            code=people[row.participant].code,
            visit_title=planned_title(desk, row.planned, language),
            date=row.date,
            at_central=(row.signed_seq or 0) <= held,
        )
        for row in signed
    )
    return Standing(
        head=head,
        held_seq=held,
        waiting=max(0, head.seq - held),
        exported_seq=max((row.last_seq for row in packages), default=0),
        visits=visits,
        packages=tuple(_state(row, receipts) for row in packages),
    )


def _state(row: PackageRow, receipts: tuple[ReceiptRow, ...]) -> PackageState:
    """Return what central said of a package: the oldest receipt that covers it, or a held one that names it."""
    covering = [receipt for receipt in receipts if receipt.held_seq >= row.last_seq]
    if covering:
        return PackageState(row=row, state="accepted", receipt=covering[-1])
    naming = [receipt for receipt in receipts if any(row.package in text for text in receipt.quarantined)]
    if naming:
        return PackageState(row=row, state="held", receipt=naming[0])
    return PackageState(row=row, state="waiting", receipt=None)
