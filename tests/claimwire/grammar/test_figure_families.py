"""Families of wording for figures: one invented sentence each, with what it counts, who says so and as of which day."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from claimwire.grammar.figures import read_figures

from .speech_texts import article, figures

PUBLISHED = datetime.date(2026, 3, 12)
"""A Thursday."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("About 1,200 were killed and 251 taken hostage.", [(1200, "killed"), (251, "abducted")], id="taken hostage"),
        pytest.param("All 83 passengers and 15 crew members were killed.", [(83, "killed"), (15, "killed")], id="two numbers, one verb"),
        pytest.param("The flood killed 11 300 people.", [(11300, "killed")], id="a blank parts the thousands"),
        pytest.param("The slaughter of some 8,000 men and boys is a crime.", [(8000, "killed")], id="slaughter of"),
        pytest.param("It killed 2,900 people and injured 5,500 others.", [(2900, "killed"), (5500, "wounded")], id="each verb its number"),
        pytest.param("Bus crash kills 11, injures 30 in Norland", [(11, "killed"), (30, "wounded")], id="a headline"),
        pytest.param("Up to 900 people are feared dead.", [(900, "killed")], id="feared dead"),
        pytest.param("In all 4,512 people have been confirmed dead.", [(4512, "killed")], id="confirmed dead"),
        pytest.param(
            "War has killed 15,000 people and driven 12 million from their homes.",
            [(15000, "killed"), (12000000, "displaced")],
            id="driven",
        ),
        pytest.param("One person was killed and 27 were hurt.", [(1, "killed"), (27, "wounded")], id="one person"),
        pytest.param("A crowd of 3,000 gathered outside.", [(3000, "protesting")], id="a crowd of"),
        pytest.param(
            "Organisers said 5,000 people attended, police said 2,000.", [(5000, "protesting"), (2000, "protesting")], id="police said"
        ),
        pytest.param("Initially 40 deaths were reported; the final figure is 64.", [(40, "killed"), (64, "killed")], id="the final figure"),
        pytest.param("More than 160,000 are estimated to have been killed.", [(160000, "killed")], id="are estimated to have been"),
        pytest.param("The court jailed 14 activists.", [(14, "detained")], id="a noun of people behind a verb"),
        pytest.param("Lawmakers approved a 4.7 billion-dollar package.", [(4700000000, "aid")], id="billion-dollar"),
    ],
)
def test_what_is_counted(text, expected):
    assert [(f.value, f.measure) for f in figures(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The draft names the 1995 killings a crime.", id="a year before a noun of killing"),
        pytest.param("MONROVIA, March 28, 2027 Liberian lawmakers met again.", id="the year of a day before a people"),
        pytest.param("The Act of 1913 left people only a tenth of the land.", id="a year in the name of a law"),
        pytest.param("Suspects aged 30 and 34 were arrested.", id="ages"),
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("The Lunar Bank estimates the damage at $14bn.", "Lunar Bank", id="estimates"),
        pytest.param("Norland has suffered 700,000 casualties, Western officials estimate.", "Western officials", id="estimate behind"),
        pytest.param("Some 112 people remain missing, the governor, Ana Paz, said.", "Ana Paz", id="a role and a name behind"),
    ],
)
def test_who_says_so(text, source):
    assert [f.attributed_to.name for f in figures(text)] == [source]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("As of 10 March, 1.4 million people had been displaced.", datetime.date(2026, 3, 10), id="as of"),
        pytest.param("By Tuesday, 312 people had been killed.", datetime.date(2026, 3, 10), id="by a weekday that is over"),
        pytest.param("Figures up to 1 March show 622 people killed.", datetime.date(2026, 3, 1), id="up to"),
        pytest.param("The number of infected people stood at 3,411 on 9 March.", datetime.date(2026, 3, 9), id="a toll on a day"),
        pytest.param("So far 2,300 migrants have drowned, the coast guard said.", PUBLISHED, id="so far, with a source"),
        pytest.param("So far 2,300 migrants have drowned.", None, id="so far, without a source"),
        pytest.param("By Friday 2,000 people could be killed.", None, id="what could be"),
        pytest.param("On Sunday six people were killed.", None, id="the day of the deed"),
        pytest.param("Ahead of a march backed by Tuesday's voters 300 people were detained.", None, id="a day that owns something"),
    ],
)
def test_as_of_which_day(text, day):
    told = read_figures(replace(article(text), published=PUBLISHED))
    assert [f.as_of for f in told] == [day]


@pytest.mark.parametrize(
    ("text", "superseded"),
    [
        pytest.param("The ministry revised the toll to 88 from 91.", [False, True], id="revised to, from"),
        pytest.param("The number of dead rose to 61 on Thursday from 57 a day earlier.", [False, True], id="a day earlier"),
    ],
)
def test_what_the_text_has_replaced(text, superseded):
    assert [f.superseded for f in figures(text)] == superseded
