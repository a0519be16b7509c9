"""Every rule for votes reads the sentences it says it reads, and leaves alone those it must."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from claimwire import Document, read
from claimwire.claims import CountClaim, PositionClaim
from claimwire.grammar.patterns import compile_pattern
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

TABLES = ("counts", "positions")
CASES = Path(__file__).resolve().parents[2] / "cases" / "building"


def rows() -> list[dict[str, Any]]:
    folder = files("claimwire.data").joinpath("rules")
    return [row for table in TABLES for row in tomllib.loads(folder.joinpath(f"{table}.toml").read_text("utf-8"))["rule"]]


SAYS = [pytest.param(row["id"], text, id=f"{row['id']}-{n}") for row in rows() for n, text in enumerate(row["says"])]
SILENT = [pytest.param(row["id"], text, id=f"{row['id']}-{n}") for row in rows() for n, text in enumerate(row["not"])]


@pytest.mark.parametrize(("rule", "text"), SAYS)
def test_a_rule_reads_what_it_must(rule: str, text: str) -> None:
    assert rule in {claim.rule for claim in read_votes(article(text))}


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_a_rule_leaves_alone_what_it_must(rule: str, text: str) -> None:
    assert rule not in {claim.rule for claim in read_votes(article(text))}


def test_every_rule_has_both_kinds_of_sentences_and_an_id_of_its_own() -> None:
    ids = [row["id"] for row in rows()]
    assert len(ids) == len(set(ids))
    assert all(row["says"] and row["not"] for row in rows())


def test_a_pattern_is_made_of_names_of_chunks() -> None:
    assert compile_pattern("<n:NUM|COUNT> [BE]? <o:LABEL>").fullmatch("nO")
    with pytest.raises(KeyError):
        compile_pattern("<n:NUMBER> LABEL")


def test_every_rule_that_claims_a_count_or_a_position_is_documented() -> None:
    known = {row["id"] for row in rows()} | {"position.veto"}
    told = set()
    for path in sorted(CASES.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        extraction = read(Document(text=case["text"], published=case.get("published")))
        told |= {c.rule for c in extraction.claims if isinstance(c, CountClaim | PositionClaim)}
    assert told
    assert told <= known
