"""Plugins cannot hurt each other: what one of them breaks costs its own article a problem and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from claimwire import Article, Block, Claim, Document, Layout, Outlet, Page, hookimpl, plugins, read
from claimwire.grammar import extractor

TEXT = "The council met on Friday.\nNothing was decided."


class Broken(Outlet):
    slug = "broken"
    name = "Broken News"
    answer: Any = None

    @hookimpl
    def strip_boilerplate(self, page: Page) -> Layout:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer  # type: ignore[no-any-return]


class Whole(Outlet):
    slug = "whole"
    name = "Whole News"
    marks = ("council met",)


def reading(outlet: Outlet, *others: object) -> Any:
    using = plugins.load(entry_points=False)
    for plugin in (extractor, outlet, *others):
        using.register(plugin, "test")
    return read(Document(text=TEXT, outlet=outlet.slug, id="1"), using=using)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(ValueError("no such element"), "ValueError: no such element", id="it raises"),
        pytest.param(None, None, id="it answers nothing"),
        pytest.param("text", "AttributeError", id="it answers with text"),
        pytest.param(Layout((Block("body", 0, 9), Block("title", 5, 12))), "overlaps", id="its spans overlap"),
        pytest.param(Layout((Block("body", 0, 99_999),)), "outside", id="its span lies outside of the text"),
    ],
)
def test_the_article_is_kept_and_read_without_the_plugin(answer: Any, said: str | None) -> None:
    outlet = Broken()
    outlet.answer = answer
    extraction = reading(outlet)
    assert extraction.article.body() == TEXT
    assert extraction.outlet == "broken"
    messages = [p.message for p in extraction.problems]
    assert any((said or "nothing") in m for m in messages), messages


def test_a_claim_outside_of_the_text_is_a_problem_and_no_claim() -> None:
    class Wild(Whole):
        slug = "wild"

        @hookimpl
        def extract_claims(self, article: Article) -> Iterable[Claim]:
            return [Claim(start=5, end=9_999)]

    extraction = reading(Wild())
    assert extraction.claims == ()
    assert [p.hook for p in extraction.problems] == ["extract_claims"]


def test_an_outlet_that_raises_while_recognising_leaves_the_others_their_say() -> None:
    class Loud(Outlet):
        slug = "loud"

        @hookimpl
        def recognise(self, document: Document) -> float:
            raise RuntimeError("boom")

    using = plugins.load(entry_points=False)
    using.register(extractor, "grammar")
    using.register(Loud(), "loud")
    using.register(Whole(), "whole")
    extraction = read(Document(text=TEXT), using=using)
    assert (extraction.outlet, extraction.recognised_by) == ("whole", "text")
    assert [(p.outlet, p.message) for p in extraction.problems] == [("loud", "RuntimeError: boom")]


def test_without_any_extractor_no_claims_is_said_to_be_a_failure() -> None:
    extraction = read(Document(text=TEXT), using=plugins.load(entry_points=False))
    assert "no extractor is loaded" in extraction.problems[0].message


def test_two_outlets_with_one_slug_are_a_problem_of_the_second() -> None:
    class Other(Outlet):
        slug = "whole"

    using = plugins.load(entry_points=False)
    using.register(Whole(), "first")
    using.register(Other(), "second")
    assert type(using.outlets["whole"]) is Whole
    assert "taken" in using.problems[0].message


def test_a_file_that_does_not_load_is_named_and_the_others_are_taken(tmp_path: Path) -> None:
    (tmp_path / "a_bad.py").write_text("this is no python")
    (tmp_path / "b_good.py").write_text("from claimwire import Outlet\nclass Good(Outlet):\n    slug = 'good'\n")
    using = plugins.load([tmp_path], entry_points=False)
    assert list(using.outlets) == ["good"]
    assert [(p.outlet, p.hook) for p in using.problems] == [("a_bad", "load")]


def test_a_folder_that_is_not_there_is_said() -> None:
    assert plugins.load([Path("/no/such/folder")], entry_points=False).problems[0].message == "no such folder"
