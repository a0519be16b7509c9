"""Families of wording that newsrooms use for speech: one invented sentence each, and what it must give."""

from __future__ import annotations

import pytest

from .speech_texts import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The whip, Tom Reid, warned; “This costs us.”", [("Tom Reid", "This costs us.")], id="a semicolon for a colon"),
        pytest.param(
            "“One is not two,” said envoy Ana Ruiz. “It has chosen silence”",
            [("Ana Ruiz", "One is not two,"), ("Ana Ruiz", "It has chosen silence")],
            id="a second quotation without a stop",
        ),
        pytest.param(
            "“One,” Ruiz said. “Two is late.” (More on Ruiz.)", [("Ruiz", "One,"), ("Ruiz", "Two is late.")], id="a bracket behind it"
        ),
        pytest.param("The White House called the vote “a waste”.", [("United States", "a waste")], id="the White House is no chamber"),
        pytest.param("King Olav hailed a “great day”.", [("Olav", "great day")], id="hailed a"),
        pytest.param("Lund said the bill – which he called a “toy horse” – was dead.", [("Lund", "toy horse")], id="a surname told once"),
        pytest.param("Asked about it, Ann Gale shrugged. “So what?”", [("Ann Gale", "So what?")], id="a reaction, then the words"),
        pytest.param("Tom Reid was blunt. “We lost.”", [("Tom Reid", "We lost.")], id="a mood, then the words"),
        pytest.param("Deputy Ann Lee dismissed the bill. “Who needs it?”", [("Ann Lee", "Who needs it?")], id="a stand, then the words"),
        pytest.param(
            "“One,” Ann Lee said.\n\nTom Reid said he would go. “Two is late.”",
            [("Ann Lee", "One,"), ("Tom Reid", "Two is late.")],
            id="the sentence just before, not an earlier one",
        ),
        pytest.param("Ann Cho's verdict was brutal. “A surrender,” she called it.", [("Ann Cho", "A surrender,")], id="she called it"),
        pytest.param("“No,” was Ann Cho's reply when they asked.", [("Ann Cho", "No,")], id="was her reply"),
        pytest.param("Ann Cho's answer: “Never.”", [("Ann Cho", "Never.")], id="an answer and a colon"),
        pytest.param(
            "The agency KNA quoted a ministry official as calling the text a “hostile act”.",
            [("ministry official", "hostile act")],
            id="quoted as calling",
        ),
        pytest.param("The text, as the Irish delegate pointed out, is “no plan”.", [("Irish delegate", "no plan")], id="pointed out"),
        pytest.param("It is a day, said Premier Ann Doyle, “that we will keep”.", [("Ann Doyle", "that we will keep")], id="said between"),
        pytest.param("“Two words” — that was how one source put it.", [("source", "Two words")], id="that was how"),
        pytest.param("According to Ann Lee it is “brief”; according to Tom Reid it stays.", [("Ann Lee", "brief")], id="each according to"),
        pytest.param("Ann Lee, Kofi House:\n\n“One.”", [("Ann Lee", "One.")], id="a name, a house and a colon"),
        pytest.param("“You could not do it.” Tom Reid said at the debate.", [("Tom Reid", "You could not do it.")], id="a stop inside"),
        pytest.param("Tom Reid called it “a joke,” Reuters reported.", [("Tom Reid", "a joke,")], id="an agency passes it on"),
        pytest.param(
            "Tom Reid claimed that they came “to stay”, according to The Globe.", [("Tom Reid", "to stay")], id="a paper passes it on"
        ),
        pytest.param("Envoy Tom Reid said Oslo welcomed the “new start”.", [("Tom Reid", "new start")], id="what he tells of others"),
        pytest.param("Mali has been led by Tom Reid, 59, who claims to keep “order”.", [("Tom Reid", "order")], id="an age before who"),
        pytest.param("For Tom Reid, Peru's envoy, “it will not help”.", [("Tom Reid", "it will not help")], id="for somebody, by itself"),
        pytest.param(
            "“We began early.\n\nWe ended late,” Ann Lee said.",
            [("Ann Lee", "We began early."), ("Ann Lee", "We ended late,")],
            id="a blank line inside, no mark reopened",
        ),
        pytest.param(
            "Peru's alternate envoy to the League, Tom Reid, was against it. “One,” he said.",
            [("Tom Reid", "One,")],
            id="an unknown adjective",
        ),
        pytest.param(
            "The foreign ministers of Peru and Chile said it was “late”.",
            [("foreign ministers of Peru and Chile", "late")],
            id="ministers of two states",
        ),
        pytest.param(
            "Envoy Ann Lee said:\n\n- It is a “bold step” for all.\n- It came late.", [("Ann Lee", "bold step")], id="points of a list"
        ),
        pytest.param(
            "Speaker Tom Reid rose. “One,” the parliament speaker wrote.", [("Tom Reid", "One,")], id="the house told with the role"
        ),
        pytest.param("Tom Reid rose. According to him, it “had support”.", [("Tom Reid", "had support")], id="according to him"),
        pytest.param("The Bishop of Holt, the Rt Revd Joan Fell, said it must “wait”.", [("Joan Fell", "wait")], id="a bishop"),
        pytest.param(
            "The Liberals want “real change”, deputy leader Tom Reid has said.", [("Tom Reid", "real change")], id="told at the end"
        ),
        pytest.param("“No, thank you,” was the view of Ann Lee.", [("Ann Lee", "No, thank you,")], id="was the view of"),
        pytest.param("Tom Reid wrote to the clerk to say it “raises doubts”.", [("Tom Reid", "raises doubts")], id="wrote to say"),
        pytest.param(
            "Tom Reid – mayor since 2014 – sees it differently. “The law is the law.”", [("Tom Reid", "The law is the law.")], id="sees it"
        ),
        pytest.param("Asked whether it was over, Tom Reid laughed. “Not yet.”", [("Tom Reid", "Not yet.")], id="behind asked whether"),
        pytest.param(
            "Envoy Ann Lee spoke of a change “in May”; Tom Reid said that “helps nobody”.",
            [("Ann Lee", "in May"), ("Tom Reid", "helps nobody")],
            id="two clauses and a semicolon",
        ),
        pytest.param("“Late,” Tom Reid shrugged.", [("Tom Reid", "Late,")], id="a verb that is none of speech"),
        pytest.param(
            "It helps, according to envoy Ann Lee, to wait.\n\n“One,” she said.",
            [("Ann Lee", "One,")],
            id="the source of the sentence before",
        ),
        pytest.param(
            "“It failed.” Ann Lee, the envoy to the UN, said this after the vote.",
            [("Ann Lee", "It failed.")],
            id="a sentence that looks back",
        ),
        pytest.param("“It failed.” Thus Ann Lee lamented that Mali stayed away.", [("Ann Lee", "It failed.")], id="thus"),
        pytest.param(
            "Tom Reid said it was “late”, while Mali continues its “long wait”.",
            [("Tom Reid", "late"), ("Tom Reid", "long wait")],
            id="continues its",
        ),
        pytest.param("In turn, the envoy of Mali, Tom Reid, regretted that they “failed”.", [("Tom Reid", "failed")], id="regretted"),
        pytest.param(
            "“He slipped”, the Herald quoted police chief Tom Reid as saying.", [("Tom Reid", "He slipped")], id="a paper quoted him"
        ),
        pytest.param(
            "Ann Lee says it is “sound”; his shadow, Eve Marr, retorts that it is “weak”.",
            [("Ann Lee", "sound"), ("Eve Marr", "weak")],
            id="his shadow",
        ),
        pytest.param("Vera Lang QC told the inquiry: “Nobody looked.”", [("Vera Lang", "Nobody looked.")], id="letters behind a name"),
        pytest.param("Veteran MP Nell Cross said it was “late”.", [("Nell Cross", "late")], id="a surname like a house"),
        pytest.param(
            "People's Front (PF) whip Tom Reid (PF-Holt) had opposed it.\n\n“We will not,” he said.",
            [("Tom Reid", "We will not,")],
            id="a party before",
        ),
        pytest.param("Tom Reid said Lund's words were a “sad day”.", [("Tom Reid", "sad day")], id="words of another"),
        pytest.param(
            "President Tom Reid spoke. Calling on “everyone here” to wait, he asked for time.",
            [("Tom Reid", "everyone here")],
            id="calling on",
        ),
        pytest.param("The minister was accused of “contempt” by Ann Lee.", [("Ann Lee", "contempt")], id="accused of, by"),
        pytest.param(
            "The Chief Justice, Ian Wills, wrote that it was “not endless”.", [("Ian Wills", "not endless")], id="a chief justice"
        ),
        pytest.param(
            "Lord Tom Reid said he was “sad”.\n\nJuan Sala, whose father held the post, was gracious. “She has it now.”",
            [("Tom Reid", "sad"), ("Juan Sala", "She has it now.")],
            id="a mood behind a relative clause",
        ),
    ],
)
def test_who_said_what(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Voters will be asked: “Should it be lower?”", id="a ballot's question"),
        pytest.param("The minister rejected the claim that there were “gross faults”.", id="what somebody else claimed"),
        pytest.param("The text condemns the rebel attacks “in strong terms”.", id="attacks are no verb here"),
        pytest.param("Backed by 18 island states, including Fiji, it expressed concern “about the reefs.”", id="it is the text"),
        pytest.param("Mali tabled a draft resolution. It notes that the war “goes on”.", id="it notes: a text"),
        pytest.param("Nevertheless, he added, “we stay.”", id="an adverb is no name"),
        pytest.param("MPs voted to call Mali, ruled by Tom Reid, “a danger”.", id="what a vote calls a state"),
        pytest.param("Rep. Nat Cole calls it the “Fair Shake Act”.", id="what a law is called"),
        pytest.param("Tom Reid sat down to cries of “hear, hear”.", id="cries"),
        pytest.param("The “age limit” bill may go on, Parliament has decided.", id="words before a noun"),
        pytest.param("European Parliament on Mali: “sponsor of war”", id="a house before a colon"),
        pytest.param(
            "The council ruled that it breaks the law, which says that states “shall not fire,” Newswire reports.", id="words of a law"
        ),
        pytest.param("The motion of Mali and Iceland asks Iran to end “all of it.”", id="what a text of two states asks"),
        pytest.param("The panel voted on the following question: “Is it safe?”", id="a question put to the vote"),
        pytest.param("Tom Reid stayed away.\n\nThe count took an hour. “It was long, very long.”", id="an earlier paragraph's person"),
        pytest.param("“The Long Road to a New Peace”\n\nA film.", id="a title by itself"),
    ],
)
def test_nobody_said_it(text):
    assert said(text) == []
