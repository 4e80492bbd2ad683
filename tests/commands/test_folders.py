"""The commands on whole folders: what stops them is said in one sentence, and nothing is lost."""

from pathlib import Path

import pytest

from app.store.folder import Folder
from app.store.folder_problems import DiskFull
from app.store.opening import open_folder
from methodology.mapping import Actor
from methodology.project import Project
from tests.commands.conftest import content, write
from tests.rights import few_rights


@pytest.fixture
def other(run, tmp_path):
    """Give the backup of another project."""
    run("new", tmp_path / "otro", "--name", "Otro")
    return next((tmp_path / "otro" / "backups").iterdir())


def name_of(folder):
    return content(folder).one(Project).name


def test_a_backup_of_another_project_is_put_back_only_when_that_is_sure(run, project, other):
    refused = run("restore", other, project)
    left = name_of(project)
    done = run("restore", other, project, "--yes")

    assert (refused[0], left) == (1, "Quesos")
    assert "“Otro”" in refused[1]
    assert "--yes" in refused[1]
    assert (done[0], name_of(project)) == (0, "Otro")


def test_a_backup_of_the_same_project_needs_no_word(run, project):
    backup = next((project / "backups").iterdir())

    assert run("restore", backup, project)[0] == 0


@pytest.mark.parametrize("command", ["backup", "import"])
def test_what_was_saved_is_said_to_be_kept_when_only_the_tables_fail(
    run, project, tmp_path, monkeypatch, command
):
    file = write(tmp_path / "a.csv", "Nombre;Empleados\nMolino;3\n")
    open_folder(project).close()
    words = ("import", project, file) if command == "import" else ("backup", project)
    with monkeypatch.context() as disk:
        disk.setattr(Folder, "write_tables", write_no_tables_at_the_end)
        code, said = run(*words)

    assert code == 0, said
    assert "What was saved is kept" in said
    assert "this last step was not done" not in said
    if command == "import":
        assert [one.name for one in content(project).all(Actor)] == ["Molino"]


def write_no_tables_at_the_end(folder):
    """Stand for a disk that is full by the time the folder is closed."""
    if folder.is_closed:
        raise DiskFull(folder.path)
    return ()


def test_a_file_that_may_not_be_read_is_named(run, project, tmp_path):
    file = write(tmp_path / "secreto.csv", "Nombre\nMolino\n")
    file.chmod(0)

    with few_rights():
        code, said = run("import", project, file)

    assert code == 1
    assert "secreto.csv may not be read" in said


@pytest.mark.parametrize(
    "words",
    [
        ("new", "{long}"),
        ("export", "{project}", "--to", "{long}.xlsx"),
        ("pack", "{project}", "{long}.dinamo"),
        ("check", "{long}"),
        ("import", "{project}", "{long}.csv"),
        ("unpack", "{long}.dinamo", "x"),
        ("restore", "{long}.db", "x"),
        ("backup", "{long}"),
        ("open", "{long}", "--no-browser"),
        ("new", "/proc/nowhere/x"),
        ("export", "{project}", "--to", "/proc/nowhere/x.xlsx"),
    ],
)
def test_names_and_places_that_cannot_be_are_explained(run, project, words):
    given = [word.format(long="x" * 300, project=project) for word in words]
    if given[-1].startswith("/proc") and not Path("/proc/self").exists():
        pytest.skip("only Linux has such folders")

    code, said = run(*given)

    assert code == 1, said
    assert said.count("\n") <= 2
    assert "Traceback" not in said


@pytest.mark.parametrize("command", ["dinamo", "python3 start.py"])
def test_how_to_open_it_is_said_as_the_command_was_called(run, tmp_path, monkeypatch, command):
    if command != "dinamo":
        monkeypatch.setenv("DINAMO_COMMAND", command)

    said = run("new", tmp_path / "nuevo")[1]

    assert f'To open it: {command} open "{tmp_path / "nuevo"}"' in said
