"""The address behind a proxy: a name that is reached encrypted, and nothing more."""

import pytest

from app.proxy_address import (
    NotAnAddress,
    NotForPhones,
    ProxyAddress,
    phones_address,
    proxy_address,
)


@pytest.mark.parametrize(
    ("typed", "name", "port"),
    [
        ("https://dinamo.example.org", "dinamo.example.org", 443),
        (" https://Dinamo.Example.org/ ", "dinamo.example.org", 443),
        ("https://dinamo.example.org:443", "dinamo.example.org", 443),
        ("https://plan.local:8443", "plan.local", 8443),
        ("https://montaña.pe", "xn--montaa-0wa.pe", 443),
        ("https://192.0.2.7", "192.0.2.7", 443),
    ],
)
def test_an_address_is_a_name_and_a_port(typed, name, port):
    assert proxy_address(typed) == ProxyAddress(name, port)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "dinamo.example.org",
        "http://dinamo.example.org",
        "https://",
        "https://*",
        "https://*.example.org",
        "https://a b.org",
        "https://dinamo.example.org/plan",
        "https://dinamo.example.org?x=1",
        "https://dinamo.example.org#x",
        "https://ana:clave@dinamo.example.org",
        "https://@dinamo.example.org",
        "https://dinamo.example.org:70000",
        "https://dinamo.example.org:abc",
        "https://[::1]",
        "https://dinamo..org",
        "https://-dinamo.org-",
    ],
)
def test_what_is_no_such_address_is_refused_with_an_example(typed):
    with pytest.raises(NotAnAddress, match=r"https://dinamo\.example\.org"):
        proxy_address(typed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("https://Votar.example.org/", "https://votar.example.org"),
        ("http://votar.example.org:80", "http://votar.example.org"),
        ("http://192.0.2.7:8090", "http://192.0.2.7:8090"),
        ("https://montaña.pe", "https://xn--montaa-0wa.pe"),
    ],
)
def test_phones_may_be_told_an_address_without_encryption_too(typed, told):
    assert phones_address(typed) == told


@pytest.mark.parametrize(
    "typed",
    ["votar.example.org", "https://example.org/votar", "ftp://a.org", "https://", "http://a:x"],
)
def test_what_phones_could_not_open_is_refused_with_an_example(typed):
    with pytest.raises(NotForPhones, match=r"https://vote\.example\.org"):
        phones_address(typed)


def test_the_usual_port_is_not_written_and_any_other_is():
    usual, other = ProxyAddress("a.org"), ProxyAddress("a.org", 8443)

    assert (usual.origin, other.origin) == ("https://a.org", "https://a.org:8443")
    assert usual.hosts == {"a.org", "a.org:443"}
    assert other.hosts == {"a.org", "a.org:8443"}


def test_the_first_page_names_the_project():
    assert ProxyAddress("a.org").page() == "https://a.org/"
    assert ProxyAddress("a.org").page(project="k", language="pt") == (
        "https://a.org/?project=k&language=pt"
    )
