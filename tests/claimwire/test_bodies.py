from __future__ import annotations

import pytest

from claimwire import actors, bodies


def meant(form: str, role: str = "body") -> list[str]:
    """Ids of the bodies that this wording can name, likeliest first."""
    return [n.body for n in bodies.body_names() if n.form.lower() == form.lower() and n.role == role]


def strengths(form: str) -> set[str]:
    return {n.strength for n in bodies.body_names() if n.form.lower() == form.lower()}


CONTRACT = [
    "un-general-assembly",
    "un-security-council",
    "un-human-rights-council",
    "iaea-board-of-governors",
    "us-senate",
    "us-house-of-representatives",
    "uk-house-of-commons",
    "european-parliament",
    "council-of-the-european-union",
    "bundestag",
    "french-national-assembly",
    "knesset",
    "lok-sabha",
    "rajya-sabha",
    "world-health-assembly",
    "oas-permanent-council",
    "opcw-executive-council",
    "opcw-conference",
    "fifa-congress",
    "ioc-session",
    "south-korean-national-assembly",
    "turkish-grand-national-assembly",
    "icj",
]


@pytest.mark.parametrize("id", CONTRACT)
def test_the_bodies_of_the_contract_are_there(id: str) -> None:
    assert bodies.body(id).id == id


def test_an_unknown_body_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        bodies.body("galactic-senate")


def test_ids_are_unique() -> None:
    ids = [b.id for b in bodies.bodies()]
    assert len(ids) == len(set(ids))


def test_the_security_council_has_its_rules() -> None:
    council = bodies.body("un-security-council")
    assert (council.size, council.pass_votes, council.veto) == (15, 9, True)
    assert set(council.permanent) == {"china", "france", "russia", "united-kingdom", "united-states"}


def test_every_reference_leads_somewhere() -> None:
    places = {a.id for a in actors.states()} | {"european-union", None}
    groups = {g.id for g in actors.groups()} | {None}
    parents = {b.id for b in bodies.bodies()} | {None}
    options = {"yes", "no", "abstain", "absent", "not voting"}
    wrong = [
        b.id
        for b in bodies.bodies()
        if b.country not in places or b.group not in groups or b.parent not in parents or not set(b.options) <= options
    ]
    assert wrong == []


def test_a_body_is_never_larger_than_its_largest() -> None:
    assert [b.id for b in bodies.bodies() if b.size and (not b.largest or b.largest < b.size)] == []


def test_the_eu_councils_members_are_the_eu_states() -> None:
    group = bodies.body("council-of-the-european-union").group
    assert group is not None
    assert len(actors.members(group)) == bodies.body("council-of-the-european-union").size


@pytest.mark.parametrize(
    ("wording", "body"),
    [
        ("General Assembly", "un-general-assembly"),
        ("UNGA", "un-general-assembly"),
        ("U.N. General Assembly", "un-general-assembly"),
        ("UNSC", "un-security-council"),
        ("Security Council", "un-security-council"),
        ("World Court", "icj"),
        ("top UN human rights body", "un-human-rights-council"),
        ("UN nuclear watchdog's board", "iaea-board-of-governors"),
        ("US House", "us-house-of-representatives"),
        ("U.S. Senate", "us-senate"),
        ("Knesset", "knesset"),
        ("Israel's parliament", "knesset"),
        ("Israeli parliament", "knesset"),
        ("Bundestag", "bundestag"),
        ("German parliament", "bundestag"),
        ("Lok Sabha", "lok-sabha"),
        ("Turkish parliament", "turkish-grand-national-assembly"),
        ("Turkey's parliament", "turkish-grand-national-assembly"),
        ("Polish parliament", "sejm"),
        ("Sejm", "sejm"),
        ("Verkhovna Rada", "verkhovna-rada"),
        ("Ukraine's parliament", "verkhovna-rada"),
        ("State Duma", "state-duma"),
        ("Riksdag", "riksdag"),
        ("Swedish parliament", "riksdag"),
        ("Iraqi parliament", "iraqi-council-of-representatives"),
        ("French National Assembly", "french-national-assembly"),
        ("France's National Assembly", "french-national-assembly"),
        ("Canada's House of Commons", "canadian-house-of-commons"),
        ("Irish parliament", "dail-eireann"),
        ("Holyrood", "scottish-parliament"),
        ("Georgian parliament", "georgian-parliament"),
        ("Texas House", "texas-house-of-representatives"),
        ("California Assembly", "california-assembly"),
        ("Ohio state Senate", "ohio-senate"),
        ("Netherlands' parliament", "dutch-house-of-representatives"),
        ("EU Parliament", "european-parliament"),
        ("Peace and Security Council", "au-peace-and-security-council"),
        ("Philippine Senate", "philippine-senate"),
    ],
)
def test_full_names_name_one_body(wording: str, body: str) -> None:
    assert meant(wording) == [body]
    assert strengths(wording) == {"full"}


@pytest.mark.parametrize(
    ("wording", "body"),
    [
        ("MPs", "uk-house-of-commons"),
        ("MEPs", "european-parliament"),
        ("peers", "uk-house-of-lords"),
        ("MSPs", "scottish-parliament"),
        ("senators", "us-senate"),
        ("MKs", "knesset"),
        ("TDs", "dail-eireann"),
        ("Israeli lawmakers", "knesset"),
        ("British MPs", "uk-house-of-commons"),
        ("French deputies", "french-national-assembly"),
        ("council members", "un-security-council"),
    ],
)
def test_members_name_their_body_likeliest_first(wording: str, body: str) -> None:
    assert meant(wording, "voters")[0] == body


@pytest.mark.parametrize("wording", ["council", "assembly", "parliament", "House", "Senate", "board", "committee", "lawmakers", "deputies"])
def test_bare_nouns_name_many_bodies(wording: str) -> None:
    assert strengths(wording) == {"bare"}
    assert len([n for n in bodies.body_names() if n.form.lower() == wording.lower()]) > 3


def test_the_house_needs_its_capital() -> None:
    assert all(n.cased for n in bodies.body_names() if n.form.lower() == "house")


def test_sizes_lead_to_bodies_likeliest_first() -> None:
    assert bodies.of_size(15)[0] == "un-security-council"
    assert bodies.of_size(193)[0] == "un-general-assembly"
    assert "knesset" in bodies.of_size(120)
    assert meant("15-member council", "size")[0] == "un-security-council"
    assert meant("35-nation board", "size") == ["iaea-board-of-governors"]
    assert meant("47-member council", "size") == ["un-human-rights-council"]


def test_a_name_that_two_bodies_share_is_never_full() -> None:
    bodies_of: dict[tuple[str, str], set[str]] = {}
    for name in bodies.body_names():
        if name.strength == "full":
            bodies_of.setdefault((name.form.lower(), name.role), set()).add(name.body)
    assert {form: ids for form, ids in bodies_of.items() if len(ids) > 1} == {}


def test_fifty_states_have_99_chambers() -> None:
    made = [b for b in bodies.bodies() if b.options == ("yes", "no", "not voting") and b.country == "united-states"]
    assert len([b for b in made if not b.id.startswith("us-")]) == 99
