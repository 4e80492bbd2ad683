"""The page that asks for the passphrase: its language, where it leads, what it lets nobody do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import Headers

from app.login_page import POLICY, login_page, spoken, way_back
from methodology.project import Language


@pytest.mark.parametrize(
    ("path", "query", "back"),
    [
        ("/", "", "/"),
        ("/", "project=k&language=pt", "/?project=k&language=pt"),
        ("/votes", "project=k", "/votes?project=k"),
        ("/enter", "", "/"),
        ("/enter", "project=k", "/"),
        ("/_stcore/health", "", "/"),
        ("//elsewhere.example", "", "/"),
        ("/\\elsewhere.example", "", "/"),
        ("https://elsewhere.example", "", "/"),
        ("javascript:alert(1)", "", "/"),
        ("", "", "/"),
        ("/a\r\nSet-Cookie: x", "", "/"),
        ("/", "a\r\nSet-Cookie: x", "/"),
        ("/", "a" * 400, "/"),
    ],
)
def test_the_way_back_is_one_of_our_pages(path, query, back):
    assert way_back(path, query) == back


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_way_back_leads_elsewhere(path, query):
    back = way_back(path, query)

    assert back.startswith("/")
    assert not back.startswith(("//", "/\\"))
    assert back.isascii()
    assert back.isprintable()


@pytest.mark.parametrize(
    ("back", "accepted", "language"),
    [
        ("/?language=pt", "en", "pt"),
        ("/?language=fr", "en", "en"),
        ("/", "fr-FR, pt-BR;q=0.8, en;q=0.5", "pt"),
        ("/", "fr", "es"),
        ("/", "", "es"),
        ("/", "ES-pe", "es"),
    ],
)
def test_the_address_then_the_browser_then_the_program_say_the_language(back, accepted, language):
    headers = Headers({"accept-language": accepted})

    assert spoken(headers, back, Language.SPANISH) == language


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        (Language.SPANISH, "Páginas de quien facilita", "después de 8 horas"),
        (Language.ENGLISH, "Facilitator&#x27;s pages", "after 8 hours"),
        (Language.PORTUGUESE, "Páginas de quem facilita", "depois de 8 horas"),
    ],
)
def test_it_speaks_the_readers_language(language, title, asked):
    page = login_page(language, "/", "", 8)

    assert f'<html lang="{language}">' in page
    assert f"<h1>{title}</h1>" in page
    assert asked in page


def test_other_languages_are_a_link_away_and_keep_the_way():
    page = login_page(Language.SPANISH, "/votes?project=k&language=es", "", 8)

    assert 'href="/votes?project=k&amp;language=pt" lang="pt"' in page
    assert 'href="/votes?project=k&amp;language=es" lang="es"' in page
    assert page.count('aria-current="true"') == 1


def test_an_error_is_said_aloud_and_nothing_without_one():
    told = login_page(Language.ENGLISH, "/", "That is not the passphrase.", 8)

    assert '<p class="box bad" role="alert">That is not the passphrase.</p>' in told
    assert "role=" not in login_page(Language.ENGLISH, "/", "", 8)


def test_what_stands_in_the_address_becomes_no_markup():
    page = login_page(Language.ENGLISH, '/?a="><script>alert(1)</script>', "", 8)

    assert "<script" not in page
    assert 'value="/?a=&quot;&gt;&lt;script&gt;' in page


def test_it_brings_no_script_and_lets_no_other_page_frame_it():
    assert "<script" not in login_page(Language.ENGLISH, "/", "", 8)
    assert POLICY.startswith("default-src 'none'; form-action 'self'")
    assert "frame-ancestors 'none'" in POLICY
