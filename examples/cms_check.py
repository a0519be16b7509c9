"""What a CMS does before it publishes: ask Claimwire what a draft contradicts, and show it to the editor.

    python examples/cms_check.py draft.txt [http://127.0.0.1:8000] [API key]

Exit status 3 where something is contradicted, 0 otherwise. Only the standard library is needed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def check(text: str, server: str, key: str | None = None) -> dict:
    """The checked draft, as POST /v1/check answers it; ``SystemExit`` with the server's own words where it refuses."""
    headers = {"Content-Type": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    request = Request(f"{server}/v1/check", json.dumps({"text": text}).encode(), headers)
    try:
        with urlopen(request, timeout=90) as answer:
            return json.load(answer)
    except HTTPError as error:
        problem = json.load(error)
        raise SystemExit(f"{problem['status']} {problem['title']}: {problem['detail']}") from None


def warnings(checked: dict) -> list[str]:
    """One line for each claim of the draft that somebody contradicts."""
    lines = []
    for claim in checked["claims"]:
        if claim["status"] != "contradicted":
            continue
        says = [f"{o['outlet']} has {o['value']}" for o in claim["contradicts"]]
        if claim["record"]["verdict"] == "differs":
            says.insert(0, f"the official record has {claim['record']['value']}")
        lines.append(f"“{claim['quote']['exact']}”: {'; '.join(says)}")
    return lines


def main() -> None:
    """Check the draft named on the command line."""
    path, server, key = (*sys.argv[1:], *(None,) * 3)[:3]
    if path is None:
        raise SystemExit(__doc__)
    found = warnings(check(Path(path).read_text("utf-8"), (server or "http://127.0.0.1:8000").rstrip("/"), key))
    print("\n".join(found) or "nothing contradicts this draft")
    raise SystemExit(3 if found else 0)


if __name__ == "__main__":
    main()
