"""The register of one article's speakers: fullest names, roles, pronouns, organisations."""

from __future__ import annotations

import pytest

from claimwire.grammar.first_names import gender_of
from claimwire.grammar.persons import register_of

from .speech_texts import said, statements


def speaker(text: str) -> str:
    return statements(text)[-1].actor.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Majority Leader John Thune came. “One,” Thune said.", "John Thune", id="surname"),
        pytest.param("Dorothy Camille Roe came. “One,” Dorothy Roe said.", "Dorothy Camille Roe", id="middle name"),
        pytest.param("Ursula von der Heide came. “One,” von der Heide said.", "Ursula von der Heide", id="particles"),
        pytest.param("Anna Berg and Tom Berg came. “One,” Mr Berg said.", "Tom Berg", id="two of one surname"),
        pytest.param(
            "The Hungarian prime minister, Lazlo Kiss, came. “One,” the prime minister said.", "Lazlo Kiss", id="a role behind a name"
        ),
        pytest.param("Sen. Ron Marsh, R-Wis., came. “One,” the senator said.", "Ron Marsh", id="senator"),
        pytest.param("“One,” Trinamool Congress floor leader Derek O'Brien said.", "Derek O'Brien", id="party and role"),
        pytest.param("“One,” US Ambassador to the UN Linda Roe-Hall said.", "Linda Roe-Hall", id="a name behind what it is the role of"),
        pytest.param("“One,” said court president Nawaf Sami of Lebanon.", "Nawaf Sami", id="of a country"),
        pytest.param("“One,” the Ministry of Health said.", "Ministry of Health", id="a ministry"),
        pytest.param("“One,” Germany’s Kiel Institute said.", "Kiel Institute", id="a country before an institute"),
        pytest.param("“One,” the Kremlin said.", "Russia", id="a metonym"),
        pytest.param("“One,” Angus King said.", "Angus King", id="a surname that is a title"),
    ],
)
def test_speakers_are_told_by_their_fullest_name(text, name):
    assert speaker(text) == name


def test_two_surnames_stay_undecided():
    assert speaker("Anna Berg and Eva Berg came. “One,” Berg said.") == "Berg"


def test_a_pronoun_is_the_last_subject_not_the_last_name():
    assert said("Tom Reid met Paul Marsh. “One,” he said.") == [("Tom Reid", "One,")]


def test_it_is_no_state_where_a_text_was_spoken_of():
    assert said("The resolution names Russia. It calls for “peace”.") == []


def test_full_names_come_from_the_whole_article():
    register = register_of("Reid spoke. Later Prime Minister Tom Reid left with Foreign Minister Eva Lund.")
    assert register.full_name("Reid") == "Tom Reid"
    assert register.full_name("Lund") == "Eva Lund"
    assert register.full_name("Nobody") == "Nobody"


@pytest.mark.parametrize(("name", "gender"), [("Susan Collins", "f"), ("Chuck Reid", "m"), ("Xyz Reid", ""), ("Collins", "")])
def test_first_names_tell_a_gender(name, gender):
    assert gender_of(name) == gender
