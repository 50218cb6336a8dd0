"""Places of definitions are said in the reader's words: no key and no id of a file is left in another language."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from assessdesk import resources
from assessdesk.gui.look.icons import icon_folder
from assessdesk.gui.study.places import key_words, place_words, titles_of_instrument, titles_of_study
from assessdesk.services.definitions.diff import compare
from tests.journeys.visit import library

STUDY = "KCT0008961"


@pytest.mark.req("GUI-534")
def test_a_changed_window_is_named_by_its_visit() -> None:
    titles = titles_of_study(library().studies[STUDY], library().instruments, "en")
    assert place_words(("visits week_18", "days after"), titles) == "visit Week 18, days after"
    assert place_words(("sample size",), titles) == "participants planned"
    assert place_words(("visits", "battery"), titles) == "visit, instruments"


@pytest.mark.req("GUI-534")
def test_a_key_without_words_stays_and_groups_keep_their_ids() -> None:
    titles = titles_of_study(library().studies[STUDY], library().instruments, "en")
    assert place_words(("new_key 3",), titles) == "new_key 3"
    assert place_words(("arms exercise",), titles) == "group exercise"


@pytest.mark.req("GUI-534")
def test_a_place_of_an_instrument_is_named_by_its_sections() -> None:
    titles = titles_of_instrument(library().instruments["safety_screen"], "en")
    assert place_words(("again", "rest_before_s"), titles) == "Second reading after 5 min, rest before"


@pytest.mark.req("GUI-534")
@pytest.mark.parametrize("language", ["ko", "zh"])
def test_no_shipped_place_is_left_in_english(qapp: QApplication, language: str) -> None:
    translator = QTranslator()
    assert translator.load(str(icon_folder()).rpartition("theme")[0] + f"i18n/assessdesk_{language}.qm")
    qapp.installTranslator(translator)
    try:
        words = key_words()
        left = {
            part
            for instrument in library().instruments.values()
            for line in instrument.unverified
            for part in line.partition(": ")[0].split(".")
            if part.replace("_", " ") not in words and part not in titles_of_instrument(instrument, language)
        }
        assert left == set()
        assert not any(said.isascii() for said in words.values())
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.req("GUI-534")
def test_every_shipped_open_check_is_said_in_every_language() -> None:
    said = library().unverified_words
    due = {line.partition(": ")[2] for instrument in library().instruments.values() for line in instrument.unverified}
    assert due - set(said) == set()
    assert set(said) - due == set(), "these stand in no definition any more"
    assert not any(words[language].isascii() for words in said.values() for language in ("ko", "zh"))


@pytest.mark.req("GUI-534")
def test_what_an_amendment_touches_has_words() -> None:
    text = resources.read("studies/kct0008961.toml")
    changed = text.replace("sample_size = 46", "sample_size = 52").replace("per_week = 3", "per_week = 2")
    titles = titles_of_study(library().studies[STUDY], library().instruments, "en")
    said = [place_words(one.place, titles) for one in compare(text, changed)]
    assert said == ["participants planned", "exercise sessions, times a week"]
