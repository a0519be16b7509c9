"""Units to chunks, left to right; then verbs that can tell an act or an outcome are settled by their subject."""

from __future__ import annotations

from claimwire.grammar.acts import act, is_passive, is_unreal, option_of_complement, refused
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.contrasts import without_contrasted
from claimwire.grammar.naming import list_at
from claimwire.grammar.phrases import phrases_of
from claimwire.grammar.settling import settle
from claimwire.grammar.splitting import split_list
from claimwire.grammar.tallies import number_at
from claimwire.grammar.units import Unit
from claimwire.grammar.verdicts import withheld
from claimwire.grammar.wordlists import word_list

INVISIBLE = frozenset({"NOISE", "DATE", "QUAL", "HAVE", "DO"})
_PLAIN = frozenset(
    "LABEL WEAK INCL JOIN SIDE WITH EXCEPT BODY IT QUOTE BE REL AND CONTRAST COMMA SEMI COLON DASH OPEN CLOSE "
    "BULLET OF TO BY W IN SPONSOR THRESHOLD AMONG BACKING "
    "UNANIMOUS SAME OUTCOME ELECTION POLL NEW EARLIER OWN FIRST FINAL NOT MODAL VOTER OTHERS TITLED DELEGATE STOP REFUSE GET".split()
)
_LEAVING_OUT = word_list("chunking.leaving_out")
_NOTABLY = word_list("chunking.notably")
_POINTING = word_list("chunking.pointing")
_OWNERS = word_list("chunking.owners")
_DETERMINERS = frozenset("the a an this that each its their his her another no".split())


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
            chunks.append(_chunk("INCL", unit, at))
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
                    chunks.append(_chunk("W", units[at - 1], at - 1))
                continue
            chunks.append(_chunk("WORD", unit, at))
        elif tag == "WORD" and unit.lower in ("said", "say", "says") and _answers(units, at + 1):
            chunks.append(act("UNREAL" if is_unreal(units, at) else "ACT", units, at, at + 2, units[at + 1].sense.option))
            at += 2
            continue
        elif tag == "NAME" and at == 0 and _is_dateline(units):
            chunks.append(_chunk("WORD", unit, at))
        elif tag in ("NAME", "TITLE", "CAP"):
            found = list_at(units, at)
            if found is not None:
                chunks += split_list(units, chunks, found[0], text)
                at = found[1]
                continue
            if not (tag == "CAP" and unit.lower.endswith("ly")):
                chunks.append(_chunk("WORD", unit, at))
        elif tag == "VOTE" or (tag == "VOTES" and not _after_number(chunks)):
            at = _vote(units, at, chunks)
            continue
        elif tag in ("VERB", "VETO"):
            _verb(units, at, chunks)
        elif tag == "CAST":
            at = _cast(units, at, chunks)
            continue
        elif tag == "SAME" and _repeats(units, at):
            chunks.append(act("ACT", units, at, at + 1, None))
        elif tag == "SIDE" and unit.lower in ("vote with", "votes with") and at + 1 < count and units[at + 1].tag in ("NUM", "NONE"):
            chunks += [_chunk("OUTCOME", unit, at), _chunk("W", unit, at)]  # "survived a confidence vote with 159 votes"
        elif tag == "NOPART":
            sided = unit.lower.endswith(("vote", "cast votes")) and at + 1 < count and units[at + 1].tag in ("WEAK", "LABEL")
            chunks.append(act("UNREAL" if sided or is_unreal(units, at) else "ACT", units, at, at + 1, unit.sense.option))
        elif tag == "FAILED":
            chunk = act("FAIL", units, at, at + 1, None, "fail")
            chunks.append(chunk)
        elif tag == "NONE" and at + 1 < count and units[at + 1].tag == "VOTES":
            chunks.append(Chunk("VOTES", unit.start, units[at + 1].end, at, at + 2, unit, value=0))
            at += 2
            continue
        elif tag == "NONE" and unit.lower in ("zero", "nil") and at + 1 < count and _are_voters(units[at + 1]):
            chunks.append(Chunk("COUNT", unit.start, units[at + 1].end, at, at + 2, unit, value=0))
            at += 2
            continue
        elif tag == "NONE":
            chunks.append(_none(units, at))
        elif tag == "NOUNACT" and unit.lower == "vetoes" and chunks and chunks[-1].sym == "LIST":
            chunk = act("VERB", units, at, at + 1, "no", "fail")
            chunk.form, chunk.flags = "third", frozenset({"veto"})
            chunks.append(chunk)
        elif tag == "NOUNACT":
            chunks.append(_chunk("VETONOUN", unit, at))
        elif (
            tag == "WEAK"
            and unit.lower == "for"
            and at + 1 < count
            and units[at + 1].tag == "WEAK"
            and units[at + 1].lower in ("yes", "no")
        ):
            pass  # "83 votes for yes, 37 for no"
        elif tag == "WEAK" and unit.lower == "no" and _numbers_a_text(units, at):
            at += 3
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
            and not _after_number(chunks)
        ):
            chunks.append(Chunk("VOTES", unit.start, unit.end, at, at + 1, unit, value=0))
        elif tag == "UN":
            chunks.append(_chunk("BODY", unit, at))
        elif tag == "COMMA" and chunks and chunks[-1].sym == "COMMA":
            chunks.pop()  # ", meanwhile," and its kin say nothing of who voted
        elif tag in _PLAIN:
            if not (tag == "IN" and at + 1 < count and units[at + 1].tag == "DATE"):
                leaves_out = tag == "WITH" and bool(chunks) and unit.lower in _LEAVING_OUT
                chunks.append(_chunk("EXCEPT" if leaves_out else tag, unit, at, unit.sense.option))
                if tag == "VOTER" and at and units[at - 1].lower in _OWNERS:
                    chunks[-1].flags = frozenset({"own"})
                if tag in ("VOTER", "REL") and _points(units, at) and units[at - 1].lower != "all":
                    chunks[-1].flags |= {"the"}
        elif tag == "WORD" and unit.lower.endswith("ly") and len(unit.lower) > 4:
            pass
        else:
            chunks.append(_chunk("WORD", unit, at))
        at += 1
    chunks = without_contrasted(chunks, text)
    settle(units, chunks)
    return chunks


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


def _chunk(sym: str, unit: Unit, at: int, option: str | None = None) -> Chunk:
    return Chunk(sym, unit.start, unit.end, at, at + 1, unit, option=option)


def _repeats(units: list[Unit], at: int) -> bool:
    """``did the same``, ``followed suit``, ``did likewise``: the act of the clause before, once more."""
    word = units[at].lower
    return word in ("did the same", "followed suit") or (word == "likewise" and at > 0 and units[at - 1].lower == "did")


def _after_number(chunks: list[Chunk]) -> bool:
    return bool(chunks) and chunks[-1].sym in ("NUM", "COUNT", "VOTES", "SUB")


def _are_voters(unit: Unit) -> bool:
    return unit.tag == "VOTER" or (unit.tag == "BODY" and unit.sense.bodies[0].role == "voters")


def _none(units: list[Unit], at: int) -> Chunk:
    unit = units[at]
    chunk = Chunk("COUNT" if unit.lower not in ("zero", "nil", "none") else "NUM", unit.start, unit.end, at, at + 1, unit, value=0)
    chunk.flags = frozenset({"none"})
    return chunk


def _vote(units: list[Unit], at: int, chunks: list[Chunk]) -> int:
    unit = units[at]
    before = units[at - 1] if at else None
    if before is not None and before.lower == "only" and at > 1:
        before = units[at - 2]
    form = unit.sense.form
    noun = False
    if unit.tag == "VOTES":
        noun = not (chunks and chunks[-1].sym in ("LIST", "BODY"))
        form = "third"
    elif form == "base" and before is not None and not (chunks and chunks[-1].sym in ("COUNT", "SUB") and chunks[-1].after == at):
        noun = (
            (before.tag == "NOISE" and before.lower in _DETERMINERS)
            or before.tag
            in ("OF", "IN", "BY", "BODY", "UN", "WORD", "NEW", "OUTCOME", "FIRST", "UNANIMOUS", "QUOTE", "LABEL", "EARLIER", "OWN")
            or (before.tag in ("DASH", "NAME", "DATE", "CAP") and (before.possessive or before.tag == "DASH"))
            or (before.tag == "NAME" and {n.use for n in before.sense.names} == {"adjective"})
        )
        if before.tag == "W":
            noun = True
    elif form == "ing" and before is not None:
        noun = before.tag in ("NOISE", "OF", "IN", "WITH") and before.lower in ("the", "in", "during", "before", "of", "from")
    option, result, after, skipped = option_of_complement(units, at + 1)
    if noun and (option is None or form != "ing"):
        if option in ("yes", "no") and result is None and not skipped:
            label = unit.tag == "VOTES" or after >= len(units) or units[after].tag in ("COLON", "DASH", "NUM", "OPEN")
            chunks.append(Chunk("LABEL" if label else "OUTCOME", unit.start, units[after - 1].end, at, after, unit, option=option))
            return after
        chunks.append(_chunk("OUTCOME", unit, at))
        return at + 1
    if option is None:
        chunks.append(Chunk("VOTE", unit.start, unit.end, at, at + 1, unit, form=form, gated=is_unreal(units, at)))
        return at + 1
    unreal = is_unreal(units, at)
    chunk = act("UNREAL" if unreal else "ACT", units, at, at + 1, option, result)
    chunk.form = form
    if result is not None:
        chunk.flags = frozenset({"voted-to"})
    if skipped:
        chunk.end = units[after - 1].end
    else:
        chunk.end = units[after - 1].end
        chunk.after = after
        chunks.append(chunk)
        return _tallies_inside(units, at + 1, after, chunks)
    chunks.append(chunk)
    # what stands between verb and complement is read again as chunks of its own
    inner = units[at + 1 : after - 1]
    chunks += _inner(inner, at + 1)
    return after


def _tallies_inside(units: list[Unit], first: int, after: int, chunks: list[Chunk]) -> int:
    for at in range(first, after):
        if units[at].tag == "NUM":
            number = number_at(units, at)
            if number is not None and number[0].sym == "TALLY" and number[1] <= after:
                chunks.append(number[0])
            break
    return after


def _inner(units: list[Unit], offset: int) -> list[Chunk]:
    found: list[Chunk] = []
    at = 0
    while at < len(units):
        unit = units[at]
        item = None
        if unit.tag == "NUM":
            item = number_at(units, at)
        elif unit.tag in ("NAME", "TITLE", "CAP"):
            item = list_at(units, at)
        if item is not None:
            found.append(item[0])
            at = item[1]
            continue
        if unit.tag in _PLAIN and unit.tag not in ("LABEL", "WEAK", "TO"):
            if unit.tag == "W" or (unit.tag == "WITH"):
                found.append(_chunk("WITH", unit, at))
            elif unit.tag != "IN" or (at + 1 < len(units) and units[at + 1].tag != "DATE"):
                found.append(_chunk(unit.tag, unit, at))
        at += 1
    for chunk in found:
        chunk.first += offset
        chunk.after += offset
    return found


def _verb(units: list[Unit], at: int, chunks: list[Chunk]) -> None:
    unit = units[at]
    sense = unit.sense
    unreal = is_unreal(units, at)
    named = not sense.weak_result or any(u.tag == "MOTION" for u in units[at + 1 : at + 4])
    if sense.result == "pass" and named and withheld(units, at):
        subject = subject_of(chunks, len(chunks))
        if subject is not None and subject.sym == ("MOTION" if sense.form in ("past", "participle") else "BODY"):
            chunks.append(act("FAIL", units, at, at + 1, None, "fail"))
            return
    if refused(units, at) and sense.option == "yes":
        chunk = act("ACT", units, at, at + 1, "no")
        chunk.flags = frozenset({"refused"})
        chunks.append(chunk)
        return
    if unreal:
        denied = sense.option == "yes" and _just_denied(units, at)
        chunk = act("UNREAL", units, at, at + 1, sense.option, sense.result)
        if denied:
            chunk.flags = frozenset({"did-not-support"})
        chunks.append(chunk)
        return
    chunk = act("VERB", units, at, at + 1, sense.option, sense.result)
    flags = set()
    if sense.intransitive:
        flags.add("intransitive")
    if sense.weak_result:
        flags.add("weak")
    if unit.tag == "VETO":
        flags.add("veto")
    if sense.form in ("past", "participle") and is_passive(units, at):
        flags.add("passive")
    elif at and any(u.lower in ("has", "have") for u in units[max(0, at - 3) : at]):
        flags.add("has")
    chunk.flags = frozenset(flags)
    chunks.append(chunk)


def _just_denied(units: list[Unit], at: int) -> bool:
    probe = at - 1
    while probe >= 0 and units[probe].tag in ("NOISE", "DO"):
        probe -= 1
    return probe >= 0 and units[probe].tag == "NOT" and units[probe].lower in ("not", "n't", "didn't", "don't", "doesn't")


def _cast(units: list[Unit], at: int, chunks: list[Chunk]) -> int:
    option, after = None, at
    for probe in range(at + 1, min(at + 8, len(units))):
        unit = units[probe]
        if unit.tag == "LABEL":
            option, after = unit.sense.option, probe + 1
            break
        if unit.tag in ("VOTES", "VOTE", "OUTCOME") and probe + 1 < len(units):
            follows = units[probe + 1]
            if follows.tag in ("WEAK", "LABEL"):
                option, after = follows.sense.option, probe + 2
            break
        if unit.tag in ("VERB", "SEMI", "STOP", "CONTRAST", "MOTION"):
            break
    if (
        option is None
        and at + 1 < len(units)
        and units[at + 1].tag == "WEAK"
        and units[at + 1].lower in ("for", "against")
        and (is_passive(units, at) or _after_number(chunks))
    ):
        chunks.append(act("UNREAL" if is_unreal(units, at) else "ACT", units, at, at + 2, units[at + 1].sense.option))
        return at + 2
    if option is None or option == "void":
        chunks.append(_chunk("WORD", units[at], at))
        return at + 1
    sym = "UNREAL" if is_unreal(units, at) else "ACT"
    if is_passive(units, at) and after < len(units) and units[after].tag == "BY":
        sym = "PASSIVE" if sym == "ACT" else sym
    chunks.append(act(sym, units, at, after, option))
    return after
