from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimwire.grammar.dates import DateMention, find_dates, resolve

PUBLISHED = datetime.date(2025, 2, 26)
"""A Wednesday."""


def day(words: str) -> datetime.date:
    return datetime.date.fromisoformat(words)


def told(text: str, published: datetime.date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    """The words of each date, and the day they mean."""
    return [(text[m.start : m.end], m.date and m.date.isoformat()) for m in find_dates(text, published)]


def only(text: str, published: datetime.date | None = PUBLISHED) -> DateMention:
    (mention,) = find_dates(text, published)
    return mention


@pytest.mark.parametrize(
    "words",
    [
        "24 February 2025",
        "24 Feb 2025",
        "24 Feb. 2025",
        "24th February 2025",
        "the 24th of February, 2025",
        "Feb. 24, 2025",
        "February 24, 2025",
        "February 24th, 2025",
        "Feb 24 2025",
        "FEBRUARY 24, 2025",
        "2025-02-24",
        "24/02/2025",
        "02/24/2025",
        "24.02.2025",
        "Monday, February 24, 2025",
        "Monday, 24 February 2025",
        "Monday 24 February 2025",
        "Mon, Feb 24, 2025",
        "Monday (24 February 2025)",
        "Monday, the 24th of February 2025",
        "24 February 2025 (Monday)",
    ],
)
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_a_day_with_its_year_needs_no_publication_date(words: str, published: datetime.date | None) -> None:
    mention = only(f"The text was adopted on {words} in New York.", published)
    assert (mention.date, mention.basis, mention.problem, mention.explicit) == (day("2025-02-24"), "stated", None, True)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("It was adopted on 24 February.", "2025-02-24"),
        ("It was adopted on Feb. 24 by the Assembly.", "2025-02-24"),
        ("It was adopted on Monday (Feb 24).", "2025-02-24"),
        ("It was adopted on December 10.", "2024-12-10"),
        ("It was adopted on the 24th.", "2025-02-24"),
        ("It will be put to the vote on March 5.", "2025-03-05"),
    ],
)
def test_a_day_without_a_year_takes_it_from_publication(sentence: str, meant: str) -> None:
    mention = only(sentence)
    assert (mention.date, mention.basis) == (day(meant), "stated")


def test_without_publication_a_day_without_a_year_stays_open() -> None:
    mention = only("It was adopted on 24 February.", None)
    assert (mention.date, mention.basis, mention.month) == (None, None, 2)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("on Monday", "2025-02-24"),
        ("Monday evening", "2025-02-24"),
        ("on Monday’s session", "2025-02-24"),
        ("on Wednesday", "2025-02-26"),
        ("on Thursday", "2025-02-20"),
        ("last Friday", "2025-02-21"),
        ("last Wednesday", "2025-02-19"),
        ("this past Monday", "2025-02-24"),
        ("Tuesday of last week", "2025-02-18"),
        ("on Thursday last week", "2025-02-20"),
        ("yesterday", "2025-02-25"),
        ("last night", "2025-02-25"),
        ("today", "2025-02-26"),
        ("two days ago", "2025-02-24"),
        ("a week ago", "2025-02-19"),
        ("MONDAY", "2025-02-24"),
    ],
)
def test_a_weekday_is_the_latest_up_to_publication(words: str, meant: str) -> None:
    mention = only(f"The Assembly voted {words} in New York.")
    assert (mention.date, mention.basis) == (day(meant), "weekday+published")


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("The Assembly will vote on Friday.", "2025-02-28"),
        ("A vote is expected on Monday.", "2025-03-03"),
        ("On Friday the Council is due to meet.", "2025-02-28"),
        ("The Bundestag is set to decide next Thursday.", "2025-02-27"),
        ("Members meet again tomorrow.", "2025-02-27"),
        ("The Bloc gives the Liberals until March 29.", "2025-03-29"),
    ],
)
def test_days_to_come_are_marked_and_lie_ahead(sentence: str, meant: str) -> None:
    mention = only(sentence)
    assert (mention.time, mention.date) == ("future", day(meant))


@pytest.mark.parametrize(
    "sentence",
    [
        "The resolution, which will not be binding, was adopted on Monday.",
        "Speaking on Monday, she said that Poland would abstain.",
        "Delegates voted on Monday and will meet again.",
        "It was adopted by the Assembly on Monday.",
        "Republicans could breathe on Monday as they passed the bill.",
        "He will not lead the country yet: on Monday 324 lawmakers backed him.",
    ],
)
def test_a_day_that_was_is_not_future_for_words_elsewhere(sentence: str) -> None:
    assert [m.time for m in find_dates(sentence, PUBLISHED)] == ["open"]


def test_without_publication_a_weekday_is_kept_and_can_be_resolved_later() -> None:
    mention = only("It was adopted on Monday.", None)
    assert (mention.date, mention.weekday) == (None, "Monday")
    assert resolve(mention, PUBLISHED).date == day("2025-02-24")


def test_a_bracketed_day_of_the_month_joins_its_weekday() -> None:
    text = "The text on Sunday’s (28) election failed on Wednesday (31)."
    assert told(text, day("2024-08-01")) == [("Sunday’s (28)", "2024-07-28"), ("Wednesday (31)", "2024-07-31")]


@pytest.mark.parametrize(
    ("sentence", "meant", "is_day"),
    [
        ("It voted on Monday, February 25, 2025.", "2025-02-25", "Tuesday"),
        ("It voted on Friday (24 February 2025).", "2025-02-24", "Monday"),
        ("It voted on Tuesday, Feb. 24, with 93 in favour.", "2025-02-24", "Monday"),
    ],
)
def test_a_weekday_that_does_not_fit_keeps_the_date_and_says_so(sentence: str, meant: str, is_day: str) -> None:
    mention = only(sentence)
    assert mention.date == day(meant)
    assert mention.problem is not None
    assert mention.problem.endswith(f"was a {is_day}.")


@pytest.mark.parametrize(
    "text", ["date 2025-02-24 Tuesday's vote was close.", "On 24 February, Tuesday's vote was far off.", "24 February 2025 Tuesday"]
)
def test_a_weekday_behind_a_date_is_its_own_day_without_marks(text: str) -> None:
    assert [m.problem for m in find_dates(text, PUBLISHED)] == [None, None]


def test_a_weekday_can_tell_the_year() -> None:
    mention = only("It had voted on Friday, February 24, in emergency session.", day("2024-01-10"))
    assert (mention.date, mention.problem) == (day("2023-02-24"), None)


@pytest.mark.parametrize(
    ("words", "precision", "year", "month"),
    [
        ("last week", "week", None, None),
        ("earlier this week", "week", None, None),
        ("last month", "month", 2025, 1),
        ("in 2022", "year", 2022, None),
        ("in March 2023", "month", 2023, 3),
        ("last year", "year", 2024, None),
        ("two years ago", "year", 2023, None),
        ("in October", "month", None, 10),
        ("24-25 February 2025", "week", 2025, 2),
    ],
)
def test_imprecise_times_have_no_day(words: str, precision: str, year: int | None, month: int | None) -> None:
    mention = only(f"The Assembly voted {words} by 141 to 5.")
    assert (mention.date, mention.precision, mention.year, mention.month) == (None, precision, year, month)


def test_a_day_earlier_is_reckoned_from_the_day_told_before() -> None:
    assert told("It voted on Tuesday. A day earlier the Council had met.") == [("Tuesday", "2025-02-25"), ("A day earlier", "2025-02-24")]


def test_a_day_earlier_than_nothing_is_no_date() -> None:
    assert told("A day earlier the Council had met.") == []


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("It voted on the third anniversary of Russia's invasion of Ukraine.", "2025-02-24"),
        ("It voted on the 3rd anniversary of the full-scale war in Ukraine.", "2025-02-24"),
        ("It voted on the invasion's third anniversary in support of Ukraine.", "2025-02-24"),
        ("It voted exactly three years after Russia's invasion of Ukraine.", "2025-02-24"),
        ("It voted on the eve of the first anniversary of the invasion of Ukraine.", "2023-02-23"),
        ("It voted on the second anniversary of the October 7 attack on Israel.", "2025-10-07"),
    ],
)
def test_anniversaries_of_known_events(sentence: str, meant: str) -> None:
    dates = [m for m in find_dates(sentence) if m.basis == "anniversary"]
    assert [m.date for m in dates] == [day(meant)]
    assert not dates[0].explicit


@pytest.mark.parametrize(
    "sentence",
    [
        "It voted on the third anniversary of the earthquake.",
        "It voted on the anniversary of the war in Ukraine.",
        "It voted on the third anniversary of the Gulf war, Ukraine said.",
    ],
)
def test_anniversaries_of_what_nobody_dates_stay_open(sentence: str) -> None:
    assert [m.date for m in find_dates(sentence)] == [None]


def test_the_article_itself_can_date_the_event() -> None:
    text = "The army's coup of Feb. 1, 2021, ended a decade of reform. It voted on the fourth anniversary of the coup."
    assert told(text, None)[-1] == ("fourth anniversary", "2025-02-01")


def test_an_anniversary_without_a_number_takes_the_year_of_publication() -> None:
    assert only("It voted on the anniversary of the invasion of Ukraine.").date == day("2025-02-24")


def test_undated_articles_take_their_weekdays_from_the_anniversary_they_name() -> None:
    text = "On Thursday fifteen states abstained. On Friday it will be exactly a year since the invasion of Ukraine."
    assert told(text, None)[:2] == [("Thursday", "2023-02-23"), ("Friday", "2023-02-24")]
    assert all(m.basis == "anniversary" for m in find_dates(text))


def test_an_anniversary_on_another_weekday_dates_nothing() -> None:
    text = "On Sunday states voted, ahead of the third anniversary of the invasion of Ukraine."
    assert told(text, None)[0] == ("Sunday", None)


@pytest.mark.parametrize(
    "line",
    [
        "NEW YORK, Feb 24 (Reuters) - The Assembly voted.",
        "New York, 24 February 2025 (dpa) – The Assembly voted.",
        "Monday, 24 February 2025, 19:01",
        "• Monday, 24 February 2025",
        "Feb 24, 2025 12:01 AM IST",
        "date 2025-02-24 The Assembly voted.",
        "KATHMANDU [Nepal], February 24 (ANI): The House voted.",
    ],
)
def test_datelines_are_told_apart(line: str) -> None:
    assert [m.basis for m in find_dates(line, PUBLISHED) if m.date] == ["dateline"]


def test_a_wire_dateline_dates_the_weekdays_of_an_undated_article() -> None:
    text = "UNITED NATIONS, Feb 25, 2025 (AFP) - The Assembly voted on Monday."
    assert [(m.date, m.basis) for m in find_dates(text)][1] == (day("2025-02-24"), "dateline")


def test_weekdays_of_a_wire_story_published_late_are_reckoned_from_its_dateline() -> None:
    text = "VIENNA, Feb. 12 (Reuters) - The board voted on Wednesday."
    assert told(text)[-1] == ("Wednesday", "2025-02-12")


def test_a_line_that_only_holds_a_date_dates_nothing_else() -> None:
    """A page's clock is no publication date."""
    assert told("Friday, June 27, 2025\nThe Assembly voted on Monday.", None)[1] == ("Monday", None)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Russia launched its invasion on Feb. 24, 2022.", "invasion"),
        ("isolated since February 24, 2022", "since"),
        ("the Oct. 7, 2023, attack on Israel", "attack"),
        ("— UN News (@UN_News_Centre) February 24, 2025", "post"),
        ("The Assembly voted on Feb. 24, 2025.", None),
        ("the largest share since Wednesday’s vote", None),
        ("It suspended Russia on Thursday over its invasion of Ukraine.", None),
        ("the Oct. 7 Hamas-led attack", "attack"),
    ],
)
def test_dates_of_other_events_are_named(sentence: str, event: str | None) -> None:
    assert only(sentence).event == event


@pytest.mark.parametrize(
    "text",
    [
        "They may march 5 miles.",
        "He reads the Sunday Times.",
        "On Black Friday shops open.",
        "In May 141 countries agreed",
        "a 24-18 vote",
        "resolution 2774 (2025)",
        "A/RES/ES-11/7",
        "31 February 2025",
        "2025-13-45",
        "03/04/2025",
        "Mondays are quiet.",
        "we wed in the sun",
        "99 Feb",
    ],
)
def test_words_that_are_no_day_give_none(text: str) -> None:
    assert [m for m in find_dates(text, PUBLISHED) if m.date] == []


def test_only_the_span_asked_for_is_read() -> None:
    text = "on Monday and on Tuesday"
    assert [text[m.start : m.end] for m in find_dates(text, PUBLISHED, 10)] == ["Tuesday"]


WORDS = st.sampled_from(
    [
        "Monday",
        "February",
        "Feb.",
        "24",
        "31",
        "2025",
        "on",
        "the",
        "third",
        "anniversary",
        "of",
        "invasion",
        "Ukraine",
        "a day earlier",
        "last",
        "week",
        "will",
        "vote",
        "(",
        ")",
        ",",
        ".",
        "\n",
        "-",
        "in",
        "yesterday",
        "0",
        "9999",
        "exactly",
        "years",
        "since",
        "٣",
        "İ",
        "ﬁ",
    ]
)


@given(st.lists(WORDS, max_size=30), st.sampled_from([" ", "", "  "]), st.dates() | st.none())
def test_any_words_give_ordered_spans_and_no_error(words: list[str], gap: str, published: datetime.date | None) -> None:
    text = gap.join(words)
    mentions = find_dates(text, published)
    spans = [(m.start, m.end) for m in mentions]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    assert all((m.date is None) == (m.basis is None) for m in mentions)
