"""GLIS 2024 (Kirk 2024): a concept without cut-offs, so that no class can be given.

It must not know other definitions of sarcopenia.
"""

from assessdesk.domain.scoring.inputs import Inputs
from assessdesk.domain.scoring.outcome import Result


def score_class(inputs: Inputs) -> Result:
    """Score `glis.class`: always "not_defined", whatever was measured."""
    inputs.only("sex", "age", "grip_kg", "asmi", "gait_mps")
    for name in ("grip_kg", "asmi", "gait_mps"):
        inputs.decimal(name)
    return {"class": "not_defined"}
