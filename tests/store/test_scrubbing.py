import json
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.scrubbing import GONE, Scrubber

ROSA = Scrubber(["Rosa Quispe Ñahui", "rosa@queso.pe", "+51 976 123 456"])


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("Habló Rosa Quispe Ñahui.", f"Habló {GONE}."),
        ("rosa  quispe\nñahui", GONE),
        ("ROSA QUISPE NAHUI", GONE),
        ("Quispe Ñahui, Rosa", GONE),
        ("acta_rosa_quispe_nahui.pdf", f"acta_{GONE}.pdf"),
        ("Rosa Quispe n\u0303ahui", GONE),
        ("mailto:Rosa@Queso.pe;", f"mailto:{GONE};"),
        ("tel. 976123456", f"tel. {GONE}"),
        ("(976) 123-456 / 51976123456", f"{GONE} / {GONE}"),
        ("+51976123456", GONE),
        ("Rosa Quispe", "Rosa Quispe"),
        ("Prosa Quispe Ñahuia", "Prosa Quispe Ñahuia"),
        ("12976123456789", "12976123456789"),
        ("", ""),
    ],
)
def test_a_person_is_found_however_she_is_written(text, scrubbed):
    assert ROSA.scrub(text) == scrubbed


def test_json_stays_json_in_the_manner_it_was_written():
    compact = json.dumps({"name": "Rosa Quispe Ñahui", "n": 3}, separators=(",", ":"))
    nested = json.dumps({"cells": json.dumps(["rosa@queso.pe", None])}, ensure_ascii=False)

    assert json.loads(ROSA.scrub(compact)) == {"name": GONE, "n": 3}
    assert ": " not in ROSA.scrub(compact)
    assert json.loads(json.loads(ROSA.scrub(nested))["cells"]) == [GONE, None]


def test_keys_of_one_word_are_code_and_stay():
    scrubber = Scrubber(["Name"])

    assert scrubber.scrub_value({"name": "Name"}) == {"name": GONE}


def test_what_only_begins_like_json_is_scrubbed_as_text():
    assert ROSA.scrub("[Rosa Quispe Ñahui dijo") == f"[{GONE} dijo"


def test_ids_digests_and_dates_are_never_touched():
    digits = Scrubber(["976123456789", "20260612"])

    for text in (str(uuid4()), "0" * 64, "2026-06-12", "2026-06-12T10:00:00+00:00"):
        assert digits.scrub(text) == text


def test_without_words_nothing_is_scrubbed():
    assert Scrubber(["", "  "]).scrub("Rosa") == "Rosa"
    assert not Scrubber([]).finds("")


@given(st.text(max_size=30), st.text(max_size=30))
def test_after_scrubbing_nothing_more_is_found(before, after):
    scrubbed = ROSA.scrub(f"{before} Rosa Quispe Ñahui {after}")

    assert not ROSA.finds(scrubbed)
    assert ROSA.scrub(scrubbed) == scrubbed


@given(st.text(alphabet="abcdefghij ñáü", min_size=3, max_size=30).filter(str.strip))
def test_any_name_is_found_in_capitals_and_without_accents(name):
    scrubber = Scrubber([name])

    assert scrubber.finds(f"({name.upper()})")
    assert scrubber.finds(f"«{name}»")


@pytest.mark.parametrize(
    ("text", "scrubbed"),
    [
        ("Luz dijo que sí", f"{GONE} dijo que sí"),
        ("doña LUZ · Quesería", f"doña {GONE} · Quesería"),
        (" luz ", GONE),
        ("Luz", GONE),
        ("la luz se va de noche", "la luz se va de noche"),
        ("Distrito de La Luz y Santa Luz", "Distrito de La Luz y Santa Luz"),
        ("Contraluz, Luzmila", "Contraluz, Luzmila"),
        ('{"náme": "Luz"}', f'{{"náme": "{GONE}"}}'),
    ],
)
def test_a_first_name_alone_goes_only_where_it_names_somebody(text, scrubbed):
    assert Scrubber(["Luz"]).scrub(text) == scrubbed


def test_what_only_looks_like_a_first_name_is_found_for_people_to_look_at():
    assert Scrubber(["Luz"]).finds("la luz se va de noche")


def test_a_first_name_with_an_accent_is_taken_out_without_it_too():
    assert Scrubber(["Inés"]).scrub("Ines e Inés y INES") == f"{GONE} e {GONE} y {GONE}"
