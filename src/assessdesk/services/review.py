"""Review and signature: what is open, every result with its sources, and the signed digest of what was seen.

A signature is given after re-authentication. This module must not know how a page looks.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from assessdesk.domain.events import ScoreShown, VisitSigned, plain_decimal
from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.slots import is_measured, slots_of
from assessdesk.domain.values import Missing, Quantity
from assessdesk.domain.wire import canonical
from assessdesk.ports import Refusal
from assessdesk.services import rule_queries
from assessdesk.services.assessments import battery_of, context_of, finished
from assessdesk.services.beginning import ON_SITE, mode_of
from assessdesk.services.blinding import log_due
from assessdesk.services.desk import Desk, participant_fact
from assessdesk.services.judgement import unusual
from assessdesk.services.scores import Score, scores_of
from assessdesk.services.session import mark
from assessdesk.services.signers import Signers, require_true_meaning, signers_of
from assessdesk.services.visit_plans import visit_title

if TYPE_CHECKING:
    from assessdesk.services.class_rows import ClassRow

MEANINGS = ("performed", "reviewed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """One result of a visit. `state` is done, missing or open; `sources` are the values it was computed from.

    `title`, `label` and `said` are words: instrument, result and its value in the language asked for. `judgement` is
    empty, or how the instrument was administered and whether its result may be used; `mode` is how it was held where
    that was not on site.
    """

    instrument: str
    title: str
    name: str
    value: str | None
    unit: str
    sources: tuple[str, ...]
    state: str
    note: str
    judgement: str = ""
    mode: str = ""
    label: str = ""
    said: str = ""


WORDS = frozenset({"title", "label", "said"})
"""What of a row is words, and so no part of the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Everything a person sees before signing, and the digest of its results.

    `classes` follow from the results by rule and are no part of the digest; they wait until nothing is open. `signers`
    says who has to sign.
    """

    code: str
    visit: str
    visit_title: str
    date: str
    rows: tuple[ResultRow, ...]
    classes: tuple[ClassRow, ...]
    open_instruments: tuple[str, ...]
    signed_by: str
    signed_at: str
    digest: str
    signers: Signers

    @property
    def digest_code(self) -> str:
        """The digest as four groups of four signs, as shown and printed."""
        text = self.digest[:16].upper()
        return " ".join(text[i : i + 4] for i in range(0, 16, 4))


def review_of(desk: Desk, record: Record, visit: str, *, language: str) -> Review:
    """Return what there is to review at a visit."""
    held = record.visits[visit]
    rows: list[ResultRow] = []
    open_titles: list[str] = []
    for definition in battery_of(desk, held):
        title = definition.title.get(language)
        assessment = held.of(definition.id)
        is_open = assessment is None or not finished(desk, record, visit, definition.id)
        if is_open:
            open_titles.append(title)
        if assessment is None:
            rows.append(
                ResultRow(
                    instrument=definition.id,
                    title=title,
                    name="",
                    value=None,
                    unit="",
                    sources=(),
                    state="open",
                    note="",
                )
            )
            continue
        scores = scores_of(definition, assessment, record, desk.library.tables)
        found = [
            _in_words(_row(desk, record, visit, score, assessment=assessment, title=title), desk, language)
            for score in scores
            if not (score.kept_back and desk.in_force.blinded)
        ]
        said = unusual(record, assessment.id)
        mode = mode_of(record, assessment.id)
        found = [replace(row, judgement=said, mode="" if mode == ON_SITE else mode) for row in found]
        rows += [replace(row, state="open", note="") if is_open and row.value is None else row for row in found]
    return Review(
        code=record.code,
        visit=visit,
        visit_title=visit_title(desk, held, language),
        date=held.date,
        rows=tuple(rows),
        classes=() if open_titles else _classes(desk, record, visit, language),
        open_instruments=tuple(open_titles),
        signed_by=held.signing.user if held.signing else "",
        signed_at=held.signing.at.isoformat(timespec="minutes") if held.signing else "",
        digest=digest_of(record, visit, rows),
        signers=signers_of(desk, record, visit),
    )


def _classes(desk: Desk, record: Record, visit: str, language: str) -> tuple[ClassRow, ...]:
    """Return the classes that may be seen; their rules are read for a study that shows them only."""
    if not desk.in_force.show_classifications:
        return ()
    from assessdesk.services.class_rows import class_rows

    return class_rows(desk, record, visit, language=language)


def digest_of(record: Record, visit: str, rows: list[ResultRow]) -> str:
    """Return the SHA-256 of what is seen: the participant's code, the visit and every row, without its words."""
    seen = [
        {key: value for key, value in asdict(row).items() if key not in WORDS and (value or key != "mode")}
        for row in rows
    ]
    document = {"code": record.code, "visit": visit, "rows": [_listed(row) for row in seen]}
    return hashlib.sha256(canonical(document)).hexdigest()


def _listed(row: dict[str, object]) -> dict[str, object]:
    """Return a row with its tuple of sources as a list, as JSON has it."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}


def _row(desk: Desk, record: Record, visit: str, score: Score, *, assessment: Assessment, title: str) -> ResultRow:
    """Return the row of one score with the trials behind it."""
    context = context_of(desk, record, visit, assessment.instrument)
    side = score.name.rpartition("_")[2]
    sources: list[str] = []
    codes: list[str] = []
    for slot in slots_of(context, assessment):
        live = assessment.live(slot.key)
        if not is_measured(slot) or live is None or (side in {"right", "left"} and slot.side != side):
            continue
        if isinstance(live.value, Quantity):
            sources.append(plain_decimal(live.value.value))
        elif isinstance(live.value, Missing) and live.value.code not in codes:
            codes.append(live.value.code)
    return ResultRow(
        instrument=assessment.instrument,
        title=title,
        name=score.name,
        value=score.value,
        unit=score.unit,
        sources=tuple(sources),
        state="done" if score.value is not None else "missing",
        note=", ".join(codes),
    )


def _in_words(row: ResultRow, desk: Desk, language: str) -> ResultRow:
    """Return a row with the words for its name and value."""
    words = desk.library.result_words
    said = "" if row.value is None else words.value(row.instrument, row.value, language)
    return replace(row, label=words.title(row.instrument, row.name, language), said=said)


def sign(desk: Desk, record: Record, visit: str, *, meaning: str, passphrase: str, seen: Review) -> None:
    """Sign a visit after re-authentication; the digest of what was seen goes into the fact.

    Raises Refusal: something is open, a wrong passphrase, the record has changed since it was seen, or somebody else
    did what is signed for as one's own.
    """
    desk.require("sign")
    if meaning not in MEANINGS:
        raise Refusal("MEANING_NEEDED")
    current = desk.record(record.participant)
    require_true_meaning(desk, current, visit, meaning)
    if log_due(desk, current, visit):
        raise Refusal("BLINDING_LOG_OPEN")
    fresh = review_of(desk, current, visit, language="en")
    if fresh.open_instruments:
        raise Refusal("STILL_OPEN", count=len(fresh.open_instruments), what=", ".join(fresh.open_instruments))
    if fresh.digest != seen.digest:
        raise Refusal("CHANGED_SINCE_SEEN", code=record.code)
    if not desk.is_author(passphrase):
        raise Refusal("WRONG_PASSPHRASE", user=desk.author.user)
    scores = tuple(
        ScoreShown(scorer=row.instrument, name=row.name, value=row.value) for row in seen.rows if row.value is not None
    )
    event = VisitSigned(participant=record.participant, visit=visit, meaning=meaning, digest=seen.digest, scores=scores)
    asked = rule_queries.drafts(desk, current, visit)
    desk.append(participant_fact(record.participant, event, path=visit, definition=desk.in_force.digest), *asked)
    mark(desk, clean=False)
