"""Scores worked out from typed values with fractions, by the published rules: a second, independent calculation.

It imports nothing of the program. Sources stand with each rule; what cannot be computed is None.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Values = Mapping[str, str]
Results = dict[str, str | None]

C30_FUNCTION = {"PF2": (1, 2, 3, 4, 5), "RF2": (6, 7), "EF": (21, 22, 23, 24), "CF": (20, 25), "SF": (26, 27)}
C30_SYMPTOM = {
    "FA": (10, 12, 18), "NV": (14, 15), "PA": (9, 19), "DY": (8,), "SL": (11,), "AP": (13,), "CO": (16,), "DI": (17,),
    "FI": (28,),
}  # fmt: skip
BR23_FUNCTION = {"BRBI": (39, 40, 41, 42), "BRFU": (43,)}
BR23_SYMPTOM = {
    "BRSEF": (44, 45), "BRSEE": (46,), "BRST": (31, 32, 33, 34, 36, 37, 38), "BRHL": (35,), "BRAS": (47, 48, 49),
    "BRBS": (50, 51, 52, 53),
}  # fmt: skip


def number(values: Values, slot: str) -> Fraction | None:
    """Return what was measured at a slot; None where nothing was, or a reason stands there."""
    text = values.get(slot, "")
    return None if not text or text.startswith("ND") else Fraction(text)


def said(value: Fraction | None, places: int) -> str | None:
    """Return a number with so many places, half away from zero."""
    if value is None:
        return None
    exact = Decimal(
        value.numerator * 10 ** (places + 8) // value.denominator
    )  # eight digits decide every rounding here
    return f"{(exact / 10 ** (places + 8)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def middle(numbers: Sequence[Fraction]) -> Fraction:
    """Return the mean."""
    return sum(numbers, Fraction(0)) / len(numbers)


def scores(instrument: str, values: Values) -> Results:
    """Return the results of one instrument that the tally counts; none for an instrument without a result."""
    rules = {
        "nrs_pain": _nrs, "sarc_f": _sarc_f, "qlq_c30": _qlq_c30, "qlq_br23": _qlq_br23, "facit_fatigue": _facit,
        "bia_inbody": _bia, "calf": _calf, "grip_strength": _grip, "gait_6m": _gait, "chair_stand_5": _chair,
        "bpi_sf": _bpi, "m_sacrah": _m_sacrah, "womac": _womac, "ipaq_sf": _ipaq, "tug": _tug,
    }  # fmt: skip
    rule = rules.get(instrument)
    return rule(values) if rule else {}


def _nrs(values: Values) -> Results:
    return {"rating": said(number(values, "now.pain"), 0)}


def _sarc_f(values: Values) -> Results:
    """Sum of five items, missing when one is (Malmstrom and Morley 2013)."""
    items = [number(values, f"core.q{n}") for n in range(1, 6)]
    given = [item for item in items if item is not None]
    return {"total": said(sum(given, Fraction(0)), 0) if len(given) == len(items) else None}


def _qlq(values: Values, section: str, items: Sequence[int], *, top: int, function: bool) -> Fraction | None:
    """Linear transformation of the mean of at least half of the items (Fayers et al. 2001)."""
    given = [one for n in items if (one := number(values, f"{section}.q{n}")) is not None]
    if 2 * len(given) < len(items):
        return None
    share = (middle(given) - 1) / (top - 1)
    return 100 * (1 - share if function else share)


def _qlq_c30(values: Values) -> Results:
    """Fifteen scales, and the summary of thirteen of them with symptoms turned round (Giesinger et al. 2016)."""
    function = {name: _qlq(values, "core", items, top=4, function=True) for name, items in C30_FUNCTION.items()}
    symptom = {name: _qlq(values, "core", items, top=4, function=False) for name, items in C30_SYMPTOM.items()}
    found = function | symptom | {"QL2": _qlq(values, "overall", (29, 30), top=7, function=False)}
    parts = [*function.values(), *(None if one is None else 100 - one for name, one in symptom.items() if name != "FI")]
    given = [part for part in parts if part is not None]
    summary = middle(given) if len(given) == len(parts) else None
    return {name: said(one, 2) for name, one in (found | {"SUM": summary}).items()}


def _qlq_br23(values: Values) -> Results:
    """Eight scales (Sprangers et al. 1996)."""
    found = {name: _qlq(values, "core", items, top=4, function=True) for name, items in BR23_FUNCTION.items()}
    found |= {name: _qlq(values, "core", items, top=4, function=False) for name, items in BR23_SYMPTOM.items()}
    return {name: said(one, 2) for name, one in found.items()}


def _facit(values: Values) -> Results:
    """Items turned round but An5 and An7, prorated when more than half are answered (FACIT guideline, version 4)."""
    names = ("hi7", "hi12", "an1", "an2", "an3", "an4", "an5", "an7", "an8", "an12", "an14", "an15", "an16")
    given = [
        one if name in {"an5", "an7"} else 4 - one
        for name in names
        if (one := number(values, f"core.{name}")) is not None
    ]
    enough = 2 * len(given) > len(names)
    return {"total": said(sum(given, Fraction(0)) * len(names) / len(given), 3) if enough else None}


def _bia(values: Values) -> Results:
    """Lean mass of four limbs, and masses over height squared."""
    limbs = [number(values, f"measured.{name}") for name in ("arm_r", "arm_l", "leg_r", "leg_l")]
    given = [limb for limb in limbs if limb is not None]
    asm = sum(given, Fraction(0)) if len(given) == len(limbs) else None
    height = number(values, "measured.height")
    square = (height / 100) ** 2 if height else None

    def index(mass: Fraction | None) -> str | None:
        return None if mass is None or square is None else said(mass / square, 2)

    return {
        "asm": said(asm, 2),
        "asmi": index(asm),
        "ffmi": index(number(values, "measured.ffm")),
        "fmi": index(number(values, "measured.fat_mass")),
    }


def _calf(values: Values) -> Results:
    """Mean of two readings of each calf; the right one counts."""
    found: Results = {}
    for side in ("right", "left"):
        given = [one for n in (1, 2) if (one := number(values, f"calf.{side}.{n}.reading")) is not None]
        found[f"calf_{side}"] = said(middle(given), 2) if len(given) == 2 else None  # noqa: PLR2004 - two readings
    return found | {"calf_cm": found["calf_right"]}


def _grip(values: Values) -> Results:
    """Best of each hand and of both (Roberts et al. 2011), mean of three where all are there."""
    found: Results = {}
    best: list[Fraction] = []
    for side in ("right", "left"):
        trials = [number(values, f"squeeze.{side}.{n}.grip") for n in (1, 2, 3)]
        given = [one for one in trials if one is not None]
        best += [max(given)] if given else []
        found[f"best_{side}"] = said(max(given), 1) if given else None
        found[f"mean_{side}"] = said(middle(given), 1) if len(given) == len(trials) else None
    return found | {"best_overall": said(max(best), 1) if best else None}


def _gait(values: Values) -> Results:
    """Six metres over the mean of two times."""
    given = [one for n in (1, 2) if (one := number(values, f"gait.{n}.time")) is not None]
    return {"speed_mps": said(6 / middle(given), 3) if given else None}


def _chair(values: Values) -> Results:
    """Time of five stands and its points (Guralnik et al. 1994); nobody who cannot rise has a time, only 0 points."""
    seconds = number(values, "stands.1.time")
    if seconds is None:
        return {"time_s": None, "points": "0" if values.get("pretest.result") == "unable" else None}
    limits = (Fraction("11.19"), Fraction("13.69"), Fraction("16.69"), Fraction(60))
    points = next((4 - place for place, limit in enumerate(limits) if seconds <= limit), 0)
    return {"time_s": said(seconds, 2), "points": str(points)}


def _tug(values: Values) -> Results:
    """Mean of two trials."""
    given = [one for n in (1, 2) if (one := number(values, f"walk.{n}.time")) is not None]
    return {"tug_s": said(middle(given), 2) if given else None}


def _bpi(values: Values) -> Results:
    """Mean of four ratings; mean of interference when more than half are answered (Cleeland 2009)."""
    severity = [number(values, f"severity.q{n}") for n in range(3, 7)]
    rated = [one for one in severity if one is not None]
    disturbed = [one for letter in "abcdefg" if (one := number(values, f"interference.q9{letter}")) is not None]
    return {
        "severity_mean": said(middle(rated), 2) if len(rated) == len(severity) else None,
        "interference_mean": said(middle(disturbed), 2) if len(disturbed) > 3 else None,  # noqa: PLR2004 - more than half of seven
    }


def _m_sacrah(values: Values) -> Results:
    """Means of three parts and the mean of those (Sautner et al. 2004)."""
    parts = {"function": range(1, 9), "stiffness": range(9, 11), "pain": range(11, 13)}
    means = {
        part: middle([one for n in numbers if (one := number(values, f"{part}.q{n}")) is not None])
        for part, numbers in parts.items()
    }
    return {name: said(one, 1) for name, one in (means | {"total": middle(list(means.values()))}).items()}


def _womac(values: Values) -> Results:
    """Sums of five, two and seventeen items, and of all (LK3.1)."""
    parts = {"pain": range(1, 6), "stiffness": range(6, 8), "function": range(8, 25)}
    sums = {
        part: sum((number(values, f"{part}.q{n}") or Fraction(0) for n in numbers), Fraction(0))
        for part, numbers in parts.items()
    }
    return {name: said(one, 2) for name, one in (sums | {"total": sum(sums.values(), Fraction(0))}).items()}


def _ipaq(values: Values) -> Results:
    """MET-minutes a week: 8 vigorous, 4 moderate, 3.3 walking (protocol of 2005); bouts here last 10 to 90 min."""
    parts = {}
    for kind, mets in (("vigorous", Fraction(8)), ("moderate", Fraction(4)), ("walking", Fraction("3.3"))):
        days, minutes = number(values, f"{kind}.days"), number(values, f"{kind}_time.minutes")
        parts[kind] = mets * (days or 0) * (minutes or 0)
    return {
        "met_vigorous": said(parts["vigorous"], 1),
        "met_moderate": said(parts["moderate"], 1),
        "met_walk": said(parts["walking"], 1),
        "met_total": said(sum(parts.values(), Fraction(0)), 1),
    }
