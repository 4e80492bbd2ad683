"""The commands that open the browser: which project, which port, and what is gone afterwards."""

from argparse import Namespace
from pathlib import Path

import pytest

from app import recent
from app.commands import example, pages
from app.i18n import reader
from app.proxy_address import NotForPhones, ProxyAddress
from app.store import own_passphrase
from app.store.folder_problems import NotAProject
from methodology.mapping import Actor
from methodology.project import Language
from tests.commands.conftest import content
from tests.needed import needs_example

ENGLISH = reader(language=Language.ENGLISH)


@pytest.fixture
def served(monkeypatch):
    """Stand in for the server: what it was asked to serve, and what was on the list meanwhile."""
    asked = []

    def note(_, *, port, query, browser, wish, outside):
        asked.append({"port": port, "query": query, "browser": browser, "wish": wish})
        asked[-1]["outside"] = outside
        asked[-1]["list"] = recent.recent()
        return 0

    monkeypatch.setattr(pages, "serve", note)
    return asked


def chosen(folder=None, **values):
    given = {"port": None, "no_browser": False, "language": None, "force": False}
    given |= {"host": None, "phone_port": None, "public_url": None, "facilitator_url": None}
    return Namespace(folder=folder, **{**given, **values})


def test_without_a_folder_the_list_of_projects_is_served(served):
    assert pages.open_pages(ENGLISH, chosen()) == 0
    assert [(one["port"], one["query"], one["browser"]) for one in served] == [(None, {}, True)]


def test_project_is_named_by_its_key_and_stands_first_on_the_list(served, project):
    pages.open_pages(ENGLISH, chosen(project))

    (asked,) = served
    (found,) = asked["list"]
    assert asked["query"] == {"project": found.key}
    assert (found.path, found.name) == (project.resolve(), "Quesos")


def test_folder_is_closed_again_for_the_pages_to_open(served, project):
    pages.open_pages(ENGLISH, chosen(project))

    assert content(project).revision >= 0


@pytest.mark.parametrize(
    ("values", "port", "browser", "query"),
    [
        ({"port": 9000}, 9000, True, {}),
        ({"no_browser": True}, None, False, {}),
        ({"language": "pt"}, None, True, {"language": "pt"}),
    ],
)
def test_options_reach_the_server(served, values, port, browser, query):
    pages.open_pages(ENGLISH, chosen(**values))

    assert [(one["port"], one["browser"], one["query"]) for one in served] == [
        (port, browser, query)
    ]


def test_firms_pages_are_left_to_the_facilitator_unless_asked_for(served, project):
    pages.open_pages(ENGLISH, chosen(project))

    assert served[0]["wish"] is None


def test_firms_pages_open_at_once_at_the_address_given(served, project):
    pages.open_pages(ENGLISH, chosen(project, host="127.0.0.1", phone_port=9090, language="en"))

    wish = served[0]["wish"]
    assert (wish.host, wish.port, wish.language) == ("127.0.0.1", 9090, "en")
    assert wish.folder == project.resolve()


def test_firms_pages_behind_a_proxy_take_the_likeliest_address(served, project, monkeypatch):
    monkeypatch.setattr(pages, "addresses", lambda: ())

    pages.open_pages(ENGLISH, chosen(project, public_url="https://votar.example.org"))

    wish = served[0]["wish"]
    assert (wish.host, wish.port) == ("127.0.0.1", 8080)
    assert wish.public_url == "https://votar.example.org"


def test_an_address_that_phones_could_not_open_is_refused(served, project):
    with pytest.raises(NotForPhones):
        pages.open_pages(ENGLISH, chosen(project, public_url="votar.example.org"))

    assert served == []


def test_the_example_is_not_built_for_an_address_that_phones_could_not_open(served, monkeypatch):
    built = []
    monkeypatch.setattr(example, "build_demonstration", lambda *_: built.append(1))

    with pytest.raises(NotForPhones):
        example.open_demonstration(ENGLISH, chosen(public_url="votar.example.org"))

    assert (built, served) == ([], [])


def test_firms_pages_without_a_project_are_refused(served):
    with pytest.raises(pages.NoFolder):
        pages.open_pages(ENGLISH, chosen(phone_port=9090))

    assert served == []


def test_folder_that_is_no_project_is_not_served(served, tmp_path):
    with pytest.raises(NotAProject):
        pages.open_pages(ENGLISH, chosen(tmp_path))

    assert (served, recent.recent()) == ([], ())


@needs_example
def test_example_is_a_project_while_it_is_served_and_gone_afterwards(served, capsys):
    assert example.open_demonstration(ENGLISH, chosen(language="en")) == 0

    (asked,) = served
    (listed,) = asked["list"]
    assert asked["query"] == {"project": listed.key, "language": "en"}
    assert not listed.path.exists()
    assert recent.recent() == ()
    assert "invented data" in capsys.readouterr().out


@needs_example
def test_example_leaves_the_other_projects_on_the_list(served, project):
    example.open_demonstration(ENGLISH, chosen())

    assert [one.name for one in recent.recent()] == ["Quesos"]


@needs_example
def test_example_goes_even_when_the_server_fails(monkeypatch):
    made = []

    def fail(_, *, port, query, browser, wish, outside):
        made.append(recent.recent()[0].path)
        assert content(made[0]).all(Actor)
        raise OSError("no server")

    monkeypatch.setattr(pages, "serve", fail)

    with pytest.raises(OSError, match="no server"):
        example.open_demonstration(ENGLISH, chosen())

    assert recent.recent() == ()
    assert not Path(made[0]).exists()


# -- behind a proxy


OUTSIDE = "https://dinamo.example.org"


def test_facilitators_pages_are_shown_nowhere_else_unless_asked_for(served, project):
    pages.open_pages(ENGLISH, chosen(project))

    assert served[0]["outside"] is None


@pytest.mark.parametrize("open_them", [pages.open_pages, example.open_demonstration])
def test_behind_a_proxy_nothing_is_served_without_a_passphrase(served, open_them):
    with pytest.raises(pages.NoPassphrase, match="dinamo passphrase"):
        open_them(ENGLISH, chosen(facilitator_url=OUTSIDE))

    assert (served, recent.recent()) == ([], ())


def test_behind_a_proxy_the_address_has_to_be_one(run):
    own_passphrase.keep("queso río montaña")

    code, said = run("open", "--facilitator-url", "http://dinamo.example.org")

    assert code == 1
    assert "starts with https://" in said


def test_refusal_is_said_on_the_command_line_with_its_remedy(run):
    code, said = run("open", "--facilitator-url", OUTSIDE)

    assert code == 1
    assert "Set one first: dinamo passphrase" in said


@pytest.mark.parametrize("with_folder", [True, False])
def test_with_a_passphrase_the_pages_are_served_at_the_proxys_address(served, project, with_folder):
    own_passphrase.keep("queso río montaña")

    pages.open_pages(ENGLISH, chosen(project if with_folder else None, facilitator_url=OUTSIDE))

    assert served[0]["outside"] == ProxyAddress("dinamo.example.org")
    assert served[0]["wish"] is None
