from time import perf_counter

from assistant.letters import weighing
from assistant.letters.learnt import Found
from assistant.letters.mentions import read_page
from assistant.letters.parse import parse_offer
from assistant.letters.terms import Terms

NOTE = "Kestrelpay, Dublin. backend developer, 78k base + 10% target bonus. Reply by Friday."


def _weigh(monkeypatch, found, backed, **read):
    page, terms = read_page(NOTE), Terms()
    for field, words in read.items():
        start = NOTE.index(words)
        terms.put(field, words, (start, start + len(words)))
    places = [Found(field, NOTE.index(words), NOTE.index(words) + len(words), sure) for field, words, sure in found]
    monkeypatch.setattr(weighing, "read_learnt", lambda marked: (places, backed))
    weighing.weigh(page, terms)
    return terms


def test_a_sure_reading_of_the_model_fills_an_empty_field(monkeypatch):
    terms = _weigh(monkeypatch, [("company", "Kestrelpay", 0.95)], {})
    assert terms.values["company"] == "Kestrelpay"
    assert NOTE[slice(*terms.spans["company"])] == "Kestrelpay"


def test_an_unsure_reading_of_the_model_leaves_a_field_as_it_is(monkeypatch):
    assert "company" not in _weigh(monkeypatch, [("company", "Dublin", 0.4)], {}).values
    terms = _weigh(monkeypatch, [("company", "Dublin", 0.4)], {"company": 0.5}, company="Kestrelpay")
    assert terms.values["company"] == "Kestrelpay"


def test_a_sure_reading_takes_the_place_of_another(monkeypatch):
    terms = _weigh(monkeypatch, [("company", "Kestrelpay", 0.95)], {"company": 0.02}, company="Reply")
    assert terms.values["company"] == "Kestrelpay"


def test_a_reading_the_model_holds_for_improbable_is_left_out(monkeypatch):
    assert "deadline" not in _weigh(monkeypatch, [], {"deadline": 0.01}, deadline="Friday").values
    assert _weigh(monkeypatch, [], {"deadline": 0.6}, deadline="Friday").values["deadline"] == "Friday"


def test_two_places_with_the_same_words_count_together(monkeypatch):
    found = [("title", "backend developer", 0.7), ("title", "backend developer", 0.7)]
    assert _weigh(monkeypatch, found, {}).values["title"] == "backend developer"


def test_what_is_shown_has_its_words_as_evidence():
    draft = parse_offer(NOTE)
    fields = {evidence.field for evidence in draft.evidence}
    assert all(NOTE[e.start : e.end] == e.quote for e in draft.evidence)
    for field in ("company", "title", "deadline"):
        assert (getattr(draft.offer, field) is not None) == (field in fields)


def test_reading_is_the_same_every_time():
    assert parse_offer(NOTE) == parse_offer(NOTE)


def test_a_very_long_paste_is_read_in_bounded_time():
    text = "Offer from Initech: base $120k, 10% bonus, sign-on $5,000.\n" * 17_000
    start = perf_counter()
    assert parse_offer(text).is_offer
    assert perf_counter() - start < 20
