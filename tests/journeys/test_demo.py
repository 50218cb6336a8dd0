"""The demo as a stranger runs it: what it leaves behind opens with public tools, and nothing stands in the clear."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PATIENCE_S = 600


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Run the demo once in a folder with a space, with a home and a temporary folder of its own."""
    root = tmp_path_factory.mktemp("a demo")
    out, home, temporary = root / "out", root / "home", root / "temporary"
    for folder in (home, temporary):
        folder.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),
        "TMPDIR": str(temporary),
        "XDG_CACHE_HOME": str(home / "cache"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-m", "assessdesk", "demo", "--headless", "--out", str(out)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root, done.stdout


def code_of(out: Path) -> str:
    """Return the study code that the demo assessed, as its page shows it."""
    text = subprocess.run(
        ["pdftotext", str(out / "summary.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    return next(word for word in text.split() if word.startswith("S01-") and word.count("-") == 2)


@pytest.mark.req("CLI-001")
def test_the_demo_leaves_everything_behind_and_says_what(demo: tuple[Path, str]) -> None:
    root, said = demo
    out = root / "out"
    assert {path.name for path in out.iterdir()} >= {
        "station",
        "packages",
        "keys",
        "central.sqlite",
        "summary.pdf",
        "screens",
    }
    assert len(list((out / "screens").glob("*.png"))) >= 25
    assert "Verified                       unbroken" in said
    assert "Signed visits safe at central  1 of 1" in said


@pytest.mark.req("CLI-002")
def test_a_package_shows_its_manifest_to_public_tools(demo: tuple[Path, str]) -> None:
    out = demo[0] / "out"
    package = next((out / "packages").glob("*.age"))
    opened = subprocess.run(
        ["age", "-d", "-i", str(out / "keys" / "central.txt"), str(package)], capture_output=True, check=True
    )
    plain = subprocess.run(["zstd", "-d"], input=opened.stdout, capture_output=True, check=True).stdout
    manifest = json.loads(plain.splitlines()[0])
    assert (manifest["study"], manifest["station"]) == ("KCT0008961", "S01-A")
    assert manifest["entries"] == len(plain.splitlines()) - 2


@pytest.mark.req("CLI-003")
def test_the_station_verifies_and_central_says_what_it_holds(demo: tuple[Path, str]) -> None:
    out = demo[0] / "out"
    verified = subprocess.run(
        [sys.executable, "-m", "assessdesk", "verify", str(out / "station")], capture_output=True, text=True, check=True
    )
    assert verified.stdout.endswith("Unbroken.\n")
    status = subprocess.run(
        [sys.executable, "-m", "assessdesk", "central", "status", "--db", f"sqlite:///{out / 'central.sqlite'}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "S01-A" in status.stdout


@pytest.mark.req("SAF-022")
def test_no_study_code_stands_in_the_clear(demo: tuple[Path, str]) -> None:
    root = demo[0]
    code = code_of(root / "out")
    looked_at = 0
    for folder in ("out/station", "out/packages", "out/receipts", "out/keys", "home", "temporary", "out/logs"):
        for path in (root / folder).rglob("*"):
            if path.is_file():
                looked_at += 1
                content = path.read_bytes()
                assert code.encode("utf-8") not in content, path
                assert code.encode("utf-16-le") not in content, path
    assert looked_at > 8


@pytest.mark.req("CLI-004")
def test_a_folder_that_is_no_demo_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "assessdesk", "demo", "--headless", "--out", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Nothing was removed" in done.stderr
    assert (tmp_path / "thesis.txt").read_text(encoding="utf-8") == "years of work"
