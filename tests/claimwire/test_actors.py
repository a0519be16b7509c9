from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from claimwire import actors
from claimwire.grammar.lexer import tokenize
from claimwire.outlets import slug_of


def meant(form: str, *uses: str) -> set[str]:
    """Ids of the actors that this wording can name."""
    return {n.actor for n in actors.names() if n.form.lower() == form.lower() and n.actor and (not uses or n.use in uses)}


def rows_of(form: str) -> list[actors.Name]:
    return [n for n in actors.names() if n.form == form]


def plain(words: str) -> str:
    """A wording as the gazetteer has it: straight apostrophes, no article, no possessive."""
    words = words.replace("’", "'").removesuffix("'s")
    return words[4:] if words.lower().startswith("the ") else words


def test_the_193_members_and_the_two_observers_are_states() -> None:
    assert len(actors.un_members()) == 193
    assert {"palestine", "holy-see"} <= {a.id for a in actors.states()} - actors.un_members()


def test_a_state_has_its_codes_and_its_wikidata_id() -> None:
    state = actors.actor("ivory-coast")
    assert state.kind == "country"
    assert dict(state.identifiers) == {"iso3166-1-alpha3": "CIV", "iso3166-1-alpha2": "CI", "wikidata": "Q1008"}


@pytest.mark.parametrize("code", ["GBR", "gb", "Gbr"])
def test_a_state_is_found_by_either_code_in_any_case(code: str) -> None:
    assert actors.by_code(code).id == "united-kingdom"


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        actors.actor("atlantis")


def test_a_states_id_is_the_slug_of_its_name() -> None:
    assert [a.id for a in actors.states() if a.id != slug_of(a.name)] == []


def test_ids_are_unique_over_states_groups_and_parties() -> None:
    ids = [a.id for a in (*actors.states(), *actors.groups(), *actors.parties())]
    assert len(ids) == len(set(ids))


def test_every_name_belongs_to_an_actor_or_to_nobody_on_purpose() -> None:
    known = {a.id for a in (*actors.states(), *actors.groups(), *actors.parties())}
    assert [n for n in actors.names() if n.actor not in known and not (n.use == "none" and n.actor == "")] == []


def test_forms_are_as_a_reader_looks_them_up() -> None:
    assert [n for n in actors.names() if n.form != n.form.strip() or "’" in n.form or not list(tokenize(n.form))] == []


@pytest.mark.parametrize(
    ("wording", "state"),
    [
        ("Swaziland", "eswatini"),
        ("Burma", "myanmar"),
        ("Zaire", "democratic-republic-of-the-congo"),
        ("Upper Volta", "burkina-faso"),
        ("USSR", "russia"),
        ("Macedonia", "north-macedonia"),
        ("Türkiye", "turkey"),
        ("Côte d'Ivoire", "ivory-coast"),
        ("Cote d'Ivoire", "ivory-coast"),
        ("Cabo Verde", "cape-verde"),
        ("East Timor", "timor-leste"),
        ("Viet Nam", "vietnam"),
        ("Lao PDR", "laos"),
        ("Brunei Darussalam", "brunei"),
        ("Congo-Brazzaville", "republic-of-the-congo"),
        ("Central Africa Republic", "central-african-republic"),
        ("CAR", "central-african-republic"),
        ("DRC", "democratic-republic-of-the-congo"),
        ("DPRK", "north-korea"),
        ("Czech Republic", "czechia"),
        ("St. Lucia", "saint-lucia"),
        ("Kremlin", "russia"),
        ("White House", "united-states"),
        ("Downing Street", "united-kingdom"),
        ("Whitehall", "united-kingdom"),
        ("Kiev", "ukraine"),
        ("Kyiv", "ukraine"),
        ("Pyongyang", "north-korea"),
        ("Delhi", "india"),
        ("Ankara", "turkey"),
        ("Trump administration", "united-states"),
        ("Biden administration", "united-states"),
        ("Netanyahu government", "israel"),
        ("Putin's government", "russia"),
        ("Nigerien", "niger"),
        ("Nigerian", "nigeria"),
        ("Guinea-Bissau", "guinea-bissau"),
        ("Equatorial Guinea", "equatorial-guinea"),
        ("Holy See", "holy-see"),
        ("Saudis", "saudi-arabia"),
    ],
)
def test_the_press_names_a_state_so(wording: str, state: str) -> None:
    assert meant(wording) == {state}


@pytest.mark.parametrize("form", ["US", "U.S.", "CAR", "DRC", "UK", "UAE", "USA", "DPRK", "PNG"])
def test_short_forms_match_their_own_case_only(form: str) -> None:
    assert rows_of(form)
    assert all(n.cased for n in rows_of(form) if n.use == "abbreviation")


@pytest.mark.parametrize("form", ["Georgia", "Jordan", "Chad", "Guinea", "Niger", "Congo", "Korea", "Dominican", "Washington"])
def test_words_with_another_common_sense_are_marked(form: str) -> None:
    assert rows_of(form)
    assert all(n.ambiguous for n in rows_of(form))


@pytest.mark.parametrize("form", ["France", "Nigeria", "Guinea-Bissau", "South Korea", "Mali", "Hungary", "Russian"])
def test_plain_names_are_not_marked(form: str) -> None:
    assert rows_of(form)
    assert not any(n.ambiguous or n.cased for n in rows_of(form))


def test_congo_and_korea_are_left_to_the_context() -> None:
    assert meant("Congo") == {"republic-of-the-congo", "democratic-republic-of-the-congo"}
    assert meant("Koreans") == {"north-korea", "south-korea"}


@pytest.mark.parametrize("form", ["South America", "Michael Jordan", "Washington Post", "Paris Agreement", "Niger Delta", "American Samoa"])
def test_phrases_that_only_look_like_states_name_nobody(form: str) -> None:
    assert [n.actor for n in rows_of(form)] == [""]


def test_adjectives_are_told_apart_from_people_and_names() -> None:
    assert {n.use for n in rows_of("Ukrainian")} == {"adjective"}
    assert {n.use for n in rows_of("Ukrainians")} == {"people"}
    assert {n.use for n in rows_of("US")} == {"abbreviation", "adjective"}


@pytest.mark.parametrize(
    ("group", "size"),
    [
        ("european-union", 27),
        ("african-union", 55),
        ("nato", 32),
        ("g7", 7),
        ("p5", 5),
        ("arab-states", 22),
        ("gulf-states", 6),
        ("baltic-states", 3),
        ("nordic-states", 5),
        ("council-of-europe", 46),
        ("brics", 10),
        ("asean", 11),
    ],
)
def test_groups_with_fixed_members(group: str, size: int) -> None:
    assert len(actors.members(group)) == size


def test_members_are_states_and_open_groups_have_none() -> None:
    states = {a.id for a in actors.states()}
    assert all(set(actors.members(g.id)) <= states for g in actors.groups())
    assert actors.members("european-states") == actors.members("no-such-group") == ()


def test_parties_know_their_home() -> None:
    assert actors.home("labour-party-uk") == "united-kingdom"
    assert actors.home("european-peoples-party") == "european-union"
    assert actors.home("france") is None
    places = {a.id for a in actors.states()} | {"european-union"}
    assert [p.id for p in actors.parties() if actors.home(p.id) not in places] == []


def test_party_words_that_mean_other_things_need_their_case() -> None:
    assert all(n.cased for form in ("Democrats", "Republicans", "Tories", "Greens") for n in rows_of(form))
    assert meant("Greens") >= {"greens-germany", "green-party-england", "australian-greens"}


@pytest.mark.shared
def test_codes_and_official_names_are_those_of_the_united_nations(shared_dir: Path) -> None:
    known = defaultdict(set)
    for name in actors.names():
        known[name.form.lower()].add(name.actor)
    unknown = []
    with (shared_dir / "records" / "actors_un193.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            state = actors.by_code(row["iso3"])
            codes = dict(state.identifiers)
            assert (codes["iso3166-1-alpha2"], codes["wikidata"]) == (row["iso2"], row["wikidata"]), row
            wordings = (row["un_name"], row["common_name"], row["formal_name"])
            unknown += [w for w in wordings if w.strip(" *") and state.id not in known[plain(w.strip(" *")).lower()]]
    assert unknown == []


@pytest.mark.shared
def test_mentions_mean_the_states_that_the_gold_says(shared_dir: Path) -> None:
    wrong = []
    with (shared_dir / "records" / "country_mentions_gold.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            exact = plain(row["mention"])
            fitting = [
                n for n in actors.names() if n.form == exact or (not n.cased and not exact.islower() and n.form.lower() == exact.lower())
            ]
            states = {n.actor for n in fitting if n.actor and actors.actor(n.actor).kind == "country"}
            wanted = {actors.by_code(row["iso3"]).id} if row["iso3"] else set()
            if not wanted <= states or (not row["iso3"] and states and not all(n.ambiguous for n in fitting)):
                wrong.append((row["mention"], row["iso3"], states))
    assert wrong == []
