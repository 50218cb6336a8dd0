"""The shipped lists of reasons: complete, chosen by the same digit everywhere, worded in every language."""

import pytest

from assessdesk import resources
from assessdesk.services.definitions.faults import DefinitionFaults
from assessdesk.services.definitions.reasons import load_reasons, parse_reasons
from assessdesk.services.definitions.shapes import LANGUAGES

REASONS = load_reasons(resources.read)


@pytest.mark.req("DEF-020")
def test_every_code_is_there_and_no_other() -> None:
    codes = [f"ND{number:02d}" for number in range(1, 16)] + ["ND99"]
    assert [reason.code for reason in REASONS.not_done] == codes
    assert [reason.code for reason in REASONS.void] == ["V1", "V2", "V3", "V4", "V5"]
    assert [reason.code for reason in REASONS.confirmation] == ["C1", "C2", "C3", "C4"]


@pytest.mark.req("DEF-021")
def test_a_digit_means_the_same_reason_everywhere() -> None:
    keys = {reason.code: reason.key for reason in REASONS.not_done_for_trial}
    first_page = {f"ND{digit:02d}": str(digit) for digit in range(1, 10)}
    second_page = {"ND10": "00", "ND11": "01", "ND12": "02", "ND13": "03", "ND99": "09"}
    assert keys == first_page | second_page
    for reasons in (REASONS.void, REASONS.confirmation):
        assert [reason.key for reason in reasons] == [reason.code[-1] for reason in reasons]


@pytest.mark.req("DEF-020")
def test_a_missed_visit_and_a_skip_are_not_for_a_person_to_choose() -> None:
    assert not REASONS.find("ND14").may_be_chosen
    assert not REASONS.find("ND15").may_be_chosen
    assert REASONS.find("ND07").may_be_chosen


@pytest.mark.req("DEF-020")
def test_physical_reasons_are_those_of_the_body() -> None:
    physical = {reason.code for reason in REASONS.not_done if reason.physical}
    assert physical == {"ND02", "ND03", "ND04", "ND05", "ND06"}
    assert REASONS.find("ND15").physical is None


@pytest.mark.req("DEF-020")
def test_other_needs_words_and_only_other() -> None:
    every = (*REASONS.not_done, *REASONS.void, *REASONS.confirmation)
    assert {reason.code for reason in every if reason.needs_text} == {"ND99", "V5", "C4"}


@pytest.mark.req("DEF-020")
def test_every_reason_has_words_in_every_language() -> None:
    for reason in (*REASONS.not_done, *REASONS.void, *REASONS.confirmation):
        assert all(reason.title.has(language) for language in LANGUAGES), reason.code


@pytest.mark.req("DEF-020")
def test_an_unknown_code_has_no_reason() -> None:
    with pytest.raises(KeyError):
        REASONS.find("ND42")


@pytest.mark.req("DEF-021")
def test_a_key_that_begins_another_is_refused() -> None:
    text = resources.read("reasons.toml").replace('key = "9"', 'key = "0"', 1)
    with pytest.raises(DefinitionFaults) as refused:
        parse_reasons(text)
    assert {fault.code for fault in refused.value.faults} == {"DEF-401"}
