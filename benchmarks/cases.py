"""Print a folder of cases as the NDJSON that `claimwire extract` takes, one document a line.

    python benchmarks/cases.py tests/cases/building > cases.ndjson
    claimwire extract cases.ndjson --format ndjson > cases.out
    python ../shared/corpus/score.py tests/cases/building cases.out

A document's id is the stem of its file, by which score.py finds the gold again.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

INPUT_KEYS = ("text", "url", "outlet", "published")


def documents(folder: Path) -> Iterator[dict[str, str]]:
    """The cases of a folder in the order of their names, without their gold; keys that a case leaves empty are left out."""
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text("utf-8"))
        yield {"document": path.stem} | {key: case[key] for key in INPUT_KEYS if case.get(key)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    for document in documents(parser.parse_args().folder):
        print(json.dumps(document, ensure_ascii=False))


if __name__ == "__main__":
    main()
