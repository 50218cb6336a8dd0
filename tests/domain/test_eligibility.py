"""The verdict of a study's criteria: inclusion met, exclusion not met, one of a group enough, numbers exact."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessdesk.domain.eligibility import EXCLUSION, INCLUSION, NotAnAnswer, Stand, Verdict, is_met, judge
from assessdesk.domain.study_conduct import Criterion
from assessdesk.domain.values import LocalText
from tests.services.conducted import CRITERIA, ELIGIBLE

BONE = CRITERIA[-1]


def verdict(**changes: str) -> Verdict:
    return judge(CRITERIA, {**ELIGIBLE, **changes}).verdict


@pytest.mark.req("PEO-001")
def test_inclusion_has_to_be_met_and_exclusion_must_not() -> None:
    assert verdict() is Verdict.ELIGIBLE
    assert verdict(neoadjuvant="no") is Verdict.NOT_ELIGIBLE
    assert verdict(metastasis="yes") is Verdict.NOT_ELIGIBLE


@pytest.mark.req("PEO-001")
@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("-2.5", Verdict.ELIGIBLE),
        ("-2.50", Verdict.ELIGIBLE),
        ("-2.6", Verdict.NOT_ELIGIBLE),
        ("-2.5001", Verdict.NOT_ELIGIBLE),
    ],
)
def test_a_t_score_is_excluded_strictly_below_its_bound(answer: str, expected: Verdict) -> None:
    assert verdict(bone_density=answer) is expected


@pytest.mark.req("PEO-001")
@pytest.mark.parametrize(
    ("pain", "vitamin", "expected"),
    [
        ("3", "no", Verdict.ELIGIBLE),
        ("2.9", "yes", Verdict.ELIGIBLE),
        ("3", "unknown", Verdict.ELIGIBLE),
        ("2.9", "unknown", Verdict.INCOMPLETE),
        ("unknown", "no", Verdict.INCOMPLETE),
        ("2", "no", Verdict.NOT_ELIGIBLE),
    ],
)
def test_one_criterion_of_a_group_is_enough(pain: str, vitamin: str, expected: Verdict) -> None:
    assert verdict(pain=pain, low_vitamin_d=vitamin) is expected


@pytest.mark.req("PEO-001")
def test_what_is_unknown_leaves_the_verdict_open_but_a_failure_decides() -> None:
    assert judge(CRITERIA, {}).verdict is Verdict.INCOMPLETE
    assert verdict(metastasis="unknown") is Verdict.INCOMPLETE
    assert verdict(metastasis="unknown", neoadjuvant="no") is Verdict.NOT_ELIGIBLE


@pytest.mark.req("PEO-002")
def test_only_what_is_waivable_is_waived() -> None:
    low = {**ELIGIBLE, "bone_density": "-2.6"}
    assert judge(CRITERIA, low, ("bone_density",)).verdict is Verdict.ELIGIBLE
    spread = {**ELIGIBLE, "metastasis": "yes"}
    assert judge(CRITERIA, spread, ("metastasis",)).verdict is Verdict.NOT_ELIGIBLE
    held = judge(CRITERIA, ELIGIBLE, ("bone_density",))
    assert held.standing(Stand.WAIVED) == ()


@pytest.mark.req("PEO-001")
@pytest.mark.parametrize("answer", ["", "maybe", "1e3", "NaN", "-2,5", "+1", "Infinity", "1 2"])
def test_what_is_no_answer_is_refused_by_name(answer: str) -> None:
    with pytest.raises(NotAnAnswer) as refused:
        is_met(BONE, answer)
    assert (refused.value.criterion, refused.value.answer) == ("bone_density", answer)
    with pytest.raises(NotAnAnswer):
        is_met(CRITERIA[0], answer)


@pytest.mark.req("PEO-001")
@given(
    low=st.decimals(min_value=-50, max_value=50, places=2),
    high=st.decimals(min_value=-50, max_value=50, places=2),
    value=st.decimals(min_value=-60, max_value=60, places=2),
)
def test_bounds_hold_together_and_strict_ones_are_strict(low: Decimal, high: Decimal, value: Decimal) -> None:
    value = abs(value) if value.is_zero() else value
    text = LocalText({"en": "A number"})
    closed = Criterion(id="a", kind=INCLUSION, text=text, answer="number", at_least=low, at_most=high)
    opened = Criterion(id="a", kind=INCLUSION, text=text, answer="number", above=low, below=high)
    assert is_met(closed, format(value, "f")) == (low <= value <= high)
    assert is_met(opened, format(value, "f")) == (low < value < high)


@pytest.mark.req("PEO-001")
@given(
    kinds=st.lists(st.sampled_from([INCLUSION, EXCLUSION]), min_size=1, max_size=6),
    said=st.lists(st.sampled_from(["yes", "no", "unknown"]), min_size=6, max_size=6),
)
def test_answering_an_unknown_never_turns_a_refusal_into_a_yes(kinds: list[str], said: list[str]) -> None:
    text = LocalText({"en": "A question"})
    criteria = [Criterion(id=f"c{place}", kind=kind, text=text) for place, kind in enumerate(kinds)]
    answers = {criterion.id: answer for criterion, answer in zip(criteria, said, strict=False)}
    before = judge(criteria, answers).verdict
    wanted = {criterion.id: "yes" if criterion.kind == INCLUSION else "no" for criterion in criteria}
    filled = {name: wanted[name] if answer == "unknown" else answer for name, answer in answers.items()}
    after = judge(criteria, filled).verdict
    assert after is (Verdict.NOT_ELIGIBLE if before is Verdict.NOT_ELIGIBLE else Verdict.ELIGIBLE)
