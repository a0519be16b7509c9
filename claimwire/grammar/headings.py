"""Lists under a heading: ``AGAINST:`` and then one state a line, or several in one."""

from __future__ import annotations

from claimwire.grammar.chunks import Chunk
from claimwire.grammar.facts import Fact, Reading
from claimwire.grammar.rows import labelled_line, row

MAX_GAP = 4
"""A heading is forgotten after so many paragraphs without a name."""

_LISTS = frozenset({"list", "lists", "following", "below", "listed", "names"})
_SKIP = frozenset({"BULLET", "DASH", "STOP", "COMMA"})


def is_heading(chunks: list[Chunk], reading: Reading, paragraph: int) -> bool:
    """Notes the option of a line that ends in a colon, or is an option alone; ``True`` if it is one."""
    body = [c for c in chunks if c.sym not in ("BULLET", "STOP")]
    asked = chunks[-1].unit.text == "?" and bool(body) and (body[0].sym == "REL" or body[0].unit.lower in ("which", "what", "who"))
    if not body or len(body) > (20 if asked else 12):
        reading.heading = None if len(body) > 3 else reading.heading
        return False
    last = body[-1]
    sayer = next((c for c in body if c.sym in ("LABEL", "WEAK", "ACT", "PASSIVE") and c.option not in (None, "void")), None)
    colon = last.sym == "COLON" or (last.sym == "DASH" and len(body) <= 4)
    alone = (
        len(body) <= 4
        and all(c.sym in ("LABEL", "WEAK", "ACT", "COLON", "OPEN", "CLOSE", "NUM", "DASH", "VOTER", "COUNT", "VOTES") for c in body)
        and not any(c.sym == "LIST" for c in body)
    )
    titled = (
        len(body) <= 7
        and chunks[-1].sym != "STOP"
        and body[0].sym in ("VOTER", "COUNT", "ACT", "LABEL")
        and all(c.sym in ("VOTER", "COUNT", "ACT", "LABEL", "WEAK", "REL", "MOTION", "IT", "NUM", "OPEN", "CLOSE") for c in body)
    )
    announced = titled or last.sym == "BE" or (any(c.unit.lower in _LISTS for c in body) and not any(c.sym == "LIST" for c in body))
    if colon and sayer is None and body[0].sym not in ("COUNT", "NUM", "VOTES", "LIST"):
        reading.heading = None
    if sayer is None or not (colon or alone or asked or announced):
        return False
    reading.heading, reading.heading_paragraph = sayer.option, paragraph
    return True


def headed(chunks: list[Chunk], reading: Reading, paragraph: int) -> list[Fact]:
    """Positions of a line that holds names alone, under the heading before it, or behind its own label."""
    line = labelled_line(chunks) or row(chunks)
    if line:
        return line
    if reading.heading is None:
        return []
    if paragraph - reading.heading_paragraph > MAX_GAP:
        reading.heading = None
        return []
    lettered = len(chunks) > 2 and chunks[1].sym == "COLON" and len(chunks[0].unit.text) == 1
    rest = chunks[2:] if lettered else chunks[1:] if chunks[0].sym == "COLON" else chunks
    body = [c for c in rest if c.sym not in _SKIP]
    if len(chunks) <= 2 and body and body[0].sym == "NUM":
        reading.heading_paragraph = paragraph
        return []
    first = body[0] if body else None
    if (
        first is not None
        and first.sym in ("COUNT", "NUM", "VOTES")
        and all(c.sym in ("COMMA", "INCL", "COLON", "LIST") for c in chunks[chunks.index(first) + 1 :] if c.sym not in _SKIP)
    ):
        at = chunks.index(first)
        reading.heading_paragraph = paragraph
        listed = [n for c in body if c.sym == "LIST" for n in c.named if n.actor is not None]
        named = [Fact("position", at, n.start, n.end, "position.headed", at, reading.heading, named=n) for n in listed]
        return [
            Fact("count", at, first.start, first.end, "count.headed", at, reading.heading, first.value, qualifier=first.qualifier),
            *named,
        ]
    many = sum(len(c.named) for c in body if c.sym == "LIST") >= 3
    allowed = ("LIST", "AND", "OPEN", "CLOSE", "INCL", "WORD") if many else ("LIST", "AND", "OPEN", "CLOSE", "INCL")
    if not body or any(c.sym not in allowed for c in body):
        return []
    found = []
    for chunk in body:
        if chunk.sym != "LIST":
            continue
        at = chunks.index(chunk)
        actors = [n for n in chunk.named if n.actor is not None]
        found += [Fact("position", at, n.start, n.end, "position.headed", at, reading.heading, named=n) for n in actors]
    if found:
        reading.heading_paragraph = paragraph
    return found
