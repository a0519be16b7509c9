"""From an extraction to reports: one for each vote, with the words of every value."""

from __future__ import annotations

import datetime

from claimwire import Article, Block, CountClaim, DateClaim, PositionClaim, Vote
from claimwire.claims import Actor, Claim
from claimwire.linking.evidence import evidence_of
from claimwire.reading import Extraction
from claimwire.reports import fits, in_story, report_from, reports_of

TEXT = "The Assembly adopted it by 93 to 18 on 24 February. The Council followed; Russia voted for it."
MONDAY = datetime.date(2025, 2, 24)
ASSEMBLY = Vote("v1", "un-general-assembly", MONDAY)
COUNCIL = Vote("v2", "un-security-council")


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


def extraction(*claims: Claim) -> Extraction:
    article = Article("paper", TEXT, (Block("body", 0, len(TEXT)),), url="https://paper.example/1", published=MONDAY)
    return Extraction("d1", article, "generic", "none", claims, (), ())


CLAIMS = (
    CountClaim(vote=ASSEMBLY, option="yes", value=93, **at("93")),
    CountClaim(vote=ASSEMBLY, option="no", value=18, tentative=True, **at("18")),
    DateClaim(vote=ASSEMBLY, date=MONDAY, basis="stated", **at("24 February")),
    PositionClaim(vote=COUNCIL, actor=Actor("russia", "Russia", "country"), option="yes", **at("Russia voted for it")),
)


def test_one_report_for_each_vote() -> None:
    assembly, council = reports_of(extraction(*CLAIMS), article="a1")
    assert (assembly.id, council.id) == ("a1/v1", "a1/v2")
    assert [(t.kind, t.subject, t.value) for t in assembly.told] == [("count", "yes", 93), ("count", "no", 18), ("date", "", "2025-02-24")]
    assert [(t.kind, t.subject, t.value) for t in council.told] == [("position", "russia", "yes")]


def test_each_value_has_its_words_and_flags() -> None:
    assembly, _ = reports_of(extraction(*CLAIMS), article="a1")
    assert all(t.quote and TEXT[int(t.quote["start"]) : int(t.quote["end"])] == t.quote["exact"] for t in assembly.told)
    assert [t.disputable for t in assembly.told] == [True, False, True]


def test_an_undated_vote_knows_the_day_of_its_neighbour() -> None:
    assembly, council = reports_of(extraction(*CLAIMS), article="a1")
    assert (assembly.nearby, council.nearby) == (None, MONDAY)


def test_an_earlier_vote_does_not() -> None:
    earlier = Vote("v2", "un-security-council", earlier=True)
    claims = (*CLAIMS[:3], PositionClaim(vote=earlier, actor=Actor("russia", "Russia", "country"), option="no", **at("Russia")))
    assert reports_of(extraction(*claims), article="a1")[1].nearby is None


def test_the_key_is_of_content_and_the_id_of_the_article() -> None:
    one, other = reports_of(extraction(*CLAIMS), article="a1")[0], reports_of(extraction(*CLAIMS), article="a2")[0]
    assert one.key == other.key
    assert one.id != other.id


def test_93_votes_open_the_body_of_a_council_of_15_and_of_what_else_is_called_so() -> None:
    first, second = Vote("v1", "un-security-council"), Vote("v2", "un-security-council")
    claims = (
        CountClaim(vote=first, option="yes", value=93, **at("93")),
        PositionClaim(vote=second, actor=Actor("russia", "Russia", "country"), option="yes", **at("Russia")),
    )
    wrong, doubtful = reports_of(extraction(*claims), article="a1")
    assert wrong.body_open
    assert doubtful.body_open
    assert not evidence_of(wrong).bodies
    assert not fits("un-security-council", 93)
    assert fits("un-security-council", 15)
    assert fits("a-body-nobody-knows", 93)


def test_a_report_comes_back_from_json_equal() -> None:
    for report in reports_of(extraction(*CLAIMS), article="a1", story="wire", replaced="2025-02-25"):
        assert report_from(report.to_record()) == report


def test_a_family_is_one_source() -> None:
    (report, _) = reports_of(extraction(*CLAIMS), article="a1")
    assert (report.source, in_story(report, "wire").source) == ("a1", "wire")
