"""Votes of one article: sentence by sentence through units, chunks and clauses into the motion register, then claims."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from claimwire.articles import Article
from claimwire.claims import VoteClaim
from claimwire.grammar.carrying import NEAR
from claimwire.grammar.chunking import chunks_of
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.counts import counts_of
from claimwire.grammar.dates import DateMention, find_dates
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


@functools.lru_cache(maxsize=1)
def _read(article: Article) -> tuple[tuple[VoteClaim, ...], int | None]:
    """The claims, and where the part begins that was not read; the last article's are kept, since both are asked for in turn."""
    text = article.text
    if not _LATIN.search(text):
        return (), None
    dates = find_dates(article.masked(), article.published)
    left_out: list[int] = []
    read = _units(article, dates, left_out)
    if all(_TELLING.isdisjoint([u.tag for u in units]) for _, units, _ in read):
        return (), min(left_out, default=None)
    ledger = Ledger(article, Venues((u for _, units, _ in read for u in units), text, article.url))
    ledger.elections = sum(u.tag == "ELECTION" and u.lower not in _OF_BILLS for _, units, _ in read for u in units)
    reading = Reading()
    for number, (sentence, units, mentions) in enumerate(read):
        if len(ledger.register.motions) >= MAX_MOTIONS:
            left_out.append(sentence.tokens[0].start)
            break
        ledger.days.hear(number, mentions or [], units)
        _sentence(sentence, units, mentions, number, ledger, reading)
    return tuple(with_results(ledger.claims(), text)), min(left_out, default=None)


def _units(
    article: Article, dates: Sequence[DateMention], left_out: list[int]
) -> list[tuple[Sentence, list[Unit], list[DateMention] | None]]:
    found: list[tuple[Sentence, list[Unit], list[DateMention] | None]] = []
    at = 0
    for sentence in sentences(article, left_out):
        start, end = sentence.tokens[0].start, sentence.tokens[-1].end
        if len(found) >= MAX_SENTENCES:
            left_out.append(start)
            break
        while at < len(dates) and dates[at].end <= start:
            at += 1
        here = []
        probe = at
        while probe < len(dates) and dates[probe].start < end:
            here.append(dates[probe])
            probe += 1
        found.append((sentence, units_of(sentence, article.text, here), here))
        if sentence.opaque:
            found += [(inner, units_of(inner, article.text), None) for inner in quoted(sentence)]
    return found


def _sentence(
    sentence: Sentence, units: list[Unit], dates: list[DateMention] | None, number: int, ledger: Ledger, reading: Reading
) -> None:
    text = ledger.article.text
    telling = not _TELLING.isdisjoint([u.tag for u in units])
    if not telling and _NAMING.isdisjoint([u.tag for u in units]):
        return
    tabled = dates is not None and (bool(reading.columns) or "\t" in text[max(0, units[0].start - 1) : units[-1].end + 1])
    carries = tabled or reading.heading is not None or reading.option is not None
    if not telling and not (carries and dates is not None) and not _may_speak(units):
        if dates is not None:
            reading.memory.hear(lambda: chunks_of(units, text))
        return
    chunks = chunks_of(units, text)
    if not chunks:
        return
    if dates is None:
        _spoken(sentence, units, chunks, number, ledger, reading)
        return
    rows = table_row(units, chunks, text, reading) if tabled else None
    if rows is not None:
        place(rows, chunks, units, dates, number, ledger, reading, sentence)
        return
    pointing = reading.option is not None and chunks[0].start - reading.act_end < NEAR
    if not telling and reading.heading is None and not pointing and not any(c.sym in _SPEAKING for c in chunks):
        reading.memory.hear(lambda: chunks)
        return
    facts: list[Fact] = []
    decided_by_it(chunks, reading.memory)
    if is_partial(chunks) or (reading.part >= 0 and sentence.paragraph - reading.part == 1 and chunks[0].unit.lower == "another"):
        reading.part = sentence.paragraph
    in_row = is_party_row(chunks, text, reading.row_end)
    if in_row:
        reading.row_end = chunks[-1].end
    counts, labelled = counts_of(chunks, within_part=in_row or reading.part == sentence.paragraph)
    facts += counts
    facts += headed(chunks, reading, sentence.paragraph)
    facts += positions_of(chunks, labelled, reading)
    outcomes = outcomes_of(chunks)
    facts += outcomes + vetoed_by(chunks, outcomes)
    facts += sponsors_of(chunks)
    if is_heading(chunks, reading, sentence.paragraph) and not facts:
        return
    place(facts, chunks, units, dates, number, ledger, reading, sentence)


def _may_speak(units: list[Unit]) -> bool:
    """Whether the sentence can have a chunk of ``_SPEAKING``, though it has no unit of ``_TELLING``."""
    tags = [u.tag for u in units]
    if not _MAY_SPEAK.isdisjoint(tags):
        return True
    numbers = tags.count("NUM")
    return numbers > 1 or (numbers == 1 and any(u.lower in NOTHING for u in units))


def _spoken(sentence: Sentence, units: list[Unit], chunks: list[Chunk], number: int, ledger: Ledger, reading: Reading) -> None:
    """A result that somebody reads out: counts of two options or more, kept as the speaker's words."""
    counts, labelled = counts_of(chunks)
    told = [f for f in positions_of(chunks, labelled, Reading()) if f.rule in _READ_OUT]
    if len({f.option for f in counts}) + 2 * sum(f.kind == "tally" and "M" in letters(chunks) for f in counts) < 2:
        if len({f.named.actor.id for f in told if f.named is not None and f.named.actor is not None}) > 2:
            place(told, chunks, units, [], number, ledger, reading, sentence)
        return
    for fact in counts:
        fact.flags = fact.flags | {"quoted"}
    place(counts + told, chunks, units, [], number, ledger, reading, sentence)
