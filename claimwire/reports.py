"""Reports: what one article says about one vote, ready to be compared with other articles.

An article that tells of three votes gives three reports. A report keeps the
claims it came from, with their exact words, so that whatever is derived from it
(a vote event, a conflict) can show them. It can be written as JSON and read back.
"""

from __future__ import annotations

import datetime
import functools
import hashlib
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from claimwire import bodies
from claimwire.claims import EXPLICIT_BASES, Vote, VoteClaim
from claimwire.reading import Extraction
from claimwire.selectors import quote_of

Value = int | float | str

MOST_BESIDE: Final = 12
"""Pairs of counts kept of an article's other votes."""
_SUBJECT: Final = {"count": "option", "position": "actor", "sponsorship": "actor"}
_VALUE: Final = {"count": "value", "position": "option", "result": "result", "date": "date", "title": "text", "sponsorship": "actor"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value that one article gives, with the claim and the words it comes from.

    ``subject`` is the option of a count and the actor of a position or a
    sponsorship, else empty. ``value`` is a number, an option, a result, an ISO
    date, a title as printed, or the sponsor's id. ``quote`` is the contract's.
    """

    claim: str
    kind: str
    value: Value
    subject: str = ""
    qualifier: str = "exact"
    high: int | float | None = None
    basis: str | None = None
    derived: bool = False
    tentative: bool = False
    superseded: bool = False
    quoted: bool = False
    quote: Mapping[str, str | int] | None = None

    @property
    def disputable(self) -> bool:
        """Whether the outlet itself says so, now and plainly: only then can it be in a conflict."""
        if self.derived or self.tentative or self.superseded or self.quoted:
            return False
        return self.kind != "date" or self.basis in EXPLICIT_BASES


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one revision of one article says about one vote.

    ``id`` is ``"<article>/<ref>"``. ``key`` is a hash of the content (outlet, URL,
    revision, ref): it orders reports the same way in every store. ``story`` names
    the family of near copies of one wire story; an article without one is its own.
    ``nearby`` is a day told for another vote of the same article, ``beside`` are pairs
    of counts told for other votes of it. ``replaced`` is
    the day a newer revision took this one's place (``""``: on an unknown day).
    ``body_open``: the article's word for the body is not to be trusted, since it
    gives the same body counts that cannot be its own.
    """

    id: str
    article: str
    key: str
    outlet: str
    vote: Vote
    told: tuple[Told, ...]
    document: str | None = None
    published: datetime.date | None = None
    nearby: datetime.date | None = None
    story: str | None = None
    replaced: str | None = None
    body_open: bool = False
    beside: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Who tells it: the family of copies, or the article alone."""
        return self.story or self.article

    def of(self, *kinds: str) -> Iterator[Told]:
        """The values of these kinds, in order of the text."""
        return (t for t in self.told if t.kind in kinds)

    def to_record(self) -> dict[str, Any]:
        """The report as JSON values; ``report_from`` reads it back."""
        record = {f.name: getattr(self, f.name) for f in fields(self)}
        record["vote"] = self.vote.to_record()
        record["told"] = [_sparse(t) for t in self.told]
        for name in ("published", "nearby"):
            record[name] = record[name].isoformat() if record[name] else None
        return {k: v for k, v in record.items() if v is not None and v != ()}


def reports_of(extraction: Extraction, *, article: str, story: str | None = None, replaced: str | None = None) -> tuple[Report, ...]:
    """One report for each vote that claims of this extraction speak of, in order of first mention.

    ``article`` is the caller's id of the article; ids of reports are made of it.
    """
    text, revision = extraction.article.text, extraction.article.revision()
    told: dict[Vote, list[Told]] = {}
    for claim in extraction.claims:
        if isinstance(claim, VoteClaim):
            told.setdefault(claim.vote, []).append(told_of(claim, text, revision))
    days = {vote: _day(vote, values) for vote, values in told.items()}
    made = []
    for vote, values in told.items():
        made.append(
            Report(
                id=f"{article}/{vote.ref}",
                article=article,
                key=_key(extraction.outlet, extraction.article.url or "", revision, vote.ref),
                outlet=extraction.outlet,
                document=extraction.document,
                published=extraction.article.published,
                nearby=None if vote.earlier or days[vote] else _nearby(vote, days),
                vote=vote,
                told=tuple(values),
                story=story,
                replaced=replaced,
            )
        )
    return in_one_article(made)


def in_one_article(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports of one article, each with what the others say of it: ``beside`` and ``body_open``."""
    made = with_open_bodies(reports)
    pairs = {report.id: _count_pairs(report) for report in made}
    return tuple(replace(r, beside=tuple(sorted({p for o in made if o.id != r.id for p in pairs[o.id]})[:MOST_BESIDE])) for r in made)


def _count_pairs(report: Report) -> Iterator[str]:
    """Two plain counts of a vote, with its body, as words by which another article's report of it is known."""
    counts = sorted((t.subject, t.value) for t in report.of("count") if t.disputable and t.qualifier == "exact")
    for (one, first), (other, second) in itertools.combinations(counts, 2):
        if one != other:
            yield f"{report.vote.organization} {one}={first} {other}={second}"


def with_open_bodies(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports of one article; a body whose stated counts cannot be its own is open wherever no count speaks for it."""
    made = tuple(reports)
    most = {r.id: max((t.value for t in r.of("count") if isinstance(t.value, int)), default=0) for r in made}
    wrong = {r.vote.organization for r in made if r.vote.organization and not fits(r.vote.organization, most[r.id])}
    doubtful = [r.id for r in made if r.vote.organization in wrong and not (most[r.id] and fits(r.vote.organization or "", most[r.id]))]
    return tuple(replace(r, body_open=True) if r.id in doubtful else r for r in made)


def fits(body: str, votes: int) -> bool:
    """Whether so many votes can be cast in a body; true where its size is not known."""
    size = largest(body)
    return size is None or votes <= size


@functools.cache
def largest(body: str) -> int | None:
    """How many can vote in a body at most, where its size is known."""
    try:
        known = bodies.body(body)
    except KeyError:
        return None
    return known.largest or known.size


def told_of(claim: VoteClaim, text: str, revision: str) -> Told:
    """A claim about a vote as a value with its words."""
    facts = claim.facts()
    return Told(
        claim=claim.id(revision),
        kind=claim.kind,
        subject=facts[_SUBJECT[claim.kind]] if claim.kind in _SUBJECT else "",
        value=facts[_VALUE[claim.kind]],
        qualifier=facts.get("qualifier", "exact"),
        high=facts.get("high"),
        basis=facts.get("basis"),
        derived=bool(facts.get("derived")),
        tentative=claim.tentative,
        superseded=claim.superseded,
        quoted=claim.quoted,
        quote=quote_of(text, claim.start, claim.end),
    )


def report_from(record: Mapping[str, Any]) -> Report:
    """A report from its JSON values; what ``Report.to_record`` wrote comes back equal."""
    vote, rest = dict(record["vote"]), dict(record)
    vote["date"] = _date(vote.get("date"))
    vote["candidates"] = tuple(vote.get("candidates", ()))
    rest |= {"beside": tuple(record.get("beside", ()))}
    rest |= {"vote": Vote(**vote), "told": tuple(Told(**t) for t in record["told"])}
    rest |= {name: _date(record.get(name)) for name in ("published", "nearby")}
    return Report(**rest)


def in_story(report: Report, story: str | None) -> Report:
    """The same report as one of a family of near copies."""
    return replace(report, story=story)


def _key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _date(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None


def _day(vote: Vote, values: list[Told]) -> datetime.date | None:
    days = [t.value for t in values if t.kind == "date" and not t.superseded]
    return datetime.date.fromisoformat(str(days[0])) if days else vote.date


def _nearby(vote: Vote, days: Mapping[Vote, datetime.date | None]) -> datetime.date | None:
    others = [day for other, day in days.items() if day and other is not vote and not other.earlier]
    return others[0] if others else None


def _sparse(told: Told) -> dict[str, Any]:
    return {f.name: v for f in fields(told) if (v := getattr(told, f.name)) is not None and v is not False}
