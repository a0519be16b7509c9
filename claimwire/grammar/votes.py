"""Votes of one article: sentence by sentence through units, chunks and clauses into the motion register, then claims."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from claimwire.articles import Article
from claimwire.claims import VoteClaim
from claimwire.grammar.carrying import NEAR
from claimwire.grammar.chunking import chunks_of
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.counts import counts_of
from claimwire.grammar.dates import DateMention, find_dates
from claimwire.grammar.evidence import tells_of_votes, with_evidence
from claimwire.grammar.facts import Fact, Reading
from claimwire.grammar.headings import headed, is_heading
from claimwire.grammar.ledger import Ledger
from claimwire.grammar.majorities import with_results
from claimwire.grammar.memory import decided_by_it
from claimwire.grammar.outcomes import outcomes_of
from claimwire.grammar.partials import is_partial
from claimwire.grammar.partyrows import is_party_row
from claimwire.grammar.patterns import letters
from claimwire.grammar.placing import place
from claimwire.grammar.positions import positions_of
from claimwire.grammar.sentences import Sentence, quoted, sentences
from claimwire.grammar.sponsors import sponsors_of
from claimwire.grammar.tables import table_row
from claimwire.grammar.tallies import NOTHING
from claimwire.grammar.units import Unit, units_of
from claimwire.grammar.venues import Venues
from claimwire.grammar.votenouns import vetoed_by

_LATIN = re.compile(r"[A-Za-z]")
_READ_OUT = frozenset({"position.list", "position.including", "position.apposition", "position.inverted", "position.among"})
_TELLING = frozenset(
    "VOTE VERB VETO MOTION BODY LABEL BACKING SPONSOR NOPART CAST NOUNACT JOIN SIDE AMONG UNANIMOUS VOTES OUTCOME GET".split()
)
_NAMING = frozenset({"NAME", "WEAK", "CAP", "NUM"})
_SPEAKING = frozenset({"WEAK", "ACT", "OTHERS", "TALLY", "WITH"})
"""Chunks by which a sentence without a word of voting goes on telling of a vote."""
_MAY_SPEAK = frozenset({"WEAK", "SAME", "OTHERS", "WITH"})

_OF_BILLS: Final = frozenset(("election", "elections", "primary", "primaries", "presidency"))
"""Words of elections that reports of votes on bills use too."""
MAX_MOTIONS: Final = 3_000
"""Once so many motions are open, the next sentence is not read for votes; ``unread_from`` says where it begins."""
MAX_SENTENCES: Final = 5_000
"""Votes are read from so many sentences of one article; ``unread_from`` says where the rest begins."""


def read_votes(article: Article) -> list[VoteClaim]:
    """Counts, positions, results, dates, titles and sponsorships of every vote the article tells of, in order of the text.

    Offsets are code points of ``article.text``. Votes are ``v1``, ``v2`` … in order
    of their first claim; a motion that is only mentioned is no vote.
    """
    return list(_read(article)[0])


def unread_from(article: Article) -> int | None:
    """Where the part of an article begins in which no votes were looked for, since it is too long; ``None`` where all was read."""
    return _read(article)[1]


@dataclass(slots=True)
class Told:
    """What votes are read from in one sentence, or in one inside a quotation (``dates`` is ``None`` there)."""

    number: int
    start: int
    paragraph: int
    units: list[Unit]
    tags: frozenset[str]
    dates: list[DateMention] | None


@functools.lru_cache(maxsize=1)
def _read(article: Article) -> tuple[tuple[VoteClaim, ...], int | None]:
    """The claims, and where the part begins that was not read; the last article's are kept, since both are asked for in turn."""
    if not _LATIN.search(article.text) or not tells_of_votes(article.text):
        return (), None
    left_out: list[int] = []
    read = _told(article, left_out)
    ledger: Ledger | None = None
    waiting: list[tuple[Told, list[Chunk], list[Fact]]] = []
    if any(not _TELLING.isdisjoint(told.tags) for told in read):
        reading = Reading()
        for told in read:
            chunks, facts = _facts(told, article.text, reading)
            waiting.append((told, chunks, facts))
            if facts and ledger is None:
                ledger = _ledger(article, read)
            if ledger is not None:
                if not _enter(waiting, ledger, left_out):
                    break
                waiting.clear()
    claims = () if ledger is None else tuple(with_results(with_evidence(ledger.claims(), article.text), article.text))
    return claims, min(left_out, default=None)


def _told(article: Article, left_out: list[int]) -> list[Told]:
    """The sentences of an article and of its quotations as units, in order of the text."""
    text = article.text
    dates = find_dates(article.masked(), article.published)
    found: list[Told] = []
    at = 0

    def tell(sentence: Sentence, here: list[DateMention] | None) -> None:
        units = units_of(sentence, text, here or ())
        tags = frozenset([u.tag for u in units])
        found.append(Told(len(found), sentence.tokens[0].start, sentence.paragraph, units, tags, here))

    for sentence in sentences(article, left_out):
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if len(found) >= MAX_SENTENCES:
            left_out.append(start)
            break
        while at < len(dates) and dates[at].end <= start:
            at += 1
        after = at
        while after < len(dates) and dates[after].start < end:
            after += 1
        tell(sentence, dates[at:after])
        if sentence.opaque:
            for inner in quoted(sentence):
                tell(inner, None)
    return found


def _ledger(article: Article, read: list[Told]) -> Ledger:
    ledger = Ledger(article, Venues((u for told in read for u in told.units), article.text, article.url))
    ledger.elections = sum(u.tag == "ELECTION" and u.lower not in _OF_BILLS for told in read if "ELECTION" in told.tags for u in told.units)
    return ledger


def _enter(waiting: list[tuple[Told, list[Chunk], list[Fact]]], ledger: Ledger, left_out: list[int]) -> bool:
    """Enters what sentences tell, in order; false where so many motions are open that the rest is not read."""
    for told, chunks, facts in waiting:
        if len(ledger.register.motions) >= MAX_MOTIONS:
            left_out.append(told.start)
            return False
        ledger.days.hear(told.number, told.dates or [], told.units)
        if chunks:
            place(facts, chunks, told.units, told.dates or [], told.number, ledger)
    return True


def _facts(told: Told, text: str, reading: Reading) -> tuple[list[Chunk], list[Fact]]:
    """The chunks of a sentence that bears on votes (none of another), and what it says of them."""
    units, dates = told.units, told.dates
    telling = not _TELLING.isdisjoint(told.tags)
    if not telling and _NAMING.isdisjoint(told.tags):
        return [], []
    tabled = dates is not None and (bool(reading.columns) or "\t" in text[max(0, units[0].start - 1) : units[-1].end + 1])
    carries = tabled or reading.heading is not None or reading.option is not None
    if not telling and not (carries and dates is not None) and not _may_speak(units):
        if dates is not None:
            reading.memory.hear(lambda: chunks_of(units, text))
        return [], []
    chunks = chunks_of(units, text)
    if not chunks:
        return [], []
    facts = _spoken(chunks) if dates is None else table_row(units, chunks, text, reading) if tabled else None
    if facts is None and dates is not None:
        pointing = reading.option is not None and chunks[0].start - reading.act_end < NEAR
        if not telling and reading.heading is None and not pointing and not any(c.sym in _SPEAKING for c in chunks):
            reading.memory.hear(lambda: chunks)
            return [], []
        facts = _of_chunks(chunks, text, told.paragraph, reading)
    if facts is None:
        return [], []
    reading.memory.hear(lambda: chunks)
    return chunks, facts


def _of_chunks(chunks: list[Chunk], text: str, paragraph: int, reading: Reading) -> list[Fact] | None:
    """What a sentence says; ``None`` where it is only the heading of a list to come."""
    facts: list[Fact] = []
    decided_by_it(chunks, reading.memory)
    if is_partial(chunks) or (reading.part >= 0 and paragraph - reading.part == 1 and chunks[0].unit.lower == "another"):
        reading.part = paragraph
    in_row = is_party_row(chunks, text, reading.row_end)
    if in_row:
        reading.row_end = chunks[-1].end
    counts, labelled = counts_of(chunks, within_part=in_row or reading.part == paragraph)
    facts += counts
    facts += headed(chunks, reading, paragraph)
    facts += positions_of(chunks, labelled, reading)
    outcomes = outcomes_of(chunks)
    facts += outcomes + vetoed_by(chunks, outcomes)
    facts += sponsors_of(chunks)
    return None if is_heading(chunks, reading, paragraph) and not facts else facts


def _may_speak(units: list[Unit]) -> bool:
    """Whether the sentence can have a chunk of ``_SPEAKING``, though it has no unit of ``_TELLING``."""
    tags = [u.tag for u in units]
    if not _MAY_SPEAK.isdisjoint(tags):
        return True
    numbers = tags.count("NUM")
    return numbers > 1 or (numbers == 1 and any(u.lower in NOTHING for u in units))


def _spoken(chunks: list[Chunk]) -> list[Fact] | None:
    """A result that somebody reads out: counts of two options or more, kept as the speaker's words."""
    counts, labelled = counts_of(chunks)
    told = [f for f in positions_of(chunks, labelled, Reading()) if f.rule in _READ_OUT]
    if len({f.option for f in counts}) + 2 * sum(f.kind == "tally" and "M" in letters(chunks) for f in counts) < 2:
        named = {f.named.actor.id for f in told if f.named is not None and f.named.actor is not None}
        return told if len(named) > 2 else None
    for fact in counts:
        fact.flags = fact.flags | {"quoted"}
    return counts + told
