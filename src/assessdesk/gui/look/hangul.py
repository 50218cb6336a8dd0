"""Korean breaks lines at spaces only, Qt breaks between syllables: this joins the syllables for display.

What it returns is for painting and labels. It must never reach a value that is stored or compared.
"""

from __future__ import annotations

import re

WORD_JOINER = "\u2060"
_BETWEEN_SYLLABLES = re.compile("(?<=[\uac00-\ud7a3])(?=[\uac00-\ud7a3])")


def keep_words(text: str) -> str:
    """`text` with an invisible word joiner (U+2060) between neighbouring Hangul syllables."""
    return _BETWEEN_SYLLABLES.sub(WORD_JOINER, text)
