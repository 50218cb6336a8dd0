"""`dev.py` makes the environment once, says what is missing, and passes on what it is given."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import system_packages


class Journal:
    """Stands in for the two slow acts, making a venv and calling pip, and writes down that they happened."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.acts: list[str] = []
        self.root = root / "a folder with spaces"
        self.root.mkdir()
        for name in ("requirements.txt", "requirements-dev.txt", "pyproject.toml"):
            (self.root / name).write_text(f"# {name}\n", encoding="utf-8")
        venv = self.root / ".venv"
        monkeypatch.setattr(dev, "ROOT", self.root)
        monkeypatch.setattr(dev, "VENV", venv)
        monkeypatch.setattr(dev, "PYTHON", venv / "bin" / "python")
        monkeypatch.setattr(dev, "STAMP", venv / "stamp.json")
        locks = {kind: self.root / path.name for kind, path in dev.LOCKS.items()}
        monkeypatch.setattr(dev, "LOCKS", locks)
        monkeypatch.setattr(dev, "pip", self.pip)
        monkeypatch.setattr("dev.subprocess.run", self.make_venv)

    def pip(self, *arguments: str) -> None:
        self.acts.append("editable" if "--editable" in arguments else Path(arguments[-1]).name)

    def make_venv(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        assert command[1:4] == ["-m", "venv", "--clear"]
        self.acts.append("venv")
        dev.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        dev.PYTHON.touch()
        dev.STAMP.unlink(missing_ok=True)
        return subprocess.CompletedProcess(command, 0)

    def after(self, wanted: str) -> list[str]:
        """Return what happens when that environment is asked for."""
        self.acts.clear()
        dev.make_environment(wanted)
        return list(self.acts)


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    return Journal(tmp_path, monkeypatch)


@pytest.mark.req("DEV-001")
def test_the_second_run_does_nothing(journal: Journal) -> None:
    assert journal.after("runtime") == ["venv", "requirements.txt", "editable"]
    assert journal.after("runtime") == []


@pytest.mark.req("DEV-001")
def test_development_holds_the_runtime_and_comes_on_top_of_it(journal: Journal) -> None:
    journal.after("runtime")
    assert journal.after("development") == ["requirements-dev.txt", "editable"]
    assert journal.after("runtime") == []


@pytest.mark.req("DEV-001")
@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_changed_lock_makes_a_new_environment(journal: Journal, lock: str) -> None:
    journal.after("runtime")
    (journal.root / lock).write_text("six==1.17.0\n", encoding="utf-8")
    assert journal.after("runtime") == ["venv", "requirements.txt", "editable"]


@pytest.mark.req("DEV-001")
def test_changed_metadata_installs_the_project_only(journal: Journal) -> None:
    journal.after("development")
    (journal.root / "pyproject.toml").write_text("# another script\n", encoding="utf-8")
    assert journal.after("development") == ["editable"]


@pytest.mark.req("DEV-001")
def test_an_interrupted_set_up_starts_over(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dev, "pip", interrupted)
        with pytest.raises(KeyboardInterrupt):
            dev.make_environment("runtime")
    assert journal.after("runtime") == ["venv", "requirements.txt", "editable"]


@pytest.mark.req("DEV-001")
def test_a_checkout_with_other_line_ends_is_the_same_lock(tmp_path: Path) -> None:
    (tmp_path / "unix").write_bytes(b"a\nb\n")
    (tmp_path / "windows").write_bytes(b"a\r\nb\r\n")
    assert dev.digest(tmp_path / "unix") == dev.digest(tmp_path / "windows")


@pytest.mark.req("DEV-002")
def test_arguments_and_exit_status_are_passed_on(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    script = "import sys; print(sys.argv[1:]); sys.exit(7)"
    command = dev.Command("a probe", "runtime", [("probe", ("-c", script))])
    assert dev.run(command, ["--out", "a folder"]) == 7
    assert "['--out', 'a folder']" in capfd.readouterr().out


@pytest.mark.req("DEV-002")
def test_every_step_runs_and_the_first_failure_is_the_status(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    steps = [(name, ("-c", f"import sys; sys.exit({status})")) for name, status in (("a", 0), ("b", 3), ("c", 4))]
    assert dev.run(dev.Command("three probes", "runtime", steps), []) == 3
    said = capfd.readouterr().out
    assert [line for line in said.splitlines() if "==" not in line] == ["ok      a", "FAILED  b", "FAILED  c"]


@pytest.mark.req("DEV-002")
def test_a_process_killed_by_a_signal_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    killed = dev.Command("a crash", "runtime", [("crash", ("-c", "import os; os.abort()"))])
    assert dev.run(killed, []) != 0


@pytest.mark.req("DEV-002")
def test_an_unknown_command_names_the_known_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    said = capsys.readouterr().err
    assert "'tset'" in said
    for name in ("demo", "run", "test", "check", "bench", "campaign", "package"):
        assert f"  {name} " in said


@pytest.mark.req("DEV-003")
def test_without_permission_the_exact_command_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(system_packages, "privilege", lambda: None)
    with pytest.raises(SystemExit) as stop:
        system_packages.install(["libegl1", "libgl1"], "Qt's system libraries")
    assert stop.value.code == 1
    assert "sudo apt-get install --no-install-recommends libegl1 libgl1" in capsys.readouterr().err


@pytest.mark.req("DEV-003")
def test_what_only_some_tests_need_is_asked_for_but_stops_nobody(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(system_packages, "privilege", lambda: None)
    system_packages.install(["age"], "programs and fonts", required=False)
    assert "--no-install-recommends age" in capsys.readouterr().err


@pytest.mark.req("DEV-003")
def test_a_library_that_does_not_load_is_named() -> None:
    missing = "import ctypes; ctypes.CDLL('libsurely-not-there.so.9')"
    assert "libsurely-not-there.so.9" in system_packages.trouble(Path(sys.executable), missing)
    assert system_packages.trouble(Path(sys.executable), "import ctypes") == ""


@pytest.mark.req("DEV-003")
def test_a_missing_program_is_missing() -> None:
    assert not system_packages.present("no-such-program-anywhere")
    assert system_packages.present(Path(sys.executable).name) or system_packages.present("git")
