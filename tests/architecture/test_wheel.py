"""The wheel is whole: the program runs from it, finds its resources in it, and nothing else is inside."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assessdesk import __version__
from tests.architecture.rules import PACKAGE, ROOT


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("a wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("assessdesk-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.req("DEV-008")
def test_everything_shipped_is_inside_and_nothing_else(unpacked: Path) -> None:
    inside = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    program = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")} | {"py.typed"}
    data = {path.relative_to(ROOT).as_posix() for path in (ROOT / "resources").rglob("*") if path.is_file()}
    expected = {f"assessdesk/{name}" for name in program | data}
    assert {name for name in inside if name.startswith("assessdesk/")} == expected
    assert {name.split("/")[0] for name in inside} == {"assessdesk", f"assessdesk-{__version__}.dist-info"}


@pytest.mark.req("DEV-008")
def test_the_program_runs_from_it_and_finds_its_resources(unpacked: Path, tmp_path: Path) -> None:
    script = (
        "import assessdesk, assessdesk.resources as r; print(assessdesk.__file__); print(len(r.definition_texts()))"
    )
    variables = {**os.environ, "PYTHONPATH": str(unpacked)}
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=variables, check=True, capture_output=True, text=True
    )
    place, count = found.stdout.splitlines()
    assert Path(place).is_relative_to(unpacked)
    definitions = [path for kind in ("instruments", "studies") for path in (ROOT / "resources" / kind).glob("*.toml")]
    assert int(count) == len(definitions) + 1
    check = subprocess.run(
        [sys.executable, "-m", "assessdesk", "definitions", "check"],
        cwd=tmp_path,
        env=variables,
        check=False,
        capture_output=True,
        text=True,
    )
    assert check.returncode == 0, check.stdout + check.stderr
