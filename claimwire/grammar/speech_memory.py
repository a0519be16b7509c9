"""What one article has told so far of who speaks: the last speakers, the text spoken of, quotations still open."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimwire.claims import Actor, StatementClaim
from claimwire.grammar.persons import Register
from claimwire.grammar.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who spoke last, as the article printed it, and where."""

    actor: Actor
    printed: str
    paragraph: int


@dataclass(slots=True)
class SpeechMemory:
    """What one article has told so far."""

    text: str
    register: Register
    claims: list[StatementClaim] = field(default_factory=list)
    last: Speaker | None = None
    issuer: Speaker | None = None
    """Who issued the statement, letter or post that the article spoke of last."""
    told: Speaker | None = None
    """Who the last sentence says said or did something that words may follow, quoted or not."""
    text_at: int = -9
    """The last paragraph that speaks of a resolution, a bill or the like."""
    quoted: bool = False
    """Whether the last sentence has words of its own that somebody spoke."""
    announced: Speaker | None = None
    """Whom the last paragraph announced as the speaker of the next."""
    listed: Speaker | None = None
    """Whose words the items of the list are that is being read: ``He said:`` and points below."""
    open: list[Quotation] = field(default_factory=list)
    """Paragraphs of a quotation that goes on and whose speaker is not known yet."""
    speakers: dict[int, Actor] = field(default_factory=dict)
    """Start of a quotation's words -> who spoke them."""
