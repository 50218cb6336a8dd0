"""Every refusal that the station's store can raise has its sentence, and every place in it is filled."""

from __future__ import annotations

import ast
import string
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessdesk.storage import faults

ROOT = Path(__file__).parents[2]
SOURCES = [path for path in (ROOT / "src/assessdesk/storage").glob("*.py") if not path.name.startswith("central")]
LANGUAGES = ("en", "ko", "zh")


def _raised() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each code with the names of the arguments at the place where it is raised."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"Refusal", "Conflict"}
            ):
                code = node.args[0]
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value, frozenset(keyword.arg or "" for keyword in node.keywords)
    for known in (*faults._FROM_SQLITE.values(), *faults._FROM_SYSTEM.values()):
        yield known, frozenset({"folder", "file"})


@pytest.mark.req("SAF-009")
def test_every_refusal_has_a_sentence_whose_places_are_filled() -> None:
    sentences = tomllib.loads((ROOT / "resources" / "refusals.toml").read_text(encoding="utf-8"))
    faulty = defaultdict(list)
    raised = list(_raised())
    assert len(raised) > 40, "the search finds them"
    for code, arguments in raised:
        for language in LANGUAGES:
            sentence = sentences.get(code, {}).get(language, "")
            places = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
            if not sentence or not places <= arguments:
                faulty[code].append((language, sentence, sorted(places - arguments)))
    assert dict(faulty) == {}
