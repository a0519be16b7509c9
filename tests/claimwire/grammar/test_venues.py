from __future__ import annotations

import pytest

from claimwire.articles import Article, Block
from claimwire.grammar.homes import country_of
from claimwire.grammar.votes import read_votes


def bodies_of(text: str, url: str | None = None) -> list[str | None]:
    """The body of each vote, in order of the text."""
    article = Article(outlet="example", text=text, blocks=(Block("body", 0, len(text)),), url=url)
    votes = dict.fromkeys(c.vote for c in read_votes(article))
    return [v.organization for v in votes]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The UN General Assembly adopted the resolution with 93 votes in favour, 18 against and 65 abstentions.", "un-general-assembly"),
        ("The 15-member Security Council adopted the text by 12 votes to none with 3 abstentions.", "un-security-council"),
        (
            "The resolution won 141 votes in favour at the United Nations, with 5 against and 35 abstaining. The UN has 193 member states.",
            "un-general-assembly",
        ),
        (
            "The board of the International Atomic Energy Agency passed the resolution by 20 votes to 2, with 12 abstentions.",
            "iaea-board-of-governors",
        ),
        ("The IAEA is worried about Iran. Its board voted 19-3 for the text, with 11 abstentions.", "iaea-board-of-governors"),
        ("The Human Rights Council in Geneva rejected the motion by 19 votes to 17.", "un-human-rights-council"),
        ("Israel's parliament passed the bill by 64 votes to 56.", "knesset"),
        ("MKs approved the bill at its first reading by 63 to 47.", "knesset"),
        ("Kenya's government won. MPs passed the finance bill by 195 votes to 106.", "kenyan-national-assembly"),
        ("NAIROBI, Kenya — Lawmakers voted 204 to 115 for the bill, and President Ruto will sign it.", "kenyan-national-assembly"),
        ("Rep. Thomas Massie (R-Ky.) voted no as the House passed the budget 217-215.", "us-house-of-representatives"),
        ("The Senate voted 51-49 to open debate. Sen. Rand Paul, R-Ky., voted against.", "us-senate"),
        ("Senate Republicans moved the bill forward by 51 votes to 49.", "us-senate"),
        (
            "Canada's Liberals survived: MPs voted the motion down by 211 votes to 120. The NDP voted against it.",
            "canadian-house-of-commons",
        ),
        ("Prime Minister Rishi Sunak of Britain lost as MPs voted 246 to 242 for the amendment.", "uk-house-of-commons"),
        ("Peers in the UK voted by 214 votes to 171 against the treaty.", "uk-house-of-lords"),
        ("MEPs backed the nature law by 336 votes to 300, with 13 abstentions.", "european-parliament"),
        ("Germany's chancellor lost: in the Bundestag 394 lawmakers voted against him and 207 for him.", "bundestag"),
        ("The Sejm passed the bill by 235 votes to 202.", "sejm"),
        ("Poland was divided. Lawmakers passed the bill by 235 votes to 202.", "sejm"),
        (
            "The South Korean opposition had its way: the National Assembly voted 204 to 85 for the impeachment motion.",
            "south-korean-national-assembly",
        ),
        ("France's government fell. The National Assembly backed the motion with 331 votes.", "french-national-assembly"),
        (
            "MANILA, Philippines — The House of Representatives passed the bill 131-109. House lawmakers were tired, said Rep. Ana Brun.",
            "philippine-house-of-representatives",
        ),
        ("The UN General Assembly adopts the Third Committee's draft by 120 votes to 9.", "un-general-assembly"),
        ("The Assembly of the UN, by 90 votes to 80, took note of the Human Rights Council's report.", "un-general-assembly"),
        ("Members of parliament in Auckland's shadow: the Greens and NZ First lost as MPs voted 70 to 50.", "new-zealand-parliament"),
        ("In Toronto it was hailed: members of parliament backed the motion by 190 votes to 120.", "canadian-house-of-commons"),
        ("Bulgaria's cabinet won. Parliament rejected the motion by 120 votes to 99.", "bulgarian-national-assembly"),
        ("Peru's president won in Congress: 60 lawmakers voted against the motion and 40 for it.", "peruvian-congress"),
        ("Jagdeo spoke in Demerara. The National Assembly passed the bill by 33 votes to 32.", "guyanese-national-assembly"),
        ("The Texas House passed the bill 88-52.", "texas-house-of-representatives"),
        ("Russia vetoed the draft, for which 13 members voted; China abstained.", "un-security-council"),
        ("Judges of the World Court ordered a halt by 13 votes to 2 in the ruling.", "icj"),
        ("WHO member states passed the resolution by 80 votes to 9, with 52 abstentions.", "world-health-assembly"),
    ],
)
def test_the_articles_own_evidence_tells_the_body(text: str, body: str) -> None:
    assert bodies_of(text) == [body]


@pytest.mark.parametrize(
    "text",
    [
        "The National Assembly passed the bill by 120 votes to 80.",
        "MPs passed the bill by 120 votes to 80.",
        "The council adopted the resolution by 12 votes to 3.",
        "Lawmakers approved the motion by 60 votes to 40.",
    ],
)
def test_what_could_be_any_body_stays_open(text: str) -> None:
    assert bodies_of(text) == [None]


def test_an_outlets_country_decides_where_nothing_else_does() -> None:
    text = "MPs passed the finance bill by 195 votes to 106."
    assert bodies_of(text, "https://news.example.co.ke/bill") == ["kenyan-national-assembly"]
    assert bodies_of(text, "https://news.example.co.uk/bill") == ["uk-house-of-commons"]


def test_the_text_weighs_more_than_the_outlets_country() -> None:
    text = "New Zealand took the step on Wednesday night. MPs in New Zealand passed the bill by 77 votes to 44."
    assert bodies_of(text, "https://news.example.com.au/bill") == ["new-zealand-parliament"]


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://a.example.co.uk/x", "united-kingdom"),
        ("http://example.ie", "ireland"),
        ("https://example.com", None),
        ("https://example.io/", None),
        (None, None),
        ("https://politics.example.eu", "european-union"),
        ("not a url", None),
    ],
)
def test_a_country_domain_tells_the_country(url: str | None, country: str | None) -> None:
    assert country_of(url) == country


def test_two_bodies_of_one_article_are_kept_apart() -> None:
    text = (
        "The UN General Assembly adopted the resolution by 93 votes to 18, with 65 abstentions. "
        "Later the Security Council adopted a separate resolution by 10 votes to none, with five abstentions."
    )
    assert bodies_of(text) == ["un-general-assembly", "un-security-council"]


def test_the_other_chamber_of_a_state() -> None:
    text = "The California Assembly passed the bill 52-14 on Wednesday. The state Senate passed its own bill by 29 votes to 9."
    assert bodies_of(text) == ["california-assembly", "california-senate"]


def test_a_body_that_is_only_spoken_of_holds_no_vote() -> None:
    text = "The UN General Assembly voted by 93 votes to 24, with 58 abstentions, to suspend Russia from the Human Rights Council."
    assert bodies_of(text) == ["un-general-assembly"]


def test_counts_that_a_body_cannot_have_leave_it_open() -> None:
    text = "The Security Council adopted the resolution with 93 votes in favour and 18 against."
    assert bodies_of(text) == [None]
