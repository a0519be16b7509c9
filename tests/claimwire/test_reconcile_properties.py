"""Order, batches and deletions do not matter; an article's reports stay apart."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire.claims import Vote
from claimwire.linking.blocks import component, components, keys
from claimwire.linking.evidence import evidence_of
from claimwire.linking.likeness import compare
from claimwire.reconcile import Linking, reconcile
from claimwire.reports import Report, Told, in_one_article, report_from
from tests.claimwire.linking_cases import told

DAYS = [datetime.date(2025, 2, 23) + datetime.timedelta(days=n) for n in range(5)]
ACTORS = ["united-states", "russia", "china", "ukraine", "israel", "hungary"]


@st.composite
def values(draw: st.DrawFn) -> tuple[Told, ...]:
    """Facts from a small world, in which reports of one vote and of others are common."""
    made: list[Told] = []
    for option, numbers in (("yes", [93, 94, 120]), ("no", [18, 8, 2]), ("abstain", [65, 64, 73])):
        if draw(st.booleans()):
            made.append(told("count", draw(st.sampled_from(numbers)), option, derived=draw(st.integers(0, 9)) == 0))
    voters = draw(st.lists(st.sampled_from(ACTORS), max_size=3, unique=True))
    made += [told("position", draw(st.sampled_from(["yes", "no", "abstain"])), actor) for actor in voters]
    if draw(st.booleans()):
        sponsor = draw(st.sampled_from(["united-states", "ukraine"]))
        made.append(told("sponsorship", sponsor, sponsor))
    if draw(st.integers(0, 3)) == 0:
        made.append(told("title", draw(st.sampled_from(["The path to peace", "Advancing a lasting peace in Ukraine"]))))
    if draw(st.booleans()):
        made.append(told("result", draw(st.sampled_from(["pass", "fail"]))))
    if draw(st.booleans()):
        made.append(told("date", draw(st.sampled_from(DAYS)).isoformat(), basis=draw(st.sampled_from(["stated", "sitting"]))))
    return tuple(made)


@st.composite
def articles(draw: st.DrawFn, most: int = 9) -> list[Report]:
    """Reports of a few articles, one to three each."""
    made = []
    for number in range(draw(st.integers(1, most))):
        published = draw(st.sampled_from([None, *DAYS]))
        own = []
        for ref in range(draw(st.integers(1, 3))):
            body = draw(st.sampled_from(["un-general-assembly", "un-general-assembly", "un-security-council", None]))
            own.append(
                Report(
                    id=f"{number}/{ref}",
                    article=str(number),
                    key=f"{draw(st.integers(0, 50)):02d} {number} {ref}",
                    outlet=f"outlet-{number}",
                    vote=Vote(f"v{ref}", body),
                    told=draw(values()),
                    published=published,
                )
            )
        made += in_one_article(own)
    return made


def content(linking: Linking) -> tuple[frozenset, frozenset]:
    groups = frozenset((g.reports, g.record, frozenset((m.report, m.reasons) for m in g.members)) for g in linking.groups)
    return groups, frozenset((u.report, u.why, frozenset(c.reports for c in u.candidates)) for u in linking.undecided)


class Store:
    """What a store does with reports: an index of keys, groups, and new groups for what a change reaches."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.groups: dict[str, tuple] = {}

    def lookup(self, names: frozenset[str]) -> list[Report]:
        return [r for r in self.reports.values() if keys(r).stored & names]

    def save(self, new: list[Report]) -> None:
        self.reports |= {r.id: r for r in new}
        self._derive(component(new, self.lookup).reports)

    def delete(self, gone: list[Report]) -> None:
        reached = component(gone, self.lookup).reports
        for report in gone:
            del self.reports[report.id], self.groups[report.id]
        self._derive([r for r in reached if r.id in self.reports])

    def _derive(self, reached) -> None:
        linking = reconcile(reached)
        for group in linking.groups:
            for member in group.members:
                self.groups[member.report] = ("group", group.reports, member.reasons)
        for question in linking.undecided:
            self.groups[question.report] = ("undecided", frozenset(c.reports for c in question.candidates), question.why)


def settled(linking: Linking) -> dict[str, tuple]:
    made: dict[str, tuple] = {m.report: ("group", g.reports, m.reasons) for g in linking.groups for m in g.members}
    return made | {u.report: ("undecided", frozenset(c.reports for c in u.candidates), u.why) for u in linking.undecided}


@given(articles(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_any_order_gives_the_same_groups(reports: list[Report], random) -> None:
    shuffled = list(reports)
    random.shuffle(shuffled)
    assert content(reconcile(reports)) == content(reconcile(shuffled))


@given(articles(), st.data())
@settings(max_examples=40, deadline=None)
def test_any_batches_give_what_all_at_once_gives(reports: list[Report], data: st.DataObject) -> None:
    by_article: dict[str, list[Report]] = {}
    for report in reports:
        by_article.setdefault(report.article, []).append(report)
    waiting = data.draw(st.permutations(sorted(by_article)))
    store = Store()
    while waiting:
        size = data.draw(st.integers(1, len(waiting)))
        batch, waiting = waiting[:size], waiting[size:]
        store.save([r for article in batch for r in by_article[article]])
    assert store.groups == settled(reconcile(reports))


@given(articles(), st.data())
@settings(max_examples=40, deadline=None)
def test_a_deleted_article_leaves_no_trace(reports: list[Report], data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(sorted({r.article for r in reports})))
    store = Store()
    store.save(reports)
    store.delete([r for r in reports if r.article == gone])
    assert store.groups == settled(reconcile([r for r in reports if r.article != gone]))


@given(articles())
@settings(max_examples=60, deadline=None)
def test_no_group_holds_two_reports_of_one_article_or_two_bodies(reports: list[Report]) -> None:
    by_id = {r.id: r for r in reports}
    for group in reconcile(reports).groups:
        held = [by_id[i] for i in group.reports]
        assert len({r.article for r in held}) == len(held)
        stated = {body for r in held for body in evidence_of(r).bodies}
        assert len(stated) <= 1


@given(articles())
@settings(max_examples=40, deadline=None)
def test_every_report_is_in_one_group_or_undecided(reports: list[Report]) -> None:
    linking = reconcile(reports)
    placed = [m.report for g in linking.groups for m in g.members] + [u.report for u in linking.undecided]
    assert sorted(placed) == sorted(r.id for r in reports)


@given(articles(most=4))
@settings(max_examples=40, deadline=None)
def test_finding_one_another_is_mutual_and_likeness_symmetric(reports: list[Report]) -> None:
    for a in reports:
        for b in reports:
            assert bool(keys(a).probes & keys(b).stored) == bool(keys(b).probes & keys(a).stored)
            there, back = compare(evidence_of(a), evidence_of(b)), compare(evidence_of(b), evidence_of(a))
            assert (there.score, there.pieces, there.firm, bool(there.clash)) == (back.score, back.pieces, back.firm, bool(back.clash))


@given(articles())
@settings(max_examples=40, deadline=None)
def test_components_part_all_reports(reports: list[Report]) -> None:
    parts = [r.id for part in components(reports) for r in part.reports]
    assert sorted(parts) == sorted(r.id for r in reports)


@given(articles(most=3))
@settings(max_examples=60, deadline=None)
def test_a_report_survives_json(reports: list[Report]) -> None:
    assert [report_from(r.to_record()) for r in reports] == reports
