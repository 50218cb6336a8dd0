"""A station whose questionnaires have invented wording, and one that is set up for the participant to answer."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from assessdesk.domain.commands import RecordChoice
from assessdesk.exchange.signatures import is_signed, public_hex
from assessdesk.ports import ParticipantRow
from assessdesk.services.desk import Desk
from assessdesk.services.text_packs import adopt, asked_items, sealed
from tests.journeys.visit import do, enrol, open_baseline

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SIGNER = public_hex(KEY)
QUESTIONS = {
    "en": "Invented question {0}: how was it?",
    "ko": "지어낸 질문 {0}: 어떠셨습니까?",
    "zh": "虚构的问题 {0}：情况怎么样？",
}
RECALL = {"en": "In the last two weeks", "ko": "지난 2주 동안", "zh": "在过去两周内"}
WORDS = {
    "en": ("Never at all", "Now and then", "Rather often", "Nearly always"),
    "ko": ("전혀 없었음", "가끔 있었음", "꽤 자주 있었음", "거의 늘 있었음"),
    "zh": ("完全没有", "偶尔有", "比较多", "几乎总是"),
}
ENDS = {"en": ("Best", "Worst"), "ko": ("가장 좋음", "가장 나쁨"), "zh": ("最好", "最差")}


def adopt_wording(desk: Desk, instrument: str, language: str) -> None:
    """Adopt an invented text pack: words for every answer of the PHQ-9, for the ends of a scale elsewhere."""
    definition = desk.instruments[instrument]
    asked = dict(asked_items(definition))
    questions = [f'"{path}" = "{QUESTIONS[language].format(place)}"' for place, path in enumerate(asked, start=1)]
    anchors: list[str] = []
    for limit in sorted({item.limit for item in asked.values() if item.limit}):
        held = desk.library.limits.values[limit]
        low, high = int(held.hard_min), int(held.hard_max)
        words = dict(enumerate(WORDS[language])) if (low, high) == (0, 3) else {}
        if not words and high <= 100:
            words = {low: ENDS[language][0], high: ENDS[language][1]}
        anchors += [f'[anchors."{limit}"]', *(f'{number} = "{said}"' for number, said in words.items())]
    lines = [
        f'instrument = "{instrument}"',
        f'edition = "{definition.edition}"',
        f'language = "{language}"',
        'licence_holder = "Holder"',
        'licence_reference = "Agreement 2025-014"',
        'date = "2025-10-01"',
        f'recall = "{RECALL[language]}"',
        "[items]",
        *questions,
        *anchors,
        "",
    ]
    adopt(desk, sealed("\n".join(lines), signer=SIGNER, sign=KEY.sign), signer=SIGNER, verify=is_signed)


def ready(desk: Desk, instrument: str, *more: RecordChoice, language: str = "en") -> tuple[ParticipantRow, str]:
    """Enrol somebody, open the baseline visit, and have an instrument answered on this screen, in a language."""
    row = enrol(desk)
    visit = open_baseline(desk, row)
    mode = RecordChoice(slot="setup.mode", code="self")
    do(desk, row, visit, instrument, RecordChoice(slot="setup.language", code=language), mode, *more)
    return row, visit
