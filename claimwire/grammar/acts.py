"""Acts of voting: which way, by whom it can be said, and whether it happened at all (factivity and negation)."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.frames import is_doubted
from claimwire.grammar.units import Unit
from claimwire.grammar.wordlists import word_list

REACH = 8
"""How many units a governor may stand before the verb it governs, and a complement after its verb."""

_SKIPPED = frozenset({"NOISE", "DATE", "QUAL"})
_FACTUAL_NOUNS = frozenset(
    "country countries nation nations state states member members one only republican democrat republicans "
    "democrats party parties senator senators mp mps "
    "lawmaker lawmakers first sole lone delegation delegations few among".split()
)
_CLOSING = frozenset({"COMMA", "STOP", "SEMI", "AND", "CLOSE", "W", "CONTRAST"})
_HABITUAL = word_list("acts.habitual")
_DECIDING = word_list("acts.deciding")
_CAUSING = word_list("acts.causing")


def option_of_complement(units: list[Unit], at: int) -> tuple[str | None, str | None, int, list[int]]:
    """After ``voted``: (option, result, index after, indices skipped); (None, None, at, []) without a complement.

    ``voted 62-35 to open debate`` is (yes, pass); ``voted to reject`` is (no, fail).
    """
    probe = at
    skipped: list[int] = []
    skipped_motion = False
    count = len(units)
    while probe < count and probe - at <= REACH:
        unit = units[probe]
        tag = unit.tag
        if tag == "LABEL" and unit.lower in ("dissenting", "opposing") and skipped:
            return None, None, at, []  # "voted 10 to 2, with Kline dissenting"
        if tag == "LABEL" and unit.sense.option in ("yes", "no", "abstain"):
            return unit.sense.option, None, probe + 1, skipped
        if unit.lower == "present" and probe == at:
            return "void", None, probe + 1, skipped
        if tag == "WEAK":
            if units[probe - 1].tag == "NUM" and units[probe - 2].tag == "TO" and (probe + 1 >= count or units[probe + 1].tag in _CLOSING):
                return None, None, at, []  # "voted by 27 to 22 against, with three abstentions"
            if unit.lower in ("for", "against") and _is_whom(units, probe + 1):
                return None, None, at, []
            if unit.lower == "for" and probe + 1 < count and units[probe + 1].tag in ("NUM", "DATE"):
                return None, None, at, []
            if unit.lower == "opposed":
                return None, None, at, []
            return unit.sense.option, None, probe + 1, skipped
        if tag == "VERB" and unit.sense.option == "abstain" and unit.sense.form in ("base", "past"):
            return "abstain", None, probe + 1, skipped
        if tag == "NUM" and not _in_tally(units, probe):
            return None, None, at, []
        if unit.lower == "down" and skipped_motion:
            return "no", "fail", probe + 1, skipped
        if tag in ("MOTION", "IT") and probe - at < 6 and any(u.lower == "down" for u in units[probe + 1 : probe + 3]):
            skipped_motion = True
            skipped.append(probe)
            probe += 1
            continue
        if tag == "TO" and probe + 1 < count and units[probe + 1].tag == "NUM" and units[probe - 1].tag in ("NUM", "VOTES"):
            probe += 1
            continue
        if tag == "TO" and probe + 1 < count and units[probe + 1].tag != "NUM":
            return _infinitive(units, probe, skipped, at)
        if (
            tag in _SKIPPED
            or tag in ("NUM", "DASH", "VOTES", "UNANIMOUS", "TALLYISH", "OUTCOME")
            or (tag in ("WORD", "CAP") and unit.lower.endswith("ly"))
            or unit.lower in ("overwhelmingly", "mistakenly", "last")
        ):
            pass
        elif tag in ("IN", "BY", "W", "OPEN", "CLOSE", "COMMA", "OF", "BODY", "UN", "NAME", "WITH", "AND", "VOTER"):
            skipped.append(probe)
            if tag == "COMMA" and len(skipped) > 6:
                break
        elif tag in ("WORD", "CAP", "OTHERS", "QUOTE") and skipped:
            skipped.append(probe)
        else:
            break
        probe += 1
    return None, None, at, []


def _in_tally(units: list[Unit], at: int) -> bool:
    """Whether the number is one of the two of ``62-35``, ``44 to 29``, ``387 votes to 156``."""
    after = [u.tag for u in units[at + 1 : at + 4]]
    if after[:2] in (["DASH", "NUM"], ["TO", "NUM"]) or after[:3] == ["VOTES", "TO", "NUM"]:
        return True
    return at >= 2 and units[at - 1].tag in ("DASH", "TO") and units[at - 2].tag in ("NUM", "VOTES")


def _is_whom(units: list[Unit], at: int) -> bool:
    """``voted against Trump``, ``voted for Smith``: a person or a state, which no motion follows."""
    while at < len(units) and units[at].tag == "NOISE":
        at += 1
    if at >= len(units) or units[at].tag not in ("CAP", "NAME", "TITLE") or units[at].possessive:
        return False
    for unit in units[at : at + 9]:
        if unit.tag in ("MOTION", "QUOTE") or unit.possessive:
            return False
        if unit.tag in ("STOP", "SEMI", "COMMA", "VOTE", "NUM", "CONTRAST"):
            break
    return True


def _prepositions_from(units: list[Unit], at: int) -> int:
    """Index of the first preposition behind ``at``: ``to dismiss Brown on the first count``."""
    return next((k for k in range(at + 1, min(len(units), at + 9)) if units[k].tag == "IN"), len(units))


def _infinitive(units: list[Unit], to: int, skipped: list[int], at: int) -> tuple[str | None, str | None, int, list[int]]:
    probe = to + 1
    while probe < len(units) and units[probe].tag in _SKIPPED:
        probe += 1
    if probe >= len(units):
        return None, None, at, []
    verb = units[probe]
    if verb.lower in ("throw", "turn", "vote", "strike", "shoot", "knock", "send") and any(
        u.lower in ("out", "down") for u in units[probe + 1 : probe + 5]
    ):
        return "no", "fail", probe + 1, skipped
    if verb.tag == "VERB" and verb.sense.option == "abstain":
        return "abstain", None, probe + 1, skipped
    if verb.lower == "dismiss" and _is_whom(units[: _prepositions_from(units, probe)], probe + 1):
        return "yes", "pass", probe + 1, skipped
    if verb.tag in ("VERB", "VETO") and verb.sense.result == "fail":
        return "no", "fail", probe + 1, skipped
    if verb.tag == "VERB" and verb.sense.option == "no":
        return "no", "fail", probe + 1, skipped
    if verb.tag in ("VERB", "WORD", "SPONSOR", "UNREAL", "REAL", "CAST", "VOTE", "JOIN", "MOTION"):
        return "yes", "pass", probe + 1, skipped
    return None, None, at, []


def is_unreal(units: list[Unit], at: int) -> bool:
    """Whether the act at ``units[at]`` is denied, planned, asked for, possible or thought of: no fact."""
    probe = at - 1
    low = max(0, at - REACH)
    infinitive = False
    form = units[at].sense.form
    while probe >= low:
        unit = units[probe]
        tag = unit.tag
        if unit.lower in _HABITUAL:
            return True
        if tag in ("NOISE", "DATE", "HAVE", "BE", "DO") or unit.lower == "yet" or (tag == "WORD" and unit.lower.endswith("ly")):
            probe -= 1
            continue
        if tag == "NOT":
            return unit.lower != "not only"
        if tag == "MODAL":
            return True
        if tag == "REFUSE":
            return True
        if tag == "TO":
            infinitive = True
            probe -= 1
            break
        if form == "ing" and (unit.lower in ("from", "short of") or (unit.lower == "against" and probe == at - 1)):
            return True
        if tag == "UNREAL" and (form == "ing" or form == "base" or unit.lower in ("if", "unless", "whether")):
            return True
        break
    if not infinitive:
        return _conditional(units, at, low) or is_doubted(units, at)
    steps = 0
    unreal = True
    while probe >= 0 and steps < REACH:
        unit = units[probe]
        tag = unit.tag
        for_whom = unit.lower == "for" and 0 < steps < 4 and units[probe + 1].tag in ("BODY", "NOISE")
        if (
            tag == "UNREAL"
            or (tag == "MODAL" and steps == 0)
            or for_whom
            or unit.lower in ("enough", "opportunity", "chance", "freedom", "right", "power", "votes")
        ):
            return True
        if unit.lower in _CAUSING and not is_passive(units, probe):
            return steps == 0 or units[probe + steps].tag not in ("NAME", "DELEGATE") or _denied(units, probe)
        if unit.lower in _DECIDING and any(u.lower in ("has", "have") for u in units[max(0, probe - 2) : probe]):
            return True
        if tag in ("REAL", "JOIN"):
            went = unit.lower in ("went", "came") and steps == 0
            return went or (steps > 0 and units[probe + 1].tag == "OTHERS") or _denied(units, probe)
        if unit.lower in _FACTUAL_NOUNS or tag in ("AMONG", "VOTER"):
            unreal = False
        if tag in ("VERB", "VOTE", "SEMI", "CONTRAST", "MODAL", "SPONSOR") or (tag == "COMMA" and not unreal):
            break
        probe -= 1
        steps += 1
    return unreal


def _denied(units: list[Unit], at: int) -> bool:
    probe = at - 1
    while probe >= 0 and at - probe < 4:
        if units[probe].tag in ("NOT", "MODAL", "UNREAL", "TO", "REFUSE"):
            return True
        if units[probe].tag not in ("NOISE", "HAVE", "BE", "DO"):
            return False
        probe -= 1
    return False


def _conditional(units: list[Unit], at: int, low: int) -> bool:
    """``if France votes against``: a conjunction of condition earlier in the clause, with a verb that is not past."""
    if units[at].sense.form in ("past", "participle", "ing"):
        return any(u.lower in ("if", "unless") for u in units[low:at])
    return any(u.lower in ("if", "unless", "whether", "when", "should", "until", "before", "once") for u in units[low:at])


def is_passive(units: list[Unit], at: int) -> bool:
    """Whether a participle stands after a form of ``be``."""
    probe = at - 1
    while probe >= 0 and at - probe < 5:
        unit = units[probe]
        if unit.tag == "BE":
            return True
        if unit.tag in ("NOISE", "DATE", "HAVE", "NOT", "MODAL") or (unit.tag in ("WORD", "UNANIMOUS") and (unit.lower.endswith("ly"))):
            probe -= 1
            continue
        return False
    return False


def refused(units: list[Unit], at: int) -> bool:
    """Whether ``refused to`` or ``declined to`` stands right before the verb."""
    probe = at - 1
    while probe >= 0 and units[probe].tag == "NOISE":
        probe -= 1
    return probe >= 0 and units[probe].tag == "REFUSE"


def act(sym: str, units: list[Unit], first: int, after: int, option: str | None, result: str | None = None) -> Chunk:
    """A chunk for the act of ``units[first:after]``."""
    unit = units[first]
    return Chunk(sym, unit.start, units[after - 1].end, first, after, unit, option=option, result=result, form=unit.sense.form)
