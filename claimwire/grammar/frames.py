"""Clauses that stand inside words which do not hold them for true: rumours, denials, open questions, what nearly was."""

from __future__ import annotations

from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

REACH = 12
"""How many units before its verb such a word is looked for."""

_HEARSAY = word_list("frames.hearsay")
_DOUBTFUL = word_list("frames.doubtful")
_DENYING = word_list("frames.denying")
_FALSELY = word_list("frames.falsely")
_NEARLY = word_list("frames.nearly")
_LONG = word_list("frames.long")
_BEFORE_VERBS = frozenset({"NOISE", "DATE", "HAVE", "BE", "DO"})
_ENDS = frozenset({"SEMI", "STOP", "COLON", "CONTRAST", "VERB", "VOTE", "CAST", "MODAL", "NOPART", "VETO"})
_NOUNS = frozenset({"NAME", "BODY", "UN", "MOTION", "IT", "VOTER", "CAP", "TITLE", "DELEGATE", "NUM", "OTHERS"})
_BEFORE_NOUNS = frozenset({"NOISE", "COMMA", "SEMI", "OF", "BY", "NONE", "NOT", "CONTRAST"})
_BETWEEN = _NOUNS | {"NOISE", "AND", "OF", "QUAL", "NOT", "DATE"}


def is_doubted(units: list[Unit], at: int) -> bool:
    """Whether the finite act at ``units[at]`` is not said to have happened.

    ``reports that X voted``, ``denied that X voted``, ``whether X voted``, ``had X voted``, ``X nearly voted``.
    """
    if units[0].lower in _LONG and not any(u.tag in ("COMMA", "SEMI", "CONTRAST") for u in units[1:at]):
        return True
    if _is_asked(units, at) or (units[at].sense.form == "base" and _goes_on(units, at)):
        return True
    probe = at - 1
    while probe >= 0 and at - probe < 4 and (units[probe].tag in _BEFORE_VERBS or units[probe].lower in _NEARLY):
        if units[probe].lower in _NEARLY:
            return True
        probe -= 1
    if probe < 0:
        return False
    if units[at].sense.form == "ing":
        return units[probe].lower in _DENYING and not _suffers(units, probe)
    return _had(units, at) or _framed(units, probe)


def _is_asked(units: list[Unit], at: int) -> bool:
    """``Will Chad vote against it?``, ``Did Mali abstain?``: the auxiliary before its subject at the start."""
    first = units[0]
    asks = first.tag == "MODAL" or (first.tag == "DO" and units[at].sense.form == "base")
    return (asks and any(u.tag in _NOUNS for u in units[1:at])) and not any(u.tag in ("COMMA", "COLON", "DASH") for u in units[1:at])


def _goes_on(units: list[Unit], at: int) -> bool:
    """``Chad could break ranks and abstain``: a plain verb behind ``and`` shares the modal before."""
    if at < 2 or units[at - 1].tag != "AND":
        return False
    for probe in range(at - 2, max(-1, at - REACH), -1):
        if units[probe].tag in ("SEMI", "STOP", "CONTRAST", "COLON", "COMMA"):
            return False
        if units[probe].tag == "MODAL":
            return True
    return False


def _had(units: list[Unit], at: int) -> bool:
    """``Had Chad voted against``: the auxiliary before its subject, at the start of a clause or behind the main clause."""
    if units[at].sense.form not in ("past", "participle"):
        return False
    nouns = False
    for probe in range(at - 1, max(-1, at - REACH), -1):
        unit = units[probe]
        if unit.lower == "had":
            opens = probe == 0 or units[probe - 1].tag not in _NOUNS
            return nouns and (opens or any(u.tag == "MODAL" for u in units[max(0, probe - REACH) : probe]))
        if unit.tag not in _BETWEEN and not unit.lower.endswith("ly"):
            return False
        nouns = nouns or unit.tag in _NOUNS
    return False


def _framed(units: list[Unit], last: int) -> bool:
    """Whether a word before the subject that ends at ``last`` opens a clause that nobody vouches for."""
    comma = joined = False
    for probe in range(last, max(-1, last - REACH), -1):
        unit = units[probe]
        if unit.tag in _ENDS or unit.tag == "BE":
            return False
        comma, joined = comma or unit.tag == "COMMA", joined or unit.tag == "AND"
        if unit.lower == "whether":
            return not comma and units[probe + 1].tag != "TO"
        if unit.lower == "that" and unit.tag == "REL":
            return _is_doubtful(units, probe - 1)
        if unit.lower in _DENYING and not comma and not joined and probe < last:
            return not _suffers(units, probe)
        if unit.lower in _FALSELY and not comma and not joined and probe + 1 < last:
            return True
    return False


def _is_doubtful(units: list[Unit], at: int) -> bool:
    """Whether the word before ``that`` tells hearsay, a denial or an untruth: ``reports that``, ``no evidence that``, ``false that``."""
    if at < 0:
        return False
    if units[at].lower in _DOUBTFUL or (units[at].lower in _HEARSAY and _is_noun(units, at)):
        return True
    if units[at].lower in _DENYING:
        return not _suffers(units, at)
    near = units[max(0, at - 3) : at]
    if units[at].lower in ("true", "evidence", "sign", "indication", "proof", "suggestion"):
        return any(u.tag in ("NOT", "NONE") or u.lower in ("no", "little", "not", "n't") for u in near)
    return any(u.lower in _FALSELY for u in near)


def _is_noun(units: list[Unit], at: int) -> bool:
    """``denied reports that``, ``the claim that``; not ``the agency reports that``."""
    before = units[at - 1] if at else None
    return before is None or before.tag in _BEFORE_NOUNS or before.lower == "despite" or before.lower.endswith(("ed", "ing"))


def _suffers(units: list[Unit], at: int) -> bool:
    """``was denied the floor``: it denies nothing."""
    return any(u.tag == "BE" for u in units[max(0, at - 2) : at])
