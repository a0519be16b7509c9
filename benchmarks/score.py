"""Extract the shared corpus and print `score.py`'s table for each part, with the command that does the same by hand.

    python benchmarks/score.py [--errors] [PART ...]

Parts: seeds, un, parliaments (../shared/corpus), building, closing (tests/cases).
Exit status 2 where the corpus is absent.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from claimwire import read
from claimwire.inputs import InputProblem, document_of

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME.parent / "shared" / "corpus"
PARTS = {
    "seeds": (CORPUS / "seeds.ndjson", CORPUS / "gold"),
    "un": (CORPUS / "dev" / "un.ndjson", CORPUS / "dev" / "un"),
    "parliaments": (CORPUS / "dev" / "parliaments.ndjson", CORPUS / "dev" / "parliaments"),
    "building": (None, HOME / "tests" / "cases" / "building"),
    "closing": (None, HOME / "tests" / "cases" / "closing"),
}
KEYS = ("text", "html", "url", "outlet", "published")


def main() -> int:
    flags = [a for a in sys.argv[1:] if a.startswith("--")]
    parts = [a for a in sys.argv[1:] if not a.startswith("--")] or ["seeds", "un", "parliaments"]
    if not CORPUS.is_dir():
        print("score: ../shared/corpus is not beside this checkout", file=sys.stderr)
        return 2
    for part in parts:
        source, gold = PARTS[part]
        lines = source.read_text("utf-8").splitlines() if source else [_case(p) for p in sorted(gold.glob("*.json"))]
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "records.ndjson"
            with out.open("w", encoding="utf-8") as stream:
                for line in lines:
                    document = document_of(json.loads(line))
                    assert not isinstance(document, InputProblem)
                    extraction = read(document)
                    for problem in extraction.problems:
                        print(f"problem in {document.id}: {problem.outlet}: {problem.message}")
                    stream.write(json.dumps(extraction.to_record(), ensure_ascii=False) + "\n")
            print(f"== {part}: {len(lines)} documents, score.py {gold.relative_to(HOME.parent)}")
            subprocess.run([sys.executable, str(CORPUS / "score.py"), str(gold), str(out), *flags], check=True)
    return 0


def _case(path: Path) -> str:
    case = json.loads(path.read_text("utf-8"))
    return json.dumps({"document": path.stem, **{k: case[k] for k in KEYS if case.get(k)}})


if __name__ == "__main__":
    sys.exit(main())
