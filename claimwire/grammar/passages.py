"""Sentences in which a quotation is one piece, for finding out who speaks and who is the source.

Pieces are coarser than the lexer's tokens: ``Thomas-Greenfield``, ``Sen.``,
``R-Tenn.`` and ``AFL-CIO`` are one piece each, and so is a whole quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from claimwire.articles import Article, Role
from claimwire.grammar.cues import CUES
from claimwire.grammar.quotes import Quotation, paragraphs
from claimwire.grammar.wordlists import word_list

PieceKind = Literal["word", "number", "quotation", "mark"]

STAND_IN: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What the text of a piece that is a quotation is."""

LOOK_BACK: Final = 5
"""How many paragraphs before a wanted one are read too, for the persons they name."""

MAX_PIECES: Final = 250
"""A longer sentence is cut here, so that every later step is bounded."""

_PIECE: Final = re.compile(
    r"""
    (?P<word>[^\W\d_](?:\.(?:[^\W\d_]\.)+(?:-?[^\W\d_]+)?        # U.S.  U.N.-backed  D.C.
           | [^\W\d_]*(?:['’‑/&-][^\W\d_]+)*['’]?\d*)             # O'Brien  Bar-Lev  Greens/EFA  states'  G7
           | @\w+)
  | (?P<number>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?![\d.,:]\d|\d|\s\d|[-–]\d)   # 11 300
           | \d+(?:[.,]\d+)*)
  | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE,
)

_ABBREVIATIONS: Final = word_list("passages.abbreviations")
_TITLES_BEFORE_NAMES: Final = word_list("passages.titles_before_names")
_BACKWARDS: Final = frozenset(("this", "so", "these"))
_LOOKED_OVER: Final = 24
"""So many pieces a name with its apposition has before ``said this``."""
_ENDS: Final = frozenset(".!?…")
_ATTRIBUTED: Final = word_list("passages.attributed")
_ARTICLE_NAME: Final = re.compile(r"(?:al|el|ul|an|ar|as|at|az|ash|d|l|mac|mc)[-‑'’]?[A-Z]")
"""Names that begin in lower case: ``el-Drese``, ``al-Ghaithi``, ``d'Estaing``."""


@dataclass(slots=True)
class Piece:
    """``text[start:end]`` of the article; ``quotation`` where the piece is a whole one, marks included."""

    kind: PieceKind
    text: str
    lower: str
    start: int
    end: int
    cap: bool = False
    quotation: Quotation | None = None
    tail: str = ""
    """The last character inside the marks of a quotation."""


@dataclass(slots=True)
class Passage:
    """One sentence. ``first`` and ``last`` tell whether it begins or ends its paragraph."""

    pieces: list[Piece]
    role: Role
    paragraph: int
    first: bool = False
    last: bool = False
    headline: bool = False
    quotations: list[int] = field(default_factory=list)
    """Indices of the pieces that are quotations."""

    text: str = ""
    """The whole masked text, which the pieces point into."""

    def inner(self, at: int) -> str:
        """The words inside the marks of the quotation at ``pieces[at]``, at most 200 characters of them."""
        quotation = self.pieces[at].quotation
        return "" if quotation is None else self.text[quotation.start : min(quotation.end, quotation.start + 200)]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.pieces[-1].end


@dataclass(slots=True)
class Paragraph:
    """``text[start:end]`` of a masked text: the number of its paragraph, and the outermost quotations that begin in it."""

    number: int
    role: Role
    start: int
    end: int
    quotations: list[Quotation]


def near_paragraphs(
    article: Article, text: str, quotations: Sequence[Quotation], wanted: Callable[[int, int], bool]
) -> Iterator[Paragraph]:
    """The paragraphs that ``wanted`` wants and the last few before each, in order. ``text`` is the article's masked text."""
    outer = [q for q in quotations if q.depth == 0]
    starts = [q.outer_start for q in outer]
    every = ((block.role, first, last) for block in article.readable() for first, last in paragraphs(text, block.start, block.end))
    held: deque[tuple[int, Role, int, int]] = deque(maxlen=LOOK_BACK)
    for at, (role, first, last) in enumerate(every):
        held.append((at, role, first, last))
        if wanted(first, last):
            while held:
                number, role, first, last = held.popleft()
                yield Paragraph(number, role, first, last, outer[bisect_left(starts, first) : bisect_left(starts, last)])


def passages(text: str, paragraph: Paragraph) -> Iterator[Passage]:
    """The sentences of one paragraph of a masked text."""
    for passage in _split(pieces_of(text, paragraph.start, paragraph.end, paragraph.quotations), paragraph.role, paragraph.number):
        passage.text = text
        yield passage


def pieces_of(text: str, start: int, end: int, quotations: Sequence[Quotation] = ()) -> list[Piece]:
    """The pieces of one paragraph; each of ``quotations`` becomes one."""
    found: list[Piece] = []
    at = start
    for quotation in quotations:
        if quotation.outer_start < at:
            continue
        found += _plain(text, at, quotation.outer_start)
        stop = min(quotation.outer_end, end)
        found.append(Piece("quotation", STAND_IN, STAND_IN, quotation.outer_start, stop, False, quotation, text[quotation.end - 1]))
        at = stop
    found += _plain(text, at, end)
    return found


def _plain(text: str, start: int, end: int) -> list[Piece]:
    found: list[Piece] = []
    at = start
    for match in _PIECE.finditer(text, start, end):
        first, after = match.span()
        if first < at:
            continue
        kind, words, at = match.lastgroup, match.group(), after
        if kind == "word":
            lower = words.lower()
            if "’" in lower:
                lower = lower.replace("’", "'")
            if at < end and text[at] == "." and _dotted(words, lower):
                at += 1
                words += "."
                lower += "."
            cap = words[0].isupper() or (not words.islower() and _ARTICLE_NAME.match(words) is not None)
            found.append(Piece("word", words, lower, first, at, cap))
        else:
            found.append(Piece("number" if kind == "number" else "mark", words, words, first, at))
    return found


def _dotted(words: str, lower: str) -> bool:
    """Whether a full stop after this word belongs to it: ``Sen.``, ``J.``, ``R-Tenn.``."""
    if len(words) == 1:
        return words.isupper() and words != "I"
    return words[0].isupper() and (lower in _ABBREVIATIONS or (words[1] == "-" and words[0] in "RDIL"))


def _split(pieces: list[Piece], role: Role, paragraph: int) -> Iterator[Passage]:
    if not pieces:
        return
    cuts = [0]
    for at in range(len(pieces) - 1):
        piece = pieces[at]
        if piece.kind == "word" and piece.text[-1] != "." and at + 1 - cuts[-1] < MAX_PIECES:
            continue
        if at + 1 - cuts[-1] >= MAX_PIECES or _ends_sentence(pieces, at):
            cuts.append(at + 1)
    cuts.append(len(pieces))
    headline = role in ("title", "subtitle", "heading")
    for n in range(len(cuts) - 1):
        part = pieces[cuts[n] : cuts[n + 1]]
        passage = Passage(part, role, paragraph, n == 0, n == len(cuts) - 2, headline or _title_case(part))
        passage.quotations = [i for i, p in enumerate(part) if p.kind == "quotation"]
        yield passage


def _title_case(pieces: list[Piece]) -> bool:
    if pieces[-1].text in _ENDS:
        return False
    caps = [p.cap for p in pieces if p.kind == "word" and len(p.text) > 3]
    return len(caps) >= 4 and sum(caps) >= 0.85 * len(caps)


def _ends_sentence(pieces: list[Piece], at: int) -> bool:
    """Whether a sentence ends with ``pieces[at]``, which is not the last of its paragraph."""
    piece, after = pieces[at], pieces[at + 1]
    if piece.kind == "mark" and piece.text in _ENDS:
        if after.text in (")", "]") or after.text in _ENDS:
            return False
        if after.start == piece.end and after.kind != "quotation":
            before = pieces[at - 1] if at else piece
            return after.cap and len(after.text) > 1 and before.kind == "word" and before.text.islower() and len(before.text) > 3
        return _opens_sentence(after)
    if piece.kind == "word" and piece.text.endswith("."):
        if piece.lower.rstrip(".") in _TITLES_BEFORE_NAMES or len(piece.text) == 2:
            return False
        return after.cap and after.lower in _OPENERS
    if piece.text in (")", "]") and at and pieces[at - 1].text in _ENDS:
        return _opens_sentence(after)
    if piece.quotation is not None and piece.quotation.closed:
        return _quotation_ends(pieces, at)
    return False


def _quotation_ends(pieces: list[Piece], at: int) -> bool:
    quotation, after = pieces[at].quotation, pieces[at + 1]
    last = pieces[at].tail
    if quotation is None or not last:
        return False
    if last in _ENDS and (after.kind == "quotation" or after.text in ("•", "*")):
        return True
    if last == "." or last == "…":
        return (after.cap and not _attributed(pieces, at + 1)) or after.text in "(["
    return False


def _attributed(pieces: list[Piece], at: int) -> bool:
    """``“It was late.” Ann Lee said at the debate.``: the name behind belongs to the words before the full stop."""
    if _looks_back(pieces, at):
        return True
    end = at
    while end < len(pieces) and end - at < 7 and pieces[end].kind == "word" and pieces[end].lower not in CUES:
        end += 1
    if end == at or end >= len(pieces) or pieces[end].lower not in CUES:
        return False
    cue, after = CUES[pieces[end].lower], pieces[end + 1] if end + 1 < len(pieces) else None
    if not cue.plain or cue.form not in ("past", "s"):
        return False
    return after is None or after.text == "." or after.lower in _ATTRIBUTED or (cue.verb == "tell" and after.cap)


def _looks_back(pieces: list[Piece], at: int) -> bool:
    """``“It was late.” Ann Lee, the envoy, said this after the vote.`` · ``“…” Thus Ann Lee lamented that …``"""
    thus = pieces[at].lower == "thus"
    for n in range(at + 1, min(at + _LOOKED_OVER, len(pieces) - 1)):
        piece = pieces[n]
        if piece.quotation is not None or piece.text in _ENDS:
            return False
        if piece.lower in CUES and CUES[piece.lower].plain and CUES[piece.lower].form in ("past", "s"):
            return thus or pieces[n + 1].lower in _BACKWARDS
    return False


def _opens_sentence(piece: Piece) -> bool:
    return piece.cap or piece.kind in ("number", "quotation") or piece.text in "([•*#@-–—$€£¥₹" or not piece.text.islower()


_OPENERS: Final = word_list("passages.openers")
