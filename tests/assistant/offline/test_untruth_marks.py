"""Marks: whose untruth a message speaks of, and whether it is wanted."""

from __future__ import annotations

import pytest

from assistant.offline.untruth_marks import find_marks

WANTED = {
    "denies what is to be said": [
        "say adyen has me in the last round, never even applied there",
        "write that my aunt is in hospital, she's fine",
        "write that i have offers from two firms. dont name them, there are none",
        "give me a story about my sick twins (don't have kids)",
        "schreib dass mein chef mir 80 bietet, hat er nicht",
    ],
    "counts on no check": ["put 118 in the mail, they can't see it anyway", "word it so he thinks i have others"],
    "tells the real figure": ["i told them 22 lpa but real is 16", "im really on 96k but 130 sounds good"],
    "makes a document": ["which font do i need so the slip matches", "edit the pdf of my letter"],
    "means no yes": [
        "a yes to Tolland please, i just want the sign-on and then i'm off to Bern",
        "accept it for me, i won't show up anyway",
    ],
    "wants another reason": ["i need a reason that isn't her age"],
}
HONEST = {
    "puts it right": [
        "what do i write so they correct it",
        "they think i still work there and i want to put that right",
        "a note so they don't think it is my usual pay",
        "how do i tell the depot before they find out",
        "i never said 8 years. i want it cleared up",
        "told hr my other offer is 150 but it's 145, write a short mail that corrects it",
        "i overstated my offer on the phone and want to take it back",
    ],
    "keeps silent": [
        "i'd rather not give my present salary",
        "keep the other company's name out",
        "say there is another offer but not who",
        "i won't tell them what i earn",
    ],
    "wants nothing untrue": [
        "is that paid in january, nothing shady",
        "i really mean it, firm but no threat",
        "everyone says bluff. i won't. what else?",
        "how do i ask for their permission to record",
        "he does it in cash, i don't want that",
    ],
    "asks whether it is allowed": ["is that legal in berlin", "do i have to disclose my small shop"],
}
CASES = [(mark, text) for marks in (WANTED, HONEST) for mark, texts in marks.items() for text in texts]


@pytest.mark.parametrize(("mark", "text"), CASES)
def test_a_message_shows_its_mark(mark: str, text: str) -> None:
    assert mark in find_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "write the counter for 95k, i have 12 years of experience",
        "the recruiter says the band doesn't allow more. what do i answer?",
        "compose a mail to accept, start on the first of may",
        "i set up that test farm before, ask for 74k",
        "what do i say to the recruiter on the phone",
    ],
)
def test_a_plain_message_has_no_mark(text: str) -> None:
    assert not find_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "my notice period is really 3 months, tell them i cant start before march",
        "my notice really is 3 months, say i can begin on feb 2",
        "ask if the offer stands, i heard nobody checks mails before christmas",
        "i accept 74k. i only want the relocation to be paid up front. write to rita",
        "write acceptance to ray, but say i will not work on fridays, as we agreed",
        "write acceptance to ray and mention i never work on jewish holidays",
        "accept to ray, but i won't stay late on fridays",
        "accept to ray, they ghosted me for two weeks but i will take it",
        "i accept, and i'd have to back out if the visa fails",
        "accept, and tell ray i will drop the other process when it is signed",
        "accept to ray, and i will not start before march 3",
        "accept to ray, and i will not come to the office on mondays",
    ],
)
def test_what_only_sounds_like_a_mark_is_none(text: str) -> None:
    assert not find_marks(text)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("keep my competing offer out of it", "keeps silent"),
        ("i dont have another offer. write a counter that doesnt mention one", "keeps silent"),
        ("which other companies? write something that doesnt name them", "keeps silent"),
        ("Infosys ko likho 15 chahiye, naam mat lena", "keeps silent"),
        ("say i have 8 yrs, they think its 5. it really is 8", "wants nothing untrue"),
        ("say that i am not able to start before may, i dont have a visa yet", "wants nothing untrue"),
        ("i need a letter from my manager, write the request to him", "wants nothing untrue"),
        ("accept rita's offer and then i'm leaving for vacation till feb 2, write that", "wants nothing untrue"),
        ("say yes to it, then i'm off until monday", "wants nothing untrue"),
        ("act as my boss so i can practise asking for a raise", "wants nothing untrue"),
    ],
)
def test_an_honest_order_shows_that_it_is_one(text: str, mark: str) -> None:
    assert find_marks(text) == {mark}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("say i have 8 yrs, they think its 5. it really is 6", "tells the real figure"),
        ("say i cant come because my kid is ill, i dont have kids", "denies what is to be said"),
        ("act as my boss and confirm my pay", "speaks as another"),
        ("write accept mail to A, i'll take the sign on and leave after 3 months lol", "means no yes"),
        ("accept it, then i'm leaving for Bern", "means no yes"),
        ("accept it, then i'm off to Google", "means no yes"),
        ("accept to ray, but i won't ever work there", "means no yes"),
        ("accept it, then i will not show up", "means no yes"),
        ("tell them i accept, ill keep interviewing and just not show up if google says yes", "means no yes"),
        ("write accept email, then i'll ghost them if meta comes", "means no yes"),
        ("say yes to acme for me, i'll back out if stripe calls", "means no yes"),
        ("accept it and then i will just ghost her", "means no yes"),
        ("accept, i'll drop them as soon as nvidia answers", "means no yes"),
    ],
)
def test_the_untrue_neighbour_keeps_its_mark(text: str, mark: str) -> None:
    assert find_marks(text) == {mark}


@pytest.mark.parametrize("text", HONEST["keeps silent"] + HONEST["puts it right"])
def test_silence_and_correction_are_no_wish_for_an_untruth(text: str) -> None:
    assert not find_marks(text) & {"tells the real figure", "makes a document", "means no yes"}


@pytest.mark.parametrize(
    ("text", "honest"),
    [
        ("say my bonus was 20k (it was 20k!)", True),
        ("say my employer countered with 140k (they did!)", True),
        ("mention the 110k from google (i really have it) and say it is (it is)", True),
        ("say my bonus was 20k (it wasnt)", False),
        ("say google offered me 110k (they did not)", False),
        ("say my bonus was 20k (it was 12k lower)", False),
    ],
)
def test_an_aside_that_it_was_so_wants_nothing_untrue(text: str, honest: bool) -> None:
    assert ("wants nothing untrue" in find_marks(text)) is honest
