"""No rule of an outlet hangs on a line: a browser's page is whatever somebody typed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from claimwire import plugins
from claimwire.outlets import Outlet

OUTLETS = sorted(plugins.default().outlets.values(), key=lambda outlet: outlet.slug)
LINES = [
    f"{opening}{piece * 150}!"
    for opening in ("", "By ", "Photo: ")
    for piece in ("A", "A ", "Abc ", "Ab, ", "Ab and ", "A-", "A.", "7", "7 ", " ", "a/", "* ", "| A ", "(A ", "“A” ", "Ann-Lee & Co., ")
]

PROGRAM = "import json, re, sys; given = json.load(sys.stdin); print(sum(not re.match(p, line) for p in given[0] for line in given[1]))"


@pytest.mark.parametrize("outlet", OUTLETS, ids=lambda outlet: outlet.slug)
def test_every_rule_answers_on_lines_that_almost_fit(outlet: Outlet) -> None:
    patterns = [rule.line for rule in outlet.rules if rule.line is not None]
    # In a process of its own, since a regular expression that hangs cannot be stopped; a healthy one answers at once.
    program = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(program, input=json.dumps([patterns, LINES]), capture_output=True, text=True, timeout=60, check=True)
    assert int(done.stdout) >= len(patterns), "each rule leaves at least one of these lines alone"
