"""Near copies of one story count as one source, whatever comes and goes, and cost no more the more there are."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claimwire import Extraction, syndication
from models import queries, store, syndicating
from tests.models.told import article

WORDS = [f"word{n}" for n in range(400)]


def told(outlet: str, words: list[str]) -> Extraction:
    return article(outlet, url=f"https://{outlet}.example/wire", words=" ".join(words))


def sources() -> int:
    """How many sources give the only vote's first count."""
    (row,) = queries.votes().rows
    found: Any = queries.vote(json.loads(row)["id"])
    return int(json.loads(found.document)["counts"][0]["values"][0]["sources"])


def test_the_hundredth_copy_is_compared_with_one_of_its_family(store_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[bool] = []

    def counted(a: bytes, b: bytes) -> bool:
        compared.append(syndication.copies(a, b))
        return compared[-1]

    monkeypatch.setattr(syndicating, "copies", counted)
    store.save_many([told(f"o{number}", WORDS[:60]) for number in range(100)])
    before = len(compared)
    assert before < 200
    store.save(told("last", WORDS[:60]))
    assert len(compared) - before <= 2
    assert sources() == 1


def test_an_article_can_join_two_families_and_part_them_when_it_goes(store_: str) -> None:
    for outlet, words in (("first", WORDS[:200]), ("last", WORDS[120:320])):
        store.save(told(outlet, words))
    assert sources() == 2
    between = store.save(told("between", WORDS[40:240])).article
    assert sources() == 1
    assert store.rebuild() == []
    store.delete(between)
    assert sources() == 2
    assert store.rebuild() == []


def test_a_new_text_leaves_its_family(store_: str) -> None:
    for outlet in ("first", "second"):
        store.save(told(outlet, WORDS[:200]))
    assert sources() == 1
    store.save(told("second", WORDS[200:]))
    assert sources() == 2
    assert store.rebuild() == []
