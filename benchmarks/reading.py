"""What reading costs, as a ratio to a plain token scan of the same text in the same run.

    python benchmarks/reading.py [--hostile]

Ordinary text: the development reports of ../shared/corpus, or else the repository's examples. `--hostile` adds shapes of one
thing repeated, at 60, 240 and 960 KB: four times the length should cost at most five times, a megabyte under four seconds.
"""

from __future__ import annotations

import itertools
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from claimwire import Document, read
from claimwire.grammar.votes import read_votes
from claimwire.reading import Extraction

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME.parent / "shared" / "corpus" / "dev"
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
    texts = _texts()
    scan = min(_cost(lambda: [sum(1 for _ in re.finditer(r"\w+|[^\w\s]", t)) for t in texts]) for _ in range(ROUNDS))
    articles = [read(Document(text=t)).article for t in texts]
    whole = min(_cost(lambda: [read(Document(text=t)) for t in texts]) for _ in range(ROUNDS))
    votes = min(_cost(lambda: [read_votes(a) for a in articles]) for _ in range(ROUNDS))
    words = sum(len(t.split()) for t in texts)
    print(f"{len(texts)} documents, {words} words; token scan {scan:.4f} s")
    print(f"votes alone        {votes / scan:6.1f} scans  {words / votes:10,.0f} words/s")
    print(f"the whole reading  {whole / scan:6.1f} scans  {words / whole:10,.0f} words/s")
    if "--hostile" in sys.argv:
        for name, shape in SHAPES.items():
            costs = [_cost(lambda size=size, shape=shape: _read(shape, size)) for size in (60_000, 240_000, 960_000)]
            steps = " ".join(f"{b / max(a, 0.005):5.1f}x" for a, b in itertools.pairwise(costs))
            print(f"{name:20}" + " ".join(f"{c:7.2f} s" for c in costs) + "  " + steps)
    return 0


def _read(shape: str, size: int) -> Extraction:
    return read(Document(text=(shape * (size // len(shape) + 1))[:size]))


def _texts() -> list[str]:
    if CORPUS.is_dir():
        return [
            json.loads(line)["text"]
            for name in ("un", "parliaments")
            for line in (CORPUS / f"{name}.ndjson").read_text("utf-8").splitlines()
        ]
    return [p.read_text("utf-8") for p in sorted((HOME / "examples").glob("**/*.txt"))]


def _cost(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
