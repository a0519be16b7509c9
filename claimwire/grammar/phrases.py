"""Complete motion phrases: determiner, whose it is, what is new about it, its title, symbol and body."""

from __future__ import annotations

import functools
import re

from claimwire import actors
from claimwire.grammar.chunks import Named, Phrase
from claimwire.grammar.naming import actor_of
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

MAX_LEFT = 9
"""How many units a phrase may reach left of its noun."""

WEAK_NOUNS = frozenset(
    "act order plan law laws deal agreement budget one decision document package version versions bid confidence "
    "suspension expulsion impeachment report "
    "declaration statute referral reform nomination initiative treaty tariffs no-confidence ordinance directive regulation".split()
) | {"no confidence", "second reading", "third reading"}
_PUT_FORWARD = frozenset({"initiative", "bid", "decision", "declaration", "version", "versions", "document", "nomination"})
"""Nouns that need not mean a motion, but do where they are somebody's: a state's plan or budget is no draft that it tabled."""
_OWNERS = frozenset(
    "drafted backed sponsored proposed led authored written tabled introduced submitted initiated penned supported "
    "championed co-sponsored crafted "
    "brokered sponsored-and".split()
)
_ENDINGS = frozenset(
    "peaceful diplomatic lasting political negotiated quick early conflict dispute urgent swift peace final-status".split()
)
_DEFINITE = frozenset("the this that these those said".split())
_INDEFINITE = frozenset({"a", "an"})
_SYMBOL = re.compile(
    r"[A-Z]+/(?:[A-Z0-9-]+/)*[A-Z0-9.-]*\d[\w./-]*|(?:H\.\s?R\.|S\.|H\.\s?Res\.|S\.\s?Res\.|H\.J\.\s?Res\.|S\.J\.\s?Res\.|H\.\s?Con\.\s?Res\.)\s?\d+"
)
_NUMBERED = re.compile(
    r"(?:[Rr]esolution|[Aa]mendment|[Pp]roposition|[Bb]ill|[Mm]otion|[Ii]tem|[Aa]ct|[Mm]easure)\s+(?:[Nn]o\.?\s+|[Nn]umber\s+)?((?:[A-Z]{1,3}-?)?\d{1,5}(?:\s\(\d{4}\))?)(?!\d|[,-]\d)"
)
_PLURALS = frozenset("resolutions drafts texts measures motions bills proposals amendments laws versions".split()) | {"draft resolutions"}
_STOPWORDS = frozenset(
    "resolution resolutions draft text measure motion bill proposal amendment document general assembly security "
    "council with that which have would their "
    "vote voted nations united adopted passed rejected approved favour favor against this from into second third "
    "reading separate another competing rival "
    "nonbinding non-binding binding called calling calls demanding demands member members states country countries".split()
)


def phrases_of(units: list[Unit], text: str) -> dict[int, tuple[Phrase, int]]:
    """Start index -> (phrase, index after) of the motion phrases of one sentence, none inside another."""
    found: dict[int, tuple[Phrase, int]] = {}
    taken = 0
    for at, unit in enumerate(units):
        if at < taken:
            continue
        if unit.tag == "QUOTE" and at and _title_stands_alone(units, at):
            named = units[at - 1].tag == "NAME" and at - 1 >= taken
            start = at - 1 if named else at
            phrase = Phrase("title", units[start].start, unit.end, definite=True)
            if named:
                phrase.sponsors.append(Named(actor_of(units[start]), units[start].start, units[start].end))
            _set_title(phrase, unit, text)
            found[start] = (phrase, at + 1)
            taken = at + 1
            continue
        if unit.tag != "MOTION" or _settles_a_quarrel(units, at):
            continue
        last = at
        while last + 1 < len(units) and units[last + 1].tag == "MOTION" and units[last + 1].start == units[last].end + 1:
            last += 1
        start = _left(units, at, taken)
        read, after = _phrase(units, start, at, last, text)
        if read is None:
            continue
        found[start] = (read, after)
        taken = after
    return found


def _title_stands_alone(units: list[Unit], at: int) -> bool:
    before = units[at - 1]
    inner = units[at].text[1:-1]
    words = inner.split()
    return (
        (
            (before.tag == "NOISE" and before.lower == "the")
            or (before.tag == "NAME" and bool({n.use for n in before.sense.names} & {"abbreviation", "adjective"}))
        )
        and 2 <= len(words) <= 14
        and sum(w[:1].isupper() for w in words) * 2 >= len(words)
        and not inner.endswith((",", "?", "!"))
    )


def _settles_a_quarrel(units: list[Unit], at: int) -> bool:
    """Whether ``resolution`` is the end of a conflict and no text: ``a peaceful resolution``, ``a resolution to the war``."""
    if units[at].lower not in ("resolution", "decision", "order", "plan", "deal"):
        return False
    if at and units[at - 1].lower in _ENDINGS:
        return True
    if units[at].lower == "decision" and [u.tag for u in units[at + 1 : at + 2]] == ["TO"]:
        return any(u.sense.option is not None or u.tag == "VOTE" for u in units[at + 2 : at + 3])
    follows = [u.lower for u in units[at + 1 : at + 4]]
    return (
        units[at].lower == "resolution"
        and follows[:1] in (["to"], ["of"])
        and any(w in ("conflict", "war", "crisis", "dispute", "wars", "fighting") for w in follows[1:])
    )


def _left(units: list[Unit], noun: int, floor: int) -> int:
    """The first unit of the phrase whose noun stands at ``noun``."""
    at = noun
    best = noun
    while at - 1 >= floor and noun - (at - 1) <= MAX_LEFT:
        unit = units[at - 1]
        tag = unit.tag
        lower = unit.lower
        if tag == "NOISE":
            if lower in _DEFINITE or lower in _INDEFINITE or lower in ("its", "their", "his", "her", "each"):
                return at - 1
            if lower in ("only", "just", "also", "then", "later", "however", "alone", "there", "too", "again"):
                break
        elif tag == "NAME":
            if not (unit.possessive or _adjacent_owner(units, at - 1, noun)):
                break
            best = at - 1
        elif tag == "OWN" or (tag == "REL" and lower == "that"):
            return at - 1
        elif tag in ("NEW", "EARLIER", "QUOTE", "CAP", "MOTION") or tag in ("BODY", "UN") or (lower == "other" and at == noun):
            best = at - 1
        elif tag == "DASH":
            if not (unit.start == units[at - 2].end if at >= 2 else False):
                break
        elif tag == "NUM":
            best = at - 1
        elif (
            (tag in ("SPONSOR", "VERB", "WORD", "REAL") and _compound(units, at - 1))
            or (tag == "SPONSOR" and at == noun and unit.sense.form in ("past", "participle") and units[at - 2].possessive)
            or (tag == "WORD" and not unit.lower.endswith(("ly",)) and noun - at < 6)
            or (tag == "AND" and at >= 2 and (noun - at < 3 or _is_compound(units, at)) and _names_before(units, at - 1))
        ):
            pass
        elif tag == "SLASH":
            best = at - 1
        else:
            break
        at -= 1
    return best


def _names_before(units: list[Unit], at: int) -> bool:
    """Whether a name ends right before ``units[at]``: ``US (and Japan-drafted)``, ``Kenya- (and Peru-drafted)``."""
    before = units[at - 1]
    return before.tag == "NAME" or (before.tag == "DASH" and at >= 2 and units[at - 2].tag == "NAME" and units[at - 2].end == before.start)


def _is_compound(units: list[Unit], at: int) -> bool:
    """``Japan-drafted``: a name, a dash without spaces, a word."""
    return at + 2 < len(units) and units[at].tag == "NAME" and units[at + 1].tag == "DASH" and _compound(units, at + 2)


def _compound(units: list[Unit], at: int) -> bool:
    """Whether this unit is the second half of ``US-drafted``."""
    return at >= 2 and units[at - 1].tag == "DASH" and units[at - 1].end == units[at].start and units[at - 2].end == units[at - 1].start


def _adjacent_owner(units: list[Unit], at: int, noun: int) -> bool:
    """Whether a NAME before a motion noun may belong to its phrase: an adjective, a compound, or right before the noun."""
    unit = units[at]
    uses = {n.use for n in unit.sense.names}
    if "adjective" in uses or uses == {"none"}:
        return True
    follows = units[at + 1]
    if follows.tag in ("DASH", "SLASH") and follows.start == unit.end:
        return True
    if follows.tag == "AND" and _is_compound(units, at + 2):
        return True
    if follows.tag in ("MOTION", "OWN", "NEW", "QUOTE") or at + 1 == noun:
        return True
    return "abbreviation" in uses and follows.tag in ("WORD", "CAP", "BODY", "UN") and at + 3 >= noun


def _phrase(units: list[Unit], start: int, noun: int, last: int, text: str) -> tuple[Phrase | None, int]:
    head = units[last]
    phrase = Phrase(head.lower, units[start].start, head.end, head=head.lower not in WEAK_NOUNS or units[noun].lower not in WEAK_NOUNS)
    if head.lower.endswith(("reading", "stage")):
        phrase.stage = head.lower.split()[0]
    phrase.plural = head.lower in _PLURALS
    if head.lower.startswith("counter"):
        phrase.new = "counter"
    words: list[str] = []
    for at in range(start, last + 1):
        unit = units[at]
        if unit.tag == "NOISE":
            phrase.definite = phrase.definite or unit.lower in _DEFINITE or unit.lower in ("its", "their", "his", "her")
            phrase.indefinite = phrase.indefinite or unit.lower in _INDEFINITE
            phrase.own = phrase.own or unit.lower in ("its", "their", "his", "her")
        elif unit.tag == "REL":
            phrase.definite = True
        elif unit.tag == "OWN":
            phrase.own = phrase.definite = True
        elif unit.tag == "NEW" or unit.lower == "other":
            phrase.new = unit.lower
        elif unit.tag == "EARLIER":
            phrase.earlier = True
        elif unit.tag == "BODY":
            phrase.body = unit
        elif unit.tag == "QUOTE":
            _set_title(phrase, unit, text)
        elif unit.tag == "NAME":
            _sponsor(phrase, units, at)
        elif unit.tag in ("WORD", "CAP"):
            words.append(unit.lower)
            phrase.earlier = phrase.earlier or unit.lower == "earlier"
            if unit.lower in _combining() and _is_joined_to_name(units, at):
                phrase.sponsors.append(Named(actors.actor(_combining()[unit.lower]), unit.start, unit.end))
        elif unit.tag == "NUM" and unit.value > 1:
            phrase.plural = True
    if not (phrase.definite or phrase.indefinite or phrase.new or phrase.sponsors or phrase.head or phrase.title):
        return None, last + 1
    if head.lower == "one" and not (phrase.sponsors or phrase.new or phrase.title):
        return None, last + 1
    after = _after(phrase, units, last + 1, text)
    tail = units[last + 1 : last + 16]
    for unit in tail:
        if unit.tag in ("STOP", "SEMI", "VOTE", "DATE", "NUM", "CONTRAST") or (unit.tag == "VERB" and unit.sense.result):
            break
        if unit.tag in ("WORD", "CAP", "NAME"):
            words.append(unit.lower)
    phrase.words = frozenset(w for w in words if len(w) > 3 and w not in _STOPWORDS)
    _identify(phrase, units, start, after, text)
    return phrase, after


def _sponsor(phrase: Phrase, units: list[Unit], at: int) -> None:
    unit = units[at]
    uses = {n.use for n in unit.sense.names}
    follows = units[at + 1] if at + 1 < len(units) else None
    if uses == {"none"}:
        return
    compound = follows is not None and follows.tag in ("DASH", "SLASH") and follows.start == unit.end
    if compound and follows is not None and follows.tag == "DASH":
        second = units[at + 2] if at + 2 < len(units) else None
        if second is None or not (
            second.tag in ("NAME", "AND")
            or second.lower in _OWNERS
            or second.lower.startswith(("draft", "back", "spons", "propos", "support"))
        ):
            return
    shared = follows is not None and follows.tag == "AND" and _is_compound(units, at + 2)
    if not (
        compound
        or shared
        or _is_capital_of(units, at)
        or unit.possessive
        or uses & {"adjective", "abbreviation"}
        or _second_of_compound(units, at)
        or _is_official(units, at)
    ):
        return
    if unit.possessive:
        phrase.definite = True
        if not phrase.head and unit.tag == "NAME" and any(n.use == "name" for n in unit.sense.names) and phrase.noun not in _PUT_FORWARD:
            return
    phrase.sponsors.append(Named(actor_of(unit), unit.start, unit.end))


def _is_capital_of(units: list[Unit], at: int) -> bool:
    """``a Moscow proposal``; not ``the Brussels text``, which may be Belgium's or the Union's."""
    noun = units[at + 1] if at + 1 < len(units) else None
    capital = {n.use for n in units[at].sense.names} <= {"capital", "metonym"} and units[at].lower != "brussels"
    return capital and noun is not None and noun.tag == "MOTION" and noun.lower in word_list("phrases.of_capitals")


def _is_joined_to_name(units: list[Unit], at: int) -> bool:
    """``Franco`` in ``a Franco-German draft``."""
    return _compound(units, at + 2) and units[at + 2].tag == "NAME" if at + 2 < len(units) else False


@functools.cache
def _combining() -> dict[str, str]:
    """``franco`` and its kin -> state."""
    return dict(row.split("=", 1) for row in word_list("phrases.combining"))


def _is_official(units: list[Unit], at: int) -> bool:
    """``the United States draft``, ``the Russian Federation text``: an official name serves as its own adjective."""
    noun = units[at + 1] if at + 1 < len(units) else None
    return noun is not None and noun.tag == "MOTION" and units[at].lower.endswith((" states", " kingdom", " federation"))


def _second_of_compound(units: list[Unit], at: int) -> bool:
    """``China`` in ``a Russia-China draft``."""
    return _compound(units, at) and units[at - 2].tag == "NAME" and at + 1 < len(units) and units[at + 1].tag == "MOTION"


def _after(phrase: Phrase, units: list[Unit], at: int, text: str) -> int:
    """Reads a title right after the noun; gives the index after what belongs to the phrase."""
    if at < len(units) and units[at].tag == "OWN" and units[at].lower.startswith("of"):
        phrase.own = phrase.definite = True
        phrase.end = units[at].end
        at += 1
    if at < len(units) and units[at].tag == "COMMA" and at + 1 < len(units) and units[at + 1].tag == "TITLED":
        at += 1
    if at < len(units) and units[at].tag == "TITLED" and at + 1 < len(units) and units[at + 1].tag == "QUOTE":
        _set_title(phrase, units[at + 1], text)
        phrase.end = units[at + 1].end
        return at + 2
    if at < len(units) and units[at].tag == "QUOTE" and not phrase.title and units[at].text[1:2].isupper() and len(units[at].text) < 160:
        _set_title(phrase, units[at], text)
        phrase.end = units[at].end
        return at + 1
    return at


def _set_title(phrase: Phrase, unit: Unit, text: str) -> None:
    start, end = unit.start + 1, unit.end - 1
    while end > start and (text[end - 1] in ",.;:" or text[end - 1].isspace()):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if end - start > 2:
        phrase.title, phrase.title_start, phrase.title_end = text[start:end], start, end


def _identify(phrase: Phrase, units: list[Unit], start: int, after: int, text: str) -> None:
    end = units[min(after + 12, len(units)) - 1].end
    window = text[phrase.start : min(end, phrase.end + 60)]
    found = _SYMBOL.search(window)
    if found and (found.start() <= phrase.end - phrase.start + 3):
        phrase.identifier = found.group().rstrip(".")
        return
    numbered = _NUMBERED.search(window)
    if numbered and numbered.start() <= phrase.end - phrase.start:
        phrase.identifier = numbered.group(1)
