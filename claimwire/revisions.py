"""Two revisions of one article: what was added, removed and reworded, sentence by sentence, and which claims changed."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from claimwire.articles import Article
from claimwire.claims import Claim

MAX_ALIGNED: Final = 1_500
"""Sentences a side that are aligned in order; longer changes are compared as sets, which is linear."""

_END: Final = re.compile(r"[.!?…][\"”’')\]]*(?P<gap>\s+)(?=[\"“‘'(\[]?[A-Z0-9])|(?P<line>\n+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One change: ``before`` is empty where a sentence was added, ``after`` where one was removed."""

    kind: Literal["added", "removed", "reworded"]
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two revisions. Claims are compared by what they say, not by where they stand."""

    sentences: tuple[Change, ...]
    claims_added: tuple[Claim, ...]
    claims_removed: tuple[Claim, ...]

    def to_record(self) -> dict[str, Any]:
        """The comparison as JSON values."""
        return {
            "sentences": [{"kind": c.kind, "before": c.before, "after": c.after} for c in self.sentences],
            "claims_added": [{"kind": c.kind, **c.facts()} for c in self.claims_added],
            "claims_removed": [{"kind": c.kind, **c.facts()} for c in self.claims_removed],
        }


def compare(before: Article, after: Article, old_claims: Sequence[Claim] = (), new_claims: Sequence[Claim] = ()) -> Comparison:
    """The changes from one revision to the next, in order of the text."""
    return Comparison(
        sentences=tuple(_changes(sentences(before.body()), sentences(after.body()))),
        claims_added=_less(new_claims, old_claims),
        claims_removed=_less(old_claims, new_claims),
    )


def sentences(text: str) -> list[str]:
    """The sentences of a text, white space collapsed. Cut at end marks before a capital or digit, and at line breaks."""
    parts, at = [], 0
    for match in _END.finditer(text):
        parts.append(text[at : match.start(match.lastgroup or 0)])
        at = match.end()
    parts.append(text[at:])
    return [words for part in parts if (words := " ".join(part.split()))]


def _changes(old: list[str], new: list[str]) -> list[Change]:
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old) > MAX_ALIGNED or len(new) > MAX_ALIGNED:
        return _as_sets(old, new)
    changes: list[Change] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changes += _paired(old[a:b], new[c:d])
    return changes


def _paired(old: list[str], new: list[str]) -> list[Change]:
    """Sentences that share half of their words are one sentence, reworded; each is paired once, in order."""
    changes: list[Change] = []
    at = 0
    for sentence in old:
        match = next((i for i in range(at, min(len(new), at + 8)) if _alike(sentence, new[i])), None)
        if match is None:
            changes.append(Change("removed", sentence, ""))
            continue
        changes += [Change("added", "", words) for words in new[at:match]]
        changes.append(Change("reworded", sentence, new[match]))
        at = match + 1
    return changes + [Change("added", "", words) for words in new[at:]]


def _alike(a: str, b: str) -> bool:
    one, two = Counter(a.lower().split()), Counter(b.lower().split())
    return 2 * sum((one & two).values()) >= max(one.total(), two.total())


def _as_sets(old: list[str], new: list[str]) -> list[Change]:
    gone, come = Counter(old) - Counter(new), Counter(new) - Counter(old)
    removed = [Change("removed", words, "") for words in dict.fromkeys(old) if gone[words]]
    return removed + [Change("added", "", words) for words in dict.fromkeys(new) if come[words]]


def _less(claims: Sequence[Claim], others: Sequence[Claim]) -> tuple[Claim, ...]:
    known = Counter(_said(c) for c in others)
    left: list[Claim] = []
    for claim in claims:
        key = _said(claim)
        if known[key]:
            known[key] -= 1
        else:
            left.append(claim)
    return tuple(left)


def _said(claim: Claim) -> tuple[Any, ...]:
    facts = {name: value for name, value in claim.facts().items() if name != "vote"}
    return (claim.kind, claim.superseded, *sorted((name, str(value)) for name, value in facts.items()))
