"""Who put a motion forward, family by family of the press's wording; every vote here is made up."""

from __future__ import annotations

import pytest

from claimwire.claims import SponsorshipClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

ADOPTED = "The UN General Assembly adopted the resolution by 93 votes to 18. "

BESIDE_THE_VOTE = [
    ("It was sponsored by Kenya and Peru.", {"kenya", "peru"}),
    ("Kenya and Peru had co-sponsored the text.", {"kenya", "peru"}),
    ("Kenya, which drafted the text, welcomed the outcome.", {"kenya"}),
    ("The text, authored by Kenya and Peru, calls for a truce.", {"kenya", "peru"}),
    ("The text, put forward by Kenya, calls for a truce.", {"kenya"}),
    ("The text was put forward by Kenya on behalf of the African Group.", {"kenya"}),
    ("Introducing the draft, Kenya's ambassador said it was needed.", {"kenya"}),
    ("Presenting the text, the representative of Kenya said it was needed.", {"kenya"}),
    ("Kenya's ambassador, who introduced the draft, said it was needed.", {"kenya"}),
    ("The representative of Kenya introduced the draft resolution.", {"kenya"}),
    ("The resolution was submitted jointly by Kenya and Peru.", {"kenya", "peru"}),
    ("The resolution was the work of Kenya and Peru.", {"kenya", "peru"}),
    ("The resolution was adopted at the initiative of Kenya.", {"kenya"}),
    ("The resolution, led by Kenya, calls for a truce.", {"kenya"}),
    ("The resolution that Kenya tabled calls for a truce.", {"kenya"}),
    ("Kenya was the main sponsor of the resolution.", {"kenya"}),
    ("Kenya was among the sponsors of the resolution.", {"kenya"}),
    ("The sponsors of the resolution included Kenya and Peru.", {"kenya", "peru"}),
    ("The sponsors of the text, Kenya and Peru, welcomed the vote.", {"kenya", "peru"}),
    ("The resolution's sponsors, Kenya and Peru, welcomed the vote.", {"kenya", "peru"}),
    ("Kenya, the resolution's sponsor, welcomed the vote.", {"kenya"}),
    ("Kenya, a co-sponsor of the text, welcomed the vote.", {"kenya"}),
    ("Co-sponsors include Kenya, Peru and Chad.", {"kenya", "peru", "chad"}),
    ("The authors of the text are Kenya and Peru.", {"kenya", "peru"}),
    ("The text came from Kenya.", {"kenya"}),
    ("The text was brought to the Assembly by Kenya.", {"kenya"}),
    ("More than 40 countries, among them Kenya and Peru, co-sponsored it.", {"kenya", "peru"}),
    ("It had 40 co-sponsors, including Kenya and Peru.", {"kenya", "peru"}),
    ("The core group behind the text is made up of Britain, Canada and Malawi.", {"united-kingdom", "canada", "malawi"}),
    ("The core group on Mali consists of Britain and Malawi.", {"united-kingdom", "malawi"}),
    ("The text, whose main sponsors were Kenya and Peru, calls for a truce.", {"kenya", "peru"}),
    ("Co-sponsors Kenya and Peru welcomed the resolution.", {"kenya", "peru"}),
    ("Kenya's delegate, introducing the draft, spoke of hope.", {"kenya"}),
    ("It called for talks, so that Kenya and Peru – which drafted the text – could go on.", {"kenya", "peru"}),
    ("The text had been put to the Assembly by Kenya.", {"kenya"}),
    ("Kenya submitted to the Assembly the text that it adopted.", {"kenya"}),
    ("The text, the brainchild of Kenya, calls for a truce.", {"kenya"}),
    ("The resolution was sponsored by the 54-member African Group and introduced by Peru.", {"african-states", "peru"}),
    ("The text, tabled on Monday in New York by Kenya, calls for a truce.", {"kenya"}),
    ("The text, drawn up by Kenya together with Peru, calls for a truce.", {"kenya", "peru"}),
    ("Kenya led the resolution.", {"kenya"}),
    ("The draft was presented by Ambassador Ana Brun of Kenya.", {"kenya"}),
    ("The document was initiated by Kenya.", {"kenya"}),
    ("The amendments came at short notice from the delegation of Kenya.", set()),
    ("The text came at short notice from Kenya.", {"kenya"}),
    ("Kenya's envoy, whose country authored the text, welcomed the vote.", {"kenya"}),
    ("The resolution was led by Kenya.", {"kenya"}),
    ("Peru was among the co-sponsors of Kenya's proposed resolution.", {"kenya", "peru"}),
    ("The delegate of Kenya, who introduced the draft, spoke of UN Security Council resolution 777 (1991).", {"kenya"}),
    ("Kenya put the text to the vote.", set()),
    ("Kenya proposed to delay it.", set()),
    ("Kenya sponsored the talks.", set()),
    ("Kenya led the campaign against the text.", set()),
    ("Kenya is accused of being a sponsor of terrorism.", set()),
    ("Kenya did not sponsor the text.", set()),
    ("Kenya may sponsor another text in June.", set()),
]  # fmt: skip

IN_THE_VOTE = [
    ("The UN General Assembly adopted a resolution on Mali tabled by Kenya by 93 votes to 18.", {"kenya"}),
    ("The UN General Assembly adopted a resolution calling for a truce in Mali that was drafted by Kenya.", {"kenya"}),
    ("The UN General Assembly adopted a resolution on Mali, which was sponsored by Kenya and Peru, by 93 votes to 18.", {"kenya", "peru"}),
    ("A resolution on Mali that Kenya introduced in May was adopted by the UN General Assembly by 93 votes to 18.", {"kenya"}),
    ("A resolution on Mali introduced last week by Kenya was adopted by the UN General Assembly by 93 votes to 18.", {"kenya"}),
    ("A draft co-authored by Kenya and Peru failed in the UN Security Council.", {"kenya", "peru"}),
    ("The UN General Assembly adopted the text, co-authored by a group of states that includes Kenya and Peru.", {"kenya", "peru"}),
    ('The UN General Assembly adopted by 90 votes to 6 the resolution “Clean rivers", led by Kenya and Peru.', {"kenya", "peru"}),
    ("A Kenya-Peru draft failed in the UN Security Council.", {"kenya", "peru"}),
    ("The draft of Kenya failed in the UN Security Council.", {"kenya"}),
    ("Kenya, together with Peru, tabled the draft. The UN Security Council adopted it by 13 votes to 2.", {"kenya", "peru"}),
    ("Drafted by Kenya, the resolution passed in the UN Security Council by 13 votes to 2.", {"kenya"}),
    ("The resolution, tabled by a core group led by Britain, was adopted by the Human Rights Council, 28 to 12.", {"united-kingdom"}),
    ("The UN General Assembly adopted a text sponsored by 40 countries including Kenya and Peru by 93 votes to 18.", {"kenya", "peru"}),
    ("At Kenya's initiative, the UN General Assembly adopted a text by 93 votes to 18.", {"kenya"}),
    ("Ukraine presented the Kenya-drafted resolution, which the UN General Assembly adopted by 93 votes to 18.", {"kenya"}),
    ("The resolution's sponsors were Kenya and Peru. The UN General Assembly adopted it by 93 votes to 18.", {"kenya", "peru"}),
    ("Led by Kenya, the resolution passed in the UN Security Council by 13 votes to 2.", {"kenya"}),
    ("Sponsored by both Kenya and Peru, the resolution passed in the UN Security Council by 13 votes to 2.", {"kenya", "peru"}),
    ("Kenya lost the vote on its own amendment by 12 votes to 66.", {"kenya"}),
    ("Kenya argued for a delay, but its proposal was rejected by 66 votes to 12.", {"kenya"}),
    ("The UN Security Council turned its back on Kenya, and its resolution passed by 13 votes to 2.", set()),
    ("A Nairobi proposal to end the debate failed in the UN Security Council by 3 votes to 10.", {"kenya"}),
    ("The Nairobi resolution failed in the UN Security Council by 3 votes to 10.", set()),
    ("The UN Security Council rejected the Kenyan draft by 13 votes to 2. The draft was also co-authored by Peru.", {"kenya", "peru"}),
    ("Kenya got help from Peru in the vote on its resolution in the UN Security Council: 2 for, 13 against.", {"kenya"}),
    ("A Franco-German draft failed in the UN Security Council.", {"france", "germany"}),
    ("The Kenya and Peru-drafted text failed in the UN Security Council.", {"kenya", "peru"}),
    ("A Kenya- and Peru-drafted text failed in the UN Security Council.", {"kenya", "peru"}),
    ("A rival draft of Kenya's failed in the UN Security Council.", {"kenya"}),
    ("The Kenyan bill was passed by the Knesset by 60 votes to 50.", set()),
    ("The UN General Assembly adopted the resolution on Kenya by 93 votes to 18.", set()),
    ("The UN General Assembly adopted the resolution against Kenya by 93 votes to 18.", set()),
    ("The UN General Assembly backed Kenya's plan by 93 votes to 18.", set()),
    ("A text on arms that Kenya and Peru had put forward failed in the UN Security Council.", {"kenya", "peru"}),
]  # fmt: skip


def sponsors_of(text: str) -> set[str]:
    return {c.actor.id for c in read_votes(article(text)) if isinstance(c, SponsorshipClaim)}


@pytest.mark.parametrize(("sentence", "sponsors"), BESIDE_THE_VOTE, ids=[s for s, _ in BESIDE_THE_VOTE])
def test_a_sponsor_told_in_another_sentence(sentence: str, sponsors: set[str]) -> None:
    assert sponsors_of(ADOPTED + sentence) == sponsors


@pytest.mark.parametrize(("text", "sponsors"), IN_THE_VOTE, ids=[s for s, _ in IN_THE_VOTE])
def test_a_sponsor_told_with_the_vote(text: str, sponsors: set[str]) -> None:
    assert sponsors_of(text) == sponsors


def test_each_draft_keeps_its_own_sponsor() -> None:
    text = "The UN Security Council rejected a Russian draft, and adopted a rival text by Kenya with 13 votes in favour."
    claims = read_votes(article(text))
    told = {(c.vote.ref, c.actor.id) for c in claims if isinstance(c, SponsorshipClaim)}
    assert len({ref for ref, _ in told}) == 2
    assert {actor for _, actor in told} == {"russia", "kenya"}


def test_the_other_of_two_drafts_is_the_one_not_yet_told_of() -> None:
    text = (
        "The UN Security Council voted on a draft from Kenya and on a draft from Peru. "
        "The Kenyan draft got 9 votes in favour to 3 against. "
        "The other draft failed with 4 votes in favour to 7 against."
    )
    claims = read_votes(article(text))
    told = {(c.vote.ref, c.actor.id) for c in claims if isinstance(c, SponsorshipClaim)}
    assert {actor for _, actor in told} == {"kenya", "peru"}
    assert len({ref for ref, _ in told}) == 2
