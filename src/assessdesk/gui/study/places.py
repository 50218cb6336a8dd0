"""The places of a definition in the reader's words: its keys translated, what has a title by its title.

A key without words is shown as it stands in the file. It must not know what changed, nor what is uncertain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assessdesk.domain.instrument import Instrument
    from assessdesk.domain.study import Study


def key_words() -> dict[str, str]:
    """What the keys of studies and instruments are called, by the key with spaces for its underscores."""
    translate = QCoreApplication.translate
    return {
        "version": translate("DefinitionPlaces", "version"),
        "visits": translate("DefinitionPlaces", "visit"),
        "battery": translate("DefinitionPlaces", "instruments"),
        "week": translate("DefinitionPlaces", "week"),
        "days before": translate("DefinitionPlaces", "days before"),
        "days after": translate("DefinitionPlaces", "days after"),
        "anchor": translate("DefinitionPlaces", "counted from"),
        "anchors": translate("DefinitionPlaces", "day to count from"),
        "title": translate("DefinitionPlaces", "title"),
        "text": translate("DefinitionPlaces", "text"),
        "languages": translate("DefinitionPlaces", "languages"),
        "sexes": translate("DefinitionPlaces", "sexes"),
        "minimum age": translate("DefinitionPlaces", "lowest age"),
        "sample size": translate("DefinitionPlaces", "participants planned"),
        "arms": translate("DefinitionPlaces", "group"),
        "blinding": translate("DefinitionPlaces", "blinding"),
        "blinded": translate("DefinitionPlaces", "blinded"),
        "hide earlier results": translate("DefinitionPlaces", "earlier results hidden"),
        "certification": translate("DefinitionPlaces", "certificates"),
        "months": translate("DefinitionPlaces", "months"),
        "instruments": translate("DefinitionPlaces", "instruments"),
        "eligibility": translate("DefinitionPlaces", "criterion"),
        "at least": translate("DefinitionPlaces", "at least"),
        "below": translate("DefinitionPlaces", "below"),
        "consent versions": translate("DefinitionPlaces", "information sheet"),
        "valid from": translate("DefinitionPlaces", "used from"),
        "facts": translate("DefinitionPlaces", "fact asked"),
        "options": translate("DefinitionPlaces", "choice"),
        "statuses": translate("DefinitionPlaces", "status"),
        "reasons": translate("DefinitionPlaces", "reason"),
        "sessions": translate("DefinitionPlaces", "exercise sessions"),
        "per week": translate("DefinitionPlaces", "times a week"),
        "weeks": translate("DefinitionPlaces", "weeks"),
        "minutes": translate("DefinitionPlaces", "minutes"),
        "modes": translate("DefinitionPlaces", "way of holding"),
        "exercises": translate("DefinitionPlaces", "exercise"),
        "sets": translate("DefinitionPlaces", "sets"),
        "repetitions": translate("DefinitionPlaces", "repetitions"),
        "not held": translate("DefinitionPlaces", "reason for not holding"),
        "calls": translate("DefinitionPlaces", "calls"),
        "count": translate("DefinitionPlaces", "number"),
        "every days": translate("DefinitionPlaces", "days between"),
        "attempts": translate("DefinitionPlaces", "attempts"),
        "ways": translate("DefinitionPlaces", "way of finding out"),
        "sites": translate("DefinitionPlaces", "site"),
        "hours": translate("DefinitionPlaces", "office hours"),
        "phone": translate("DefinitionPlaces", "telephone"),
        "roles": translate("DefinitionPlaces", "role"),
        "primary outcomes": translate("DefinitionPlaces", "primary outcome"),
        "assumptions": translate("DefinitionPlaces", "assumption"),
        "assumption": translate("DefinitionPlaces", "assumption"),
        "examples": translate("DefinitionPlaces", "worked example"),
        "expected": translate("DefinitionPlaces", "expected result"),
        "given": translate("DefinitionPlaces", "given values"),
        "registry": translate("DefinitionPlaces", "registry"),
        "summary": translate("DefinitionPlaces", "page for the participant"),
        "source": translate("DefinitionPlaces", "source"),
        "cycle days": translate("DefinitionPlaces", "days of a cycle"),
        "remote": translate("DefinitionPlaces", "held at a distance"),
        "emergency": translate("DefinitionPlaces", "emergency"),
        "limit": translate("DefinitionPlaces", "limits"),
        "script": translate("DefinitionPlaces", "what is said"),
        "do": translate("DefinitionPlaces", "what is done"),
        "trials": translate("DefinitionPlaces", "trials"),
        "scorer": translate("DefinitionPlaces", "scoring"),
        "timing": translate("DefinitionPlaces", "clock"),
        "cap s": translate("DefinitionPlaces", "end of the clock"),
        "stop rules": translate("DefinitionPlaces", "reasons to stop"),
        "extra": translate("DefinitionPlaces", "extra trial"),
        "rest s": translate("DefinitionPlaces", "rest"),
        "rest before s": translate("DefinitionPlaces", "rest before"),
        "only if": translate("DefinitionPlaces", "condition"),
        "hint": translate("DefinitionPlaces", "hint"),
        "first time only": translate("DefinitionPlaces", "first time only"),
        "default": translate("DefinitionPlaces", "offered value"),
        "edition": translate("DefinitionPlaces", "edition"),
    }


def place_words(place: Sequence[str], titles: Mapping[str, str]) -> str:
    """Return a place as one phrase; each part is a key, an id, or a key and the id or number of one of many."""
    known = key_words()
    return ", ".join(_part(part, known, titles) for part in place)


def _part(part: str, known: Mapping[str, str], titles: Mapping[str, str]) -> str:
    if part in titles:
        return titles[part]
    plain = part.replace("_", " ")
    if plain in known:
        return known[plain]
    keys = [key for key in known if part.startswith(f"{key} ")]
    if not keys:
        return part
    key = max(keys, key=len)
    which = part.removeprefix(f"{key} ")
    return f"{known[key]} {titles.get(which, which)}"


def titles_of_study(study: Study, instruments: Mapping[str, Instrument], language: str) -> dict[str, str]:
    """Return the titles of what a study names by an id; groups keep theirs, which not everybody may read."""
    found = {visit.id: visit.title for visit in study.visits}
    found |= {anchor.id: anchor.title for anchor in study.conduct.anchors}
    found |= {fact.id: fact.title for fact in study.conduct.facts}
    found |= {name: instrument.title for name, instrument in instruments.items()}
    return {name: title.get(language) for name, title in found.items()}


def titles_of_instrument(instrument: Instrument, language: str) -> dict[str, str]:
    """Return the titles of the sections of an instrument and of what they ask."""
    return dict(_titled(instrument, language))


def _titled(instrument: Instrument, language: str) -> Iterator[tuple[str, str]]:
    for section in instrument.sections:
        yield from ((item.id, item.title.get(language)) for item in section.items)
    # Last: a section's own title goes before that of an item of the same id.
    yield from ((section.id, section.title.get(language)) for section in instrument.sections)
