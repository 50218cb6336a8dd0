"""Questionnaires: the answers of an assessment shaped for the catalogue, item by item, missing ones as None.

It computes nothing that a scorer computes, and it must not know item wording or how an answer was given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal

from assessdesk.domain.record import Assessment, Record
from assessdesk.domain.scoring.fact import sum_of_all
from assessdesk.domain.scoring.promis import raw_sum
from assessdesk.domain.scoring.symptoms import distress_sum
from assessdesk.services.definitions.tables import Tables
from assessdesk.services.scores.body import calf_cm
from assessdesk.services.scores.shaping import Score, choice_at, number_at, scored, text_of

Shape = Callable[[Assessment, Record, Tables], tuple[Score, ...]]

BREAST = ("BRBI", "BRFU", "BRSEF", "BRSEE", "BRST", "BRHL", "BRAS", "BRBS")
FACT_G_PARTS = {"GP": ("gp", 7), "GS": ("gs", 7), "GE": ("ge", 6), "GF": ("gf", 7)}
BCS = (*(f"bcs.b{number}" for number in range(1, 10)), "bcs.p2")
ESS = (
    *(f"ess.es{number}" for number in range(1, 14)),
    "ess.an9",
    "ess.o2",
    "ess.c5",
    "ess.an10",
    "ess.tax1",
    "ess.brm1",
)
FATIGUE_KEY = "items_HI7_HI12_An1_An2_An3_An4_An5_An7_An8_An12_An14_An15_An16"
FATIGUE = tuple(f"core.{name.lower()}" for name in FATIGUE_KEY.split("_")[1:])
# Hui and Bruera 2017, recalled: the definition lists it among the unverified.
ESAS_PHYSICAL, ESAS_EMOTIONAL, ESAS_WELLBEING = slice(0, 6), slice(6, 8), slice(8, 9)
DIMENSIONS = ("mo", "sc", "ua", "pd", "ad")
PROMIS_RUNS = (
    ("first", 1, 4),
    ("upto6", 5, 6),
    ("upto7", 7, 7),
    ("upto8", 8, 8),
    ("upto10", 9, 10),
    ("upto20", 11, 20),
)


def answers(assessment: Assessment, slots: Iterable[str]) -> list[str | None]:
    """Return the number at each slot as text, None where there is none."""
    return [number_at(assessment, slot) for slot in slots]


def run(section: str, first: int, last: int) -> tuple[str, ...]:
    """Return the slots of numbered items, both ends included."""
    return tuple(f"{section}.q{number}" for number in range(first, last + 1))


def _named(scorer: str, result: Mapping[str, object], names: Sequence[str] | None = None) -> tuple[Score, ...]:
    """Return a scorer's named results as scores."""
    return tuple(Score(scorer=scorer, name=name, value=text_of(result.get(name))) for name in names or tuple(result))


def direct(scorer: str, **parts: Sequence[str]) -> Shape:
    """Return the shaping for a scorer of the catalogue that takes lists of answers: its input name by the slots."""

    def shape(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
        del record
        inputs = {name: answers(assessment, slots) for name, slots in parts.items()}
        return _named(f"{scorer}/1", scored(scorer, inputs, tables))

    return shape


def nrs(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the rating that was asked for, and its band."""
    del record
    value = number_at(assessment, "now.pain") or number_at(assessment, "worst.pain")
    band = text_of(scored("nrs.band", {"value": value}, tables).get("band"))
    return (
        Score(scorer="nrs.band/1", name="rating", value=value),
        Score(scorer="nrs.band/1", name="band", value=band),
    )


def sarcf(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return SARC-F, the points that the counted falls would give, and SARC-CalF with the calf of the same visit."""
    items = answers(assessment, run("core", 1, 5))
    falls = {"falls_past_year": number_at(assessment, "falls.count")}
    found = [*_named("sarcf/1", scored("sarcf", {"items": items}, tables))]
    found += [
        Score(scorer="sarcf/1", name="falls_points", value=text_of(scored("sarcf.falls_item", falls, tables)["points"]))
    ]
    inputs = {"sex": record.sex, "items": items, "calf_cm": _calf(assessment, record)}
    found += [
        Score(scorer="sarcf/1", name=f"sarccalf_{name}", value=text_of(value))
        for name, value in scored("sarccalf", inputs, tables).items()
    ]
    return tuple(found)


def _calf(assessment: Assessment, record: Record) -> str | None:
    """Return the scored calf of the same visit, if it was measured."""
    measured = record.visits[assessment.visit].of("calf")
    return calf_cm(measured) if measured else None


def phq9(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return total, band and the alert of item 9, which stands whatever the total is."""
    del record
    inputs = {"items_9": answers(assessment, run("core", 1, 9))}
    alert = text_of(scored("phq9.item9_alert", inputs, tables)["alert"])
    found = _named("phq9/1", scored("phq9", inputs, tables))
    function = number_at(assessment, "effect.function")
    return (
        *found,
        Score(scorer="phq9.item9_alert/1", name="alert", value=alert),
        Score(scorer="phq9/1", name="function", value=function),
    )


def qlq_c30(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the fifteen scales and the summary."""
    del record
    slots = (*run("core", 1, 28), *run("overall", 29, 30))
    items = {str(number): answer for number, answer in enumerate(answers(assessment, slots), start=1)}
    return _named("qlq_c30/1", scored("qlq_c30", {"items": items}, tables))


def qlq_br23(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the eight scales, of which two hold a conditional item."""
    del record
    items = {str(number): number_at(assessment, f"core.q{number}") for number in range(31, 54)}
    return tuple(
        Score(
            scorer="qlq_br23.scale/1",
            name=scale,
            value=text_of(scored("qlq_br23.scale", {"scale": scale, "items": items}, tables)["score"]),
        )
        for scale in BREAST
    )


def _general(assessment: Assessment) -> dict[str, list[str | None]]:
    """Return the answers of FACT-G by the catalogue's names."""
    return {
        name: answers(assessment, (f"{part}.{part}{number}" for number in range(1, count + 1)))
        for name, (part, count) in FACT_G_PARTS.items()
    }


def _answered(*parts: Iterable[str | None]) -> int:
    return sum(answer is not None for part in parts for answer in part)


def fact_g(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the four subscales and the total."""
    del record
    return _named("fact_g/1", scored("fact_g", _general(assessment), tables))


def fact_b(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return FACT-G, the breast subscale, the total and the index of the physical parts."""
    del record
    general = _general(assessment)
    own = answers(assessment, BCS)
    first = scored("fact_g", general, tables)
    breast = scored("fact_b.bcs", {"B1_B9_P2": own}, tables)
    inputs: dict[str, object] = {name: first[name] for name in ("PWB", "SWB", "EWB", "FWB")}
    inputs |= {"BCS": breast["BCS"], "n_answered_of_37": _answered(*general.values(), own)}
    totals = scored("fact_b.totals", inputs, tables)
    return (*_named("fact_b.totals/1", totals), *_named("fact_b.bcs/1", breast), *_named("fact_g/1", first))


def fact_es(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return FACT-G, the endocrine subscale of 19 items, and their total.

    The total needs all subscales and more than the share of answered items that every total of this family needs.
    """
    del record
    general = _general(assessment)
    own = answers(assessment, ESS)
    first = scored("fact_g", general, tables)
    endocrine = scored("fact_es.ess19", {"items_19": own}, tables)
    items = sum(len(part) for part in general.values()) + len(own)
    enough = tables.scoring.fact.enough_in_total(_answered(*general.values(), own), items)
    parts = [first[name] for name in ("PWB", "SWB", "EWB", "FWB")] + [endocrine["ESS"]]
    total = sum_of_all([None if part is None else Decimal(str(part)) for part in parts]) if enough else None
    return (
        Score(scorer="fact_es/1", name="FACTES_TOTAL", value=text_of(total)),
        *_named("fact_es.ess19/1", endocrine),
        *_named("fact_g/1", first),
    )


def womac(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the three subscales and the total."""
    shape = direct(
        "womac_likert", pain=run("pain", 1, 5), stiffness=run("stiffness", 6, 7), function=run("function", 8, 24)
    )
    return shape(assessment, record, tables)


def eq5d5l(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the state, the index by each value set side by side, and the scale."""
    del record
    digits = answers(assessment, (f"state.{dimension}" for dimension in DIMENSIONS))
    state = "".join(digit for digit in digits if digit is not None) if None not in digits else None
    indices = tuple(
        Score(
            scorer="eq5d5l/1",
            name=f"index_{name}",
            value=text_of(scored("eq5d5l", {"state": state, "value_set": name}, tables)["index"]),
        )
        for name in tables.scoring.eq5d
    )
    vas = number_at(assessment, "scale.vas")
    return (
        *indices,
        Score(scorer="eq5d5l/1", name="state", value=state),
        Score(scorer="eq5d5l/1", name="vas", value=vas),
    )


def esas(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the total distress of nine items, and its physical, emotional and well-being parts."""
    del record
    items = answers(assessment, run("core", 1, 9))
    numbers = [None if item is None else int(item) for item in items]
    parts = (("physical", ESAS_PHYSICAL), ("emotional", ESAS_EMOTIONAL), ("wellbeing", ESAS_WELLBEING))
    total = _named("esas_r/1", scored("esas_r", {"items_9": items}, tables))
    return (
        *total,
        *(Score(scorer="esas_r/1", name=name, value=text_of(distress_sum(numbers[part]))) for name, part in parts),
    )


def ipaq(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return MET-minutes and category, or why the record is excluded; sitting stands apart."""
    del record
    inputs = {
        name: answers(assessment, (f"{name}.days", f"{name}_time.minutes"))
        for name in ("vigorous", "moderate", "walking")
    }
    result = dict(scored("ipaq_sf", inputs, tables))
    names = ("met_total", "met_walk", "met_moderate", "met_vigorous", "category")
    told = tuple(name for name in ("excluded", "reason") if name in result)
    sitting = number_at(assessment, "sitting.minutes")
    return (
        *_named("ipaq_sf/1", result, (*names, *told)),
        Score(scorer="ipaq_sf/1", name="sitting", value=sitting, unit="min"),
    )


def promis(assessment: Assessment, record: Record, tables: Tables) -> tuple[Score, ...]:
    """Return the raw sum; the T-score stays empty until the table of the exact form is loaded."""
    del record, tables
    length = int((choice_at(assessment, "setup.length") or "n0").removeprefix("n"))
    slots = [
        f"{section}.q{number}"
        for section, first, last in PROMIS_RUNS
        for number in range(first, last + 1)
        if number <= length
    ]
    items = [None if item is None else int(item) for item in answers(assessment, slots)]
    return (
        Score(scorer="promis_sf/1", name="raw_sum", value=text_of(raw_sum(items))),
        Score(scorer="promis_sf/1", name="t_score", value=None),
    )


SCORERS: Mapping[str, Shape] = {
    "nrs.band/1": nrs,
    "sarcf/1": sarcf,
    "phq9/1": phq9,
    "bpi_sf/1": direct(
        "bpi_sf",
        severity_worst_least_average_now=run("severity", 3, 6),
        interference_7=tuple(f"interference.q9{letter}" for letter in "abcdefg"),
    ),
    "bfi/1": direct("bfi", items_9=run("core", 1, 9)),
    "mdasi/1": direct("mdasi", severity_13=run("severity", 1, 13), interference_6=run("interference", 14, 19)),
    "qlq_c30/1": qlq_c30,
    "qlq_br23/1": qlq_br23,
    "fact_g/1": fact_g,
    "fact_b/1": fact_b,
    "fact_es/1": fact_es,
    "facit_fatigue/1": direct("facit_fatigue", **{FATIGUE_KEY: FATIGUE}),
    "womac_likert/1": womac,
    "m_sacrah/1": direct(
        "m_sacrah", function=run("function", 1, 8), stiffness=run("stiffness", 9, 10), pain=run("pain", 11, 12)
    ),
    "eq5d5l/1": eq5d5l,
    "esas_r/1": esas,
    "ipaq_sf/1": ipaq,
    "promis_sf/1": promis,
}
