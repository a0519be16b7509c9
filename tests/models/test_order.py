"""Order does not matter: any order, any batches, deleting, rebuilding; compared by content."""

from __future__ import annotations

import datetime
import itertools
import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimwire import Extraction
from models import base, store
from tests.models.told import article

DAYS = (datetime.date(2025, 2, 24), datetime.date(2025, 2, 25), datetime.date(2025, 3, 20))
QUICK = settings(
    max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=[HealthCheck.too_slow]
)
OUTLETS = ("paper", "herald", "times", "post", "globe")


def export_of(batches: Sequence[Sequence[Extraction]], then: Any = None) -> dict[str, Any]:
    """What a fresh store in memory derives from these batches."""
    base.connect("sqlite://:memory:")
    try:
        for batch in batches:
            store.save_many(batch)
        if then is not None:
            then()
        return store.export()
    finally:
        base.close()


@st.composite
def reports(draw: st.DrawFn) -> Extraction:
    """An article on one of a few votes that are easily taken for one another, with a slip now and then."""
    number = draw(st.integers(0, 2))
    counts = {"yes": 93, "no": (18, 8, 18)[number], "abstain": (65, 73, 65)[number]}
    told = draw(st.sets(st.sampled_from(sorted(counts)), min_size=0))
    counts = {option: value + draw(st.sampled_from((0, 0, 0, 1))) for option, value in sorted(counts.items()) if option in told}
    return article(
        draw(st.sampled_from(OUTLETS)),
        url=f"https://site.example/{draw(st.integers(0, 10**9))}",
        counts=counts,
        sponsor=draw(st.sampled_from((("ukraine", "united-states", "ukraine")[number], None))),
        positions=draw(st.dictionaries(st.sampled_from(("russia", "china", "hungary")), st.sampled_from(("no", "abstain")))),
        organization=draw(st.sampled_from(("un-general-assembly", "un-general-assembly", None))),
        date=draw(st.sampled_from((None, *DAYS))),
        words=draw(st.sampled_from(("", "a wire story " * 12))),
    )


# Two texts at one URL are revisions, of which the later one counts: their order matters, and is tested below.
some = st.lists(reports(), min_size=2, max_size=8, unique_by=lambda e: e.article.url)


@QUICK
@given(some, st.randoms(use_true_random=False))
def test_any_order_and_any_batches_give_the_same(told: list[Extraction], chance: random.Random) -> None:
    expected = export_of([told])
    shuffled = chance.sample(told, len(told))
    cuts = sorted(chance.sample(range(1, len(told)), chance.randrange(len(told))))
    batches = [shuffled[a:b] for a, b in itertools.pairwise([0, *cuts, len(told)])]
    assert export_of(batches) == expected
    assert export_of([[one] for one in shuffled] * 2) == expected


@QUICK
@given(some, st.data())
def test_deleting_equals_never_having_had(told: list[Extraction], data: st.DataObject) -> None:
    out = data.draw(st.sets(st.integers(0, len(told) - 1), min_size=1))

    def delete() -> None:
        for number in sorted(out):
            store.delete(store.save(told[number]).article)

    assert export_of([[one] for one in told], delete) == export_of([[one for n, one in enumerate(told) if n not in out]])


@QUICK
@given(some)
def test_a_rebuild_changes_nothing(told: list[Extraction]) -> None:
    changes: list[str] = ["not run"]

    def rebuild() -> None:
        before = store.export()
        changes[:] = store.rebuild()
        assert store.export() == before

    export_of([[one] for one in told], rebuild)
    assert changes == []


TEXTS = tuple(article("paper", url="https://paper.example/1", counts={"yes": 93, "no": 18, "abstain": n}) for n in (61, 62, 63, 64))
FOUR = [(text, f"2025-02-{24 + n}T08:00:00Z") for n, text in enumerate(TEXTS)]
ANOTHER = article("herald", url="https://herald.example/1")


def stored_in_order(revisions: Sequence[tuple[Extraction, str]]) -> dict[str, Any]:
    """What comes of revisions of one article that arrive in this order, beside another article."""
    base.connect("sqlite://:memory:")
    try:
        for text, retrieved in revisions:
            store.save(text, retrieved=retrieved)
        store.save(ANOTHER)
        return store.export()
    finally:
        base.close()


@QUICK
@given(st.permutations(FOUR))
def test_revisions_may_come_in_any_order(revisions: list[tuple[Extraction, str]]) -> None:
    exported = stored_in_order(revisions)
    assert exported == stored_in_order(FOUR)
    (vote,) = exported["votes"]
    (conflict,) = vote["conflicts"]
    days = {value["value"]: value["reports"][0]["corrected_at"] for value in conflict["history"]}
    assert days == {61: "2025-02-25", 62: "2025-02-26", 63: "2025-02-27"}


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))), ids=str)
def test_a_correction_closes_the_conflict_whenever_the_others_come(order: tuple[int, ...]) -> None:
    wrong = article("paper", url="https://paper.example/1", counts={"yes": 93, "no": 18, "abstain": 64})
    right = article("paper", url="https://paper.example/1")
    other = article("herald", url="https://herald.example/1")
    steps = [(wrong, "2025-02-24T20:00:00Z"), (right, "2025-02-25T08:00:00Z"), (other, "2025-02-24T21:00:00Z")]
    base.connect("sqlite://:memory:")
    for number in order:
        store.save(steps[number][0], retrieved=steps[number][1])
    exported = store.export()
    base.close()
    (vote,) = exported["votes"]
    (conflict,) = vote["conflicts"]
    assert (conflict["state"], conflict["corrected_at"]) == ("closed", "2025-02-25")


@pytest.mark.postgres
def test_order_batches_deletion_and_rebuild_on_postgresql(postgresql_url: str) -> None:
    """A few of the examples that SQLite gets many of: the statements differ, the derivation does not."""
    base.connect(postgresql_url)

    @settings(QUICK, max_examples=6)
    @given(some, st.data())
    def holds(told: list[Extraction], data: st.DataObject) -> None:
        expected = export_of([told])
        shuffled = data.draw(st.permutations(told))
        out = data.draw(st.integers(0, len(told) - 1))
        without = export_of([[one for one in told if one is not told[out]]])
        base.connect(postgresql_url)
        empty()
        for one in shuffled:
            store.save(one)
        assert store.export() == expected
        assert store.rebuild() == []
        store.delete(store.save(told[out]).article)
        assert store.export() == without

    holds()
    base.close()


def empty() -> None:
    """Take everything out of the open PostgreSQL store."""
    tables = base.raw("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('schema_steps', 'store_version')")
    base.raw(f"TRUNCATE {', '.join(name for (name,) in tables)} CASCADE")
