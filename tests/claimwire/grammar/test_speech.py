"""Who said what: the families of the phrasebook, and words that nobody is said to have spoken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimwire import Document, read
from claimwire.grammar.speech import read_statements

from .speech_texts import article, said, statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“One,” Anna Berg said. “Two.”", [("Anna Berg", "One,"), ("Anna Berg", "Two.")], id="split over two sentences"),
        pytest.param("“One,” Anna Berg said, “and two.”", [("Anna Berg", "One,"), ("Anna Berg", "and two.")], id="split inside a sentence"),
        pytest.param("“One,” said Anna Berg, the envoy, adding “two”.", [("Anna Berg", "One,"), ("Anna Berg", "two")], id="adding"),
        pytest.param("Anna Berg met Tom Reid. “One,” she said.", [("Anna Berg", "One,")], id="she of two"),
        pytest.param("Anna Berg met Tom Reid. “One,” he said.", [("Tom Reid", "One,")], id="he of two"),
        pytest.param("Prime Minister Anna Berg rose. “One,” the prime minister said.", [("Anna Berg", "One,")], id="role for a name"),
        pytest.param("Anna Berg rose. “One,” Ms Berg said.", [("Anna Berg", "One,")], id="surname with Ms"),
        pytest.param("President Kang Min Seo spoke. Kang said it was “one”.", [("Kang Min Seo", "one")], id="surname first"),
        pytest.param("“One,” the U.N. rights office said.", [("U.N. rights office", "One,")], id="an office"),
        pytest.param("The Civic Freedom Group (CFG) met. It said “one” was enough.", [("Civic Freedom Group", "one")], id="it"),
        pytest.param("The Civic Freedom Group (CFG) met. “One,” the CFG said.", [("Civic Freedom Group", "One,")], id="acronym"),
        pytest.param("“One,” Poland and Estonia said.", [("Poland and Estonia", "One,")], id="two states"),
        pytest.param("“One,” a spokesman for Tom Reid said.", [("spokesman for Tom Reid", "One,")], id="a spokesman"),
        pytest.param(
            "“One,” Dr. Ana Ruiz, a fellow at the Institute of Peace in Oslo, told the BBC.", [("Ana Ruiz", "One,")], id="long apposition"
        ),
        pytest.param("“One,” Ana Ruiz of the Red Cross said.", [("Ana Ruiz", "One,")], id="of an organisation"),
        pytest.param("“One,” said 72-year-old Omar Haddad.", [("Omar Haddad", "One,")], id="age before the name"),
        pytest.param("“One,” the physicians wrote.", [("physicians", "One,")], id="a noun no list knows"),
        pytest.param("Ana Ruiz wrote on X that it was “one”.", [("Ana Ruiz", "one")], id="a post"),
        pytest.param(
            "Ana Ruiz said she was “one”, which critics call “two”.", [("Ana Ruiz", "one"), ("critics", "two")], id="relative clause"
        ),
        pytest.param("Ana Ruiz said that Paris had been “one”.", [("Ana Ruiz", "one")], id="inside what she tells"),
        pytest.param("“One.\n\n“Two,” Ana Ruiz said.", [("Ana Ruiz", "One."), ("Ana Ruiz", "Two,")], id="reopened paragraph"),
        pytest.param("“One ‘two’ three,” Ana Ruiz said.", [("Ana Ruiz", "One ‘two’ three,")], id="nested"),
        pytest.param("“One, Ana Ruiz said.\n“Two,” Tom Reid said.", [("Tom Reid", "Two,")], id="a lost mark costs one paragraph"),
        pytest.param("Ana Ruiz left. “One,” He Jianxiong said.", [("He Jianxiong", "One,")], id="a surname like a pronoun"),
        pytest.param("Peruvian climate envoy Tom Reid:\n\n“One.”", [("Tom Reid", "One.")], id="role and name on a line of its own"),
        pytest.param(
            "Fiji's delegate Anna Berg on behalf of the Island Group:\n\n“One.”\n\n“Two.”\n\nPeruvian envoy Tom Reid:\n\n“Three.”",
            [("Anna Berg", "One."), ("Anna Berg", "Two."), ("Tom Reid", "Three.")],
            id="a list of reactions",
        ),
        pytest.param(
            "Economist Dr Ana Ruiz, of Oslo College, and author of a book, has reacted to the deal:\n\n“One.”",
            [("Ana Ruiz", "One.")],
            id="reacted, on a line of its own",
        ),
        pytest.param("But state Senator Ann Hall, who tabled it, said, “One.”", [("Ann Hall", "One.")], id="state senator"),
        pytest.param("“One,” Senator Laura Bill said.", [("Laura Bill", "One,")], id="a surname like a paper"),
        pytest.param(
            "One no came from Rep. Tom Reid of Utah, who said in a note, “One.”", [("Tom Reid", "One.")], id="a place is no speaker"
        ),
        pytest.param("“One,” said Georgina te Ruru.", [("Georgina te Ruru", "One,")], id="a name with te"),
        pytest.param("Envoy Tom Reid said the sponsors think that “one is two”.", [("Tom Reid", "one is two")], id="what others think"),
        pytest.param(
            "Col. Tom Reid spoke for the group; it had been a “bad day”, he said.", [("Tom Reid", "bad day")], id="he behind a semicolon"
        ),
        pytest.param(
            "For Tory MP Tom Reid it was a “bad day” and a “long one”.", [("Tom Reid", "bad day"), ("Tom Reid", "long one")], id="for"
        ),
        pytest.param("But for Peru's envoy Ann Lee the text “stops short.”", [("Ann Lee", "stops short.")], id="but for"),
        pytest.param("To Senator Tom Reid it has a “dark side”.", [("Tom Reid", "dark side")], id="to somebody it has"),
        pytest.param(
            "Ann Lee rose. Before the vote Tom Reid, Peru's envoy to the UN in Geneva, spoke. “One,” he noted.",
            [("Tom Reid", "One,")],
            id="the subject behind before the vote",
        ),
        pytest.param(
            "Juan Paz has it. Before the vote, Peru's envoy to the UN, Tom Reid, was against it. “One,” he said.",
            [("Tom Reid", "One,")],
            id="the subject named behind the role",
        ),
        pytest.param("Danish Minister for Climate and Energy Lars Holm:\n\n“One.”", [("Lars Holm", "One.")], id="two fields and a name"),
        pytest.param("Mrs May said at once: “One.”", [("May", "One.")], id="a surname like a month"),
    ],
)
def test_words_have_their_speaker(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The motion calls for “a just and lasting peace”.", id="words of a motion"),
        pytest.param("A resolution titled “The Path Home” was adopted, Ana Ruiz said.", id="a title"),
        pytest.param("Poland voted “yes,” Chad “no”.", id="options of a vote"),
        pytest.param("The so-called “buffer zone” was widened.", id="so-called"),
        pytest.param("Operation “Iron Gate” began on Monday.", id="an operation"),
        pytest.param("It is a “historic” day.", id="scare quotes"),
        pytest.param("Ana Ruiz would have said “no way”.", id="never said"),
        pytest.param("The army said nothing of the “Silver Fox” plan.", id="the name of a plan"),
        pytest.param("Peru and Chad tabled an amendment that would “end all wars”.", id="words of an amendment"),
        pytest.param("Peru and Chad proposed an amendment that would “end all wars”.", id="words of a proposed amendment"),
        pytest.param("The panel voted on the following question: “Is it safe?”", id="a question put to the vote"),
        pytest.param("For Senator Tom Reid the judge had a “stern word”.", id="a thing for somebody"),
        pytest.param("For now it was a “long road”.", id="for now"),
        pytest.param("Key Points:\n\n“One is two.”", id="a heading before a colon"),
        pytest.param("Anna Berg was shown a sign:\n\n“No war.”", id="a colon before a thing"),
        pytest.param("The draft resolution:\n\n“All shall act.”", id="a text on a line of its own"),
        pytest.param("According to the text, “all states shall act”.", id="according to a text"),
    ],
)
def test_nobody_is_said_to_have_spoken(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("‘We need peace’: Novak to the Assembly", [], id="a colon behind tells nobody"),
        pytest.param("Novak: ‘We need peace’", [("Novak", "We need peace")], id="name and colon"),
        pytest.param("Novak Calls Vote ‘A Farce’", [("Novak", "A Farce")], id="every word with a capital"),
    ],
)
def test_headlines(title, expected):
    assert said("He spoke for an hour.", title=title)[: len(expected) or None] == expected


@pytest.mark.parametrize("spelling", ["Zelensky", "Zelenskyy", "Zelenskiy"])
def test_spellings_of_one_person_have_one_id(spelling):
    (claim,) = statements(f"“One,” Volodymyr {spelling} said.")
    assert claim.actor.id == "volodymyr-zelensky"
    assert claim.actor.name == f"Volodymyr {spelling}"


def test_a_claim_says_its_rule_and_its_reason_and_who_printed_it():
    (claim,) = statements("Anna Berg rose. “One,” Ms Berg said.")
    assert (claim.rule, claim.speaker_text, claim.direct) == ("speech.behind", "Ms Berg", True)
    assert claim.reason == "‘said’ behind the quotation; 'Ms Berg' is Anna Berg"


def test_captions_are_not_read():
    text = "Anna Berg said “one”"
    found = article(text)
    masked = type(found)("test", text, (type(found.blocks[0])("caption", 0, len(text)),))
    assert read_statements(masked) == []


PIECES = (
    "“ | ” | \" | ' | ‘ | ’ | « | » | said | Anna Berg | Mr Reid | he | , | . | : | \n | "
    "\n\n | called him a | adding | according to | the UN | of | ( | ) | — | it | "
    "The resolution | 5,000 people were killed | $3 million | 漢 | é | \u200b | Sen. | R-Tenn., "
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=300))
@settings(max_examples=400, deadline=None)
def test_any_text_gives_exact_spans(text):
    for claim in statements(text):
        assert text[claim.start : claim.end] == claim.text
        assert claim.text
        assert claim.actor.id
        assert claim.rule.startswith("speech.")


@pytest.mark.shared
@pytest.mark.parametrize("part", ["seeds", "dev/parliaments"])
def test_every_statement_of_the_shared_corpus_is_exact(part, shared_dir):
    lines = (shared_dir / "corpus" / f"{part}.ndjson").read_text("utf-8").splitlines()
    found = 0
    for line in lines:
        text = json.loads(line).get("text")
        for claim in read(Document(text=text)).claims if text else ():
            if claim.kind == "statement":
                found += 1
                assert text[claim.start : claim.end] == claim.text
    assert found >= 15
