"""How often each rule for votes is right on the development cases: claims whose fact stands in the matched vote of the gold.

    python benchmarks/rules.py [--misses]

Reads ../shared/corpus/dev and tests/cases/building (never closing) and matches votes as score.py does. A rule under 0.97
with eight claims or more is printed with a mark: its row in claimwire/data/rules should say `tentative = true`.
Exit status 2 where the corpus is absent.
"""

from __future__ import annotations

import collections
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

from claimwire import Document, read
from claimwire.grammar.patterns import tentative_rules

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME.parent / "shared" / "corpus"
FOLDERS = (CORPUS / "dev" / "un", CORPUS / "dev" / "parliaments", HOME / "tests" / "cases" / "building")
ENOUGH, BAR = 8, 0.97


def main() -> int:
    if not CORPUS.is_dir():
        print("rules: ../shared/corpus is not beside this checkout", file=sys.stderr)
        return 2
    score = _score()
    right: collections.Counter[str] = collections.Counter()
    wrong: collections.Counter[str] = collections.Counter()
    for folder in FOLDERS:
        for path in sorted(folder.glob("*.json")):
            case = json.loads(path.read_text("utf-8"))
            if case.get("language", "en") == "en":
                for rule, ok, words in judged(case, score):
                    (right if ok else wrong)[rule] += 1
                    if not ok and "--misses" in sys.argv:
                        print(f"{rule:32}{path.parent.name}/{path.stem}: {words}")
    marked = tentative_rules()
    for rule in sorted(right | wrong, key=lambda r: (right[r] / (right[r] + wrong[r]), r)):
        told = right[rule] + wrong[rule]
        precision = right[rule] / told
        note = "tentative" if rule in marked else "UNDER THE BAR" if precision < BAR and told >= ENOUGH else ""
        print(f"{rule:32}{precision:7.3f}{told:7d}  {note}")
    return 0


def judged(case: dict, score: ModuleType) -> list[tuple[str, bool, str]]:
    """(rule, whether the gold has the fact, the words) of each count and each state's position of one case."""
    record = read(Document(text=case["text"], url=case.get("url"), outlet=case.get("outlet"), published=case.get("published"))).to_record()
    golds = [score.gold_vote(v) for v in case["gold"].get("votes") or []]
    gold_of = {p["ref"]: g for g, p in score.match(golds, list(score.predicted_votes(record).values())) if p is not None}
    codes = {a["id"]: a["identifiers"].get("iso3166-1-alpha3") for a in record["actors"]}
    found = []
    for claim in record["claims"]:
        gold = gold_of.get(claim.get("vote"))
        words = " ".join(claim["quote"]["exact"].split())[:90]
        if claim["kind"] == "count" and not claim["derived"]:
            facts = gold["counts"] | gold["free_counts"] if gold else set()
            found.append((claim["rule"], (claim["option"], claim["value"]) in facts or bool(gold and gold["wholly"]), words))
        elif claim["kind"] == "position" and codes.get(claim["actor"]):
            facts = gold["positions"] | gold["free_positions"] if gold else set()
            found.append((claim["rule"], (codes[claim["actor"]], claim["option"]) in facts or bool(gold and gold["wholly"]), words))
    return found


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
