"""Study codes: two stations never give out the same one, and a slip of the pen is noticed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessdesk.domain.codes import (
    ALPHABET,
    PRACTICE_SITE,
    STATIONS,
    MalformedCode,
    WrongCheckCharacter,
    is_practice,
    make_code,
    read_code,
)

SITES = st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True)
COUNTS = st.integers(min_value=1, max_value=20_000)
LETTERS = st.sampled_from(STATIONS)


@pytest.mark.req("PEO-005")
@given(site=SITES, letters=st.tuples(LETTERS, LETTERS), counts=st.tuples(COUNTS, COUNTS))
def test_two_stations_never_give_out_the_same_code(
    site: str, letters: tuple[str, str], counts: tuple[int, int]
) -> None:
    assume((letters[0], counts[0]) != (letters[1], counts[1]))
    first, second = (make_code(site, f"{site}-{letter}", count) for letter, count in zip(letters, counts, strict=True))
    assert first != second


@pytest.mark.req("PEO-005")
@given(site=SITES, letter=LETTERS, count=COUNTS)
def test_a_code_begins_with_its_site_and_is_read_back(site: str, letter: str, count: int) -> None:
    code = make_code(site, f"{site}-{letter}", count)
    assert code.startswith(f"{site}-")
    assert read_code(f" {code.lower()} ") == code


@pytest.mark.req("PEO-005")
@given(site=SITES, letter=LETTERS, count=COUNTS, data=st.data())
def test_a_wrong_digit_or_check_character_or_a_swap_is_noticed(
    site: str, letter: str, count: int, data: st.DataObject
) -> None:
    code = make_code(site, f"{site}-{letter}", count)
    # The site's letter is left out: a code of a site that the study does not have is refused by the study.
    places = [place for place, sign in enumerate(code) if sign != "-" and place > 0]
    place = data.draw(st.sampled_from(places))
    if data.draw(st.booleans()):
        signs = "0123456789" if code[place].isdigit() else ALPHABET
        typed = code[:place] + data.draw(st.sampled_from(signs)) + code[place + 1 :]
    else:
        assume(place + 1 in places)
        typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assume(typed != code)
    with pytest.raises((WrongCheckCharacter, MalformedCode)):
        read_code(typed)


@pytest.mark.req("PRA-002")
@given(site=SITES.filter(lambda site: site != PRACTICE_SITE), letter=LETTERS, counts=st.tuples(COUNTS, COUNTS))
def test_an_invented_participant_has_a_code_that_no_station_gives_out(
    site: str, letter: str, counts: tuple[int, int]
) -> None:
    assert is_practice(f"{site}-P")
    assert not is_practice(f"{site}-{letter}")
    invented = make_code(site, f"{site}-P", counts[0])
    assert invented.startswith(f"{PRACTICE_SITE}-{counts[0]:03d}-")
    assert read_code(invented) == invented
    assert invented != make_code(site, f"{site}-{letter}", counts[1])
