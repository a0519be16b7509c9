"""Actor chunks: lists of states, groups, parties and persons, with the rest that is only counted."""

from __future__ import annotations

import re
import unicodedata

from claimwire import actors
from claimwire.claims import Actor
from claimwire.grammar.chunks import Chunk, Named
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_PARTICLES = word_list("naming.particles")
_DELEGATES = word_list("naming.delegates")
_DEPUTY = word_list("naming.deputy")


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
    if unit.possessive or uses == {"none"} or uses == {"adjective"}:
        return True
    if follows is not None and follows.tag == "VOTER" and follows.lower in ("country", "state", "member", "nation", "member state"):
        return True
    if follows is None:
        return False
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
        element = _element(units, probe)
        if element is None:
            break
        named += element[0]
        probe = end = element[1]
        aside = _bracket(units, probe)
        if aside is not None:
            probe = end = aside
        joint = _joint(units, probe)
        if joint is None:
            break
        probe, conjunction = joint
        counted = _rest(units, probe)
        if counted is not None and conjunction:
            rest, end = counted
            break
    if not named:
        return None
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


def _delegate(units: list[Unit], at: int) -> int | None:
    """The index after who votes for a state: ``(Chad's) delegation``, ``(the Chadian) deputy UN ambassador``."""
    for probe in range(at, min(at + 4, len(units))):
        unit = units[probe]
        if unit.tag == "DELEGATE" or unit.lower in _DELEGATES:
            return probe + 1
        if unit.possessive or (unit.lower not in _DEPUTY and unit.tag != "UN"):
            return None
    return None


def _element(units: list[Unit], at: int) -> tuple[list[Named], int] | None:
    while at < len(units) and units[at].tag == "NOISE" and units[at].lower in ("the", "both", "even", "also", "finally", "a", "all", "its"):
        at += 1
    if at >= len(units):
        return None
    unit = units[at]
    if unit.tag == "NAME":
        if is_modifier(units, at):
            return None
        delegate = _delegate(units, at + 1)
        if delegate is None:
            return [Named(actor_of(unit), unit.start, unit.end)], at + 1
        person = _person(units, delegate)
        end = person[1] if person is not None else delegate
        return [Named(actor_of(unit), unit.start, units[delegate - 1].end)], end
    return _person(units, at)


def _person(units: list[Unit], at: int) -> tuple[list[Named], int] | None:
    """A person: a title and a surname, or two to four capitalised words that are nothing else."""
    start, titled = at, False
    while (
        at < len(units)
        and (units[at].tag == "TITLE" or units[at].lower in ("republican", "democrat", "democratic", "labour", "conservative", "tory"))
        and at - start < 4
    ):
        titled = titled or units[at].tag == "TITLE"
        at += 1
    first = at
    while (
        at < len(units)
        and at - first < 5
        and (
            units[at].tag == "CAP"
            or (at > first and units[at].lower in _PARTICLES)
            or (
                at > first
                and units[at].tag == "DASH"
                and units[at].start == units[at - 1].end
                and at + 1 < len(units)
                and units[at + 1].tag == "CAP"
                and units[at + 1].start == units[at].end
            )
        )
    ):
        at += 1
        if units[at - 1].possessive:
            return None
    words = [u for u in units[first:at] if u.tag == "CAP"]
    if not words or (not titled and len(words) < 2) or any(w.text.isupper() and len(w.text) > 1 for w in words):
        return None
    name = re.sub(r"\s+", " ", " ".join(u.text for u in units[first:at])).replace(" - ", "-")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if not slug:
        return None
    found = [Named(Actor(slug, name, "person"), units[first].start, units[at - 1].end)]
    return found, _constituency(units, at)


def _constituency(units: list[Unit], at: int) -> int:
    """Skips ``of Kentucky``, ``, R-Tenn.``: where a person sits for."""
    count = len(units)
    if at + 1 < count and units[at].tag == "OF" and units[at + 1].tag in ("CAP", "NAME"):
        end = at + 2
        while end < count and units[end].tag == "CAP" and end - at < 4:
            end += 1
        return end
    if at + 3 < count and units[at].tag == "COMMA" and units[at + 1].text in ("R", "D", "I") and units[at + 2].tag == "DASH":
        end = at + 4
        while end < count and units[end].tag == "STOP" and units[end].start == units[end - 1].end:
            end += 1
        return end
    return at


def _bracket(units: list[Unit], at: int) -> int | None:
    """Skips a short bracket after a name: ``(R-Ky.)``, ``(Foyle)``, ``(UK)``."""
    if at >= len(units) or units[at].tag != "OPEN":
        return None
    for end in range(at + 1, min(at + 7, len(units))):
        if units[end].tag == "CLOSE":
            return end + 1
        if units[end].tag in ("NUM", "LABEL", "WEAK", "VERB", "VOTE"):
            return None
    return None


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


def _rest(units: list[Unit], at: int) -> tuple[int, int] | None:
    """``11 other states``, ``29 others``, ``16 more``: (how many, index after)."""
    while at < len(units) and (units[at].tag in ("NOISE", "QUAL") or units[at].lower in ("another", "further", "a further", "remaining")):
        at += 1
    if at >= len(units):
        return None
    unit = units[at]
    if unit.tag == "OTHERS" and unit.lower in ("others", "other"):
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
        elif word.tag not in ("WORD", "NAME", "BODY", "UN", "DASH", "CAP", "OF", "NOISE") or word.possessive:
            break
        elif not seen and word.tag != "OF":
            return None
        end += 1
        if units[end - 1].lower == "others":
            return unit.value, end
    return (unit.value, at + 2) if seen and at + 1 < len(units) and units[at + 1].lower in ("others", "more") else None
