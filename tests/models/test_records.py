"""The official record: importing, correcting, and what it does to votes told by articles."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from claimwire.errors import InputError
from claimwire.records import BadRow
from models import base, queries, records, store
from tests.models.told import article

HEADER = [
    "undl_id",
    "ms_code",
    "ms_name",
    "ms_vote",
    "date",
    "session",
    "resolution",
    "draft",
    "committee_report",
    "meeting",
    "title",
    "agenda_title",
    "subjects",
    "vote_note",
    "total_yes",
    "total_no",
    "total_abstentions",
    "total_non_voting",
    "total_ms",
    "undl_link",
]
ROLL = {"USA": "N", "RUS": "N", "FRA": "Y", "CHN": "A"}


def rows(
    number: str = "1", *, abstained: int = 65, roll: Mapping[str, str] = ROLL, symbol: str = "A/RES/ES-11/7", **other: str
) -> list[dict[str, str]]:
    shared = {
        "undl_id": number,
        "date": "2025-02-24",
        "resolution": symbol,
        "title": "Peace in Ukraine : resolution / adopted by the General Assembly",
    }
    shared |= {"total_yes": "93", "total_no": "18", "total_abstentions": str(abstained), "total_ms": "193", "session": "ES-11", **other}
    return [{**shared, "ms_code": code, "ms_name": code, "ms_vote": option} for code, option in roll.items()]


def table(*parts: list[dict[str, str]]) -> list[str]:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADER)
    writer.writeheader()
    for part in parts:
        writer.writerows(part)
    return text.getvalue().splitlines(keepends=True)


def dump() -> list[object]:
    return [base.raw(f"SELECT * FROM {t} ORDER BY 1, 2") for t in ("records", "record_keys", "record_positions", "votes", "conflicts")]


def test_importing_twice_gives_the_same_database(store_: str) -> None:
    first = records.import_records(table(rows()))
    before = dump()
    again = records.import_records(table(rows()))
    assert (first.rows, first.created, again.unchanged, again.created) == (4, 1, 1, 0)
    assert dump() == before


def test_a_value_that_differs_from_the_record_is_a_conflict_though_outlets_agree(store_: str) -> None:
    for outlet in ("paper", "herald"):
        store.save(article(outlet, url=f"https://{outlet}.example", counts={"yes": 93, "no": 18, "abstain": 64}))
    assert queries.conflicts().rows == []
    records.import_records(table(rows()))
    (row,) = queries.conflicts().rows
    conflict = json.loads(row)
    assert conflict["subject"] == {"option": "abstain"}
    said = {v["value"]: (v["record"], sorted(r["outlet"] for r in v["reports"])) for v in conflict["values"]}
    assert said == {64: (False, ["herald", "paper"]), 65: (True, [])}
    numbers = [json.loads(r) for r in queries.outlets().rows]
    assert [(n["outlet"], n["against_record"]) for n in numbers] == [("herald", 1), ("paper", 1)]


def test_record_or_articles_first_is_the_same(store_: str) -> None:
    told = article("paper", url="https://paper.example", counts={"yes": 93, "no": 18, "abstain": 64}, positions={"china": "abstain"})
    records.import_records(table(rows()))
    saved = store.save(told)
    one = store.export()
    store.delete(saved.article)
    records.import_records(table(rows(abstained=64)))
    store.save(told)
    assert queries.conflicts(state="open").rows == []
    records.import_records(table(rows()))
    assert store.export() == one
    assert store.rebuild() == []


def test_a_corrected_record_is_a_revision(store_: str) -> None:
    records.import_records(table(rows(abstained=64)))
    done = records.import_records(table(rows()))
    assert (done.revised, done.created) == (1, 0)
    (row,) = queries.records(symbol="A/RES/ES-11/7").rows
    record = json.loads(row)
    assert (record["revision"], record["counts"]["abstain"]) == (2, 65)
    assert base.raw("SELECT count(*) FROM records") == [(2,)]


def test_a_roll_call_in_two_places_of_a_file_is_one_record(store_: str) -> None:
    parts = [rows(roll={"USA": "N"}), rows("2", symbol="A/RES/ES-11/8"), rows(roll={"FRA": "Y"})]
    done = records.import_records(table(*parts))
    assert done.bad == 0
    positions = {json.loads(row)["id"]: json.loads(row)["positions"] for row in queries.records().rows}
    assert positions["undl:1"] == {"united-states": "no", "france": "yes"}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"ms_vote": "?"}, "ms_vote is '?'"),
        ({"date": "24/02/2025"}, "date is no date"),
        ({"total_yes": "many"}, "total_yes is no number"),
        ({"ms_code": "", "ms_name": ""}, "says who voted"),
        ({"title": "a\udcff"}, "no UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_row_is_named_by_line_and_reason_and_skipped(store_: str, change: dict[str, str], reason: str) -> None:
    bad: list[BadRow] = []
    good, spoiled = rows("2", symbol="A/RES/1"), [{**rows()[0], **change}]
    done = records.import_records(table(spoiled, good), on_bad=bad.append)
    assert [(b.line, reason in b.reason) for b in bad] == [(2, True)]
    assert done.bad == 1
    assert "undl:2" in {json.loads(row)["id"] for row in queries.records().rows}


def test_a_row_with_too_few_columns_is_bad(store_: str) -> None:
    bad: list[BadRow] = []
    records.import_records([*table(rows()), "1,2,3\n"], on_bad=bad.append)
    assert [b.line for b in bad] == [6]


def test_a_file_that_no_source_knows_is_refused(store_: str) -> None:
    with pytest.raises(InputError, match="no record source"):
        records.import_records(["a,b\n", "1,2\n"])


def test_a_gzipped_file_with_progress(store_: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(table(rows()))
    ticks: list[int] = []
    assert records.import_records(path, progress=ticks.append).rows == 4
    assert ticks[-1] == 4


def test_positions_as_recorded_and_with_whom_a_state_sides(store_: str) -> None:
    records.import_records(table(rows(), rows("2", symbol="A/RES/ES-11/8", roll={"USA": "A", "RUS": "N", "FRA": "A"})))
    page = queries.recorded_positions("united-states")
    assert page is not None
    assert [(json.loads(r)["record"], json.loads(r)["option"]) for r in page.rows] == [("undl:2", "abstain"), ("undl:1", "no")]
    assert queries.recorded_positions("atlantis") is None
    (row,) = queries.alignment("united-states", "russia") or []
    assert json.loads(row)["recorded"] == {"votes": 2, "agree": 1, "share": 0.5}


@pytest.mark.shared
def test_both_layouts_of_the_real_files(store_: str, shared_dir: Path) -> None:
    assembly = records.import_records(shared_dir / "records/ga_2025-02-24.csv")
    council = records.import_records(shared_dir / "records/sc_2025-02-24.csv")
    assert (assembly.created, assembly.bad, council.created, council.bad) == (2, 0, 1, 0)
    found = {json.loads(row)["symbols"][0]: json.loads(row) for row in queries.records().rows}
    assert found["A/RES/ES-11/7"]["counts"] == {"yes": 93, "no": 18, "abstain": 65, "not voting": 17}
    council_record = found["S/RES/2774(2025)"]
    assert (council_record["organization"], len(council_record["positions"])) == ("un-security-council", 15)
