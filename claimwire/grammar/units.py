"""Typed units: what each token or phrase of a sentence may be, by longest match in the tries of `wordings`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from claimwire.grammar.lexer import Token
from claimwire.grammar.numbers import NUMBER_WORDS, read_number
from claimwire.grammar.sentences import Sentence
from claimwire.grammar.wordings import Node, Sense, trie

if TYPE_CHECKING:
    from claimwire.grammar.dates import DateMention

SHORT_QUOTE_WORDS = 2
"""A quotation of so few words ("yes", "no") is read as if it had no marks."""

_PUNCT = {
    ",": "COMMA", ";": "SEMI", ":": "COLON", "(": "OPEN", ")": "CLOSE", "[": "OPEN", "]": "CLOSE", ".": "STOP", "!": "STOP", "?": "STOP",
    "/": "SLASH", "%": "PERCENT",
}  # fmt: skip
_NO_SENSE = Sense("WORD", "word")
_SENSES = {tag: Sense(tag, tag.lower()) for tag in (*_PUNCT.values(), "WORD", "CAP", "NUM", "DASH", "BULLET", "QUOTE", "DATE", "CURRENCY")}


class Unit:
    """A run of tokens with one meaning; ``start`` and ``end`` are offsets of the text."""

    __slots__ = ("date", "end", "lower", "possessive", "sense", "start", "tag", "text", "value")

    def __init__(self, tag: str, text: str, lower: str, start: int, end: int, sense: Sense = _NO_SENSE, value: int = -1) -> None:
        self.tag = tag
        self.text = text
        self.lower = lower
        self.start = start
        self.end = end
        self.sense = sense
        self.value = value
        self.possessive = False
        self.date: DateMention | None = None

    def __repr__(self) -> str:
        return f"{self.tag}:{self.text!r}"


def units_of(sentence: Sentence, text: str, dates: Sequence[DateMention] = ()) -> list[Unit]:
    """The units of one sentence; ``dates`` are the date mentions that lie in it, in order."""
    tokens = sentence.tokens
    table = trie()
    opaque = dict(sentence.opaque)
    dated = iter(dates)
    date = next(dated, None)
    units: list[Unit] = []
    at, count = 0, len(tokens)
    while at < count:
        token = tokens[at]
        while date is not None and date.end <= token.start:
            date = next(dated, None)
        if date is not None and date.start <= token.start < date.end:
            end = at
            while end < count and tokens[end].start < date.end:
                end += 1
            unit = _unit("DATE", text, tokens, at, end)
            unit.date = date
            units.append(unit)
            at = end
            continue
        if at in opaque:
            end = opaque[at]
            if end - at > SHORT_QUOTE_WORDS + 4 or not _is_answer(tokens, at, end):
                units.append(_unit("QUOTE", text, tokens, at, end))
                at = end
                continue
            at += 1
            continue
        kind = token.kind
        if kind == "quote":
            at += 1
            continue
        if kind == "word":
            lower = token.lower
            owned = lower[-2:] == "'s"
            found = _longest(table, tokens, at, text) if owned or lower in table else None
            if found is not None and not (found[0].tag == "MOTION" and lower in NUMBER_WORDS and not _one_is_noun(units)):
                sense, end = found
                tag = sense.tag
                if tag == "NAME" and sense.names[0].actor == "united-nations":
                    tag = "UN"
                unit = _unit(tag, text, tokens, at, end, sense)
                unit.possessive = tokens[end - 1].lower[-2:] == "'s"
                units.append(unit)
                at = end
                continue
            if lower in NUMBER_WORDS:
                number = read_number(tokens, at)
                if number is not None:
                    unit = _unit("NUM", text, tokens, at, number[1])
                    unit.value = number[0]
                    units.append(unit)
                    at = number[1]
                    continue
            _, words, start, end, _ = token
            tag = "CAP" if words[0].isupper() else "WORD"
            unit = Unit(tag, words, lower, start, end, _SENSES[tag])
            unit.possessive = owned
            units.append(unit)
            at += 1
            continue
        if kind == "number":
            found = _longest(table, tokens, at, text)
            if found is None and _size_before_body(table, tokens, at, text):
                at += 3
                continue
            if found is not None:
                sense, end = found
                units.append(_unit(sense.tag, text, tokens, at, end, sense))
                at = end
                continue
            if _is_ordinal(tokens, at):
                units.append(_unit("WORD", text, tokens, at, at + 2))
                at += 2
                continue
            number = read_number(tokens, at)
            unit = Unit("NUM" if number else "WORD", token.text, token.lower, token.start, token.end, _SENSES["NUM"])
            if number:
                unit.value = number[0]
            units.append(unit)
            at += 1
            continue
        tag = (
            "DASH"
            if kind == "dash"
            else "BULLET"
            if kind == "bullet"
            else "CURRENCY"
            if kind == "currency"
            else _PUNCT.get(token.text, "WORD")
        )
        units.append(Unit(tag, token.text, token.lower, token.start, token.end, _SENSES[tag]))
        at += 1
    return units


def _unit(tag: str, text: str, tokens: Sequence[Token], first: int, after: int, sense: Sense | None = None) -> Unit:
    if after == first + 1 and "'" not in tokens[first].lower:
        _, words, start, end, lower = tokens[first]
        return Unit(tag, words, lower, start, end, sense or _SENSES.get(tag, _NO_SENSE))
    start, end = tokens[first].start, tokens[after - 1].end
    words = text[start:end]
    return Unit(tag, words, words.lower(), start, end, sense or _SENSES.get(tag, _NO_SENSE))


def _longest(root: Node, tokens: Sequence[Token], at: int, text: str) -> tuple[Sense, int] | None:
    """The sense of the longest form that starts at ``tokens[at]``, and the index after it."""
    node = root
    best: tuple[Sense, int] | None = None
    count = len(tokens)
    probe = at
    while probe < count:
        lower = tokens[probe].lower
        if "'" in lower and lower.endswith("'s"):
            owned = node.get(lower[:-2])
            if owned is not None and "" in owned:
                sense = _sense(owned[""], text, tokens[at].start, tokens[probe].end - 2)
                if sense is not None and (probe > at or sense.tag in ("NAME", "BODY")):
                    best = sense, probe + 1
        follows = node.get(lower)
        if follows is None:
            break
        node = follows
        probe += 1
        ends = node.get("")
        if ends is not None:
            cased, sense = ends[0]
            if cased is not None or sense.tag == "NAME":
                sense = _sense(ends, text, tokens[at].start, tokens[probe - 1].end)
            if sense is not None:
                best = sense, probe
            if len(node) == 1:
                break
    return best


def _sense(ends: list[tuple[str | None, Sense]], text: str, start: int, end: int) -> Sense | None:
    """The first sense whose printed form fits; names of actors are never all in lower case."""
    printed = text[start:end]
    for cased, sense in ends:
        if cased is None:
            if sense.tag == "NAME" and printed.islower():
                continue
            return sense
        if printed == cased or printed.replace("’", "'") == cased:
            return sense
    return None


def _is_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """``9th``, ``23rd``: counts nothing."""
    return at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end and tokens[at + 1].lower in ("st", "nd", "rd", "th")


def _size_before_body(table: Node, tokens: Sequence[Token], at: int, text: str) -> bool:
    """``193-member UN General Assembly``: a size that stands before a body's own name says nothing more."""
    if (
        at + 3 >= len(tokens)
        or tokens[at + 1].kind != "dash"
        or tokens[at + 2].lower not in ("member", "nation", "seat", "strong", "country")
    ):
        return False
    if tokens[at + 2].start != tokens[at + 1].end:
        return False
    found = _longest(table, tokens, at + 3, text)
    return found is not None and found[0].tag in ("BODY", "NAME")


_ANSWERS = frozenset("yes no aye nay yea for against abstain abstained abstaining noes ayes in favour favor present nays absent".split())


def _is_answer(tokens: Sequence[Token], first: int, after: int) -> bool:
    words = [t.lower for t in tokens[first:after] if t.kind == "word"]
    return 0 < len(words) <= SHORT_QUOTE_WORDS and all(w in _ANSWERS for w in words)


def _one_is_noun(units: list[Any]) -> bool:
    """Whether ``one`` after these units stands for a motion: ``the American one``, ``a similar one``."""
    return bool(units) and units[-1].tag in ("NAME", "NEW", "WORD") and units[-1].tag != "NUM" and units[-1].lower != "than"
