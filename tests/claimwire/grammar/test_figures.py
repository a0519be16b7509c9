"""Numbers told about the world, and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims import CountClaim, Vote
from claimwire.grammar.figures import read_figures

from .speech_texts import article, figures


def told(text: str) -> list[tuple]:
    return [(f.measure, f.value, f.unit, f.qualifier) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("43,000 Ukrainian troops have been killed.", [("killed", 43000, "people", "exact")], id="a plain number"),
        pytest.param("About 12,500 civilians were killed.", [("killed", 12500, "people", "about")], id="about"),
        pytest.param("More than 30,000 people are homeless.", [("homeless", 30000, "people", "over")], id="more than"),
        pytest.param("At least 3,428 protesters were killed.", [("killed", 3428, "people", "at-least")], id="at least"),
        pytest.param("Almost one million people have fled.", [("displaced", 1_000_000, "people", "under")], id="almost"),
        pytest.param("As many as 20,000 people might have died.", [("killed", 20000, "people", "up-to")], id="as many as"),
        pytest.param("Half a million people were displaced.", [("displaced", 500_000, "people", "exact")], id="half a million"),
        pytest.param("Some 3,00,000 people were affected.", [("affected", 300_000, "people", "about")], id="Indian grouping"),
        pytest.param("Washington has spent over $300 billion.", [("spent", 300_000_000_000, "USD", "over")], id="dollars"),
        pytest.param("It pledged €1.5bn in military aid.", [("military aid", 1_500_000_000, "EUR", "exact")], id="euros and bn"),
        pytest.param("The cost is 4 crore rupees.", [("cost", 40_000_000, "INR", "exact")], id="crore"),
        pytest.param("Damage of £12m was done.", [("damage", 12_000_000, "GBP", "exact")], id="pounds and m"),
        pytest.param("The debt rose by 20 million euros.", [("debt", 20_000_000, "EUR", "exact")], id="currency behind"),
        pytest.param("The toll has climbed to 11,300.", [("killed", 11300, "people", "exact")], id="a toll"),
        pytest.param(
            "The quake left 687 dead and 3,726 injured.",
            [("killed", 687, "people", "exact"), ("wounded", 3726, "people", "exact")],
            id="two measures",
        ),
        pytest.param("It counted 400,000 dead and wounded.", [("killed and wounded", 400_000, "people", "exact")], id="dead and wounded"),
    ],
)
def test_figures(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The vote was 93-18 with 65 abstentions.", id="a tally"),
        pytest.param("By 498 votes to 114, MPs gave it a reading.", id="votes"),
        pytest.param("All 27 member states of the EU agreed.", id="states"),
        pytest.param("The 65-year-old spoke for 20 minutes in 2019.", id="age, minutes, year"),
        pytest.param("Resolution 2774 (2025) was adopted at 11:30.", id="a symbol and a clock"),
        pytest.param("It holds 207 seats in the 733-member parliament.", id="seats and a size"),
        pytest.param("Tariffs of up to 45% were backed.", id="a share"),
        pytest.param("Call 555-0100 or write to 10 Downing Street.", id="telephone and house"),
        pytest.param("The text has 940 pages and 46 amendments.", id="pages"),
        pytest.param("At least 217 are needed to pass it.", id="a threshold"),
    ],
)
def test_numbers_that_are_no_figures(text):
    assert told(text) == []


def test_a_range_has_both_ends():
    (figure,) = figures("Between 18,000 and 20,000 people have died.")
    assert (figure.qualifier, figure.value, figure.high) == ("range", 18000, 20000)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("The Red Crescent says that 11,300 people have died.", "Red Crescent", id="a verb before"),
        pytest.param("About 10,000 people were missing, according to Anna Berg.", "Anna Berg", id="according to"),
        pytest.param("More than four million people have fled, the UN has said.", "United Nations", id="a verb behind"),
        pytest.param("Anna Berg told us. “We lost 5,000 soldiers,” she said.", "Anna Berg", id="inside a quotation"),
        pytest.param(
            "According to the Kiel Institute:\n• Europe has committed $258 billion.", "Kiel Institute", id="the heading of a list"
        ),
    ],
)
def test_figures_have_their_source(text, source):
    found = figures(text)[-1].attributed_to
    assert found is not None
    assert found.name == source


def test_populations_are_told_by_state_and_kind():
    assert figures("43,000 Ukrainian soldiers were killed.")[0].population == "ukrainian-troops"
    assert figures("Russia has lost 198,000 soldiers.")[0].population == "russian-troops"
    assert figures("12,500 civilians in Ukraine were killed.")[0].population == "ukrainian-civilians"


def test_a_replaced_value_is_superseded():
    new, old = figures("More than 2,400 people have died, up from 2,122.")
    assert (new.value, new.superseded) == (2400, False)
    assert (old.value, old.superseded, old.measure) == (2122, True, "killed")


def test_numbers_that_a_vote_claims_are_taken_out():
    text = "In all 1,200 residents died, and 1,200 residents voted."
    whole = CountClaim(start=0, end=len(text), option="yes", value=1200, vote=Vote("v1"))
    assert read_figures(article(text), [whole]) == []


PIECES = (
    "5,000 | people | killed | $ | € | 3.2 | million | billion | to | - | were | missing | , | . | : | “ | ” | the toll | at least | "
    "up to | about | Ukrainian troops | 1 | 99999999999999999999 | two | hundred | half a | crore | \n | said Anna Berg | of them | "
    "per | % | 漢 | ½ | ٣"
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_figures_inside_it(text):
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert figure.value >= 0
        assert figure.high is None or figure.high > figure.value
        assert figure.unit
