"""The columns of the study's tables: its parts, its versions, what changed; and one change in full.

It must not know what a part means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from assessdesk.gui.fields.status_badge import StateView
from assessdesk.gui.look.states import VisualState
from assessdesk.gui.look.tokens import Ink
from assessdesk.gui.models import Column
from assessdesk.gui.page_parts import moment
from assessdesk.gui.paper.study_text import Written
from assessdesk.gui.study.places import place_words
from assessdesk.services.definitions.diff import ADDED, MOVED, REMOVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessdesk.gui.study.rows import StudyLine
    from assessdesk.services.amendments import StudyVersion
    from assessdesk.services.definitions.diff import Difference

translate = QCoreApplication.translate
SHORT_DIGEST = 16


def line_columns() -> tuple[Column[StudyLine], ...]:
    """The columns of every part; what rests on an assumption bears a mark."""
    return (
        Column(translate("StudyTables", "About"), lambda row: row.name, 24, bold=lambda _: True),
        Column(translate("StudyTables", "What holds"), lambda row: row.words),
        Column("", lambda row: row.beside, 36, ink=lambda _: Ink.MUTED),
        Column(translate("StudyTables", "Assumption"), lambda row: ", ".join(row.assumptions), 22, state=_assumed),
    )


def text_columns() -> tuple[Column[StudyLine], ...]:
    """The columns of parts that are sentences: the rest of the width is theirs."""
    return (
        Column(translate("StudyTables", "About"), lambda row: row.name, 24, bold=lambda _: True),
        Column(translate("StudyTables", "What is not certain"), lambda row: row.words),
        Column(translate("StudyTables", "State"), lambda row: ", ".join(row.assumptions), 20, state=_assumed),
    )


def _assumed(row: StudyLine) -> StateView | None:
    return StateView(VisualState.UNUSUAL, ", ".join(row.assumptions)) if row.assumptions else None


def version_columns(language: str) -> tuple[Column[StudyVersion], ...]:
    """The columns of the versions."""
    return (
        Column(translate("StudyTables", "Version"), lambda row: row.version, 14, bold=lambda _: True),
        Column(translate("StudyTables", "State"), lambda row: _stand(row).said(), 22, state=_stand),
        Column(translate("StudyTables", "Signed by"), lambda row: row.user, 18),
        Column(translate("StudyTables", "At"), lambda row: moment(row.at, language), 28),
        Column(translate("StudyTables", "Visits opened"), lambda row: str(row.visits), 18, align_right=True),
        Column(translate("StudyTables", "Digest"), lambda row: row.digest[:SHORT_DIGEST], ink=lambda _: Ink.MUTED),
    )


def _stand(row: StudyVersion) -> StateView:
    if row.in_force:
        return StateView(VisualState.DONE, translate("StudyTables", "In force"))
    return StateView(VisualState.VOID, translate("StudyTables", "Replaced"))


def change_columns(titles: Mapping[str, str]) -> tuple[Column[Difference], ...]:
    """The columns of what changed: where, before, now; `titles` are those of what the study names by an id."""
    return (
        Column(translate("StudyTables", "Where"), lambda row: place_words(row.place, titles), 48, bold=lambda _: True),
        Column(translate("StudyTables", "Change"), _kind, 18),
        Column(translate("StudyTables", "Before"), lambda row: row.before, 34, ink=lambda _: Ink.MUTED),
        Column(translate("StudyTables", "Now"), lambda row: row.after),
    )


def _kind(row: Difference) -> str:
    words = {
        ADDED: translate("StudyTables", "added"),
        REMOVED: translate("StudyTables", "removed"),
        MOVED: translate("StudyTables", "another order"),
    }
    return words.get(row.kind, translate("StudyTables", "changed"))


def change_whole(row: Difference, titles: Mapping[str, str]) -> str:
    """Return a change in full, for the line under the table."""
    values = " → ".join(value for value in (row.before, row.after) if value)
    what = f"{place_words(row.place, titles)}, {_kind(row)}"
    return f"{what}: {values}" if values else what


def line_written(row: StudyLine) -> Written:
    """Return a row as it stands on paper; the assumptions under it are named."""
    words = ", ".join(part for part in (row.words, row.beside) if part)
    marks = f"[{', '.join(row.assumptions)}]" if row.assumptions else ""
    if not row.note:
        return Written(text=f"{row.name}: {words} {marks}".strip())
    return Written(text=f"{row.name}: {words}", note=f"{row.note} {marks}".strip())


def version_written(row: StudyVersion, language: str) -> Written:
    """Return a version as it stands on paper."""
    words = translate("StudyTables", "Version {version}, signed by {user}, {moment}")
    text = words.format(version=row.version, user=row.user, moment=moment(row.at, language))
    return Written(text=f"{text}: {_stand(row).said()}", note=row.digest)
