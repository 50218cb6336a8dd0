"""Describes an adverse event in full, in the codes of the safety rules. It must not know where it came up."""

from __future__ import annotations

from assessdesk.services.adverse_events import Description
from simulation.workplace import Site


def described(running: Site, term: str, grade: str) -> Description:
    """Return the description of something mild that came and went today."""
    choices = running.desk.library.safety.choices
    today = running.clock.now()
    return Description(
        term=term,
        onset=today.date().isoformat(),
        end=today.date().isoformat(),
        grade=grade,
        serious="no",
        relation_assessment=choices["relation"][0][0],
        relation_exercise=choices["relation"][0][0],
        relation_treatment=choices["relation"][0][0],
        action=choices["action"][0][0],
        outcome=choices["outcome"][0][0],
        reporter=choices["reporter"][0][0],
        known_at=today.strftime("%Y-%m-%d %H:%M"),
    )
