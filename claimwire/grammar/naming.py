"""Actor chunks: lists of states, groups, parties and persons, with the rest that is only counted."""

from __future__ import annotations

import functools
from typing import Final

from claimwire import actors
from claimwire.claims import Actor
from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.namesakes import is_given_name, is_nationality, is_surname, is_town
from claimwire.grammar.personnames import bracket_after, person_at
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_DELEGATES = word_list("naming.delegates")
_DEPUTY = word_list("naming.deputy")
_ASIDES = word_list("naming.asides")
_PARTICLES = word_list("personnames.particles")
_DESCRIBED = word_list("naming.described")


LONG: Final = 3
"""A list of more names than this is one of a record: its names are the official ones."""


def actor_of(unit: Unit) -> Actor | None:
    """The one actor a NAME unit means as a voter, or ``None`` where it names several or none."""
    names = [n for n in unit.sense.names if n.use != "none" and n.actor]
    voters = [n for n in names if n.use != "adjective"] or names
    ids = list(dict.fromkeys(n.actor for n in voters))
    if len(ids) != 1:
        return None
    return actors.actor(ids[0])


def is_modifier(units: list[Unit], at: int) -> bool:
    """Whether a NAME stands for what belongs to the actor and not for the actor: ``Russian``, ``Russia's``, ``US-drafted``."""
    unit = units[at]
    uses = {n.use for n in unit.sense.names}
    follows = units[at + 1] if at + 1 < len(units) else None
    if _delegate(units, at + 1) is not None:
        return False
    if unit.possessive or uses == {"none"} or uses == {"adjective"} or is_nationality(units, at):
        return True
    if follows is not None and follows.tag == "VOTER" and follows.lower in ("country", "state", "member", "nation", "member state"):
        return True
    if follows is None:
        return False
    if uses <= {"capital", "metonym"} and follows.tag == "CAP" and follows.start == unit.end + 1:
        return True
    if follows.tag == "DASH" and follows.start == unit.end and at + 2 < len(units):
        second = units[at + 2]
        return second.start == follows.end and second.tag != "NAME"
    if follows.tag == "SLASH":
        return False
    return follows.tag in ("MOTION", "OWN") and follows.start == unit.end + 1 and follows.lower not in ("one", "act")


def list_at(units: list[Unit], at: int) -> tuple[Chunk, int] | None:
    """The actor list that starts here, and the index after it; ``None`` if no actor does."""
    named: list[Named] = []
    rest: int | None = None
    count = len(units)
    end = at
    probe = at
    while probe < count:
        element = _element(units, probe, inside=bool(named))
        if element is None and named:
            probe = _unknown(units, probe, long=len(named) == 1)
            element = _element(units, probe, inside=True) if probe else None
        if element is None:
            break
        if len(named) == 1 and _is_envoy(named, element, units, end):
            named = []
        if not (len(named) == 1 and _is_envoys_name(named[0], element, units, end)):
            named += element[0]
        probe = end = element[1]
        aside = bracket_after(units, probe)
        if aside is not None:
            probe = end = aside
        joint = _joint(units, probe)
        if joint is None:
            break
        probe, conjunction = joint
        counted = _rest(units, probe) or _counted_group(units, end, probe)
        if counted is not None and (conjunction or _is_headline_rest(units, counted[1])):
            rest, end = counted
            break
    if len(named) > 2 and sum(n.actor is not None and n.actor.kind == "country" for n in named) * 2 > len(named):
        named = [n for n in named if n.actor is None or n.actor.kind != "person" or n.titled]
    if not named:
        return None
    if len(named) > LONG:
        named = [_in_full(n, units) for n in named]
    if end + 1 < count and units[end].tag == "OF":
        group = end + 1
        while group < count and units[group].tag == "NOISE":
            group += 1
        if (
            group < count
            and units[group].tag == "NAME"
            and any(n.use in ("party", "group") for n in units[group].sense.names)
            and not units[group].possessive
        ):
            end = group + 1
    chunk = Chunk("LIST", units[at].start, units[end - 1].end, at, end, units[at], named=named, rest=rest)
    return chunk, end


def _in_full(name: Named, units: list[Unit]) -> Named:
    """``Congo`` in a long list, which goes by the names that the United Nations use: the other one has ``Democratic Republic`` in front."""
    if name.actor is not None or name.end - name.start != 5:
        return name
    congo = any(u.start == name.start and u.lower == "congo" for u in units)
    return Named(actors.actor("republic-of-the-congo"), name.start, name.end) if congo else name


def _is_envoy(named: list[Named], element: tuple[list[Named], int], units: list[Unit], end: int) -> bool:
    """``Ann Berg, Chad's ambassador``: a person and the state that she speaks for are one voter."""
    person, state = named[0].actor, element[0][0]
    if person is None or person.kind != "person" or state.actor is None or state.actor.kind != "country":
        return False
    return units[end].tag == "COMMA" and units[element[1] - 1].start > state.start and _delegate(units, element[1] - 1) is not None


def _is_envoys_name(state: Named, element: tuple[list[Named], int], units: list[Unit], end: int) -> bool:
    """``the US envoy, Ann Berg,``: behind an envoy and a comma, her name."""
    person = element[0][0].actor if element[0] else None
    if person is None or person.kind != "person" or state.actor is None or state.actor.kind != "country":
        return False
    return units[end].tag == "COMMA" and units[end - 1].start > state.start and _delegate(units, end - 1) is not None


def _names(units: list[Unit], at: int) -> bool:
    """Whether a state is named right behind its group: ``(EU members) France and Spain``."""
    return (
        at < len(units) and units[at].tag == "NAME" and not is_modifier(units, at) and any(n.use == "name" for n in units[at].sense.names)
    )


def _delegate(units: list[Unit], at: int) -> int | None:
    """The index after who votes for a state: ``(Chad's) delegation``, ``(the Chadian) deputy UN ambassador``."""
    for probe in range(at, min(at + 4, len(units))):
        unit = units[probe]
        if unit.tag == "DELEGATE" or unit.lower in _DELEGATES:
            return probe + 1
        if unit.possessive or (unit.lower not in _DEPUTY and unit.tag != "UN"):
            return None
    return None


def _unknown(units: list[Unit], at: int, *, long: bool) -> int:
    """The index after a capitalised item that names nobody known, where the list goes on behind it; 0 where it does not.

    ``long`` asks for two more items: a name, an unknown word and a name are not yet a list.
    """
    end = at
    while end < len(units) and end - at < 5 and (units[end].tag == "CAP" or _inside_name(units, at, end)):
        end += 1
    if end == at or units[end - 1].possessive or not any(u.tag == "CAP" for u in units[at:end]):
        return 0
    joint = _joint(units, end)
    if joint is None:
        return 0
    follows = joint[0]
    while follows < len(units) and units[follows].tag == "NOISE":
        follows += 1
    if follows < len(units) and units[follows].tag == "CAP" and not long:
        return _unknown(units, joint[0], long=True)  # "St. Kits and Nevis"
    if follows >= len(units) or units[follows].tag != "NAME" or is_modifier(units, follows):
        return 0
    return joint[0] if not long or _joint(units, follows + 1) is not None else 0


def _inside_name(units: list[Unit], first: int, at: int) -> bool:
    """``the`` before a name; ``d'``, ``de``, ``&`` inside one."""
    unit = units[at]
    if at == first:
        return unit.tag in ("NOISE", "OF")
    if unit.tag == "STOP":  # "St. Kits"
        return len(units[at - 1].text) < 5 and units[at - 1].end == unit.start and at + 1 < len(units) and units[at + 1].tag == "CAP"
    return unit.tag == "OF" or unit.lower in _PARTICLES or (unit.tag == "WORD" and "'" in unit.lower and not unit.possessive)


def _element(units: list[Unit], at: int, *, inside: bool = False) -> tuple[list[Named], int] | None:
    while at < len(units) and units[at].tag in ("NOISE", "WORD") and units[at].lower in _ASIDES:
        at += 1
    described = at
    while inside and described < len(units) and described - at < 3 and units[described].lower in _DESCRIBED:
        described += 1
    if described > at and described < len(units) and units[described].tag == "NAME":
        at = described
    if at >= len(units):
        return None
    unit = units[at]
    if inside and unit.tag == "BODY" and unit.lower in _groups():
        return [Named(actors.actor(_groups()[unit.lower]), unit.start, unit.end)], at + 1
    if unit.tag == "NAME":
        if is_given_name(units, at):
            return person_at(units, at)
        if is_modifier(units, at) or is_surname(units, at) or is_town(units, at):
            return None
        if any(n.use == "group" for n in unit.sense.names) and _names(units, at + 1):
            return _element(units, at + 1, inside=inside)
        delegate = _delegate(units, at + 1)
        if delegate is None:
            return [Named(actor_of(unit), unit.start, unit.end)], at + 1
        person = person_at(units, delegate)
        end = person[1] if person is not None else delegate
        return [Named(actor_of(unit), unit.start, units[delegate - 1].end)], end
    return person_at(units, at)


@functools.cache
def _groups() -> dict[str, str]:
    """Groups of states whose names are bodies' too, by those names: ``(Chad,) EU member states (and Togo)``."""
    return {n.form.lower(): n.actor for n in actors.names() if n.use == "group" and " " in n.form}


def _joint(units: list[Unit], at: int) -> tuple[int, bool] | None:
    """``,`` ``and`` ``, and`` ``as well as`` ``/`` between two elements: (index after, whether a conjunction)."""
    start, conjunction = at, False
    while at < len(units) and at - start < 4:
        unit = units[at]
        if unit.tag == "COMMA" or unit.tag == "SLASH":
            pass
        elif (unit.tag == "AND" and unit.lower not in ("or", "nor")) or unit.lower == "as well as":
            conjunction = True
        elif unit.tag == "NOISE" and conjunction and unit.lower in ("even", "also", "finally", "both"):
            pass
        elif unit.tag == "AND" and unit.lower == "nor":
            conjunction = True
        else:
            break
        at += 1
    return None if at == start else (at, conjunction)


def _counted_group(units: list[Unit], before: int, at: int) -> tuple[int, int] | None:
    """``(Chad, Mali) and four Pacific island states``: (how many, index after); not behind ``, and``, where a clause may begin."""
    while at < len(units) and units[at].tag in ("NOISE", "QUAL"):
        at += 1
    if at >= len(units) or units[at].tag != "NUM" or not 1 < units[at].value < 100 or units[before].tag != "AND":
        return None
    for end in range(at + 1, min(at + 4, len(units))):
        unit = units[end]
        if unit.tag == "VOTER" or (unit.tag == "NAME" and any(n.use == "group" for n in unit.sense.names)):
            return units[at].value, end + 1
        if unit.tag not in ("WORD", "NAME", "CAP") or unit.possessive:
            return None
    return None


def _is_headline_rest(units: list[Unit], end: int) -> bool:
    """``(Chad,) 34 others abstain``: a comma for ``and``, and the verb right behind."""
    follows = [u.tag for u in units[end : end + 2]]
    return units[end - 1].tag in ("OTHERS", "VOTER") and (follows[:1] in (["VERB"], ["VOTE"], ["VOTES"]) or follows == ["COMMA", "INCL"])


def _rest(units: list[Unit], at: int) -> tuple[int, int] | None:
    """``11 other states``, ``29 others``, ``16 more``: (how many, index after)."""
    while at < len(units) and (units[at].tag in ("NOISE", "QUAL") or units[at].lower in ("another", "further", "a further", "remaining")):
        at += 1
    if at >= len(units):
        return None
    unit = units[at]
    if unit.tag == "OTHERS" and unit.lower in ("others", "other"):
        if at + 1 < len(units) and units[at + 1].lower in ("from", "by"):
            return None
        end = at + 1
        while end < len(units) and units[end].tag in ("VOTER", "NAME", "UN", "WORD") and end - at < 3:
            end += 1
            if units[end - 1].tag == "VOTER":
                break
        return -1, (end if unit.lower == "other" else at + 1)
    if unit.tag != "NUM" or unit.value < 1 or unit.value > 300:
        return None
    end = at + 1
    seen = at > 0 and units[at - 1].lower in ("another", "further", "remaining")
    while end < len(units) and end - at < 6:
        word = units[end]
        if word.tag == "OTHERS" or word.lower in ("more", "additional", "further"):
            seen = True
        elif word.tag == "VOTER":
            return (unit.value, end + 1) if seen else None
        elif seen and word.tag == "NAME" and any(n.use == "group" for n in word.sense.names):
            return unit.value, end + 1
        elif word.tag not in ("WORD", "NAME", "BODY", "UN", "DASH", "CAP", "OF", "NOISE") or word.possessive:
            break
        elif not seen and word.tag != "OF":
            return None
        end += 1
        if units[end - 1].lower == "others":
            return unit.value, end
    return (unit.value, at + 2) if seen and at + 1 < len(units) and units[at + 1].lower in ("others", "more") else None
