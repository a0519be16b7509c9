"""Number chunks: so many voters or votes, tallies of two or three numbers, parts of a whole, sizes."""

from __future__ import annotations

from claimwire.claims import Qualifier
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.number_names import is_left_out, is_name
from claimwire.grammar.standing import after_standing
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_OTHER_UNITS = frozenset(
    "million billion trillion thousand hundred years year days day hours hour minutes months month weeks week km "
    "kilometres kilometers miles soldiers "
    "troops civilians dead killed wounded pages page amendments resolutions resolution draft drafts texts points "
    "point times seats terms term dollars euros pounds am pm gmt "
    "old paragraphs articles words views comments shares hostages children women men km² tonnes tons bills motions "
    "measures th st nd rd k m bn rounds "
    "other-related speakers permanent-member ballots-box degrees weeks-old co-sponsors cosponsors sponsors authors "
    "candidates places parties factions caucuses blocs coalitions "
    "organisations organizations companies firms businesses mayors charities ngos scientists economists academics lawyers doctors "
    "churches universities celebrities".split()
)
_PARTS = frozenset(
    "african asian arab western european eastern southern northern developing permanent elected non-permanent "
    "islamic muslim caribbean latin pacific "
    "small island republican democratic labour conservative tory liberal socialist green nationalist independent "
    "rebel backbench coalition opposition "
    "government ruling far-right far-left left-wing right-wing moderate swing crossbench nordic baltic balkan gulf bloc allied nato".split()
)
_BEFORE_TALLIES = frozenset({"OPEN", "BY", "COMMA", "BE", "THRESHOLD", "OUTCOME"})
_STATES = frozenset({"countries", "nations", "states", "member states", "member countries", "governments"})
_PART_NOUNS = word_list("tallies.part_nouns")
_QUALIFIERS: dict[str, Qualifier] = {"about": "about", "over": "over", "at-least": "at-least", "under": "under", "up-to": "up-to"}


def number_at(units: list[Unit], at: int) -> tuple[Chunk, int] | None:
    """The number chunk that starts at ``units[at]`` (a NUM) and the index after it; ``None`` if it counts no votes."""
    unit = units[at]
    if unit.value < 0 or not _free(units, at) or is_name(units, at):
        return None
    tally = _tally(units, at)
    if tally is not None:
        return tally
    if unit.text.isdigit() and len(unit.text) == 4 and 1900 <= unit.value <= 2100 and not _noun_follows(units, at + 1):
        return None
    return _count(units, at)


def _free(units: list[Unit], at: int) -> bool:
    """Whether the number is not part of a price, a share, an age, a symbol or a name."""
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    if before is not None and not (before.lower == "no" and _answered(units, at)):
        if (
            (before.tag == "SLASH" and before.end == units[at].start)
            or before.tag in ("CURRENCY", "PERCENT")
            or before.lower
            in (
                "no.",
                "nos",
                "article",
                "section",
                "chapter",
                "page",
                "number",
                "no",
                "aged",
                "h.r.",
                "s.",
                "group",
                "proposition",
                "clause",
            )
        ):
            return False
        if (
            before.tag == "MOTION"
            and before.end + 1 >= unit_start(units, at)
            and before.lower
            in (
                "resolution",
                "draft resolution",
                "bill",
                "amendment",
                "amendments",
                "proposition",
                "proposal",
                "motion",
                "act",
                "protocol",
                "directive",
            )
            and (after is None or after.tag not in ("DASH", "TO", "VOTES", "VOTER", "LABEL", "WEAK"))
        ):
            return False
        if (
            before.tag == "DASH"
            and at >= 2
            and before.start == units[at - 2].end
            and before.end == units[at].start
            and units[at - 2].tag not in ("NUM", "LABEL", "VOTES")
        ):
            return False
    if after is not None:
        if (
            after.tag in ("PERCENT", "CURRENCY")
            or (after.lower in _OTHER_UNITS and after.text != "Parties")
            or after.lower in ("more than", "fewer than", "less than")
            or (after.tag == "POLL" and after.lower in ("percent", "per cent"))
        ):
            return False
        if after.tag == "SLASH" and after.start == units[at].end:
            return False
        if after.tag == "DASH" and after.text in "-‐‑" and after.start == units[at].end and at + 2 < len(units):
            follows = units[at + 2]
            if follows.start == after.end and follows.tag not in ("NUM", "TO"):
                return False
        if (
            after.tag == "COLON"
            and after.start == units[at].end
            and at + 2 < len(units)
            and units[at + 2].tag == "NUM"
            and units[at + 2].start == after.end
            and not (at + 3 < len(units) and units[at + 3].lower in _TIES)
        ):
            return False
    return not (
        before is not None
        and before.tag == "COLON"
        and at >= 2
        and units[at - 2].tag == "NUM"
        and before.start == units[at - 2].end
        and before.end == units[at].start
    )


def _answered(units: list[Unit], at: int) -> bool:
    """``Yes 31; No 3``: a ``no`` that answers, since a ``yes`` stands before."""
    if at == 1 and len(units) <= 3:
        return True
    return any(u.tag == "WEAK" and u.lower == "yes" for u in units[max(0, at - 8) : at])


def unit_start(units: list[Unit], at: int) -> int:
    """Where the unit starts in the text."""
    return units[at].start


def _tally(units: list[Unit], at: int) -> tuple[Chunk, int] | None:
    count = len(units)
    if at + 2 >= count:
        return None
    end = at + 1
    votes = False
    if units[end].tag in ("VOTES", "VOTER") and end + 2 < count:
        votes = True
        end += 1
    join = units[end]
    if join.tag == "COLON" and not votes and end + 2 < count and units[end + 1].start == join.end and units[end + 2].lower in _TIES:
        join = Unit("DASH", join.text, join.lower, join.start, join.end)
    if not (
        join.tag == "TO" or (join.tag == "DASH" and not votes) or (join.lower == "against" and (votes or _stands_alone(units, at, end + 1)))
    ):
        return None
    if (
        join.tag == "DASH"
        and not votes
        and end + 3 < count
        and units[end + 1].tag == "TO"
        and units[end + 2].tag == "DASH"
        and units[end + 3].tag == "NUM"
    ):
        last = end + 3
        if last + 1 < count and units[last + 1].tag == "DASH" and units[last + 1].start == units[last].end:
            return None  # "a 10-to-12-hour debate"
        chunk = Chunk("TALLY", units[at].start, units[last].end, at, last + 1, units[at], value=units[at].value, high=units[last].value)
        chunk.flags = frozenset({"dash"})
        return chunk, last + 1
    follows = units[end + 1] if end + 1 < count else None
    nothing = follows is not None and follows.lower in NOTHING and join.tag == "TO"
    if follows is None or (not nothing and (follows.tag != "NUM" or follows.value < 0)):
        return None
    tight = join.tag == "DASH" and join.start == units[end - 1].end and follows.start == join.end
    if join.tag == "DASH" and not tight and (join.end == follows.start or join.start == units[end - 1].end):
        return None
    last = end + 1
    first, second, third = units[at].value, 0 if nothing else follows.value, None
    if tight and not (units[at].text.isdigit() and follows.text.isdigit()):
        return None
    year = units[at].text.isdigit() and len(units[at].text) == 4 and 1900 <= first <= 2100
    if year or first > 100_000 or second > 100_000:
        return None
    if join.tag == "DASH" and not votes and _goes_on(units, last, tight=tight):
        third = units[last + 2].value
        if 1900 <= third <= 2100:
            return None  # "01-10-2025"
        last += 2
    elif last + 1 < count:
        after = units[last + 1]
        if (
            after.tag in ("PERCENT", "CURRENCY")
            or after.lower in _OTHER_UNITS
            or (after.tag == "POLL" and after.lower in ("percent", "per cent"))
        ):
            return None
        if after.tag == "DASH" and after.start == units[last].end and last + 2 < count and units[last + 2].start == after.end:
            return None
        if (
            join.tag == "TO"
            and not votes
            and (after.tag in ("VOTES", "VOTER", "OTHERS") or after.tag == "LABEL")
            and not (at and (units[at - 1].lower.endswith("by") or units[at - 1].tag in ("VOTE", "VERB", "OUTCOME")))
        ):
            return _range(units, at, last, first, second)
    chunk = Chunk("TALLY", units[at].start, units[last].end, at, last + 1, units[at], value=first, high=second, third=third)
    if last + 1 < count and units[last + 1].tag == "VOTES":
        last += 1
    chunk.flags = frozenset({"votes"} if votes else {"dash"} if join.tag == "DASH" else {"to"})
    return chunk, last + 1


NOTHING = frozenset("nil none zero nothing nought".split())
_TIES = frozenset("draw tie vote split decision result majority ballot".split())


def _goes_on(units: list[Unit], last: int, *, tight: bool) -> bool:
    """Whether a third number follows in the same style: ``71-24-39``, ``71 – 24 – 39``."""
    if last + 2 >= len(units) or units[last + 1].tag != "DASH" or units[last + 2].tag != "NUM" or units[last + 2].value < 0:
        return False
    dash = units[last + 1]
    close = dash.start == units[last].end
    return close and dash.end == units[last + 2].start if tight else not close and dash.end < units[last + 2].start


def _stands_alone(units: list[Unit], at: int, second: int) -> bool:
    """``(493 against 30)``, ``by 12 against 3``: two numbers and nothing else."""
    before = units[at - 1].tag if at else "OPEN"
    after = units[second + 1].tag if second + 1 < len(units) else "STOP"
    answered = after == "LABEL" and units[second + 1].sense.option == "no"
    return before in _BEFORE_TALLIES and (answered or after in ("CLOSE", "STOP", "COMMA", "VOTES"))


def _range(units: list[Unit], at: int, last: int, low: int, high: int) -> tuple[Chunk, int]:
    after = last + 1
    sym = "VOTES" if units[after].tag == "VOTES" else "COUNT"
    if units[after].tag in ("VOTES", "VOTER"):
        after += 1
    chunk = Chunk(sym, units[at].start, units[after - 1].end, at, after, units[at], value=low, high=high, qualifier="range")
    chunk.flags = frozenset({"range"})
    return chunk, after


def _noun_follows(units: list[Unit], at: int) -> bool:
    return at < len(units) and units[at].tag in ("VOTES", "VOTER", "LABEL")


def _count(units: list[Unit], at: int) -> tuple[Chunk, int]:
    unit = units[at]
    chunk = Chunk("NUM", unit.start, unit.end, at, at + 1, unit, value=unit.value)
    _qualify(units, at, chunk)
    if unit.lower.endswith("dozen") and chunk.qualifier == "exact":
        chunk.qualifier = "about"
    end, size = _size(units, at + 1)
    flags: set[str] = set()
    if size is not None:
        chunk.size = size
        chunk.sym = "VOTES" if units[end - 1].tag == "VOTES" else "COUNT"
        flags.add("sized")
        if chunk.sym == "COUNT" and (_has_part(units[at + 1 : end]) or is_left_out(units, at)):
            chunk.sym = "SUB"  # "40 of the 54 African countries"
            flags.add("part")
    else:
        end = at + 1
        restrict = False
        probe = end
        while probe < len(units) and probe - end < 4:
            word = units[probe]
            tag = word.tag
            if tag == "SIDE" and word.lower == "votes with" and probe == end:
                chunk.sym = "VOTES"
                end = probe + 1
                break
            if tag in ("VOTER", "VOTES", "OTHERS") or (tag == "BODY" and word.sense.bodies[0].role == "voters"):
                if tag == "OTHERS" and probe + 1 < len(units) and word.lower == "other" and probe - end < 3:
                    flags.add("other")
                    probe += 1
                    if units[probe].tag not in ("VOTER", "VOTES") and units[probe].tag not in ("NAME", "BODY", "WORD", "CAP"):
                        break
                    continue
                if tag == "OTHERS":
                    flags.add("other")
                chunk.sym = "VOTES" if tag == "VOTES" else "COUNT"
                if word.lower == "people":
                    flags.add("crowd")
                elif tag == "BODY":
                    flags.add("house")
                elif word.lower in _STATES:
                    flags.add("states")
                end = probe + 1
                break
            if tag == "NAME" and not word.possessive:
                names = word.sense.names
                kinds = {n.use for n in names}
                if (
                    kinds & {"people", "party", "group"}
                    and (_plural(word) or unit.value == 1)
                    and not (probe + 1 < len(units) and units[probe + 1].tag in ("VOTER", "VOTES", "BODY"))
                ):
                    chunk.sym = "COUNT"
                    flags.add("group")
                    restrict = restrict or word.lower not in ("eu members", "eu member states", "eu countries", "eu states")
                    end = probe + 1
                    break
                restrict = restrict or word.lower not in ("un", "u.n.", "united nations", "eu", "us")
                if word.lower == "eu":
                    flags.add("group")
            elif tag in ("BODY", "UN") or (word.lower in _PARTS and units[probe - 1].lower in ("mainly", "mostly", "largely")):
                pass
            elif word.lower in _PART_NOUNS:
                chunk.sym = "COUNT"
                flags.add("group")
                restrict = True
                end = probe + 1
                break
            elif word.lower in _PARTS or (tag == "WORD" and word.lower in _OTHER_UNITS):
                restrict = True
            elif tag == "CAP" and not word.possessive:
                restrict = restrict or (probe == end and word.text.isupper() and len(word.text) > 2)
            elif tag == "WORD" and not word.possessive:
                if word.lower.endswith("ing") or word.lower.endswith("ed"):
                    break
            elif (
                (tag == "NOISE" and word.lower in ("more", "of them", "of the", "of its", "together"))
                or tag == "DASH"
                or (tag == "NEW" and word.lower in ("different", "additional", "further"))
            ):
                pass
            else:
                break
            probe += 1
        if chunk.sym == "NUM" and flags & {"other"}:
            chunk.sym = "COUNT"
            end = probe
        if at >= 2 and _part_of(units, at):
            restrict = True
        if is_left_out(units, at) or _is_of_things(units, at):
            restrict = True
            flags.add("part")
        if restrict and chunk.sym in ("COUNT", "VOTES"):
            chunk.sym = "SUB" if chunk.sym == "COUNT" else "VOTES"
            flags.add("part")
        if chunk.sym != "NUM":
            after, size = _size(units, end)
            if size is not None:
                chunk.size = size
                end = after
    if chunk.sym in ("COUNT", "SUB"):
        end = after_standing(units, end)
    chunk.after = end
    chunk.end = units[end - 1].end
    chunk.flags = frozenset(flags) | chunk.flags
    return chunk, end


def _part_of(units: list[Unit], at: int) -> bool:
    """Whether the number is a whole of which a part is told: ``three-quarters of the 193 members``."""
    probe = at - 1
    while probe > 0 and units[probe].tag == "NOISE":
        probe -= 1
    return units[probe].tag == "OF" and units[probe - 1].lower in _FRACTIONS


def _is_of_things(units: list[Unit], at: int) -> bool:
    """``31 articles, 7 of which were opposed``: so many of what does not vote."""
    if at + 1 >= len(units) or units[at + 1].lower != "of which" or at < 2 or units[at - 1].tag not in ("COMMA", "AND", "OPEN", "DASH"):
        return False
    return units[at - 2].tag not in ("VOTER", "VOTES", "NAME", "BODY", "OTHERS", "LABEL")


_FRACTIONS = frozenset("quarters thirds third half most majority fifths quarter rest many some all percent".split())


def _is_part(unit: Unit) -> bool:
    """``African``, ``Arab states``: some of the body's members, as far as a size is told of them."""
    group = unit.tag == "NAME" and any(n.use == "group" for n in unit.sense.names)
    return unit.lower in _PARTS or (group and not unit.lower.startswith(("eu", "un ", "u.n.", "united")))


def _has_part(units: list[Unit]) -> bool:
    """Whether only some of the body are told of; ``permanent and non-permanent members`` are all."""
    return any(_is_part(u) for u in units) and not any(u.tag == "AND" for u in units)


def _plural(word: Unit) -> bool:
    return word.lower.endswith("s") or word.lower.endswith("men")


def _qualify(units: list[Unit], at: int, chunk: Chunk) -> None:
    before = at - 1
    flags = set()
    while before >= 0 and at - before < 5:
        unit = units[before]
        if unit.tag == "QUAL":
            chunk.qualifier = _QUALIFIERS[unit.sense.option or "about"]
            if unit.sense.option in ("about", "over", "at-least", "under", "up-to"):
                break
        elif unit.lower in ("another", "further", "additional", "remaining", "other", "others"):
            flags.add("another")
        elif unit.tag not in ("NOISE", "OF") and unit.lower not in ("total", "of"):
            break
        before -= 1
    chunk.flags = frozenset(flags)


def _size(units: list[Unit], at: int) -> tuple[int, int | None]:
    """After a number: ``of the 15 members``, ``of the council's 15 members``, ``out of 193``; (index after, size)."""
    count = len(units)
    probe = at
    if probe < count and units[probe].lower == "out":
        probe += 1
    if probe >= count or units[probe].tag != "OF":
        return at, None
    probe += 1
    steps = 0
    while probe < count and steps < 5:
        unit = units[probe]
        if unit.tag == "NUM" and unit.value >= 0:
            size = unit.value
            probe += 1
            extra = 0
            while (probe < count and extra < 6 and units[probe].tag in ("NAME", "BODY", "UN", "CAP", "VOTER", "OTHERS", "DASH")) or (
                probe < count
                and units[probe].lower in ("cast", "non", "non-permanent", "elected", "and", "permanent", "voting", "current", "eligible")
            ):
                probe += 1
                extra += 1
                if units[probe - 1].tag == "VOTER":
                    break
            if probe < count and units[probe].tag in ("VOTER", "VOTES"):
                probe += 1
            return probe, size
        if unit.tag in ("NOISE", "BODY", "UN", "NAME", "CAP") or unit.possessive or unit.lower in ("total", "its", "their"):
            probe += 1
            steps += 1
            continue
        break
    return at, None
