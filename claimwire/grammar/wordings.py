"""Wordings as data: the words of `claimwire/data/wordings` and the gazetteers, in one trie of tokens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from claimwire import actors, bodies
from claimwire.grammar.lexer import tokenize

FORMS = ("base", "third", "past", "participle", "ing")


class Sense(NamedTuple):
    """What a form may be: a tag, with what the tag's rows carry."""

    tag: str
    id: str
    option: str | None = None
    form: str | None = None
    result: str | None = None
    intransitive: bool = False
    weak_result: bool = False
    names: tuple[Any, ...] = ()
    bodies: tuple[Any, ...] = ()


Node = dict[str, Any]
"""A node of the trie: next token in lower case -> node; under ``""`` the senses that end here, as (printed form or None, sense)."""


def load_rows(name: str, key: str) -> list[dict[str, Any]]:
    """The rows ``[[key]]`` of ``claimwire/data/wordings/<name>.toml``."""
    text = files("claimwire.data").joinpath("wordings", f"{name}.toml").read_text("utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)[key]
    return rows


@lru_cache(maxsize=1)
def trie() -> Node:
    """All forms of bodies, words, verbs and names by their tokens; of two senses of one form the earlier source wins."""
    root: Node = {}
    of_bodies: list[list[tuple[str | None, Sense]]] = []
    for form, cased, sense in _forms():
        tokens = tuple(t.lower for t in tokenize(form) if t.kind != "newline")
        if not tokens:
            continue
        node = root
        for token in tokens:
            node = node.setdefault(token, {})
        ends: list[tuple[str | None, Sense]] = node.setdefault("", [])
        printed = form if cased else None
        for at, (other, old) in enumerate(ends):
            if other == printed:
                ends[at] = (printed, _merged(old, sense))
                break
        else:
            ends.append((printed, sense))
            ends.sort(key=lambda end: end[0] is None)
            if len(ends) > 1 and sense.tag == "BODY":
                of_bodies.append(ends)
    for ends in of_bodies:
        _join_bodies(ends)
    return root


def _join_bodies(ends: list[tuple[str | None, Sense]]) -> None:
    """``Parliament`` may be any ``parliament``: a printed form names the bodies of the form in any case too."""
    plain = next((sense for printed, sense in ends if printed is None and sense.tag == "BODY"), None)
    for at, (printed, sense) in enumerate(ends):
        if plain is not None and printed is not None and sense.tag == "BODY" and printed[0].isupper():
            known = {n.body for n in sense.bodies}
            ends[at] = (printed, sense._replace(bodies=sense.bodies + tuple(n for n in plain.bodies if n.body not in known)))


def _merged(old: Sense, new: Sense) -> Sense:
    if old.tag == new.tag == "NAME":
        return old._replace(names=old.names + new.names)
    if old.tag == new.tag == "BODY":
        return old._replace(bodies=old.bodies + new.bodies)
    if {old.tag, new.tag} == {"VERB"} and old.form in ("base", "past") and new.form == "participle":
        return old
    return old


def _forms() -> Iterator[tuple[str, bool, Sense]]:
    for name in bodies.body_names():
        yield name.form, name.cased, Sense("BODY", "body", bodies=(name,))
    for row in load_rows("words", "words"):
        sense = Sense(row["tag"], row["id"], row.get("option"))
        for form in row["forms"]:
            yield form, False, sense
    for row in load_rows("verbs", "verb"):
        for paradigm in row["forms"]:
            for kind, form in zip(FORMS, paradigm.split("/"), strict=True):
                yield (
                    form,
                    False,
                    Sense(
                        row["tag"],
                        row["id"],
                        row.get("act"),
                        kind,
                        row.get("result"),
                        row.get("intransitive", False),
                        row.get("weak_result", False),
                    ),
                )
    for actor_name in actors.names():
        yield actor_name.form, actor_name.cased, Sense("NAME", "name", names=(actor_name,))
