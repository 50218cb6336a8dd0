"""Scores of an assessment, re-derived from its facts by the very functions that `assessdesk score` runs.

It shapes the facts into a scorer's input; it computes nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessdesk.domain.instrument import Instrument
from assessdesk.domain.record import Assessment, Record
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores import battery, body, chair, questionnaires, strength, walking
from assessdesk.services.scores.shaping import Inputs, Score, scored

__all__ = ["SCORERS", "Inputs", "Score", "scored", "scores_of"]

SCORERS: Mapping[str, Callable[[Assessment, Record, Tables], tuple[Score, ...]]] = {
    "grip/1": strength.grip_scores(
        "best_overall", "best_right", "best_left", "mean_right", "mean_left", scorer="grip/1"
    ),
    "grip.asht/1": strength.grip_scores(
        "mean_dominant", "mean_right", "mean_left", "best_right", "best_left", scorer="grip.asht/1"
    ),
    "grip.awgs/1": strength.grip_scores("best_overall", "best_right", "best_left", scorer="grip.awgs/1"),
    "knee/1": strength.knee,
    "sppb.chair5/1": chair.chair5,
    "ftsts_seat/1": chair.chair5_seat,
    "cst30/1": chair.chair30,
    "gait.4m/1": walking.gait(4, rule="best", points="sppb.gait4m"),
    "gait.3m/1": walking.gait(3, rule="best", points="sppb.gait3m"),
    "gait.6m/1": walking.gait(6, rule="mean"),
    "gait.10m/1": walking.gait(10, rule="mean"),
    "tug/1": walking.tug,
    "walk6/1": walking.walk6,
    "walk400/1": walking.walk400,
    "sppb.balance/1": battery.balance,
    "sppb/1": battery.sppb,
    "safety/1": lambda *_: (),  # a safety screen makes holds, no results
    "none/1": lambda *_: (),  # an instrument whose values are the results
    **body.SCORERS,
    **questionnaires.SCORERS,
}


def scores_of(instrument: Instrument, assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the scores of an assessment, main result first."""
    return SCORERS[instrument.scorer](assessment, record, tables)
