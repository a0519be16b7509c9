"""Keys by which reports of one vote find each other, so that a new report never meets the whole store.

Reports that know their time are found by two facts told within days of one
another (two counts, or a count and two positions), or by a sponsor or three
words of a title, or, of a motion that failed, by the counts of another vote told beside it; where
counts are few, by a position and a count or another position. Reports without a date need three facts, for there are many more votes
they may speak of. A symbol is a key by itself. A report that gives one fact only
is found by it, to be named as undecided.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from claimwire import actors, bodies
from claimwire.linking.evidence import Evidence, OfficialResult, evidence_of, evidence_of_record
from claimwire.reports import Report, largest

Source = Report | OfficialResult

_VALUES: Final = 3
"""How many values of one option, sponsors and titles of one report make keys."""
_VOTES: Final = 3
"""How many positions do."""
_WORDS: Final = 4
"""Of how many words of a title threes are made."""
_SPAN: Final = 4
"""Days in one span of time."""


@dataclass(frozen=True, slots=True)
class Keys:
    """``stored``: what the index holds of a report; ``probes``: what is looked up for it."""

    stored: frozenset[str]
    probes: frozenset[str]


def keys(source: Source) -> Keys:
    """The keys of a report or record. If a probe of one is stored by another, so is the reverse."""
    return keys_of(evidence_for(source), sure_day=not isinstance(source, Report))


def keys_of(known: Evidence, *, sure_day: bool = False) -> Keys:
    """The keys of evidence; see ``keys``. ``sure_day``: an official record's day needs no leeway of its own."""
    facts = _facts(known)
    stored = {f"s {s}" for s in known.symbols}
    probes = set(stored)
    spans = [day.toordinal() // _SPAN for day in known.stated] if sure_day else _spans(known)
    for pair in _pairs(known, facts) if spans else ():
        stored |= {f"{span} {pair}" for span in spans}
    probes |= stored
    # Voters stand on the same side in many votes of one day, so positions find a report only where its counts cannot.
    small = any((size := largest(body)) is not None and size <= 20 for body in known.bodies)
    thin = small or len(known.counts) < 2
    for pair, span in itertools.product(_position_pairs(known, facts) if spans else (), spans):
        stored.add(f"{'thin' if thin else 'full'} {span} {pair}")
        probes |= {f"thin {span} {pair}"} | ({f"full {span} {pair}"} if thin else set())
    dated = bool(known.stated or known.inferred or known.nearby)
    beside = {f"failed beside {pair}" for pair in known.beside if "fail" in known.results}
    stored |= beside
    probes |= beside
    for three in _threes(known, facts):
        stored.add(f"{'any' if dated else 'undated'} {three}")
        probes |= {f"undated {three}"} if dated else {f"any {three}", f"undated {three}"}
    singles, poor = _singles(known, facts)
    for body, single, span in itertools.product(sorted(known.bodies), singles, spans):
        stored.add(f"one {span} {body} {single}")
        if poor:
            stored.add(f"poor {span} {body} {single}")
        probes.add(f"{'one' if poor else 'poor'} {span} {body} {single}")
    short = {key: _short(key) for key in stored | probes}
    return Keys(frozenset(short[k] for k in stored), frozenset(short[k] for k in probes))


def _spans(known: Evidence) -> list[int]:
    """Spans of four days that the vote may have been in: two reports of one vote share one."""
    told = [(day.toordinal() - 1, day.toordinal() + 1) for day in (*known.stated, *known.inferred, *known.nearby)]
    if not known.stated:
        told += [(day.toordinal() - 8, day.toordinal()) for day in known.published]
    return sorted({span for first, last in told for span in range(first // _SPAN, last // _SPAN + 1)})


def evidence_for(source: Source) -> Evidence:
    """The facts of a report or a record."""
    return evidence_of(source) if isinstance(source, Report) else evidence_of_record(source)


@dataclass(frozen=True, slots=True)
class _Facts:
    """Counts as (option, fact), sponsors, the positions that tell most, and one of each side."""

    counts: list[tuple[str, str]]
    sponsors: list[str]
    votes: list[str]
    sides: list[str]


def _facts(known: Evidence) -> _Facts:
    against, abstaining = _telling(known)
    return _Facts(
        [(o, f"{o}={v}") for o, values in sorted(known.counts.items()) for v in sorted(values)[:_VALUES]],
        [f"by {s}" for s in sorted(known.sponsors, key=lambda s: (-known.sponsors[s], s))[:_VALUES]],
        (against + abstaining)[:_VOTES],
        against[:1] + abstaining[:1],
    )


def _pairs(known: Evidence, facts: _Facts) -> Iterator[str]:
    """What two reports of one vote, told within days of it, have in common: two facts, or a sponsor, or a title."""
    counts, votes = facts.counts, facts.votes
    yield from (f"{one} {other}" for (a, one), (b, other) in itertools.combinations(counts, 2) if a != b)
    yield from facts.sponsors
    for words in itertools.islice(sorted(known.titles, key=sorted), _VALUES):
        yield from (f"title {three}" for three in _title_threes(words))
    if most := max(((value, f"{o}={value}") for o, values in known.counts.items() for value in values), default=None):
        yield from (f"{most[1]} {one} {other}" for one, other in itertools.combinations(votes, 2))


def _position_pairs(known: Evidence, facts: _Facts) -> Iterator[str]:
    counts, votes = facts.counts, facts.votes
    yield from (f"{count} {vote}" for (_, count), vote in itertools.product(counts, votes[:2]))
    yield from (f"{one} {other}" for one, other in itertools.combinations(votes + (["fail"] if "fail" in known.results else []), 2))


def _threes(known: Evidence, facts: _Facts) -> Iterator[str]:
    """What a report without a date of the vote is found by: three facts, a count with a sponsor, or a title."""
    counts, sponsors = facts.counts, facts.sponsors
    more = sponsors + facts.sides + (["fail"] if "fail" in known.results else [])
    for three in itertools.combinations(counts, 3):
        if len({option for option, _ in three}) == 3:
            yield " ".join(fact for _, fact in three)
    for (a, one), (b, other) in itertools.combinations(counts, 2):
        if a != b:
            yield from (f"{one} {other} {third}" for third in more)
    yield from (f"{count} {sponsor}" for (_, count), sponsor in itertools.product(counts, sponsors))
    for words in itertools.islice(sorted(known.titles, key=sorted), _VALUES):
        yield from (f"title {three}" for three in _title_threes(words))


def _singles(known: Evidence, facts: _Facts) -> tuple[list[str], bool]:
    """Single facts, by which only a report that has no second one is looked up; whether this is such a report."""
    told = len(known.counts) + len(facts.votes) + 2 * len(known.sponsors) + 2 * len(known.titles) + 2 * len(known.symbols)
    return [count for _, count in facts.counts], told < 2 or bool(known.loose)


def _telling(known: Evidence) -> tuple[list[str], list[str]]:
    """The few positions a report is looked up by, best known voters first: those against, and those abstaining."""
    chosen: dict[str, list[str]] = {"no": [], "abstain": []}
    for actor in itertools.chain(_well_known(), sorted(known.positions.keys() - frozenset(_well_known()))):
        if options := known.positions.get(actor):
            option = next(iter(options)) if len(options) == 1 else min(options, key=lambda v: (-options[v], v))
            if option in chosen:
                chosen[option].append(f"{actor}={option}")
                if len(chosen["no"]) >= _VOTES and chosen["abstain"]:
                    break
    return chosen["no"][:_VOTES], chosen["abstain"][:_VOTES]


@functools.cache
def _well_known() -> tuple[str, ...]:
    """Voters that the press names first: permanent members, then the largest economies."""
    permanent = bodies.body("un-security-council").permanent
    return (*permanent, *(a for a in actors.members("g20") if a not in permanent))


def _title_threes(words: frozenset[str]) -> Iterator[str]:
    ordered = sorted(words, key=_short)[:_WORDS]
    yield from (" ".join(sorted(three)) for three in itertools.combinations(ordered, min(3, len(ordered))))


def _short(key: str) -> str:
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
