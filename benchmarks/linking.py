"""How well reports are joined to votes: pairwise precision and recall of links, and the conflicts that come out.

    python -m benchmarks.linking [annotated] [read] [crowded]

annotated: what the annotators say each article tells, so that linking is measured apart from reading
           (../shared/corpus/dev and tests/cases/building).
read:      what Claimwire reads from the same articles; a vote it finds is given the annotated vote it shares most with.
crowded:   made-up reports of real votes of the General Assembly in its busiest weeks (../shared/records), most of them
           without a title or symbol, with misread counts, days and positions: without and with the official records.

A pair is two reports in one group. Exit status 2 where ../shared is absent.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.synthetic_reports import records, reports
from claimwire import read
from claimwire.conflicts import conflicts_of
from claimwire.inputs import InputProblem, document_of
from claimwire.linking.evidence import OfficialResult
from claimwire.reconcile import reconcile
from claimwire.reports import Report, reports_of
from tests.claimwire.linking_cases import gold_reports, reports_of_case

HOME = Path(__file__).resolve().parents[1]
SHARED = HOME.parent / "shared"
FOLDERS = {
    "dev/un": SHARED / "corpus" / "dev" / "un",
    "dev/parliaments": SHARED / "corpus" / "dev" / "parliaments",
    "cases/building": HOME / "tests" / "cases" / "building",
}
KEYS = ("text", "html", "url", "outlet", "published")
ROW = "{:28} {:>6} {:>8} {:>6} {:>9.4f} {:>7.4f} {:>9} {:>9} {:>6.1f}"


def main() -> int:
    wanted = sys.argv[1:] or ["annotated", "read", "crowded"]
    if not SHARED.is_dir():
        print("linking: ../shared is not beside this checkout", file=sys.stderr)
        return 2
    print(f"{'':28} {'votes':>6} {'reports':>8} {'pairs':>6} {'precision':>9} {'recall':>7} {'undecided':>9} {'conflicts':>9} {'CPU s':>6}")
    for part, folder in FOLDERS.items():
        if "annotated" in wanted:
            show(f"{part}, annotated", gold_reports(folder))
        if "read" in wanted:
            show(f"{part}, as read", list(read_reports(folder)))
    if "crowded" in wanted:
        votes = list(records(SHARED / "records" / "ga_votes_1946_2019_undl_long.csv.gz", "2018-01-01", "2019-12-31"))
        told = reports(votes, 6)
        show("crowded, without records", told)
        show("crowded, with records", told, votes)
    return 0


def show(name: str, annotated: Sequence[tuple[Report, str | None]], official: Iterable[OfficialResult] = ()) -> None:
    """One row of the table. Reports without a ref are linked like any other, but pairs with them are not counted."""
    began = time.process_time()
    linking = reconcile([r for r, _ in annotated], official)
    spent = time.process_time() - began
    refs = {r.id: ref for r, ref in annotated}
    groups = [Counter(refs[i] for i in group.reports if refs[i]) for group in linking.groups]
    found = sum(_pairs(counts.total()) for counts in groups)
    right = sum(_pairs(n) for counts in groups for n in counts.values())
    there = sum(_pairs(n) for ref, n in Counter(refs.values()).items() if ref)
    by_id = {r.id: r for r, _ in annotated}
    conflicts = sum(len(conflicts_of([by_id[i] for i in group.reports])) for group in linking.groups)
    votes = len({ref for ref in refs.values() if ref})
    precision, recall = (right / found if found else 1.0), (right / there if there else 1.0)
    print(ROW.format(name, votes, len(annotated), there, precision, recall, len(linking.undecided), conflicts, spent))


def read_reports(folder: Path) -> Iterable[tuple[Report, str | None]]:
    """Reports as Claimwire reads them, each with the ref of the annotated vote it shares most facts with."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        if case.get("language", "en") != "en":
            continue
        document = document_of({"document": path.stem, **{k: case[k] for k in KEYS if case.get(k)}})
        if isinstance(document, InputProblem):
            continue
        found = reports_of(read(document), article=path.stem)
        refs = matched(found, reports_of_case(path.stem, case))
        yield from ((report, refs.get(report.id)) for report in found)


def matched(found: Sequence[Report], annotated: Sequence[tuple[Report, str]]) -> Mapping[str, str]:
    """Report id -> ref, the pairs that share most facts first, each used once.

    A report that shares twice as much with another vote of its article is a second
    reading of that vote, and has no ref of its own.
    """
    scores = sorted(((_shared(f, a), f.id, ref) for f in found for a, ref in annotated), key=lambda t: (-t[0], t[1], t[2]))
    best: dict[str, int] = {}
    refs: dict[str, str] = {}
    for score, report, ref in scores:
        best.setdefault(report, score)
        if score > 0 and 2 * score > best[report] and report not in refs and ref not in refs.values():
            refs[report] = ref
    return refs


def _shared(a: Report, b: Report) -> int:
    same = _facts(a) & _facts(b)
    return sum(3 if kind == "count" else 1 for kind, *_ in same)


def _facts(report: Report) -> set[tuple[Any, ...]]:
    facts: set[tuple[Any, ...]] = {(t.kind, t.subject, t.value) for t in report.told if t.kind != "title"}
    return facts | {("body", report.vote.organization)}


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


if __name__ == "__main__":
    raise SystemExit(main())
