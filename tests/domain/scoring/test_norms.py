"""Whole tables, written out a second time: norms, value sets, item maps and answer ranges."""

from decimal import Decimal

import pytest

from tests.domain.scoring.shipped import TABLES, refusal, score

# Rikli & Jones 1999: age, women, men; 25th to 75th percentile.
RIKLI_JONES = """
60-64 12-17 14-19
65-69 11-16 12-18
70-74 10-15 12-17
75-79 10-15 11-17
80-84 9-14 10-15
85-89 8-13 8-14
90-94 4-11 7-12
"""

# Bohannon 2006: age, upper limit of the mean in s.
BOHANNON = (("60-69", "9.0"), ("70-79", "10.2"), ("80-99", "12.7"))

# Kim 2016 and Luo 2017: decrements of levels 2 to 5; mobility, self-care, usual activities, pain, anxiety.
VALUE_SETS = {
    "KR": (
        ".046 .032 .021 .042 .033",
        ".058 .050 .051 .053 .046",
        ".133 .078 .100 .166 .102",
        ".251 .122 .175 .207 .137",
    ),
    "CN": (
        ".066 .048 .045 .058 .049",
        ".158 .116 .107 .138 .118",
        ".287 .210 .194 .252 .215",
        ".345 .253 .233 .302 .258",
    ),
}


def between(text: str) -> tuple[int, int]:
    low, high = (int(end) for end in text.split("-"))
    return low, high


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize("row", RIKLI_JONES.strip().splitlines())
def test_chair_stand_norms_at_every_age_and_both_limits(row: str) -> None:
    ages, *limits = row.split()
    first, last = between(ages)
    for sex, limit in zip("FM", limits, strict=True):
        low, high = between(limit)
        for age in range(first, last + 1):
            bands = [
                score("cst30.norm", sex=sex, age=age, reps=reps)["band"] for reps in (low - 1, low, high, high + 1)
            ]
            assert bands == ["below", "average", "average", "above"]


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize("sex", ["F", "M"])
def test_chair_stand_norms_end_at_their_ages(sex: str) -> None:
    assert [score("cst30.norm", sex=sex, age=age, reps=12)["band"] for age in (59, 95)] == ["no_norm"] * 2


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize(("ages", "upper"), BOHANNON)
def test_tug_norms_at_every_age(ages: str, upper: str) -> None:
    first, last = between(ages)
    above = str(Decimal(upper) + Decimal("0.01"))
    for age in range(first, last + 1):
        assert score("tug.bohannon", age=age, time_s=upper) == {"worse_than_average": False}
        assert score("tug.bohannon", age=age, time_s=above) == {"worse_than_average": True}


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize("country", VALUE_SETS)
def test_every_level_of_every_dimension_takes_off_what_was_published(country: str) -> None:
    for level, row in enumerate(VALUE_SETS[country], start=2):
        constant = Decimal(0)
        if country == "KR":
            constant = Decimal("0.096") + (Decimal("0.078") if level >= 4 else 0)
        for place, decrement in enumerate(row.split()):
            state = "1" * place + str(level) + "1" * (4 - place)
            expected = 1 - constant - Decimal(decrement)
            assert Decimal(score("eq5d5l", state=state, value_set=country)["index"]) == expected, state


@pytest.mark.req("SCO-003")
def test_the_item_maps_of_the_eortc_questionnaires() -> None:
    """Fayers 2001: every item stands in exactly one scale."""
    for scales, numbers in ((TABLES.scoring.eortc.c30, range(1, 31)), (TABLES.scoring.eortc.br23, range(31, 54))):
        assert sorted(item for scale in scales for item in scale.items) == list(numbers)
    highest = {scale.name: scale.item_at_most for scale in (*TABLES.scoring.eortc.c30, *TABLES.scoring.eortc.br23)}
    assert {name for name, most in highest.items() if most == 7} == {"QL2"}
    assert {most for name, most in highest.items() if name != "QL2"} == {4}
    assert score("qlq_br23.scale", scale="BRAS", items={"47": 4, "48": 4, "49": 4}) == {"score": "100.00"}
    assert score("qlq_br23.scale", scale="BRAS", items={"47": 1, "48": 2, "49": None}) == {"score": "16.67"}
    assert score("qlq_br23.scale", scale="BRSEE", items={"46": 3}) == {"score": "66.67"}
    names = {scale.name for scale in (*TABLES.scoring.eortc.c30, *TABLES.scoring.eortc.br23) if scale.function}
    assert names == {"PF2", "RF2", "EF", "CF", "SF", "BRBI", "BRFU"}


@pytest.mark.req("SCO-003")
def test_units_are_exact() -> None:
    assert TABLES.scoring.units.kgf_per_lbf == Decimal("0.45359237")
    assert TABLES.scoring.units.newton_per_kgf == Decimal("9.80665")


@pytest.mark.req("SCO-003")
def test_ipaq_limits_in_met_minutes() -> None:
    """IPAQ scoring protocol 2005; no whole minutes reach these sums exactly in every mix, so the table is read."""
    cutoffs = TABLES.scoring.ipaq
    limits = (cutoffs.high_vigorous_met, cutoffs.high_all_met, cutoffs.moderate_all_met)
    assert limits == (Decimal(1500), Decimal(3000), Decimal(600))


TOP = (
    ("sppb.gait4m", {"times_s": ["5.00", "4.00"], "rule": "best"}, {"times_s": ["5.00"] * 3, "rule": "best"}),
    ("sppb.gait3m", {"times_s": ["5.00", "4.00"], "rule": "best"}, {"times_s": ["5.00"] * 3, "rule": "best"}),
    ("tug.score", {"trials_s": ["9.00"] * 3, "rule": "mean"}, {"trials_s": ["9.00"] * 4, "rule": "mean"}),
    ("awgs2019.low_performance", {"sppb": 12}, {"sppb": 13}),
    ("ewgsop2.low_performance", {"sppb": 12}, {"sppb": 13}),
    ("esas_r", {"items_9": [10] * 9}, {"items_9": [11] * 9}),
    ("phq9", {"items_9": [3] * 9}, {"items_9": [4] * 9}),
    ("re_ms.eligibility", {"bpi": 10}, {"bpi": 11}),
    ("m_sacrah.total", {"domain_means": ["100"] * 3}, {"domain_means": ["100.1"] * 3}),
    (
        "womac_likert",
        {"pain": [4] * 5, "stiffness": [4] * 2, "function": [4] * 17},
        {"pain": [5] * 5, "stiffness": [4] * 2, "function": [4] * 17},
    ),
    (
        "ipaq_sf",
        {"vigorous": [0, 0], "moderate": [0, 0], "walking": [7, 1440]},
        {"vigorous": [0, 0], "moderate": [0, 0], "walking": [7, 1441]},
    ),
)


@pytest.mark.req("SCO-007")
@pytest.mark.parametrize(("instrument", "highest", "above"), TOP, ids=[row[0] for row in TOP])
def test_the_highest_answer_is_taken_and_one_more_is_refused(
    instrument: str, highest: dict[str, object], above: dict[str, object]
) -> None:
    assert not refusal(instrument, **highest).startswith("INPUT")
    assert refusal(instrument, **above).startswith("INPUT")


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize("domain", ["function", "stiffness", "pain"])
def test_m_sacrah_takes_complete_domains_only(domain: str) -> None:
    answers = {"function": ["20"] * 8, "stiffness": ["40", "50"], "pain": ["35", "45"]}
    result = score("m_sacrah", **(answers | {domain: [None, *answers[domain][1:]]}))
    assert (result[domain], result["total"]) == (None, None)


@pytest.mark.req("SCO-005")
@pytest.mark.parametrize(("answered", "computed"), [(21, False), (22, True)])
def test_fact_g_needs_more_than_eighty_percent_of_27_items(answered: int, computed: bool) -> None:
    """21 of 27 is 77.8 %, 22 of 27 is 81.5 %; every subscale has more than half in both."""
    missing = 27 - answered
    blanks = [min(3, missing), min(3, max(0, missing - 3)), 0, 0]
    sizes = {"GP": 7, "GS": 7, "GE": 6, "GF": 7}
    items = {
        key: [2] * (size - blank) + [None] * blank for (key, size), blank in zip(sizes.items(), blanks, strict=True)
    }
    assert (score("fact_g", **items)["FACTG"] is not None) == computed


@pytest.mark.req("SCO-005")
def test_the_shares_of_the_facit_guideline() -> None:
    tables = TABLES.scoring.fact
    assert (tables.subscale_answered_above_percent, tables.total_answered_above_percent) == (50, 80)


@pytest.mark.req("SCO-003")
@pytest.mark.parametrize(("age", "flags"), [(59, ("outside_reference_age",)), (60, ())])
def test_awgs2019_flags_an_age_below_its_reference(age: int, flags: tuple[str, ...]) -> None:
    assert score("awgs2019.class", low_strength=True, low_mass=True, low_performance=True, age=age)["flags"] == flags
