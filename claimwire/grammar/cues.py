"""Verbs that tell of speech, in all their forms, from ``claimwire/data/speech_cues.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Final, Literal

CueClass = Literal["say", "label", "urge", "report"]
Form = Literal["base", "s", "past", "ing"]

_VOWELS: Final = "aeiou"


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a verb of speech. ``plain`` verbs may stand beside a quotation without more."""

    verb: str
    family: CueClass
    form: Form
    plain: bool
    participle: bool = False
    """Whether this form is also the passive's (``called``), or only that (``written``)."""


def _forms(verb: str, irregular: dict[str, list[str]]) -> dict[str, tuple[Form, bool]]:
    """Form -> (which, whether it is a past participle too)."""
    if verb in irregular:
        odd = irregular[verb]
        forms: dict[str, tuple[Form, bool]] = {odd[0]: ("s", False), odd[2]: ("ing", False), odd[1]: ("past", len(odd) != 4)}
        if len(odd) == 5:
            forms |= {odd[3]: ("past", True), odd[4]: ("ing", False), odd[1]: ("past", True)}
        elif len(odd) == 4:
            forms[odd[3]] = ("past", True)
        return {verb: ("base", False), **forms} if odd[1] != verb else {**forms, verb: ("past", True)}
    if verb.endswith("e"):
        past, ing, s = verb + "d", verb[:-1] + "ing", verb + "s"
    elif verb.endswith("y") and verb[-2] not in _VOWELS:
        past, ing, s = verb[:-1] + "ied", verb + "ing", verb[:-1] + "ies"
    else:
        past, ing = verb + "ed", verb + "ing"
        s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return {verb: ("base", False), s: ("s", False), past: ("past", True), ing: ("ing", False)}


def _load() -> tuple[dict[str, Cue], frozenset[str], frozenset[str]]:
    data: dict[str, Any] = tomllib.loads(resources.files("claimwire.data").joinpath("speech_cues.toml").read_text("utf-8"))
    plain = frozenset(data["say"]["plain"])
    table: dict[str, Cue] = {}
    families: tuple[CueClass, ...] = ("report", "urge", "label", "say")
    for family in families:
        for verb in data[family]["verbs"]:
            for form, (which, participle) in _forms(verb, data["irregular"]).items():
                table[form] = Cue(verb, family, which, verb in plain, participle)
    return table, frozenset(data["naming"]["words"]), frozenset(data["naming"]["votes"])


_LOADED: Final = _load()
CUES: Final[dict[str, Cue]] = _LOADED[0]
NAMING: Final[frozenset[str]] = _LOADED[1]
VOTE_WORDS: Final[frozenset[str]] = _LOADED[2]
