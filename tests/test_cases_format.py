"""The cases under tests/cases are sound: they parse, their facts stand in their texts, and no event is on both sides."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

CASES = Path(__file__).parent / "cases"
SIDES = ("building", "closing")
PATHS = sorted(path for side in SIDES for path in (CASES / side).glob("*.json"))
OPTIONS = {"yes", "no", "abstain", "absent", "not voting", "present", "invalid", "blank"}
RESULTS = {"pass", "fail", None}
STATES_BESIDE_MEMBERS = {"VAT", "PSE", "TWN", "XKX"}  # observers and others a report can name
UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NOBODY = re.compile(r"\b(no|none|zero|nobody|not one|not a single|without|unopposed|unanimous\w*)\b", re.IGNORECASE)
ONE = re.compile(r"\b(an?|one|only|sole|lone|single)\b", re.IGNORECASE)
PAIR = re.compile(r"\b(both|two|pair)\b", re.IGNORECASE)


def load(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text("utf-8")))


def in_words(number: int) -> str:
    """An English number up to 999 as words, hyphens as blanks."""
    if number < 20:
        return UNITS[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f" {UNITS[number % 10]}" if number % 10 else "")
    rest = f" (and )?{in_words(number % 100)}" if number % 100 else ""
    return f"({UNITS[number // 100]}|a) hundred{rest}"


def tells(text: str, number: int) -> bool:
    """Whether the text prints the number, as digits or in words."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    if re.search(rf"(?<!\d){number}(?!\d)", plain):
        return True
    if number == 0:
        return bool(NOBODY.search(plain))
    if (number == 1 and ONE.search(plain)) or (number == 2 and PAIR.search(plain)):
        return True
    return number < 1000 and bool(re.search(rf"\b{in_words(number)}\b", plain.lower().replace("-", " ")))


def value(count: int | dict[str, Any]) -> int:
    return int(count["value"]) if isinstance(count, dict) else count


@pytest.fixture(scope="module")
def states(shared_dir: Path) -> set[str]:
    lines = (shared_dir / "records" / "actors_un193.csv").read_text("utf-8").splitlines()[1:]
    return {line.split(",")[0] for line in lines} | STATES_BESIDE_MEMBERS


def label(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def test_both_sides_have_cases() -> None:
    count = Counter(path.parent.name for path in PATHS)
    assert all(count[side] for side in SIDES)


def test_ids_are_unique_and_name_their_file() -> None:
    ids = [load(path)["id"] for path in PATHS]
    assert ids == [label(path) for path in PATHS]
    assert len(set(ids)) == len(ids)


def test_texts_are_unique() -> None:
    texts = Counter(load(path)["text"] for path in PATHS)
    assert [text[:80] for text, times in texts.items() if times > 1] == []


def test_no_event_and_no_vote_is_on_both_sides() -> None:
    events: dict[str, set[str]] = {side: set() for side in SIDES}
    refs: dict[str, set[str]] = {side: set() for side in SIDES}
    for path in PATHS:
        case = load(path)
        events[path.parent.name].add(case["event"])
        refs[path.parent.name] |= {vote["ref"] for vote in case["gold"]["votes"]}
    assert events["building"] & events["closing"] == set()
    assert refs["building"] & refs["closing"] == set()


def test_no_report_is_on_both_sides() -> None:
    """One article retold twice: its address is the same whatever its event was called."""
    reports: dict[str, set[str]] = {side: set() for side in SIDES}
    for path in PATHS:
        address = load(path)["url"]
        if address:
            reports[path.parent.name].add(re.sub(r"^https?://(www\.)?", "", address).rstrip("/"))
    assert reports["building"] & reports["closing"] == set()


def test_no_vote_is_on_both_sides_under_another_name() -> None:
    """One vote annotated twice: body, day and both counts agree whatever its ref was called."""
    votes: dict[str, set[tuple[str, str, int, int]]] = {side: set() for side in SIDES}
    for path in PATHS:
        for vote in load(path)["gold"]["votes"]:
            tally = vote["tally"]
            if vote["body"] and vote["date"] and "yes" in tally and "no" in tally:
                votes[path.parent.name].add((vote["body"], vote["date"], value(tally["yes"]), value(tally["no"])))
    assert votes["building"] & votes["closing"] == set()


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_counts_stand_in_the_text(path: Path) -> None:
    case = load(path)
    untold = [
        (vote["ref"], option, count)
        for vote in case["gold"]["votes"]
        for option, count in vote["tally"].items()
        if not tells(case["text"], value(count))
    ]
    assert untold == []


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_quoted_words_stand_in_the_text(path: Path) -> None:
    case = load(path)
    assert [said["quote"] for said in case["gold"]["statements"] if said["quote"] not in case["text"]] == []


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_votes_are_well_formed(path: Path, states: set[str]) -> None:
    votes = load(path)["gold"]["votes"]
    assert len({vote["ref"] for vote in votes}) == len(votes)
    for vote in votes:
        assert vote["result"] in RESULTS
        assert vote["body"] is None or re.fullmatch(r"[a-z]+(-[a-z]+)*", vote["body"])
        assert vote["date"] is None or re.fullmatch(r"\d{4}-\d\d-\d\d", vote["date"])
        assert set(vote["tally"]) | set(vote["positions"].values()) <= OPTIONS
        assert set(vote["positions"]) | set(vote.get("positions_optional", {})) | set(vote["vetoed_by"]) <= states
        assert {sponsor for sponsor in vote["sponsors"] if sponsor.isupper()} <= states


@pytest.mark.parametrize("path", PATHS, ids=label)
def test_figures_stand_in_the_text(path: Path) -> None:
    case = load(path)
    plain = case["text"].replace(",", "")
    untold = [
        figure
        for figure in case["gold"].get("figures", [])
        if figure.get("surface", "").replace(",", "") not in plain
        or ("surface" not in figure and not tells(case["text"], int(figure["value"])))
    ]
    assert untold == []
