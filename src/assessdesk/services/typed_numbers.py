"""Numbers typed into a form, read and checked against their limits, with every finding kept beside its field.

It must not know which form asks, nor what a number is for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from assessdesk.domain.checks import Finding, Limit, Severity, check_value
from assessdesk.domain.confirmations import Confirmation
from assessdesk.domain.record import Record
from assessdesk.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """The record after a form was handed in. With findings nothing was written: hard ones refuse, soft ones ask."""

    record: Record
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Reading:
    """Reads the numbers of one form; `findings` are about fields by their name in the form."""

    desk: Desk
    confirmed: Sequence[Confirmation] = ()
    findings: list[Finding] = field(default_factory=list)

    def number(
        self, text: str, name: str, *, limit: str, needed: bool = False, usual: tuple[int, int] | None = None
    ) -> Decimal | None:
        """Return the number of a field, or None where it is empty, not accepted, or not confirmed.

        `usual` takes the place of the limit's own soft bounds.
        """
        if not text.strip() and not needed:
            return None
        value, finding = check_value(text, self._limit(limit, usual))
        if finding is not None:
            self._keep(replace(finding, field=name))
        return value

    def whole(
        self, text: str, name: str, *, limit: str, needed: bool = False, usual: tuple[int, int] | None = None
    ) -> int | None:
        """Return the whole number of a field, like `number`."""
        value = self.number(text, name, limit=limit, needed=needed, usual=usual)
        return None if value is None else int(value)

    def ask(self, code: str, name: str, **arguments: str) -> None:
        """Ask for a confirmation of something unusual, unless it was given already."""
        given = ({"field": name} | arguments).items()
        self._keep(Finding(code=code, severity=Severity.SOFT, field=name, arguments=tuple(given)))

    def _keep(self, finding: Finding) -> None:
        """Keep a finding unless it is one that was confirmed."""
        if finding.severity is Severity.HARD or named(finding) not in self._settled():
            self.findings.append(finding)

    def _settled(self) -> frozenset[str]:
        """Return what was confirmed with a reason of the list, and with words where the reason asks for them."""
        needs_words = {reason.code: reason.needs_text for reason in self.desk.library.reasons.confirmation}
        return frozenset(
            one.finding
            for one in self.confirmed
            if one.reason in needs_words and (one.text.strip() or not needs_words[one.reason])
        )

    def _limit(self, name: str, usual: tuple[int, int] | None) -> Limit:
        # A station that adopted its limits before this field existed reads it with the limits that are shipped.
        adopted = self.desk.limits or self.desk.library.limits
        limit = adopted.values.get(name) or self.desk.library.limits.values[name]
        return replace(limit, soft_min=Decimal(usual[0]), soft_max=Decimal(usual[1])) if usual else limit


def named(finding: Finding) -> str:
    """Return the name under which a confirmation of a finding is kept: its code and the field it is about."""
    return f"{finding.code}:{finding.field}"
