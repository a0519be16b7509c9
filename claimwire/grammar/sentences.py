"""Sentences of an article: tokens between full stops, with quotation marks paired inside a paragraph.

A sentence never crosses a block. Words inside a long quotation belong to its
speaker; the sentence keeps them as one opaque stretch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claimwire import actors
from claimwire.articles import Article, Role
from claimwire.grammar.lexer import Token, tokenize
from claimwire.grammar.numbers import NUMBER_WORDS
from claimwire.grammar.wordlists import word_list
from claimwire.grammar.wrapping import is_wrapped, width_of

MAX_TOKENS: Final = 250
"""A longer sentence is cut here: the cost of every later step is bounded by it."""

MAX_ARTICLE_TOKENS: Final = 60_000
"""What an article says after so many tokens is not read for votes; ``sentences`` notes where."""

_OPENING: Final = frozenset("“„«‘‹")
_CLOSING: Final = {"“": '”“"', "„": "“”", "«": "»", "‘": "’", "‹": "›", '"': '"', "'": "'"}
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof st gov sen sens rep reps lt col gen adm capt sgt jr sr vs no nos art jan feb mar apr jun jul "
    "aug sep sept oct nov dec "
    "dem fed "
    "fig al etc ave inc ltd co corp dept est approx hon rev mt ft ga ky ala ariz ark calif colo conn del fla ill ind kan md mass mich minn "
    "miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo la".split()
)

_VOTING = word_list("sentences.voting")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence; ``opaque`` has (first, after last) token indices of quotations, marks included."""

    tokens: tuple[Token, ...]
    opaque: tuple[tuple[int, int], ...]
    role: Role
    paragraph: int
    line_end: bool
    """True where nothing follows the sentence in its line."""


def sentences(article: Article, left_out: list[int] | None = None) -> Iterator[Sentence]:
    """The sentences of the readable blocks, in order of the text; where the rest of too long a text begins is put into ``left_out``."""
    paragraph = 0
    left = MAX_ARTICLE_TOKENS
    width = width_of(article.text)
    line: list[Token] = []
    role: Role = "body"
    for block in article.readable():
        fresh = True
        for token in tokenize(article.text, block.start, block.end):
            if token.kind == "newline":
                fresh = True
                continue
            left -= 1
            if left < 0:
                if left_out is not None:
                    left_out.append(token.start)
                break
            if fresh and line and not (block.role == role and _continues(line, token, article.text, width)):
                yield from _split(line, role, paragraph)
                paragraph += 1
                line = []
            fresh = False
            role = block.role
            line.append(token)
        if left < 0:
            break
    if line:
        yield from _split(line, role, paragraph)


def _continues(line: list[Token], token: Token, text: str, width: int | None) -> bool:
    """Whether a line goes on in the next one: a hard-wrapped text, not a new paragraph."""
    last = line[-1]
    if text.count("\n", last.end, token.start) != 1 or (last.kind not in ("word", "number") and last.text != ","):
        return False
    if last.lower in _FUNCTION_WORDS or (last.text == "," and len(line) > 2 and token.kind in ("word", "number")):
        return True
    if width is not None and len(line) > 3 and token.kind in ("word", "number") and is_wrapped(text, last.end, token.start, width):
        return True
    return token.kind == "word" and token.text.islower() and len(line) > 3


def pair_quotes(tokens: list[Token]) -> list[tuple[int, int]]:
    """(opening, closing) token indices of the quotations of one paragraph; an unclosed one runs to its end."""
    pairs: list[tuple[int, int]] = []
    last = len(tokens) - 1
    at = 0
    final: dict[str, int] = {token.text: index for index, token in enumerate(tokens) if token.kind == "quote"}
    has_single = {"’": "’" in final, "'": "'" in final}
    while at <= last:
        token = tokens[at]
        if token.kind != "quote" or not _opens(tokens, at, has_single):
            at += 1
            continue
        closers = _CLOSING[token.text]
        end = at + 1
        if not any(final.get(mark, -1) > at for mark in closers):
            end = last + 1
        while end <= last and tokens[end].text not in closers:
            end += 1
        if end > last and token.text in "'‘":
            at += 1
            continue
        pairs.append((at, min(end, last)))
        at = end + 1
    return pairs


def _opens(tokens: list[Token], at: int, has_single: dict[str, bool]) -> bool:
    token = tokens[at]
    if token.text == '"':
        return True
    if token.text == "'":
        follows = at + 1 < len(tokens) and tokens[at + 1].start == token.end
        apart = at == 0 or tokens[at - 1].end < token.start or tokens[at - 1].kind in ("punct", "dash")
        return follows and apart and has_single["'"]
    return token.text in _OPENING and (token.text != "‘" or has_single["’"])


def _split(line: list[Token], role: Role, paragraph: int) -> Iterator[Sentence]:
    pairs = pair_quotes(line)
    closers = {end for _, end in pairs}
    start = 0
    depth_end = -1
    opening = dict(pairs)
    at = 0
    count = len(line)
    ends = [token.text[-1] in ".?!" for token in line]
    while at < count:
        if at in opening:
            depth_end = opening[at]
        stop = at + 1 - start >= MAX_TOKENS
        if not stop and not ends[at] and at not in closers:
            at += 1
            continue
        inside = at <= depth_end
        if not stop and ends[at] and (not inside or at in closers) and _ends(line, at):
            stop = True
        if inside and not stop and at in closers and at > start and line[at - 1].text in ".?!" and _starts(line, at + 1):
            stop = True
        if stop and at + 1 < len(line):
            if line[at].text in ".?!" and at + 1 in closers:
                at += 1
            yield _sentence(line, start, at + 1, pairs, role, paragraph, False)
            start = at + 1
        at += 1
    if start < len(line):
        yield _sentence(line, start, len(line), pairs, role, paragraph, True)


def _sentence(
    line: list[Token], start: int, end: int, pairs: list[tuple[int, int]], role: Role, paragraph: int, line_end: bool
) -> Sentence:
    opaque = []
    for a, b in pairs[max(0, bisect_left(pairs, (start, 0)) - 1) :]:
        if a >= end:
            break
        if b + 1 > start:
            opaque.append((max(a, start) - start, min(b + 1, end) - start))
    return Sentence(tuple(line[start:end]), tuple(opaque), role, paragraph, line_end)


def quoted(sentence: Sentence) -> Iterator[Sentence]:
    """The sentences inside a sentence's quotations that hold a number or a word of voting: words of a speaker."""
    for first, after in sentence.opaque:
        inner = list(sentence.tokens[first:after])
        while inner and inner[0].kind == "quote":
            inner.pop(0)
        while inner and inner[-1].kind == "quote":
            inner.pop()
        if len(inner) > 5 and any(t.kind == "number" or t.lower in NUMBER_WORDS or t.lower in _VOTING for t in inner):
            yield from _split(inner, sentence.role, sentence.paragraph)


def _ends(line: list[Token], at: int) -> bool:
    token = line[at]
    if token.text in "?!;" and token.kind == "punct":
        return token.text != ";" and _starts(line, at + 1)
    if token.text == "." and token.kind == "punct":
        if at and line[at - 1].end == token.start:
            before = line[at - 1]
            if before.kind == "word" and (before.lower in _ABBREVIATIONS or (len(before.text) == 1 and before.text.isupper())):
                return before.lower in ("no", "co") and _starts(line, at + 1) and before.text.islower()
        return _starts(line, at + 1)
    if token.kind == "word" and len(token.text) > 3 and token.text.endswith(".") and token.text[0].isupper():
        return at + 1 >= len(line) or (_starts(line, at + 1) and (line[at + 1].lower in _SENTENCE_WORDS or line[at + 1].text in _states()))
    return False


_FUNCTION_WORDS: Final = frozenset("the a an of by with and in to for at on from its their that which while as but or".split())

_SENTENCE_WORDS: Final = frozenset(
    "the a an it its this that these those he she they we i but and in on at by for with after before while when as "
    "however another other others "
    "among also meanwhile there his her their both all some many most several no none only".split()
)


@cache
def _states() -> frozenset[str]:
    """Names of states and capitals of one word: after an abbreviation they begin a sentence."""
    return frozenset(n.form for n in actors.names() if n.use in ("name", "capital") and not n.ambiguous and " " not in n.form)


def _starts(line: list[Token], at: int) -> bool:
    """Whether a new sentence may start at this token: a capital, a digit, a quotation mark or a bullet."""
    while at < len(line) and line[at].kind == "quote":
        at += 1
    if at >= len(line):
        return True
    token = line[at]
    if token.kind == "word":
        return token.text[0].isupper() or not token.text.islower()
    return token.kind in ("number", "bullet", "dash", "currency") or token.text in "([#@"
