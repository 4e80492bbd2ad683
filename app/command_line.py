"""The commands of `dinamo`: their names, what they do, what they take and where their code is."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from methodology.project import Country, Currency, Language
from methodology.text import N_


@dataclass(frozen=True)
class Argument:
    """One word or option of a command; `options` are those of argparse's `add_argument`."""

    name: str
    about: str
    shown: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Command:
    """A command; `code` is the function that does it, imported only when it is given."""

    name: str
    about: str
    code: str
    arguments: tuple[Argument, ...] = ()


def called() -> str:
    """Return how the command line was called: start.py says so, otherwise it was `dinamo`."""
    return os.environ.get("DINAMO_COMMAND") or "dinamo"


def _one_of(*values: str) -> dict[str, Any]:
    return {"choices": [str(value) for value in values]}


def _port(text: str) -> int:
    """Return the number of a port; ValueError for what is none."""
    if int(text) not in PORTS:
        raise ValueError(text)
    return int(text)


PORTS = range(1, 65_536)
PORT: dict[str, Any] = {"type": _port}
PATH: dict[str, Any] = {"type": Path}
FLAG: dict[str, Any] = {"action": "store_true"}
FOLDER = Argument("folder", N_("Folder of the project"), N_("FOLDER"), PATH)
FILE = Argument("file", N_("File to read or write"), N_("FILE"), PATH)
LANGUAGE = Argument("--language", N_("Language: es, en or pt"), N_("CODE"), _one_of(*Language))
SERVING = (
    Argument(
        "--port",
        N_("Port to use; when it is taken, the next free one"),
        N_("NUMBER"),
        PORT,
    ),
    Argument("--no-browser", N_("Do not open the browser, only say the address"), "", FLAG),
    LANGUAGE,
    Argument(
        "--host",
        N_("Open the firms' pages at this address of the computer"),
        N_("ADDRESS"),
    ),
    Argument(
        "--phone-port",
        N_("Port of the firms' pages; when it is taken, the next free one"),
        N_("NUMBER"),
        PORT,
    ),
    Argument(
        "--public-url",
        N_("Address that phones are told, where a proxy stands before the firms' pages"),
        N_("ADDRESS"),
    ),
    Argument(
        "--facilitator-url",
        N_("Address at which a proxy shows the facilitator's pages; they ask for a passphrase"),
        N_("ADDRESS"),
    ),
)
COMMANDS = (
    Command(
        "open",
        N_("Open Dínamo in the browser: at a project, or at the list of projects."),
        "app.commands.pages:open_pages",
        (
            Argument(FOLDER.name, FOLDER.about, FOLDER.shown, {**PATH, "nargs": "?"}),
            *SERVING,
            Argument(
                "--force",
                N_("Open it although another computer is said to have it open"),
                "",
                FLAG,
            ),
        ),
    ),
    Command(
        "demo",
        N_("Open an example: a throwaway copy, gone when Dínamo stops."),
        "app.commands.example:open_demonstration",
        SERVING,
    ),
    Command(
        "new",
        N_("Create a project in a new folder."),
        "app.commands.folders:create",
        (
            FOLDER,
            Argument("--name", N_("Name of the project, otherwise the folder's"), N_("NAME")),
            Argument("--country", N_("Country: {codes}"), N_("CODE"), _one_of(*Country)),
            Argument("--currency", N_("Currency: {codes}"), N_("CODE"), _one_of(*Currency)),
            LANGUAGE,
        ),
    ),
    Command(
        "import",
        N_("Take in the tables of a spreadsheet (.xlsx or .csv): all of it, or nothing."),
        "app.commands.taking_in:take_in",
        (
            FOLDER,
            FILE,
            Argument("--table", N_("Table the rows belong to, otherwise guessed"), N_("TABLE")),
            Argument(
                "--leave-out",
                N_("Heading of a column to leave out; may be given several times"),
                N_("COLUMN"),
                {"action": "append", "default": []},
            ),
            Argument("--skip-invalid", N_("Leave out the rows with errors"), "", FLAG),
            Argument("--dry-run", N_("Only say what would be added and changed"), "", FLAG),
        ),
    ),
    Command(
        "export",
        N_("Write the plan (.docx), the workbook (.xlsx) or a folder of readable tables."),
        "app.commands.writing_out:write_out",
        (
            FOLDER,
            Argument("--to", N_("File to write"), N_("FILE"), {**PATH, "required": True}),
            LANGUAGE,
            Argument("--no-people", N_("Leave out persons and private notes"), "", FLAG),
            Argument("--final", N_("Write the plan as final, when nothing is pending"), "", FLAG),
        ),
    ),
    Command(
        "check",
        N_("Look for damage in the folder of a project; changes nothing."),
        "app.commands.folders:check",
        (FOLDER,),
    ),
    Command(
        "backup",
        N_("Make a verified copy of the project in its folder “backups”."),
        "app.commands.folders:back_up",
        (FOLDER,),
    ),
    Command(
        "restore",
        N_("Put a backup back; what was there is kept beside it."),
        "app.commands.folders:put_back",
        (
            FILE,
            FOLDER,
            Argument("--yes", N_("Put it there although it is of another project"), "", FLAG),
        ),
    ),
    Command(
        "pack",
        N_("Put the whole project into one file, to hand over to a colleague."),
        "app.commands.folders:hand_over",
        (FOLDER, FILE),
    ),
    Command(
        "unpack",
        N_("Turn a file that a colleague packed into a project folder."),
        "app.commands.folders:receive",
        (FILE, FOLDER),
    ),
    Command(
        "passphrase",
        N_("Set the passphrase that the facilitator's pages ask for behind a proxy."),
        "app.commands.access:set_passphrase",
    ),
    Command(
        "purge",
        N_("Take a person out of the project for good: history and backups included."),
        "app.commands.people:purge",
        (
            FOLDER,
            Argument("person", N_("Name of the person"), N_("PERSON")),
            Argument(
                "--also",
                N_("Part of the name that means this person in texts; may be given again"),
                N_("NAME"),
                {"action": "append", "default": []},
            ),
            Argument("--yes", N_("Do not ask: it cannot be undone"), "", FLAG),
        ),
    ),
)
