"""Every code has a sentence in every language, and every code the core can raise is in the file."""

import re
from pathlib import Path

import pytest

import assessdesk
from assessdesk import resources
from assessdesk.services.definitions.messages import Language, MessagesRefusedError, load_messages, placeholders

MESSAGES = load_messages(resources.read)
CODE = re.compile(r'"((?:VALUE|UNIT|INPUT|LINE)_[A-Z_]+)"')


def codes_in_source() -> set[str]:
    root = Path(assessdesk.__file__).parent
    files = [*(root / "domain" / "scoring").glob("*.py"), root / "domain" / "checks.py"]
    files.append(root / "services" / "rescoring.py")
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.req("CHK-012")
def test_every_code_that_can_be_raised_has_a_sentence() -> None:
    codes = codes_in_source()
    assert {"VALUE_IMPOSSIBLE", "UNIT_OTHER", "INPUT_MISSING", "LINE_NOT_JSON"} <= codes
    assert codes <= set(MESSAGES.sentences)


@pytest.mark.req("CHK-012")
@pytest.mark.parametrize("code", sorted(MESSAGES.sentences))
def test_a_sentence_is_filled_in_every_language(code: str) -> None:
    arguments = [(name, f"<{name}>") for name in placeholders(MESSAGES.sentences[code][Language.ENGLISH])]
    spoken = [MESSAGES.sentence(code, arguments, language) for language in Language]
    assert len(set(spoken)) == len(Language) or code == "LINE_INPUT_REFUSED"
    assert all(f"<{name}>" in sentence for name, _ in arguments for sentence in spoken)
    assert re.search("[가-힣]", spoken[1])
    assert re.search("[一-鿿]", spoken[2])


FAULTY = (
    ('[A]\nen = "a"\nko = "b"\n', "exactly one sentence"),
    ('[A]\nen = "a"\nko = "b"\nzh = "c"\nfr = "d"\n', "exactly one sentence"),
    ('[A]\nen = "a"\nko = " "\nzh = "c"\n', "empty sentence"),
    ('[A]\nen = "a {x}"\nko = "b"\nzh = "c {x}"\n', "same placeholders"),
    ('[A]\nen = "a {x"\nko = "b"\nzh = "c"\n', "pair the braces"),
    ("[A", "not valid TOML"),
)


@pytest.mark.req("CHK-012")
@pytest.mark.parametrize(("text", "words"), FAULTY)
def test_an_incomplete_sentence_is_refused(text: str, words: str) -> None:
    with pytest.raises(MessagesRefusedError, match=words):
        load_messages(lambda _: text)


@pytest.mark.req("CHK-012")
def test_an_unknown_code_or_a_missing_argument_is_a_defect() -> None:
    with pytest.raises(KeyError):
        MESSAGES.sentence("NO_SUCH_CODE", [])
    with pytest.raises(KeyError):
        MESSAGES.sentence("INPUT_MISSING", [])
