"""What reading costs, as a ratio to a plain token scan of the same text in the same run.

    python benchmarks/reading.py [--hostile]

All texts are scanned, then read, several rounds in turn; the medians of each text's CPU times are added up, so that a
machine's other work weighs on both alike. Three kinds of text of ../shared/corpus: passages about votes, whole articles about
votes, and the bodies of English pages of all kinds; without that folder, the repository's examples. `--hostile` adds shapes of one
thing repeated, at 60, 240 and 960 KB: four times the length should cost at most five times, a megabyte under four seconds.
"""

from __future__ import annotations

import functools
import gzip
import itertools
import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimwire import Document, read
from claimwire.grammar import listening, votes
from claimwire.reading import Extraction

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME.parent / "shared" / "corpus"
SHAPES = {
    "one phrase": "The US voted against the resolution. ",
    "one quotation mark": '"',
    "open marks": "“",
    "one digit": "1",
    "one bracket": "(",
    "names": "France and ",
    "tallies": "93-18 ",
    "motions": "a rival resolution passed ",
    "lines": "93 voted for\n",
    "single quotes": "'a ",
}
ROUNDS = 5


def main() -> int:
    for name, texts in _texts().items():
        print(name + ": " + _compared(texts))
    if "--hostile" in sys.argv:
        for name, shape in SHAPES.items():
            costs = [_cost(functools.partial(_read, shape, size)) for size in (60_000, 240_000, 960_000)]
            steps = " ".join(f"{b / max(a, 0.005):5.1f}x" for a, b in itertools.pairwise(costs))
            print(f"{name:20}" + " ".join(f"{c:7.2f} s" for c in costs) + "  " + steps)
    return 0


def _compared(texts: list[str]) -> str:
    """One line: the whole reading and its parts in token scans, and words a second."""
    articles = [read(Document(text=t)).article for t in texts]
    works: dict[str, Callable[[int], object]] = {
        "scan": lambda n: sum(1 for _ in re.finditer(r"\w+|[^\w\s]", texts[n])),
        "the whole reading": lambda n: read(Document(text=texts[n])),
        "votes": lambda n: votes.read_votes(articles[n]),
        "statements and figures": lambda n: listening.listen(articles[n]),
    }
    # The last article's votes and statements are kept, so two works on one text never follow each other.
    spent: dict[str, list[list[float]]] = {name: [[] for _ in texts] for name in works}
    for _, (name, work), number in itertools.product(range(ROUNDS), works.items(), range(len(texts))):
        spent[name][number].append(_cost(functools.partial(work, number)))
    total = {name: sum(map(statistics.median, times)) for name, times in spent.items()}
    words = sum(len(t.split()) for t in texts)
    parts = ", ".join(f"{name} {total[name] / total['scan']:.1f}" for name in works if name != "scan")
    return f"{len(texts)} texts, {words:,} words; in token scans: {parts}; {words / total['the whole reading']:,.0f} words/s"


def _read(shape: str, size: int) -> Extraction:
    return read(Document(text=(shape * (size // len(shape) + 1))[:size]))


def _texts() -> dict[str, list[str]]:
    if not CORPUS.is_dir():
        return {"examples": [p.read_text("utf-8") for p in sorted((HOME / "examples").glob("**/*.txt"))]}
    dev = [json.loads(line)["text"] for n in ("un", "parliaments") for line in (CORPUS / "dev" / f"{n}.ndjson").open(encoding="utf-8")]
    seeds = [json.loads(line).get("text", "") for line in (CORPUS / "seeds.ndjson").open(encoding="utf-8")]
    pages = [read(Document(html=gzip.decompress(p.read_bytes()))).article for p in sorted((CORPUS / "pages").glob("*.html.gz"))]
    return {
        "passages about votes": dev,
        "articles about votes": [text for text in seeds if text],
        "articles of all kinds": [a.body() for a in pages if a.language == "en"],
    }


def _cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
