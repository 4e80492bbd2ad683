from pathlib import Path

import pytest

from app.store import open_folder
from app.store.synchronised import safer_place, service


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/Users/ana/OneDrive/quesos", "OneDrive"),
        ("/Users/ana/OneDrive - CITE Cajamarca/quesos", "OneDrive"),
        ("/Users/ana/Library/CloudStorage/OneDrive-Personal/quesos", "OneDrive"),
        ("/home/ana/Dropbox (Personal)/quesos", "Dropbox"),
        ("/Volumes/GoogleDrive/My Drive/quesos", "Google Drive"),
        ("/g/Mi unidad/quesos", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/quesos", "iCloud"),
        ("/home/ana/Documentos/quesos", ""),
        ("/home/ana/mi dropbox de ideas/quesos", ""),
        ("/home/ana/boxes/quesos", ""),
    ],
)
def test_synchronised_drives_are_told_by_their_folders(path, name):
    assert service(Path(path)) == name


def test_a_synchronised_drive_is_a_warning_and_never_a_refusal(make_folder):
    folder = make_folder(name="Dropbox/quesos")

    (notice,) = folder.notices()

    assert "Dropbox" in str(notice)
    folder.close()
    open_folder(folder.path).close()


def test_a_safer_place_is_free_and_of_the_same_name(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "Dinamo" / "quesos").mkdir(parents=True)
    (tmp_path / "Dinamo" / "quesos" / "project.db").touch()

    assert safer_place(Path("/Users/ana/OneDrive/cuyes")) == tmp_path / "Dinamo" / "cuyes"
    assert safer_place(Path("/Users/ana/OneDrive/quesos")) == tmp_path / "Dinamo" / "quesos-2"


def test_there_is_no_safer_place_where_everything_is_synchronised(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "OneDrive")

    assert safer_place(Path("quesos")) is None
