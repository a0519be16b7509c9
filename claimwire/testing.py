"""A pytest plugin for outlets: golden cases and the invariants that every outlet must hold.

Installed with Claimwire, so a third party's tests need no set-up:

    from claimwire.testing import GoldenCase, golden_cases

    @pytest.mark.parametrize("case", golden_cases(Path(__file__).parent / "cases"), ids=str)
    def test_golden(case: GoldenCase, regen: bool) -> None:
        case.check(regen=regen)

A golden case is a folder with ``input.txt`` or ``input.html``, ``meta.json`` (the
document's other fields) and ``expected.json``. Where the last is absent the first run
writes it and fails, asking for a review; ``pytest --regen`` rewrites it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from claimwire import plugins
from claimwire.articles import READ_ROLES
from claimwire.documents import Document
from claimwire.grammar import extractor
from claimwire.outlets import Outlet
from claimwire.reading import Extraction, read

HOSTILE: Final[tuple[tuple[str, str], ...]] = (
    ("empty text", ""),
    ("white space alone", " \n\t\n "),
    ("one word", "word"),
    ("zero-width and right-to-left marks", "\u200b\u202eabc\u202c \u2067x\u2069\n" * 20),
    ("one opening mark", "“" * 2000),
    ("digits alone", "7" * 4000),
    ("brackets alone", "([{" * 1500),
    ("lines alone", "\n" * 4000),
    ("one phrase again and again", "71 votes in favour and 24 against. " * 200),
    ("a title that repeats", "The same line again and again\n" * 200),
)
"""Texts that break careless parsers, by name."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--regen``."""
    parser.addoption("--regen", action="store_true", default=False, help="rewrite the expected files of golden cases")


@pytest.fixture
def regen(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are to be rewritten."""
    return bool(request.config.getoption("--regen"))


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """One folder: an input, what is known about it, and what reading it must give."""

    folder: Path

    def __str__(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    def document(self) -> Document:
        """The case's document; ``FileNotFoundError`` where the folder holds no input."""
        meta = json.loads((self.folder / "meta.json").read_text("utf-8"))
        page = self.folder / "input.html"
        if page.exists():
            return Document(html=page.read_bytes(), id=self.folder.name, **meta)
        return Document(text=(self.folder / "input.txt").read_text("utf-8"), id=self.folder.name, **meta)

    def check(self, *, regen: bool = False, using: plugins.Plugins | None = None) -> None:
        """Compare with ``expected.json`` and hold the invariants; write it (and fail) where it is absent."""
        extraction = read(self.document(), using=using)
        check_extraction(extraction)
        found = summary(extraction)
        path = self.folder / "expected.json"
        if regen or not path.exists():
            path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
            if not regen:
                pytest.fail(f"{path} was written: read it, correct the plugin where it is wrong, then run again")
            return
        assert found == json.loads(path.read_text("utf-8")), f"{self} reads differently; after a review: pytest --regen"


def golden_cases(folder: Path) -> list[GoldenCase]:
    """Every case below a folder, in order of names."""
    return sorted((GoldenCase(meta.parent) for meta in folder.rglob("meta.json")), key=str)


def summary(extraction: Extraction) -> dict[str, Any]:
    """What a golden case keeps: outlet, metadata, blocks with their words, claims with theirs."""
    article = extraction.article
    return {
        "outlet": extraction.outlet,
        "parser": extraction.parser,
        "recognised_by": extraction.recognised_by,
        "title": article.title,
        "byline": list(article.byline),
        "dateline": article.dateline,
        "published": article.published.isoformat() if article.published else None,
        "blocks": [[b.role, b.rule, article.text[b.start : b.end]] for b in article.blocks],
        "votes": [v.to_record() for v in extraction.votes],
        "claims": [{"kind": c.kind, **c.facts(), "words": article.text[c.start : c.end]} for c in extraction.claims],
        "inconsistencies": [[i.kind, i.message] for i in extraction.inconsistencies],
        "problems": [[p.hook, p.message] for p in extraction.problems],
    }


def check_extraction(extraction: Extraction) -> None:
    """Assert what must hold of every extraction: exact spans, nothing lost, no claim in boilerplate."""
    article = extraction.article
    at = 0
    readable: list[tuple[int, int]] = []
    for block in article.blocks:
        assert at <= block.start < block.end <= len(article.text), f"block {block} overlaps or lies outside of the text"
        assert not article.text[at : block.start].strip(), f"text without a role: {article.text[at : block.start].strip()[:80]!r}"
        assert block.role != "boilerplate" or block.rule, f"boilerplate without a rule: {article.text[block.start : block.end][:80]!r}"
        if block.role in READ_ROLES:
            readable.append((block.start, block.end))
        at = block.end
    assert not article.text[at:].strip(), f"text without a role: {article.text[at:].strip()[:80]!r}"
    for claim in extraction.to_record()["claims"]:
        quote = claim["quote"]
        assert article.text[quote["start"] : quote["end"]] == quote["exact"]
    for claim in extraction.claims:
        hidden = [b for b in article.blocks if b.role not in READ_ROLES and b.start < claim.end and claim.start < b.end]
        assert not hidden, f"{claim.kind} claim in {hidden[0].role}: {article.text[claim.start : claim.end]!r}"


def hostile_documents(outlet: Outlet) -> Iterator[tuple[str, Document]]:
    """The hostile texts as documents of this outlet, with a name each."""
    for name, text in HOSTILE:
        yield name, Document(text=text, outlet=outlet.slug, id=name)


def check_outlet(outlet: Outlet, sample: str) -> None:
    """Assert the invariants for one outlet on a sample text, on hostile texts, and that cost grows with length alone."""
    using = plugins.load(entry_points=False)
    using.register(extractor, "grammar")
    using.register(outlet, outlet.slug)
    assert not using.problems, using.problems
    for name, document in [("sample", Document(text=sample, outlet=outlet.slug)), *hostile_documents(outlet)]:
        extraction = read(document, using=using)
        assert extraction.parser == outlet.slug, f"{name}: read by {extraction.parser}"
        serious = [p for p in extraction.problems if not p.message.startswith("no text to read")]
        assert not serious, f"{name}: {serious}"
        check_extraction(extraction)
    once, four = (calls_of(lambda t=t: read(Document(text=t, outlet=outlet.slug), using=using)) for t in (sample * 2, sample * 8))  # type: ignore[misc]
    assert four <= 5 * once + 2000, f"four times the text took {four / max(once, 1):.1f} times the calls"


def calls_of(work: Callable[[], object]) -> int:
    """How many Python and C functions ``work`` calls: a cost that no other process disturbs."""
    count = 0

    def profiler(frame: object, event: str, argument: object) -> None:
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    before = sys.getprofile()
    sys.setprofile(profiler)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
