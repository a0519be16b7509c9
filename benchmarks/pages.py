"""Bodies and metadata of the pages in ../shared/corpus/pages, ours beside trafilatura's, in one run.

    python benchmarks/pages.py [--rounds 3]

The measure of bodies is score_pages.py's (means over pages of precision and recall on
4-grams of words). Metadata is compared with tests/claimwire/page_labels.json.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from claimwire import body_of_text, body_text
from claimwire.html import render_html

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
LABELS = ROOT / "tests" / "claimwire" / "page_labels.json"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_pages", CORPUS / "score_pages.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{CORPUS} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bodies(
    name: str, extract: Callable[[str, str], str], pages: dict[str, str], gold: dict[str, dict], score: ModuleType, rounds: int
) -> None:
    rows, spent = {}, []
    for key, page in pages.items():
        times = []
        for _ in range(rounds):
            start = time.process_time()
            found = extract(page, gold[key].get("url", "")) or ""
            times.append(time.process_time() - start)
        spent.append(statistics.median(times))
        required, optional = map(score.grams, score.expected(gold[key]))
        got = score.grams(found)
        got -= (got & optional) - (got & required)
        common = sum((got & required).values())
        rows[key] = (common / sum(got.values()) if got else None, common / max(1, sum(required.values())))
    for part in ("", "aeb", "feval", "feval_TheIndependent"):
        chosen = [row for key, row in rows.items() if key.startswith(part)]
        precision = statistics.mean(p for p, _ in chosen if p is not None)
        recall = statistics.mean(r for _, r in chosen)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name:<24} {part or 'all':<22} pages {len(chosen):>3}  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
    print(f"{name:<24} cpu_ms a page {1000 * statistics.mean(spent):.1f}")


def plain(text: str | None) -> str:
    return re.sub(r"\W", "", (text or "").lower()).removeprefix("the")


def metadata(pages: dict[str, str], gold: dict[str, dict]) -> None:
    labels = json.loads(LABELS.read_text("utf-8"))
    right = {"title": [], "published": [], "authors": [], "nobody": []}
    for key, page in pages.items():
        found, wanted = render_html(page, gold[key].get("url")).metadata, labels[key]
        right["title"].append(plain(found.title) == plain(wanted["title"]))
        if wanted["published"]:
            right["published"].append(found.published is not None and found.published.isoformat() == wanted["published"])
        same = {plain(name) for name in found.byline} == {plain(name) for name in wanted["authors"]}
        right["authors" if wanted["authors"] else "nobody"].append(same)
    for name, answers in right.items():
        print(f"metadata                 {name:<22} pages {len(answers):>3}  right {sum(answers) / len(answers):.3f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    rounds = parser.parse_args().rounds
    score = scorer()
    gold = json.loads((CORPUS / "pages" / "gold.json").read_text("utf-8"))
    pages = {key: gzip.decompress((CORPUS / "pages" / f"{key}.html.gz").read_bytes()).decode("utf-8", "replace") for key in gold}
    body_text("<p>warm up</p>")
    bodies("claimwire", body_text, pages, gold, score, rounds)
    try:
        import trafilatura
    except ImportError:
        print("trafilatura is not installed")
    else:
        trafilatura.extract("<p>warm up</p>")
        bodies("trafilatura", lambda page, url: trafilatura.extract(page, url=url) or "", pages, gold, score, rounds)
    dumps = {key: score.dump(page) for key, page in pages.items()}
    bodies("claimwire, as text", body_of_text, dumps, gold, score, rounds)
    bodies("everything, as text", lambda page, url: page, dumps, gold, score, 1)
    metadata(pages, gold)
    return 0


if __name__ == "__main__":
    sys.exit(main())
