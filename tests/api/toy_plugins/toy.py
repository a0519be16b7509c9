"""A reader for tests: ``VOTE un-general-assembly 2024-05-10 "Title": yes=143 no=9 abstain=25 ukraine:yes`` says claims plainly.

It also misbehaves on request: HANG, RAISE and DIE do what they say.
"""

from __future__ import annotations

import datetime
import os
import re
import time
from collections.abc import Iterator

from claimwire import Actor, Article, Claim, CountClaim, DateClaim, PositionClaim, StatementClaim, Vote, hookimpl

LINE = re.compile(r'VOTE (?P<body>[a-z-]+) (?P<date>\d{4}-\d\d-\d\d) "(?P<title>[^"]*)": (?P<facts>[^\n]*)')
FACT = re.compile(r"(?P<option>yes|no|abstain)=(?P<value>\d+)|(?P<actor>[a-z-]+):(?P<way>yes|no|abstain)")
SAID = re.compile(r'SAID (?P<actor>[a-z-]+) "(?P<text>[^"]*)"')


@hookimpl
def extract_claims(article: Article) -> Iterator[Claim]:
    if "HANG" in article.text:
        time.sleep(600)
    if "RAISE" in article.text:
        raise RuntimeError("asked to raise")
    if "DIE" in article.text:
        os._exit(1)
    for number, line in enumerate(LINE.finditer(article.text)):
        day = datetime.date.fromisoformat(line["date"])
        vote = Vote(f"toy{number}", line["body"], day, line["title"])
        yield DateClaim(vote=vote, date=day, basis="stated", start=line.start("date"), end=line.end("date"), rule="toy", reason="toy")
        for fact in FACT.finditer(article.text, line.start("facts"), line.end("facts")):
            place = {"start": fact.start(), "end": fact.end(), "rule": "toy", "reason": "stands in the same line"}
            if fact["option"]:
                yield CountClaim(vote=vote, option=fact["option"], value=int(fact["value"]), **place)
            else:
                actor = Actor(fact["actor"], fact["actor"].title(), "country")
                yield PositionClaim(vote=vote, actor=actor, option=fact["way"], **place)
    for said in SAID.finditer(article.text):
        actor = Actor(said["actor"], said["actor"].title(), "person")
        yield StatementClaim(
            actor=actor,
            speaker_text=said["actor"],
            text=said["text"],
            start=said.start("text"),
            end=said.end("text"),
            rule="toy",
            reason="toy",
        )
