"""The worked scoring examples inside a study: they must come out of this program's scorers as the file states.

Checked when a file is checked and before a study takes force. It must not know how a scorer computes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from assessdesk.domain.scoring import catalogue
from assessdesk.domain.scoring.inputs import InvalidInputError
from assessdesk.domain.study import Study
from assessdesk.domain.study_conduct import Example
from assessdesk.services.definitions.faults import Fault, nearest
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.rescoring import RecordRefusedError, score_record


def check_examples(study: Study, tables: Tables, *, file: str) -> Iterator[Fault]:
    """Yield a fault for each example that comes out otherwise, or cannot be scored."""
    for number, example in enumerate(study.conduct.examples, start=1):
        yield from _check(example, tables, file=file, path=f"examples[#{number}]")


def _check(example: Example, tables: Tables, *, file: str, path: str) -> Iterator[Fault]:
    record = {"id": path, "instrument": example.scorer, "input": json.loads(example.given)}
    try:
        found = score_record(record, tables)["result"]
    except RecordRefusedError:
        what = f"There is no scorer `{example.scorer}`."
        yield Fault("DEF-312", file, f"{path}.scorer", what, nearest(example.scorer, tuple(catalogue.SCORERS)))
        return
    except InvalidInputError as refused:
        told = ", ".join(f"{name} {value}" for name, value in refused.arguments)
        what = f"`{example.scorer}` does not take this: {refused.code} {told}.".replace(" .", ".")
        yield Fault("DEF-312", file, f"{path}.given", what, "Give what `assessdesk score` takes.")
        return
    results = found if isinstance(found, Mapping) else {}
    for name, wanted in json.loads(example.expected).items():
        if name not in results:
            what = f"`{example.scorer}` has no result `{name}`."
            yield Fault("DEF-312", file, f"{path}.expected.{name}", what, nearest(name, tuple(results)))
        elif _said(results[name]) != _said(wanted):
            what = f"The program makes {_said(results[name])} of it, the example says {_said(wanted)}."
            yield Fault("DEF-312", file, f"{path}.expected.{name}", what, "Work it out again, or ask who keeps scores.")


def _said(value: object) -> str:
    """Return a result as JSON text, a decimal as the text of its digits."""
    return json.dumps(value, default=str, ensure_ascii=False)
