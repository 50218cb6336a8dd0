"""The tools behind `dev.py check` see the faults they are for."""

import ast
import ctypes
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tools import licences, locks, refcounts, traceability

HASH = "--hash=sha256:" + "0" * 64


@pytest.mark.req("DEV-004")
def test_the_committed_locks_are_whole() -> None:
    assert locks.main() == 0


@pytest.mark.req("DEV-004")
@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("six==1.17.0", "not pinned with a hash"),
        (f"six>=1.17.0 {HASH}", "not pinned with a hash"),
        (f"--extra-index-url somewhere\nsix==1.17.0 {HASH}", "an address or a source option"),
        (f"six @ file://here/six.whl {HASH}", "an address or a source option"),
    ],
)
def test_a_spoilt_lock_is_seen(tmp_path: Path, line: str, fault: str) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"{line}\n", encoding="utf-8")
    assert any(fault in sentence for sentence in locks.faults_in(lock))
    lock.write_text(f"six==1.17.0 \\\n    {HASH}\n", encoding="utf-8")
    assert locks.faults_in(lock) == []


@pytest.mark.req("DEV-004")
def test_a_package_locked_for_one_python_only_is_seen(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"six==1.17.0 ; python_full_version < '3.12' {HASH}\n", encoding="utf-8")
    faults = locks.missing_from(lock, [Requirement("six>=1.16")])
    assert [sentence.split("for ")[1][:11] for sentence in faults] == ["Python 3.12", "Python 3.13"]


@pytest.mark.req("DEV-005")
def test_the_pyside_in_use_keeps_its_references(qapp: object) -> None:
    probe = refcounts.Probe()
    assert refcounts.lost_references(lambda: probe.setEnabled(True)) <= refcounts.TOLERANCE
    assert refcounts.lost_references(lambda: probe.announced.emit(True)) <= refcounts.TOLERANCE


@pytest.mark.req("DEV-005")
def test_a_call_that_drops_a_reference_is_seen() -> None:
    none = ctypes.py_object(None)
    try:
        lost = refcounts.lost_references(lambda: ctypes.pythonapi.Py_DecRef(none))
    finally:
        for _ in range(refcounts.CALLS):
            ctypes.pythonapi.Py_IncRef(none)
    # From Python 3.12 on None is immortal: nothing can drop its count, and the defect cannot bite.
    assert lost > refcounts.TOLERANCE or sys.version_info >= (3, 12)


@pytest.mark.req("DEV-006")
def test_marks_are_found_wherever_they_stand() -> None:
    source = """
pytestmark = pytest.mark.req("CAP-001")

@pytest.mark.req("CAP-002", "CAP-003")
def test_plain(): ...

@pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.req("CAP-004"))])
def test_parameters(x): ...

@pytest.mark.req("CAP-005")
class TestGroup:
    def test_inside(self): ...
    def fixture(self): ...
"""
    assert dict(traceability.tests_in(ast.parse(source))) == {
        "test_plain": {"CAP-001", "CAP-002", "CAP-003"},
        "test_parameters": {"CAP-001", "CAP-004"},
        "TestGroup::test_inside": {"CAP-001", "CAP-005"},
    }


@pytest.mark.req("DEV-006")
def test_faults_of_the_requirements_document_are_seen() -> None:
    text = "## Capture (CAP)\n| CAP-001 | One. |\n| CAP-001 | Two. |\n| LED-001 | Lost. |\n| CAP-2 | Short. |\n"
    rows, faults = traceability.read_requirements(text)
    assert rows == {"CAP-001": "One.", "LED-001": "Lost."}
    assert len(faults) == 3
    for place, fault in (("3", "stands twice"), ("4", "in the section of CAP"), ("5", "not a row")):
        assert any(f":{place}:" in sentence and fault in sentence for sentence in faults)


@pytest.fixture
def small_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one requirement, one test that proves it, and no matrix yet."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "requirements.md").write_text("## Capture (CAP)\n| CAP-001 | One. |\n", encoding="utf-8")
    proof = '@pytest.mark.req("CAP-001")\ndef test_one(): ...\n'
    (tmp_path / "tests" / "test_one.py").write_text(proof, encoding="utf-8")
    monkeypatch.setattr(traceability, "ROOT", tmp_path)
    monkeypatch.setattr(traceability, "TESTS", tmp_path / "tests")
    monkeypatch.setattr(traceability, "REQUIREMENTS", tmp_path / "docs" / "requirements.md")
    monkeypatch.setattr(traceability, "MATRIX", tmp_path / "docs" / "validation" / "traceability.md")
    return tmp_path


@pytest.mark.req("DEV-006")
@pytest.mark.usefixtures("small_project")
def test_a_stale_matrix_fails_once_and_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert traceability.main() == 1
    assert "out of date" in capsys.readouterr().out
    assert traceability.main() == 0
    assert "`test_one.py::test_one`" in traceability.MATRIX.read_text(encoding="utf-8")


@pytest.mark.req("DEV-006")
def test_a_requirement_without_a_test_and_a_mark_without_a_requirement_fail(
    small_project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    traceability.main()
    test = small_project / "tests" / "test_one.py"
    test.write_text(test.read_text(encoding="utf-8").replace("CAP-001", "CAP-002"), encoding="utf-8")
    assert traceability.main() == 1
    said = capsys.readouterr().out
    assert "CAP-001 has no test" in said
    assert "CAP-002, which requirements.md does not know" in said


@pytest.mark.req("DEV-007")
def test_the_committed_licences_are_those_of_what_is_installed() -> None:
    text, faults = licences.page()
    assert faults == []
    assert licences.PAGE.read_text(encoding="utf-8") == text


@pytest.mark.req("DEV-007")
def test_a_package_of_unknown_licence_is_a_fault() -> None:
    text, fault = licences.row(Requirement("no-such-package-anywhere==1.0"))
    assert text == "| no-such-package-anywhere | 1.0 |  |"
    assert "declares no licence" in fault
