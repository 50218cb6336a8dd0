"""From the text of a definition file to an `Instrument` or a `Study`, or to everything that is wrong with it.

The text is handed in and kept exactly, with its digest, because a record is read for ever with the definition it was
made with. This module opens no file and must not know who adopts a definition.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from assessdesk.domain.instrument import (
    Check,
    Condition,
    Cue,
    ExtraTrialRule,
    Instrument,
    Item,
    ItemKind,
    Option,
    Script,
    Section,
    Timing,
    TrialPlan,
)
from assessdesk.domain.study import Study
from assessdesk.domain.values import LocalText
from assessdesk.services.definitions import shapes
from assessdesk.services.definitions.checks import Known, check_instrument
from assessdesk.services.definitions.faults import (
    DefinitionFaults,
    Fault,
    check_leaves,
    digest_of,
    exact_text,
    parse_toml,
)
from assessdesk.services.definitions.numbers import opened_out
from assessdesk.services.definitions.reasons import Reasons, parse_reasons
from assessdesk.services.definitions.shaping import check_wording, shape_of, words_of
from assessdesk.services.definitions.study_checks import check_study
from assessdesk.services.definitions.study_shapes import StudyShape
from assessdesk.services.definitions.study_shaping import study_from

_ORDER: Final = ("reasons", "instrument", "study")

__all__ = ["DefinitionFaults", "Definitions", "Fault", "Known", "library", "parse_instrument", "parse_study"]


@dataclass(frozen=True, slots=True)
class Definitions:
    """All definitions that are shipped: instruments and studies by id, and the lists of reasons."""

    instruments: Mapping[str, Instrument]
    studies: Mapping[str, Study]
    reasons: Reasons


def parse_instrument(text: str, *, file: str = "instrument.toml", known: Known | None = None) -> Instrument:
    """Return the instrument that a text defines. Raises DefinitionFaults with all faults at once.

    Without `known` limits, scorers and reasons are not looked up: a definition adopted long ago is read that way.
    """
    root = opened_out(parse_toml(text, file))
    shape, faults = shape_of(root, shapes.InstrumentShape, file)
    found = [
        *faults,
        *check_leaves(root, file),
        *check_instrument(root, file, known),
        *check_wording(root, file, needed=shapes.LANGUAGES),
    ]
    if found or shape is None:
        raise DefinitionFaults(_once(found))
    return _instrument(shape, text)


def parse_study(text: str, known_instruments: Collection[str] | None, *, file: str = "study.toml") -> Study:
    """Return the study that a text defines. Raises DefinitionFaults with all faults at once.

    `known_instruments` are ids that a battery may name; None leaves them unchecked (a study adopted long ago).
    """
    root = parse_toml(text, file)
    shape, faults = shape_of(root, StudyShape, file)
    found = [
        *faults,
        *check_leaves(root, file),
        *check_study(root, file, known_instruments),
        *check_wording(root, file, needed=root.words("languages"), exempt=("assumptions",)),
    ]
    if found or shape is None:
        raise DefinitionFaults(_once(found))
    return study_from(shape, text)


def library(
    texts: Mapping[str, str], *, limits: Collection[str], scorers: Collection[str], devices: Collection[str] = ()
) -> Definitions:
    """Return all definitions among texts by name, such as `instruments/grip_strength.toml` or `reasons.toml`.

    What a text defines is told from its keys. `limits`, `scorers` and (where given) kinds of `devices` are the names an
    instrument may use. Raises DefinitionFaults with the faults of all files.
    """
    faults: list[Fault] = []
    kinds: dict[str, str] = {}
    for name, text in texts.items():
        try:
            kinds[name] = kind_of(text, file=name)
        except DefinitionFaults as refused:
            faults += refused.faults
    reasons = Reasons((), (), ())
    instruments: dict[str, Instrument] = {}
    studies: dict[str, Study] = {}
    ids = {PurePosixPath(name).stem for name, kind in kinds.items() if kind == "instrument"}
    for name, kind in sorted(kinds.items(), key=lambda each: _ORDER.index(each[1])):
        try:
            if kind == "reasons":
                reasons = parse_reasons(texts[name], file=name)
            elif kind == "instrument":
                codes = frozenset(reason.code for reason in reasons.not_done_for_trial)
                known = Known(frozenset(limits), frozenset(scorers), codes, frozenset(devices))
                instrument = parse_instrument(texts[name], file=name, known=known)
                faults += check_file_name(instrument.id, name)
                instruments[instrument.id] = instrument
            else:
                study = parse_study(texts[name], ids, file=name)
                faults += check_file_name(study.id, name)
                studies[study.id] = study
        except DefinitionFaults as refused:
            faults += refused.faults
    if faults:
        raise DefinitionFaults(faults)
    return Definitions(instruments, studies, reasons)


def kind_of(text: str, *, file: str) -> str:
    """Return `instrument`, `study` or `reasons` by the keys at the top. Raises DefinitionFaults for anything else."""
    root = parse_toml(text, file)
    for key, kind in (("sections", "instrument"), ("visits", "study"), ("not_done", "reasons")):
        if key in root.table:
            return kind
    what = "This file defines neither an instrument nor a study nor reasons."
    raise DefinitionFaults((Fault("DEF-109", file, "", what, "It needs `sections`, `visits` or `not_done`."),))


def check_file_name(identity: str, name: str) -> tuple[Fault, ...]:
    """Return a fault when the id is not the file's stem: batteries name instruments by id, people look for files."""
    stem = PurePosixPath(name).stem
    if identity.lower() == stem:
        return ()
    what = f"The id is `{identity}`, but the file is called `{stem}.toml`."
    return (Fault("DEF-212", name, "id", what, f"Call the file `{identity.lower()}.toml`, or change the id."),)


def _once(faults: Collection[Fault]) -> tuple[Fault, ...]:
    """Drop a fault that two checks found at the same place."""
    return tuple({(fault.code, fault.key_path, fault.what): fault for fault in faults}.values())


def _words_or_none(shape: shapes.WordsShape | None) -> LocalText | None:
    return words_of(shape) if shape is not None else None


def _instrument(shape: shapes.InstrumentShape, text: str) -> Instrument:
    return Instrument(
        id=shape.id,
        edition=shape.edition,
        title=words_of(shape.title),
        participant_title=words_of(shape.participant_title),
        icon=shape.icon,
        scorer=shape.scorer,
        licence=shape.licence,
        source=shape.source,
        estimated_minutes=shape.estimated_minutes,
        effort=shape.effort,
        stop_rules=tuple(words_of(rule) for rule in shape.stop_rules),
        side_not_done_codes=tuple(shape.side_not_done_codes),
        sections=tuple(_section(section) for section in shape.sections),
        digest=digest_of(text),
        text=exact_text(text),
        unverified=tuple(f"{path}: {why}" for path, why in shape.unverified.items()),
        checks=tuple(Check(check.rule, dict(check.slots)) for check in shape.checks),
        limb=shape.limb,
        ship_class=shape.ship_class or "",
        headings_only=shape.headings_only,
        licence_holder=shape.licence_holder or "",
    )


def _section(shape: shapes.SectionShape) -> Section:
    script = shape.script
    return Section(
        id=shape.id,
        title=words_of(shape.title),
        items=tuple(_item(item) for item in shape.items),
        script=Script(words_of(script.say), _words_or_none(script.during), _words_or_none(script.do))
        if script
        else None,
        trials=_trials(shape.trials) if shape.trials else None,
        timing=_timing(shape.timing) if shape.timing else None,
        only_if=_condition(shape.only_if) if shape.only_if else None,
        rest_before_s=shape.rest_before_s,
        setup=shape.setup,
        first_time_only=shape.first_time_only,
    )


def _condition(shape: shapes.ConditionShape) -> Condition:
    return Condition(shape.slot, tuple(shape.codes), _digits(shape.at_least), _digits(shape.below))


def _digits(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _item(shape: shapes.ItemShape) -> Item:
    return Item(
        id=shape.id,
        kind=ItemKind(shape.kind),
        title=words_of(shape.title),
        hint=_words_or_none(shape.hint),
        unit=shape.unit,
        limit=shape.limit or "",
        options=tuple(Option(option.code, words_of(option.title)) for option in shape.options),
        keep=shape.keep,
        station=shape.station,
        devices=tuple(shape.devices),
        default=shape.default or "",
    )


def _trials(shape: shapes.TrialsShape) -> TrialPlan:
    extra = shape.extra
    return TrialPlan(
        count=shape.count,
        sides=tuple(shape.sides),
        rest_s=shape.rest_s,
        rest_scope=shape.rest_scope,
        extra=ExtraTrialRule(_digits(extra.difference), _digits(extra.share), extra.rule or "") if extra else None,
        void_repeats=shape.void_repeats,
    )


def _timing(shape: shapes.TimingShape) -> Timing:
    cues = tuple(Cue(cue.at_s, words_of(cue.say)) for cue in sorted(shape.cues, key=lambda cue: cue.at_s))
    return Timing(shape.cap_s, shape.repetitions, shape.cap_code or "", _words_or_none(shape.stop_label), cues)
