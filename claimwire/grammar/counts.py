"""Counts of one sentence: the rules of `data/rules/counts.toml`, tallies, derived sums, and what must not be read."""

from __future__ import annotations

import functools

from claimwire import actors
from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast
from claimwire.grammar.patterns import letters, rules

_AFTER_FOR = frozenset({"COMMA", "STOP", "SEMI", "TO", "AND", "CONTRAST", "CLOSE", "MOTION", "IT", "W", "TALLY", "DASH", "OPEN"})
_NEEDS = frozenset(
    "needs need needed must takes requires required require requiring needing short threshold necessary minimum enough hoped".split()
)


def counts_of(chunks: list[Chunk], *, within_part: bool = False) -> tuple[list[Fact], dict[int, tuple[str, int]]]:
    """The count facts of a sentence; and for each chunk that says an option beside a number: (option, index of the number)."""
    string = letters(chunks)
    partial = within_part or is_partial(chunks)
    facts: list[Fact] = []
    labelled: dict[int, tuple[str, int]] = {}
    blocked: set[int] = set()
    if not any(c in string for c in "nCVTs"):
        return facts, labelled
    if "%" in string and not any(c in string for c in "AOT"):
        return facts, labelled
    used: set[int] = set()
    pending = False
    for rule in rules("counts"):
        for match in rule.pattern.finditer(string):
            number_at, option_at = match.start("n"), match.start("o")
            if number_at in used or option_at in used:
                continue
            number, sayer = chunks[number_at], chunks[option_at]
            if rule.id == "count.label-stood-at" and chunks[number_at - 1].unit.lower == "from":
                continue
            if rule.id == "count.number-act" and not _is_named_list(chunks, number_at):
                continue
            if rule.id == "count.got-votes":
                subject = subject_of(chunks, option_at)
                pending = subject is None or subject.sym not in ("MOTION", "IT", "REL")
            if number.sym == "VOTES" and sayer.unit.lower == "against" and _is_about_a_person(chunks, number_at, option_at):
                continue
            option = _option(rule.id, number, sayer, chunks, option_at)
            used |= {number_at, option_at}
            if option is None:
                continue
            set_against = bool(facts) and number_at > 0 and chunks[number_at - 1].sym == "TO"
            if (
                is_threshold(chunks, number_at, option_at)
                or _is_asked_for(chunks, number_at, option_at)
                or (not set_against and is_forecast(chunks, min(number_at, option_at)))
            ):
                blocked.add(option_at)
                continue
            if (
                sayer.unit.lower == "for"
                and number_at < option_at
                and number.sym == "NUM"
                and option_at + 1 < len(chunks)
                and chunks[option_at + 1].sym not in _AFTER_FOR
            ):
                continue
            if rule.id == "count.outcome-no" and (sayer.has("passive") or sayer.unit.sense.intransitive):
                continue
            if number_at and (chunks[number_at - 1].unit.lower == "plus" or _owned(chunks[number_at - 1])):
                continue
            if (
                number.sym in ("COUNT", "NUM")
                and number_at + 2 < option_at
                and chunks[number_at + 1].unit.lower == "from"
                and chunks[number_at + 2].sym == "LIST"
            ):
                continue
            if (
                sayer.sym == "ACT"
                and option_at + 2 < len(chunks)
                and chunks[option_at + 1].unit.lower == "or"
                and any(c.sym == "ACT" for c in chunks[option_at + 2 : option_at + 4])
            ):
                continue
            labelled[option_at] = (option, number_at)
            if number.value == 1 and number.size is not None and number_at and chunks[number_at - 1].sym in ("BE", "COMMA"):
                continue  # "Fiji was one of five countries that voted against"
            if number.sym == "SUB" or option == "void" or number.qualifier == "range" or number.has("part") or partial:
                continue
            fact = _fact(rule.id, chunks, number_at, option_at, option)
            if rule.id == "count.got-votes" and pending:
                fact.flags = fact.flags | {"pending"}
            more = number.sym == "NUM" or number.has("other") or number.has("another")
            if more and number_at == 3 and chunks[0].sym in ("W", "WITH") and chunks[1].sym == "LIST" and chunks[2].sym == "COMMA":
                fact.value += len(chunks[1].named)
                fact.derived, fact.rule = True, "count.derived"
            facts.append(fact)
    if not partial:
        facts += _tallies(chunks, string, used)
    for at in blocked:
        chunks[at].gated = True
    return facts, labelled


def _is_about_a_person(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """``The minister got 174 votes against him``: with a motion of no confidence they are its ayes, so neither is read."""
    after = chunks[option_at + 1] if option_at + 1 < len(chunks) else None
    return number_at > 0 and chunks[number_at - 1].sym == "GET" and after is not None and after.unit.lower in ("him", "her", "them")


def _is_named_list(chunks: list[Chunk], at: int) -> bool:
    """``Three states Chad, Mali and Niger abstained``: the names right behind a number are as many."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or after.sym != "LIST" or len(after.named) == chunks[at].value


def is_partial(chunks: list[Chunk]) -> bool:
    """``From the club Dawn 118 deputies voted``, ``Dawn 64 Yes``: numbers of one party, not of the whole body."""
    if len(chunks) < 3:
        return False
    first, second = chunks[0], chunks[1]
    if first.unit.lower == "from" and second.sym == "LIST" and chunks[2].sym in ("NUM", "COUNT", "SUB"):
        return True
    if first.sym == "LIST" and second.sym in ("NUM", "TALLY", "COLON") and _is_party(first):
        return second.sym != "COLON" or chunks[2].sym in ("NUM", "TALLY")
    if any(_is_group_of(chunks, at) for at, c in enumerate(chunks[:8]) if c.unit.lower == "out"):
        return True
    if first.unit.lower == "on" and any(c.unit.lower == "side" for c in chunks[1:4]):
        return True
    if first.unit.lower not in ("from", "of", "in", "within", "for", "among"):
        return False
    for chunk in chunks[1:7]:
        if chunk.sym in ("COMMA", "ACT", "PASS", "FAIL"):
            return False
        if chunk.sym == "SUB" or (
            chunk.has("group") and "eu" not in chunk.unit.text.lower() and chunk.qualifier == "exact" and chunk.has("part")
        ):
            return True
        if (
            chunk.sym == "WORD"
            and chunk.unit.tag == "NAME"
            and chunk.unit.possessive
            and any(c.sym in ("COUNT", "SUB") for c in chunks[2:5])
        ):
            return True
        if (
            chunk.unit.lower in _CLUBS
            or (chunk.sym == "LIST" and _is_party(chunk))
            or (
                chunk.sym == "WORD"
                and chunk.unit.tag == "NAME"
                and any(n.use in ("party", "people") and n.actor in _parties() for n in chunk.unit.sense.names)
            )
        ):
            return True
    return False


def _is_group_of(chunks: list[Chunk], at: int) -> bool:
    """``out of a cabinet of nine,`` at the start of a clause."""
    return (
        (at == 0 or chunks[at - 1].sym == "COMMA")
        and [c.sym for c in chunks[at + 1 : at + 6]] in (["OF", "WORD", "OF", "NUM", "COMMA"], ["OF", "WORD", "OF", "COUNT", "COMMA"])
        and chunks[at + 2].unit.lower in _GROUPS
    )


def _owned(chunk: Chunk) -> bool:
    """``the SNP's nine MPs``: so many of somebody's."""
    return chunk.sym == "WORD" and chunk.unit.possessive and chunk.unit.tag in ("NAME", "CAP")


def _is_party(chunk: Chunk) -> bool:
    return any(n.actor is not None and n.actor.id in _parties() for n in chunk.named)


@functools.cache
def _parties() -> frozenset[str]:
    return frozenset(p.id for p in actors.parties())


_GROUPS = frozenset("cabinet delegation team caucus club faction group bloc party bench".split())
_CLUBS = frozenset("club clubs party caucus faction factions parliamentary ranks bench benches".split())


def _option(rule: str, number: Chunk, sayer: Chunk, chunks: list[Chunk], at: int) -> str | None:
    if rule == "count.outcome-no":
        return "no"
    if rule in (
        "count.outcome-votes",
        "count.outcome-by-votes",
        "count.got-votes",
        "count.by-votes-body",
        "count.votes-it-got",
        "count.voters-passed",
        "count.bracketed-votes",
    ):
        return "yes"
    return sayer.option


def _fact(rule: str, chunks: list[Chunk], number_at: int, option_at: int, option: str) -> Fact:
    number, sayer = chunks[number_at], chunks[option_at]
    start, end = min(number.start, sayer.start), max(number.end, sayer.end)
    verb = option_at if sayer.sym in ("ACT", "PASSIVE", "PASS", "LABEL", "WEAK") else number_at
    return Fact(
        "count", number_at, start, end, rule, verb, option, number.value, qualifier=number.qualifier,
        flags=frozenset({"another"} if number.has("another") or number.has("other") else ()),
    )  # fmt: skip


def is_threshold(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """Whether the number is what a rule asks for, not what was counted: ``needs nine votes in favour``."""
    low, high = max(0, min(number_at, option_at) - 5), min(len(chunks), max(number_at, option_at) + 5)
    for at in range(low, high):
        chunk = chunks[at]
        if at < number_at and chunk.sym in ("SEMI", "ACT", "PASS", "FAIL", "TALLY") and at != option_at:
            low = at
        if at > max(number_at, option_at) and chunk.sym in (
            "COMMA",
            "SEMI",
            "STOP",
            "ACT",
            "PASS",
            "FAIL",
            "NUM",
            "COUNT",
            "AND",
            "CONTRAST",
        ):
            return False
        if at < low or at in (number_at, option_at):
            continue
        if at > number_at and at + 1 < len(chunks) and chunks[at + 1].sym in ("NUM", "COUNT", "VOTES"):
            return False  # "93 voted for it, of the required 106": the need is of the other number
        if (
            chunk.unit.lower in _NEEDS
            or (chunk.sym == "THRESHOLD" and at < number_at and not chunk.unit.lower.endswith((" of", "majority")))
        ) and (at > number_at or _reaches(chunks, at, min(number_at, option_at))):
            return True
    return False


def _is_asked_for(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """``no fewer than nine votes in favour to be adopted``: so many are asked for."""
    if chunks[number_at].qualifier != "at-least":
        return False
    for at in range(option_at + 1, min(len(chunks) - 1, option_at + 8)):
        chunk = chunks[at]
        if chunk.sym in ("STOP", "SEMI", "ACT", "PASS", "FAIL", "CONTRAST", "MODAL"):
            return False
        if chunk.sym == "TO":
            verb = chunks[at + 2] if chunks[at + 1].sym == "BE" and at + 2 < len(chunks) else chunks[at + 1]
            return verb.sym == "UNREAL" and verb.result == "pass"
    return False


def _reaches(chunks: list[Chunk], at: int, to: int) -> bool:
    clause = any(c.sym == "ACT" for c in chunks[to + 1 : to + 2])
    if clause and any(chunks[k].sym == "COLON" for k in range(at + 1, to)):
        return False
    return not any(chunks[k].sym in ("COMMA", "SEMI", "STOP", "ACT", "PASS", "FAIL", "TALLY", "CLOSE", "LABEL") for k in range(at + 1, to))


def _tallies(chunks: list[Chunk], string: str, used: set[int]) -> list[Fact]:
    facts: list[Fact] = []
    if "T" not in string:
        return facts
    for at, chunk in enumerate(chunks):
        if chunk.sym != "TALLY" or at in used:
            continue
        if not _is_vote(chunks, at, string) or is_forecast(chunks, at) or ("h" in string and not any(s in string for s in "MPFA")):
            continue
        governor = chunks[at - 1] if at else None
        flags = frozenset(
            {"reversed"}
            if (governor is not None and governor.sym in ("ACT", "FAIL") and governor.option == "no" and chunk.start < governor.end)
            or _is_majority_against(chunks, at)
            else ()
        )
        facts.append(Fact("tally", at, chunk.start, chunk.end, "count.tally", at, tally=chunk, flags=flags))
    return facts


def _is_majority_against(chunks: list[Chunk], at: int) -> bool:
    """``a 101 to 23 majority against``: the first number is of those against."""
    after = chunks[at + 1 : at + 3]
    return len(after) == 2 and after[0].unit.lower in ("majority", "vote", "margin") and after[1].unit.lower == "against"


def _is_vote(chunks: list[Chunk], at: int, string: str) -> bool:
    """A pair of numbers is a tally only where the sentence speaks of a vote."""
    tally = chunks[at]
    if _tells_seats(chunks, at):
        return False
    if tally.third is not None or (at and chunks[at - 1].sym == "BE"):
        return True
    if tally.has("votes"):
        return not any(s in string for s in "h") or any(s in string for s in "PFM")
    if (at and chunks[at - 1].sym in ("BY", "OUTCOME", "FINAL")) or (
        at >= 2 and chunks[at - 1].sym in ("COMMA", "COLON", "BE", "OF") and chunks[at - 2].sym in ("OUTCOME", "FINAL")
    ):
        return True
    if tally.has("to"):
        return any(s in string[max(0, at - 8) : at] for s in "cjPFyAp")
    return any(s in string for s in "cjPFAaOMB")


_SEATS = frozenset("majority advantage edge lead control split margin".split())


def _tells_seats(chunks: list[Chunk], at: int) -> bool:
    """``hold a 52-48 majority``, ``the Senate is split 19-12``: who sits there, not who voted."""
    before = chunks[at - 1] if at else None
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    if before is not None and before.unit.lower in ("split", "divided") and at >= 2 and chunks[at - 2].sym == "BE":
        return chunks[at - 2].unit.lower in ("is", "are")
    holds = before is not None and before.sym in ("WORD", "GET", "OF", "W", "IN") and before.unit.lower not in ("on", "in")
    return holds and after is not None and after.sym == "WORD" and after.unit.lower in _SEATS
