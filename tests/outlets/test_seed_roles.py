"""The five real articles, line by line: each character has the role that the hand-made labels give it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claimwire import Document, read
from claimwire.reading import Extraction
from claimwire.testing import check_extraction

AS_LABELLED = {"subtitle": "title", "heading": "body", "list": "body", "quotation": "body", "note": "boilerplate"}
DOCUMENTS = {
    "000_cc13a8db151d74d9.txt": "independent",
    "001_abfeacfaad3b03c2.txt": "innovation-times",
    "002_de2964a28eb7b68c.txt": "global-times-now",
    "003_a94d05e0e1517e3b.txt": "badlands-media",
    "004_a234f848642c70ef.txt": "encore-weekly",
}


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> dict[str, Extraction]:
    lines = (shared_dir / "corpus" / "seeds.ndjson").read_text("utf-8").splitlines()
    values = [json.loads(line) for line in lines]
    return {v["document"]: read(Document(id=v["document"], text=v["text"], url=v.get("url"))) for v in values}


@pytest.fixture(scope="module")
def labels(shared_dir: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared_dir / "corpus" / "gold" / "seed_lines.json").read_text("utf-8"))
    return found


def labelled_spans(lines: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        yield from line.get("spans") or [line]


@pytest.mark.parametrize("name", DOCUMENTS, ids=DOCUMENTS.get)
def test_every_line_has_its_role(name: str, seeds: dict[str, Extraction], labels: dict[str, Any]) -> None:
    article = seeds[name].article
    roles = {i: AS_LABELLED.get(b.role, b.role) for b in article.blocks for i in range(b.start, b.end)}
    wrong = [
        (span["label"], roles.get(i), article.text[i : i + 40])
        for span in labelled_spans(labels[name]["lines"])
        for i in range(span["start"], span["end"])
        if not article.text[i].isspace() and roles.get(i) != span["label"]
    ]
    assert wrong[:3] == []


@pytest.mark.parametrize("name", DOCUMENTS, ids=DOCUMENTS.get)
def test_the_outlet_is_recognised_and_the_invariants_hold(name: str, seeds: dict[str, Extraction]) -> None:
    extraction = seeds[name]
    assert (extraction.outlet, extraction.parser) == (DOCUMENTS[name], DOCUMENTS[name])
    assert extraction.problems == ()
    check_extraction(extraction)


def test_the_metadata_is_what_the_outlet_vouches_for(seeds: dict[str, Extraction]) -> None:
    by_outlet = {e.outlet: e.article for e in seeds.values()}
    assert str(by_outlet["independent"].published) == "2025-02-24"
    assert by_outlet["innovation-times"].published is None, "the date on top is the page's clock"
    assert by_outlet["innovation-times"].title == "US Sides with Russia in UN Resolutions on Ukraine"
    assert by_outlet["innovation-times"].byline == ("Ferdinand Miracle",)
    assert by_outlet["global-times-now"].dateline == "New Delhi"
    assert by_outlet["encore-weekly"].dateline == "United Nations, New York"
