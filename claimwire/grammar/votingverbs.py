"""Verbs of voting to chunks: votes with their complements, ballots cast, verbs of support and rejection."""

from __future__ import annotations

from typing import Final

from claimwire.grammar.acts import act, is_passive, is_unreal, option_of_complement, refused
from claimwire.grammar.chunks import PLAIN, Chunk, after_number, single
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.naming import list_at
from claimwire.grammar.tallies import number_at
from claimwire.grammar.units import Unit
from claimwire.grammar.verdicts import withheld
from claimwire.grammar.wordlists import word_list

_STANCES: Final = frozenset({"oppose", "support", "favour"})
_BEFORE: Final = word_list("votingverbs.before")
_DETERMINERS: Final = frozenset("the a an this that each its their his her another no".split())


def vote(units: list[Unit], at: int, chunks: list[Chunk]) -> int:
    """Adds the chunks of ``vote`` in any form with its complement (``voted 62-35 against``); the index after them."""
    unit = units[at]
    before = units[at - 1] if at else None
    if before is not None and before.lower == "only" and at > 1:
        before = units[at - 2]
    form = unit.sense.form
    noun = False
    if unit.tag == "VOTES":
        noun = not any(c.sym in ("LIST", "BODY") for c in chunks[-2 if chunks and chunks[-1].sym == "FIRST" else -1 :])
        form = "third"
    elif form == "base" and before is not None and not (chunks and chunks[-1].sym in ("COUNT", "SUB") and chunks[-1].after == at):
        noun = (
            (before.tag == "NOISE" and before.lower in _DETERMINERS)
            or before.tag
            in ("OF", "IN", "BY", "BODY", "UN", "WORD", "NEW", "OUTCOME", "FIRST", "UNANIMOUS", "QUOTE", "LABEL", "EARLIER", "OWN")
            or (before.tag in ("VERB", "REAL") and before.lower.endswith("ing"))
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
        chunks.append(single("OUTCOME", unit, at))
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
        if unit.tag in PLAIN and unit.tag not in ("LABEL", "WEAK", "TO"):
            if unit.tag == "W" or (unit.tag == "WITH"):
                found.append(single("WITH", unit, at))
            elif unit.tag != "IN" or (at + 1 < len(units) and units[at + 1].tag != "DATE"):
                found.append(single(unit.tag, unit, at))
        at += 1
    for chunk in found:
        chunk.first += offset
        chunk.after += offset
    return found


def verb(units: list[Unit], at: int, chunks: list[Chunk]) -> None:
    """Adds the chunk of a verb that tells a side or an outcome: settled later by its subject, or not a fact."""
    unit = units[at]
    sense = unit.sense
    stance = sense.id in _STANCES and any(u.lower in _BEFORE for u in units[max(0, at - 3) : at])
    unreal = stance or is_unreal(units, at)
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
    if unreal and sense.form == "ing" and chunks and chunks[-1].sym == "ACT" and chunks[-1].after == at:
        chunks.append(act("WORD", units, at, at + 1, None))  # "voted against readmitting it": what they voted on
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


def cast(units: list[Unit], at: int, chunks: list[Chunk]) -> int:
    """Adds the chunk of ``cast a vote against``, ``registered an abstention``; the index after it."""
    option, after = None, at
    for probe in range(at + 1, min(at + 8, len(units))):
        unit = units[probe]
        if unit.tag == "LABEL":
            option, after = unit.sense.option, probe + 1
            break
        if unit.tag == "WEAK" and unit.lower in ("yes", "no") and probe + 1 < len(units) and units[probe + 1].tag in ("VOTES", "VOTE"):
            option, after = unit.sense.option, probe + 2
            break
        if unit.tag in ("VOTES", "VOTE", "OUTCOME") and probe + 1 < len(units):
            follows = units[probe + 1]
            if follows.tag in ("WEAK", "LABEL"):
                option, after = follows.sense.option, probe + 2
            break
        if (
            unit.tag in ("SEMI", "STOP", "CONTRAST", "MOTION", "REL", "NAME", "BE", "MODAL")
            or (unit.tag == "VERB" and unit.sense.form != "ing")
            or (unit.tag == "NUM" and units[probe - 1].tag == "COMMA")
        ):
            break
    if (
        option is None
        and at + 1 < len(units)
        and units[at + 1].tag == "WEAK"
        and units[at + 1].lower in ("for", "against")
        and (is_passive(units, at) or after_number(chunks))
    ):
        chunks.append(act("UNREAL" if is_unreal(units, at) else "ACT", units, at, at + 2, units[at + 1].sense.option))
        return at + 2
    if option is None or option == "void":
        chunks.append(single("WORD", units[at], at))
        return at + 1
    sym = "UNREAL" if is_unreal(units, at) else "ACT"
    if is_passive(units, at) and after < len(units) and units[after].tag == "BY":
        sym = "PASSIVE" if sym == "ACT" else sym
    chunks.append(act(sym, units, at, after, option))
    return after
