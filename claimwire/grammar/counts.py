"""Counts of one sentence: the rules of `data/rules/counts.toml`, tallies, derived sums, and what must not be read."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.clause_subjects import subject_of
from claimwire.grammar.crowds import counts_no_votes
from claimwire.grammar.facts import Fact
from claimwire.grammar.forecasts import is_forecast, is_let
from claimwire.grammar.invalids import invalid_option
from claimwire.grammar.pairs import tallies_of
from claimwire.grammar.partials import is_of_a_party, is_of_allies, is_owned, is_partial
from claimwire.grammar.patterns import any_rule, letters, rules
from claimwire.grammar.thresholds import is_asked_for, is_threshold

_AFTER_FOR = frozenset({"COMMA", "STOP", "SEMI", "TO", "AND", "CONTRAST", "CLOSE", "MOTION", "IT", "W", "TALLY", "DASH", "OPEN"})


_FORMING = frozenset({"formed", "governs", "governing", "rules", "founded"})
"""Before ``with the support of 179 members``: a government stands on them, and no vote is told."""
_IN_PLACES = frozenset({"count.number-act", "count.number-label", "count.number-weak-label"})


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
    if counts_no_votes(chunks):
        return facts, labelled
    used: set[int] = set()
    pending = False
    for rule in rules("counts") if any_rule("counts").search(string) else ():
        for match in rule.pattern.finditer(string):
            number_at, option_at = match.start("n"), match.start("o")
            if number_at in used or option_at in used:
                continue
            number, sayer = chunks[number_at], chunks[option_at]
            if rule.id == "count.label-stood-at" and chunks[number_at - 1].unit.lower == "from":
                continue
            if rule.id == "count.against-number" and not (
                sayer.unit.lower in ("against", "versus", "vs") and _is_set_against(chunks, labelled, option_at)
            ):
                continue
            if sayer.unit.lower == "for" and _is_in_a_name(chunks, option_at):
                continue
            if rule.id == "count.number-act" and not _is_named_list(chunks, number_at):
                continue
            if rule.id == "count.backing" and any(c.unit.lower in _FORMING for c in chunks[max(0, option_at - 2) : option_at]):
                continue
            if rule.id == "count.majority-of" and not number.has("states"):
                continue
            if rule.id in _IN_PLACES and _is_of_a_place(chunks, number_at):
                number.flags |= {"part"}
            if rule.id == "count.vote-of" and not chunks[number_at - 1].unit.lower.endswith(" of"):
                continue
            if rule.id == "count.let-pass" and not is_let(chunks, option_at):
                continue
            if rule.id == "count.got-votes":
                subject = subject_of(chunks, option_at)
                pending = subject is None or subject.sym not in ("MOTION", "IT", "REL")
                if sayer.unit.lower.endswith("ing") and any(c.sym in ("PASS", "FAIL") for c in chunks[:option_at]):
                    pending = False  # "failed in the House, garnering 208 votes"
            if number.sym == "VOTES" and sayer.unit.lower == "against" and _is_about_a_person(chunks, number_at, option_at):
                continue
            option = _option(rule.id, number, sayer, chunks, option_at)
            if option == "void":
                option = invalid_option(chunks, number_at, option_at, bool(facts)) or option
            elif rule.id == "count.marked-as" and option not in ("absent", "not voting"):
                continue
            used |= {number_at, option_at}
            if option is None:
                continue
            set_against = bool(facts) and number_at > 0 and chunks[number_at - 1].sym == "TO"
            if (
                is_threshold(chunks, number_at, option_at)
                or is_asked_for(chunks, number_at, option_at)
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
            if rule.id == "count.outcome-no" and (sayer.has("passive") or sayer.unit.sense.intransitive or sayer.form == "base"):
                continue
            if (
                number_at > 1
                and (chunks[number_at - 1].sym in ("GET", "WORD") or chunks[number_at - 1].unit.lower == "get")
                and chunks[number_at - 2].sym == "NOT"
            ):
                continue  # "it did not get 11 votes in favour"
            if number_at and (chunks[number_at - 1].unit.lower == "plus" or is_owned(chunks[number_at - 1])):
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
            if any(c.unit.lower == "ratio" for c in chunks[max(0, number_at - 6) : number_at]):
                continue  # "a ratio of 5 in favour to 3 against"
            if _is_one_of(chunks, number_at) and chunks[number_at + 1].sym not in ("REL", "TO", "ACT"):
                continue  # "one of six senators from the north who had voted for it"
            if rule.id == "count.among-to" and chunks[number_at - 1].sym in ("BE", "COMMA") and not _is_one_of(chunks, number_at):
                continue
            if is_of_a_party(chunks, number_at) and not (rule.id == "count.passive" and is_of_allies(chunks, number_at)):
                continue
            if number.sym == "SUB" or option == "void" or number.qualifier in ("range", "up-to") or number.has("part") or partial:
                continue
            if sayer.sym in ("WEAK", "LABEL") and _goes_on_part(chunks, number_at):
                continue
            fact = _fact(rule.id, chunks, number_at, option_at, option)
            if _is_one_of(chunks, number_at):
                fact.value = number.size or fact.value
            if rule.id == "count.got-votes" and pending:
                fact.flags = fact.flags | {"pending"}
            more = number.sym == "NUM" or number.has("other") or number.has("another")
            if more and number_at == 3 and chunks[0].sym in ("W", "WITH") and chunks[1].sym == "LIST" and chunks[2].sym == "COMMA":
                fact.value += len(chunks[1].named)
                fact.derived, fact.rule = True, "count.derived"
            facts.append(fact)
    facts += _neither(chunks, facts)
    if not partial:
        facts += tallies_of(chunks, string, used)
    for at in blocked:
        chunks[at].gated = True
    return facts, labelled


def _neither(chunks: list[Chunk], facts: list[Fact]) -> list[Fact]:
    """``There were no abstentions or nays``: the second is none either."""
    found = []
    for fact in facts:
        at = fact.verb
        if fact.value == 0 and chunks[at].sym == "LABEL" and [c.sym for c in chunks[at + 1 : at + 3]] == ["AND", "LABEL"]:
            other = chunks[at + 2]
            if chunks[at + 1].unit.lower in ("or", "nor") and other.option in ("yes", "no", "abstain") and other.option != fact.option:
                found.append(Fact("count", at + 2, fact.start, other.end, fact.rule, at + 2, other.option, 0))
    return found


def _goes_on_part(chunks: list[Chunk], at: int) -> bool:
    """``Forty Labour members voted for it and 12 against``: the bare number is of the same part of the house."""
    if chunks[at].sym != "NUM" or at < 3 or chunks[at - 1].sym not in ("AND", "COMMA"):
        return False
    for probe in range(at - 2, max(-1, at - 9), -1):
        sym = chunks[probe].sym
        if sym in ("SEMI", "STOP", "CONTRAST", "COUNT", "VOTES", "NUM", "TALLY", "W", "PASS", "FAIL", "COMMA"):
            return False
        if sym == "SUB":
            return chunks[probe].has("part") and any(c.sym == "ACT" for c in chunks[probe + 1 : at])
    return False


def _is_of_a_place(chunks: list[Chunk], at: int) -> bool:
    """``12 countries in Africa``: some of the house; not ``120 deputies in Kenya``."""
    after = chunks[at + 1 : at + 3]
    if [c.sym for c in after] != ["IN", "LIST"] or after[0].unit.lower != "in":
        return False
    return all(n.actor is None or n.actor.kind == "group" for n in after[1].named)


def _is_one_of(chunks: list[Chunk], at: int) -> bool:
    """``Fiji was one of five countries that voted against``: five did."""
    number = chunks[at]
    return number.value == 1 and number.size is not None and at > 0 and chunks[at - 1].sym in ("BE", "COMMA")


def _is_about_a_person(chunks: list[Chunk], number_at: int, option_at: int) -> bool:
    """``The minister got 174 votes against him``: with a motion of no confidence they are its ayes, so neither is read."""
    after = chunks[option_at + 1] if option_at + 1 < len(chunks) else None
    return number_at > 0 and chunks[number_at - 1].sym == "GET" and after is not None and after.unit.lower in ("him", "her", "them")


def _is_set_against(chunks: list[Chunk], labelled: dict[int, tuple[str, int]], at: int) -> bool:
    """``159 voted for the motion against 26``: a number in favour stands before, and no verb of its own between."""
    return any(option == "yes" and index < at and number < at for index, (option, number) in labelled.items()) and not any(
        c.sym in ("ACT", "COMMA") and c.option != "yes" for c in chunks[max(0, at - 3) : at]
    )


def _is_in_a_name(chunks: list[Chunk], at: int) -> bool:
    """``33 MPs of the Movement for Rights``: a preposition between two capitals."""
    before, after = chunks[at - 1] if at else None, chunks[at + 1] if at + 1 < len(chunks) else None
    return before is not None and after is not None and before.unit.tag == "CAP" and after.unit.tag == "CAP" and before.sym == "WORD"


def _is_named_list(chunks: list[Chunk], at: int) -> bool:
    """``Three states Chad, Mali and Niger abstained``: the names right behind a number are as many."""
    after = chunks[at + 1] if at + 1 < len(chunks) else None
    return after is None or after.sym != "LIST" or len(after.named) == chunks[at].value


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
        "count.let-pass",
        "count.vote-of",
        "count.majority-of",
        "count.majority-bracket",
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
