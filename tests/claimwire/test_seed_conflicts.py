"""The five real articles: three votes, the conflicts that gold/conflicts.yaml lists, and no other, in every order."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest
import yaml

from claimwire import read
from claimwire.conflicts import conflicts_of
from claimwire.inputs import document_of
from claimwire.reconcile import reconcile
from claimwire.reports import Report, reports_of

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seeds(shared_dir: Path) -> list[tuple[Report, ...]]:
    lines = (shared_dir / "corpus" / "seeds.ndjson").read_text("utf-8").splitlines()
    documents = [document_of(json.loads(line)) for line in lines]
    return [reports_of(read(d), article=(d.id or "")[:3]) for d in documents]


def test_three_votes_come_out_of_the_five_articles(seeds: list[tuple[Report, ...]]) -> None:
    reports = {r.id: r for article in seeds for r in article}
    groups = reconcile(reports.values()).groups
    bodies = sorted(str(reports[g.members[0].report].vote.organization) for g in groups)
    assert bodies == ["un-general-assembly", "un-general-assembly", "un-security-council"]


def test_the_conflicts_are_those_of_the_gold(seeds: list[tuple[Report, ...]], shared_dir: Path) -> None:
    gold = yaml.safe_load((shared_dir / "corpus" / "gold" / "conflicts.yaml").read_text("utf-8"))["conflicts"]
    reports = {r.id: r for article in seeds for r in article}
    found = []
    for group in reconcile(reports.values()).groups:
        for conflict in conflicts_of([reports[i] for i in group.reports]):
            values = {str(v.value): sorted(t.article for t in v.tellings) for v in conflict.values}
            found.append((conflict.kind, conflict.subject.get("option"), values))
    wanted = [(c["kind"], c.get("option"), {str(v): sorted(who) for v, who in c["values"].items()}, c.get("optional", False)) for c in gold]
    assert [
        (kind, option, values) for kind, option, values, optional in wanted if not optional and (kind, option, values) not in found
    ] == []
    assert [c for c in found if c not in [w[:3] for w in wanted]] == []


def test_every_order_gives_the_same(seeds: list[tuple[Report, ...]]) -> None:
    expected = reconcile(r for article in seeds for r in article)
    for order in itertools.permutations(seeds):
        assert reconcile(r for article in order for r in article) == expected
