"""States' names that mean no state: a person's first name or surname, a town, a nationality before the noun of a person."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

from claimwire import actors
from claimwire.grammar.cues import CUES
from claimwire.grammar.first_names import first_names
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

_GIVEN: Final = word_list("namesakes.given")
_SURNAMES: Final = word_list("namesakes.surnames")
_ROLES: Final = word_list("namesakes.roles")
_BELONGING: Final = word_list("namesakes.belonging")


def is_given_name(units: Sequence[Unit], at: int) -> bool:
    """``Jordan Peterson``, ``Senator Kenya Brown``: a name of a state before an unknown capitalised word."""
    unit = units[at]
    if unit.tag != "NAME" or unit.possessive or unit.lower not in _GIVEN or at + 1 >= len(units):
        return False
    after = units[at + 1]
    return (
        after.tag == "CAP"
        and after.start == unit.end + 1
        and not after.text.isupper()
        and after.lower not in _ROLES
        and after.lower not in CUES
        and not (at + 2 < len(units) and units[at + 2].tag == "NAME" and units[at + 2].start == after.end + 1)
    )


def is_surname(units: Sequence[Unit], at: int) -> bool:
    """``Rep. Jordan``, ``Ann Jordan``: a name of a state right behind a title of a person or a first name."""
    unit = units[at]
    if unit.tag != "NAME" or unit.lower not in _SURNAMES or at == 0:
        return False
    before = units[at - 1]
    if unit.start > before.end + 1 or before.possessive:
        return False
    return (before.tag == "TITLE" and before.text[0].isupper()) or (before.tag == "CAP" and before.lower in first_names())


def is_town(units: Sequence[Unit], at: int) -> bool:
    """``Lebanon, Ohio``: a town, told by the state of the United States behind its comma."""
    follows = units[at + 1 : at + 3]
    return len(follows) == 2 and follows[0].tag == "COMMA" and follows[1].tag == "CAP" and follows[1].lower in _provinces()


def is_nationality(units: Sequence[Unit], at: int) -> bool:
    """``a US judge``, ``UK lawmakers``: whose country it is, not the country."""
    follows = units[at + 1] if at + 1 < len(units) else None
    if follows is None or follows.lower not in _BELONGING:
        return False
    return any(n.use == "adjective" for n in units[at].sense.names)


@functools.cache
def _provinces() -> frozenset[str]:
    known = {n.form.lower() for n in actors.names()}
    return frozenset(row["state"].lower() for row in actors.rows("us_legislatures") if row["state"].lower() not in known)
