"""The place that a report was filed from, as its first paragraph prints it: ``NEW YORK (AP) —``, ``Geneva, 4 March –``."""

from __future__ import annotations

import csv
import functools
import re
import tomllib
from importlib import resources
from typing import Final

_UPPER: Final = r"[A-ZÀ-ÞŁŠŽ][A-ZÀ-ÞŁŠŽ.’'-]++(?: [A-ZÀ-ÞŁŠŽ][A-ZÀ-ÞŁŠŽ.’'-]++){0,4}+"
_MIXED: Final = r"(?:The )?[A-ZÀ-ÞŁŠŽ][\w.’'-]++(?: (?:(?:de|do|of|la|el|al)(?= )|[A-ZÀ-ÞŁŠŽ][\w.’'-]++)){0,3}+"
_MONTH: Final = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?i:uary|ruary|ch|il|ust|ember|tember|ober)?\b"
_REGION: Final = rf"(?:, (?!\d|{_MONTH})[A-ZÀ-ÞŁŠŽ][\w.’'-]*+(?: [A-ZÀ-ÞŁŠŽ][\w.’'-]*+){{0,3}}+)?"
_DAY: Final = r"(?:,? (?P<day>(?:[A-Z][a-z]{2,8}\.? )?\d{1,2}(?: [A-Z][a-z]{2,8}\.?)?(?:,? \d{4})?))?"
_AGENCY: Final = r"(?: ?\((?P<agency>[A-Za-z][\w. /&-]{1,40})\))?"
_LINE: Final = re.compile(
    rf"(?P<place>(?P<city>{_UPPER}|{_MIXED})(?P<region>{_REGION})){_DAY}{_AGENCY}(?P<mark>\s?[–—]\s?|\s(?:--?|_)\s|:\s)(?=[\"“‘'A-ZÀ-ÞŁŠŽ\d])"
)


@functools.cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    """Cities, and words that are no place, in lower case."""
    data = resources.files("claimwire.data")
    words = tomllib.loads(data.joinpath("datelines.toml").read_text("utf-8"))
    with data.joinpath("names.csv").open(encoding="utf-8") as lines:
        capitals = {row["form"].lower() for row in csv.DictReader(lines) if row["use"] == "capital"}
    with data.joinpath("states.csv").open(encoding="utf-8") as lines:
        capitals |= {row["capital"].lower() for row in csv.DictReader(lines) if row["capital"]}
    return frozenset(words["cities"]) | capitals, frozenset(words["labels"])


def dateline_of(text: str) -> str | None:
    """The place in front of a first paragraph, as printed; ``None`` where none is.

    One or two words in capitals count with any dash; more of them, or words in small
    letters, with a day, with an agency in brackets, or where they are a known city.
    """
    found = _LINE.match(text[:160])
    if found is None:
        return None
    cities, labels = _table()
    city, dash = found["city"], found["mark"].strip() != ":"
    known = city.lower() in cities
    if city.lower() in labels or not (dash or found["agency"]):
        return None
    loud = city.isupper() and len(city) >= 4 and len(city.split()) <= 2
    return found["place"] if found["agency"] or found["day"] or known or loud else None
