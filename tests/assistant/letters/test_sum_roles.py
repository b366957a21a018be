from assistant.letters import sum_roles
from assistant.letters.mentions import read_page
from assistant.letters.models import Judged
from assistant.letters.sum_roles import describe_amounts, judge_roles, role_of

NOTE = "Offer from Initech: base $120,000, sign-on $10,000, bonus 10%, 25 days of leave, relocation $3,000"


def _judge(monkeypatch, *roles):
    roles = (*roles, ("bonus", 0.9), ("none", 0.9), ("relocation", 0.9))
    judged = Judged([role for role, _ in roles], [chance for _, chance in roles], {})
    monkeypatch.setattr(sum_roles, "judge", lambda name, clues, beside: judged)
    return judge_roles(read_page(NOTE))


def test_every_amount_has_clues_and_the_role_of_the_patterns():
    page = read_page(NOTE)
    assert [role_of(mention) for mention in page.mentions][:2] == ["base", "sign_on"]
    clues = describe_amounts(page, page.mentions)
    assert "kind=base" in clues[0]
    assert "kinds=base|sign_on" in clues[1]


def test_an_amount_moves_to_the_term_the_model_is_sure_of(monkeypatch):
    page = _judge(monkeypatch, ("base", 0.9), ("relocation", 0.99))
    assert [mention.kind for mention in page.mentions][:2] == ["base", "relocation"]


def test_an_unsure_model_moves_nothing(monkeypatch):
    page = _judge(monkeypatch, ("none", 0.6), ("relocation", 0.6))
    assert [mention.kind for mention in page.mentions][:2] == ["base", "sign_on"]


def test_an_amount_of_no_term_is_of_no_field(monkeypatch):
    page = _judge(monkeypatch, ("base", 0.9), ("none", 0.99))
    assert [mention.kind for mention in page.mentions][:2] == ["base", "other"]


def test_amounts_told_in_passing_are_left_to_the_patterns(monkeypatch):
    monkeypatch.setattr(sum_roles, "judge", None)
    page = read_page("they raised base to 152")
    assert judge_roles(page) is page
