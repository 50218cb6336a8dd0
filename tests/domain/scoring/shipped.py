"""The shipped tables and one short way to score with them, for the tests of the scorers."""

import json
from pathlib import Path
from typing import Any

from assessdesk import resources
from assessdesk.domain.scoring import catalogue
from assessdesk.domain.scoring.inputs import Inputs, InvalidInputError
from assessdesk.services.definitions.tables import load_tables

TABLES = load_tables(resources.read)
VECTORS = Path(__file__).parents[2] / "vectors"


def score(instrument: str, **inputs: object) -> dict[str, Any]:
    return dict(catalogue.score(instrument, Inputs(inputs), TABLES.scoring))


def refusal(instrument: str, **inputs: object) -> str:
    """Return the code with which the inputs are refused, or what they scored."""
    try:
        return str(score(instrument, **inputs))
    except InvalidInputError as refused:
        return refused.code


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((VECTORS / name).read_text(encoding="utf-8"))
    return loaded
