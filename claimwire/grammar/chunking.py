"""Units to chunks, left to right; then verbs that can tell an act or an outcome are settled by their subject."""

from __future__ import annotations

from claimwire.grammar.acts import act, is_unreal
from claimwire.grammar.chunks import PLAIN, Chunk, Phrase, after_number, single
from claimwire.grammar.contrasts import without_contrasted
from claimwire.grammar.naming import list_at
from claimwire.grammar.phrases import phrases_of
from claimwire.grammar.settling import settle
from claimwire.grammar.splitting import split_list
from claimwire.grammar.tallies import number_at
from claimwire.grammar.units import Unit
from claimwire.grammar.votingverbs import cast, verb, vote
from claimwire.grammar.wordlists import word_list

INVISIBLE = frozenset({"NOISE", "DATE", "QUAL", "HAVE", "DO"})
_LEAVING_OUT = word_list("chunking.leaving_out")
_NOTABLY = word_list("chunking.notably")
_POINTING = word_list("chunking.pointing")
_OWNERS = word_list("chunking.owners")
_COUNTED_AS = {"negative": "no", "affirmative": "yes"}
_ANSWERS = frozenset({"yes", "no", "for", "against"})
_MARKS = frozenset("\"'“‘«")
_REPEATING = frozenset({"did the same", "followed suit", "doing the same", "following suit", "did too", "did as well", "did so too"})
_PARTIAL = word_list("chunking.partial")
_WHOLE = word_list("number_names.whole")


def chunks_of(units: list[Unit], text: str) -> list[Chunk]:
    """The visible chunks of one sentence in order, acts and outcomes settled."""
    phrases = phrases_of(units, text)
    chunks: list[Chunk] = []
    at, count = 0, len(units)
    while at < count:
        unit = units[at]
        if at in phrases:
            phrase, after = phrases[at]
            chunks.append(Chunk("MOTION", phrase.start, phrase.end, at, after, unit, phrase=phrase))
            at = after
            continue
        tag = unit.tag
        if unit.lower in _NOTABLY and chunks and chunks[-1].sym == "COMMA" and _names_next(units, at + 1):
            chunks.append(single("INCL", unit, at))
            at += 1
            continue
        if tag in INVISIBLE:
            at += 1
            continue
        if tag == "NUM":
            number = number_at(units, at)
            if number is not None:
                if _points(units, at):
                    number[0].flags |= {"the"}
                chunks.append(number[0])
                at = number[1]
                if units[at - 1].tag == "SIDE":
                    chunks.append(single("W", units[at - 1], at - 1))
                continue
            chunks.append(single("WORD", unit, at))
        elif tag == "WORD" and unit.lower in _COUNTED_AS and after_number(chunks) and chunks[-1].after == at:
            chunks.append(single("WEAK", unit, at, _COUNTED_AS[unit.lower]))  # "40 affirmative votes, 30 negative"
        elif tag == "WORD" and unit.lower in ("said", "say", "says") and _answers(units, at + 1):
            chunks.append(act("UNREAL" if is_unreal(units, at) else "ACT", units, at, at + 2, units[at + 1].sense.option))
            at += 2
            continue
        elif tag == "NAME" and at == 0 and _is_dateline(units):
            chunks.append(single("WORD", unit, at))
        elif tag in ("NAME", "TITLE", "CAP"):
            found = list_at(units, at)
            if found is not None:
                if any(u.lower in _PARTIAL for u in units[max(0, at - 2) : at]):
                    found[0].flags = frozenset({"part"})
                if at and units[at - 1].lower == "only":
                    found[0].flags |= {"only"}
                chunks += split_list(units, chunks, found[0], text)
                at = found[1]
                continue
            if not (tag == "CAP" and unit.lower.endswith("ly")):
                chunks.append(single("WORD", unit, at))
        elif tag == "VOTE" or (tag == "VOTES" and not after_number(chunks)):
            at = vote(units, at, chunks)
            continue
        elif tag in ("VERB", "VETO"):
            verb(units, at, chunks)
        elif tag == "CAST":
            at = cast(units, at, chunks)
            continue
        elif tag == "SAME" and _repeats(units, at):
            chunks.append(act("ACT", units, at, at + 1, None))
        elif tag == "SIDE" and unit.lower in ("vote with", "votes with") and at + 1 < count and units[at + 1].tag in ("NUM", "NONE"):
            chunks += [single("OUTCOME", unit, at), single("W", unit, at)]  # "survived a confidence vote with 159 votes"
        elif tag == "NOPART":
            sided = unit.lower.endswith(("vote", "cast votes", "voting")) and at + 1 < count and units[at + 1].tag in ("WEAK", "LABEL")
            chunks.append(act("UNREAL" if sided or is_unreal(units, at) else "ACT", units, at, at + 1, unit.sense.option))
        elif tag == "FAILED":
            chunk = act("FAIL", units, at, at + 1, None, "fail")
            chunks.append(chunk)
        elif tag == "NONE" and at + 1 < count and units[at + 1].tag == "VOTES":
            chunks.append(Chunk("VOTES", unit.start, units[at + 1].end, at, at + 2, unit, value=0))
            at += 2
            continue
        elif tag == "NONE" and unit.lower in ("zero", "nil", "not one", "not a single") and at + 1 < count and _are_voters(units[at + 1]):
            chunks.append(Chunk("COUNT", unit.start, units[at + 1].end, at, at + 2, unit, value=0))
            at += 2
            continue
        elif tag == "NONE":
            chunks.append(_none(units, at))
        elif tag == "NOUNACT" and _is_headline_veto(units, at, chunks, phrases):
            chunk = act("VERB", units, at, at + 1, "no", "fail")
            chunk.form, chunk.flags = "third", frozenset({"veto"})
            chunks.append(chunk)
        elif tag == "NOUNACT":
            chunks.append(single("VETONOUN", unit, at))
        elif (
            tag == "WEAK"
            and unit.lower == "for"
            and at + 1 < count
            and units[at + 1].tag == "WEAK"
            and units[at + 1].lower in ("yes", "no")
        ):
            pass  # "83 votes for yes, 37 for no"
        elif tag == "WEAK" and unit.lower in _ANSWERS and at + 1 < count and units[at + 1].tag == "VOTES" and after_number(chunks):
            chunks.append(Chunk("LABEL", unit.start, units[at + 1].end, at, at + 2, unit, option=unit.sense.option))  # '12 "no" votes'
            at += 2
            continue
        elif tag == "WEAK" and unit.lower == "no" and _numbers_a_text(units, at):
            at += 3
            continue
        elif (
            tag == "WEAK" and at + 1 < count and units[at + 1].tag == "VOTES" and text[unit.start - 1 : unit.start] in _MARKS and unit.start
        ):
            chunks.append(Chunk("LABEL", unit.start, units[at + 1].end, at, at + 2, unit, option=unit.sense.option))
            at += 2
            continue
        elif (
            tag == "WEAK"
            and unit.lower == "no"
            and at + 1 < count
            and units[at + 1].tag in ("LABEL", "VOTES")
            and units[at + 1].lower not in ("opponents", "supporters", "absence")
        ):
            chunks.append(Chunk("NUM", unit.start, unit.end, at, at + 1, unit, value=0))
        elif (
            tag == "LABEL"
            and unit.lower == "no votes"
            and at + 1 < count
            and units[at + 1].tag in ("WEAK", "LABEL")
            and not after_number(chunks)
        ):
            chunks.append(Chunk("VOTES", unit.start, unit.end, at, at + 1, unit, value=0))
        elif tag == "UN":
            chunks.append(single("BODY", unit, at))
        elif tag == "COMMA" and chunks and chunks[-1].sym == "COMMA":
            chunks.pop()  # ", meanwhile," and its kin say nothing of who voted
        elif (
            tag == "BACKING"
            and at
            and (units[at - 1].lower in _OWNERS or units[at - 1].tag == "NAME")
            and not unit.lower.startswith("the ")
        ):
            chunks.append(single("WORD", unit, at))  # "Iran and its support of Russia"
        elif tag in PLAIN:
            if not (tag == "IN" and at + 1 < count and units[at + 1].tag == "DATE"):
                leaves_out = _leaves_out(units, at, chunks)
                owned = tag == "DELEGATE" and at > 0 and units[at - 1].lower in _OWNERS
                chunks.append(single("EXCEPT" if leaves_out else "VOTER" if owned else tag, unit, at, unit.sense.option))
                if owned or (tag in ("VOTER", "LABEL") and at and units[at - 1].lower in _OWNERS):
                    chunks[-1].flags = frozenset({"own"})
                if tag in ("VOTER", "REL") and _points(units, at) and units[at - 1].lower != "all":
                    chunks[-1].flags |= {"the"}
        elif tag == "WORD" and unit.lower.endswith("ly") and len(unit.lower) > 4:
            pass
        elif unit.lower == "save" and _leaves_out(units, at, chunks):
            chunks.append(single("EXCEPT", unit, at))
        else:
            chunks.append(single("WORD", unit, at))
        at += 1
    chunks = without_contrasted(chunks, text)
    settle(units, chunks)
    return chunks


def _is_headline_veto(units: list[Unit], at: int, chunks: list[Chunk], phrases: dict[int, tuple[Phrase, int]]) -> bool:
    """``Chad vetoes text``, ``Chad, Mali veto text``: verbs in a headline."""
    if not chunks or chunks[-1].sym != "LIST":
        return False
    if units[at].lower == "vetoes":
        return True
    return units[at].lower == "veto" and len(chunks) == 1 and len(chunks[0].named) > 1 and at + 1 in phrases


def _leaves_out(units: list[Unit], at: int, chunks: list[Chunk]) -> bool:
    """``(Everyone) apart from Chad``, ``(all five permanent members) but Chad``."""
    if not chunks:
        return False
    if units[at].lower in ("but", "save"):
        last = chunks[-1]
        of_all = last.sym in ("COUNT", "SUB", "VOTER", "NUM") and any(u.lower in _WHOLE for u in units[max(0, last.first - 2) : last.first])
        return of_all and last.after == at and _names_next(units, at + 1)
    return units[at].tag == "WITH" and units[at].lower in _LEAVING_OUT


def _points(units: list[Unit], at: int) -> bool:
    """``the three``, ``all three``, ``the only three``."""
    before = at - 1
    if before > 0 and units[before].lower == "only":
        return units[before - 1].lower == "the"
    return before >= 0 and units[before].lower in _POINTING


def _names_next(units: list[Unit], at: int) -> bool:
    """Whether a name follows, behind its article."""
    while at < len(units) and units[at].tag == "NOISE":
        at += 1
    return at < len(units) and units[at].tag == "NAME"


def _numbers_a_text(units: list[Unit], at: int) -> bool:
    """``bill No. 905``: a number's name, no answer."""
    follows = [u.tag for u in units[at + 1 : at + 3]]
    return at > 0 and units[at - 1].tag == "MOTION" and follows == ["STOP", "NUM"] and units[at + 1].start == units[at].end


def _answers(units: list[Unit], at: int) -> bool:
    """``said yes``, ``said no`` and nothing more."""
    if at >= len(units) or units[at].tag != "WEAK" or units[at].lower not in ("yes", "no"):
        return False
    if at + 1 >= len(units) or units[at + 1].tag in ("COMMA", "STOP", "SEMI", "AND", "CONTRAST", "DATE", "NOISE", "OPEN"):
        return True
    return units[at + 1].tag == "TO" and any(u.tag in ("MOTION", "IT") for u in units[at + 2 : at + 6])


def _is_dateline(units: list[Unit]) -> bool:
    """``LONDON, Oct 17 - ...``, ``Kathmandu: ...``: a city before the story, not a voter."""
    if not any(n.use == "capital" for n in units[0].sense.names) or len(units) < 4:
        return False
    marks = [u.tag for u in units[1:8]]
    return (
        marks[0] in ("COLON", "DASH", "SLASH")
        or (units[0].text.isupper() and marks[0] in ("COMMA", "OPEN", "DATE"))
        or (marks[0] in ("COMMA", "OPEN", "DATE") and "DASH" in marks[:6])
    )


def _repeats(units: list[Unit], at: int) -> bool:
    """``did the same``, ``followed suit``, ``did likewise``: the act of the clause before, once more."""
    word = units[at].lower
    return word in _REPEATING or (word == "likewise" and at > 0 and units[at - 1].lower == "did")


def _are_voters(unit: Unit) -> bool:
    return unit.tag == "VOTER" or (unit.tag == "BODY" and unit.sense.bodies[0].role == "voters")


def _none(units: list[Unit], at: int) -> Chunk:
    unit = units[at]
    chunk = Chunk("COUNT" if unit.lower not in ("zero", "nil", "none") else "NUM", unit.start, unit.end, at, at + 1, unit, value=0)
    chunk.flags = frozenset({"none"})
    return chunk
