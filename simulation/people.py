"""Who works at the simulated site: user codes, roles and passphrases of invented people.

It must not know what they do.
"""

from __future__ import annotations

COORDINATOR, ASSESSOR, INVESTIGATOR, MONITOR = "CO-01", "AS-02", "PI-01", "MO-01"
ALLOCATOR, TRAINER, CALLER = "AL-01", "TR-01", "CA-01"

ROLES = {
    ASSESSOR: "assessor",
    INVESTIGATOR: "investigator",
    MONITOR: "monitor",
    ALLOCATOR: "allocator",
    TRAINER: "trainer",
    CALLER: "caller",
}
"""Everybody besides the coordinator, who sets the station up; the caller only where the study has calls."""

PASSPHRASES = {
    COORDINATOR: "seven quiet herons wade",
    ASSESSOR: "nine patient swans glide",
    INVESTIGATOR: "four careful owls listen",
    MONITOR: "eleven grey geese return",
    ALLOCATOR: "two hidden wrens whistle",
    TRAINER: "twelve warm stones sing",
    CALLER: "six distant bells answer",
}
