"""Persons as voters: a title and a surname, or a full name, with where they sit for."""

from __future__ import annotations

import re
import unicodedata

from claimwire import actors
from claimwire.claims import Actor
from claimwire.grammar.chunks import Named
from claimwire.grammar.namesakes import is_given_name, is_surname
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_PARTICLES = word_list("personnames.particles")
_QUANTIFIERS = word_list("personnames.quantifiers")
_PARTY_WORDS = word_list("personnames.parties")


def person_at(units: list[Unit], at: int) -> tuple[list[Named], int] | None:
    """A person: a title and a surname, or two to four capitalised words that are nothing else."""
    start, titled = at, False
    while at < len(units) and (units[at].tag == "TITLE" or units[at].lower in _PARTY_WORDS) and at - start < 4:
        titled = titled or units[at].tag == "TITLE"
        at += 1
    first = at
    while (
        at < len(units)
        and at - first < 5
        and (
            units[at].tag == "CAP"
            or (at == first and is_given_name(units, at))
            or is_surname(units, at)
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
    words = [u for u in units[first:at] if u.tag in ("CAP", "NAME")]
    if words and words[0].lower in _QUANTIFIERS:
        return None
    if not words or (not titled and len(words) < 2) or any(w.text.isupper() and len(w.text) > 1 for w in words):
        return None
    name = re.sub(r"\s+", " ", " ".join(u.text for u in units[first:at])).replace(" - ", "-")
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))
    if not slug or (len(words) == 1 and words[0].tag == "NAME"):
        return None
    after = _constituency(units, at)
    home = _home(units, start, at, owned=titled or (start > 0 and units[start - 1].tag == "DELEGATE"))
    return [Named(Actor(slug, name, "person"), units[first].start, units[at - 1].end, titled, home)], after


def _home(units: list[Unit], start: int, after: int, *, owned: bool) -> Actor | None:
    """The state in ``Foreign Minister Brun of Chile``, ``Chile's ambassador Brun``."""
    before = units[start - 1] if start and owned else None
    behind = units[after + 1] if after + 1 < len(units) and units[after].tag == "OF" else None
    for unit in (behind, before):
        if unit is None or unit.tag != "NAME" or (unit is before and not unit.possessive):
            continue
        ids = {n.actor for n in unit.sense.names if n.use in ("name", "abbreviation")}
        if len(ids) == 1 and actors.actor(*ids).kind == "country":
            return actors.actor(*ids)
    return None


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


def bracket_after(units: list[Unit], at: int) -> int | None:
    """Skips a short bracket after a name: ``(R-Ky.)``, ``(Foyle)``, ``(UK)``."""
    if at >= len(units) or units[at].tag != "OPEN":
        return None
    for end in range(at + 1, min(at + 7, len(units))):
        if units[end].tag == "CLOSE":
            return end + 1
        if units[end].tag in ("NUM", "LABEL", "WEAK", "VERB", "VOTE"):
            return None
    return None
