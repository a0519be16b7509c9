"""What stands beside a quotation and tells who spoke: one small rule each, tried in order.

Each rule has an id; ``claimwire/data/speech_rules.toml`` says in words what it
does, with sentences it must read and sentences it must leave alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from claimwire.grammar import attributions
from claimwire.grammar.attributions import Reading, agent, main_subject, passive, subject_of, unreal
from claimwire.grammar.cues import CUES, NAMING, VOTE_WORDS
from claimwire.grammar.passages import Piece
from claimwire.grammar.speakers import Phrase, lexicon, phrase_at, possessive

REACH: Final = 40
"""How many pieces a label (``called … a``) may stand before its quotation."""

_LINKS: Final = frozenset(",—–-―;:")
_LINKING_TAILS: Final = frozenset(",?!—–…-")
_DETERMINERS: Final = frozenset(("a", "an", "the", "his", "her", "their", "its", "as"))
_OFTEN_BETWEEN: Final = frozenset(["simply", "officially", "unofficially", "formally", "popularly", "informally", "commonly", "widely", "locally"])
_NAMED: Final = frozenset(["titled", "entitled", "named", "nicknamed", "codenamed", "code-named", "so-called", "known", "headlined", "subtitled", "captioned"])
_CHAMBERS: Final = frozenset(
    ["council", "assembly", "parliament", "senate", "house", "congress", "chamber", "knesset", "bundestag", "duma", "legislature", "commons", "lords", "rada", "sejm", "body", "bloc"]
) - {"bloc"}
_ODD_VERBS: Final = frozenset(["went", "held", "began", "felt", "grew", "broke", "came", "shot"])
_OWN_WORDS: Final = frozenset(
    ("opinion", "view", "words", "estimation", "assessment", "telling", "account", "judgment", "judgement", "phrase", "mind")
)


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke and by which rule. ``unspoken``: sure that nobody is said to have spoken the words."""

    rule: str
    reason: str = ""
    phrase: Phrase | None = None
    speaker: Any = None
    unspoken: bool = False


_NOBODY: Final = Said("speech-nobody", unspoken=True)


def find(reading: Reading, at: int) -> Said | None:
    """Who is said to have spoken the quotation at ``pieces[at]``; ``None`` where the sentence does not tell."""
    if _is_vote_word(reading, at):
        return _NOBODY
    for rule in _RULES:
        said = rule(reading, at)
        if said is not None:
            return said
    return None


def owner_of(reading: Reading, paper: Phrase) -> Phrase | None:
    """Whose words a paper holds: ``Trump's post``, ``a statement from the ministry``, ``UN data``."""
    pieces = reading.pieces
    for n in range(paper.last, paper.first - 1, -1):
        if possessive(pieces[n]) and pieces[n].cap:
            first = n
            while first > paper.first and pieces[first - 1].cap:
                first -= 1
            return Phrase("person" if n - first else "organization", first, n, n + 1, name=(first, n))
    if paper.stop < len(pieces) and pieces[paper.stop].lower in ("from", "by", "of", "released", "issued"):
        step = 2 if pieces[paper.stop].lower in ("released", "issued") else 1
        return reading.starting(paper.stop + step)
    last = paper.last
    while last > paper.first and not pieces[last].cap:
        last -= 1
    if pieces[paper.first].cap and last < paper.last:
        return Phrase("organization", paper.first, last, last + 1, name=(paper.first, last))
    return None


def _quoted(word: str) -> str:
    return f"‘{word}’"


def _behind(reading: Reading, at: int) -> Said | None:
    """``“…,” X said`` · ``“…,” said X`` · ``“…,” according to X`` · ``“…,” as X put it``."""
    pieces = reading.pieces
    n = at + 1
    linked = pieces[at].tail in _LINKING_TAILS
    while n < len(pieces) and pieces[n].text in _LINKS:
        linked, n = True, n + 1
    if n >= len(pieces):
        return None
    piece = pieces[n]
    linked = linked or _first_words(reading, at)
    dash = pieces[n - 1].text in "—–-―" and n - 1 > at
    cue = CUES.get(piece.lower)
    if cue is not None and cue.plain and cue.form in ("past", "s") and n in reading.cues:
        inverted = attributions.inverted(reading, n)
        if inverted is not None:
            return (
                _NOBODY if inverted.kind == "document" else Said("speech-inverted", f"{_quoted(piece.text)} behind the quotation", inverted)
            )
    if not linked:
        return None
    if cue is None and _any_verb(piece):
        following = reading.starting(n + 1)
        if following is not None and following.kind == "person" and pieces[at].tail in ".,!?…" and _named_in_full(following):
            return Said(
                "speech-inverted", f"{_quoted(piece.text)} and a name behind the quotation", attributions.with_name(reading, following)
            )
    if piece.lower == "as" and n + 1 < len(pieces):
        phrase = reading.starting(n + 1)
        if phrase is not None and phrase.stop < len(pieces) and pieces[phrase.stop].lower in ("put", "puts", "called", "described", "said"):
            return Said("speech-as-put", "‘as … put it’ behind the quotation", phrase)
    if piece.lower in ("was", "is") and n + 2 < len(pieces) and pieces[n + 1].lower in ("how", "what"):
        phrase = reading.starting(n + 2)
        if phrase is not None and phrase.stop in reading.cues:
            return Said("speech-how-put", "‘was how … put it’ behind the quotation", phrase)
    for begin, source in attributions.according_to(reading):
        if n <= begin <= n + 1 and pieces[begin].lower != "citing":
            return _NOBODY if source.kind == "document" else Said("speech-according", "‘according to’ behind the quotation", source)
    found = reading.starting(n)
    if found is None:
        return None
    if pieces[n - 1].text == ":" and found.kind in ("role", "plural", "organization") and not found.determiner:
        return None
    verb = _verb_behind(reading, found)
    if verb is not None:
        if unreal(reading, verb) or found.kind == "document" or not _fits(reading, found, verb):
            return None
        named = attributions.with_name(reading, found)
        return Said("speech-behind", f"{_quoted(pieces[verb].text)} behind the quotation", named)
    if (
        found.stop < len(pieces)
        and found.kind in ("person", "pronoun", "role")
        and pieces[at].tail in ",!?"
        and _any_verb(pieces[found.stop])
    ):
        return Said("speech-behind", f"{_quoted(pieces[found.stop].text)} behind the quotation", found)
    if dash and _ends_there(reading, found) and _first_words(reading, at) and found.kind in ("person", "role", "organization"):
        return Said("speech-signed", "the name stands behind a dash under the quotation", found)
    return None


def _any_verb(piece: Piece) -> bool:
    """A verb in the past that is no verb of speech by itself (``“…,” he laughed``)."""
    lower = piece.lower
    return (
        piece.kind == "word" and not piece.cap and (lower in _ODD_VERBS or (lower.endswith("ed") and len(lower) > 4)) and lower not in CUES
    )


def _named_in_full(phrase: Phrase) -> bool:
    return phrase.name is not None and (phrase.name[1] > phrase.name[0] or phrase.first < phrase.name[0])


def _fits(reading: Reading, subject: Phrase, verb: int) -> bool:
    """Whether this subject says words by this verb: ``MPs agreed`` and ``every senator said`` report no words."""
    if subject.determiner in ("each", "every", "any", "no"):
        return False
    return CUES[reading.pieces[verb].lower].verb not in ("agree", "decide") or subject.kind in ("person", "pronoun", "role")


def _verb_behind(reading: Reading, phrase: Phrase) -> int | None:
    """The index of the verb of speech of ``phrase``, over adverbs and what stands between commas."""
    pieces = reading.pieces
    for cue in reading.cues:
        if cue < phrase.stop or cue - phrase.stop > REACH:
            continue
        if not CUES[pieces[cue].lower].plain or CUES[pieces[cue].lower].form == "ing":
            return None
        if any(pieces[n].quotation is not None for n in range(phrase.stop, cue)):
            return None
        back = attributions.back(reading, cue)
        if back <= phrase.stop:
            return cue
        comma = pieces[back - 1].text
        opens = pieces[phrase.stop].text
        if opens in (",", "—", "–", "(") and comma in (",", "—", "–", ")") and back - 1 > phrase.stop:
            return cue
        if pieces[back - 1].lower == "who" or opens == (","):
            continue
        return None
    return None


def _colon(reading: Reading, at: int) -> Said | None:
    """``X said: “…”`` · ``X criticised the cabinet: “…”`` · ``X: “…”``."""
    pieces = reading.pieces
    if at == 0 or pieces[at - 1].text != ":" or at < 2:
        return None
    before = reading.stopping(at - 1)
    alone = before is not None and attributions.begin_of(before) == 0
    if alone and before is not None and before.kind not in ("document", "paper"):
        return Said("speech-colon", "a colon between the name and the quotation", before)
    for cue in reversed([c for c in reading.cues if c < at]):
        if CUES[pieces[cue].lower].form == "base" or unreal(reading, cue) or passive(reading, cue):
            continue
        subject = subject_of(reading, cue)
        if subject is not None:
            return (
                _NOBODY
                if subject.kind == "document"
                else Said("speech-colon", f"{_quoted(pieces[cue].text)} and a colon before the quotation", subject)
            )
    main = main_subject(reading, at)
    if main is None or main.kind == "document" or main.head in ("it", "they"):
        return _NOBODY
    return Said("speech-colon", "a colon between the sentence and the quotation", main)


def _source_before(reading: Reading, at: int) -> Said | None:
    """``According to X, “…”`` · ``In her opinion, “…”`` · ``in the words of X, “…”``."""
    pieces = reading.pieces
    nearest = max((c for c in reading.cues if c < at), default=-1)
    for begin, source in reversed(attributions.according_to(reading)):
        if nearest < begin < at:
            return _NOBODY if source.kind == "document" else Said("speech-according", "‘according to’ before the quotation", source)
    for n in range(max(0, at - 6), at):
        if pieces[n].lower in _OWN_WORDS and n > 0 and n > nearest:
            owner = pieces[n - 1]
            if owner.lower in ("his", "her", "their"):
                kind = {"his": "he", "her": "she", "their": "they"}[owner.lower]
                gender = {"his": "m", "her": "f"}.get(owner.lower, "")
                return Said(
                    "speech-opinion",
                    f"‘in {owner.lower} {pieces[n].lower}’ before the quotation",
                    Phrase("pronoun", n - 1, n - 1, n, kind, gender=gender),
                )
            if possessive(owner) and owner.cap:
                first = n - 1
                while first > 0 and pieces[first - 1].cap:
                    first -= 1
                return Said(
                    "speech-opinion",
                    f"‘in … {pieces[n].lower}’ before the quotation",
                    Phrase("person", first, n - 1, n, name=(first, n - 1)),
                )
    return None


def _before(reading: Reading, at: int) -> Said | None:
    """``X said (that) “…”`` · ``X called him a “…”`` · ``…, adding “…”``: the nearest verb of speech to the left."""
    pieces = reading.pieces
    for cue in reversed([c for c in reading.cues if c < at]):
        verb = CUES[pieces[cue].lower]
        if verb.family == "report":
            continue
        if any(p.text == ";" for p in pieces[cue + 1 : at]) or (verb.family != "say" and at - cue > REACH):
            return None
        if passive(reading, cue):
            by = agent(reading, cue, at)
            if by is None and verb.family == "label" and (cue + 1 == at or pieces[at - 1].lower in _DETERMINERS):
                by = agent(reading, at, at + 3)
            if by is not None:
                return Said("speech-passive", f"{_quoted(pieces[cue].text)} by the speaker", by) if by.kind != "document" else _NOBODY
            if not (verb.verb == "quote" and cue + 2 < len(pieces) and pieces[cue + 1].lower == "as"):
                continue
        if unreal(reading, cue):
            return None
        beside = cue + 1 == at or (cue + 2 == at and pieces[at - 1].lower in _DETERMINERS)
        subject = subject_of(reading, cue)
        if subject is None:
            return None
        if subject.kind == "document" or not _fits(reading, subject, cue) or _is_chamber(reading, subject):
            return _NOBODY
        if verb.family == "label" and beside and not _relative(reading, subject):
            by = agent(reading, at, at + 3)
            return Said("speech-passive", f"{_quoted(pieces[cue].text)} … by the speaker", by) if by is not None else _NOBODY
        if not _adjacent(reading, cue, at) and _is_name(reading, at):
            return None
        rule = "speech-before" if verb.family == "say" else "speech-label" if verb.family == "label" else "speech-urged"
        return Said(rule, f"{_quoted(pieces[cue].text)} before the quotation", subject)
    return None


def _is_chamber(reading: Reading, subject: Phrase) -> bool:
    """Councils and parliaments speak by their texts: ``the Council urged both “to …”`` are words of a resolution."""
    return subject.kind in ("organization", "state") and any(p.lower in _CHAMBERS for p in reading.pieces[subject.first : subject.last + 1])


def _relative(reading: Reading, subject: Phrase) -> bool:
    before = attributions.begin_of(subject) - 1
    return before >= 0 and reading.pieces[before].lower in ("what", "which", "that", "as", "how", "whom")


def _parenthetical(reading: Reading, at: int) -> Said | None:
    """``… a “…” that …, X has said.``: the sentence is told as somebody's words at its end."""
    pieces = reading.pieces
    if _is_name(reading, at):
        return None
    for cue in reading.cues:
        if cue < at or not CUES[pieces[cue].lower].plain or CUES[pieces[cue].lower].form not in ("past", "s"):
            continue
        phrase = reading.stopping(attributions.back(reading, cue))
        if phrase is None or phrase.kind == "document":
            continue
        begin = attributions.begin_of(phrase) - 1
        after = pieces[cue + 1] if cue + 1 < len(pieces) else None
        ends = (
            after is None
            or after.kind == "mark"
            or after.lower in ("on", "in", "at", "to", "during", "after", "before", "late", "this", "last")
        )
        comma = begin >= 0 and (pieces[begin].text == "," or (pieces[begin].quotation is not None and pieces[begin].tail == ","))
        if comma and ends and not unreal(reading, cue):
            return Said("speech-parenthetical", f"the sentence is told as {_quoted(pieces[cue].text)} at its end", phrase)
    for begin, source in attributions.according_to(reading):
        if begin > at and source.kind not in ("document", "paper") and pieces[begin].lower == "according":
            return Said("speech-according", "‘according to’ behind the quotation", source)
    return None


def _named(reading: Reading, at: int) -> Said | None:
    """Titles, names of operations, so-called things: nobody spoke them."""
    pieces = reading.pieces
    n = at - 1
    if n >= 0 and pieces[n].text in (":", ","):
        n -= 1
    labelled = any(p.lower in CUES and CUES[p.lower].family == "label" for p in pieces[max(0, at - 4) : at])
    if n >= 0 and pieces[n].kind == "word" and pieces[n].lower in NAMING and pieces[n].lower not in CUES and not labelled:
        return _NOBODY
    while n >= 0 and pieces[n].lower in _DETERMINERS | _OFTEN_BETWEEN and at - n < 4:
        n -= 1
    if n >= 0 and pieces[n].lower in _NAMED:
        return _NOBODY
    follows = pieces[at + 1] if at + 1 < len(pieces) else None
    if follows is not None and follows.lower in lexicon().documents and _is_name(reading, at) and pieces[at].tail not in _LINKING_TAILS:
        return _NOBODY
    return None


def _adjacent(reading: Reading, cue: int, at: int) -> bool:
    """Whether nothing but an object, ``that`` or ``as a`` parts the verb from the quotation."""
    between = reading.pieces[cue + 1 : at]
    if not between or between[-1].text in (",", ":") or between[-1].lower in ("that", "as"):
        return True
    return CUES[reading.pieces[cue].lower].family == "label" and len(between) <= 6


def _is_name(reading: Reading, at: int) -> bool:
    """Whether the words look like a title or a name: capitals throughout and no stop."""
    inner = reading.passage.inner(at)
    words = [w for w in inner.split() if any(c.isalpha() for c in w)]
    if not words or inner[-1] in ".!?…," or len(words) > 12:
        return False
    long = [w for w in words if len(w) > 3] or words
    return all(w.lstrip("([“‘'\"")[:1].isupper() for w in long)


def _is_vote_word(reading: Reading, at: int) -> bool:
    inner = reading.passage.inner(at).lower().strip(" .,!")
    if inner not in VOTE_WORDS:
        return False
    return not (reading.pieces[at].tail in ",!?" or (at and reading.pieces[at - 1].text == ":"))


def _first_words(reading: Reading, at: int) -> bool:
    return all(p.kind in ("mark", "quotation") for p in reading.pieces[:at])


def _ends_there(reading: Reading, phrase: Phrase) -> bool:
    rest = reading.pieces[phrase.stop :]
    return not rest or rest[0].text in (",", "(", ".")


_RULES: Final[tuple[Callable[[Reading, int], Said | None], ...]] = (_behind, _named, _colon, _source_before, _before, _parenthetical)

__all__ = ["Said", "find", "owner_of", "phrase_at"]
