"""How counts are said: made-up votes, a family of wording a line, and numbers that count no votes."""

from __future__ import annotations

import pytest

from claimwire.claims import CountClaim
from claimwire.grammar.votes import read_votes
from tests.claimwire.grammar.articles import article

SAID = [
    ("The House passed the resolution 71-16.", {("yes", 71), ("no", 16)}),
    ("The vote stood at 44-44 and the chair broke the tie.", {("yes", 44), ("no", 44)}),
    ("The Assembly adopted decision 12-14 by 47-31.", {("yes", 47), ("no", 31)}),
    ("The committee adopted the bill by 13-9-3 on 12-10-2031.", {("yes", 13), ("no", 9), ("abstain", 3)}),
    ("MPs backed the bill 63-41 and went home to watch the match.", {("yes", 63), ("no", 41)}),
    ("All spoke, but two members voted against the motion.", {("no", 2)}),
    ("MPs backed the reforms with 83 votes for yes, 37 for no and no abstentions.", {("yes", 83), ("no", 37), ("abstain", 0)}),
    ("Eighty MPs voted for the River (Care of Banks) Amendment Bill and 41 against.", {("yes", 80), ("no", 41)}),
    ("An amendment that would have raised the levy was rejected by 63 votes to 36.", {("yes", 36), ("no", 63)}),
    ("The amendment, which would have cut fees, was defeated 52-47.", {("yes", 47), ("no", 52)}),
    ("A bill that could raise fees passed 31-9.", {("yes", 31), ("no", 9)}),
    ("Members defeated a motion to recommit the bill, which would have killed it, in a 189-231 vote.", {("yes", 189), ("no", 231)}),
    ("The final tally, 229 to 203, saw 34 Democrats vote against the bill.", {("yes", 229), ("no", 203)}),
    ("177 votes were in favour of a bill that tells whether the river is clean to 67 in opposition.", {("yes", 177), ("no", 67)}),
    ("A second motion was a mere formality: 91 deputies voted it.", {("yes", 91)}),
    ("MEPs threw out the motion against her team on Thursday with 340 votes, 165 being for it.", {("no", 340), ("yes", 165)}),
    ("Fiji was among 21 countries to abstain on the motion.", {("abstain", 21)}),
    ("Of 701 voting deputies just 211 expressed confidence in him, 374 opposed.", {("yes", 211), ("no", 374)}),
    ("93 senators backed the bill, 7 abstained and 21 others did not turn up.", {("yes", 93), ("abstain", 7), ("absent", 21)}),
    ("94 lawmakers of both houses were for the plan, 82 against.", {("yes", 94), ("no", 82)}),
    ("Seventy MPs stood by his proposal and 61 opposed it.", {("yes", 70), ("no", 61)}),
    ("Fiji was one of five countries that voted against the text.", {("no", 5)}),
    ("Fiji was one of just 13 countries to vote against a resolution on fish.", {("no", 13)}),
    ("There were 33 votes cast for and 12 cast against the amendment.", {("yes", 33), ("no", 12)}),
    ("The scale of the vote - 401 votes against the government and 202 in support - was new.", {("no", 401), ("yes", 202)}),
    (
        "More than 400 MPs rejected the deal. Just 202 MPs voted in favour of it. In all 401 MPs voted against it.",
        {("no", 400), ("no", 401), ("yes", 202)},
    ),
    ("The motion passed by a vote of 75 – 70 – 24.", {("yes", 75), ("no", 70), ("abstain", 24)}),
    ("The board sat on Monday. By votes of 8-5 it held that the ferry was safe.", {("yes", 8), ("no", 5)}),
    ("With India, 12 countries abstained on the text.", {("abstain", 12)}),
    ("The draft got 13 out of 15 votes in the council.", {("yes", 13)}),
    ("It was voted in favour by the 22 other members of the synod.", {("yes", 22)}),
    ("Just 93 members voted in favour of the bill of the required 106.", {("yes", 93)}),
    ("The remaining 11 members of the powerful council voted in favour of the resolution.", {("yes", 11)}),
    ("Three states China, Peru and India abstained on the text.", {("abstain", 3)}),
    ("Voting in favour of the ninth resolution were 121 UN member states.", {("yes", 121)}),
    ("It was approved with 17 nations voting in its favour, 12 abstaining and 15 opposing.", {("yes", 17), ("abstain", 12), ("no", 15)}),
    ("A total of 14 countries, meanwhile, voted no on the resolution.", {("no", 14)}),
    ("The vote turned out 84 yeas to suspend her and 37 nays.", {("yes", 84), ("no", 37)}),
    ("Out of 82 lawmakers, 41 supported him while 39 voted against.", {("yes", 41), ("no", 39)}),
    ("On the motion 41 votes (51.6%) were in favour, and 39 votes (48.4%) were against it.", {("yes", 41), ("no", 39)}),
    ("Twelve members of the Dairy and Related Products Committee voted yes.", {("yes", 12)}),
    ("The Prime Minister survived a no-confidence motion by 301 votes to 127.", {("yes", 127), ("no", 301)}),
    ("He survived a vote of no confidence by 301 to 127.", {("yes", 127), ("no", 301)}),
    ("Opposition parties lost a no-confidence vote by 201 to 139.", {("yes", 139), ("no", 201)}),
    ("She lost a no-confidence vote 174-168.", {("yes", 174), ("no", 168)}),
    ("The government won the confidence vote with 187 votes to 101.", {("yes", 187), ("no", 101)}),
    ("The prime minister lost a vote of confidence by 207 votes to 371.", {("yes", 207), ("no", 371)}),
    ("The minister survived a no-confidence vote with 159 votes.", {("no", 159)}),
    ("The government was toppled by 171 votes to 60.", {("yes", 171), ("no", 60)}),
    ("Kyiv got 98 votes on Monday. Eleven were against its text.", {("yes", 98), ("no", 11)}),
    ("The premier won 183 votes in the House, with 71 against.", {("yes", 183), ("no", 71)}),
    ("The motion was carried by 46 votes to nil.", {("yes", 46), ("no", 0)}),
    ("The vote on the resolution was 13 to none, with two abstentions.", {("yes", 13), ("no", 0), ("abstain", 2)}),
    ("Senators voted by 38 votes to 31 against, with two abstentions.", {("yes", 38), ("no", 31), ("abstain", 2)}),
    ("The motion was agreed to: Ayes 44, Noes 32.", {("yes", 44), ("no", 32)}),
    ("Noes 41, Ayes 39: the motion was lost.", {("yes", 39), ("no", 41)}),
    ("Vote on the bill: 63 Yeas / 44 Nays.", {("yes", 63), ("no", 44)}),
    ("The bill went to a vote. For: 14. Against: 3. Abstained: 1.", {("yes", 14), ("no", 3), ("abstain", 1)}),
    ("Thereafter, 181 votes were cast in favour of the bill with no votes against.", {("yes", 181), ("no", 0)}),
    ("The vote ended in a 101 to 23 majority against opening the sale.", {("yes", 23), ("no", 101)}),
    ("Only eight MPs - four ministers - voted against the bill.", {("no", 8)}),
    ("It failed to get the minimum nine votes needed in the body, having received five votes in favour.", {("yes", 5)}),
    ("Despite support by 13 out of the 15 members the draft failed.", {("yes", 13)}),
    ("Some 361 deputies voted to topple his government, with 191 voting for the confidence motion.", {("no", 361), ("yes", 191)}),
    ("In parliament 301 denied him the confidence, 184 voted for him.", {("no", 301), ("yes", 184)}),
    ("The vote on the bill saw 311 MPs vote in favour, 95 against.", {("yes", 311), ("no", 95)}),
    ("Although 18 votes were needed to approve the text, only 17 states voted in favour.", {("yes", 17)}),
    ("The conference voted 113-0, with 12 abstentions, in favour of a text of Egypt.", {("yes", 113), ("no", 0), ("abstain", 12)}),
    ("On the third day 19 of the union's members voted in favour of the report.", {("yes", 19)}),
    (
        "The draft got 21 votes in favour, 13 countries opposed the extension, and 11 others abstained.",
        {("yes", 21), ("no", 13), ("abstain", 11)},
    ),
    (
        "The government received the support of 139 deputies, 71 opposed the government and 12 abstained.",
        {("yes", 139), ("no", 71), ("abstain", 12)},
    ),
    ("Of them 142 voted in favour of the levy, 61 (including 9 ruling party members) opposed the move.", {("yes", 142), ("no", 61)}),
    ("The motion was rejected, with 110 votes against, 85 votes for, and 21 abstainees.", {("no", 110), ("yes", 85), ("abstain", 21)}),
    ("In all 96 senators voted in favour of the lease motion against 31.", {("yes", 96), ("no", 31)}),
    (
        "The port bill got 73 ayes, zero votes against it, and zero senators abstaining.",
        {("yes", 73), ("no", 0), ("abstain", 0)},
    ),
    ("In a twenty-four countries to seven vote the Council endorsed the report.", {("yes", 24), ("no", 7)}),
    (
        "The vote on the text was as follows: in favour - 66, against - 21 (including Peru), abstentions - 70.",
        {("yes", 66), ("no", 21), ("abstain", 70)},
    ),
    (
        "The text was adopted with 77 votes in favour and 61 votes against as well as 30 abstentions.",
        {("yes", 77), ("no", 61), ("abstain", 30)},
    ),
    ("Vote on the first charge.\nYes 54\nNo 13\nAbs 0", {("yes", 54), ("no", 13), ("abstain", 0)}),
    ("The push to expel him failed by a vote of 30-65.", {("yes", 30), ("no", 65)}),
    ("A revised text was approved by a vote of 149 in favour to 5 against.", {("yes", 149), ("no", 5)}),
    ("The motion to defer the talks was passed with 44 opposed who wanted to go on.", {("no", 44)}),
    ("The expulsion needed 64 votes and failed 63-29.", {("yes", 63), ("no", 29)}),
    ("The motion to end debate failed 52-46. Sixty votes were needed.", {("yes", 52), ("no", 46)}),
    ("The attempt to override the veto failed 58-37.", {("yes", 58), ("no", 37)}),
    ("The Senate fell short of the two-thirds needed to convict in a 56-41 vote.", {("yes", 56), ("no", 41)}),
    ("All 17 members of the board voted on Friday for the plan that takes away the licences.", {("yes", 17)}),
    ("The chamber passed it: 33 members voted for a bill requiring licences and 14 were against.", {("yes", 33), ("no", 14)}),
    ("The plan will be looked into: 26 members said yes today, five no, 14 abstained.", {("yes", 26), ("no", 5), ("abstain", 14)}),
    ("The council voted on the harbour. The rezoning died on a 3-3 tie.", {("yes", 3), ("no", 3)}),
    ("63 of 81 members with a seat in the chamber voted in favour, 16 against.", {("yes", 63), ("no", 16)}),
    ("Forty-one of the 52 senators entitled to vote backed the treaty, and nine were against.", {("yes", 41), ("no", 9)}),
    ("Seven of the 11 councillors present voted for the levy; the other four voted against.", {("yes", 7), ("no", 4)}),
    ('The deputies approved it with 87 "yes" votes, 13 "no" votes and 6 abstentions.', {("yes", 87), ("no", 13), ("abstain", 6)}),
    ("The House voted 217 to 212, with two members voting present, to pass the bill.", {("yes", 217), ("no", 212), ("present", 2)}),
    ("175 deputies supported the bill, 74 voted against it, and 3 declared 'present'.", {("yes", 175), ("no", 74), ("present", 3)}),
    ("The vote turned out 84 yeas and 37 nays, and two members were marked as present.", {("yes", 84), ("no", 37), ("present", 2)}),
    (
        "194 MPs voted in favour of the bill, while 107 opposed it. There were four spoilt votes.",
        {("yes", 194), ("no", 107), ("invalid", 4)},
    ),
    ("There were 51 votes in favour, 12 against, 4 blank and 3 invalid.", {("yes", 51), ("no", 12), ("blank", 4), ("invalid", 3)}),
    ("The motion had 51 votes in favour, and seven ballots were blank or invalid.", {("yes", 51)}),
    ("76 MPs were present and 71 voted for the bill.", {("yes", 71)}),
    ("The council has 22 member states, 3 of which abstained on the text.", {("abstain", 3)}),
    ("Protesters stood outside as 12 lawmakers supported the bill and 9 opposed it.", {("yes", 12), ("no", 9)}),
    ("The Senate confirmed President Dana Holt's nominee by a vote of 54 to 45.", {("yes", 54), ("no", 45)}),
    ("The vote in the chamber ended 17-16 after Lee broke a 16-16 tie.", {("yes", 17), ("no", 16)}),
    ("It was supported by a total of nine countries, with five (including Peru and Fiji) abstaining.", {("yes", 9), ("abstain", 5)}),
    (
        "The Council's draft failed in an 11-1 vote after a Chinese veto. The vote was 11-1 with three abstentions.",
        {("yes", 11), ("no", 1), ("abstain", 3)},
    ),
    ("Forty Labour members voted for it and 12 against; in all the motion got 201 ayes and 188 noes.", {("yes", 201), ("no", 188)}),
    (
        "The motion was backed by 97 deputies of the Socialist Party (SP) and the Greens, while 128 voted against it.",
        {("yes", 97), ("no", 128)},
    ),
    ("The bill was put to the vote.\n65 votes for\n42 votes against\n3 abstentions", {("yes", 65), ("no", 42), ("abstain", 3)}),
    (
        "Votes by party\nAurora 40 for, 0 against\nMeridian 22 for, 12 against\nUnion 3 for, 30 against\nIn all: 65 for, 42 against",
        {("yes", 65), ("no", 42)},
    ),
    (
        "The council voted.\nSocial Democrats: 120 yes, 4 no\nConservatives: 12 yes, 90 no\nTotal: 132 yes, 94 no",
        {("yes", 132), ("no", 94)},
    ),
    ("The bill passed 70-45 with Labour's 40 members, the Greens' 20 and 10 independents in favour.", {("yes", 70), ("no", 45)}),
    ("Not one member voted against the motion.", {("no", 0)}),
    ("A dozen countries abstained on the text, and half a dozen opposed it.", {("abstain", 12), ("no", 6)}),
    ("Two dozen lawmakers opposed the bill.", {("no", 24)}),
    (
        "The Senate adopted the text, 266 to 51, after the Assembly in January (491 against 32).",
        {("yes", 266), ("no", 51), ("yes", 491), ("no", 32)},
    ),
    (
        "Voting in favour of the 9th resolution were 121 states (2 more than for the previous resolution), 36 voted against.",
        {("yes", 121), ("no", 36)},
    ),
    ("The House voted. Among the 13 abstainers were one deputy from Norfolk, six Liberals and two Greens.", {("abstain", 13)}),
    ("Chad vetoed the text. There the other 13 members, friends such as Peru and Fiji included, were for it.", {("yes", 13)}),
    ("Sales should stop, says a text that the council took on Friday with 27 in favour and 5 against.", {("yes", 27), ("no", 5)}),
    ("Fifty-two out of 66 senators voted to dismiss Brown on the first count of “gross words”.", {("yes", 52)}),
    (
        "The chamber was of one mind on Tuesday, passing a bill that could close the port by an overwhelming vote of 341-62.",
        {("yes", 341), ("no", 62)},
    ),
    ("A third option suffered the worst defeat, 421 to 138.", {("yes", 138), ("no", 421)}),
    ("At one point the vote was tied, 12-12, before more members came in; the bill passed 19-14.", {("yes", 19), ("no", 14)}),
    ("The noes had it by 136 to 78.", {("yes", 78), ("no", 136)}),
    ("The bill passed 136 ayes-78 noes.", {("yes", 136), ("no", 78)}),
    ("The court, in a 5-4 ruling, struck down the law.", {("yes", 5), ("no", 4)}),
    ("The bank's committee voted 10 to 2, with Kline and Ross dissenting.", {("yes", 10), ("no", 2)}),
    ("The Legislature upheld the veto, with 61 lawmakers voting to override and 44 against.", {("yes", 61), ("no", 44)}),
    (
        "The chamber voted. By party it was:\n• Rural 19 – 36 (35% in favour)\n• Labour 37 – 9 (80%)\nThe bill passed 64 to 45.",
        {("yes", 64), ("no", 45)},
    ),
    ("A total of 148 MPs in the 290-seat parliament approved the new name.", {("yes", 148)}),
    (
        "The Senate rejected the resolution, with a vote of 77-18 against blocking rifles and 76-19 against blocking boots.",
        {("yes", 18), ("no", 77), ("yes", 19), ("no", 76)},
    ),
    ("The first resolution was voted down by a majority of 77 to 18.", {("yes", 18), ("no", 77)}),
    ("It had fewer votes against – lawmakers defeating it 271 to 262.", {("yes", 262), ("no", 271)}),
    ("Over a dozen countries in Africa abstained. 139 out of 191 nations voted in favour of the resolution.", {("yes", 139)}),
    ("He is there to break the 48-48 tie. The Senate confirms the nominee, 49-48.", {("yes", 49), ("no", 48)}),
    ("Twelve of the 17 permanent and elected members voted for the resolution.", {("yes", 12)}),
    ("Some 151 countries, including the 24-member EU, voted in favour of the text, while six voted against.", {("yes", 151), ("no", 6)}),
    ("Only 51 out of 118 members of parliament (29 of whom were absent) voted in favour of it.", {("yes", 51), ("absent", 29)}),
    ("A proposal passed the Senate but failed in the House, garnering only 204 votes on a new ballot.", {("yes", 204)}),
    ("Item 7 was rejected in the Senate with 52 senators voting against it and just 33 in affirmative.", {("yes", 33), ("no", 52)}),
    (
        "Fiji loses the Assembly's vote by 148-9.\nThe text received 148 votes in favour to 9 against, with 6 abstentions.",
        {("yes", 148), ("no", 9), ("abstain", 6)},
    ),
    ("The House divided on the motion and the result was Ayes 129, Noes 88.", {("yes", 129), ("no", 88)}),
    ("The trust motion was adopted with 97 MLAs supporting it and 44 opposing.", {("yes", 97), ("no", 44)}),
    ("The motion polled 45 votes in favour as against 22.", {("yes", 45), ("no", 22)}),
    ("The Yes votes were 279 against 43 No votes.", {("yes", 279), ("no", 43)}),
    ("The ayes won by 45 against 22 votes.", {("yes", 45), ("no", 22)}),
    ("The law passed by a majority of 61 against 49.", {("yes", 61), ("no", 49)}),
    ("The measure was approved by 287 votes in favour versus 252.", {("yes", 287), ("no", 252)}),
    ("Out of 287 ballots cast, 161 were in favour and 115 against.", {("yes", 161), ("no", 115)}),
    ("With 41 affirmative votes, 29 negative and 3 abstentions, the Senate passed it.", {("yes", 41), ("no", 29), ("abstain", 3)}),
    ("The Chamber approved the decree with 311 yeses and 171 noes.", {("yes", 311), ("no", 171)}),
    ("The chamber passed a bill to ban the app in the town – if it is not sold – with a vote of 348-57.", {("yes", 348), ("no", 57)}),
    (
        "The assembly voted on May 8: 47 MCAs supported her removal, four abstained, and 18 opposed.",
        {("yes", 47), ("abstain", 4), ("no", 18)},
    ),
    ("The bill was passed by a vote of 209. There were no abstentions or nays.", {("yes", 209), ("abstain", 0), ("no", 0)}),
    ("The US House of Representatives passed the bill by a vote of 383-35-2.", {("yes", 383), ("no", 35), ("present", 2)}),
    ("The Oregon Senate passed the bill 17-12-1.", {("yes", 17), ("no", 12)}),
    ("The council voted for the budget 8-3. Its plan puts 13-15 officers on the streets.", {("yes", 8), ("no", 3)}),
    ("The Senate passed the bill 62-36 after a 10-to-12-hour debate.", {("yes", 62), ("no", 36)}),
    ("The assembly voted 31-12 to keep the 50-50 split of the revenue.", {("yes", 31), ("no", 12)}),
    (
        "Both resolutions failed, with the first being defeated by a vote of 81-15 and the second by 84-13.",
        {("yes", 15), ("no", 81), ("yes", 13), ("no", 84)},
    ),
    ("The motion fell short, as it gained the favor of only 52 members, while 148 voted against it.", {("yes", 52), ("no", 148)}),
]

SILENT = [
    "The text is backed by 27 organisations and 12 mayors.",
    "The coalition was formed with the support of 171 members.",
    "In the event there is a vote of 15 for and 15 against, the chair casts a vote.",
    "As it did not get 11 votes in favour, it fell through.",
    "Lawmakers from three parties boycotted the vote.",
    "Diaz was chosen as leader by 136 votes to 78.",
    "China would abstain, allowing the resolution to pass with 10 votes.",
    "The court's 6-3 makeup stays, and the Senate will vote on a bill.",
    "Of the Conservatives, 212 voted for the bill and 30 against.",
    "It took 40 votes in favour to block the plan.",
    "A few dozen lawmakers opposed the bill.",
    "Some 2,100 people protested against the bill and 350 in favour.",
    "About 4,100 people marched in favour of the law and 520 against it on Saturday.",
    "Of 810 readers asked, 514 were in favour of the bill and 231 against.",
    "In a survey of 1,400 farmers, 910 backed the scheme, 390 opposed it and 100 had no opinion.",
    "The petition gathered 12,100 signatures in favour and 810 against.",
    "During the hearing, 42 residents spoke against the project and 13 in favour.",
    "Of 61 speakers, 42 were against the motion.",
    "The committee has 17 members: 9 in favour of reform, 6 against and 2 undecided.",
    "The chief whip said he counted 214 votes in favour and 209 against.",
    "The bill has 33 articles, 8 of which were opposed.",
    "The Senate, split 49-49, is to vote on the bill next week.",
    "The council discussed it on channels 4-5 and passed the bill.",
    "The odds of the bill passing are 5-2.",
    "Sweden lost 1-3 to Iceland; the parliament will vote on the bill.",
    "The vote is scheduled for 12-10-2027.",
    "The vote is due on 12 - 10 - 2027.",
    "The bill was adopted on 3-5-2026.",
    "Voters chose on 12-3 and the motion was adopted.",
    "The polls opened at 9-30 and closed at 17-45 and the bill was adopted.",
    "The Assembly adopted resolution 77-14 on Monday.",
    "The council adopted the draft resolution (see pp. 12-14).",
    "The council voted on the bill in room 12-14.",
    "The council voted between 10-12 and adopted the bill.",
    "The bill, HB 12-31, passed.",
    "Call 555-1234 to ask about the vote on the motion.",
    "Otters beat Herons 3-1 on Sunday, two days before parliament votes on the bill.",
    "After a 3-1 win over Kenya in the cup, Ghana's parliament adopted the bill.",
    "Peru won 3-1 against Chile, and parliament voted for the motion.",
    "All but two members voted in favour: Peru abstained and Chad was absent.",
    "All 18 members but two voted for the motion.",
    "Every member except three voted for the motion.",
    "A bill that would be passed by 60 votes to 40 is coming.",
    "The Senate is split 18-13 for the Republicans and votes on the bill on Monday.",
    "Republicans, who hold a 52-48 majority, will vote on the bill.",
    "A Council decision wants no fewer than 9 votes in favour to be adopted.",
    "The lists show that, out of a cabinet of nine, five members voted against the bill, one abstained, and three voted in favour.",
    "Smith won 183 votes, and Jones 160.",
    "Chile got 112 votes in the election for the seat, and Peru 80.",
    "The amendment failed with 10 votes.",
    "The minister got 171 votes against him, and the motion of no confidence was approved.",
    "On the Republican side, 204 voted in favour of the bill and two against.",
    "The votes in favour came from 16 governments.",
    "The bishops passed amendment (No 3).",
    "Republicans hold the House by 219-212 today; the bill comes next.",
    "The motion was backed by 85 MPs of GERB.",
    "Here 14 MPs of the Alliance for Rivers and Harbours party voted against the bill.",
    "Each article was voted on, with up to 199 votes in favour.",
    "KLM 107 Yes, 20 No on the bill.",
    "The deal has been rejected by 230 votes.",
    "The defeat by 230 votes easily beat the record of 166 votes.",
    "Of Norfolk's 38 MPs some 23 backed the bill, while 9 voted against it.\nAnother 6 did not vote.",
    "He was one of four MPs from the opposition who had voted for the bill.",
    "The resolution came up. Updated: 04-07-2031 13:05",
    "That is a ratio of 3 in favour of the motion to 2 against.",
    "About 40 of the 52 African countries voted for the resolution.",
    "Nobody went to vote against the motion.",
    "The bill, backed by the club, is expected to pass by 60 votes to 40.",
]

CORRECTED = [
    (
        "127 lawmakers voted in favour of the bill and 108 against. Later the count of those who backed the bill was amended to 132.",
        {("yes", 132), ("no", 108)},
        {("yes", 127)},
    ),
    (
        "The vote stood at 48-48. The vice president then cast the tie-breaking vote, making it 49-48.",
        {("yes", 49), ("no", 48)},
        {("yes", 48)},
    ),
    ("The motion passed with 57 votes in favour. The electronic board had first showed 56 in favour.", {("yes", 57)}, {("yes", 56)}),
    ("The bill passed by 80 votes to 42. At first the Speaker had announced 78 in favour.", {("yes", 80), ("no", 42)}, {("yes", 78)}),
    (
        "On the electronic board the noes on the text stood at 6 and the abstentions at 31. The president announced that 32 had abstained.",
        {("no", 6), ("abstain", 32)},
        {("abstain", 31)},
    ),
    ("The text initially got 54 votes in favour, but the clerk counted again: 55 in favour.", {("yes", 55)}, {("yes", 54)}),
]


HOUSES = [
    ("The council approved the budget 7-2, rejected the rezoning 3-6 and tabled the ordinance on a 5-4 vote.", [(7, 2), (3, 6), (5, 4)]),
    ("The House rejected the amendment, 60-30, and passed the bill 70-20.", [(30, 60), (70, 20)]),
    ("The House impeached him by 212-211 on Tuesday. Last week the measure failed in a 212-214 vote.", [(212, 211), (212, 214)]),
    ("Eighty-two lawmakers voted for the bill and none against at first reading, and on May 14 it was 83-30.", [(82, 0), (83, 30)]),
    ("The text passed 178 to 2. On arms control Delhi stood alone, 174 to 1, with Bhutan abstaining.", [(178, 2), (174, 1)]),
    ("The votes were 44 for and two against in the house of bishops, 148 for and 45 against in the house of clergy.", [(44, 2), (148, 45)]),
    (
        "Bishops passed it (Yes 31; No 3), the clergy too (Yes 148; No 45), the laity did not (Yes 120; No 70).",
        [(31, 3), (148, 45), (120, 70)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOUSES, ids=[text[:50] for text, _ in HOUSES])
def test_each_house_has_its_numbers(text: str, expected: list[tuple[int, int]]):
    votes: dict[str, dict[str, int]] = {}
    for claim in read_votes(article(text)):
        if isinstance(claim, CountClaim):
            votes.setdefault(claim.vote.ref, {})[claim.option] = claim.value
    assert [(v["yes"], v["no"]) for v in votes.values()] == expected


def _said(text: str, *, superseded: bool = False) -> set[tuple[str, int]]:
    claims = read_votes(article(text))
    return {(c.option, c.value) for c in claims if isinstance(c, CountClaim) and c.superseded == superseded}


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text[:60] for text, _ in SAID])
def test_counts_said_in_one_way_or_another(text: str, expected: set[tuple[str, int]]):
    assert _said(text) == expected


@pytest.mark.parametrize("text", SILENT, ids=[text[:60] for text in SILENT])
def test_numbers_that_count_no_votes(text: str):
    assert _said(text) == set()


@pytest.mark.parametrize(("text", "stands", "gave_way"), CORRECTED, ids=[row[0][:60] for row in CORRECTED])
def test_the_corrected_number_stands(text: str, stands: set[tuple[str, int]], gave_way: set[tuple[str, int]]):
    assert _said(text) == stands
    assert _said(text, superseded=True) == gave_way
