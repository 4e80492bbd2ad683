"""`start.py` in copied folders: real environments are slow, so pip is led to a small lock."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 240
ENTRY = """import sys
print("arguments:", *sys.argv[1:])
print("folder:", __file__)
sys.exit(5 if "fail" in sys.argv else 0)
"""
OLD_PYTHONS = [
    path
    for minor in range(6, 11)
    for path in sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/python"))[:1]
]


def copy_to(folder):
    """Copy what starts the program into a folder, with nothing to install."""
    (folder / "tests").mkdir(parents=True)
    (folder / "app").mkdir()
    shutil.copy(ROOT / "start.py", folder)
    (folder / "app" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "app" / "__main__.py").write_text(ENTRY, encoding="utf-8")
    (folder / "requirements.lock").write_text("", encoding="utf-8")
    (folder / "tests" / "requirements.lock").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def copy(tmp_path):
    """A copy of the program in a folder with a space and an accent."""
    return copy_to(tmp_path / "Año nuevo" / "dínamo")


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A copy that was started twice at once, and what both said then, the first one first."""
    folder = copy_to(tmp_path_factory.mktemp("prepared") / "Año nuevo" / "dínamo")
    with ThreadPoolExecutor() as two:
        done = list(two.map(lambda word: run(folder, "check", word), ("señal", "señal")))
    return folder, sorted(done, key=lambda one: "First time" not in one.stdout)


def run(folder, *words, python=sys.executable, **variables):
    environment = {**os.environ, "DINAMO_LANGUAGE": "en", **variables}
    return subprocess.run(
        [str(python), str(folder / "start.py"), *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        cwd=folder.parent,
        timeout=PATIENCE,
    )


def load(folder):
    """Import a copy's `start.py` as a module, to try one function."""
    spec = importlib.util.spec_from_file_location("start_copy", folder / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_first_run_prepares_and_the_second_says_nothing_of_it(prepared):
    folder, (first, _waiting) = prepared

    second = run(folder)

    assert (first.returncode, second.returncode) == (0, 0), first.stdout + first.stderr
    assert "First time" in first.stdout
    assert "arguments: check señal" in first.stdout
    assert second.stdout.splitlines()[0] == "arguments:"


def test_two_starts_at_once_make_one_environment(prepared):
    folder, both = prepared

    assert [one.returncode for one in both] == [0, 0], both
    assert sum("First time" in one.stdout for one in both) == 1
    assert sum("Another window" in one.stdout for one in both) == 1
    assert ["arguments: check señal" in one.stdout for one in both] == [True, True]
    assert not (folder / ".venv.lock").exists()


def test_the_exit_code_of_the_command_is_the_exit_code(prepared):
    assert run(prepared[0], "fail").returncode == 5


@pytest.mark.skipif(os.name == "nt", reason="the command has another form on Windows")
def test_the_environment_has_the_command_dinamo_which_works_from_anywhere(prepared, tmp_path):
    command = prepared[0] / ".venv" / "bin" / "dinamo"

    done = subprocess.run([command, "check"], capture_output=True, text=True, cwd=tmp_path)

    assert "arguments: check" in done.stdout
    assert f"folder: {prepared[0]}" in done.stdout


def test_a_changed_lock_is_installed_into_the_same_environment(prepared):
    folder, _both = prepared
    (folder / "requirements.lock").write_text("# changed\n", encoding="utf-8")

    again = run(folder)

    assert "Installing what is missing" in again.stdout
    stamp = json.loads((folder / ".venv" / "stamp.json").read_text(encoding="utf-8"))
    assert stamp["lock"] == load(folder).fingerprint(folder / "requirements.lock")


def test_a_moved_folder_works_where_it_now_is(prepared):
    folder, _both = prepared
    moved = folder.with_name("otra parte")
    folder.rename(moved)

    done = run(moved)
    moved.rename(folder)

    assert done.returncode == 0, done.stdout + done.stderr
    assert f"folder: {moved}" in done.stdout


def test_without_network_it_says_so_and_how_to_go_on(prepared):
    folder, _both = prepared
    lock = folder / "requirements.lock"
    lock.write_text(f"dinamo-no-such-piece==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")

    done = run(
        folder,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_EXTRA_INDEX_URL="",
        PIP_FIND_LINKS="",
        PIP_RETRIES="1",
        PIP_CONFIG_FILE=os.devnull,
    )
    lock.write_text("", encoding="utf-8")

    assert done.returncode == 1
    assert "connect to the internet" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert not (folder / ".venv" / "stamp.json").exists()


def test_an_interrupted_installation_is_done_again(prepared):
    folder, _both = prepared
    (folder / ".venv" / "stamp.json").unlink(missing_ok=True)
    (folder / ".venv" / "half").write_text("installed", encoding="utf-8")

    again = run(folder)

    assert again.returncode == 0
    assert "interrupted" in again.stdout
    assert not (folder / ".venv" / "half").exists()


@pytest.mark.parametrize("lost", ["bin/python", "pyvenv.cfg", "dinamo.pth", "pip/__init__.py"])
def test_an_environment_that_lost_a_piece_is_made_again(prepared, lost):
    folder, _both = prepared
    place = folder / ".venv"
    held = {
        "bin/python": load(folder).python(place),
        "pyvenv.cfg": place / "pyvenv.cfg",
    }
    (held.get(lost) or load(folder).own_packages(place) / lost).unlink()

    again = run(folder)

    assert again.returncode == 0
    assert "arguments:" in again.stdout


def test_code_that_was_cut_short_is_found(prepared):
    start = load(prepared[0])
    packages = start.own_packages(prepared[0] / ".venv")
    code = packages / "pip" / "__init__.py"
    whole = code.read_bytes()

    assert start.holds_every_file(packages)
    code.write_bytes(whole[:-1])
    assert not start.holds_every_file(packages)
    code.write_bytes(whole)


def test_another_python_of_the_computer_is_no_reason_to_install_anew(prepared, monkeypatch, capsys):
    folder, _both = prepared
    start = load(folder)
    run(folder)
    monkeypatch.setattr(sys, "version", "3.99")

    start.prepare(folder / ".venv", folder / "requirements.lock")

    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"lock": 3}'])
def test_a_damaged_stamp_counts_as_none(copy, stamp):
    start = load(copy)
    (copy / "stamp.json").write_text(stamp, encoding="utf-8")

    found = start.read_stamp(copy / "stamp.json")

    assert found in ({}, {"lock": 3})


OUTPUTS = {
    "altered": "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
    "no_space": "OSError: [Errno 28] No space left on device",
    "in_use": "PermissionError: [WinError 5] Access is denied",
    "no_network": "WARNING: Retrying ... NewConnectionError('...: Failed to establish')",
    "no_wheel": "ERROR: No matching distribution found for numpy==2.4.6",
}
NOTHING_FOUND = "ERROR: Could not find a version that satisfies numpy==2.4.6 (from versions: none)"


@pytest.mark.parametrize(
    ("name", "output"),
    [
        *OUTPUTS.items(),
        ("no_space", "OSError: [Errno 122] Disk quota exceeded"),
        ("no_network", f"Looking in indexes: https://pypi.org/simple\n{NOTHING_FOUND}"),
        ("no_wheel", f"  Downloading anyio-4.16.0-py3-none-any.whl (134 kB)\n{NOTHING_FOUND}"),
    ],
)
def test_what_pip_says_is_turned_into_what_to_do(copy, name, output, monkeypatch):
    start = load(copy)
    place = copy / ".venv"
    place.mkdir()
    monkeypatch.setattr(start, "run_lines", lambda command, see: [output + "\n"])

    with pytest.raises(start.Stopped) as stopped:
        start.install(place, copy / "requirements.lock")

    assert stopped.value.name == name
    assert output in (place / "install.log").read_text(encoding="utf-8")


def test_a_disk_with_too_little_room_is_told_before_anything_is_downloaded(copy, monkeypatch):
    start = load(copy)
    room = shutil.disk_usage(copy)._replace(free=start.NEEDED_BYTES - 1)
    monkeypatch.setattr(start.shutil, "disk_usage", lambda place: room)

    with pytest.raises(start.Stopped) as stopped:
        start.make_environment(copy / ".venv")

    assert stopped.value.name == "no_space"


@pytest.mark.parametrize(
    ("error", "word"), [(OSError(28, "No space left on device"), "full"), (OSError(5, ""), "send")]
)
def test_what_the_system_refuses_is_told_without_a_traceback(
    copy, monkeypatch, capsys, error, word
):
    start = load(copy)
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")

    def refuse(place, lock):
        raise error

    monkeypatch.setattr(start, "prepare", refuse)

    assert start.main([]) == 1
    assert word in capsys.readouterr().out


def test_a_failure_nobody_foresaw_names_the_log(copy, monkeypatch):
    start = load(copy)
    (copy / ".venv").mkdir()
    monkeypatch.setattr(start, "run_lines", lambda command, see: ["Segmentation fault\n"])

    with pytest.raises(start.Stopped) as stopped:
        start.install(copy / ".venv", copy / "requirements.lock")

    assert stopped.value.values_named["log"].name == "install.log"


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_what_to_install(copy, module, monkeypatch, capsys):
    start = load(copy)
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")
    monkeypatch.setattr(start, "find_spec", lambda name: None if name == module else object())

    code = start.main([])

    said = capsys.readouterr().out
    assert code == 1
    assert f"python3.{sys.version_info[1]}-venv" in said
    assert module in said


def test_a_folder_that_cannot_be_written_leads_to_the_person_s_data(copy, monkeypatch, tmp_path):
    start = load(copy)
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "casa"))
    monkeypatch.setattr(start, "is_writable", lambda folder: folder != start.ROOT)

    place = start.environment_folder()

    assert place.parent == tmp_path / "casa"


def test_when_nothing_can_be_written_it_says_to_copy_the_folder(copy, monkeypatch, capsys):
    start = load(copy)
    monkeypatch.setenv("DINAMO_LANGUAGE", "es")
    monkeypatch.setattr(start, "is_writable", lambda folder: False)

    code = start.main([])

    assert code == 1
    assert "copiar esta carpeta" in capsys.readouterr().out


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="needs a person without all rights"
)
def test_a_read_only_folder_really_works(copy, tmp_path):
    copy.chmod(0o555)
    try:
        done = run(copy, DINAMO_HOME=str(tmp_path / "casa"))
    finally:
        copy.chmod(0o755)

    assert done.returncode == 0
    assert "cannot be written" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has such folders")
def test_a_folder_where_nobody_can_write_is_known_by_trying(copy):
    assert load(copy).is_writable(Path("/proc/self")) is False
    assert load(copy).is_writable(copy) is True
    assert [path.name for path in copy.iterdir() if path.name.startswith(".dinamo")] == []


@pytest.mark.parametrize("old", OLD_PYTHONS, ids=lambda path: path.parents[1].name)
def test_an_old_python_is_told_which_one_is_needed(copy, old):
    done = run(copy, python=old, PATH=str(copy), LC_ALL="C", DINAMO_LANGUAGE="es")

    assert done.returncode == 1
    assert "3.11" in done.stdout
    assert "python.org" in done.stdout
    assert done.stderr == ""


@pytest.mark.skipif(not OLD_PYTHONS, reason="no older Python on this computer")
@pytest.mark.skipif(os.name == "nt", reason="Windows has its own launcher")
def test_an_old_python_hands_over_to_a_newer_one_of_the_computer(prepared, tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python3.11").symlink_to(Path(sys.executable).resolve())

    path = f"{tmp_path / 'bin'}:/usr/bin:/bin"
    done = run(prepared[0], "check", python=OLD_PYTHONS[0], PATH=path)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "arguments: check" in done.stdout


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"DINAMO_LANGUAGE": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "pt_BR.UTF-8"}, "pt"),
        ({"DINAMO_LANGUAGE": "", "LC_ALL": "en_GB.UTF-8", "LANG": "pt_BR"}, "en"),
        ({"DINAMO_LANGUAGE": "", "LC_ALL": "C", "LC_MESSAGES": "", "LANG": "fr_FR"}, "es"),
        ({"DINAMO_LANGUAGE": "en", "LC_ALL": "es_PE"}, "en"),
    ],
)
def test_messages_follow_the_language_of_the_computer(copy, monkeypatch, variables, language):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert load(copy).language() == language


def test_every_message_exists_in_three_languages_with_the_same_values(copy):
    for name, texts in load(copy).MESSAGES.items():
        values = [set(re.findall(r"\{(\w+)\}", text)) for text in texts]
        assert len(texts) == 3, name
        assert values[0] == values[1] == values[2], name


def test_progress_is_told_every_fifth(copy, monkeypatch, capsys):
    start = load(copy)
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")
    lock = copy / "requirements.lock"
    lock.write_text("".join(f"x{number}==1\n" for number in range(100)), encoding="utf-8")
    see = start.progress(lock)

    for number in range(100):
        see(f"{('Collecting', 'Processing', 'Requirement already satisfied:')[number % 3]} x==1\n")
        see("  Downloading x-1-py3-none-any.whl (797 kB)\n")
    see("Installing collected packages: x\n")

    told = capsys.readouterr().out.split()
    assert [word for word in told if word.isdigit()] == ["20", "40", "60", "80", "100"]
    assert "Unpacking;" in told


def test_variables_that_lead_pip_elsewhere_are_left_out(copy, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")

    kept = load(copy).clean_environment()

    assert {"PYTHONPATH", "PIP_TARGET"} & set(kept) == set()


@pytest.mark.parametrize("path", ["requirements.lock", "tests/requirements.lock"])
def test_locks_name_no_place_and_hold_a_hash_for_every_piece(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    pieces = re.findall(r"^([\w.-]+)==\S+", text, re.MULTILINE)

    assert "://" not in text
    assert "index" not in text
    assert len(pieces) > 40
    assert len(re.split(r"^[\w.-]+==", text, flags=re.MULTILINE)) - 1 == len(pieces)
    assert all("--hash=sha256:" in part for part in re.split(r"^(?=\w)", text, flags=re.M) if part)


def test_the_test_lock_has_everything_of_the_running_lock_in_the_same_version():
    running, tests = (
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / path).read_text(encoding="utf-8"), re.MULTILINE))
        for path in ("requirements.lock", "tests/requirements.lock")
    )

    assert running <= tests


def test_an_environment_that_somebody_else_made_stays_as_it_is(copy, tmp_path):
    mine = copy / ".venv" / "pyvenv.cfg"
    mine.parent.mkdir()
    mine.write_text("made by hand", encoding="utf-8")

    done = run(copy, "check", DINAMO_HOME=str(tmp_path / "casa"))

    assert done.returncode == 0, done.stdout + done.stderr
    assert "is not Dínamo's and stays as it is" in done.stdout
    assert "arguments: check" in done.stdout
    assert [path.name for path in mine.parent.iterdir()] == ["pyvenv.cfg"]


def test_an_installation_interrupted_at_any_moment_is_known_as_dinamo_s(copy):
    start = load(copy)
    (copy / ".venv" / "lib").mkdir(parents=True)
    assert not start.is_ours(copy / ".venv")

    start.begin(copy / ".venv")

    assert start.is_ours(copy / ".venv")
    assert [path.name for path in (copy / ".venv").iterdir()] == ["install.log"]


@pytest.mark.parametrize(("left", "word"), [("numpy==1\n", "Installing"), ("", "used no more")])
def test_an_environment_keeps_no_piece_that_left_the_lock(copy, monkeypatch, capsys, left, word):
    start = load(copy)
    monkeypatch.setenv("DINAMO_LANGUAGE", "en")
    start.python(copy / ".venv").parent.mkdir(parents=True)
    start.python(copy / ".venv").touch()
    monkeypatch.setattr(start, "holds_every_file", lambda packages: True)
    stamp = {"pieces": "numpy"}
    (copy / ".venv" / "stamp.json").write_text(json.dumps(stamp), encoding="utf-8")
    (copy / "requirements.lock").write_text(f"pandas==1\n{left}", encoding="utf-8")
    made = []
    monkeypatch.setattr(start, "make_environment", made.append)
    monkeypatch.setattr(start, "install", lambda place, lock: None)
    monkeypatch.setattr(start, "add_command", lambda place: None)

    start.prepare(copy / ".venv", start.LOCK)

    assert word in capsys.readouterr().out
    assert bool(made) == (not left)
    assert start.read_stamp(copy / ".venv" / "stamp.json")["pieces"].split()[-1] == "pandas"


@pytest.mark.parametrize("kind", ["a file", "a link that leads nowhere"])
def test_something_else_in_the_place_of_the_environment_stays(copy, monkeypatch, tmp_path, kind):
    start = load(copy)
    monkeypatch.setenv("DINAMO_HOME", str(tmp_path / "casa"))
    if kind == "a file":
        (copy / ".venv").write_text("notes", encoding="utf-8")
    else:
        (copy / ".venv").symlink_to(tmp_path / "nowhere")

    assert start.environment_folder().parent == tmp_path / "casa"
    assert os.path.lexists(copy / ".venv")


def test_a_lock_whose_process_is_gone_is_taken_over_without_a_word(copy, capsys):
    start = load(copy)
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (copy / ".venv.lock").write_text(str(gone.pid))

    with start.alone(copy / ".venv"):
        assert (copy / ".venv.lock").read_text() == str(os.getpid())

    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in copy.glob(".venv*")) == []


def test_a_lock_whose_process_runs_is_left_alone(copy):
    (copy / ".venv.lock").write_text(str(os.getpid()))

    assert load(copy).claim(copy / ".venv.lock") is False
    assert (copy / ".venv.lock").read_text() == str(os.getpid())


def test_a_lock_that_somebody_took_meanwhile_is_not_cleared_away(copy):
    (copy / ".venv.lock").write_text("2")

    load(copy).clear_away(copy / ".venv.lock", b"1")

    assert (copy / ".venv.lock").read_text() == "2"


def test_the_command_is_told_how_it_was_called(copy, monkeypatch):
    start = load(copy)
    shell = "py" if os.name == "nt" else "python3"

    for file, told in (("start.py", "start.py"), ("mi carpeta/start.py", '"mi carpeta/start.py"')):
        monkeypatch.setattr(sys, "argv", [file])
        assert start.called() == f"{shell} {told}"
